#include <algorithm>
#include <cablelint/expression/ast.hpp>
#include <cablelint/expression/functions.hpp>
#include <cablelint/expression/literal.hpp>
#include <cablelint/expression/macros.hpp>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/limit_depth.hpp>

#include "grammar/expression.hpp"

namespace cablelint::expression {
namespace {

namespace rules = grammar::expression;
namespace pegtl = tao::pegtl;

constexpr const char* kTooDeep = "the expression is nested too deeply";
constexpr const char* kNotClosed = "this string is not closed";
constexpr const char* kNoValue = "expected a value";

// Texts of the faults that stop the reader, one for each rule behind a `must`.
struct Texts {
  template <typename Rule> static constexpr const char* message = nullptr;
  template <typename Rule> static constexpr bool raise_on_failure = false;
};
// clang-format off
template <> constexpr const char* Texts::message<rules::whole_expression> = kNoValue;
template <> constexpr const char* Texts::message<rules::value_of_group> = kNoValue;
template <> constexpr const char* Texts::message<rules::value_of_entry> = kNoValue;
template <> constexpr const char* Texts::message<rules::index_value> = kNoValue;
template <> constexpr const char* Texts::message<rules::then_value> = kNoValue;
template <> constexpr const char* Texts::message<rules::else_value> = kNoValue;
template <> constexpr const char* Texts::message<rules::unary> = kNoValue;
template <> constexpr const char* Texts::message<rules::product> = kNoValue;
template <> constexpr const char* Texts::message<rules::sum> = kNoValue;
template <> constexpr const char* Texts::message<rules::relation> = kNoValue;
template <> constexpr const char* Texts::message<rules::conjunction> = kNoValue;
template <> constexpr const char* Texts::message<rules::end_of_text> = "expected an operator";
template <> constexpr const char* Texts::message<rules::close_arguments> = "expected `)` or `,`";
template <> constexpr const char* Texts::message<rules::close_group> = "expected `)`";
template <> constexpr const char* Texts::message<rules::close_index> = "expected `]`";
template <> constexpr const char* Texts::message<rules::close_list> = "expected `]` or `,`";
template <> constexpr const char* Texts::message<rules::close_map> = "expected `}` or `,`";
template <> constexpr const char* Texts::message<rules::colon_of_entry> = "expected `:` and the value of this key";
template <> constexpr const char* Texts::message<rules::colon_of_choice> = "expected `:` and the other value of `?`";
template <> constexpr const char* Texts::message<rules::selected_name> = "expected the name of a field or method";
template <> constexpr const char* Texts::message<rules::no_message> = "messages cannot be built in rules";
template <> constexpr const char* Texts::message<rules::escape_code> = "unknown escape";
template <> constexpr const char* Texts::message<rules::close_quote<'"'>> = kNotClosed;
template <> constexpr const char* Texts::message<rules::close_quote<'\''>> = kNotClosed;
template <> constexpr const char* Texts::message<rules::close_quotes<'"'>> = kNotClosed;
template <> constexpr const char* Texts::message<rules::close_quotes<'\''>> = kNotClosed;
// clang-format on

template <typename Rule> using Control = pegtl::must_if<Texts>::control<Rule>;
using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf_crlf, const char*>;

// Builds the tree bottom up: operands wait on a stack until their operator is complete.
struct Builder {
  struct Mark {
    std::size_t operands;
    std::uint32_t offset;
  };

  Ast& ast;
  Arena& arena;
  std::vector<Fault>& faults;
  std::vector<std::uint32_t> stack;
  std::vector<Mark> marks;
  std::uint32_t string_start = 0;

  template <typename ActionInput> [[nodiscard]] Place place(const ActionInput& in) const {
    std::string_view text = in.string_view();
    while (!text.empty() &&
           (text.back() == ' ' || text.back() == '\n' || text.back() == '\t' || text.back() == '\r')) {
      text.remove_suffix(1);
    }
    return {static_cast<std::uint32_t>(in.begin() - ast.text.data()),
            static_cast<std::uint32_t>(text.size())};
  }
  [[nodiscard]] std::string_view text(Place at) const { return ast.text.substr(at.offset, at.length); }
  [[nodiscard]] Node& top() { return ast.nodes[stack.back()]; }

  void fault(Place at, std::string message, std::string hint = {}) {
    faults.push_back({at.offset, at.length, std::move(message), std::move(hint)});
  }

  template <typename ActionInput> void settle(Node& node, const ActionInput& in) {
    std::uint16_t depth = 0;
    for (const std::uint32_t child : node.children) depth = std::max(depth, ast.nodes[child].depth);
    node.depth = static_cast<std::uint16_t>(depth + 1);
    if (node.depth > Limits::kDepth) throw pegtl::parse_error(kTooDeep, in);
  }

