#include <fmt/format.h>

#include <algorithm>
#include <cablelint/expression/check.hpp>
#include <cablelint/expression/code.hpp>
#include <cablelint/expression/known.hpp>
#include <cablelint/expression/literal_map.hpp>
#include <cablelint/expression/operators.hpp>

namespace cablelint::expression {
namespace {

using Code = Program::Code;

// Functions whose text argument is worth a fault at once when it is wrong, not an error of each evaluation.
bool checks_its_literal(std::string_view function) {
  return function == "date" || function == "timestamp" || function == "duration" || function == "level";
}

class Compiler {
 public:
  Compiler(const Ast& ast, const Environment& environment, Arena& scratch, std::vector<Fault>& faults)
      : ast_(ast),
        environment_(environment),
        strict_(environment.check_types),
        faults_(faults),
        fold_context_{scratch, {}, nullptr, environment.schema, nullptr} {}

  std::unique_ptr<Program::Parts> run(std::uint32_t slots) {
    emit(ast_.root);
    parts_->type = ast_.nodes[ast_.root].type;
    parts_->slots = slots;
    for (Value& constant : parts_->constants) constant = persist(constant);
    for (FieldTexts& texts : parts_->field_texts) {
      texts.absent = persist(texts.absent);
      texts.name = persist(texts.name);
    }
    quicken();
    return std::move(parts_);
  }

 private:
  // How much of the code stood before a node was emitted; folding takes it back to there.
  struct Extent {
    std::size_t instructions, links, constants;
  };

  [[nodiscard]] const Node& node(std::uint32_t index) const { return ast_.nodes[index]; }
  [[nodiscard]] Extent extent() const {
    return {parts_->instructions.size(), parts_->links.size(), parts_->constants.size()};
  }
  [[nodiscard]] std::uint32_t last() const {
    return static_cast<std::uint32_t>(parts_->instructions.size() - 1);
  }

  std::uint32_t put(const Instruction& instruction) {
    Instruction& in = parts_->instructions.emplace_back(instruction);
    in.read = kReaders[static_cast<std::size_t>(in.op)];
    in.test = kTesters[static_cast<std::size_t>(in.op)];
    return last();
  }

  // Now that all operands are known.
  void quicken() {
    const Code code = parts_->view();
    for (Instruction& in : parts_->instructions) {
      if (const Reader quick = quick_reader(code, in)) in.read = quick;
      if (const Tester quick = quick_tester(code, in, parts_->scalars)) in.test = quick;
    }
    parts_->code = parts_->view();
  }

  std::uint32_t constant(const Value& value) {
    parts_->constants.push_back(value);
    return put({value.is_error() ? Op::fail : Op::constant, 0, index_of_last(parts_->constants), 0, 0});
  }

  std::uint32_t fail(std::string_view message) {
    return constant(Value::of_error(fold_context_.arena.copy(message)));
  }

  template <typename T> static std::uint32_t index_of_last(const std::vector<T>& items) {
    return static_cast<std::uint32_t>(items.size() - 1);
  }

  [[nodiscard]] bool is_constant(std::uint32_t instruction) const {
    return parts_->instructions[instruction].op == Op::constant;
  }
  [[nodiscard]] const Value& constant_of(std::uint32_t instruction) const {
    return parts_->constants[parts_->instructions[instruction].a];
  }

  // Replaces what was emitted since `before` by its value. Errors stay as they are: they may never be
  // evaluated.
  std::uint32_t fold(const Node& n, const Extent& before) {
    const Value value = expression::run(parts_->view(), last(), fold_context_);
    if (value.is_error()) {
      if (strict_ && n.form == Form::call && checks_its_literal(n.name) &&
          node(n.children[0]).form == Form::literal) {
        faults_.push_back({n.at.offset, n.at.length, std::string{value.string()}, {}});
      }
      return last();
    }
    return replace(before, value);
  }

