#include <fmt/format.h>

#include <algorithm>
#include <cablelint/expression/conditions.hpp>
#include <cstddef>
#include <optional>
#include <utility>

namespace cablelint::expression {
namespace {

using Worth = Condition::Worth;

class Finder {
 public:
  Finder(const Ast& ast, Scope scope, std::string_view tables) : ast_(ast), scope_(scope), tables_(tables) {}

  std::vector<Condition> run() {
    if (scope_ == Scope::choices) {
      choices(ast_.root);
    } else if (scope_ == Scope::whole) {
      condition(ast_.root, Worth::both);
    } else {
      scan(ast_.root);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] const Node& node(std::uint32_t index) const { return ast_.nodes[index]; }

  void choices(std::uint32_t index) {
    const Node& n = node(index);
    if (n.form == Form::conditional) found_.push_back({node(n.children[0]).at, Worth::both});
    for (const std::uint32_t child : n.children) choices(child);
  }

  // A part whose value decides.
  void condition(std::uint32_t index, Worth worth) {
    const Node& n = node(index);
    switch (n.form) {
      case Form::literal:
        return;
      case Form::logical_and:
      case Form::logical_or:
        scan(index);
        return;
      case Form::logical_not:
        condition(n.children[0], worth);
        return;
      case Form::bind:
        scan(n.children[0]);
        condition(n.children[1], worth);
        return;
      default:
        found_.push_back({n.at, worth == Worth::both && asks_tables(n) ? Worth::truth : worth});
        scan(index);
    }
  }

  // `vocabulary.captions[x].kind`
  [[nodiscard]] bool in_tables(std::uint32_t index) const {
    const Node& n = node(index);
    if (n.form == Form::select || n.form == Form::index) return in_tables(n.children[0]);
    return n.form == Form::name && n.name == tables_;
  }

  [[nodiscard]] bool asks_tables(const Node& n) const {
    if (n.form == Form::has) return in_tables(n.children[0]);
    return n.form == Form::in && in_tables(n.children[0]) && in_tables(n.children[1]);
  }

  // The conditions inside a part.
  void scan(std::uint32_t index) {
    const Node& n = node(index);
    switch (n.form) {
      case Form::logical_and:
      case Form::logical_or:
        for (const std::uint32_t child : n.children) condition(child, Worth::both);
        return;
      case Form::conditional:
        condition(n.children[0], Worth::both);
        scan(n.children[1]);
        scan(n.children[2]);
        return;
      case Form::all:
      case Form::exists:
      case Form::exists_one:
      case Form::filter:
        scan(n.children[0]);
        condition(n.children[1], Worth::entry);
        return;
      case Form::transform:
      case Form::transform_map:
      case Form::transform_entries:
        scan(n.children[0]);
        if (n.children.size() == 3) condition(n.children[1], Worth::entry);
        scan(n.children.back());
        return;
      default:
        for (const std::uint32_t child : n.children) scan(child);
    }
  }

  const Ast& ast_;
  const Scope scope_;
  const std::string_view tables_;
  std::vector<Condition> found_;
};

}  // namespace

std::vector<Condition> conditions_of(std::string_view text, Scope scope, std::string_view tables) {
  Arena arena;
  std::vector<Fault> faults;
  const std::optional<Ast> ast = parse(text, arena, faults);
  return ast ? Finder{*ast, scope, tables}.run() : std::vector<Condition>{};
}

std::string watched(std::string_view text, const std::vector<Condition>& conditions, std::string_view name) {
  std::vector<std::pair<std::uint32_t, std::string>> additions;
  // Of those that end together the inner one is closed first.
  for (std::size_t i = conditions.size(); i-- > 0;) {
    additions.emplace_back(conditions[i].at.end(), fmt::format(") ? {0}{1}.yes : {0}{1}.no)", name, i));
  }
  for (const Condition& condition : conditions) additions.emplace_back(condition.at.offset, "((");
  std::stable_sort(additions.begin(), additions.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string out;
  std::size_t at = 0;
  for (const auto& [offset, addition] : additions) {
    out += text.substr(at, offset - at);
    out += addition;
    at = offset;
  }
  out += text.substr(at);
  return out;
}

}  // namespace cablelint::expression