  template <typename ActionInput> void push(Node node, const ActionInput& in) {
    settle(node, in);
    stack.push_back(static_cast<std::uint32_t>(ast.nodes.size()));
    ast.nodes.push_back(std::move(node));
  }

  template <typename ActionInput> void literal(const Value& value, const ActionInput& in) {
    Node node;
    node.at = node.name_at = place(in);
    node.literal = value;
    if (value.is_error()) fault(node.at, std::string{value.string()});
    push(std::move(node), in);
  }

  // The node of an operator over the last `count` operands.
  template <typename ActionInput> void combine(Form form, std::size_t count, const ActionInput& in) {
    Node node;
    node.form = form;
    node.children.assign(stack.end() - static_cast<std::ptrdiff_t>(count), stack.end());
    stack.resize(stack.size() - count);
    const Place here = place(in);
    node.at = here;
    for (const std::uint32_t child : node.children) {
      const Place at = ast.nodes[child].at;
      const std::uint32_t end = std::max(node.at.end(), at.end());
      node.at.offset = std::min(node.at.offset, at.offset);
      node.at.length = end - node.at.offset;
    }
    node.name_at = node.at;
    push(std::move(node), in);
  }

  // `a && b && c` is one node: flat and cheap, and long conditions do not nest.
  template <typename ActionInput> void chain(Form form, const ActionInput& in) {
    const std::uint32_t right = stack.back();
    Node& left = ast.nodes[stack[stack.size() - 2]];
    if (left.form != form || left.parenthesised) return combine(form, 2, in);
    stack.pop_back();
    left.children.push_back(right);
    const Place at = ast.nodes[right].at;
    left.at.length = at.end() - left.at.offset;
    left.name_at = left.at;
    settle(left, in);
  }

  template <typename ActionInput> void call(const ActionInput& in) {
    const Mark mark = marks.back();
    marks.pop_back();
    Node node;
    node.children.assign(stack.begin() + static_cast<std::ptrdiff_t>(mark.operands), stack.end());
    stack.resize(mark.operands);
    Node& callee = top();
    const std::uint32_t end = static_cast<std::uint32_t>(in.begin() - ast.text.data()) + 1;
    node.at = {callee.at.offset, end - callee.at.offset};
    node.name = callee.name;
    node.name_at = callee.name_at;
    node.rooted = callee.rooted;
    if (callee.form != Form::select) {
      node.form = Form::call;
      if (find_macro(node.name, false, node.children.size()) != nullptr) expand_has(node);
    } else if (!expand_namespace(node, callee, in)) {
      node.form = Form::method;
      node.children.insert(node.children.begin(), callee.children[0]);
      expand_macro(node);
    }
    stack.pop_back();
    push(std::move(node), in);
  }

  void expand_has(Node& node) {
    const Node& argument = ast.nodes[node.children[0]];
    if (argument.form != Form::select) {
      fault(argument.at, "has() asks for a field", "write it as has(cable.subject)");
      return;
    }
    node.form = Form::has;
    node.name = argument.name;
    node.name_at = argument.name_at;
    node.children = argument.children;
  }

  // `math.abs(x)`, `cel.bind(x, value, result)`. False when no such function or macro is known: then it is a
  // method of whatever stands before the dot.
  template <typename ActionInput>
  bool expand_namespace(Node& node, const Node& callee, const ActionInput& in) {
    const Node& space = ast.nodes[callee.children[0]];
    if (space.form != Form::name) return false;
    const std::string name = std::string{space.name} + '.' + std::string{callee.name};
    node.name_at = callee.at;
    if (const Macro* const macro = find_macro(name, false, node.children.size())) {
      bind_variables(node, *macro, 0);
      return true;
    }
    const FunctionGroup* const group = find_function(name, false);
    if (group == nullptr) {
      node.name_at = callee.name_at;
      return false;
    }
    node.form = Form::call;
    node.name = group->name;
    if (group->gathers && node.children.size() > 1) gather(node, in);
    return true;
  }

  // Makes one list of the arguments.
  template <typename ActionInput> void gather(Node& node, const ActionInput& in) {
    Node list;
    list.form = Form::list;
    list.children = std::move(node.children);
    const Place first = ast.nodes[list.children.front()].at;
    list.at = {first.offset, ast.nodes[list.children.back()].at.end() - first.offset};
    list.name_at = list.at;
    settle(list, in);
    node.children = {static_cast<std::uint32_t>(ast.nodes.size())};
    ast.nodes.push_back(std::move(list));
  }

  void expand_macro(Node& node) {
    const Macro* const macro = find_macro(node.name, true, node.children.size() - 1);
    if (macro != nullptr) bind_variables(node, *macro, 1);
  }

