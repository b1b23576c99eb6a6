#include <cablelint/expression/literal_start.hpp>

#include <algorithm>
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

/// The letter of a class of both its cases, `[sS]`, that a pattern begins with; NUL when it does not.
char both_cases(std::string_view pattern) {
  if (pattern.size() < 4 || pattern[0] != '[' || pattern[3] != ']') return '\0';
  const char a = pattern[1];
  const bool both = a != pattern[2] && ascii_lower(a) == ascii_lower(pattern[2]);
  return both ? ascii_lower(a) : '\0';
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
  const bool all = take(pattern, "(?i)");
  take(pattern, "\\b");
  const bool group = !all && take(pattern, "(?i:");
  const bool any_case = folds_ = all || group;
  for (; !pattern.empty(); pattern.remove_prefix(1)) {
    const char c = pattern.front();
    if (const char letter = both_cases(pattern);
        letter != '\0' && !(any_case && folds_beyond_ascii(letter))) {
      folds_ = true;
      letters_ += letter;
      pattern.remove_prefix(3);
      continue;
    }
    const bool ascii = c >= ' ' && c <= '~';
    if (!ascii || kMeta.find(c) != std::string_view::npos || (any_case && folds_beyond_ascii(c))) break;
    letters_ += c;
  }
  // What is found in the wrong case the pattern itself refuses.
  if (folds_) std::transform(letters_.begin(), letters_.end(), letters_.begin(), ascii_lower);
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
