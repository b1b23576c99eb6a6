#include <cablelint/expression/code.hpp>
#include <cablelint/expression/program.hpp>

namespace cablelint::expression {

std::size_t Program::pattern_size() const {
  std::size_t size = 0;
  for (const auto& regex : parts_->regexes) size += static_cast<std::size_t>(regex.program->ProgramSize());
  return size;
}

}  // namespace cablelint::expression
