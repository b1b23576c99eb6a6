#include <cablelint/source.hpp>

#include <algorithm>
#include <cstring>
#include <utility>

#include <cablelint/code_points.hpp>

namespace cablelint {

Source::Source(std::string name, std::string bytes)
    : name_(std::move(name)), owned_(std::move(bytes)), bytes_(owned_) {}

const std::vector<std::uint32_t>& Source::line_starts() const {
  if (!line_starts_.empty()) return line_starts_;
  line_starts_.push_back(0);
  const char* const begin = bytes_.data();
  const char* const end = begin + bytes_.size();
  for (const char* at = begin; at < end;) {
    at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
    if (at == nullptr) break;
    ++at;
    line_starts_.push_back(static_cast<std::uint32_t>(at - begin));
  }
  return line_starts_;
}

Position Source::position(std::uint32_t offset) const {
  const std::vector<std::uint32_t>& starts = line_starts();
  offset = static_cast<std::uint32_t>(std::min<std::size_t>(offset, bytes_.size()));
  const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  const auto line = static_cast<std::uint32_t>(next - starts.begin());
  std::uint32_t at = *(next - 1);
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
  const std::vector<std::uint32_t>& starts = line_starts();
  return line(
      static_cast<std::uint32_t>(std::upper_bound(starts.begin(), starts.end(), offset) - starts.begin()));
}

Span Source::line(std::uint32_t number) const {
  const std::vector<std::uint32_t>& starts = line_starts();
  if (number == 0 || number > starts.size()) return {};
  const std::uint32_t begin = starts[number - 1];
  std::uint32_t end = number < starts.size() ? starts[number] : static_cast<std::uint32_t>(bytes_.size());
  if (end > begin && bytes_[end - 1] == '\n') --end;
  if (end > begin && bytes_[end - 1] == '\r') --end;
  return {begin, end - begin};
}

}  // namespace cablelint
