#include "cli/output_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <system_error>

#include "cli/output.hpp"

namespace cablelint::cli {
namespace {

namespace fs = std::filesystem;

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

}  // namespace

OutputFolder::OutputFolder(const std::string& path) : name_(path), path_(without_slash(path)) {
  made_ = mkdir(path_.c_str(), 0777) == 0;
  if (!made_ && errno != EEXIST) {
    const int failure = errno;
    const fs::path parent = fs::path(path_).parent_path();
    std::error_code unknown;
    if (failure == ENOENT && !parent.empty() && !fs::exists(parent, unknown))
      throw OutputError(name_, fmt::format("there is no folder `{}`", parent.string()));
    throw OutputError(name_, failure);
  }
  std::string hidden = path_ + "/.cablelint.XXXXXX";
  if (mkdtemp(hidden.data()) == nullptr) {
    const int failure = errno;
    if (made_) rmdir(path_.c_str());
    throw OutputError(name_, failure);
  }
  hidden_ = std::move(hidden);
}

OutputFolder::~OutputFolder() {
  std::error_code unknown;
  if (!hidden_.empty()) fs::remove_all(hidden_, unknown);
  // Only what nothing appeared in goes away.
  if (made_) rmdir(path_.c_str());
}

int OutputFolder::make(const std::string& name) const {
  return open((hidden_ + "/" + name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

std::string OutputFolder::add(const std::string& name, std::string_view text) {
  if (failure_ != 0) return name;
  std::string taken = name;
  int file = make(taken);
  for (int copy = 2; file < 0 && errno == EEXIST; ++copy) {
    taken = fmt::format("{}~{}.html", name.substr(0, name.rfind('.')), copy);
    file = make(taken);
  }
  if (file < 0) {
    failure_ = errno;
    return name;
  }
  DescriptorBuffer buffer(file);
  std::ostream out(&buffer);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.flush();
  failure_ = buffer.failure();
  if (close(file) != 0 && failure_ == 0) failure_ = errno;
  return taken;
}

void OutputFolder::finish() {
  if (failure_ != 0) throw OutputError(name_, failure_);
  std::error_code failure;
  for (fs::directory_iterator page(hidden_, failure), end; !failure && page != end; page.increment(failure)) {
    const std::string shown = path_ + "/" + page->path().filename().string();
    if (rename(page->path().c_str(), shown.c_str()) != 0) throw OutputError(shown, errno);
  }
  if (failure) throw OutputError(name_, failure.value());
  rmdir(hidden_.c_str());
  hidden_.clear();
  made_ = false;
}

}  // namespace cablelint::cli
