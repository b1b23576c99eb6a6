#include <algorithm>
#include <cablelint/expression/check.hpp>
#include <cablelint/expression/parts.hpp>
#include <cablelint/expression/range.hpp>
#include <map>
#include <string>
#include <utility>

namespace cablelint::expression {
namespace {

constexpr std::size_t kMostParts = 10'000;

// Walks the tree of a checked expression. Each part is compiled and run for itself, with the variables of the
// macros around it as if they were variables of the environment.
class Walk {
 public:
  Walk(const Ast& ast, const Environment& environment, Context& context)
      : ast_(ast), environment_(environment), context_(context) {
    for (const Name& name : environment.names) variables_ += name.constant ? 0U : 1U;
  }

  Evaluation run() {
    visit(ast_.root, 0);
    Evaluation evaluation{std::move(parts_), {}};
    for (auto& [index, program] : programs_) {
      if (program) evaluation.programs.push_back(std::move(*program));
    }
    return evaluation;
  }

 private:
  struct Local {
    std::string_view name;
    Type type;
    Value value;
  };

  [[nodiscard]] const Node& node(std::uint32_t index) const { return ast_.nodes[index]; }

  // The program of a node. The locals around a node are always the same, so one is enough.
  const std::optional<Program>& program(std::uint32_t index) {
    const auto [entry, fresh] = programs_.try_emplace(index);
    if (!fresh) return entry->second;
    Environment scope = environment_;
    scope.names.clear();
    for (auto local = locals_.rbegin(); local != locals_.rend(); ++local) {
      scope.names.push_back({std::string{local->name}, local->type, std::nullopt});
    }
    scope.names.insert(scope.names.end(), environment_.names.begin(), environment_.names.end());
    std::vector<Fault> faults;
    const Place at = node(index).at;
    entry->second = compile(ast_.text.substr(at.offset, at.length), scope, faults);
    return entry->second;
  }

  std::optional<Value> evaluate(std::uint32_t index) {
    const std::optional<Program>& compiled = program(index);
    if (!compiled) return std::nullopt;
    std::vector<Value> values;
    for (auto local = locals_.rbegin(); local != locals_.rend(); ++local) values.push_back(local->value);
    values.insert(values.end(), context_.variables, context_.variables + variables_);
    values.resize(std::max<std::size_t>(values.size(), compiled->slots()));
    Context inner = context_;
    inner.variables = values.data();
    const Value value = compiled->evaluate(inner);
    context_.steps = inner.steps;
    return value;
  }

  static bool speaks_for_itself(const Node& n) {
    if (n.form == Form::literal) return true;
    if (n.form != Form::name) return false;
    return n.meaning == Meaning::constant || n.type.kind == Type::Kind::object;
  }

  [[nodiscard]] bool is_local(const Node& n) const {
    return n.form == Form::name && std::any_of(locals_.begin(), locals_.end(),
                                               [&](const Local& local) { return local.name == n.name; });
  }

  void visit(std::uint32_t index, std::uint32_t depth) {
    if (parts_.size() >= kMostParts) return;
    const Node& n = node(index);
    if (depth > 0 && (speaks_for_itself(n) || is_local(n))) return;
    // The list that a function makes of its arguments is not written anywhere.
    const std::optional<Value> value = evaluate(index);
    if (value) parts_.push_back({n.at, depth++, *value, 0});
    switch (n.form) {
      case Form::all:
      case Form::exists:
      case Form::exists_one:
      case Form::filter:
      case Form::transform:
      case Form::transform_map:
      case Form::transform_entries:
        visit(n.children[0], depth);
        passes(n, depth);
        break;
      case Form::bind:
        bind(n, depth);
        break;
      case Form::conditional: {
        visit(n.children[0], depth);
        const std::optional<Value> condition = evaluate(n.children[0]);
        if (condition && condition->kind == Kind::boolean)
          visit(n.children[condition->boolean ? 1 : 2], depth);
        break;
      }
      default:
        for (const std::uint32_t child : n.children) visit(child, depth);
    }
  }

  // The type of a variable: that of a name which means it. An unused one has none.
  [[nodiscard]] Type type_of(std::uint32_t slot, std::uint32_t index) const {
    const Node& n = node(index);
    if (n.form == Form::name && n.meaning == Meaning::variable && n.slot == slot) return n.type;
    for (const std::uint32_t child : n.children) {
      if (Type type = type_of(slot, child); type.kind != Type::Kind::dyn) return type;
    }
    return {};
  }

