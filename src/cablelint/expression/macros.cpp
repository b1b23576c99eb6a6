#include <algorithm>
#include <cablelint/expression/macros.hpp>
#include <iterator>

namespace cablelint::expression {
namespace {

constexpr Macro kMacros[] = {
    {"has", Form::has, false, 0, 1, 1, "has(x.field)",
     "True when the field is there; false too when something on the way to it is absent."},
    {"all", Form::all, true, 1, 2, 2, "range.all(x, condition)",
     "True when the condition holds for every item."},
    {"exists", Form::exists, true, 1, 2, 2, "range.exists(x, condition)",
     "True when the condition holds for an item."},
    {"exists_one", Form::exists_one, true, 1, 2, 2, "range.exists_one(x, condition)",
     "True when the condition holds for exactly one item."},
    {"existsOne", Form::exists_one, true, 1, 2, 2, "range.existsOne(x, condition)",
     "The same as exists_one."},
    {"filter", Form::filter, true, 1, 2, 2, "range.filter(x, condition)",
     "The items for which the condition holds."},
    {"map", Form::transform, true, 1, 2, 3, "range.map(x, result), range.map(x, condition, result)",
     "The result for every item, or for those that fulfil the condition."},
    {"all", Form::all, true, 2, 3, 3, "range.all(i, x, condition)",
     "The same over two variables: index and item of a list, key and value of a map."},
    {"exists", Form::exists, true, 2, 3, 3, "range.exists(i, x, condition)",
     "True when the condition holds for an index and its item, or a key and its value."},
    {"exists_one", Form::exists_one, true, 2, 3, 3, "range.exists_one(i, x, condition)",
     "True when the condition holds for exactly one of them."},
    {"existsOne", Form::exists_one, true, 2, 3, 3, "range.existsOne(i, x, condition)",
     "The same as exists_one."},
    {"transformList", Form::transform, true, 2, 3, 4,
     "range.transformList(i, x, result), range.transformList(i, x, condition, result)",
     "The list of the results."},
    {"transformMap", Form::transform_map, true, 2, 3, 4,
     "range.transformMap(k, x, result), range.transformMap(k, x, condition, result)",
     "A map from the same keys, or the indexes of a list, to the results."},
    {"transformMapEntry", Form::transform_entries, true, 2, 3, 4,
     "range.transformMapEntry(k, x, entries), range.transformMapEntry(k, x, condition, entries)",
     "One map of the entries of all results, which are maps."},
    {"cel.bind", Form::bind, false, 1, 3, 3, "cel.bind(x, value, result)",
     "The result, in which x stands for the value."},
};

}  // namespace

std::span<const Macro> macros() {
  return kMacros;
}

bool is_macro(std::string_view name, bool method) {
  return std::any_of(std::begin(kMacros), std::end(kMacros),
                     [&](const Macro& macro) { return macro.name == name && macro.method == method; });
}

const Macro* find_macro(std::string_view name, bool method, std::size_t arguments) {
  for (const Macro& macro : kMacros) {
    if (macro.name == name && macro.method == method && arguments >= macro.least && arguments <= macro.most)
      return &macro;
  }
  return nullptr;
}

}  // namespace cablelint::expression
