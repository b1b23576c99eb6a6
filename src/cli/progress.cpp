#include "cli/progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "cli/messages.hpp"

namespace cablelint::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto kInterval = 100ms;
constexpr std::size_t kBar = 24;
constexpr std::size_t kUsualWidth = 80;
constexpr std::string_view kClearLine = "\r\x1b[K";

std::size_t terminal_width() {
  struct winsize size {};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsualWidth;
}

std::string with_commas(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, 1, ',');
  return text;
}

std::string clock_text(double seconds) {
  const auto all = static_cast<std::uint64_t>(seconds + 0.5);
  return all < 3600 ? fmt::format("{}:{:02}", all / 60, all % 60)
                    : fmt::format("{}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60);
}

/// 0 when it is not there.
std::uint64_t size_of(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

/// The bytes of all documents; 0 where that cannot be known before they are read.
std::uint64_t total_bytes(const std::vector<std::string>& paths, const WalkOptions& walk,
                          const std::atomic<bool>& stop) {
  std::uint64_t total = 0;
  InputList inputs(paths, walk);
  for (Input input; !stop && inputs.next(input);) {
    if (input.standard_input || input.name.ends_with(".gz") || input.name.ends_with(".tgz") ||
        input.name.ends_with(".zst")) {
      return 0;
    }
    total += size_of(input.name);
  }
  return total;
}

}  // namespace

std::string progress_line(std::uint64_t cables, std::uint64_t bytes, std::uint64_t total, double seconds,
                          std::size_t width) {
  const double rate = seconds > 0 ? static_cast<double>(cables) / seconds : 0;
  std::string line = fmt::format("{} cables, {} a second", with_commas(cables),
                                 with_commas(static_cast<std::uint64_t>(rate)));
  if (total > 0) {
    // Documents may grow while they are read, and records are smaller than the file that holds them.
    const double share = std::min(static_cast<double>(bytes) / static_cast<double>(total), 0.999);
    const auto filled = static_cast<std::size_t>(share * kBar);
    const std::string left =
        share > 0.01 ? fmt::format(", {} left", clock_text(seconds * (1 - share) / share)) : std::string();
    line = fmt::format("[{}{}] {:2.0f}%  {}{}", std::string(filled, '#'), std::string(kBar - filled, '.'),
                       share * 100, line, left);
  }
  if (line.size() >= width) line.resize(width > 0 ? width - 1 : 0);
  return line;
}

Progress::Progress(bool wanted, const std::vector<std::string>& paths, const WalkOptions& walk)
    : shown_(wanted && isatty(STDERR_FILENO) == 1) {
  const bool standard_input = std::find(paths.begin(), paths.end(), "-") != paths.end();
  if (!shown_ || standard_input) return;
  counter_ = std::thread([this, paths, walk] { total_ = total_bytes(paths, walk, stop_); });
}

Progress::~Progress() {
  stop_ = true;
  if (counter_.joinable()) counter_.join();
  clear();
}

void Progress::pass_over(const std::string& path) {
  if (shown_) passed_over_ += size_of(path);
}

void Progress::add(std::uint64_t cables, std::uint64_t bytes) {
  cables_ += cables;
  bytes_ += bytes;
  if (!shown_) return;
  const Clock::time_point now = Clock::now();
  if (now - last_ < kInterval) return;
  last_ = now;
  show();
}

void Progress::show() {
  const double seconds = std::chrono::duration<double>(last_ - begin_).count();
  const std::uint64_t total = total_;
  const std::uint64_t left_out = std::min(total, passed_over_.load());
  write_error(std::string(kClearLine) +
              progress_line(cables_, bytes_, total - left_out, seconds, terminal_width()));
  dirty_ = true;
}

void Progress::say(std::string_view what) {
  if (!shown_) return;
  write_error(fmt::format("{}{} cables: {}", kClearLine, with_commas(cables_), what));
  dirty_ = true;
}

void Progress::clear() {
  if (!dirty_) return;
  write_error(kClearLine);
  dirty_ = false;
}

}  // namespace cablelint::cli
