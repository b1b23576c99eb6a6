#include "reports/spool.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace cablelint::reports {

void Spool::append(std::string_view text) {
  text_ += text;
  if (text_.size() < memory_ || !usable_) return;
  if (!file_) file_.reset(std::tmpfile());
  usable_ = file_ && std::fwrite(text_.data(), 1, text_.size(), file_.get()) == text_.size() &&
            std::fflush(file_.get()) == 0;
  if (!usable_) return;
  filed_ += text_.size();
  text_.clear();
}

void Spool::copy_to(std::ostream& out, std::size_t most) {
  most = std::min(most, size());
  std::size_t left = std::min(most, filed_);
  most -= left;
  if (left > 0) {
    std::rewind(file_.get());
    std::vector<char> block(std::size_t{64} * 1024);
    while (left > 0) {
      const std::size_t count = std::fread(block.data(), 1, std::min(block.size(), left), file_.get());
      if (count == 0) throw std::runtime_error("the temporary file of a report cannot be read back");
      out.write(block.data(), static_cast<std::streamsize>(count));
      left -= count;
    }
  }
  out.write(text_.data(), static_cast<std::streamsize>(most));
}

}  // namespace cablelint::reports
