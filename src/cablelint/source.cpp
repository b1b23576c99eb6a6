#include <cablelint/source.hpp>

#include <algorithm>
#include <utility>

#include <cablelint/code_points.hpp>
#include <cablelint/line_feed.hpp>

namespace cablelint {

Source::Source(std::string name, std::string bytes)
    : name_(std::move(name)), owned_(std::move(bytes)), bytes_(owned_) {}

bool Source::add_line() const {
  if (line_starts_.empty()) {
    line_starts_.reserve(64);
    line_starts_.push_back(0);
    return true;
  }
  if (complete_) return false;
  const char* const end = find_line_feed(bytes_.data() + line_starts_.back(), bytes_.data() + bytes_.size());
  if (end == nullptr) {
    complete_ = true;
    return false;
  }
  line_starts_.push_back(static_cast<std::uint32_t>(end - bytes_.data()) + 1);
  return true;
}

std::uint32_t Source::line_number(std::uint32_t offset) const {
  while (line_starts_.empty() || line_starts_.back() <= offset) {
    if (!add_line()) return static_cast<std::uint32_t>(line_starts_.size());
  }
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::uint32_t>(next - line_starts_.begin());
}

Position Source::position(std::uint32_t offset) const {
  offset = static_cast<std::uint32_t>(std::min<std::size_t>(offset, bytes_.size()));
  const std::uint32_t line = line_number(offset);
  std::uint32_t at = line_starts_[line - 1];
  std::uint32_t column = 1;
  // Offsets mostly ascend: going on from the last one keeps a very long line linear.
  if (last_.line == line && last_offset_ <= offset && last_offset_ >= at) {
    at = last_offset_;
    column = last_.column;
  }
  if (is_ascii(bytes_.substr(at, offset - at))) {
    column += offset - at;
    at = offset;
  }
  while (at < offset) {
    at += static_cast<std::uint32_t>(code_point_size(bytes_, at));
    if (at <= offset) ++column;
  }
  const Position position{line, column};
  if (at == offset) {
    last_ = position;
    last_offset_ = offset;
  }
  return position;
}

Span Source::line_at(std::uint32_t offset) const {
  return line(line_number(offset));
}

Span Source::line(std::uint32_t number) const {
  while (line_starts_.size() <= number && add_line()) {}
  if (number == 0 || number > line_starts_.size()) return {};
  const std::uint32_t begin = line_starts_[number - 1];
  std::uint32_t end =
      number < line_starts_.size() ? line_starts_[number] : static_cast<std::uint32_t>(bytes_.size());
  if (end > begin && bytes_[end - 1] == '\n') --end;
  if (end > begin && bytes_[end - 1] == '\r') --end;
  return {begin, end - begin};
}

}  // namespace cablelint
