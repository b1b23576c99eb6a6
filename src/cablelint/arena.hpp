#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace cablelint {

/// Memory for the values of one cable: allocation is a pointer step, `clear` keeps the blocks for the next
/// cable. Nothing placed here is destroyed, so it holds trivially destructible types only.
class Arena {
 public:
  Arena() = default;
  /// `block`: bytes taken from the heap at a time.
  explicit Arena(std::size_t block) : block_bytes_(block) {}

  void* allocate(std::size_t size, std::size_t alignment) {
    std::size_t at = (used_ + alignment - 1) & ~(alignment - 1);
    if (block_ == blocks_.size() || at + size > blocks_[block_].size) {
      next_block(size);
      at = 0;
    }
    used_ = at + size;
    return blocks_[block_].bytes.get() + at;
  }

  template <typename T> T* allocate_array(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    return static_cast<T*>(allocate(sizeof(T) * count, alignof(T)));
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* bytes = allocate_array<char>(text.size());
    std::memcpy(bytes, text.data(), text.size());
    return {bytes, text.size()};
  }

  void clear() {
    block_ = 0;
    used_ = 0;
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{64} * 1024;
  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size;
  };

  void next_block(std::size_t size) {
    if (block_ < blocks_.size()) ++block_;
    while (block_ < blocks_.size() && blocks_[block_].size < size) ++block_;
    if (block_ == blocks_.size()) {
      const std::size_t bytes = size > block_bytes_ ? size : block_bytes_;
      blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(bytes), bytes});
    }
    used_ = 0;
  }

  std::size_t block_bytes_ = kBlock;
  std::vector<Block> blocks_;
  std::size_t block_ = 0;
  std::size_t used_ = 0;
};

}  // namespace cablelint
