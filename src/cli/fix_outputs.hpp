#pragma once

#include <cablelint/fixes.hpp>
#include <cablelint/source.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/output.hpp"
#include "cli/settings.hpp"

namespace cablelint::cli {

/// What is to be done with what can be mended.
struct FixOptions {
  bool diff = false;
  bool in_place = false;
  std::string folder;  // empty: no copies
};

/// Understands --diff, --fix-dir and --in-place. Throws UsageError where they do not go with each other or
/// with the paths.
[[nodiscard]] FixOptions fix_options(const Settings& settings, const std::vector<std::string>& paths);

/// A document with its fixes made, as far as the options ask for it. Both texts are empty when there is
/// nothing to mend.
struct Mended {
  std::string diff;
  std::string text;
  std::string before;  // the text that was read
};

/// Mends documents one after the other on one thread.
class Mender {
 public:
  Mender(const Fixer& fixer, const FixOptions& options) : fixer_(fixer), options_(&options) {}
  Mended operator()(const Source& source);

 private:
  Fixer fixer_;
  const FixOptions* options_;
};

/// Shows and writes what is mended. What goes wrong with one file is on standard error and stops no other.
class FixOutputs {
 public:
  /// Makes the folder of the copies. Throws UsageError when there can be none, or when it lies in a folder
  /// that is read.
  FixOutputs(const FixOptions& options, const std::vector<std::string>& paths);

  /// `container` is the file that holds the document, empty for a file of its own: only such are written.
  void add(const std::string& name, const std::string& container, const Mended& mended);
  /// False when nothing of this can be written any more.
  [[nodiscard]] bool wanted() const;
  /// The reader of the diff went away.
  [[nodiscard]] bool abandoned() const { return diff_ && diff_->closed_by_reader(); }
  /// False when something could not be written, which is then on standard error.
  [[nodiscard]] bool finish();

 private:
  void write_copy(const std::string& name, const std::string& text);
  void replace(const std::string& name, const Mended& mended);

  const FixOptions& options_;
  std::unique_ptr<Output> diff_;
  bool terminal_;
  bool complete_ = true;
};

}  // namespace cablelint::cli
