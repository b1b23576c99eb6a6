#include "reports/json_finding.hpp"

#include <cablelint/append_number.hpp>
#include <cablelint/json_text.hpp>

namespace cablelint::reports {
namespace {

void append_key(std::string& out, std::string_view before, std::string_view key) {
  out += before;
  out += '"';
  out += key;
  out += "\":";
}

// A run writes them so often that they are not put together from their parts.
void append(std::string& out, std::string_view begin_and_key, std::string_view value) {
  out += begin_and_key;
  append_json_string(out, value);
}

void append(std::string& out, std::string_view begin_and_key, std::uint64_t value) {
  out += begin_and_key;
  append_number(out, value);
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
  append_number(out, value);
}

void append_json_members(std::string& out, const Finding& finding) {
  append(out, R"("rule":)", finding.rule);
  append(out, R"(,"name":)", finding.name);
  append(out, R"(,"level":)", to_text(finding.level));
  append(out, R"(,"source":)", finding.source);
  append(out, R"(,"line":)", finding.line);
  append(out, R"(,"column":)", finding.column);
  append(out, R"(,"end_line":)", finding.end_line);
  append(out, R"(,"end_column":)", finding.end_column);
  append(out, R"(,"offset":)", finding.at ? finding.at.offset : 0);
  append(out, R"(,"length":)", finding.at.length);
  append(out, R"(,"message":)", finding.message);
  append(out, R"(,"help":)", finding.help);
  append(out, R"(,"fingerprint":)", finding.fingerprint);
  if (finding.record.empty()) {
    out += R"(,"record":null)";
  } else {
    append(out, R"(,"record":)", finding.record);
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
  constexpr std::size_t kKeysAndNumbers = 320;
  out.reserve(out.size() + kKeysAndNumbers + finding.source.size() + finding.message.size() +
              finding.help.size());
  out += R"({"schema":"cablelint.finding/1",)";
  append_json_members(out, finding);
  out += "}\n";
}

}  // namespace cablelint::reports
