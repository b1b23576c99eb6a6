#include "cli/fix_outputs.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cablelint/document_reader.hpp>
#include <cablelint/terminal_text.hpp>
#include <cablelint/unified_diff.hpp>
#include <filesystem>
#include <optional>
#include <system_error>

#include "cli/messages.hpp"

namespace cablelint::cli {
namespace {

namespace fs = std::filesystem;

/// Whether a folder is another one or lies in it.
bool lies_in(const fs::path& folder, const fs::path& other) {
  const auto [rest, end] = std::mismatch(other.begin(), other.end(), folder.begin(), folder.end());
  return rest == other.end();
}

void refuse_folder_inside(const std::string& folder, const std::vector<std::string>& paths) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(folder, error);
  for (const std::string& path : paths) {
    if (path == "-" || !fs::is_directory(path, error)) continue;
    if (!lies_in(real, fs::canonical(path, error))) continue;
    throw UsageError(fmt::format(
        "--fix-dir {}: lies in {}, which is read; name a folder outside it, where copies are no input",
        visible(folder), visible(path)));
  }
}

void make_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error && access(folder.c_str(), W_OK | X_OK) != 0)
    error = std::error_code(errno, std::generic_category());
  if (error) throw UsageError(fmt::format("--fix-dir {}: {}", visible(folder), error.message()));
}

/// Where the copy of a document stands: its path below the folder, without what leads out of it.
fs::path place_of_copy(const std::string& folder, const std::string& name) {
  fs::path place = folder;
  for (const fs::path& part : fs::path(name).lexically_normal().relative_path()) {
    if (part != "..") place /= part;
  }
  return place;
}

/// The bytes under a name, or nothing.
std::optional<std::string> bytes_of(const std::string& path) {
  DocumentReader reader;
  std::string problem;
  const auto bytes = reader.read({path, false, {}}, problem);
  return bytes ? std::optional<std::string>(*bytes) : std::nullopt;
}

void write_whole(const std::string& path, const std::string& text) {
  Output output(path);
  output.stream() << text;
  output.finish();
}

}  // namespace

FixOptions fix_options(const Settings& settings, const std::vector<std::string>& paths) {
  FixOptions options;
  options.diff = settings.flag("diff");
  options.in_place = settings.flag("in-place");
  const bool folder = settings.given("fix-dir");
  if (folder) options.folder = settings.word("fix-dir");
  if (folder && options.folder.empty()) throw UsageError("--fix-dir needs the name of a folder");
  if (folder && options.in_place)
    throw UsageError(
        "--fix-dir and --in-place do not go together: write copies, or mend the files themselves");
  const bool standard_input = std::find(paths.begin(), paths.end(), "-") != paths.end();
  if (standard_input && options.in_place)
    throw UsageError("--in-place cannot mend standard input; see what could be mended with --diff");
  if (standard_input && folder && !settings.given("stdin-filename")) {
    throw UsageError("--fix-dir needs a name for the copy of standard input; give it with --stdin-filename");
  }
  return options;
}

Mended Mender::operator()(const Source& source) {
  Mended mended;
  const bool files = options_->in_place || !options_->folder.empty();
  if (!options_->diff && !files) return mended;
  const std::vector<Fix> fixes = fixer_.find(source);
  if (fixes.empty()) return mended;
  if (options_->diff) append_unified_diff(mended.diff, source.name(), source.bytes(), fixes);
  if (files) mended.text = cablelint::mended(source.bytes(), fixes);
  if (options_->in_place) mended.before = source.bytes();
  return mended;
}

FixOutputs::FixOutputs(const FixOptions& options, const std::vector<std::string>& paths)
    : options_(options), terminal_(isatty(STDOUT_FILENO) == 1) {
  if (!options.folder.empty()) {
    refuse_folder_inside(options.folder, paths);
    make_folder(options.folder);
  }
  if (options.diff) diff_ = std::make_unique<Output>();
}

void FixOutputs::add(const std::string& name, const std::string& container, const Mended& mended) {
  // A cable must not drive a terminal; elsewhere the diff is for a program, which needs every byte.
  if (!mended.diff.empty()) diff_->stream() << (terminal_ ? visible_lines(mended.diff) : mended.diff);
  if (mended.text.empty()) return;
  // Its name is whatever the container says, and no file of ours.
  if (!container.empty()) {
    complain_about(name,
                   fmt::format("is not mended inside {}; see what could be mended with --diff", container));
    complete_ = false;
    return;
  }
  try {
    if (options_.in_place) {
      replace(name, mended);
    } else {
      write_copy(name, mended.text);
    }
  } catch (const OutputError& error) {
    complain(error.what());
    complete_ = false;
  }
}

void FixOutputs::write_copy(const std::string& name, const std::string& text) {
  const fs::path place = place_of_copy(options_.folder, name);
  if (std::error_code error; fs::exists(fs::symlink_status(place, error))) {
    if (bytes_of(place.string()) == text) return;
    complain_about(place.string(), "stands there already and is another text; it was left as it is");
    complete_ = false;
    return;
  }
  std::error_code error;
  fs::create_directories(place.parent_path(), error);
  if (error) throw OutputError(place.string(), error.value());
  write_whole(place.string(), text);
}

void FixOutputs::replace(const std::string& name, const Mended& mended) {
  const std::optional<std::string> now = bytes_of(name);
  if (now == mended.text) return;  // under another name
  if (now != mended.before) {
    complain_about(name, "changed while it was checked; it was not mended");
    complete_ = false;
    return;
  }
  write_whole(name, mended.text);
}

bool FixOutputs::wanted() const {
  return (diff_ && diff_->writable()) || options_.in_place || !options_.folder.empty();
}

bool FixOutputs::finish() {
  try {
    if (diff_) diff_->finish();
  } catch (const OutputError& error) {
    complain(error.what());
    complete_ = false;
  }
  return complete_;
}

}  // namespace cablelint::cli