  std::uint32_t replace(const Extent& before, const Value& value) {
    parts_->instructions.resize(before.instructions);
    parts_->links.resize(before.links);
    parts_->constants.resize(before.constants);
    return constant(value);
  }

  std::uint32_t emit(std::uint32_t index) {
    const Node& n = node(index);
    const Extent before = extent();
    switch (n.form) {
      case Form::literal:
        return constant(n.literal);
      case Form::name:
        return name(n);
      case Form::select:
        return selection(n, false);
      case Form::has:
        return selection(n, true);
      case Form::logical_and:
        return junction(n, false);
      case Form::logical_or:
        return junction(n, true);
      case Form::conditional:
        return conditional(n);
      case Form::call:
      case Form::method:
        return call(n);
      case Form::all:
        return quantifier(n, Op::all);
      case Form::exists:
        return quantifier(n, Op::exists);
      case Form::exists_one:
        return quantifier(n, Op::exists_one);
      case Form::filter:
        return quantifier(n, Op::filter);
      case Form::transform:
        return transform(n);
      case Form::transform_map:
        return transform_map(n, Op::transform_map);
      case Form::transform_entries:
        return transform_map(n, Op::transform_entries);
      case Form::bind: {
        const std::uint32_t value = emit(n.children[0]);
        const std::uint32_t result = emit(n.children[1]);
        return put({Op::bind, 0, value, result, n.slot});
      }
      case Form::list:
      case Form::map: {
        bool constants = false;
        const Instruction in = linked(n.form == Form::list ? Op::list : Op::map, n.children, constants);
        put(in);
        return constants ? fold(n, before) : last();
      }
      case Form::logical_not:
      case Form::negate: {
        const std::uint32_t a = emit(n.children[0]);
        const bool constants = is_constant(a);
        put({n.form == Form::negate ? Op::negate : Op::logical_not, 0, a, 0, 0});
        return constants ? fold(n, before) : last();
      }
      default: {
        const std::uint32_t a = emit(n.children[0]);
        const std::uint32_t b = emit(n.children[1]);
        const bool constants = is_constant(a) && is_constant(b);
        put({operation(n.form), 0, a, b, 0});
        return constants ? fold(n, before) : last();
      }
    }
  }

  static Op operation(Form form) {
    switch (form) {
      case Form::index:
        return Op::index;
      case Form::multiply:
        return Op::multiply;
      case Form::divide:
        return Op::divide;
      case Form::remainder:
        return Op::remainder;
      case Form::add:
        return Op::add;
      case Form::subtract:
        return Op::subtract;
      case Form::less:
        return Op::less;
      case Form::less_equal:
        return Op::less_equal;
      case Form::greater:
        return Op::greater;
      case Form::greater_equal:
        return Op::greater_equal;
      case Form::equal:
        return Op::equal;
      case Form::not_equal:
        return Op::not_equal;
      default:
        return Op::in;
    }
  }

  // Emits the operands and then their links, which lie side by side.
  Instruction linked(Op op, const std::vector<std::uint32_t>& children, bool& constants) {
    std::vector<std::uint32_t> operands;
    constants = true;
    for (const std::uint32_t child : children) {
      operands.push_back(emit(child));
      constants = constants && is_constant(operands.back());
    }
    return link(op, operands);
  }

  Instruction link(Op op, const std::vector<std::uint32_t>& operands) {
    const auto first = static_cast<std::uint32_t>(parts_->links.size());
    parts_->links.insert(parts_->links.end(), operands.begin(), operands.end());
    return {op, static_cast<std::uint16_t>(operands.size()), first, 0, 0};
  }

  std::uint32_t name(const Node& n) {
    switch (n.meaning) {
      case Meaning::variable:
        return put({Op::variable, 0, n.slot, 0, 0});
      case Meaning::constant:
        return constant(n.literal);
      case Meaning::unknown:
        return fail(fmt::format("unknown name `{}`", n.name));
    }
    return last();
  }

