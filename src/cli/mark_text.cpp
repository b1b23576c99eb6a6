#include "cli/mark_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/append_format.hpp>
#include <cablelint/code_points.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/terminal_text.hpp>
#include <string_view>
#include <vector>

namespace cablelint::cli {
namespace {

constexpr std::size_t kShownText = 100;  // bytes of a mark
constexpr std::size_t kWidestPart = 24;  // code points before the meaning

std::string shown(std::string_view text) {
  if (text.empty()) return "(nothing)";
  if (text.size() <= kShownText) return visible(text);
  return visible(text.substr(0, code_point_before(text, kShownText + 1))) + "...";
}

void append_json_notes(std::string& out, std::string_view key, const std::vector<MarkNote>& notes) {
  append_format(out, R"(,"{}":[)", key);
  for (const MarkNote& note : notes) {
    out += &note == &notes.front() ? R"({"code":)" : R"(,{"code":)";
    append_json_string(out, note.code);
    out += R"(,"message":)";
    append_json_string(out, note.message);
    out += '}';
  }
  out += ']';
}

void append_text_notes(std::string& out, std::string_view label, const std::vector<MarkNote>& notes) {
  for (const MarkNote& note : notes) {
    append_format(out, "  {}: {} [{}]\n", label, visible(note.message), note.code);
  }
}

}  // namespace

void append_json_mark(std::string& out, const MarkReading& mark) {
  out += R"({"text":)";
  append_json_string(out, mark.text);
  append_format(out, R"(,"as":"{}","valid":{},"level":)", to_text(mark.as), mark.valid());
  if (mark.level) {
    append_json_string(out, portion_form(*mark.level));
  } else {
    out += "null";
  }
  out += R"(,"controls":[)";
  for (const std::string& control : mark.controls) {
    if (&control != &mark.controls.front()) out += ',';
    append_json_string(out, control);
  }
  out += ']';
  append_json_notes(out, "problems", mark.problems);
  append_json_notes(out, "remarks", mark.remarks);
  out += "}\n";
}

void append_text_mark(std::string& out, const MarkReading& mark) {
  append_format(out, "{}: {} {}{}\n", shown(mark.text), mark.valid() ? "valid" : "not a valid",
                to_text(mark.as), mark.as == MarkForm::portion ? " mark" : "");
  std::size_t width = 0;
  for (const MarkPart& part : mark.parts) width = std::max(width, code_points(shown(part.text)));
  width = std::min(width, kWidestPart);
  for (const MarkPart& part : mark.parts) {
    append_format(out, "  {:{}}  {}\n", shown(part.text), width,
                  part.meaning.empty() ? "unknown" : visible(part.meaning));
  }
  append_text_notes(out, "problem", mark.problems);
  append_text_notes(out, "remark", mark.remarks);
}

}  // namespace cablelint::cli
