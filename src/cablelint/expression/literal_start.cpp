#include <cablelint/expression/literal_start.hpp>

#include <algorithm>
#include <cablelint/byte_block.hpp>

namespace cablelint::expression {
namespace {

constexpr char kCaseBit = 0x20;
constexpr std::string_view kMeta = R"(\.[]{}()*+?^$|)";
constexpr std::string_view kQuantifiers = "*+?{";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | kCaseBit) : c;
}

/// Letters that stand for one outside ASCII, too, where case does not count: the Kelvin sign and the long s.
bool folds_beyond_ascii(char c) {
  return lower(c) == 'k' || lower(c) == 's';
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
  if (letters_.empty()) return;
  const std::array<char, 3> chosen{letters_[0], letters_[1], letters_.back()};
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    signs_[i] = chosen[i];
    masks_[i] = folds_ && is_letter(chosen[i]) ? kCaseBit : '\0';
  }
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
    letters_ += folds_ ? lower(c) : c;
  }
  // Of a group only that is sure which it says as a whole, once.
  const bool closed = take(pattern, group ? ")" : "");
  const bool repeated = !pattern.empty() && kQuantifiers.find(pattern.front()) != std::string_view::npos;
  if (group && (!closed || repeated)) letters_.clear();
  if (!group && repeated && !letters_.empty()) letters_.pop_back();
}

bool LiteralStart::stands_at(const char* bytes) const {
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    if ((folds_ ? lower(bytes[i]) : bytes[i]) != letters_[i]) return false;
  }
  return true;
}

std::size_t LiteralStart::find(std::string_view text, std::size_t from) const {
  if (text.size() < letters_.size()) return std::string_view::npos;
  constexpr std::size_t kStep = 4 * kByteBlock;
  const std::size_t places = text.size() - letters_.size() + 1;
  const std::size_t last = letters_.size() - 1;
  std::array<ByteBlock, 3> signs;
  std::array<ByteBlock, 3> masks;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    signs[i] = block_of(signs_[i]);
    masks[i] = block_of(masks_[i]);
  }
  // Whether it may begin at one of kStep bytes.
  const auto may_hold = [&](const char* step) {
    ByteBlock found{};
    for (const char* bytes = step; bytes != step + kStep; bytes += kByteBlock) {
      found |= held(((load_block(bytes) | masks[0]) == signs[0]) &
                    ((load_block(bytes + 1) | masks[1]) == signs[1]) &
                    ((load_block(bytes + last) | masks[2]) == signs[2]));
    }
    return any(found);
  };
  for (std::size_t at = from; at < places;) {
    const std::size_t end = std::min(at + kStep, places);
    if (end < at + kStep || may_hold(text.data() + at)) {
      for (std::size_t i = at; i < end; ++i) {
        if (stands_at(text.data() + i)) return i;
      }
    }
    at = end;
  }
  return std::string_view::npos;
}

}  // namespace cablelint::expression
