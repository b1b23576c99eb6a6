#include <cablelint/input/byte_stream.hpp>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/magic.h>
#include <sys/vfs.h>
#endif

#include <cerrno>
#include <cstring>

namespace cablelint {
namespace {

// Without O_NONBLOCK the open of a pipe would wait for its writer.
constexpr int kRead = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

std::string why_not_regular(mode_t mode) {
  if (S_ISDIR(mode)) return "is a folder, not a file";
  if (S_ISFIFO(mode)) return "is a pipe, not a file; to check what it gives use `-` and standard input";
  if (S_ISSOCK(mode)) return "is a socket, not a file";
  return "is a device, not a file; to check what it gives use `-` and standard input";
}

bool is_on_disk_or_in_memory(int file) {
#ifdef __linux__
  struct statfs about {};
  if (fstatfs(file, &about) != 0) return false;
  switch (about.f_type) {
    case EXT4_SUPER_MAGIC:
    case BTRFS_SUPER_MAGIC:
    case TMPFS_MAGIC:
    case OVERLAYFS_SUPER_MAGIC:
    case XFS_SUPER_MAGIC:
      return true;
    default:
      return false;
  }
#else
  static_cast<void>(file);
  return false;
#endif
}

}  // namespace

std::string cannot_be_read(int error) {
  if (error == ENOENT) return "no such file or folder";
  return fmt::format("cannot be read: {}", std::strerror(error));
}

OpenFolder::OpenFolder(int number) : number_(number), reads_in_full_(is_on_disk_or_in_memory(number)) {}

OpenFolder::~OpenFolder() {
  close(number_);
}

OpenFile::OpenFile() : number_(STDIN_FILENO), standard_input_(true) {}

OpenFile::OpenFile(const std::string& path, bool seen_regular)
    : number_(open(path.c_str(), kRead)), standard_input_(false) {
  refuse_what_cannot_be_read(seen_regular);
}

OpenFile::OpenFile(const OpenFolder& folder, const char* name)
    : number_(openat(folder.number(), name, kRead)),
      standard_input_(false),
      reads_in_full_(folder.reads_in_full()) {
  refuse_what_cannot_be_read(true);
}

void OpenFile::refuse_what_cannot_be_read(bool seen_regular) {
  struct stat status {};
  if (number_ < 0) {
    problem_ = errno == ENXIO ? why_not_regular(S_IFSOCK) : cannot_be_read(errno);
  } else if (seen_regular) {
    return;
  } else if (fstat(number_, &status) != 0) {
    problem_ = cannot_be_read(errno);
  } else if (!S_ISREG(status.st_mode)) {
    problem_ = why_not_regular(status.st_mode);
  }
}

OpenFile::~OpenFile() {
  if (!standard_input_ && number_ >= 0) close(number_);
}

std::size_t OpenFile::size() const {
  const off_t end = standard_input_ ? 0 : lseek(number_, 0, SEEK_END);
  return end < 0 ? 0 : static_cast<std::size_t>(end);
}

std::size_t OpenFile::read(char* to, std::size_t most, std::string& problem) {
  while (true) {
    const ssize_t count =
        standard_input_ ? ::read(number_, to, most) : pread(number_, to, most, static_cast<off_t>(at_));
    if (count >= 0) {
      at_ += static_cast<std::size_t>(count);
      return static_cast<std::size_t>(count);
    }
    if (errno == EINTR) continue;
    problem = cannot_be_read(errno);
    return 0;
  }
}

}  // namespace cablelint