  // Takes the names of a macro's variables from its arguments, of which `first` is the first.
  void bind_variables(Node& node, const Macro& macro, std::size_t first) {
    for (std::size_t i = 0; i < macro.variables; ++i) {
      const Node& variable = ast.nodes[node.children[first + i]];
      if (variable.form == Form::name && !variable.rooted && !variable.parenthesised) continue;
      const std::string written{macro.name};
      if (macro.variables == 1) {
        fault(
            variable.at, "the first argument of `" + written + "` names its variable",
            macro.method ? "write it as " + written + "(p, ...)" : "write it as " + std::string{macro.usage});
      } else {
        fault(variable.at, "the first two arguments of `" + written + "` name its variables",
              "write it as " + written + "(i, p, ...)");
      }
      return;
    }
    const Node& variable = ast.nodes[node.children[first]];
    node.form = macro.form;
    node.name = variable.name;
    node.name_at = variable.at;
    if (macro.variables == 2) {
      const Node& pair = ast.nodes[node.children[first + 1]];
      node.pair = pair.name;
      if (pair.name == node.name)
        fault(pair.at, "the two variables of `" + std::string{macro.name} + "` need different names");
    }
    const auto names = node.children.begin() + static_cast<std::ptrdiff_t>(first);
    node.children.erase(names, names + macro.variables);
  }
};

template <typename Rule> struct Action : pegtl::nothing<Rule> {};

template <> struct Action<rules::unary> : pegtl::limit_depth<Limits::kDepth> {};

template <char Quote> struct Action<rules::open_quote<Quote>> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.string_start = b.place(in).offset;
  }
};
template <char Quote> struct Action<rules::open_quotes<Quote>> : Action<rules::open_quote<Quote>> {};

template <> struct Action<rules::integer> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.literal(read_integer(in.string_view()), in);
  }
};
template <> struct Action<rules::unsigned_integer> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.literal(read_unsigned(in.string_view()), in);
  }
};
template <> struct Action<rules::real> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.literal(read_real(in.string_view()), in);
  }
};
template <> struct Action<rules::text> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.literal(read_text(in.string_view(), b.arena), in);
  }
};
template <> struct Action<rules::bytes> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.literal(read_bytes(in.string_view(), b.arena), in);
  }
};
template <> struct Action<rules::true_word> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.literal(Value::of_bool(true), in);
  }
};
template <> struct Action<rules::false_word> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.literal(Value::of_bool(false), in);
  }
};
template <> struct Action<rules::null_word> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.literal(Value{}, in);
  }
};

template <> struct Action<rules::name> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    std::string_view text = in.string_view();
    Node node;
    node.form = Form::name;
    node.rooted = text[0] == '.';
    if (node.rooted) text.remove_prefix(1);
    const auto word = std::find_if_not(text.begin(), text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    node.name = text.substr(0, static_cast<std::size_t>(word - text.begin()));
    node.name_at = {static_cast<std::uint32_t>(text.data() - b.ast.text.data()),
                    static_cast<std::uint32_t>(node.name.size())};
    node.at = node.name_at;
    b.push(std::move(node), in);
  }
};
template <> struct Action<rules::member_name> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    Node node;
    node.form = Form::select;
    node.name = in.string_view();
    node.name_at = b.place(in);
    if (node.name[0] == '`') node.name = node.name.substr(1, node.name.size() - 2);
    const std::uint32_t operand = b.stack.back();
    b.stack.pop_back();
    const std::uint32_t begin = b.ast.nodes[operand].at.offset;
    node.at = {begin, node.name_at.end() - begin};
    node.children.push_back(operand);
    b.push(std::move(node), in);
  }
};

struct OpenAction {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.marks.push_back({b.stack.size(), b.place(in).offset});
  }
};
template <> struct Action<rules::open_arguments> : OpenAction {};
template <> struct Action<rules::open_list> : OpenAction {};
template <> struct Action<rules::open_map> : OpenAction {};

template <> struct Action<rules::close_arguments> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) { b.call(in); }
};

template <Form kForm> struct CloseAction {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    const Builder::Mark mark = b.marks.back();
    b.marks.pop_back();
    b.combine(kForm, b.stack.size() - mark.operands, in);
    Place& at = b.top().at;
    at.length = at.end() - mark.offset;
    at.offset = mark.offset;
    b.top().name_at = at;
  }
};
template <> struct Action<rules::close_list> : CloseAction<Form::list> {};
template <> struct Action<rules::close_map> : CloseAction<Form::map> {};

template <> struct Action<rules::group> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.top().parenthesised = true;
    b.top().at = b.place(in);
  }
};