  std::uint32_t selection(const Node& n, bool test) {
    const Extent before = extent();
    const std::uint32_t operand = emit(n.children[0]);
    if (n.field != nullptr) {
      const std::string_view source = ast_.text.substr(n.at.offset, n.at.length);
      FieldTexts texts;
      const std::optional<std::uint32_t> path = path_of(operand, n.field);
      if (!test || path) {
        texts.absent = Value::of_error(
            fold_context_.arena.copy(fmt::format("`{}` is absent here; ask has({}) first", source, source)));
        texts.absent.object_type = kAbsentField;
      }
      texts.name = Value::of_string(n.name);
      parts_->field_texts.push_back(texts);
      parts_->fields.push_back({n.field->get, n.field->part, n.field, node(n.children[0]).type.object_type,
                                n.field->optional, index_of_last(parts_->field_texts)});
      const bool plain_test = test && !path;
      put({plain_test ? Op::has_field : Op::field, 0, operand, index_of_last(parts_->fields), 0});
      return path ? put({test ? Op::has_path : Op::path, 0, *path, last(), 0}) : last();
    }
    const bool constants = is_constant(operand);
    parts_->constants.push_back(Value::of_string(n.name));
    put({test ? Op::has_select : Op::select, 0, operand, index_of_last(parts_->constants), 0});
    return constants ? fold(n, before) : last();
  }

  // The number of a path that begins with a fixed variable.
  [[nodiscard]] std::optional<std::uint32_t> path_of(std::uint32_t operand, const Field* field) const {
    if (environment_.paths == nullptr) return std::nullopt;
    const Instruction& in = parts_->instructions[operand];
    if (in.op == Op::path) return environment_.paths->from_path(in.a, field);
    const bool fixed =
        in.op == Op::variable && in.a < environment_.names.size() && environment_.names[in.a].fixed;
    return fixed ? std::optional(environment_.paths->from_variable(in.a, field)) : std::nullopt;
  }

  // A constant that decides makes the whole constant; one that does not is left out.
  std::uint32_t junction(const Node& n, bool decides) {
    const Extent before = extent();
    std::vector<std::uint32_t> operands;
    for (const std::uint32_t child : n.children) {
      const Extent here = extent();
      const std::uint32_t operand = emit(child);
      if (is_constant(operand) && constant_of(operand).kind == Kind::boolean) {
        if (constant_of(operand).boolean == decides) return replace(before, Value::of_bool(decides));
        parts_->instructions.resize(here.instructions);
        parts_->constants.resize(here.constants);
        continue;
      }
      operands.push_back(operand);
    }
    if (operands.empty()) return constant(Value::of_bool(!decides));
    return put(link(decides ? Op::logical_or : Op::logical_and, operands));
  }

  std::uint32_t conditional(const Node& n) {
    const Extent before = extent();
    const std::uint32_t a = emit(n.children[0]);
    if (is_constant(a) && constant_of(a).kind == Kind::boolean) {
      const bool chosen = constant_of(a).boolean;
      parts_->instructions.resize(before.instructions);
      parts_->constants.resize(before.constants);
      return emit(n.children[chosen ? 1 : 2]);
    }
    const std::uint32_t b = emit(n.children[1]);
    const std::uint32_t c = emit(n.children[2]);
    return put({Op::conditional, 0, a, b, c});
  }

  std::uint32_t call(const Node& n) {
    if (n.function == nullptr) return fail(fmt::format("unknown function `{}`", n.name));
    const Extent before = extent();
    if (n.name == "matches" && node(n.children[1]).form == Form::literal &&
        node(n.children[1]).literal.kind == Kind::string) {
      return search(n);
    }
    bool constants = false;
    Instruction in = linked(Op::call, n.children, constants);
    const auto known = std::find(parts_->functions.begin(), parts_->functions.end(), n.function->run);
    in.b = static_cast<std::uint32_t>(known - parts_->functions.begin());
    if (known == parts_->functions.end()) parts_->functions.push_back(n.function->run);
    put(in);
    return constants ? fold(n, before) : last();
  }

