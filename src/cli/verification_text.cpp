#include "cli/verification_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/append_format.hpp>
#include <cablelint/counted.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/terminal_text.hpp>
#include <string_view>
#include <vector>

#include "cli/pair_places.hpp"
#include "reports/text_writer.hpp"
#include "reports/writers.hpp"

namespace cablelint::cli {
namespace {

using redacting::Fault;
using reports::VerifiedPair;

/// The document of findings, which other commands call `json`.
constexpr std::string_view kFindingsFormat = "findings";

/// One fault as one JSON object on a line of its own.
void append_json_fault(std::string& out, const VerifiedPair& pair, const Fault& fault) {
  out += R"({"schema":"cablelint.verification/1","kind":)";
  append_json_string(out, name_of(fault.kind));
  out += R"(,"level":)";
  append_json_string(out, to_text(fault.level));
  out += R"(,"message":)";
  append_json_string(out, fault.message);
  out += R"(,"original":)";
  append_json_place(out, pair.original, fault.original, fault.original_paragraph);
  out += R"(,"release":)";
  append_json_place(out, pair.release, fault.release, fault.release_paragraph);
  if (pair.show_cut_text) {
    out += R"(,"original_text":)";
    append_json_folded(out, pair.original.text(fault.original));
    out += R"(,"release_text":)";
    append_json_folded(out, pair.release.text(fault.release));
  }
  out += "}\n";
}

/// One fault for people, with the lines of both texts it is about.
void append_text_fault(std::string& out, const VerifiedPair& pair, const Fault& fault) {
  append_format(out, "{} {}: {}\n", name_of(fault.kind), to_text(fault.level), visible(fault.message));
  Secrets in_original, in_release;
  if (!pair.show_cut_text) {
    in_original = {&pair.result.withheld, &pair.result.original_survivors};
    in_release = {&pair.result.release_survivors};
  }
  append_place(out, "original", pair.original, fault.original, fault.original_paragraph, in_original);
  append_place(out, "release", pair.release, fault.release, fault.release_paragraph, in_release);
  out += '\n';
}

/// What all pairs came to is said at the end.
class PairTextWriter final : public reports::Writer {
 public:
  using Writer::Writer;

  void format(const reports::Document& document, reports::Part& part) const override {
    if (document.pair == nullptr) return;
    for (const Fault& fault : document.pair->result.faults)
      append_text_fault(part.text, *document.pair, fault);
    part.more.emplace_back(document.pair->result.exact ? "exact" : "");
  }

  void add(const reports::Part& part) override {
    ++pairs_;
    exact_ += part.more.front().empty() ? 0 : 1;
    put(part.text);
  }

  void end(const reports::Summary& summary) override {
    if (pairs_ == 0) return;
    put(fmt::format("{}: {} of {} the original with marks in it; {}, {}, {}\n", counted(pairs_, "release"),
                    exact_, pairs_, counted(summary.error, "error"), counted(summary.warning, "warning"),
                    counted(summary.note, "note")));
  }

 private:
  std::size_t pairs_ = 0, exact_ = 0;
};

/// One object a fault.
class PairJsonWriter final : public reports::Writer {
 public:
  using Writer::Writer;

  void format(const reports::Document& document, reports::Part& part) const override {
    if (document.pair == nullptr) return;
    for (const Fault& fault : document.pair->result.faults)
      append_json_fault(part.text, *document.pair, fault);
  }
};

}  // namespace

std::vector<std::string_view> pair_formats() {
  std::vector<std::string_view> formats{"text", "json", "html", kFindingsFormat};
  for (const std::string_view format : reports::formats()) {
    if (std::find(formats.begin(), formats.end(), format) == formats.end()) formats.push_back(format);
  }
  return formats;
}

std::unique_ptr<reports::Writer> make_pair_writer(std::string_view format, const reports::Run& run,
                                                  const reports::Target& target) {
  if (format == "text") return std::make_unique<PairTextWriter>(run, target);
  if (format == "json") return std::make_unique<PairJsonWriter>(run, target);
  if (format == "html") return reports::make_pairs_html(run, target);
  return reports::make_writer(format == kFindingsFormat ? "json" : format, run, target);
}

}  // namespace cablelint::cli
