#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace cablelint::tests {

/// A new folder that goes away with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Writes a file below the folder, with the folders it stands in.
  void write(const std::string& name, std::string_view bytes) const;
  [[nodiscard]] std::string read(const std::string& name) const;

 private:
  std::filesystem::path path_;
};

/// What a shell script did.
struct Ran {
  int exit = 0;
  std::string out;
  std::string error;
};

/// Runs a script with sh inside a folder. The word `cablelint` is the program under test, and no setting of
/// colours reaches it from outside. Standard input is empty.
[[nodiscard]] Ran run_shell(const TemporaryFolder& folder, const std::string& script);

}  // namespace cablelint::tests
