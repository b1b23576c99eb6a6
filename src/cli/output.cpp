#include "cli/output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cablelint/terminal_text.hpp>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

namespace cablelint::cli {
namespace {

/// The file behind a link, so that the link stays; the path itself when there is none yet.
std::string behind_links(const std::string& path) {
  const std::unique_ptr<char, void (*)(void*)> real(realpath(path.c_str(), nullptr), std::free);
  return real ? std::string(real.get()) : path;
}

/// The permissions of the file that is replaced, else those of any new file.
mode_t permissions(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) == 0) return status.st_mode & 07777;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

OutputError::OutputError(const std::string& name, int error)
    : std::runtime_error(fmt::format("{}: cannot be written: {}", visible(name), std::strerror(error))) {}

OutputError::OutputError(const std::string& name, const std::string& reason)
    : std::runtime_error(fmt::format("{}: cannot be written: {}", visible(name), visible(reason))) {}

DescriptorBuffer::DescriptorBuffer(int descriptor)
    : descriptor_(descriptor), terminal_(isatty(descriptor) == 1) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type next) {
  if (sync() != 0) return traits_type::eof();
  if (traits_type::eq_int_type(next, traits_type::eof())) return traits_type::not_eof(next);
  return sputc(traits_type::to_char_type(next));
}

int DescriptorBuffer::sync() {
  const bool done = write_out(pbase(), static_cast<std::size_t>(pptr() - pbase()));
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  return done ? 0 : -1;
}

std::streamsize DescriptorBuffer::xsputn(const char* text, std::streamsize count) {
  if (count > epptr() - pptr()) {
    if (sync() != 0) return 0;
    if (static_cast<std::size_t>(count) >= buffer_.size()) {
      return write_out(text, static_cast<std::size_t>(count)) ? count : 0;
    }
  }
  std::memcpy(pptr(), text, static_cast<std::size_t>(count));
  pbump(static_cast<int>(count));
  if (terminal_ && sync() != 0) return 0;
  return count;
}

bool DescriptorBuffer::write_out(const char* text, std::size_t count) {
  while (count > 0 && failure_ == 0) {
    const ssize_t written = ::write(descriptor_, text, count);
    if (written >= 0) {
      text += written;
      count -= static_cast<std::size_t>(written);
    } else if (errno != EINTR) {
      failure_ = errno;
    }
  }
  return failure_ == 0;
}

Output::Output()
    : name_("standard output"),
      descriptor_(STDOUT_FILENO),
      buffer_(std::make_unique<DescriptorBuffer>(descriptor_)),
      stream_(buffer_.get()) {}

Output::Output(const std::string& path) : name_(path), descriptor_(-1), stream_(nullptr) {
  struct stat status {};
  if (stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    if (S_ISDIR(status.st_mode)) throw OutputError(name_, EISDIR);
    descriptor_ = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) throw OutputError(name_, errno);
  } else {
    target_ = behind_links(path);
    open_temporary();
  }
  buffer_ = std::make_unique<DescriptorBuffer>(descriptor_);
  stream_.rdbuf(buffer_.get());
}

Output::Output(const std::string& path, int descriptor)
    : name_(path),
      descriptor_(descriptor),
      buffer_(std::make_unique<DescriptorBuffer>(descriptor_)),
      stream_(buffer_.get()) {}

std::unique_ptr<Output> Output::at_end_of(const std::string& path) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) throw OutputError(path, errno);
  std::unique_ptr<Output> output(new Output(path, descriptor));
  struct stat status {};
  if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) output->end_before_ = status.st_size;
  return output;
}

void Output::give_up() {
  const int failure = buffer_->failure();
  // Where even that fails nothing is left to try.
  if (end_before_ >= 0) (void)!ftruncate(descriptor_, end_before_);
  throw OutputError(name_, failure);
}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

bool Output::closed_by_reader() const {
  return descriptor_ == STDOUT_FILENO && buffer_->failure() == EPIPE;
}

void Output::complete() {
  if (descriptor_ < 0) return;
  stream_.flush();
  if (closed_by_reader()) return;
  if (buffer_->failure() != 0) give_up();
  if (target_.empty()) return;
  if (fchmod(descriptor_, permissions(target_)) != 0) throw OutputError(name_, errno);
  // Some file systems report a full disk only here.
  const int closed = close(descriptor_);
  descriptor_ = -1;
  stream_.rdbuf(nullptr);
  buffer_.reset();
  if (closed != 0) throw OutputError(name_, errno);
}

void Output::finish() {
  complete();
  if (temporary_.empty()) return;
  if (rename(temporary_.c_str(), target_.c_str()) != 0) throw OutputError(name_, errno);
  temporary_.clear();
}

void Output::open_temporary() {
  // Beside the target, since a file can only be renamed within its file system; hidden, so that no walk finds
  // it.
  const std::size_t slash = target_.rfind('/');
  const std::size_t folder = slash == std::string::npos ? 0 : slash + 1;
  const std::string base = target_.substr(folder);
  if (base.empty()) throw OutputError(name_, EISDIR);
  // A name may have NAME_MAX bytes, and the suffix takes some of them.
  std::string path = target_.substr(0, folder) + "." + base.substr(0, NAME_MAX - 16) + ".XXXXXX";
  descriptor_ = mkostemp(path.data(), O_CLOEXEC);
  if (descriptor_ < 0) {
    const int failure = errno;
    const std::string where = folder > 1 ? target_.substr(0, folder - 1) : target_.substr(0, folder);
    struct stat status {};
    if (!where.empty() && stat(where.c_str(), &status) != 0 && errno == ENOENT)
      throw OutputError(name_, fmt::format("there is no folder `{}`", where));
    throw OutputError(name_, failure);
  }
  temporary_ = std::move(path);
}

void guard_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) continue;
    // The lowest free number is the one just found closed; opened the wrong way round, its use still fails.
    (void)open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace cablelint::cli
