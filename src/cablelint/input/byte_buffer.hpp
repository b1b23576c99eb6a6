#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace cablelint {

/// Bytes that grow without being cleared first, with room behind them that may be read but means nothing.
class ByteBuffer {
 public:
  /// What may be read behind the last byte.
  static constexpr std::size_t kPadding = 64;

  [[nodiscard]] char* data() { return bytes_.get(); }
  [[nodiscard]] std::string_view text() const { return {bytes_.get(), size_}; }
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Makes room for `more` bytes behind the last one and gives the place; `add` then says how many came.
  [[nodiscard]] char* room(std::size_t more) {
    if (size_ + more + kPadding > capacity_) grow(std::max(size_ + more + kPadding, capacity_ * 2));
    return bytes_.get() + size_;
  }
  void add(std::size_t more) { size_ += more; }
  void append(std::string_view text) {
    char* const end = room(text.size());
    if (!text.empty()) std::memcpy(end, text.data(), text.size());
    add(text.size());
  }
  /// Cuts off the first bytes.
  void drop(std::size_t size) {
    std::memmove(bytes_.get(), bytes_.get() + size, size_ - size);
    size_ -= size;
  }
  /// Cuts off all but the first bytes.
  void keep(std::size_t size) { size_ = size; }
  /// Forgets the bytes, and memory of more than `most` bytes, too.
  void clear(std::size_t most) {
    size_ = 0;
    if (capacity_ <= most) return;
    bytes_.reset();
    capacity_ = 0;
  }

 private:
  void grow(std::size_t capacity) {
    auto larger = std::make_unique_for_overwrite<char[]>(capacity);
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    std::memset(larger.get() + capacity - kPadding, 0, kPadding);
    bytes_ = std::move(larger);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace cablelint
