#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint {

/// One document to read, or the reason why there is none under this name.
struct Input {
  std::string name;             // as people gave it; what reports show
  bool standard_input = false;  // else `name` is the path
  std::string problem;          // not empty: nothing can be read, and this says why
};

/// The documents that a list of paths stands for, in order of their names and each of them once. A file that
/// is named is always listed; a folder stands for the `*.txt` and `*.cable` files at any depth below it,
/// without hidden ones and without following links to folders; `-` is standard input. Folders are read as the
/// list goes on, so that memory depends on the largest folder and not on the number of documents.
class InputList {
 public:
  /// `standard_input_name` is the name shown for `-`.
  explicit InputList(const std::vector<std::string>& paths, const std::string& standard_input_name = "-");
  ~InputList();
  InputList(const InputList&) = delete;
  InputList& operator=(const InputList&) = delete;

  /// Gives the next document or problem; false at the end.
  bool next(Input& input);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads whole documents into memory that it uses again for the next one.
class DocumentReader {
 public:
  /// The bytes of a document, valid until the next call; else nothing, and `problem` says why for people.
  /// Refuses what cannot be a cable: folders, pipes and devices given by name, files over Source::kMaxBytes,
  /// binary files, UTF-16.
  std::optional<std::string_view> read(const Input& input, std::string& problem);

 private:
  std::optional<std::string_view> read_all(int file, std::size_t expected, std::string& problem);
  void grow(std::size_t capacity, std::size_t keep);

  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;
};

/// Why these bytes, the begin of a document, are not text: "is a PDF document, not text". Empty when they may
/// be.
[[nodiscard]] std::string reason_not_text(std::string_view bytes);

}  // namespace cablelint
