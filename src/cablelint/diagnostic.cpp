#include <cablelint/diagnostic.hpp>

#include <algorithm>
#include <string_view>

#include <cablelint/code_points.hpp>
#include <cablelint/terminal_text.hpp>

namespace cablelint {
namespace {

/// Code points of a long line that are shown before and behind the beginning of the fault.
constexpr std::size_t kBefore = 60;
constexpr std::size_t kAfter = 100;
constexpr std::string_view kCut = "...";

}  // namespace

std::string to_text(const Diagnostic& diagnostic, std::string_view kind) {
  std::string out = visible(diagnostic.file);
  if (diagnostic.line > 0) {
    out += ':' + std::to_string(diagnostic.line) + ':' + std::to_string(diagnostic.column);
  }
  out += ": ";
  out += kind;
  out += ": ";
  append_visible(out, diagnostic.message);
  if (!diagnostic.hint.empty()) {
    out += "; ";
    append_visible(out, diagnostic.hint);
  }
  if (diagnostic.line == 0 || diagnostic.excerpt.empty()) return out;

  const std::size_t column = std::max(1U, diagnostic.column) - 1;
  const std::size_t first = column > kBefore ? column - kBefore : 0;
  const std::size_t last = column + kAfter;
  const std::size_t fault_end = std::min(last, column + std::max(1U, diagnostic.length));
  const std::string_view line = diagnostic.excerpt;
  std::string shown(first > 0 ? kCut : "");
  std::size_t width = shown.size();
  std::size_t caret = width;
  std::size_t carets = 0;
  std::size_t index = 0;
  for (std::size_t at = 0; at < line.size(); ++index) {
    if (index == last) {
      shown += kCut;
      break;
    }
    const std::size_t size = code_point_size(line, at);
    const std::size_t columns = index < first ? 0 : append_visible(shown, line.substr(at, size));
    at += size;
    width += columns;
    if (index < column) caret = width;
    if (index >= column && index < fault_end) carets += columns;
  }

  const std::string number = std::to_string(diagnostic.line);
  const std::string margin(number.size() + 1, ' ');
  out += '\n' + margin + "|\n" + number + " | " + shown + '\n' + margin + "| ";
  out.append(caret, ' ').append(std::max<std::size_t>(1, carets), '^');
  return out;
}

}  // namespace cablelint
