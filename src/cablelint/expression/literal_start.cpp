#include <cablelint/expression/literal_start.hpp>

#include <cablelint/ascii.hpp>
#include <cablelint/byte_search.hpp>

namespace cablelint::expression {
namespace {

constexpr std::string_view kMeta = R"(\.[]{}()*+?^$|)";
constexpr std::string_view kQuantifiers = "*+?{";

/// Letters that stand for one outside ASCII, too, where case does not count: the Kelvin sign and the long s.
bool folds_beyond_ascii(char c) {
  return ascii_lower(c) == 'k' || ascii_lower(c) == 's';
}

/// Whether a pattern is one of several: `a|b`, with the sign in no group. A bracket that closes none of the
/// groups seen counts as such a sign, since then the pattern was not understood.
bool has_alternatives(std::string_view pattern) {
  std::size_t depth = 0;
  bool in_class = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\') {
      // What stands between \Q and \E is not looked into.
      if (pattern.substr(i).starts_with("\\Q")) return true;
      ++i;
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
      // A bracket that comes first is one of the class.
      if (i + 1 < pattern.size() && pattern[i + 1] == '^') ++i;
      if (i + 1 < pattern.size() && pattern[i + 1] == ']') ++i;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')') {
      if (depth-- == 0) return true;
    } else if (c == '|' && depth == 0) {
      return true;
    }
  }
  return depth != 0 || in_class;
}

bool take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

}  // namespace

LiteralStart::LiteralStart(std::string_view pattern) {
  if (!has_alternatives(pattern)) read(pattern);
  if (letters_.size() < 2) letters_.clear();
}

void LiteralStart::read(std::string_view pattern) {
  folds_ = take(pattern, "(?i)");
  take(pattern, "\\b");
  const bool group = !folds_ && take(pattern, "(?i:");
  folds_ = folds_ || group;
  for (; !pattern.empty(); pattern.remove_prefix(1)) {
    const char c = pattern.front();
    const bool ascii = c >= ' ' && c <= '~';
    if (!ascii || kMeta.find(c) != std::string_view::npos || (folds_ && folds_beyond_ascii(c))) break;
    letters_ += folds_ ? ascii_lower(c) : c;
  }
  // Of a group only that is sure which it says as a whole, once.
  const bool closed = take(pattern, group ? ")" : "");
  const bool repeated = !pattern.empty() && kQuantifiers.find(pattern.front()) != std::string_view::npos;
  if (group && (!closed || repeated)) letters_.clear();
  if (!group && repeated && !letters_.empty()) letters_.pop_back();
}

std::size_t LiteralStart::find(std::string_view text, std::size_t from) const {
  return folds_ ? find_folded(text, letters_, from) : find_bytes(text, letters_, from);
}

}  // namespace cablelint::expression
