#include <cablelint/document_reader.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/input/byte_stream.hpp>
#include <cablelint/not_text.hpp>
#include <cablelint/source.hpp>
#include <cstring>
#include <new>

namespace cablelint {
namespace {

// Memory that a reader keeps between documents.
constexpr std::size_t kKeptBuffer = std::size_t{4} * 1024 * 1024;
constexpr std::size_t kFirstRead = std::size_t{64} * 1024;

OpenFile open_file(const Input& input) {
  if (input.standard_input) return {};
  const std::string& path = input.path();
  if (!input.folder) return OpenFile(path, input.found);
  return {*input.folder, path.c_str() + path.rfind('/') + 1};
}

}  // namespace

std::optional<std::string_view> DocumentReader::read(const Input& input, std::string& problem) try {
  if (!input.problem.empty()) {
    problem = input.problem;
    return std::nullopt;
  }
  if (capacity_ > kKeptBuffer) {
    buffer_.reset();
    capacity_ = 0;
  }
  OpenFile file = open_file(input);
  problem = file.problem();
  if (!problem.empty()) return std::nullopt;
  const std::optional<std::string_view> bytes = read_all(file, problem);
  if (!bytes) return std::nullopt;
  problem = reason_not_text(*bytes);
  if (!problem.empty()) return std::nullopt;
  return bytes;
} catch (const std::bad_alloc&) {
  problem = "does not fit into memory";
  return std::nullopt;
}

std::optional<std::string_view> DocumentReader::read_all(OpenFile& file, std::string& problem) {
  const auto too_large = [&problem] {
    problem = fmt::format("is too large: a document may have {} bytes", Source::kMaxBytes);
    return std::nullopt;
  };
  std::size_t size = 0;
  grow(kFirstRead, 0);
  while (true) {
    if (size == capacity_) grow(capacity_ * 2, size);
    const std::size_t asked = capacity_ - size;
    const std::size_t count = file.read(buffer_.get() + size, asked, problem);
    if (!problem.empty()) return std::nullopt;
    const bool first = size == 0;
    size += count;
    if (count == 0 || (count < asked && file.reads_in_full() && size <= Source::kMaxBytes)) break;
    // One that has a size ends there unless it grows or shrinks meanwhile, which the next read tells.
    const std::size_t expected = file.size();
    if (std::max(size, expected) > Source::kMaxBytes) return too_large();
    if (size == expected) break;
    // One byte more than expected shows the end without another read.
    if (first) grow(expected + 1, size);
  }
  return std::string_view(buffer_.get(), size);
}

void DocumentReader::grow(std::size_t capacity, std::size_t keep) {
  if (capacity <= capacity_) return;
  auto larger = std::make_unique_for_overwrite<char[]>(capacity);
  if (keep > 0) std::memcpy(larger.get(), buffer_.get(), keep);
  buffer_ = std::move(larger);
  capacity_ = capacity;
}

}  // namespace cablelint
