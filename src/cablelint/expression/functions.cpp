#include <cablelint/expression/functions.hpp>
#include <vector>

namespace cablelint::expression {

std::span<const FunctionGroup* const> all_functions() {
  static const std::vector<const FunctionGroup*> all = [] {
    std::vector<const FunctionGroup*> groups;
    for (const std::span<const FunctionGroup> theme :
         {text_functions(), conversion_functions(), time_functions(), calendar_functions(),
          list_functions()}) {
      for (const FunctionGroup& group : theme) groups.push_back(&group);
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
