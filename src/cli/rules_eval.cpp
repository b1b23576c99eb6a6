#include <fmt/format.h>

#include <cablelint/append_format.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/code_points.hpp>
#include <cablelint/document_reader.hpp>
#include <cablelint/expression/parts.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/rule_scope.hpp>
#include <cablelint/terminal_text.hpp>
#include <memory>
#include <optional>

#include "cli/check_options.hpp"
#include "cli/command.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"

namespace cablelint::cli {
namespace {

using expression::Context;
using expression::Kind;
using expression::Part;
using expression::Value;

struct EvalOptions {
  std::string expression;
  std::string file;
  std::string as_of;
  std::vector<std::string> rules;
};

constexpr std::size_t kMostShown = 80;  // characters of a value

/// A place in the expression as people write about a file: "expression:1:5: error: ...", with a caret.
void complain_about_expression(std::string_view text, const expression::Fault& fault) {
  const std::size_t at = std::min<std::size_t>(fault.offset, text.size());
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find('\n', at), text.size());
  Diagnostic diagnostic;
  diagnostic.file = "expression";
  for (const char c : text.substr(0, begin)) diagnostic.line += c == '\n' ? 1 : 0;
  diagnostic.column = static_cast<std::uint32_t>(code_points(text.substr(begin, at - begin))) + 1;
  const std::size_t length = std::min<std::size_t>(fault.length, end - at);
  diagnostic.length = static_cast<std::uint32_t>(code_points(text.substr(at, length)));
  diagnostic.message = fault.message;
  diagnostic.hint = fault.hint;
  diagnostic.excerpt = text.substr(begin, end - begin);
  write_error(to_text(diagnostic) + '\n');
}

/// A part of the expression on one line: the blanks and line ends between its words become one blank.
std::string source_of(std::string_view text, const Part& part) {
  std::string line;
  bool gap = false;
  for (const char c : text.substr(part.at.offset, part.at.length)) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      gap = true;
      continue;
    }
    if (gap) line += ' ';
    gap = false;
    line += c;
  }
  return line;
}

std::string shown(const Value& value, Context& context) {
  if (value.is_error()) return "error: " + std::string(value.string());
  std::string text = to_text(value, context);
  std::size_t end = 0;
  for (std::size_t i = 0; i < kMostShown && end < text.size(); ++i) end += code_point_size(text, end);
  const bool cut = end < text.size();
  text.resize(end);
  if (value.kind == Kind::string) text = '"' + text + (cut ? "" : "\"");
  if (cut) text += "...";
  return text;
}

/// Whether the error of a part is that of one of its own parts, which says it.
bool passes_on(const std::vector<Part>& parts, const Part& part) {
  if (!part.value.is_error()) return false;
  for (std::size_t i = static_cast<std::size_t>(&part - parts.data()) + 1; i < parts.size(); ++i) {
    if (parts[i].depth <= part.depth) return false;
    if (parts[i].value.is_error() && parts[i].value.string() == part.value.string()) return true;
  }
  return false;
}

/// One line a part, each part below and to the right of the one it belongs to:
///     size(cable.tags) > 2 -> true
///       size(cable.tags) -> 3
std::string lines_of(std::string_view text, const std::vector<Part>& parts, Context& context) {
  std::string lines;
  for (const Part& part : parts) {
    lines.append(std::size_t{2} * part.depth, ' ');
    if (part.skipped > 0) {
      append_format(lines, "({} more {})\n", part.skipped, part.skipped == 1 ? "item" : "items");
      continue;
    }
    append_visible(lines, source_of(text, part));
    lines += " -> ";
    append_visible(lines, passes_on(parts, part) ? "error" : shown(part.value, context));
    lines += '\n';
  }
  return lines;
}

/// Evaluates one expression on one cable after the other and prints what it finds.
class Evaluator {
 public:
  Evaluator(const EvalOptions& options, const RuleSet& rules)
      : text_(options.expression),
        set_(rules.compiled()),
        scope_(rule_scope(set_)),
        as_of_(options.as_of.empty() ? today_utc() : parse_as_of(options.as_of)) {}

  /// False when the expression has faults, which are then on standard error.
  [[nodiscard]] bool compiles() const {
    std::vector<expression::Fault> faults;
    if (expression::compile(text_, scope_, faults)) return true;
    for (const expression::Fault& fault : faults) complain_about_expression(text_, fault);
    return false;
  }

