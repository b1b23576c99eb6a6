#include <cablelint/input/byte_stream.hpp>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace cablelint {
namespace {

std::string why_not_regular(mode_t mode) {
  if (S_ISDIR(mode)) return "is a folder, not a file";
  if (S_ISFIFO(mode)) return "is a pipe, not a file; to check what it gives use `-` and standard input";
  if (S_ISSOCK(mode)) return "is a socket, not a file";
  return "is a device, not a file; to check what it gives use `-` and standard input";
}

}  // namespace

std::string cannot_be_read(int error) {
  if (error == ENOENT) return "no such file or folder";
  return fmt::format("cannot be read: {}", std::strerror(error));
}

OpenFile::OpenFile() : number_(STDIN_FILENO), standard_input_(true) {}

OpenFile::OpenFile(const std::string& path)
    // Without O_NONBLOCK the open of a pipe would wait for its writer.
    : number_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)), standard_input_(false) {
  struct stat status {};
  if (number_ < 0) {
    problem_ = errno == ENXIO ? why_not_regular(S_IFSOCK) : cannot_be_read(errno);
  } else if (fstat(number_, &status) != 0) {
    problem_ = cannot_be_read(errno);
  } else if (!S_ISREG(status.st_mode)) {
    problem_ = why_not_regular(status.st_mode);
  } else {
    size_ = static_cast<std::size_t>(status.st_size);
  }
}

OpenFile::~OpenFile() {
  if (!standard_input_ && number_ >= 0) close(number_);
}

std::size_t OpenFile::read(char* to, std::size_t most, std::string& problem) {
  while (true) {
    const ssize_t count = ::read(number_, to, most);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno == EINTR) continue;
    problem = cannot_be_read(errno);
    return 0;
  }
}

}  // namespace cablelint
