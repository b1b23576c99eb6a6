#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cablelint/files.hpp>
#include <cablelint/ignore_files.hpp>
#include <cablelint/input/byte_stream.hpp>
#include <cablelint/input/file_kind.hpp>
#include <cablelint/path_text.hpp>
#include <cerrno>
#include <deque>
#include <tuple>
#include <utility>

namespace cablelint {
namespace {

// A folder with as many files stays open until they are read, unless as many around it are. Of smaller ones,
// which are not worth it, there could be very many at a time.
constexpr std::size_t kFilesOfOpenFolder = 32;
constexpr std::size_t kMostOpenFolders = 64;

enum class Kind { file, folder, standard_input };

struct Entry {
  std::string name;  // of a folder with a slash at its end, which makes the order of names the order of paths
  Kind kind = Kind::file;
};

bool operator<(const Entry& a, const Entry& b) {
  return std::tie(a.name, a.kind) < std::tie(b.name, b.kind);
}

/// A folder that was named.
struct Root {
  std::string name;
  std::size_t prefix = 0;  // bytes of the name with its slash
  std::string absolute = {};
  std::size_t open = 0;  // listings that are not used up
  bool gave_something = false;
  bool ignored_something = false;
};

/// The sorted content of one folder and how far it was used.
struct Listing {
  std::string prefix;
  std::vector<Entry> entries;
  std::size_t at = 0;
  std::string path;  // prefix and name of the current entry
  std::shared_ptr<Root> root;
  std::shared_ptr<const OpenFolder> folder;  // null where it is not kept open
  IgnoreScope scope;

