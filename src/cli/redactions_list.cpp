#include <fmt/format.h>

#include <cablelint/parse.hpp>
#include <cablelint/terminal_text.hpp>
#include <memory>
#include <new>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/input_options.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/pipeline.hpp"
#include "cli/redaction_text.hpp"
#include "cli/rule_text.hpp"

namespace cablelint::cli {
namespace {

struct ListOptions {
  InputOptions input;
  std::string output = "text";
};

/// The marks of one document as text, or why it could not be read.
struct Listed {
  std::string source;
  std::string problem;
  std::string lines;
  RedactionTotals totals;
};

/// Lists documents one after the other on one thread.
class MarkLister {
 public:
  MarkLister(const Parser& parser, bool json) : parser_(&parser), json_(json) {}

  Listed operator()(const Input& input, std::string_view bytes) {
    Listed listed;
    listed.source = input.name;
    listed.problem = input.problem;
    try {
      if (input.problem.empty()) list(Source::borrow(input.name, bytes), listed);
    } catch (const std::bad_alloc&) {
      listed.problem = "does not fit into memory";
    }
    return listed;
  }

 private:
  void list(const Source& source, Listed& listed) {
    parser_->parse_each(source, cable_, [&](const Cable& cable) {
      listed.totals.add(cable);
      if (!json_) return append_text_redactions(listed.lines, source, cable);
      for (const Redaction& redaction : cable.redactions)
        append_json_redaction(listed.lines, source, cable, redaction);
    });
    listed.totals.documents = 1;
    listed.totals.marked = listed.lines.empty() ? 0 : 1;
  }

  const Parser* parser_;
  bool json_;
  Cable cable_;
};

int list(const ListOptions& options) {
  const bool json = wants_json(options.output);
  const RuleSet* const rules = load_rules({}, "nothing was listed");
  if (rules == nullptr) return kTrouble;

  const Parser parser(rules->vocabulary());
  DocumentStream documents(options.input.paths, options.input.read);
  Output output;
  RedactionTotals totals;
  bool trouble = false;
  run_in_order<Listed>(
      documents, thread_count(options.input), [&] { return MarkLister(parser, json); },
      [&](const Listed& listed) {
        if (!listed.problem.empty()) {
          trouble = true;
          complain_about(listed.source, listed.problem);
          return true;
        }
        totals.add(listed.totals);
        if (!json && !listed.lines.empty()) output.stream() << visible(listed.source) << '\n';
        output.stream() << listed.lines;
        return output.writable();
      });
  if (!json) {
    std::string text;
    append_text_totals(text, totals);
    output.stream() << text;
  }
  output.finish();
  return trouble ? kTrouble : kClean;
}

}  // namespace

void add_redactions_list(Command& redactions) {
  Command& command =
      redactions.add_command("list", "Every cut and release stamp, with what it says is missing and why");
  const auto options = std::make_shared<ListOptions>();
  const auto given = std::make_shared<const GivenOptions>(command, For::readers);
  add_paths(command, options->input.paths);
  command.add_option("--output", options->output, "FORMAT", "text (default) or json, one object a line")
      .words = {"text", "json"};
  command.footer =
      "The text shows place, kind, quantity, codes and the mark itself, and ends with totals. How much of "
      "the text is "
      "cut is reckoned from what the marks state: about 60 characters a line, 1800 a page.\n"
      "Exit code: 0 every document was read, 2 anything that went wrong.\n\n"
      "Example: the exemptions claimed in a folder of releases\n"
      "  cablelint redactions list --output json releases/ | jq -r '.codes[]' | sort | uniq -c";
  command.run = [options, given] {
    options->input = input_options(Settings(*given), options->input.paths);
    require_paths(options->input.paths, "cablelint redactions list");
    return list(*options);
  };
}

}  // namespace cablelint::cli
