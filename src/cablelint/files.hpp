#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace cablelint {

class OpenFolder;

/// One document to read, or the reason why there is none under this name.
struct Input {
  std::string name;             // what reports show: the path as people gave it, or the id of a record
  bool standard_input = false;  // else the path is `container`, or `name` when that is empty
  std::string problem;          // not empty: nothing can be read, and this says why
  bool found = false;           // in a folder, not named
  std::string container = {};   // the file that holds the document; empty: it is a file of its own
  std::uint64_t line = 0;       // of the container on which the record begins, from 1; 0: none
  std::shared_ptr<const OpenFolder> folder = {};  // in which it was found; null where it is not kept open

  /// What stands in a folder.
  [[nodiscard]] const std::string& path() const { return container.empty() ? name : container; }
};

/// How paths become documents.
struct WalkOptions {
  std::string standard_input_name = "-";  // the name shown for `-`
  std::vector<std::string> exclude;       // what folders leave out, in the language of gitignore(5)
  std::string exclude_folder;             // where `exclude` is seen from; empty: the working directory
  bool ignore_files = true;               // `.cablelintignore`, `.ignore` and, in a repository, `.gitignore`
  bool force_exclude = false;             // leaves out what is named, too
  bool containers = false;  // folders stand for files that hold many cables, too, but not for the
                            // results of an audit
};

/// The documents that a list of paths stands for, in order of their names and each of them once. What is
/// named is always listed; a folder stands for the `*.txt` and `*.cable` files at any depth below it, and
/// with `containers` for all that `kind_of_name` knows, without those that are left out or hidden and without
/// following links to folders; `-` is standard input. Folders are read as the list goes on, so that memory
/// depends on the largest folder and not on the number of documents.
class InputList {
 public:
  explicit InputList(const std::vector<std::string>& paths, const WalkOptions& options = {});
  ~InputList();
  InputList(const InputList&) = delete;
  InputList& operator=(const InputList&) = delete;

  /// Gives the next document or problem; false at the end.
  bool next(Input& input);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cablelint
