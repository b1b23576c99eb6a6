#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/ignore_patterns.hpp>

namespace cablelint {

/// The files with patterns that a folder may have, the strongest first.
inline constexpr std::array<std::string_view, 3> kIgnoreFiles{".cablelintignore", ".ignore", ".gitignore"};
inline constexpr std::size_t kGitIgnore = 2;

/// What of those stands in a folder.
struct IgnoreMarks {
  std::array<bool, kIgnoreFiles.size()> files{};
  bool repository = false;  // `.git`
};

/// What is left out in a folder: by its own files with patterns and by those of the folders above.
struct IgnoreScope {
  struct Folder;
  std::shared_ptr<const Folder> nearest;  // the nearest folder with something to say; null when there is none
  bool in_repository = false;             // `.gitignore` counts
};

/// Answers which files and folders are left out. Paths are from the root of the file system.
class IgnoreFiles {
 public:
  /// `exclude` are patterns that are stronger than every file, as seen from `exclude_folder`. Without
  /// `read_files` there are no others.
  IgnoreFiles(const std::vector<std::string>& exclude, std::string exclude_folder, bool read_files);

  /// Nothing is ever left out.
  [[nodiscard]] bool idle() const { return exclude_.empty() && !read_files_; }
  /// What holds in a folder where a walk begins. Folders above count up to the repository that it is in;
  /// without one, up to the working directory; above neither none counts.
  [[nodiscard]] IgnoreScope enter(const std::string& folder);
  /// What holds in a folder of a folder.
  [[nodiscard]] IgnoreScope below(const IgnoreScope& scope, const std::string& folder,
                                  const IgnoreMarks& marks);
  /// Whether something in a folder with this scope is left out.
  [[nodiscard]] bool ignored(const IgnoreScope& scope, std::string_view path, bool folder) const;
  /// Whether a path is left out by itself or with a folder above it that counts.
  [[nodiscard]] bool ignored_anywhere(const std::string& path, bool folder);

  struct Problem {
    std::string path;
    std::string reason;
  };
  /// Files with patterns that could not be read since the last call.
  [[nodiscard]] std::vector<Problem> take_problems();

 private:
  [[nodiscard]] std::string top_of(const std::string& folder);
  [[nodiscard]] IgnoreScope scope_of(const std::string& folder, const std::string& top);
  [[nodiscard]] IgnoreVerdict excluded(std::string_view path, bool folder) const;

  IgnorePatterns exclude_;
  std::string exclude_folder_;
  bool read_files_;
  std::string working_folder_;
  std::map<std::string, std::string, std::less<>> tops_;
  std::map<std::string, IgnoreScope, std::less<>> scopes_;
  std::vector<Problem> problems_;
};

}  // namespace cablelint
