#include <algorithm>
#include <cablelint/expression/check.hpp>
#include <cablelint/expression/functions.hpp>
#include <cablelint/expression/macros.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/signatures.hpp>
#include <cablelint/expression/types.hpp>
#include <utility>

namespace cablelint::expression {
namespace {

using TypeKind = Type::Kind;

constexpr std::string_view kTypeNames[] = {
    "bool",
    "int",
    "uint",
    "double",
    "string",
    "bytes",
    "list",
    "map",
    "null_type",
    "type",
    "date",
    "period",
    "level",
    "google.protobuf.Timestamp",
    "google.protobuf.Duration",
};

Type type_of(const Value& value) {
  switch (value.kind) {
    case Kind::null:
      return {TypeKind::null, 0, {}};
    case Kind::boolean:
      return {TypeKind::boolean, 0, {}};
    case Kind::integer:
      return {TypeKind::integer, 0, {}};
    case Kind::unsigned_integer:
      return {TypeKind::unsigned_integer, 0, {}};
    case Kind::real:
      return {TypeKind::real, 0, {}};
    case Kind::string:
      return {TypeKind::string, 0, {}};
    case Kind::bytes:
      return {TypeKind::bytes, 0, {}};
    default:
      return {};
  }
}

// Macros can nest lists deeper than any expression is written, and types are copied often: those that nest
// deeper than this are checked at run time only.
constexpr int kMostNested = 32;

bool nests_deeper(const Type& type, int levels) {
  return std::any_of(type.arguments.begin(), type.arguments.end(),
                     [&](const Type& inner) { return levels == 0 || nests_deeper(inner, levels - 1); });
}

class Checker {
 public:
  Checker(Ast& ast, const Environment& environment, std::vector<Fault>& faults)
      : ast_(ast), environment_(environment), faults_(faults), strict_(environment.check_types) {
    for (const Name& name : environment.names) {
      if (!name.constant) ++variables_;
      if (name.name.find('.') != std::string::npos) dotted_ = true;
    }
    slots_ = variables_;
    if (!environment.container.empty()) dotted_ = true;
  }

  std::uint32_t run() {
    visit(ast_.root);
    return slots_;
  }

 private:
  struct Local {
    std::string_view name;
    std::uint32_t slot;
    Type type;
  };

  Node& node(std::uint32_t index) { return ast_.nodes[index]; }
  const Type& child(const Node& n, std::size_t i) const { return ast_.nodes[n.children[i]].type; }
  std::string name_of(const Type& type) const {
    static const Schema kEmpty;
    return to_text(type, environment_.schema != nullptr ? *environment_.schema : kEmpty);
  }

  void fault(Place at, std::string message, std::string hint = {}) {
    if (strict_) faults_.push_back({at.offset, at.length, std::move(message), std::move(hint)});
  }

  void visit(std::uint32_t index) {
    Node& n = node(index);
    switch (n.form) {
      case Form::literal:
        n.type = strict_ ? type_of(n.literal) : Type{};
        break;
      case Form::name:
        name(n);
        break;
      case Form::select:
        select(index);
        break;
      case Form::has:
        has(n);
        break;
      case Form::call:
        call(n, false);
        break;
      case Form::method:
        call(n, true);
        break;
      case Form::all:
      case Form::exists:
      case Form::exists_one:
      case Form::filter:
      case Form::transform:
      case Form::transform_map:
      case Form::transform_entries:
        macro(index);
        break;
      case Form::bind:
        bind(n);
        break;
      default:
        for (const std::uint32_t c : n.children) visit(c);
        n.type = strict_ ? operation(n) : Type{};
    }
    if (nests_deeper(n.type, kMostNested)) n.type = {};
  }

  // Names

  // Finds a name in the environment, longest container first, and among the names of types.
  bool resolve(std::string_view name, bool rooted, Node& n) {
    std::string container = rooted ? std::string{} : environment_.container;
    while (true) {
      const std::string full = container.empty() ? std::string{name} : container + "." + std::string{name};
      std::uint32_t slot = 0;
      for (const Name& candidate : environment_.names) {
        if (candidate.name == full) {
          n.meaning = candidate.constant ? Meaning::constant : Meaning::variable;
          if (candidate.constant) n.literal = *candidate.constant;
          n.slot = slot;
          n.type = strict_ ? candidate.type : Type{};
          return true;
        }
        if (!candidate.constant) ++slot;
      }
      if (const auto* type = std::find(std::begin(kTypeNames), std::end(kTypeNames), full);
          type != std::end(kTypeNames)) {
        n.meaning = Meaning::constant;
        n.literal = Value::of_type(*type);
        n.type = strict_ ? Type{TypeKind::type, 0, {}} : Type{};
        return true;
      }
      if (container.empty()) return false;
      const std::size_t dot = container.rfind('.');
      container.resize(dot == std::string::npos ? 0 : dot);
    }
  }

