#include "cli/comparison_text.hpp"

#include <cablelint/append_format.hpp>
#include <cablelint/counted.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/terminal_text.hpp>
#include <string_view>

namespace cablelint::cli {
namespace {

using redacting::Contrast;
using redacting::ContrastKind;
using redacting::Side;

constexpr std::string_view kSchema = R"({"schema":"cablelint.comparison/1","kind":)";

}  // namespace

void append_json_contrast(std::string& out, const ComparedPair& pair, const Contrast& contrast) {
  out += kSchema;
  append_json_string(out, name_of(contrast.kind));
  out += R"(,"level":)";
  append_json_string(out, to_text(contrast.level));
  out += R"(,"message":)";
  append_json_string(out, contrast.message);
  if (contrast.shown_by != Side::neither)
    append_format(out, R"(,"shown_by":"{}","words":{})",
                  contrast.shown_by == Side::first ? "first" : "second", contrast.words);
  out += R"(,"first":)";
  append_json_place(out, pair.first, contrast.first, contrast.first_paragraph);
  out += R"(,"second":)";
  append_json_place(out, pair.second, contrast.second, contrast.second_paragraph);
  if (pair.show_cut_text) {
    out += R"(,"first_text":)";
    append_json_folded(out, pair.first.text(contrast.first));
    out += R"(,"second_text":)";
    append_json_folded(out, pair.second.text(contrast.second));
  }
  out += "}\n";
}

void append_text_contrast(std::string& out, const ComparedPair& pair, const Contrast& contrast) {
  append_format(out, "{} {}: {}\n", name_of(contrast.kind), to_text(contrast.level),
                visible(contrast.message));
  append_place(out, "first", pair.first, contrast.first, contrast.first_paragraph,
               pair.show_cut_text ? Secrets{} : pair.first_secrets);
  append_place(out, "second", pair.second, contrast.second, contrast.second_paragraph,
               pair.show_cut_text ? Secrets{} : pair.second_secrets);
  out += '\n';
}

void append_json_documents(std::string& out, std::string_view kind, const std::vector<std::string>& sources) {
  out += kSchema;
  append_json_string(out, kind);
  out += R"(,"sources":[)";
  for (const std::string& each : sources) {
    if (&each != &sources.front()) out += ',';
    append_json_string(out, each);
  }
  out += "]}\n";
}

void ComparisonTotals::add(const redacting::Comparison& result) {
  words += result.first_words + result.second_words;
  cut_in_both += result.cut_in_both;
  for (const Contrast& each : result.contrasts) {
    if (each.level == Severity::note) continue;
    ++(each.kind == ContrastKind::shown_in_one ? shown_in_one : others);
  }
}

void append_totals(std::string& out, const ComparisonTotals& totals) {
  append_format(out, "{} in {}: {} where one shows what another cuts ({}), {} cut in both, {}",
                counted(totals.cables, "cable"), counted(totals.releases, "release"),
                counted(totals.shown_in_one, "place"), counted(totals.words, "word"), totals.cut_in_both,
                counted(totals.others, "other difference"));
  if (totals.duplicates > 0) append_format(out, "; {} the same as another, byte for byte", totals.duplicates);
  if (totals.alone > 0) append_format(out, "; {} without a copy", counted(totals.alone, "document"));
  out += '\n';
}

}  // namespace cablelint::cli
