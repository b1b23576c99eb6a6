#include <fmt/format.h>

#include <cablelint/expression/functions.hpp>
#include <cablelint/expression/operators.hpp>

namespace cablelint::expression {
namespace {

Value extreme(std::string_view name, const Value& list, Order wanted, Context& context) {
  if (list.kind != Kind::list) {
    return make_error(context, fmt::format("`{}({})` is not defined", name, kind_name(list.kind)));
  }
  if (list.size == 0) return make_error(context, fmt::format("`{}` of an empty list", name));
  if (!spend(context, list.size)) return too_long();
  Value best = item(list, 0, context);
  for (std::uint32_t i = 0; i < list.size; ++i) {
    const Value value = item(list, i, context);
    const Order order = compare(value, best);
    if (order == Order::undefined) return no_overload(context, "<", value, best);
    if (order == wanted) best = value;
  }
  return best;
}

Value min(const Value* a, std::uint32_t /*count*/, Context& context) {
  return extreme("min", a[0], Order::less, context);
}

Value max(const Value* a, std::uint32_t /*count*/, Context& context) {
  return extreme("max", a[0], Order::greater, context);
}

Value offset(const Value* a, std::uint32_t /*count*/, Context& context) {
  const Span origin = origin_of(a[0], context);
  if (!origin) return Value::of_error("this value stands nowhere in the cable, so it has no offset");
  return Value::of_int(origin.offset);
}

Value raw(const Value* a, std::uint32_t /*count*/, Context& context) {
  const Span origin = origin_of(a[0], context);
  if (!origin) return Value::of_error("this value stands nowhere in the cable, so it has no raw text");
  return Value::of_string(context.source.substr(origin.offset, origin.length), origin);
}

using P = Pattern;
constexpr Overload kExtreme[] = {{{P::list}, P::item}};
constexpr Overload kOffset[] = {{{P::any}, P::integer}};
constexpr Overload kRaw[] = {{{P::any}, P::string}};

const FunctionGroup kGroups[] = {
    {"min", Style::function, min, kExtreme, "The least item of a list."},
    {"max", Style::function, max, kExtreme, "The greatest item of a list."},
    {"offset", Style::function, offset, kOffset, "The byte at which a part of the cable stands, from 0."},
    {"raw", Style::function, raw, kRaw,
     "The text of a part of the cable as the file has it, with its line breaks."},
};

}  // namespace

std::span<const FunctionGroup> list_functions() {
  return kGroups;
}

}  // namespace cablelint::expression