  const Local* local(const Node& n) const {
    if (n.rooted) return nullptr;
    const auto found =
        std::find_if(locals_.rbegin(), locals_.rend(), [&](const Local& l) { return l.name == n.name; });
    return found == locals_.rend() ? nullptr : &*found;
  }

  void name(Node& n) {
    if (const Local* l = local(n)) {
      n.meaning = Meaning::variable;
      n.slot = l->slot;
      n.type = l->type;
      return;
    }
    if (resolve(n.name, n.rooted, n)) return;
    std::vector<std::string_view> candidates;
    candidates.reserve(environment_.names.size() + locals_.size());
    for (const Name& known : environment_.names) candidates.push_back(known.name);
    for (const Local& l : locals_) candidates.push_back(l.name);
    std::string hint = did_you_mean(n.name, candidates);
    if (hint.empty() && find_function(n.name, false) != nullptr)
      hint = "to call it, write " + quoted(std::string{n.name} + "(...)");
    fault(n.name_at, "unknown name " + quoted(n.name), std::move(hint));
  }

  // "a.b.c" when a chain of selections starts at a free name; empty otherwise.
  std::string dotted_path(const Node& n, bool& rooted) const {
    if (n.form == Form::name) {
      if (local(n) != nullptr) return {};
      rooted = n.rooted;
      return std::string{n.name};
    }
    if (n.form != Form::select) return {};
    std::string path = dotted_path(ast_.nodes[n.children[0]], rooted);
    if (!path.empty()) (path += '.') += n.name;
    return path;
  }

  void select(std::uint32_t index) {
    Node& n = node(index);
    const Node& operand = node(n.children[0]);
    if (dotted_ || (operand.form == Form::select && operand.name == "protobuf")) {
      bool rooted = false;
      const std::string path = dotted_path(n, rooted);
      if (!path.empty() && resolve(path, rooted, n)) {
        n.form = Form::name;
        n.children.clear();
        return;
      }
    }
    visit(n.children[0]);
    field(n);
  }

  void has(Node& n) {
    visit(n.children[0]);
    field(n);
    n.type = {strict_ ? TypeKind::boolean : TypeKind::dyn, 0, {}};
  }

  // The type of a field of the node's operand.
  void field(Node& n) {
    const Type& operand = child(n, 0);
    n.type = {};
    if (operand.kind == TypeKind::dyn) return;
    if (operand.kind == TypeKind::map) {
      n.type = operand.arguments.size() == 2 ? operand.arguments[1] : Type{};
      return;
    }
    if (operand.kind == TypeKind::object && environment_.schema != nullptr) {
      const ObjectType& type = environment_.schema->type(operand.object_type);
      const auto found = std::find_if(type.fields.begin(), type.fields.end(),
                                      [&](const Field& f) { return f.name == n.name; });
      if (found != type.fields.end()) {
        n.field = &*found;
        n.type = found->type;
        return;
      }
      std::vector<std::string_view> candidates;
      candidates.reserve(type.fields.size());
      for (const Field& f : type.fields) candidates.push_back(f.name);
      fault(n.name_at, type.name + " has no field " + quoted(n.name), did_you_mean(n.name, candidates));
      return;
    }
    std::string hint;
    if (operand.kind == TypeKind::list)
      hint = "ask its items with exists(x, ...) or all(x, ...), or take one with [0]";
    fault(n.name_at, name_of(operand) + " has no fields", std::move(hint));
  }

  // Functions

