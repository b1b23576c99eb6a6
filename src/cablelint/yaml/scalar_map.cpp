#include <cablelint/yaml/scalar_map.hpp>

#include <algorithm>

namespace cablelint::yaml {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Walks a scalar as written and as decoded, side by side. Text other than white space is the same on both
/// sides save for escapes; white space is matched run by run, because folding and indentation change it.
class Walker {
 public:
  Walker(std::string_view file, std::size_t begin, Style style) : file_(file), at_(begin), style_(style) {
    switch (style) {
      case Style::plain:
        break;
      case Style::single_quoted:
      case Style::double_quoted:
        ++at_;
        break;
      case Style::literal:
      case Style::folded:
        at_ = std::min(file.find('\n', begin), file.size());
        skip_space();
        break;
    }
  }

  [[nodiscard]] std::size_t at() const { return at_; }

  /// Steps over what stands for the byte `decoded`; gives where that begins.
  std::size_t step(char decoded) {
    if (pending_ > 0) {
      --pending_;
      return escape_;
    }
    if (style_ == Style::double_quoted) skip_continuations();
    if (style_ == Style::double_quoted && at_ < file_.size() && file_[at_] == '\\') return step_escape();
    if (is_space(decoded)) {
      const std::size_t here = at_;
      if (at_ < file_.size() && is_space(file_[at_])) ++at_;
      return here;
    }
    skip_space();
    if (style_ == Style::double_quoted) {
      skip_continuations();
      if (at_ < file_.size() && file_[at_] == '\\') return step_escape();
    }
    const std::size_t here = at_;
    at_ += style_ == Style::single_quoted && decoded == '\'' ? 2 : 1;
    at_ = std::min(at_, file_.size());
    return here;
  }

  /// The place of the next character other than white space that belongs to the text.
  std::size_t next(char decoded) {
    Walker copy = *this;
    return copy.step(decoded);
  }

 private:
  void skip_space() {
    while (at_ < file_.size() && is_space(file_[at_])) ++at_;
  }

  /// A backslash at the end of a line joins it with the next.
  void skip_continuations() {
    while (at_ + 1 < file_.size() && file_[at_] == '\\' &&
           (file_[at_ + 1] == '\n' || file_[at_ + 1] == '\r')) {
      ++at_;
      skip_space();
    }
  }

  std::size_t step_escape() {
    escape_ = at_;
    const char kind = at_ + 1 < file_.size() ? file_[at_ + 1] : '\\';
    std::size_t digits = 0;
    if (kind == 'x') digits = 2;
    if (kind == 'u') digits = 4;
    if (kind == 'U') digits = 8;
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < digits && at_ + 2 + i < file_.size(); ++i) {
      const char c = file_[at_ + 2 + i];
      const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
      code = code * 16 + static_cast<std::uint32_t>(digit & 15);
    }
    if (kind == 'N' || kind == '_') code = 0x80;
    if (kind == 'L' || kind == 'P') code = 0x2028;
    pending_ = code < 0x80 ? 0U : code < 0x800 ? 1U : code < 0x10000 ? 2U : 3U;
    at_ = std::min(at_ + 2 + digits, file_.size());
    return escape_;
  }

  std::string_view file_;
  std::size_t at_;
  Style style_;
  std::size_t escape_ = 0;
  unsigned pending_ = 0;  // further bytes of the escape at `escape_`
};

}  // namespace

std::size_t scalar_offset(std::string_view file, std::size_t begin, Style style, std::string_view text,
                          std::size_t offset) {
  Walker walker(file, begin, style);
  const std::size_t count = std::min(offset, text.size());
  for (std::size_t i = 0; i < count; ++i) walker.step(text[i]);
  return offset < text.size() ? walker.next(text[offset]) : walker.at();
}

std::size_t scalar_end(std::string_view file, std::size_t begin, Style style, std::string_view text) {
  while (!text.empty() && is_space(text.back()) && style != Style::single_quoted &&
         style != Style::double_quoted) {
    text.remove_suffix(1);
  }
  const std::size_t end = scalar_offset(file, begin, style, text, text.size());
  const bool quoted = style == Style::single_quoted || style == Style::double_quoted;
  return std::min(file.size(), end + (quoted ? 1 : 0));
}

bool is_closed(std::string_view file, std::size_t begin, Style style) {
  if (style != Style::single_quoted && style != Style::double_quoted) return true;
  const char quote = style == Style::single_quoted ? '\'' : '"';
  for (std::size_t i = begin + 1; i < file.size(); ++i) {
    if (style == Style::double_quoted && file[i] == '\\') {
      ++i;
    } else if (file[i] == quote) {
      if (style == Style::double_quoted || i + 1 >= file.size() || file[i + 1] != quote) return true;
      ++i;
    }
  }
  return false;
}

}  // namespace cablelint::yaml
