#include <cablelint/expression/code.hpp>
#include <cablelint/expression/program.hpp>

namespace cablelint::expression {

std::size_t Program::pattern_size() const {
  std::size_t size = 0;
  for (const auto& pattern : parts_->patterns) size += pattern->size();
  return size;
}

}  // namespace cablelint::expression