  void call(Node& n, bool method) {
    if (method && missing_in_namespace(n)) return;
    n.type = {};
    n.function = find_function(n.name, method);
    // The arguments of a macro that is written wrong would only be blamed for its missing variables.
    const bool macro = n.function == nullptr && is_macro(n.name, method);
    for (const std::uint32_t c : n.children) {
      visit(c);
      if (macro) break;
    }
    if (n.function == nullptr) {
      UnknownFunction unknown = unknown_function(n.name, method);
      return fault(n.name_at, std::move(unknown.message), std::move(unknown.hint));
    }
    std::vector<Type> arguments;
    arguments.reserve(n.children.size());
    for (const std::uint32_t c : n.children) arguments.push_back(node(c).type);
    bool found = false;
    for (const Overload& overload : n.function->overloads) {
      if (!accepts(overload, arguments)) continue;
      Type result = strict_ ? type_of(overload.result, arguments) : Type{};
      n.type = found && !(n.type == result) ? Type{} : std::move(result);
      found = true;
    }
    if (found) return;
    if (strict_) {
      std::vector<std::string> words;
      words.reserve(arguments.size());
      for (const Type& argument : arguments) words.push_back(name_of(argument));
      fault(n.at, quoted(signature(n.name, method, words)) + " is not defined",
            known_signatures(*n.function, method));
    }
    n.function = nullptr;
  }

  // A method of a free name that means nothing but stands before functions: `math.absolute(x)`.
  bool missing_in_namespace(Node& n) {
    Node target = node(n.children[0]);
    if (target.form != Form::name || local(target) != nullptr) return false;
    const std::string space = std::string{target.name} + '.';
    const auto functions = all_functions();
    const bool known = std::any_of(functions.begin(), functions.end(),
                                   [&](const auto* group) { return group->name.starts_with(space); }) ||
                       std::any_of(macros().begin(), macros().end(),
                                   [&](const Macro& macro) { return macro.name.starts_with(space); });
    if (!known || resolve(target.name, target.rooted, target)) {
      return false;
    }
    UnknownFunction unknown = unknown_function(space + std::string{n.name}, false);
    fault({target.at.offset, n.name_at.end() - target.at.offset}, std::move(unknown.message),
          std::move(unknown.hint));
    return true;
  }

  // Macros

  // Gives a variable the next slot.
  std::uint32_t declare(std::string_view name, Type type) {
    const std::uint32_t slot = variables_ + static_cast<std::uint32_t>(locals_.size());
    slots_ = std::max(slots_, slot + 1);
    locals_.push_back({name, slot, std::move(type)});
    return slot;
  }

  void bind(Node& n) {
    visit(n.children[0]);
    n.slot = declare(n.name, child(n, 0));
    visit(n.children[1]);
    locals_.pop_back();
    n.type = child(n, 1);
  }

  void macro(std::uint32_t index) {
    Node& n = node(index);
    visit(n.children[0]);
    const Type range = child(n, 0);
    Type item;    // what one variable stands for: an item of a list, a key of a map
    Type second;  // what the second of two stands for
    const bool pair = !n.pair.empty();
    if (range.kind == TypeKind::list || range.kind == TypeKind::map) {
      if (!range.arguments.empty()) item = range.arguments[0];
      if (pair && range.kind == TypeKind::map && range.arguments.size() == 2) second = range.arguments[1];
      if (pair && range.kind == TypeKind::list) {
        second = std::exchange(item, strict_ ? Type{TypeKind::integer, 0, {}} : Type{});
      }
    } else if (range.kind != TypeKind::dyn) {
      fault(node(n.children[0]).at, "a macro runs over a list or a map, not " + name_of(range));
    }
    n.slot = declare(n.name, item);
    if (pair) declare(n.pair, second);
    for (std::size_t i = 1; i < n.children.size(); ++i) visit(n.children[i]);
    locals_.resize(locals_.size() - (pair ? 2 : 1));
    if (!strict_) return;
    const bool transforms =
        n.form == Form::transform || n.form == Form::transform_map || n.form == Form::transform_entries;
    if (!transforms || n.children.size() == 3) condition(n.children[1]);
    const Type& result = child(n, n.children.size() - 1);
    switch (n.form) {
      case Form::filter:
        n.type = list_of(item);
        break;
      case Form::transform:
        n.type = list_of(result);
        break;
      case Form::transform_map:
        n.type = map_of(item, result);
        break;
      case Form::transform_entries:
        n.type = result.kind == TypeKind::map ? result : map_of({}, {});
        if (result.kind != TypeKind::map && result.kind != TypeKind::dyn) {
          fault(node(n.children.back()).at,
                "the results of transformMapEntry are maps, not " + name_of(result), "write {key: value}");
        }
        break;
      default:
        n.type = {TypeKind::boolean, 0, {}};
    }
  }

  // Operators

