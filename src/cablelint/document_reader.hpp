#pragma once

#include <cablelint/files.hpp>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cablelint {

class OpenFile;

/// Reads whole documents into memory that it uses again for the next one.
class DocumentReader {
 public:
  /// The bytes of a document, valid until the next call; else nothing, and `problem` says why for people.
  /// Refuses what cannot be a cable: folders, pipes and devices given by name, files over Source::kMaxBytes,
  /// binary files, UTF-16.
  std::optional<std::string_view> read(const Input& input, std::string& problem);

 private:
  std::optional<std::string_view> read_all(OpenFile& file, std::string& problem);
  void grow(std::size_t capacity, std::size_t keep);

  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;
};

}  // namespace cablelint
