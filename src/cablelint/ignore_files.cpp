#include <cablelint/ignore_files.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <cablelint/path_text.hpp>

namespace cablelint {

struct IgnoreScope::Folder {
  std::shared_ptr<const Folder> above;
  std::string path;
  std::array<IgnorePatterns, kIgnoreFiles.size()> patterns;
  bool repository = false;
};

namespace {

/// Patterns by the thousand take less.
constexpr std::size_t kMostBytes = std::size_t{4} * 1024 * 1024;

bool exists(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0;
}

std::string in(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.ends_with('/')) path += '/';
  return path.append(name);
}

/// The bytes of a file; empty when it is none, and `reason` says so when that is a fault.
std::string read_patterns(const std::string& path, std::string& reason) {
  // Without O_NONBLOCK the open of a pipe would wait for its writer.
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) {
    if (errno != ENOENT && errno != ELOOP && errno != ENXIO)
      reason = std::string("cannot be read: ") + std::strerror(errno);
    return {};
  }
  std::string text;
  struct stat status {};
  if (fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
    std::array<char, std::size_t{16} * 1024> block{};
    ssize_t count = 0;
    while (text.size() <= kMostBytes && (count = read(file, block.data(), block.size())) > 0)
      text.append(block.data(), static_cast<std::size_t>(count));
    if (count < 0) reason = std::string("cannot be read: ") + std::strerror(errno);
    if (text.size() > kMostBytes) reason = "is too large: a file of patterns may have 4 MiB";
  }
  close(file);
  if (!reason.empty()) text.clear();
  return text;
}

}  // namespace

IgnoreFiles::IgnoreFiles(const std::vector<std::string>& exclude, std::string exclude_folder, bool read_files)
    : exclude_folder_(std::move(exclude_folder)), read_files_(read_files), working_folder_(working_folder()) {
  for (const std::string& line : exclude) exclude_.add_line(line);
  if (exclude_folder_.empty()) exclude_folder_ = working_folder_;
}

std::vector<IgnoreFiles::Problem> IgnoreFiles::take_problems() {
  return std::exchange(problems_, {});
}

std::string IgnoreFiles::top_of(const std::string& folder) {
  const auto known = tops_.find(folder);
  if (known != tops_.end()) return known->second;
  std::string top;
  for (std::string_view at = folder; top.empty(); at = folder_of(at)) {
    if (exists(in(at, ".git"))) top = at;
    if (at == "/") break;
  }
  if (top.empty()) top = cablelint::below(working_folder_, folder) ? working_folder_ : folder;
  return tops_.emplace(folder, std::move(top)).first->second;
}

IgnoreScope IgnoreFiles::scope_of(const std::string& folder, const std::string& top) {
  const auto known = scopes_.find(folder);
  if (known != scopes_.end()) return known->second;
  IgnoreScope above;
  if (folder != top && folder != "/") above = scope_of(std::string(folder_of(folder)), top);
  IgnoreMarks marks;
  marks.files.fill(true);
  marks.repository = exists(in(folder, ".git"));
  return scopes_.emplace(folder, below(above, folder, marks)).first->second;
}

IgnoreScope IgnoreFiles::enter(const std::string& folder) {
  return read_files_ ? scope_of(folder, top_of(folder)) : IgnoreScope{};
}

IgnoreScope IgnoreFiles::below(const IgnoreScope& scope, const std::string& folder,
                               const IgnoreMarks& marks) {
  if (!read_files_) return {};
  IgnoreScope inside = scope;
  inside.in_repository = scope.in_repository || marks.repository;
  auto own = std::make_shared<IgnoreScope::Folder>();
  // A repository inside another keeps to its own patterns of git's.
  own->repository = marks.repository;
  bool says_something = marks.repository && scope.nearest != nullptr;
  for (std::size_t kind = 0; kind < kIgnoreFiles.size(); ++kind) {
    if (!marks.files[kind] || (kind == kGitIgnore && !inside.in_repository)) continue;
    const std::string file = in(folder, kIgnoreFiles[kind]);
    std::string reason;
    own->patterns[kind].add_file(read_patterns(file, reason));
    if (!reason.empty()) problems_.push_back({file, std::move(reason)});
    says_something = says_something || !own->patterns[kind].empty();
  }
  if (!says_something) return inside;
  own->above = scope.nearest;
  own->path = folder;
  inside.nearest = std::move(own);
  return inside;
}

IgnoreVerdict IgnoreFiles::excluded(std::string_view path, bool folder) const {
  // Patterns say nothing of what stands above the folder that they are seen from.
  if (exclude_.empty() || cablelint::below(path, exclude_folder_)) return IgnoreVerdict::none;
  const std::string_view inside = cablelint::below(exclude_folder_, path).value_or(path.substr(1));
  return exclude_.decide(inside, folder);
}

bool IgnoreFiles::ignored(const IgnoreScope& scope, std::string_view path, bool folder) const {
  if (const IgnoreVerdict verdict = excluded(path, folder); verdict != IgnoreVerdict::none)
    return verdict == IgnoreVerdict::ignored;
  for (std::size_t kind = 0; kind < kIgnoreFiles.size(); ++kind) {
    for (const IgnoreScope::Folder* at = scope.nearest.get(); at != nullptr; at = at->above.get()) {
      if (!at->patterns[kind].empty()) {
        const auto inside = cablelint::below(at->path, path);
        const IgnoreVerdict verdict =
            inside ? at->patterns[kind].decide(*inside, folder) : IgnoreVerdict::none;
        if (verdict != IgnoreVerdict::none) return verdict == IgnoreVerdict::ignored;
      }
      if (kind == kGitIgnore && at->repository) break;
    }
  }
  return false;
}

bool IgnoreFiles::ignored_anywhere(const std::string& path, bool folder) {
  const std::string_view parent = folder_of(path);
  const std::string top = top_of(std::string(parent));
  std::string_view first = top;
  if (!exclude_.empty() && cablelint::below(exclude_folder_, path) &&
      (!read_files_ || exclude_folder_.size() < top.size()))
    first = exclude_folder_;
  for (std::size_t end = first == "/" ? 0 : first.size(); end < path.size();) {
    end = std::min(path.find('/', end + 1), path.size());
    const std::string_view at = std::string_view(path).substr(0, end);
    const std::string_view stands_in = folder_of(at);
    const bool inside_top = cablelint::below(top, stands_in).has_value();
    const IgnoreScope scope =
        read_files_ && inside_top ? scope_of(std::string(stands_in), top) : IgnoreScope{};
    if (ignored(scope, at, end < path.size() || folder)) return true;
  }
  return false;
}

}  // namespace cablelint
