#include <cablelint/rule_coverage.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

#include <cablelint/expression/conditions.hpp>

namespace cablelint {
namespace {

using expression::Condition;
using expression::Program;
using expression::Type;
using expression::Value;

/// What no case of the rule does, as the end of a sentence about the place; empty when nothing is missing.
std::string_view missing(Condition::Worth worth, bool yes, bool no) {
  if (!yes && !no) return worth == Condition::Worth::entry ? "enters this" : "evaluates this";
  if (worth == Condition::Worth::entry) return {};
  if (!yes) return "makes this true";
  return no || worth == Condition::Worth::truth ? "" : "makes this false";
}

std::size_t reached(Condition::Worth worth, bool yes, bool no) {
  if (worth == Condition::Worth::entry) return yes || no ? 1 : 0;
  return (yes ? 1U : 0U) + (no && worth == Condition::Worth::both ? 1U : 0U);
}

expression::Scope scope_of(RuleCoverage::Key key) {
  switch (key) {
    case RuleCoverage::Key::subject:
      return expression::Scope::parts;
    case RuleCoverage::Key::text:
      return expression::Scope::choices;
    default:
      return expression::Scope::whole;
  }
}

/// A name that the expression does not have.
std::string fresh_name(std::string_view text) {
  std::string name = "seen";
  while (text.find(name) != std::string_view::npos) name += '_';
  return name;
}

}  // namespace

Value RuleCoverage::note(const void* object, const expression::Field& field,
                         expression::Context& /*context*/) {
  const auto& outcomes = *static_cast<const Outcomes*>(object);
  const bool value = field.name == "yes";
  (value ? outcomes.yes : outcomes.no) = true;
  return Value::of_bool(value);
}

void RuleCoverage::declare(expression::Schema& schema) {
  const Type boolean{Type::Kind::boolean, 0, {}};
  expression::ObjectType type;
  type.name = "Outcomes";
  type.fields = {{"yes", boolean, false, note, {}, nullptr}, {"no", boolean, false, note, {}, nullptr}};
  type_ = schema.add(std::move(type));
}

void RuleCoverage::add_rule(const std::string& rule, yaml::Node node) {
  rules_.emplace(rule, node.document().fault(node, "no case fires " + rule));
}

Program RuleCoverage::compile(const std::string& rule, Key key, yaml::Node scalar, std::size_t offset,
                              std::size_t length, const expression::Environment& scope) {
  const std::string_view text = scalar.text().substr(offset, length);
  const std::vector<Condition> conditions = expression::conditions_of(text, scope_of(key), "vocabulary");
  const std::string name = fresh_name(text);
  expression::Environment inner = scope;
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    const expression::Place at = conditions[i].at;
    Watched& watched = watched_.emplace_back();
    watched.rule = rule;
    watched.key = key;
    watched.worth = conditions[i].worth;
    for (std::size_t j = i + 1; j < conditions.size() && conditions[j].at.offset < at.end(); ++j) {
      ++watched.inside;
    }
    watched.place =
        scalar.document().fault(scalar, static_cast<std::uint32_t>(offset) + at.offset, at.length, {});
    inner.names.push_back({name + std::to_string(i), expression::object(type_),
                           Value::of_object(&watched.outcomes, type_, {})});
  }
  std::vector<expression::Fault> faults;
  std::optional<Program> program =
      expression::compile(expression::watched(text, conditions, name), inner, faults);
  // An expression close to the limits of size can lie beyond them with what was added. Nothing of it is then
  // seen, and it is listed as unreached.
  if (!program) program = expression::compile(text, scope, faults);
  return std::move(program).value_or(Program{});
}

void RuleCoverage::forget_levels(std::string_view rule) {
  for (Watched& watched : watched_) {
    if (watched.key == Key::level && watched.rule == rule) watched.rule.clear();
  }
}

std::vector<Diagnostic> RuleCoverage::unreached(const RuleTestResult& result, Count& count) const {
  std::vector<Diagnostic> places;
  const RuleInfo& rule = *result.rule;
  ++count.all;
  if (result.fired) {
    ++count.reached;
  } else if (const auto place = rules_.find(rule.id); place != rules_.end()) {
    places.push_back(place->second);
  }
  std::size_t silent = 0;  // so many of the next lie inside one that is listed
  for (const Watched& watched : watched_) {
    if (watched.rule != rule.id) continue;
    const auto [yes, no] = std::pair{watched.outcomes.yes, watched.outcomes.no};
    count.all += watched.worth == Condition::Worth::both ? 2 : 1;
    count.reached += reached(watched.worth, yes, no);
    const std::string_view what = missing(watched.worth, yes, no);
    if (silent > 0) {
      --silent;
    } else if (!what.empty()) {
      if (!yes && !no) silent = watched.inside;
      places.push_back(watched.place);
      places.back().message = "no case of " + rule.id + ' ' + std::string(what);
    }
  }
  std::stable_sort(places.begin(), places.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  return places;
}

}  // namespace cablelint