  std::uint32_t search(const Node& n) {
    const Extent before = extent();
    const Node& pattern = node(n.children[1]);
    auto compiled =
        std::make_unique<const SearchPattern>(pattern.literal.string(), environment_.sound_patterns);
    if (const std::string fault = compiled->fault(); !fault.empty()) {
      const std::string message = fmt::format("the pattern is no regular expression: {}", fault);
      if (strict_) faults_.push_back({pattern.at.offset, pattern.at.length, message, {}});
      return fail(message);
    }
    const std::uint32_t text = emit(n.children[0]);
    const bool constants = is_constant(text);
    parts_->patterns.push_back(std::move(compiled));
    put({Op::matches, 0, text, index_of_last(parts_->patterns), 0});
    return constants ? fold(n, before) : last();
  }

  std::uint32_t quantifier(const Node& n, Op op) {
    const std::uint32_t range = emit(n.children[0]);
    const std::uint32_t body = emit(n.children[1]);
    return put({op, variables_of(n), range, body, n.slot});
  }

  std::uint32_t transform(const Node& n) {
    if (n.children.size() == 2) return quantifier(n, Op::transform);
    bool constants = false;
    Instruction in = linked(Op::transform_some, n.children, constants);
    in.count = variables_of(n);
    in.c = n.slot;
    return put(in);
  }

  std::uint32_t transform_map(const Node& n, Op op) {
    bool constants = false;
    Instruction in = linked(op, n.children, constants);
    in.b = n.children.size() == 3 ? 1 : 0;
    in.count = variables_of(n);
    in.c = n.slot;
    return put(in);
  }

  static std::uint16_t variables_of(const Node& macro) { return macro.pair.empty() ? 1 : 2; }

  // Copies what a constant refers to into the program's own memory.
  Value persist(const Value& value) {
    Value copy = value;
    switch (value.kind) {
      case Kind::error:
      case Kind::string:
      case Kind::bytes:
      case Kind::type:
        copy.text = parts_->memory.copy(value.string()).data();
        break;
      case Kind::list: {
        if (value.items != Items::values) break;
        Value* const items = parts_->memory.allocate_array<Value>(value.size);
        for (std::uint32_t i = 0; i < value.size; ++i) {
          items[i] = persist(static_cast<const Value*>(value.pointer)[i]);
        }
        copy.pointer = items;
        break;
      }
      case Kind::map: {
        const auto* const map = dynamic_cast<const LiteralMap*>(value.map);
        if (map == nullptr) break;
        Value* const entries = parts_->memory.allocate_array<Value>(std::size_t{2} * map->size());
        for (std::uint32_t i = 0; i < 2 * map->size(); ++i) entries[i] = persist(map->entries()[i]);
        copy = LiteralMap::make(entries, map->size(), parts_->memory);
        break;
      }
      default:
        break;
    }
    return copy;
  }

  const Ast& ast_;
  const Environment& environment_;
  const bool strict_;
  std::vector<Fault>& faults_;
  Context fold_context_;
  std::unique_ptr<Program::Parts> parts_ = std::make_unique<Program::Parts>();
};

}  // namespace

std::optional<Program> compile(std::string_view text, const Environment& environment,
                               std::vector<Fault>& faults) {
  const std::size_t before = faults.size();
  Arena scratch;
  std::optional<Ast> ast = parse(text, scratch, faults);
  if (!ast) return std::nullopt;
  const std::uint32_t slots = check(*ast, environment, faults);
  if (faults.size() != before) return std::nullopt;
  std::unique_ptr<Program::Parts> parts = Compiler{*ast, environment, scratch, faults}.run(slots);
  if (faults.size() != before) return std::nullopt;
  Program program;
  program.parts_ = std::move(parts);
  return program;
}

Program::Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::~Program() = default;

const Type& Program::type() const {
  return parts_->type;
}

std::uint32_t Program::slots() const {
  return parts_->slots;
}

}  // namespace cablelint::expression
