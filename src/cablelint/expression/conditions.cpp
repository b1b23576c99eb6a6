#include <fmt/format.h>

#include <algorithm>
#include <cablelint/expression/conditions.hpp>
#include <cstddef>
#include <optional>
#include <utility>

namespace cablelint::expression {
namespace {

class Finder {
 public:
  explicit Finder(const Ast& ast) : ast_(ast) {}

  std::vector<Condition> run(bool whole) {
    if (whole) {
      condition(ast_.root, true);
    } else {
      scan(ast_.root);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] const Node& node(std::uint32_t index) const { return ast_.nodes[index]; }

  // A part whose value decides.
  void condition(std::uint32_t index, bool decides) {
    const Node& n = node(index);
    switch (n.form) {
      case Form::literal:
        return;
      case Form::logical_and:
      case Form::logical_or:
        scan(index);
        return;
      case Form::logical_not:
        condition(n.children[0], decides);
        return;
      case Form::bind:
        scan(n.children[0]);
        condition(n.children[1], decides);
        return;
      default:
        found_.push_back({n.at, decides});
        scan(index);
    }
  }

  // The conditions inside a part.
  void scan(std::uint32_t index) {
    const Node& n = node(index);
    switch (n.form) {
      case Form::logical_and:
      case Form::logical_or:
        for (const std::uint32_t child : n.children) condition(child, true);
        return;
      case Form::conditional:
        condition(n.children[0], true);
        scan(n.children[1]);
        scan(n.children[2]);
        return;
      case Form::all:
      case Form::exists:
      case Form::exists_one:
      case Form::filter:
        scan(n.children[0]);
        condition(n.children[1], false);
        return;
      case Form::transform:
      case Form::transform_map:
      case Form::transform_entries:
        scan(n.children[0]);
        if (n.children.size() == 3) condition(n.children[1], false);
        scan(n.children.back());
        return;
      default:
        for (const std::uint32_t child : n.children) scan(child);
    }
  }

  const Ast& ast_;
  std::vector<Condition> found_;
};

}  // namespace

std::vector<Condition> conditions_of(std::string_view text, bool whole) {
  Arena arena;
  std::vector<Fault> faults;
  const std::optional<Ast> ast = parse(text, arena, faults);
  return ast ? Finder{*ast}.run(whole) : std::vector<Condition>{};
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
