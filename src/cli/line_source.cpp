#include "cli/line_source.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cablelint/input/byte_stream.hpp>
#include <cerrno>
#include <system_error>

namespace cablelint::cli {
namespace {

constexpr std::size_t kReadAtOnce = std::size_t{256} * 1024;
constexpr std::size_t kKeptBuffer = std::size_t{1024} * 1024;

}  // namespace

LineSource::LineSource(std::size_t most) : most_(most) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  stop_read_ = ends[0];
  stop_write_ = ends[1];
}

LineSource::~LineSource() {
  close(stop_read_);
  close(stop_write_);
}

void LineSource::stop() const {
  (void)!write(stop_write_, "", 1);
}

bool LineSource::read(ByteBuffer& bytes) {
  while (true) {
    std::array<pollfd, 2> wait{pollfd{STDIN_FILENO, POLLIN, 0}, pollfd{stop_read_, POLLIN, 0}};
    if (poll(wait.data(), wait.size(), -1) < 0) {
      if (errno == EINTR) continue;
      problem_ = cannot_be_read(errno);
      return false;
    }
    if (wait[1].revents != 0) return false;
    const ssize_t count = ::read(STDIN_FILENO, bytes.room(kReadAtOnce), kReadAtOnce);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count < 0) problem_ = cannot_be_read(errno);
    if (count <= 0) return false;
    bytes.add(static_cast<std::size_t>(count));
    return true;
  }
}

bool LineSource::next(LineBatch& batch) {
  ByteBuffer& bytes = batch.bytes;
  bytes.clear(kKeptBuffer);
  batch.too_long = false;
  batch.first = line_;
  if (ended_) return false;
  bytes.append(tail_.text());
  tail_.clear(kKeptBuffer);
  std::size_t end = 0;
  while (end == 0) {
    if (bytes.size() > most_) return pass_over(batch);
    const std::size_t before = bytes.size();
    if (!read(bytes)) {
      ended_ = true;
      end = bytes.size();
      break;
    }
    end = before + bytes.text().substr(before).rfind('\n') + 1;
    if (bytes.text().find('\n', before) == std::string_view::npos) end = 0;
  }
  tail_.append(bytes.text().substr(end));
  bytes.keep(end);
  line_ += static_cast<std::uint64_t>(std::count(bytes.text().begin(), bytes.text().end(), '\n'));
  return end > 0 && problem_.empty();
}

bool LineSource::pass_over(LineBatch& batch) {
  ByteBuffer& bytes = batch.bytes;
  std::size_t end = std::string_view::npos;
  while (end == std::string_view::npos) {
    bytes.clear(kKeptBuffer);
    ended_ = !read(bytes);
    if (ended_) break;
    end = bytes.text().find('\n');
  }
  if (!ended_) tail_.append(bytes.text().substr(end + 1));
  bytes.clear(kKeptBuffer);
  batch.too_long = true;
  ++line_;
  return problem_.empty();
}

}  // namespace cablelint::cli
