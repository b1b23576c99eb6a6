#include "reports/line_hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cablelint/utf8.hpp>
#include <cstddef>
#include <unordered_map>

namespace cablelint::reports {
namespace {

constexpr std::size_t kWindow = 100;
constexpr std::uint64_t kBase = 37;
constexpr std::uint16_t kEnd = 0xFFFF;

constexpr std::uint64_t base_to_the_window() {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < kWindow; ++i) power *= kBase;
  return power;
}

/// Hashes the last hundred units; what was marked a hundred units ago is reported to `Report(mark, hash)`
/// before the next unit goes in.
template <typename Report> class RollingHash {
 public:
  explicit RollingHash(Report report) : report_(report) { marks_.fill(kNone); }

  void put(std::uint16_t unit, std::size_t mark = kNone) {
    if (marks_[index_] != kNone) report_(marks_[index_], hash_);
    marks_[index_] = mark;
    hash_ = kBase * hash_ + unit - base_to_the_window() * window_[index_];
    window_[index_] = unit;
    index_ = index_ + 1 == kWindow ? 0 : index_ + 1;
  }

  void finish(std::size_t mark) {
    put(kEnd, mark);
    for (std::size_t i = 0; i < kWindow; ++i) put(0);
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

 private:
  Report report_;
  std::array<std::uint16_t, kWindow> window_{};
  std::array<std::size_t, kWindow> marks_{};
  std::uint64_t hash_ = 0;
  std::size_t index_ = 0;
};

}  // namespace

LineHashes::LineHashes(std::string_view bytes) {
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  RollingHash rolling([&](std::size_t begin, std::uint64_t hash) {
    lines_.push_back({begin, hash, ++seen[hash]});
  });
  bool starts = true;  // the next unit is the first of a line
  const auto put = [&](std::uint16_t unit, std::size_t at) {
    rolling.put(unit, starts ? at : rolling.kNone);
    starts = unit == '\n';
  };
  for (std::size_t at = 0; at < bytes.size();) {
    const char c = bytes[at];
    if (c == ' ' || c == '\t' || (c == '\n' && at > 0 && bytes[at - 1] == '\r')) {
      ++at;
      continue;
    }
    const CodePoint point = decode_utf8(bytes.substr(at));
    if (!point.valid) {
      put(0xFFFD, at);
    } else if (point.value < 0x10000) {
      put(c == '\r' ? std::uint16_t{'\n'} : static_cast<std::uint16_t>(point.value), at);
    } else {
      put(static_cast<std::uint16_t>(0xD800 + ((point.value - 0x10000) >> 10)), at);
      put(static_cast<std::uint16_t>(0xDC00 + ((point.value - 0x10000) & 0x3FF)), at);
    }
    at += point.length;
  }
  rolling.finish(starts ? bytes.size() : rolling.kNone);
}

std::string LineHashes::text_of(const Line& line) {
  return fmt::format("{:x}:{}", line.hash, line.occurrence);
}

std::string LineHashes::at(std::uint32_t line_begin) const {
  // Blanks in front do not count, so that a line's first character may stand behind its begin.
  const auto line = std::lower_bound(lines_.begin(), lines_.end(), line_begin,
                                     [](const Line& each, std::uint32_t at) { return each.begin < at; });
  return text_of(line == lines_.end() ? lines_.back() : *line);
}

std::vector<std::string> LineHashes::all() const {
  std::vector<std::string> texts;
  texts.reserve(lines_.size());
  for (const Line& line : lines_) texts.push_back(text_of(line));
  return texts;
}

}  // namespace cablelint::reports
