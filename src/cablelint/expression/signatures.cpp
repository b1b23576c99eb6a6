#include <algorithm>
#include <array>
#include <cablelint/expression/macros.hpp>
#include <cablelint/expression/program.hpp>
#include <cablelint/expression/signatures.hpp>
#include <cablelint/expression/types.hpp>

namespace cablelint::expression {
namespace {

using TypeKind = Type::Kind;

std::string_view word(Pattern pattern) {
  switch (pattern) {
    case Pattern::none:
      return "";
    case Pattern::any:
      return "any";
    case Pattern::boolean:
      return "bool";
    case Pattern::integer:
      return "int";
    case Pattern::unsigned_integer:
      return "uint";
    case Pattern::real:
      return "double";
    case Pattern::string:
      return "string";
    case Pattern::bytes:
      return "bytes";
    case Pattern::list:
      return "list";
    case Pattern::list_of_strings:
      return "list<string>";
    case Pattern::list_of_numbers:
      return "list<number>";
    case Pattern::map:
      return "map";
    case Pattern::type:
      return "type";
    case Pattern::timestamp:
      return "timestamp";
    case Pattern::duration:
      return "duration";
    case Pattern::date:
      return "date";
    case Pattern::period:
      return "period";
    case Pattern::level:
      return "level";
    case Pattern::item:
      return "item";
  }
  return "";
}

}  // namespace

Type type_of(Pattern pattern, const std::vector<Type>& arguments) {
  switch (pattern) {
    case Pattern::none:
    case Pattern::any:
      return {};
    case Pattern::boolean:
      return {TypeKind::boolean, 0, {}};
    case Pattern::integer:
      return {TypeKind::integer, 0, {}};
    case Pattern::unsigned_integer:
      return {TypeKind::unsigned_integer, 0, {}};
    case Pattern::real:
      return {TypeKind::real, 0, {}};
    case Pattern::string:
      return {TypeKind::string, 0, {}};
    case Pattern::bytes:
      return {TypeKind::bytes, 0, {}};
    case Pattern::list:
    case Pattern::list_of_numbers:
      return list_of({});
    case Pattern::list_of_strings:
      return list_of({TypeKind::string, 0, {}});
    case Pattern::map:
      return map_of({}, {});
    case Pattern::type:
      return {TypeKind::type, 0, {}};
    case Pattern::timestamp:
      return {TypeKind::timestamp, 0, {}};
    case Pattern::duration:
      return {TypeKind::duration, 0, {}};
    case Pattern::date:
      return {TypeKind::date, 0, {}};
    case Pattern::period:
      return {TypeKind::period, 0, {}};
    case Pattern::level:
      return {TypeKind::level, 0, {}};
    case Pattern::item: {
      const Type& list = arguments.front();
      return list.kind == TypeKind::list && !list.arguments.empty() ? list.arguments[0] : Type{};
    }
  }
  return {};
}

bool accepts(const Overload& overload, const std::vector<Type>& arguments) {
  if (overload.count() != arguments.size()) return false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Pattern pattern = overload.parameters[i];
    if (pattern != Pattern::any && !fits(type_of(pattern, arguments), arguments[i])) return false;
  }
  // What picks an item out of a list compares them.
  if (overload.result != Pattern::item) return true;
  const Type item = type_of(Pattern::item, arguments);
  if (item.kind == TypeKind::dyn) return true;
  return overload.parameters[0] == Pattern::list_of_numbers ? is_number(item.kind) : is_ordered(item.kind);
}

std::string signature(std::string_view name, bool method, const std::vector<std::string>& parameters) {
  std::string text;
  std::size_t first = 0;
  if (method && !parameters.empty()) {
    text = parameters[0] + '.';
    first = 1;
  }
  text += name;
  text += '(';
  for (std::size_t i = first; i < parameters.size(); ++i) {
    if (i > first) text += ", ";
    text += parameters[i];
  }
  return text + ')';
}

std::string known_signatures(const FunctionGroup& group, bool method) {
  std::string text = "it is defined for ";
  for (const Overload& overload : group.overloads) {
    std::vector<std::string> parameters;
    for (std::size_t i = 0; i < overload.count(); ++i) parameters.emplace_back(word(overload.parameters[i]));
    if (&overload != group.overloads.data()) text += ", ";
    text += signature(group.name, method, parameters);
  }
  return text;
}

Signatures signatures_of(const FunctionGroup& group) {
  Signatures signatures;
  // Appends a word to others that stand for the same place.
  const auto merge = [](std::string& words, std::string_view added) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find('/', at), words.size());
      if (std::string_view{words}.substr(at, end - at) == added) return;
      at = end + 1;
    }
    if (!words.empty()) words += '/';
    words += added;
  };
  constexpr std::size_t kMost = std::tuple_size_v<decltype(Overload::parameters)>;
  for (std::size_t count = 0; count <= kMost; ++count) {
    std::vector<std::string> parameters(count);
    bool found = false;
    for (const Overload& overload : group.overloads) {
      if (overload.count() != count) continue;
      found = true;
      for (std::size_t i = 0; i < count; ++i) merge(parameters[i], word(overload.parameters[i]));
      merge(signatures.result, word(overload.result));
    }
    if (found) signatures.calls.push_back(signature(group.name, group.style == Style::method, parameters));
  }
  if (group.gathers) signatures.calls.push_back(std::string{group.name} + "(number, ...)");
  return signatures;
}

UnknownFunction unknown_function(std::string_view name, bool method) {
  const std::string written{name};
  if (find_function(name, !method) != nullptr) {
    return {quoted(name) + (method ? " is no method" : " is no function"),
            "write " + quoted(method ? written + "(x)" : "x." + written + "(...)")};
  }
  for (const Macro& macro : macros()) {
    if (macro.name != name || macro.method != method || macro.variables == 0) continue;
    if (!method)
      return {quoted(name) + " takes a variable, its value and an expression",
              "write it as " + std::string{macro.usage}};
    if (macro.variables == 1)
      return {quoted(name) + " takes a variable and an expression", "write it as " + written + "(x, ...)"};
    return {quoted(name) + " takes two variables and an expression",
            "write it as " + written + "(i, x, ...)"};
  }
  std::vector<std::string_view> candidates;
  const Style refused = method ? Style::function : Style::method;
  for (const FunctionGroup* group : all_functions()) {
    if (group->style != refused) candidates.emplace_back(group->name);
  }
  for (const Macro& macro : macros()) {
    if (macro.method == method) candidates.emplace_back(macro.name);
  }
  return {(method ? "unknown method " : "unknown function ") + quoted(name), did_you_mean(name, candidates)};
}

std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& candidates) {
  const std::string_view near = nearest(name, candidates);
  return near.empty() ? std::string{} : "did you mean " + quoted(near) + "?";
}

std::string quoted(std::string_view text) {
  return "`" + std::string{text} + "`";
}

}  // namespace cablelint::expression