template <Form kForm, std::size_t kOperands> struct OperatorAction {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.combine(kForm, kOperands, in);
  }
};
// clang-format off
template <> struct Action<rules::index> : OperatorAction<Form::index, 2> {};
template <> struct Action<rules::logical_not> : OperatorAction<Form::logical_not, 1> {};
template <> struct Action<rules::negate> : OperatorAction<Form::negate, 1> {};
template <> struct Action<rules::multiply> : OperatorAction<Form::multiply, 2> {};
template <> struct Action<rules::divide> : OperatorAction<Form::divide, 2> {};
template <> struct Action<rules::remainder> : OperatorAction<Form::remainder, 2> {};
template <> struct Action<rules::add> : OperatorAction<Form::add, 2> {};
template <> struct Action<rules::subtract> : OperatorAction<Form::subtract, 2> {};
template <> struct Action<rules::less> : OperatorAction<Form::less, 2> {};
template <> struct Action<rules::less_equal> : OperatorAction<Form::less_equal, 2> {};
template <> struct Action<rules::greater> : OperatorAction<Form::greater, 2> {};
template <> struct Action<rules::greater_equal> : OperatorAction<Form::greater_equal, 2> {};
template <> struct Action<rules::equal> : OperatorAction<Form::equal, 2> {};
template <> struct Action<rules::not_equal> : OperatorAction<Form::not_equal, 2> {};
template <> struct Action<rules::in> : OperatorAction<Form::in, 2> {};
template <> struct Action<rules::choice> : OperatorAction<Form::conditional, 3> {};
// clang-format on

template <> struct Action<rules::and_also> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.chain(Form::logical_and, in);
  }
};
template <> struct Action<rules::or_else> {
  template <typename ActionInput> static void apply(const ActionInput& in, Builder& b) {
    b.chain(Form::logical_or, in);
  }
};

// The word or byte under the caret of a fault.
std::uint32_t length_at(std::string_view text, std::size_t offset) {
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  std::size_t end = offset;
  while (end < text.size() && is_word(text[end])) ++end;
  return static_cast<std::uint32_t>(std::max<std::size_t>(end - offset, 1));
}

// What people coming from other languages write.
std::string hint_at(std::string_view rest) {
  struct Habit {
    std::string_view written;
    std::string_view hint;
  };
  static constexpr Habit kHabits[] = {
      {"and", "write `&&`"}, {"or", "write `||`"}, {"not", "write `!`"}, {"is", "write `==`"},
      {"<>", "write `!=`"},  {"=", "write `==`"},  {"&", "write `&&`"},  {"|", "write `||`"},
  };
  const std::uint32_t length = length_at(rest, 0);
  for (const Habit& habit : kHabits) {
    if (rest.substr(0, std::max<std::size_t>(length, habit.written.size())) == habit.written) {
      return std::string{habit.hint};
    }
  }
  return {};
}

Fault fault_of(const pegtl::parse_error& error, std::string_view text, const Builder& builder) {
  Fault fault;
  fault.offset = static_cast<std::uint32_t>(error.positions().front().byte);
  fault.message = error.message();
  fault.length = length_at(text, fault.offset);
  if (fault.message.starts_with("maximum parser rule")) fault.message = kTooDeep;
  if (fault.message == kNotClosed) {
    fault.length = fault.offset - builder.string_start;
    fault.offset = builder.string_start;
  } else if (fault.message == "unknown escape") {
    --fault.offset;
    fault.length = 2;
    fault.hint = "write `\\\\` for a backslash, or r'...' for a pattern";
  } else if (fault.message == kTooDeep) {
    fault.hint = "at most " + std::to_string(Limits::kDepth) + " levels";
  } else if (fault.offset >= text.size()) {
    fault.length = 1;
    fault.message += ", but the expression ends";
  } else {
    fault.hint = hint_at(text.substr(fault.offset));
  }
  return fault;
}

}  // namespace

std::optional<Ast> parse(std::string_view text, Arena& arena, std::vector<Fault>& faults) {
  if (text.size() > Limits::kExpressionBytes) {
    faults.push_back({0, 1, "the expression is too long",
                      "at most " + std::to_string(Limits::kExpressionBytes / 1024) + " KiB"});
    return std::nullopt;
  }
  Ast ast;
  ast.text = text;
  constexpr std::size_t kBytesPerNode = 8;  // in most expressions
  ast.nodes.reserve(text.size() / kBytesPerNode + 1);
  const std::size_t before = faults.size();
  Builder builder{ast, arena, faults, {}, {}};
  try {
    Input in(text.data(), text.data() + text.size(), "");
    if (!pegtl::parse<rules::document, Action, Control>(in, builder)) return std::nullopt;
  } catch (const pegtl::parse_error& error) {
    faults.push_back(fault_of(error, text, builder));
  }
  if (faults.size() != before) return std::nullopt;
  ast.root = builder.stack.back();
  return ast;
}

}  // namespace cablelint::expression
