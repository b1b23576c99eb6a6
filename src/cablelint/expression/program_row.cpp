#include <algorithm>
#include <cablelint/expression/code.hpp>
#include <new>

namespace cablelint::expression {
namespace {

template <typename T> const T* copy_of(const std::vector<T>& items, Arena& memory) {
  T* const copies = memory.allocate_array<T>(items.size());
  std::uninitialized_copy(items.begin(), items.end(), copies);
  return copies;
}

}  // namespace

RunnableProgram ProgramRow::add(const Program& program) {
  const Program::Parts& parts = *program.parts_;
  auto* const code = ::new (memory_.allocate_array<Program::Code>(1)) Program::Code(parts.code);
  code->instructions = copy_of(parts.instructions, memory_);
  code->root = code->instructions + parts.instructions.size() - 1;
  code->links = copy_of(parts.links, memory_);
  code->scalars = copy_of(parts.scalars, memory_);
  code->fields = copy_of(parts.fields, memory_);
  code->functions = copy_of(parts.functions, memory_);
  code->constants = copy_of(parts.constants, memory_);
  return RunnableProgram(code);
}

}  // namespace cablelint::expression
