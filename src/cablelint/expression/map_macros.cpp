#include <cablelint/expression/literal_map.hpp>
#include <cablelint/expression/range.hpp>
#include <optional>
#include <vector>

namespace cablelint::expression {
namespace {

// Appends the entries of a map; the trouble when there is any.
std::optional<Value> append_entries(const Value& map, std::vector<Value>& entries, Context& context) {
  if (map.kind != Kind::map) {
    return make_error(context,
                      fmt::format("the results of transformMapEntry are maps, not {}", kind_name(map.kind)));
  }
  const std::uint32_t size = map.map->size();
  if (!spend(context, size)) return too_long();
  if (entries.size() / 2 + size > kMostItems) return Value::of_error("a text or list grows too long");
  for (std::uint32_t i = 0; i < size; ++i) {
    const Value key = map.map->key(i);
    Value value;
    if (!map.map->find(key, context, value)) continue;
    entries.push_back(key);
    entries.push_back(value);
  }
  return std::nullopt;
}

}  // namespace

Value transform_map(const Program::Code& code, const Instruction& macro, Context& context) {
  const bool merges = macro.op == Op::transform_entries;
  const bool filters = macro.b != 0;
  const std::uint32_t* const links = code.links + macro.a;
  const std::uint32_t result = links[filters ? 2 : 1];
  const Value over = run(code, links[0], context);
  const Range range{over, context};
  if (!range.valid()) return range.trouble();
  std::vector<Value> entries;
  for (std::uint32_t i = 0; i < range.size(); ++i) {
    if (!spend(context)) return too_long();
    range.bind_next(i, macro);
    const Value key = context.variables[macro.c];
    if (filters) {
      const Value condition = run(code, links[1], context);
      if (condition.kind != Kind::boolean) return not_a_condition(condition, context);
      if (!condition.boolean) continue;
    }
    const Value value = run(code, result, context);
    if (value.is_error()) return value;
    if (merges) {
      if (const std::optional<Value> trouble = append_entries(value, entries, context)) return *trouble;
    } else {
      entries.push_back(key);
      entries.push_back(value);
    }
  }
  Value* const kept = context.arena.allocate_array<Value>(entries.size());
  std::copy(entries.begin(), entries.end(), kept);
  return LiteralMap::make(kept, static_cast<std::uint32_t>(entries.size() / 2), context.arena);
}

}  // namespace cablelint::expression
