#include "reports/json_finding.hpp"

#include <array>
#include <cablelint/json_text.hpp>
#include <charconv>

namespace cablelint::reports {
namespace {

void append_key(std::string& out, std::string_view before, std::string_view key) {
  out += before;
  out += '"';
  out += key;
  out += "\":";
}

}  // namespace

void append_json_member(std::string& out, std::string_view before, std::string_view key,
                        std::string_view value) {
  append_key(out, before, key);
  append_json_string(out, value);
}

void append_json_member(std::string& out, std::string_view before, std::string_view key,
                        std::uint64_t value) {
  append_key(out, before, key);
  std::array<char, 20> digits{};
  out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void append_json_members(std::string& out, const Finding& finding) {
  append_json_member(out, "", "rule", finding.rule);
  append_json_member(out, ",", "name", finding.name);
  append_json_member(out, ",", "level", to_text(finding.level));
  append_json_member(out, ",", "source", finding.source);
  append_json_member(out, ",", "line", finding.line);
  append_json_member(out, ",", "column", finding.column);
  append_json_member(out, ",", "end_line", finding.end_line);
  append_json_member(out, ",", "end_column", finding.end_column);
  append_json_member(out, ",", "offset", finding.at ? finding.at.offset : 0);
  append_json_member(out, ",", "length", finding.at.length);
  append_json_member(out, ",", "message", finding.message);
  append_json_member(out, ",", "help", finding.help);
  append_json_member(out, ",", "fingerprint", finding.fingerprint);
  if (finding.record.empty()) {
    out += R"(,"record":null)";
  } else {
    append_json_member(out, ",", "record", finding.record);
  }
  if (finding.related.empty()) return;
  out += R"(,"related":[)";
  for (const RelatedPlace& place : finding.related) {
    append_json_member(out, out.ends_with('[') ? "{" : ",{", "source", place.source);
    append_json_member(out, ",", "line", place.line);
    append_json_member(out, ",", "column", place.column);
    out += '}';
  }
  out += ']';
}

void append_json_members(std::string& out, const InputError& error) {
  append_json_member(out, "", "source", error.source);
  append_json_member(out, ",", "message", error.message);
}

void append_json_line(std::string& out, const Finding& finding) {
  out += R"({"schema":"cablelint.finding/1",)";
  append_json_members(out, finding);
  out += "}\n";
}

}  // namespace cablelint::reports
