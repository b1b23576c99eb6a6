#include <cablelint/ignore_patterns.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace cablelint {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

/// Blanks at the end do not count unless a backslash stands before them.
std::string_view without_trailing_blanks(std::string_view line) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool escaped = line[at] == '\\' && at + 1 < line.size();
    if (escaped) ++at;
    if (escaped || line[at] != ' ') end = at + 1;
  }
  return line.substr(0, end);
}

bool between(unsigned c, unsigned first, unsigned last) {
  return c >= first && c <= last;
}
bool is_digit(unsigned c) {
  return between(c, '0', '9');
}
bool is_lower(unsigned c) {
  return between(c, 'a', 'z');
}
bool is_upper(unsigned c) {
  return between(c, 'A', 'Z');
}
bool is_alnum(unsigned c) {
  return is_digit(c) || is_lower(c) || is_upper(c);
}

struct CharacterClass {
  std::string_view name;
  bool (*holds)(unsigned c);
};
constexpr std::array<CharacterClass, 12> kClasses{{
    {"alnum", is_alnum},
    {"alpha", [](unsigned c) { return is_lower(c) || is_upper(c); }},
    {"blank", [](unsigned c) { return c == ' ' || c == '\t'; }},
    {"cntrl", [](unsigned c) { return c < ' ' || c == 0x7F; }},
    {"digit", is_digit},
    {"graph", [](unsigned c) { return between(c, '!', '~'); }},
    {"lower", is_lower},
    {"print", [](unsigned c) { return between(c, ' ', '~'); }},
    {"punct", [](unsigned c) { return between(c, '!', '~') && !is_alnum(c); }},
    {"space", [](unsigned c) { return c == ' ' || between(c, '\t', '\r'); }},
    {"upper", is_upper},
    {"xdigit", [](unsigned c) { return is_digit(c) || between(c, 'a', 'f') || between(c, 'A', 'F'); }},
}};

}  // namespace

void IgnorePatterns::add_file(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (end < text.size() && line.ends_with('\r')) line.remove_suffix(1);
    add_line(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void IgnorePatterns::add_line(std::string_view line) {
  if (line.starts_with('#')) return;
  line = without_trailing_blanks(line);
  Pattern pattern;
  if (line.starts_with('!')) {
    pattern.negated = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    pattern.folder_only = true;
    line.remove_suffix(1);
  }
  pattern.floating = line.find('/') == kNowhere;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty() || !compile(line, pattern.segments)) return;
  patterns_.push_back(std::move(pattern));
}

/// False for a pattern that can fit nothing: an open bracket, a backslash at the end.
bool IgnorePatterns::compile(std::string_view text, std::vector<Segment>& segments) {
  Segment segment;
  bool stars_only = true;
  const auto finish = [&] {
    const std::size_t count = segment.tokens.size();
    segment.any_folders = stars_only && count > 1;
    if (std::all_of(segment.tokens.begin(), segment.tokens.end(),
                    [](const Token& token) { return token.kind == Token::byte; })) {
      for (const Token& token : segment.tokens) segment.literal += static_cast<char>(token.value);
      segment.tokens.clear();
    }
    segments.push_back(std::move(segment));
    segment = {};
    stars_only = true;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    Token token{Token::byte, 0, 0};
    if (c == '\\') {
      if (++at == text.size()) return false;
      c = text[at];
      token.value = static_cast<std::uint8_t>(c);
    } else if (c == '*') {
      token.kind = Token::star;
    } else if (c == '?') {
      token.kind = Token::any;
    } else if (c == '[') {
      token.kind = Token::set;
      token.index = static_cast<std::uint32_t>(sets_.size());
      Set set;
      if (!compile_set(text, ++at, set)) return false;
      sets_.push_back(set);
      c = ' ';  // a set is no slash, whatever it begins with
    } else {
      token.value = static_cast<std::uint8_t>(c);
    }
    if (token.kind == Token::byte && c == '/') {
      finish();
      continue;
    }
    stars_only = stars_only && token.kind == Token::star;
    segment.tokens.push_back(token);
  }
  finish();
  return true;
}

/// Reads a set behind its `[` and leaves `at` on its `]`; false when it has none or names no class.
bool IgnorePatterns::compile_set(std::string_view text, std::size_t& at, Set& set) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
  };
  const bool negated = byte(at) == '!' || byte(at) == '^';
  if (negated) ++at;
  unsigned before = 0;  // what a range would begin with
  do {
    unsigned c = byte(at);
    if (c == 0) return false;
    if (c == '\\') {
      c = byte(++at);
      if (c == 0) return false;
      set.set(c);
    } else if (c == '-' && before != 0 && byte(at + 1) != 0 && byte(at + 1) != ']') {
      c = byte(++at);
      if (c == '\\') c = byte(++at);
      if (c == 0) return false;
      for (unsigned each = before; each <= c; ++each) set.set(each);
      c = 0;
    } else if (c == '[' && byte(at + 1) == ':') {
      const std::size_t end = text.find(']', at + 2);
      if (end == kNowhere) return false;
      if (end >= at + 3 && text[end - 1] == ':') {
        const std::string_view name = text.substr(at + 2, end - at - 3);
        const auto* const known = std::find_if(kClasses.begin(), kClasses.end(),
                                               [&](const CharacterClass& each) { return each.name == name; });
        if (known == kClasses.end()) return false;
        for (unsigned each = 0; each < 128; ++each) {
          if (known->holds(each)) set.set(each);
        }
        at = end;
        c = 0;
      } else {
        set.set('[');
      }
    } else {
      set.set(c);
    }
    before = c;
    ++at;
  } while (byte(at) != ']');
  if (negated) set.flip();
  set.reset('/');
  return true;
}

