#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cablelint/audit/line_file.hpp>
#include <cablelint/terminal_text.hpp>
#include <cerrno>
#include <cstring>
#include <utility>

namespace cablelint::audit {
namespace {

constexpr std::size_t kBuffer = std::size_t{16} * 1024;

}  // namespace

LineFile::LineFile(std::string path)
    : path_(std::move(path)), file_(open(path_.c_str(), O_RDONLY | O_CLOEXEC)), buffer_(kBuffer) {
  if (file_ < 0) throw RunError(fmt::format("{}: {}", visible(path_), std::strerror(errno)));
}

LineFile::~LineFile() {
  close(file_);
}

bool LineFile::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
  while (true) {
    const ssize_t count = ::read(file_, buffer_.data() + end_, buffer_.size() - end_);
    if (count > 0) {
      end_ += static_cast<std::size_t>(count);
      return true;
    }
    if (count == 0) return false;
    if (errno != EINTR) throw RunError(fmt::format("{}: {}", visible(path_), std::strerror(errno)));
  }
}

bool LineFile::next(std::string_view& line) {
  std::size_t searched = begin_;
  while (true) {
    const void* const found = std::memchr(buffer_.data() + searched, '\n', end_ - searched);
    if (found != nullptr) {
      const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
      line = {buffer_.data() + begin_, at - begin_};
      if (line.ends_with('\r')) line.remove_suffix(1);
      begin_ = at + 1;
      ++line_;
      return true;
    }
    const std::size_t pending = end_ - begin_;
    if (!fill()) {
      ++line_;
      if (pending > 0) refuse("the file is cut short; make the audit again");
      return false;
    }
    searched = begin_ + pending;
  }
}

void LineFile::refuse(std::string_view what) const {
  throw RunError(fmt::format("{}:{}: {}", visible(path_), line_, what));
}

}  // namespace cablelint::audit
