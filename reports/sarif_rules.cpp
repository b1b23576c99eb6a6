#include "reports/sarif_rules.hpp"
#include "reports/one_line.hpp"

#include <cablelint/code_points.hpp>
#include <cablelint/json_text.hpp>
#include <string_view>

#include "reports/json_finding.hpp"
#include "reports/levels.hpp"
#include "reports/markdown_text.hpp"
#include "reports/text_writer.hpp"

namespace cablelint::reports {
namespace {

constexpr std::size_t kMostText = 1024;  // code points of a description; code scanning takes no more

std::string shortened(std::string text) {
  if (code_points(text) <= kMostText) return text;
  std::size_t end = 0;
  for (std::size_t count = 0; count + 3 < kMostText; ++count) end += code_point_size(text, end);
  return text.substr(0, end) + "...";
}

/// Sentences of the rule, one paragraph each; `format` appends a text to the one that is made.
template <typename Append> std::string paragraphs(const RuleInfo& rule, const Append& append) {
  std::string text;
  const auto add = [&](std::string_view label, std::string_view sentence) {
    if (sentence.empty()) return;
    if (!text.empty()) text += "\n\n";
    text += label;
    append(text, sentence);
  };
  add("", one_line(rule.help));
  add("", one_line(rule.rationale));
  std::string authority;
  for (const std::string& citation : rule.authority)
    authority += (authority.empty() ? "" : "; ") + one_line(citation);
  add("Authority: ", authority);
  if (text.empty()) add("", one_line(rule.summary));
  return shortened(text);
}

/// "DCL" of "DCL001": rules of one group have their letters in common.
std::string_view group_of(std::string_view id) {
  return id.substr(0, id.find_first_of("0123456789"));
}

void append_rule(std::string& out, const ActiveRule& active) {
  const RuleInfo& rule = *active.info;
  const std::string summary = shortened(one_line(rule.summary.empty() ? rule.name : rule.summary));
  const std::string rationale = shortened(one_line(rule.rationale));
  append_json_member(out, "{", "id", rule.id);
  append_json_member(out, ",", "name", rule.name);
  append_json_member(out, R"(,"shortDescription":{)", "text", summary);
  append_json_member(out, R"(},"fullDescription":{)", "text", rationale.empty() ? summary : rationale);
  append_json_member(out, R"(},"help":{)", "text",
                     paragraphs(rule, [](std::string& text, std::string_view part) { text += part; }));
  append_json_member(out, ",", "markdown", paragraphs(rule, append_markdown_text));
  append_json_member(out, R"(},"defaultConfiguration":{)", "level", to_text(active.level));
  out += R"(},"properties":{"tags":["cablelint",)";
  append_json_string(out, group_of(rule.id));
  append_json_member(out, "],", "problem.severity",
                     word_for(active.level, "error", "warning", "recommendation"));
  append_json_member(out, ",", "precision", std::string_view("high"));
  out += "}}";
}

}  // namespace

void append_sarif_rules(std::string& out, const Run& run) {
  out += '[';
  for (const ActiveRule& rule : run.rules) {
    out += out.ends_with('[') ? "\n" : ",\n";
    append_rule(out, rule);
  }
  out += run.rules.empty() ? "]" : "\n]";
}

}  // namespace cablelint::reports
