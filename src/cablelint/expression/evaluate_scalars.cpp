#include <cablelint/expression/evaluate_conditions.hpp>
#include <cablelint/expression/field_holder.hpp>
#include <cablelint/expression/known.hpp>
#include <optional>

namespace cablelint::expression {
namespace {

using Code = Program::Code;

/// The number that a field is; absent also where the slow way must say why there is none.
template <Holder kHolder>
std::int64_t scalar_at(const Code& code, const Instruction& in, const Context& context) {
  const void* whole = nullptr;
  const void* const object = holding_object<kHolder>(code, in, context, whole);
  return object == nullptr ? Scalar::kAbsent : code.fields[in.b].field->scalar.get(object, context);
}

template <Holder kHolder>
Answer condition(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const std::int64_t value = scalar_at<kHolder>(code, in, context);
  if (value == Scalar::kAbsent)
    return kTesters[static_cast<std::size_t>(Op::field)](code, in, context, trouble);
  return answer(value != 0);
}

template <Holder kHolder>
Answer has(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const void* whole = nullptr;
  const void* const object = holding_object<kHolder>(code, in, context, whole);
  if (object != nullptr)
    return answer(code.fields[in.b].field->scalar.get(object, context) != Scalar::kAbsent);
  if (kHolder == Holder::part && whole != nullptr) return Answer::no;
  return kTesters[static_cast<std::size_t>(Op::has_field)](code, in, context, trouble);
}

template <Op kOp>
[[gnu::noinline]] Answer compare_slowly(const Code& code, const Instruction& in, Context& context,
                                        Value& trouble) {
  return kTesters[static_cast<std::size_t>(kOp)](code, in, context, trouble);
}

template <Op kOp, Holder kHolder>
Answer with_constant(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const std::int64_t value = scalar_at<kHolder>(code, code.instructions[in.a], context);
  if (value == Scalar::kAbsent) return compare_slowly<kOp>(code, in, context, trouble);
  return answer(holds<kOp>(value, code.scalars[in.c]));
}

template <Op kOp, Holder kHolder>
Answer with_path(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const Instruction& field = code.instructions[in.a];
  const Value* const other =
      context.known == nullptr ? nullptr : context.known->path(code.instructions[in.b].a);
  if (other == nullptr || other->is_error()) return compare_slowly<kOp>(code, in, context, trouble);
  const std::int64_t value = scalar_at<kHolder>(code, field, context);
  if (value == Scalar::kAbsent) return compare_slowly<kOp>(code, in, context, trouble);
  return answer(holds<kOp>(value, other->integer));
}

/// What a constant is as a number to compare such a field with; nothing when they are of different kinds.
std::optional<std::int64_t> number_of(const Value& constant, const Field& field) {
  switch (field.type.kind) {
    case Type::Kind::boolean:
      if (constant.kind != Kind::boolean) return std::nullopt;
      return constant.boolean ? 1 : 0;
    case Type::Kind::integer:
      if (constant.kind != Kind::integer) return std::nullopt;
      return constant.integer;
    case Type::Kind::level:
      if (constant.kind != Kind::level) return std::nullopt;
      return constant.integer;
    case Type::Kind::date:
      if (constant.kind != Kind::date) return std::nullopt;
      return constant.integer;
    default:
      break;
  }
  if (constant.kind != Kind::string || field.scalar.word == nullptr) return std::nullopt;
  for (std::int64_t number = 0;; ++number) {
    const std::string_view word = field.scalar.word(number);
    if (word.empty()) return -1;  // no such word
    if (word == constant.string()) return number;
  }
}

/// Whether a path has numbers of the same kind.
bool orders_alike(const Field& path, const Field& field) {
  const Type::Kind kind = field.type.kind;
  const bool number = kind == Type::Kind::integer || kind == Type::Kind::level || kind == Type::Kind::date;
  return number && path.type.kind == kind;
}

template <Op kOp>
Tester comparison_tester(const Code& code, Instruction& in, std::vector<std::int64_t>& scalars) {
  const Instruction& left = code.instructions[in.a];
  const Instruction& right = code.instructions[in.b];
  if (left.op != Op::field) return nullptr;
  Instruction copy = left;
  const Holder holder = find_holder(code, copy);
  const Field& field = *code.fields[left.b].field;
  if (holder == Holder::elsewhere || field.scalar.get == nullptr) return nullptr;
  const bool of_part = holder == Holder::part;
  if (right.op == Op::path && orders_alike(*code.fields[code.instructions[right.b].b].field, field))
    return of_part ? with_path<kOp, Holder::part> : with_path<kOp, Holder::variable>;
  if (right.op != Op::constant) return nullptr;
  const bool equality = kOp == Op::equal || kOp == Op::not_equal;
  if (field.scalar.word != nullptr && !equality) return nullptr;  // words are in the order of their letters
  const std::optional<std::int64_t> number = number_of(code.constants[right.a], field);
  if (!number) return nullptr;
  scalars.push_back(*number);
  in.c = static_cast<std::uint32_t>(scalars.size() - 1);
  return of_part ? with_constant<kOp, Holder::part> : with_constant<kOp, Holder::variable>;
}

Tester field_tester(const Code& code, Instruction& in) {
  const Field& field = *code.fields[in.b].field;
  if (field.scalar.get == nullptr) return nullptr;
  const Holder holder = find_holder(code, in);
  if (holder == Holder::elsewhere) return nullptr;
  const bool of_part = holder == Holder::part;
  if (in.op == Op::has_field) return of_part ? has<Holder::part> : has<Holder::variable>;
  if (field.type.kind != Type::Kind::boolean) return nullptr;
  return of_part ? condition<Holder::part> : condition<Holder::variable>;
}

}  // namespace

Tester quick_scalar_tester(const Code& code, Instruction& in, std::vector<std::int64_t>& scalars) {
  switch (in.op) {
    case Op::field:
    case Op::has_field:
      return field_tester(code, in);
    case Op::less:
      return comparison_tester<Op::less>(code, in, scalars);
    case Op::less_equal:
      return comparison_tester<Op::less_equal>(code, in, scalars);
    case Op::greater:
      return comparison_tester<Op::greater>(code, in, scalars);
    case Op::greater_equal:
      return comparison_tester<Op::greater_equal>(code, in, scalars);
    case Op::equal:
      return comparison_tester<Op::equal>(code, in, scalars);
    case Op::not_equal:
      return comparison_tester<Op::not_equal>(code, in, scalars);
    default:
      return nullptr;
  }
}

}  // namespace cablelint::expression