  void condition(std::uint32_t index) {
    const Node& n = node(index);
    if (n.type.kind == TypeKind::boolean || n.type.kind == TypeKind::dyn) return;
    std::string hint;
    if (n.type.kind == TypeKind::object) hint = "to ask whether it is there, write has(...)";
    if (n.type.kind == TypeKind::list || n.type.kind == TypeKind::string)
      hint = "to ask whether it holds anything, write size(...) > 0";
    fault(n.at, "a condition is a bool, not " + name_of(n.type), std::move(hint));
  }

  Type undefined(const Node& n) {
    const Type& a = child(n, 0);
    std::string message;
    if (n.children.size() == 1) {
      message = quoted(std::string{symbol(n.form)} + name_of(a));
    } else {
      message = quoted(name_of(a) + " " + std::string{symbol(n.form)} + " " + name_of(child(n, 1)));
    }
    std::string hint;
    if (n.form == Form::add && (a.kind == TypeKind::string) != (child(n, 1).kind == TypeKind::string)) {
      hint = "turn the other side into text with string(...)";
    } else if ((n.form == Form::add || n.form == Form::subtract) && a.kind == TypeKind::date &&
               child(n, 1).kind == TypeKind::integer) {
      hint = "say what is counted: years(n), months(n) or days(n)";
    }
    fault(n.at, message + " is not defined", std::move(hint));
    return {};
  }

  Type operation(const Node& n) {
    Type boolean{TypeKind::boolean, 0, {}};
    switch (n.form) {
      case Form::index:
        return indexed(n);
      case Form::list: {
        Type item = n.children.empty() ? Type{} : child(n, 0);
        for (std::size_t i = 1; i < n.children.size(); ++i) item = join(item, child(n, i));
        return list_of(std::move(item));
      }
      case Form::map: {
        Type key = n.children.empty() ? Type{} : child(n, 0);
        Type value = n.children.empty() ? Type{} : child(n, 1);
        for (std::size_t i = 2; i < n.children.size(); i += 2) {
          key = join(key, child(n, i));
          value = join(value, child(n, i + 1));
        }
        return map_of(std::move(key), std::move(value));
      }
      case Form::logical_and:
      case Form::logical_or:
        for (const std::uint32_t c : n.children) condition(c);
        return boolean;
      case Form::logical_not:
        condition(n.children[0]);
        return boolean;
      case Form::conditional: {
        condition(n.children[0]);
        const Type& a = child(n, 1);
        const Type& b = child(n, 2);
        if (!fits(a, b)) {
          fault(n.at, "the two values of `?` have different types: " + name_of(a) + " and " + name_of(b));
        }
        return join(a, b);
      }
      case Form::negate: {
        const TypeKind kind = child(n, 0).kind;
        if (kind == TypeKind::dyn || kind == TypeKind::integer || kind == TypeKind::real ||
            kind == TypeKind::duration)
          return child(n, 0);
        return undefined(n);
      }
      case Form::multiply:
      case Form::divide:
      case Form::remainder:
      case Form::add:
      case Form::subtract:
        return arithmetic(n);
      case Form::less:
      case Form::less_equal:
      case Form::greater:
      case Form::greater_equal: {
        const Type& a = child(n, 0);
        const Type& b = child(n, 1);
        const bool dyn = a.kind == TypeKind::dyn || b.kind == TypeKind::dyn;
        if (!dyn && !(is_number(a.kind) && is_number(b.kind)) && !(a.kind == b.kind && is_ordered(a.kind)))
          undefined(n);
        return boolean;
      }
      case Form::equal:
      case Form::not_equal:
        equality(n);
        return boolean;
      case Form::in:
        membership(n);
        return boolean;
      default:
        return {};
    }
  }

  Type indexed(const Node& n) {
    const Type& operand = child(n, 0);
    const Type& key = child(n, 1);
    if (operand.kind == TypeKind::dyn) return {};
    if (operand.kind == TypeKind::list) {
      if (key.kind != TypeKind::dyn && key.kind != TypeKind::integer) {
        fault(node(n.children[1]).at, "the index of a list is an int, not " + name_of(key));
      }
      return operand.arguments.empty() ? Type{} : operand.arguments[0];
    }
    if (operand.kind == TypeKind::map) {
      if (operand.arguments.size() != 2) return {};
      if (!comparable(operand.arguments[0], key)) {
        fault(node(n.children[1]).at,
              "the keys of this map are " + name_of(operand.arguments[0]) + ", not " + name_of(key));
      }
      return operand.arguments[1];
    }
    fault(n.at, name_of(operand) + " has no items to take with [...]");
    return {};
  }