  void declare(std::string_view name, std::uint32_t slot, const Node& n) {
    Local local{name, {}, {}};
    for (std::size_t i = 1; i < n.children.size() && local.type.kind == Type::Kind::dyn; ++i) {
      local.type = type_of(slot, n.children[i]);
    }
    locals_.push_back(std::move(local));
  }

  void show(const Local& local, std::uint32_t depth) {
    const auto offset = static_cast<std::uint32_t>(local.name.data() - ast_.text.data());
    parts_.push_back({{offset, static_cast<std::uint32_t>(local.name.size())}, depth, local.value, 0});
  }

  void bind(const Node& n, std::uint32_t depth) {
    visit(n.children[0], depth);
    const std::optional<Value> value = evaluate(n.children[0]);
    declare(n.name, n.slot, n);
    locals_.back().value = value.value_or(Value{});
    visit(n.children[1], depth);
    locals_.pop_back();
  }

  // True for an item that decides the result of the macro.
  static bool decides(const Node& n, const std::optional<Value>& first) {
    if (!first || first->kind != Kind::boolean) return true;
    const bool transforms =
        n.form == Form::transform || n.form == Form::transform_map || n.form == Form::transform_entries;
    if (transforms && n.children.size() == 2) return true;
    return first->boolean != (n.form == Form::all);
  }

  void passes(const Node& n, std::uint32_t depth) {
    const std::optional<Value> over = evaluate(n.children[0]);
    if (!over) return;
    const Range range{*over, context_};
    if (!range.valid() || range.size() == 0) return;
    const std::size_t outer = locals_.size();
    declare(n.name, n.slot, n);
    if (!n.pair.empty()) declare(n.pair, n.slot + 1, n);
    const auto set = [&](std::uint32_t i) {
      Instruction macro;
      Value values[2];
      Context inner = context_;
      inner.variables = values;
      macro.count = n.pair.empty() ? 1 : 2;
      Range{*over, inner}.bind(i, macro);
      for (std::size_t j = outer; j < locals_.size(); ++j) locals_[j].value = values[j - outer];
    };
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t i = 0; i < range.size() && chosen.size() < kMostPasses && spend(context_); ++i) {
      set(i);
      if (decides(n, evaluate(n.children[1]))) chosen.push_back(i);
    }
    if (chosen.empty()) chosen.push_back(0);
    for (const std::uint32_t i : chosen) {
      set(i);
      for (std::size_t j = outer; j < locals_.size(); ++j) show(locals_[j], depth);
      const std::optional<Value> condition = evaluate(n.children[1]);
      visit(n.children[1], depth + 1);
      const bool refused = condition && condition->kind == Kind::boolean && !condition->boolean;
      if (n.children.size() == 3 && !refused) visit(n.children[2], depth + 1);
    }
    locals_.resize(outer);
    const auto skipped = static_cast<std::uint32_t>(range.size() - chosen.size());
    if (skipped > 0) parts_.push_back({n.at, depth, {}, skipped});
  }

  const Ast& ast_;
  const Environment& environment_;
  Context& context_;
  std::uint32_t variables_ = 0;
  std::vector<Local> locals_;
  std::map<std::uint32_t, std::optional<Program>> programs_;
  std::vector<Part> parts_;
};

}  // namespace

std::optional<Evaluation> evaluate_parts(std::string_view text, const Environment& environment,
                                         Context& context, std::vector<Fault>& faults) {
  if (!compile(text, environment, faults)) return std::nullopt;
  std::optional<Ast> ast = parse(text, context.arena, faults);
  if (!ast) return std::nullopt;
  check(*ast, environment, faults);
  return Walk{*ast, environment, context}.run();
}

const Part* origin_of_error(const std::vector<Part>& parts) {
  const Part* origin = nullptr;
  for (const Part& part : parts) {
    // The parts of a part follow it, deeper than itself.
    if (origin != nullptr && part.depth <= origin->depth) break;
    if (part.value.is_error()) {
      origin = &part;
    } else if (origin == nullptr) {
      break;
    }
  }
  return origin;
}

}  // namespace cablelint::expression