  void evaluate(const Source& source, const Cable& cable, Output& output) {
    Arena arena;
    std::vector<Value> variables(Slots::kItem);
    variables[Slots::kCable] = Value::of_object(&cable, set_.cable_type, cable.at);
    variables[Slots::kAsOf] = Value::of_date(as_of_);
    variables[Slots::kVocabulary] = Value::of_object(&set_.vocabulary, set_.vocabulary.object_type(), {});
    Context context{arena, source.bytes(), &cable, &set_.schema, variables.data()};
    std::vector<expression::Fault> faults;
    const auto evaluation = expression::evaluate_parts(text_, scope_, context, faults);
    if (!evaluation) return;
    output.stream() << lines_of(text_, evaluation->parts, context);
    if (const Part* const origin = expression::origin_of_error(evaluation->parts)) {
      errors_.push_back({origin->at.offset, origin->at.length, std::string(origin->value.string()), {}});
    }
  }

  /// Says where the evaluations failed, each place and reason once. False when one did.
  [[nodiscard]] bool report_errors() const {
    for (std::size_t i = 0; i < errors_.size(); ++i) {
      const auto same = [&](const expression::Fault& other) {
        return other.offset == errors_[i].offset && other.message == errors_[i].message;
      };
      if (std::none_of(errors_.begin(), errors_.begin() + static_cast<std::ptrdiff_t>(i), same)) {
        complain_about_expression(text_, errors_[i]);
      }
    }
    return errors_.empty();
  }

 private:
  const std::string& text_;
  const RuleSet::Compiled& set_;
  const expression::Environment scope_;
  const Day as_of_;
  std::vector<expression::Fault> errors_;
};

int eval(const EvalOptions& options) {
  const RuleSet* const rules = load_rules(options.rules, "nothing was evaluated");
  if (rules == nullptr) return kTrouble;
  Evaluator evaluator(options, *rules);
  if (!evaluator.compiles()) return kTrouble;

  const Parser parser(rules->vocabulary());
  InputList inputs({options.file});
  DocumentReader reader;
  Input input;
  Output output;
  bool trouble = false;
  std::size_t cables = 0;
  while (inputs.next(input)) {
    std::string problem;
    const auto bytes = reader.read(input, problem);
    if (!bytes) {
      complain_about(input.name, problem);
      trouble = true;
      continue;
    }
    const Source source = Source::borrow(input.name, *bytes);
    Cable cable;
    parser.parse_each(source, cable, [&](const Cable& each) {
      if (cables++ > 0) output.stream() << '\n';
      output.stream() << visible(input.name) << ':' << source.position(each.at.offset).line << '\n';
      evaluator.evaluate(source, each, output);
    });
  }
  output.finish();
  return evaluator.report_errors() && !trouble ? kClean : kTrouble;
}

}  // namespace

void add_rules_eval(Command& rules) {
  Command& command =
      rules.add_command("eval", "Try an expression on a cable and see the values of its parts");
  const auto options = std::make_shared<EvalOptions>();
  command.add_required("EXPR", options->expression, "An expression, as in `when` of a rule");
  command.add_required("FILE", options->file, "The cable, a folder of them, or - for standard input");
  command.add_option("--as-of", options->as_of, "YYYY-MM-DD",
                     "The day that `as_of` means; today in UTC when not given");
  command.add_repeatable("--rules", options->rules, "PATH",
                         "A rule pack (*.yaml) or a folder of them, whose vocabulary is added. Repeatable");
  command.footer =
      "The names are `cable`, `as_of`, `vocabulary` and the levels U, R, C, S, TS. Of a macro the items that "
      "decide are shown, at most three.\n"
      "Exit code: 0 the expression has a value, 2 anything that went wrong.\n\n"
      "Example: which paragraphs are secret?\n"
      "  cablelint rules eval 'cable.paragraphs.filter(p, has(p.mark) && p.mark.level == S)' cable.txt";
  command.run = [options] {
    if (options->expression.starts_with(kNotAList)) options->expression.erase(0, kNotAList.size());
    return eval(*options);
  };
}

}  // namespace cablelint::cli