IgnoreVerdict IgnorePatterns::decide(std::string_view path, bool folder) const {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == kNowhere ? path : path.substr(slash + 1);
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->folder_only && !folder) continue;
    const bool fit =
        pattern->floating ? fits(pattern->segments.front(), name) : fits(pattern->segments, path);
    if (fit) return pattern->negated ? IgnoreVerdict::kept : IgnoreVerdict::ignored;
  }
  return IgnoreVerdict::none;
}

bool IgnorePatterns::covers(std::string_view path) const {
  for (std::size_t end = 0; end < path.size();) {
    end = std::min(path.find('/', end + 1), path.size());
    if (decide(path.substr(0, end), end < path.size()) == IgnoreVerdict::ignored) return true;
  }
  return false;
}

bool IgnorePatterns::fits(const Token& token, char c) const {
  switch (token.kind) {
    case Token::byte:
      return token.value == static_cast<std::uint8_t>(c);
    case Token::any:
      return true;
    case Token::set:
      return sets_[token.index].test(static_cast<std::uint8_t>(c));
    case Token::star:
      break;
  }
  return false;
}

bool IgnorePatterns::fits(const Segment& segment, std::string_view name) const {
  const std::vector<Token>& tokens = segment.tokens;
  if (tokens.empty()) return name == segment.literal;
  // Going back to the last star alone is enough: what stood before it has been found as early as can be.
  std::size_t at = 0;
  std::size_t token = 0;
  std::size_t behind_star = kNowhere;
  std::size_t star_at = 0;
  while (at < name.size()) {
    if (token < tokens.size() && tokens[token].kind == Token::star) {
      behind_star = ++token;
      star_at = at;
    } else if (token < tokens.size() && fits(tokens[token], name[at])) {
      ++token;
      ++at;
    } else if (behind_star != kNowhere) {
      token = behind_star;
      at = ++star_at;
    } else {
      return false;
    }
  }
  while (token < tokens.size() && tokens[token].kind == Token::star) ++token;
  return token == tokens.size();
}

bool IgnorePatterns::fits(const std::vector<Segment>& segments, std::string_view path) const {
  const auto end_of = [&](std::size_t at) { return std::min(path.find('/', at), path.size()); };
  const auto next = [&](std::size_t at) { return std::min(end_of(at) + 1, path.size()); };
  std::size_t at = 0;
  std::size_t segment = 0;
  std::size_t behind_any = kNowhere;
  std::size_t any_at = 0;
  while (at < path.size()) {
    if (segment < segments.size() && segments[segment].any_folders) {
      // At the end it stands for whatever is inside, and something is.
      if (++segment == segments.size()) return true;
      behind_any = segment;
      any_at = at;
    } else if (segment < segments.size() && fits(segments[segment], path.substr(at, end_of(at) - at))) {
      ++segment;
      at = next(at);
    } else if (behind_any != kNowhere) {
      segment = behind_any;
      at = any_at = next(any_at);
    } else {
      return false;
    }
  }
  return segment == segments.size();
}

}  // namespace cablelint