  Type arithmetic(const Node& n) {
    const Type& a = child(n, 0);
    const Type& b = child(n, 1);
    if (a.kind == TypeKind::dyn || b.kind == TypeKind::dyn) {
      const Type& known = a.kind == TypeKind::dyn ? b : a;
      return is_number(known.kind) || known.kind == TypeKind::string ? known : Type{};
    }
    const bool plain = n.form == Form::add || n.form == Form::subtract;
    if (a.kind == b.kind) {
      switch (a.kind) {
        case TypeKind::integer:
        case TypeKind::unsigned_integer:
          return a;
        case TypeKind::real:
          return n.form == Form::remainder ? undefined(n) : a;
        case TypeKind::string:
        case TypeKind::bytes:
          return n.form == Form::add ? a : undefined(n);
        case TypeKind::list:
          return n.form == Form::add ? list_of(join_items(a, b)) : undefined(n);
        case TypeKind::timestamp:
          return n.form == Form::subtract ? Type{TypeKind::duration, 0, {}} : undefined(n);
        case TypeKind::duration:
        case TypeKind::period:
          return plain ? a : undefined(n);
        case TypeKind::date:
          return n.form == Form::subtract ? Type{TypeKind::integer, 0, {}} : undefined(n);
        default:
          return undefined(n);
      }
    }
    if (a.kind == TypeKind::timestamp && b.kind == TypeKind::duration && plain) return a;
    if (a.kind == TypeKind::duration && b.kind == TypeKind::timestamp && n.form == Form::add) return b;
    if (a.kind == TypeKind::date && b.kind == TypeKind::period && plain) return a;
    if (a.kind == TypeKind::period && b.kind == TypeKind::date && n.form == Form::add) return b;
    return undefined(n);
  }

  static Type join_items(const Type& a, const Type& b) {
    const Type joined = join(a, b);
    return joined.kind == TypeKind::list && !joined.arguments.empty() ? joined.arguments[0] : Type{};
  }

  static bool comparable(const Type& a, const Type& b) {
    if (is_number(a.kind) && is_number(b.kind)) return true;
    if (a.kind == b.kind && !a.arguments.empty() && a.arguments.size() == b.arguments.size()) {
      for (std::size_t i = 0; i < a.arguments.size(); ++i) {
        if (!comparable(a.arguments[i], b.arguments[i])) return false;
      }
      return true;
    }
    return fits(a, b);
  }

  void equality(const Node& n) {
    const Type& a = child(n, 0);
    const Type& b = child(n, 1);
    if (comparable(a, b)) return;
    const bool null = a.kind == TypeKind::null || b.kind == TypeKind::null;
    fault(n.at,
          quoted(name_of(a) + " " + std::string{symbol(n.form)} + " " + name_of(b)) + " is always " +
              (n.form == Form::equal ? "false" : "true"),
          null               ? "to ask whether a field is there, write has(...)"
          : level_with(a, b) ? "a level has no quotes: write S, not \"S\""
                             : "");
  }

  static bool level_with(const Type& a, const Type& b) {
    return (a.kind == TypeKind::level && b.kind == TypeKind::string) ||
           (a.kind == TypeKind::string && b.kind == TypeKind::level);
  }

  void membership(const Node& n) {
    const Type& item = child(n, 0);
    const Type& range = child(n, 1);
    if (range.kind == TypeKind::dyn) return;
    if (range.kind != TypeKind::list && range.kind != TypeKind::map) {
      fault(node(n.children[1]).at, "`in` looks into a list or a map, not " + name_of(range),
            range.kind == TypeKind::string ? "to look into text, write contains(...)" : "");
      return;
    }
    if (!range.arguments.empty() && !comparable(item, range.arguments[0])) {
      fault(n.at, quoted(name_of(item) + " in " + name_of(range)) + " is always false");
    }
  }

  Ast& ast_;
  const Environment& environment_;
  std::vector<Fault>& faults_;
  const bool strict_;
  bool dotted_ = false;
  std::uint32_t variables_ = 0;
  std::uint32_t slots_ = 0;
  std::vector<Local> locals_;
};

}  // namespace

std::uint32_t check(Ast& ast, const Environment& environment, std::vector<Fault>& faults) {
  return Checker{ast, environment, faults}.run();
}

}  // namespace cablelint::expression
