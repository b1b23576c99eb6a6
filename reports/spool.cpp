#include "reports/spool.hpp"

#include <algorithm>
#include <vector>

namespace cablelint::reports {

void Spool::settle() {
  if (text_.size() < memory_ || !usable_) return;
  if (!file_) file_.reset(std::tmpfile());
  usable_ = file_ && std::fwrite(text_.data(), 1, text_.size(), file_.get()) == text_.size() &&
            std::fflush(file_.get()) == 0;
  if (!usable_) return;
  filed_ += text_.size();
  text_.clear();
}

bool Spool::copy_to(std::ostream& out) {
  if (filed_ > 0) {
    std::rewind(file_.get());
    std::vector<char> block(std::size_t{64} * 1024);
    for (std::size_t left = filed_; left > 0;) {
      const std::size_t count = std::fread(block.data(), 1, std::min(block.size(), left), file_.get());
      if (count == 0) return false;
      out.write(block.data(), static_cast<std::streamsize>(count));
      left -= count;
    }
  }
  out.write(text_.data(), static_cast<std::streamsize>(text_.size()));
  return true;
}

}  // namespace cablelint::reports
