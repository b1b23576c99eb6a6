#include "cli/rule_text.hpp"

#include <fmt/format.h>

#include <cablelint/append_format.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/code_points.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/terminal_text.hpp>
#include <optional>
#include <vector>

#include "cli/messages.hpp"

namespace cablelint::cli {
namespace {

constexpr std::size_t kWidth = 88;

void append_text(std::string& out, std::string_view key, std::string_view value) {
  append_format(out, R"("{}":)", key);
  append_json_string(out, value);
  out += ',';
}

void append_list(std::string& out, std::string_view key, const std::vector<std::string>& values) {
  append_format(out, R"("{}":[)", key);
  for (const std::string& value : values) {
    append_json_string(out, value);
    out += ',';
  }
  if (!values.empty()) out.pop_back();
  out += "],";
}

void append_day(std::string& out, std::string_view key, const std::optional<Day>& day) {
  if (day) {
    append_text(out, key, iso(*day));
  } else {
    append_format(out, R"("{}":null,)", key);
  }
}

void append_cases(std::string& out, std::string_view key, const std::vector<RuleCase>& cases) {
  append_format(out, R"("{}":[)", key);
  for (const RuleCase& each : cases) {
    if (&each != &cases.front()) out += ',';
    out += '{';
    append_text(out, "name", each.name);
    append_day(out, "as_of", each.as_of);
    append_text(out, "text", each.text);
    out.back() = '}';
  }
  out += "],";
}

}  // namespace

void append_json_rule(std::string& out, const RuleInfo& rule, bool cases) {
  out += '{';
  append_text(out, "id", rule.id);
  append_text(out, "name", rule.name);
  append_text(out, "level", to_text(rule.level));
  append_text(out, "summary", rule.summary);
  append_text(out, "rationale", rule.rationale);
  append_text(out, "help", rule.help);
  append_list(out, "authority", rule.authority);
  append_day(out, "since", rule.since);
  append_day(out, "until", rule.until);
  if (cases) {
    append_cases(out, "flags", rule.flags);
    append_cases(out, "passes", rule.passes);
  }
  out.back() = '}';
}

void append_wrapped(std::string& out, std::string_view text, std::string_view indent) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::size_t width = 0;
  while (true) {
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const std::string word = visible(text.substr(0, text.find_first_of(kBlanks)));
    const std::size_t size = code_points(word);
    if (width > 0 && width + 1 + size > kWidth) {
      out += '\n';
      width = 0;
    }
    out += width == 0 ? indent : " ";
    out += word;
    width += size + (width == 0 ? indent.size() : 1);
    const std::size_t end = text.find_first_of(kBlanks);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end);
  }
  if (width > 0) out += '\n';
}

bool wants_json(const std::string& output) {
  if (output == "json") return true;
  if (output == "text") return false;
  throw UsageError(fmt::format("--output {}: write text or json", visible(output)));
}

}  // namespace cablelint::cli