  void set_path() { path.assign(prefix).append(entries[at].name); }
};

struct LaterPath {
  bool operator()(const std::unique_ptr<Listing>& a, const std::unique_ptr<Listing>& b) const {
    return a->path > b->path;
  }
};

/// What a link in a folder stands for; nothing for links that the walk leaves alone.
std::optional<Kind> kind_of_link(int folder, const char* name) {
  struct stat status {};
  if (fstatat(folder, name, &status, 0) != 0) {
    // A link to nothing is listed, so that reading it reports the loss; a loop is not worth a word.
    if (errno == ELOOP) return std::nullopt;
    return Kind::file;
  }
  if (S_ISREG(status.st_mode)) return Kind::file;
  return std::nullopt;
}

std::optional<Kind> kind_of(int folder, const dirent& item, bool containers) {
  unsigned char type = item.d_type;
  if (type == DT_UNKNOWN) {
    struct stat status {};
    if (fstatat(folder, item.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return Kind::file;
    type = S_ISDIR(status.st_mode)   ? DT_DIR
           : S_ISLNK(status.st_mode) ? DT_LNK
           : S_ISREG(status.st_mode) ? DT_REG
                                     : DT_FIFO;
  }
  if (type == DT_DIR) return Kind::folder;
  const FileKind file = kind_of_name(item.d_name);
  if (!file.listed || (file.container() && !containers)) return std::nullopt;
  if (type == DT_LNK) return kind_of_link(folder, item.d_name);
  if (type == DT_REG) return Kind::file;
  return std::nullopt;
}

void mark(std::string_view name, IgnoreMarks& marks) {
  for (std::size_t kind = 0; kind < kIgnoreFiles.size(); ++kind) {
    if (name == kIgnoreFiles[kind]) marks.files[kind] = true;
  }
  if (name == ".git") marks.repository = true;
}

/// Whether a folder holds the results of an audit, which are no input for the next one.
bool holds_a_run(int folder) {
  const int file = openat(folder, "run.json", O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return false;
  std::array<char, 256> begin{};
  const ssize_t count = ::read(file, begin.data(), begin.size());
  close(file);
  return count > 0 &&
         std::string_view(begin.data(), static_cast<std::size_t>(count)).find("\"cablelint.run/") !=
             std::string_view::npos;
}

/// The folder once more; null where it is not to stay open.
std::shared_ptr<const OpenFolder> keep_open(int folder, const std::vector<Entry>& entries) {
  const auto files = std::count_if(entries.begin(), entries.end(),
                                   [](const Entry& entry) { return entry.kind == Kind::file; });
  if (static_cast<std::size_t>(files) < kFilesOfOpenFolder) return nullptr;
  const int number = fcntl(folder, F_DUPFD_CLOEXEC, 0);
  return number < 0 ? nullptr : std::make_shared<const OpenFolder>(number);
}

/// Lists the cables and folders in a folder, in order; sets `error` to errno where that failed.
void list_folder(const std::string& path, bool containers, Listing& listing, IgnoreMarks& marks, int& error) {
  std::vector<Entry>& entries = listing.entries;
  error = 0;
  DIR* const folder = opendir(path.c_str());
  if (folder == nullptr) {
    error = errno;
    return;
  }
  for (errno = 0; const dirent* item = readdir(folder); errno = 0) {
    if (item->d_name[0] == '.') {
      mark(item->d_name, marks);
      continue;
    }
    const std::optional<Kind> kind = kind_of(dirfd(folder), *item, containers);
    if (!kind) continue;
    entries.push_back({item->d_name, *kind});
    if (*kind == Kind::folder) entries.back().name += '/';
  }
  error = errno;
  if (containers && holds_a_run(dirfd(folder))) entries.clear();
  listing.folder = keep_open(dirfd(folder), entries);
  closedir(folder);
  std::sort(entries.begin(), entries.end());
}

/// A path from the root as seen from the working directory, when it is below that.
std::string shown(const std::string& path) {
  return std::string(below(working_folder(), path).value_or(path));
}

std::string without_slash(std::string path) {
  if (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

struct InputList::State {
  explicit State(const WalkOptions& options)
      : ignore(options.exclude, options.exclude_folder, options.ignore_files),
        force_exclude(options.force_exclude),
        containers(options.containers) {}

  IgnoreFiles ignore;
  bool force_exclude;
  bool containers;
  std::vector<std::unique_ptr<Listing>> heap;  // the smallest path first
  std::deque<Input> problems;
  std::string last;
  std::optional<Kind> last_kind;

  void push(std::unique_ptr<Listing> listing) {
    listing->set_path();
    heap.push_back(std::move(listing));
    std::push_heap(heap.begin(), heap.end(), LaterPath{});
  }

  std::unique_ptr<Listing> pop() {
    std::pop_heap(heap.begin(), heap.end(), LaterPath{});
    std::unique_ptr<Listing> listing = std::move(heap.back());
    heap.pop_back();
    return listing;
  }

  std::shared_ptr<Root> begin(const std::string& path) const {
    auto root = std::make_shared<Root>(Root{without_slash(path), path.size()});
    if (!ignore.idle()) root->absolute = absolute_path(working_folder(), path);
    return root;
  }

  /// Takes out of a listing what is left out. `marks` say what stands in its folder.
  void leave_out(Listing& listing, const IgnoreScope* above, const IgnoreMarks& marks) {
    if (ignore.idle()) return;
    Root& root = *listing.root;
    std::string path = root.absolute;
    if (above == nullptr) {
      listing.scope = ignore.enter(path);
    } else {
      set_absolute(path, root.absolute, std::string_view(listing.prefix).substr(root.prefix));
      listing.scope = ignore.below(*above, path, marks);
    }
    for (IgnoreFiles::Problem& problem : ignore.take_problems()) {
      root.gave_something = true;
      problems.push_back({shown(problem.path), false, std::move(problem.reason)});
    }
    if (path != "/") path += '/';
    const std::size_t folder = path.size();
    const std::size_t removed = std::erase_if(listing.entries, [&](const Entry& entry) {
      const bool is_folder = entry.kind == Kind::folder;
      path.resize(folder);
      path.append(entry.name, 0, entry.name.size() - (is_folder ? 1 : 0));
      return ignore.ignored(listing.scope, path, is_folder);
    });
    root.ignored_something = root.ignored_something || removed > 0;
  }

  /// `above` is what holds in the folder around this one; null where the walk begins.
  void open_folder(const std::string& path, std::shared_ptr<Root> root, const IgnoreScope* above) {
    int error = 0;
    IgnoreMarks marks;
    auto listing = std::make_unique<Listing>();
    listing->prefix = path;
    listing->root = std::move(root);
    list_folder(path, containers, *listing, marks, error);
    if (heap.size() >= kMostOpenFolders) listing->folder.reset();
    if (error != 0) {
      listing->root->gave_something = true;
      problems.push_back({without_slash(path), false, cannot_be_read(error)});
    }
    if (listing->entries.empty()) return;
    leave_out(*listing, above, marks);
    if (listing->entries.empty()) return;
    ++listing->root->open;
    push(std::move(listing));
  }

  void report_when_empty(const Root& root) {
    if (root.open == 0 && !root.gave_something) {
      problems.push_back({root.name, false,
                          fmt::format("no cables ({}) found{}",
                                      containers ? "*.txt, *.cable, *.jsonl, *.csv, *.tar" : "*.txt, *.cable",
                                      root.ignored_something ? " that are not ignored" : "")});
    }
  }

  /// Whether something that was named is left out nevertheless.
  bool forced_out(const std::string& path, const std::string& folder, bool is_folder) {
    return force_exclude && !ignore.idle() && ignore.ignored_anywhere(absolute_path(folder, path), is_folder);
  }
};

InputList::InputList(const std::vector<std::string>& paths, const WalkOptions& options)
    : state_(std::make_unique<State>(options)) {
  auto named = std::make_unique<Listing>();
  const std::string folder = working_folder();
  for (const std::string& path : paths) {
    if (path == "-") {
      named->entries.push_back({options.standard_input_name, Kind::standard_input});
      continue;
    }
    struct stat status {};
    const bool is_folder = stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
    if (state_->forced_out(path, folder, is_folder)) continue;
    if (is_folder) {
      named->entries.push_back({path.ends_with('/') ? path : path + '/', Kind::folder});
    } else {
      named->entries.push_back({path, Kind::file});
    }
  }
  std::sort(named->entries.begin(), named->entries.end());
  if (!named->entries.empty()) state_->push(std::move(named));
}

InputList::~InputList() = default;

bool InputList::next(Input& input) {
  while (true) {
    if (!state_->problems.empty()) {
      input = std::move(state_->problems.front());
      state_->problems.pop_front();
      return true;
    }
    if (state_->heap.empty()) return false;

    std::unique_ptr<Listing> next = state_->pop();
    Listing& listing = *next;
    const Kind kind = listing.entries[listing.at].kind;
    const bool repeated = state_->last_kind == kind && state_->last == listing.path;
    std::swap(state_->last, listing.path);
    state_->last_kind = kind;
    const std::string& path = state_->last;
    Root* const root = listing.root.get();
    if (++listing.at < listing.entries.size()) {
      state_->push(std::move(next));
    } else if (root != nullptr) {
      --root->open;
    }

    if (kind == Kind::folder && !repeated) {
      const auto inside = root != nullptr ? listing.root : state_->begin(path);
      state_->open_folder(path, inside, root != nullptr ? &listing.scope : nullptr);
      state_->report_when_empty(*inside);
      continue;
    }
    if (root != nullptr) root->gave_something = true;
    if (repeated) continue;
    input = {path, kind == Kind::standard_input, {}, root != nullptr};
    input.folder = listing.folder;
    return true;
  }
}

}  // namespace cablelint
