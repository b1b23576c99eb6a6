#pragma once

#include <array>
#include <cablelint/expression/functions.hpp>
#include <cablelint/expression/program.hpp>
#include <cablelint/expression/search_pattern.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace cablelint::expression {

/// What an instruction does; a, b, c are indexes of instructions unless it says otherwise.
enum class Op : std::uint8_t {
  constant,     // a: constant
  fail,         // a: constant, an error
  variable,     // a: slot
  field,        // a, b: field use
  has_field,    // a, b: field use
  path,         // a: number of the path, b: the field that it ends with
  has_path,     // a: number of the path, b: the field that it ends with
  select,       // a, b: constant, the name
  has_select,   // a, b: constant, the name
  index,        // a, b
  logical_and,  // a: first link, count
  logical_or,   // a: first link, count
  conditional,  // a, b, c
  logical_not,  // a
  negate,       // a
  multiply,     // a, b, as all that follow up to `in`
  divide,
  remainder,
  add,
  subtract,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  in,
  list,     // a: first link, count
  map,      // a: first link, count of links
  call,     // a: first link, count, b: function
  matches,  // a, b: pattern
  // Of macros, `count` is that of the variables, which lie side by side.
  all,  // a: range, b: predicate, c: slot
  exists,
  exists_one,
  filter,
  transform,       // a: range, b: result, c: slot
  transform_some,  // a: first link (range, predicate, result), c: slot
  transform_map,   // a: first link (range, predicate where b is not 0, result), c: slot
  transform_entries,
  bind,  // a: value, b: result, c: slot
};
inline constexpr std::size_t kOperations = static_cast<std::size_t>(Op::bind) + 1;

/// Memory for a value that may not be needed.
union Room {
  Room() {}  // NOLINT(modernize-use-equals-default): nothing is initialised
  Value value;
};

struct Instruction;
// Each instruction has a function that gives its value, which lies in the room or somewhere that outlives it,
// and one that gives the answer of a condition; without one, `trouble` says why.
using Reader = const Value& (*)(const Program::Code& code, const Instruction& in, Context& context,
                                Room& room);
using Tester = Answer (*)(const Program::Code& code, const Instruction& in, Context& context, Value& trouble);

struct Instruction {
  Op op = Op::constant;
  std::uint16_t count = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
  Reader read = nullptr;
  Tester test = nullptr;
};

/// A field of an object whose type is known.
struct FieldUse {
  // Beside what the field itself says, so that the common way needs no other memory.
  Getter get = nullptr;
  const void* (*part)(const void* object) = nullptr;
  const Field* field = nullptr;
  std::uint16_t object_type = 0;
  bool optional = false;
  std::uint32_t texts = 0;  // in Code::field_texts
};

struct FieldTexts {
  Value absent;  // the error of reading it when it is absent
  Value name;
};

/// The flat form of an expression, as it is run. Operands stand before the instructions that use them; the
/// root is the last one.
struct Program::Code {
  const Instruction* root = nullptr;
  const Instruction* instructions = nullptr;
  const std::uint32_t* links = nullptr;  // operands of instructions with any number of them
  const Value* constants = nullptr;
  const std::int64_t* scalars = nullptr;  // what fields are compared with as numbers
  const FieldUse* fields = nullptr;
  const Implementation* functions = nullptr;
  const FieldTexts* field_texts = nullptr;
  const std::unique_ptr<const SearchPattern>* patterns = nullptr;
};

/// What a program is made of.
struct Program::Parts {
  std::vector<Instruction> instructions;
  std::vector<std::uint32_t> links;
  std::vector<Value> constants;
  std::vector<std::int64_t> scalars;
  std::vector<FieldUse> fields;
  std::vector<Implementation> functions;
  std::vector<FieldTexts> field_texts;
  std::vector<std::unique_ptr<const SearchPattern>> patterns;
  Type type;
  std::uint32_t slots = 0;
  Arena memory{512};  // text and items of the constants
  Code code;          // of the completed program

  /// How the parts are run as they stand.
  [[nodiscard]] Code view() const {
    return {instructions.data() + instructions.size() - 1,
            instructions.data(),
            links.data(),
            constants.data(),
            scalars.data(),
            fields.data(),
            functions.data(),
            field_texts.data(),
            patterns.data()};
  }
};

// The functions that fit every instruction of an operation.
extern const std::array<Reader, kOperations> kReaders;
extern const std::array<Tester, kOperations> kTesters;

/// Quicker functions for instructions whose operands are of a common form; null where there is none. The
/// instruction and its operands are complete.
[[nodiscard]] Reader quick_reader(const Program::Code& code, Instruction& in);
[[nodiscard]] Tester quick_tester(const Program::Code& code, Instruction& in,
                                  std::vector<std::int64_t>& scalars);

/// The value of one instruction.
inline const Value& read(const Program::Code& code, std::uint32_t instruction, Context& context, Room& room) {
  const Instruction& in = code.instructions[instruction];
  return in.read(code, in, context, room);
}
inline Value run(const Program::Code& code, std::uint32_t instruction, Context& context) {
  Room room;
  return read(code, instruction, context, room);
}
/// The answer of an instruction whose value is a condition.
inline Answer test(const Program::Code& code, std::uint32_t instruction, Context& context, Value& trouble) {
  const Instruction& in = code.instructions[instruction];
  return in.test(code, in, context, trouble);
}

/// The field of that name: of an object by its run-time type, of a map by its key. `absent` tells has() that
/// the field is optional and not there, or that the map has no such key.
[[nodiscard]] Value select(const Value& operand, const Value& name, Context& context, bool& absent);

}  // namespace cablelint::expression
