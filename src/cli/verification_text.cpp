#include "cli/verification_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/append_format.hpp>
#include <cablelint/code_points.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/terminal_text.hpp>
#include <string_view>
#include <vector>

#include "reports/text_writer.hpp"
#include "reports/writers.hpp"

namespace cablelint::cli {
namespace {

using redacting::Fault;
using reports::VerifiedPair;

/// The document of findings, which other commands call `json`.
constexpr std::string_view kFindingsFormat = "findings";

/// What stands for a stretch that is not shown; always as long, so that it does not give away a length.
constexpr std::string_view kWithheld = "[...]";
/// Bytes of a line that are shown on each side of a place.
constexpr std::uint32_t kAround = 48;

/// Stretches of a text that must not be shown, in ascending order.
using Secrets = std::vector<const std::vector<Span>*>;

/// The first stretch that ends behind an offset; absent when there is none.
Span next_secret(const Secrets& secrets, std::uint32_t offset) {
  Span next;
  for (const auto* list : secrets) {
    const auto at =
        std::partition_point(list->begin(), list->end(), [&](Span each) { return each.end() <= offset; });
    if (at != list->end() && (!next || at->offset < next.offset)) next = *at;
  }
  return next;
}

/// A line as shown, and where on it the carets stand (in characters of the terminal).
struct Excerpt {
  std::string text;
  std::size_t caret = 0, carets = 1;
};

Excerpt excerpt_of(const Source& source, Span at, const Secrets& secrets) {
  const Span line = source.line_at(at.offset);
  const std::string_view text = source.bytes();
  std::uint32_t begin = line.offset;
  std::uint32_t end = line.end();
  Excerpt excerpt;
  std::size_t width = 0;
  if (at.offset > begin + kAround) {
    begin = at.offset - kAround;
    while (begin > line.offset && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) --begin;
    excerpt.text = "...";
    width = excerpt.text.size();
  }
  const std::uint32_t last = std::min(end, at.offset + std::min(at.length, kAround));
  if (end > last + kAround) {
    end = last + kAround;
    while (end > last && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  }
  std::size_t caret_end = 0;
  bool begun = false;
  for (std::uint32_t offset = begin; offset < end;) {
    const Span secret = next_secret(secrets, offset);
    const bool hidden = secret && secret.offset <= offset;
    const std::uint32_t next =
        hidden ? std::min(secret.end(), end)
               : offset + static_cast<std::uint32_t>(code_point_size(text.substr(0, end), offset));
    if (!begun && next > at.offset) {
      begun = true;
      excerpt.caret = width;
    }
    if (hidden) {
      if (!excerpt.text.ends_with(kWithheld)) {
        excerpt.text += kWithheld;
        width += kWithheld.size();
      }
    } else {
      width += append_visible(excerpt.text, text.substr(offset, next - offset));
    }
    if (begun && offset < at.end()) caret_end = width;
    offset = next;
  }
  if (!begun) excerpt.caret = width;
  if (end < line.end()) excerpt.text += "...";
  excerpt.carets = caret_end > excerpt.caret ? caret_end - excerpt.caret : 1;
  return excerpt;
}

void append_place(std::string& out, std::string_view side, const Source& source, Span at,
                  std::int32_t paragraph, const Secrets& secrets) {
  if (!at) return;
  const Position position = source.position(at.offset);
  const Excerpt excerpt = excerpt_of(source, at, secrets);
  const std::string number = fmt::format("{}", position.line);
  append_format(out, "  {:<8} --> {}:{}:{}", side, visible(source.name()), position.line, position.column);
  if (paragraph > 0) append_format(out, " (paragraph {})", paragraph);
  append_format(out, "\n  {:>{}} | {}\n  {:>{}} | {:{}}{:^>{}}\n", number, number.size(), excerpt.text, "",
                number.size(), "", excerpt.caret, "", excerpt.carets);
}

void append_json_place(std::string& out, const Source& source, Span at, std::int32_t paragraph) {
  if (!at) {
    out += "null";
    return;
  }
  const Position position = source.position(at.offset);
  out += R"({"source":)";
  append_json_string(out, source.name());
  append_format(out, R"(,"line":{},"column":{},"offset":{},"length":{},"paragraph":)", position.line,
                position.column, at.offset, at.length);
  out += paragraph > 0 ? fmt::format("{}", paragraph) : "null";
  out += '}';
}

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
    put(fmt::format("{}: {} of {} the original with marks in it; {}, {}, {}\n",
                    reports::counted(pairs_, "release"), exact_, pairs_,
                    reports::counted(summary.error, "error"), reports::counted(summary.warning, "warning"),
                    reports::counted(summary.note, "note")));
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
