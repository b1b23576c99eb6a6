#include <cablelint/rule_scope.hpp>

#include <string>

namespace cablelint {

using expression::Type;

expression::Environment rule_scope(const RuleSet::Compiled& set,
                                   const std::vector<expression::Name>& variables) {
  expression::Environment scope;
  scope.schema = &set.schema;
  // Variables come first, so that the place of a name in the list is its slot.
  scope.names = {{"cable", expression::object(set.cable_type), {}, true},
                 {"as_of", Type{Type::Kind::date, 0, {}}, {}, true},
                 {"vocabulary", expression::object(set.vocabulary.object_type()), {}, true}};
  scope.paths = set.paths.get();
  scope.names.insert(scope.names.end(), variables.begin(), variables.end());
  for (const Level level : {Level::U, Level::R, Level::C, Level::S, Level::TS}) {
    scope.names.push_back({std::string(portion_form(level)), Type{Type::Kind::level, 0, {}},
                           expression::Value::of_level(level)});
  }
  return scope;
}

}  // namespace cablelint
