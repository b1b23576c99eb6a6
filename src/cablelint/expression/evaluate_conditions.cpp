#include <fmt/format.h>

#include <cablelint/expression/evaluate_conditions.hpp>
#include <cablelint/expression/evaluate_fields.hpp>
#include <cablelint/expression/field_holder.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/range.hpp>

namespace cablelint::expression {
namespace {

using Code = Program::Code;

constexpr Answer opposite(Answer answer) {
  return answer == Answer::yes ? Answer::no : Answer::yes;
}

// The deciding answer wins over errors on either side. `i`: the operand that had no answer.
template <Answer kDecides>
[[gnu::noinline]] Answer junction_with_trouble(const Code& code, const Instruction& in, std::uint32_t i,
                                               Context& context) {
  Value ignored;
  for (++i; i < in.count; ++i) {
    if (test(code, code.links[in.a + i], context, ignored) == kDecides) return kDecides;
  }
  return Answer::none;
}

template <Answer kDecides>
Answer junction(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const std::uint32_t* const links = code.links + in.a;
  const std::uint32_t count = in.count;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Answer each = test(code, links[i], context, trouble);
    if (each == opposite(kDecides)) continue;
    return each == kDecides ? kDecides : junction_with_trouble<kDecides>(code, in, i, context);
  }
  return opposite(kDecides);
}

/// The same of a few operands, whose number is known: the last one answers for all.
template <Answer kDecides, std::uint32_t kCount>
Answer junction_of(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const std::uint32_t* const links = code.links + in.a;
#pragma GCC unroll 3
  for (std::uint32_t i = 0; i + 1 < kCount; ++i) {
    const Answer each = test(code, links[i], context, trouble);
    if (each == opposite(kDecides)) continue;
    return each == kDecides ? kDecides : junction_with_trouble<kDecides>(code, in, i, context);
  }
  return test(code, links[kCount - 1], context, trouble);
}

template <Answer kDecides> Tester junction_of(std::uint32_t count) {
  switch (count) {
    case 2:
      return junction_of<kDecides, 2>;
    case 3:
      return junction_of<kDecides, 3>;
    case 4:
      return junction_of<kDecides, 4>;
    default:
      return nullptr;
  }
}

template <Answer kDecides>
Answer quantifier(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  Room room;
  const Range range{read(code, in.a, context, room), context};
  if (!range.valid()) return answer(range.trouble(), context, trouble);
  bool failed = false;
  Value ignored;
  for (std::uint32_t i = 0; i < range.size(); ++i) {
    if (!spend(context)) return answer(too_long(), context, trouble);
    range.bind_next(i, in);
    const Answer each = test(code, in.b, context, failed ? ignored : trouble);
    if (each == kDecides) return kDecides;
    failed = failed || each == Answer::none;
  }
  return failed ? Answer::none : opposite(kDecides);
}

template <Op kOp> constexpr bool holds_in(Order order) {
  switch (order) {
    case Order::less:
      return holds<kOp>(0, 1);
    case Order::equal:
      return holds<kOp>(0, 0);
    case Order::greater:
      return holds<kOp>(1, 0);
    default:
      return false;
  }
}

std::string_view order_symbol(Op op) {
  switch (op) {
    case Op::less:
      return "<";
    case Op::less_equal:
      return "<=";
    case Op::greater:
      return ">";
    default:
      return ">=";
  }
}

/// Whether values of that kind are compared as integers.
constexpr bool is_scalar(Kind kind) {
  constexpr std::uint32_t kScalars =
      1U << int(Kind::integer) | 1U << int(Kind::level) | 1U << int(Kind::date);
  return (kScalars >> int(kind) & 1U) != 0;
}

Answer equality(bool wanted, const Value& a, const Value& b, Context& context, Value& trouble) {
  const bool same = equal(a, b, context);
  // Only values that differ may be so for want of steps.
  if (!same && context.steps == 0) return answer(too_long(), context, trouble);
  return answer(same == wanted);
}

/// Apart from the common kinds, so that those need no frame of its size.
template <Op kOp>
[[gnu::noinline]] Answer compared_rarely(const Value& a, const Value& b, Context& context, Value& trouble) {
  if (a.is_error()) return answer(a, context, trouble);
  if (b.is_error()) return answer(b, context, trouble);
  if constexpr (kOp == Op::equal || kOp == Op::not_equal) {
    return equality(kOp == Op::equal, a, b, context, trouble);
  } else {
    const Order order = compare(a, b);
    if (order != Order::undefined) return answer(holds_in<kOp>(order));
    return answer(no_overload(context, order_symbol(kOp), a, b), context, trouble);
  }
}

template <Op kOp>
[[gnu::always_inline]] inline Answer compared(const Value& a, const Value& b, Context& context,
                                              Value& trouble) {
  constexpr bool kEquality = kOp == Op::equal || kOp == Op::not_equal;
  if (a.kind == b.kind) {
    if (is_scalar(a.kind)) return answer(holds<kOp>(a.integer, b.integer));
    if (kEquality && a.kind == Kind::string) return answer((a.string() == b.string()) == (kOp == Op::equal));
  }
  return compared_rarely<kOp>(a, b, context, trouble);
}

// How an operand is read, where its form is known.
struct AnyOperand {
  static const Value& value(const Code& code, std::uint32_t operand, Context& context, Room& room) {
    return read(code, operand, context, room);
  }
};
struct PathOperand {
  static const Value& value(const Code& code, std::uint32_t operand, Context& context, Room& room) {
    const Value* const known = known_path(code.instructions[operand], context);
    return known != nullptr ? *known : read(code, operand, context, room);
  }
};
struct ConstantOperand {
  static const Value& value(const Code& code, std::uint32_t operand, Context& /*context*/, Room& /*room*/) {
    return code.constants[code.instructions[operand].a];
  }
};

template <Op kOp, typename A, typename B>
Answer comparison(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  Room room_a;
  Room room_b;
  const Value& a = A::value(code, in.a, context, room_a);
  return compared<kOp>(a, B::value(code, in.b, context, room_b), context, trouble);
}

/// `size(list) > 0`: the size needs no value of its own.
template <Op kOp>
Answer size_comparison(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  Room room;
  const Value& list = read(code, code.links[code.instructions[in.a].a], context, room);
  const Value& wanted = code.constants[code.instructions[in.b].a];
  if (list.kind == Kind::list && wanted.kind == Kind::integer)
    return answer(holds<kOp>(list.size, wanted.integer));
  return kTesters[static_cast<std::size_t>(kOp)](code, in, context, trouble);
}

bool is_size_of_list(const Code& code, const Instruction& in) {
  static const Implementation size = find_function("size", false)->run;
  return in.op == Op::call && in.count == 1 && code.functions[in.b] == size;
}

/// The function that compares operands of such forms.
template <Op kOp> Tester comparison_of(Op a, Op b) {
  if (a == Op::path && b == Op::path) return comparison<kOp, PathOperand, PathOperand>;
  if (a == Op::path && b == Op::constant) return comparison<kOp, PathOperand, ConstantOperand>;
  if (b == Op::path) return comparison<kOp, AnyOperand, PathOperand>;
  if (b == Op::constant) return comparison<kOp, AnyOperand, ConstantOperand>;
  return comparison<kOp, AnyOperand, AnyOperand>;
}

Tester size_comparison_of(Op op) {
  switch (op) {
    case Op::less:
      return size_comparison<Op::less>;
    case Op::less_equal:
      return size_comparison<Op::less_equal>;
    case Op::greater:
      return size_comparison<Op::greater>;
    case Op::greater_equal:
      return size_comparison<Op::greater_equal>;
    case Op::equal:
      return size_comparison<Op::equal>;
    default:
      return size_comparison<Op::not_equal>;
  }
}

Tester comparison_of(Op op, Op a, Op b) {
  switch (op) {
    case Op::less:
      return comparison_of<Op::less>(a, b);
    case Op::less_equal:
      return comparison_of<Op::less_equal>(a, b);
    case Op::greater:
      return comparison_of<Op::greater>(a, b);
    case Op::greater_equal:
      return comparison_of<Op::greater_equal>(a, b);
    case Op::equal:
      return comparison_of<Op::equal>(a, b);
    case Op::not_equal:
      return comparison_of<Op::not_equal>(a, b);
    default:
      return nullptr;
  }
}

Answer membership(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  Room room_a;
  Room room_b;
  const Value& wanted = read(code, in.a, context, room_a);
  if (wanted.is_error()) return answer(wanted, context, trouble);
  const Value& range = read(code, in.b, context, room_b);
  if (range.is_error()) return answer(range, context, trouble);
  return answer(contains(range, wanted, context), context, trouble);
}

Answer search(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  Room room;
  const Value& text = read(code, in.a, context, room);
  if (text.kind == Kind::string) return answer(code.patterns[in.b]->occurs_in(text.string()));
  trouble =
      text.is_error()
          ? text
          : make_error(context, fmt::format("`{}.matches(string)` is not defined", kind_name(text.kind)));
  return Answer::none;
}

Answer logical_not(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const Answer of_operand = test(code, in.a, context, trouble);
  return of_operand == Answer::none ? of_operand : opposite(of_operand);
}

Answer conditional(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const Answer condition = test(code, in.a, context, trouble);
  if (condition == Answer::none) return condition;
  return test(code, condition == Answer::yes ? in.b : in.c, context, trouble);
}

Answer of_value(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  Room room;
  return answer(in.read(code, in, context, room), context, trouble);
}

Answer condition_of_path(const Code& code, const Instruction& in, Context& context, Value& trouble) {
  const Value* const known = known_path(in, context);
  return known != nullptr ? answer(*known, context, trouble) : of_value(code, in, context, trouble);
}

Tester tester(Op op) {
  switch (op) {
    case Op::has_path:
      return has_path;
    case Op::has_field:
      return has_field;
    case Op::has_select:
      return has_selection;
    case Op::logical_and:
      return junction<Answer::no>;
    case Op::logical_or:
      return junction<Answer::yes>;
    case Op::logical_not:
      return logical_not;
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::equal:
    case Op::not_equal:
      return comparison_of(op, Op::call, Op::call);
    case Op::in:
      return membership;
    case Op::matches:
      return search;
    case Op::all:
      return quantifier<Answer::no>;
    case Op::exists:
      return quantifier<Answer::yes>;
    case Op::conditional:
      return conditional;
    default:
      return of_value;
  }
}

}  // namespace

const std::array<Tester, kOperations> kTesters = [] {
  std::array<Tester, kOperations> testers{};
  for (std::size_t i = 0; i < kOperations; ++i) testers[i] = tester(static_cast<Op>(i));
  return testers;
}();

Tester quick_tester(const Code& code, Instruction& in, std::vector<std::int64_t>& scalars) {
  if (const Tester scalar = quick_scalar_tester(code, in, scalars)) return scalar;
  switch (in.op) {
    case Op::has_field:
      return quick_field_tester(code, in);
    case Op::path:
      return condition_of_path;
    case Op::logical_and:
      return junction_of<Answer::no>(in.count);
    case Op::logical_or:
      return junction_of<Answer::yes>(in.count);
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::equal:
    case Op::not_equal: {
      const Op right = code.instructions[in.b].op;
      if (right == Op::constant && is_size_of_list(code, code.instructions[in.a]))
        return size_comparison_of(in.op);
      return comparison_of(in.op, code.instructions[in.a].op, right);
    }
    default:
      return nullptr;
  }
}

}  // namespace cablelint::expression
