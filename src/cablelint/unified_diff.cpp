#include <cablelint/append_format.hpp>
#include <cablelint/unified_diff.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace cablelint {
namespace {

constexpr std::size_t kContext = 3;

/// The lines of a text with their line ends; the last one may have none.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

/// Some lines, by number from 0, and what stands there instead.
struct Change {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
  std::size_t lines = 0;  // of `text`
};

class Diff {
 public:
  Diff(std::string_view bytes, std::span<const Fix> fixes) : bytes_(bytes), lines_(lines_of(bytes)) {
    starts_.reserve(lines_.size());
    for (const std::string_view line : lines_)
      starts_.push_back(static_cast<std::size_t>(line.data() - bytes.data()));
    collect(fixes);
  }

  void append(std::string& out) const {
    std::ptrdiff_t shift = 0;  // lines that the hunks before add
    for (std::size_t first = 0; first < changes_.size();) {
      std::size_t last = first + 1;
      while (last < changes_.size() && changes_[last].begin - changes_[last - 1].end <= 2 * kContext) ++last;
      const std::span<const Change> hunk(changes_.data() + first, last - first);
      append_hunk(out, hunk, shift);
      for (const Change& change : hunk)
        shift += static_cast<std::ptrdiff_t>(change.lines) -
                 static_cast<std::ptrdiff_t>(change.end - change.begin);
      first = last;
    }
  }

 private:
  [[nodiscard]] std::size_t line_of(std::size_t offset) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
    return static_cast<std::size_t>(next - starts_.begin()) - 1;
  }
  [[nodiscard]] std::size_t begin_of(std::size_t line) const {
    return line < starts_.size() ? starts_[line] : bytes_.size();
  }

  /// Fixes on the same lines are one change.
  void collect(std::span<const Fix> fixes) {
    for (std::size_t i = 0; i < fixes.size();) {
      const std::size_t begin = line_of(fixes[i].at.offset);
      std::size_t end = begin;
      const std::size_t first = i;
      for (; i < fixes.size() && line_of(fixes[i].at.offset) <= end; ++i) end = line_of(fixes[i].at.end());
      add(begin, end + 1, fixes.subspan(first, i - first));
    }
  }

  void add(std::size_t begin, std::size_t end, std::span<const Fix> fixes) {
    const std::size_t offset = begin_of(begin);
    std::vector<Fix> inside(fixes.begin(), fixes.end());
    for (Fix& fix : inside) fix.at.offset -= static_cast<std::uint32_t>(offset);
    const std::string text = mended(bytes_.substr(offset, begin_of(end) - offset), inside);
    std::vector<std::string_view> lines = lines_of(text);
    // Lines that stay do not belong to the change.
    while (!lines.empty() && begin < end && lines.back() == lines_[end - 1]) {
      lines.pop_back();
      --end;
    }
    std::size_t same = 0;
    while (same < lines.size() && begin < end && lines[same] == lines_[begin]) {
      ++same;
      ++begin;
    }
    Change change{begin, end, {}, lines.size() - same};
    for (const std::string_view line : std::span(lines).subspan(same)) change.text += line;
    if (changes_.empty() || changes_.back().end < begin) {
      changes_.push_back(std::move(change));
    } else {  // next to each other
      changes_.back().end = end;
      changes_.back().text += change.text;
      changes_.back().lines += change.lines;
    }
  }

  static void append_line(std::string& out, char sign, std::string_view line) {
    out += sign;
    out += line;
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }

  /// "12,7"; a single line is its number alone, and no line stands behind the one before.
  static std::string range(std::size_t begin, std::size_t count) {
    if (count == 1) return fmt::format("{}", begin + 1);
    return fmt::format("{},{}", count == 0 ? begin : begin + 1, count);
  }

  void append_hunk(std::string& out, std::span<const Change> changes, std::ptrdiff_t shift) const {
    const std::size_t begin = changes.front().begin - std::min(kContext, changes.front().begin);
    const std::size_t end = std::min(changes.back().end + kContext, lines_.size());
    std::string body;
    std::size_t at = begin;
    std::size_t count = end - begin;
    const auto keep = [&](std::size_t until) {
      for (; at < until; ++at) append_line(body, ' ', lines_[at]);
    };
    for (const Change& change : changes) {
      keep(change.begin);
      for (; at < change.end; ++at, --count) append_line(body, '-', lines_[at]);
      for (const std::string_view line : lines_of(change.text)) append_line(body, '+', line);
      count += change.lines;
    }
    keep(end);
    const auto new_begin = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(begin) + shift);
    append_format(out, "@@ -{} +{} @@\n{}", range(begin, end - begin), range(new_begin, count), body);
  }

  std::string_view bytes_;
  std::vector<std::string_view> lines_;
  std::vector<std::size_t> starts_;
  std::vector<Change> changes_;
};

/// The name as git writes it: in quotes where it holds bytes that would end it or are no plain text.
std::string quoted(std::string_view side, std::string_view name) {
  while (name.starts_with('/') || name.starts_with("./")) name.remove_prefix(name.starts_with('/') ? 1 : 2);
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
  std::string text(side);
  if (std::all_of(name.begin(), name.end(), is_plain)) {
    text += name;
    if (name.find(' ') != std::string_view::npos) text += '\t';  // ends the name for patch(1)
    return text;
  }
  text.insert(0, 1, '"');
  for (const char c : name) {
    if (c == '"' || c == '\\') text += '\\';
    if (is_plain(c) || c == '"' || c == '\\') {
      text += c;
    } else {
      append_format(text, "\\{:03o}", static_cast<unsigned char>(c));
    }
  }
  return text += '"';
}

}  // namespace

void append_unified_diff(std::string& out, std::string_view name, std::string_view bytes,
                         std::span<const Fix> fixes) {
  if (fixes.empty()) return;
  append_format(out, "--- {}\n+++ {}\n", quoted("a/", name), quoted("b/", name));
  Diff(bytes, fixes).append(out);
}

}  // namespace cablelint
