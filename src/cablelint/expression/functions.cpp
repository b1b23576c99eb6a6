#include <cablelint/expression/functions.hpp>
#include <vector>

namespace cablelint::expression {

std::span<const FunctionTheme> function_themes() {
  static const FunctionTheme themes[] = {
      {"Text", text_functions()},
      {"Formatted text", format_functions()},
      {"Lists and places", list_functions()},
      {"Calendar dates", calendar_functions()},
      {"Conversions", conversion_functions()},
      {"Numbers", math_functions()},
      {"Timestamps and durations", time_functions()},
  };
  return themes;
}

std::span<const FunctionGroup* const> all_functions() {
  static const std::vector<const FunctionGroup*> all = [] {
    std::vector<const FunctionGroup*> groups;
    for (const FunctionTheme& theme : function_themes()) {
      for (const FunctionGroup& group : theme.groups) groups.push_back(&group);
    }
    return groups;
  }();
  return all;
}

const FunctionGroup* find_function(std::string_view name, bool method) {
  const Style refused = method ? Style::function : Style::method;
  for (const FunctionGroup* group : all_functions()) {
    if (group->name == name && group->style != refused) return group;
  }
  return nullptr;
}

}  // namespace cablelint::expression
