#include <fmt/format.h>

#include <algorithm>
#include <cablelint/append_format.hpp>
#include <cablelint/expression/functions.hpp>
#include <cablelint/expression/macros.hpp>
#include <cablelint/expression/reference.hpp>
#include <cablelint/expression/signatures.hpp>
#include <vector>

namespace cablelint::expression {
namespace {

// Text inside a cell of a table.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string_view first_sentence(std::string_view text) {
  for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
    // A capital begins a sentence only where the full stop does not end an initial: "E.O. 13526".
    const bool initial = at > 0 && text[at - 1] >= 'A' && text[at - 1] <= 'Z';
    if (!initial && at + 2 < text.size() && text[at + 2] >= 'A' && text[at + 2] <= 'Z')
      return text.substr(0, at + 1);
  }
  return text;
}

class Writer {
 public:
  explicit Writer(const Environment& environment) : environment_(environment) {}

  std::string run() {
    variables();
    for (const Name& name : environment_.names) {
      const std::size_t first = types_.size();
      meet(name.type);
      for (std::size_t i = first; i < types_.size(); ++i) type(types_[i]);
    }
    macro_table();
    for (const FunctionTheme& theme : function_themes()) functions(theme);
    return std::move(text_);
  }

 private:
  template <typename... Arguments>
  void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    append_format(text_, format, std::forward<Arguments>(arguments)...);
    text_ += '\n';
  }

  [[nodiscard]] std::string name_of(const Type& type) const { return to_text(type, *environment_.schema); }

  // Notes the object types that a type mentions, in the order in which they are met.
  void meet(const Type& type) {
    if (type.kind == Type::Kind::object &&
        std::find(types_.begin(), types_.end(), type.object_type) == types_.end()) {
      types_.push_back(type.object_type);
    }
    for (const Type& argument : type.arguments) meet(argument);
  }

  void variables() {
    line("### Names\n");
    line("| name | type |\n|---|---|");
    std::string constants;
    std::string type;
    for (const Name& name : environment_.names) {
      if (name.constant) {
        constants += (constants.empty() ? "`" : ", `") + name.name + '`';
        type = name_of(name.type);
        continue;
      }
      line("| `{}` | `{}` |", name.name, name_of(name.type));
    }
    if (!constants.empty()) line("| {} | `{}` |", constants, type);
    line("");
  }

  void type(std::uint16_t index) {
    const ObjectType& object = environment_.schema->type(index);
    line("### {}\n\n{}\n\n| field | type | what it is |\n|---|---|---|", object.name, cell(object.doc));
    for (const Field& field : object.fields) {
      meet(field.type);
      line("| `{}` | `{}{}` | {} |", field.name, name_of(field.type), field.optional ? "?" : "",
           cell(first_sentence(field.doc)));
    }
    line("");
  }

  void macro_table() {
    line("### Macros\n\n| macro | what it gives |\n|---|---|");
    for (const Macro& macro : macros()) {
      std::string usages{macro.usage};
      for (std::size_t at = usages.find("), "); at != std::string::npos; at = usages.find("), ", at + 5)) {
        usages.replace(at, 3, ")`, `");
      }
      line("| `{}` | {} |", usages, cell(macro.summary));
    }
    line("");
  }

  void functions(const FunctionTheme& theme) {
    line("### {}\n\n| function | type | what it gives |\n|---|---|---|", theme.title);
    for (const FunctionGroup& group : theme.groups) {
      const Signatures signatures = signatures_of(group);
      std::string calls;
      for (const std::string& call : signatures.calls) calls += (calls.empty() ? "`" : ", `") + call + '`';
      const std::string_view also = group.style == Style::either ? " Also as a method." : "";
      line("| {} | `{}` | {}{} |", calls, signatures.result, cell(group.summary), also);
    }
    line("");
  }

  const Environment& environment_;
  std::vector<std::uint16_t> types_;
  std::string text_;
};

}  // namespace

std::string reference(const Environment& environment) {
  std::string text = Writer{environment}.run();
  text.pop_back();
  return text;
}

}  // namespace cablelint::expression
