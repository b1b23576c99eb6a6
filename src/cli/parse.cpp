#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cablelint/cable_json.hpp>
#include <cablelint/expression/program.hpp>
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

namespace cablelint::cli {
namespace {

struct ParseOptions {
  InputOptions input;
  std::string output = "json";
  std::vector<std::string> fields;
};

/// Throws UsageError for a word that is no member of a cable's object.
CableMembers members_of(const std::vector<std::string>& words) {
  CableMembers members;
  const auto known = CableMembers::names();
  for (const std::string& word : words) {
    if (members.add(word)) continue;
    const std::string_view near = expression::nearest(word, {known.begin(), known.end()});
    throw UsageError(near.empty() ? fmt::format("--fields {}: there is no such field; there are {}",
                                                visible(word), fmt::join(known, ", "))
                                  : fmt::format("--fields {}: there is no such field; did you mean `{}`?",
                                                visible(word), near));
  }
  return members;
}

/// The cables of one document, each a line of JSON, or why it could not be read.
struct Parsed {
  std::string source;
  std::string problem;
  std::string lines;
};

/// Parses documents one after the other on one thread.
class CableReader {
 public:
  CableReader(const Parser& parser, const PostNames& names, const CableMembers& members)
      : parser_(&parser), post_names_(&names), members_(&members) {}

  Parsed operator()(const Input& input, std::string_view bytes) {
    Parsed parsed{input.name, input.problem, {}};
    try {
      if (input.problem.empty()) {
        const Source source = Source::borrow(input.name, bytes);
        parser_->parse_each(source, cable_, [&](const Cable& cable) {
          append_json(parsed.lines, source, cable, *post_names_, *members_);
          parsed.lines += '\n';
        });
      }
    } catch (const std::bad_alloc&) {
      parsed.problem = "does not fit into memory";
    }
    return parsed;
  }

 private:
  const Parser* parser_;
  const PostNames* post_names_;
  const CableMembers* members_;
  Cable cable_;
};

int parse(const ParseOptions& options) {
  if (options.output != "json") {
    throw UsageError(fmt::format("--output {}: the only format is json", visible(options.output)));
  }
  const CableMembers members = members_of(options.fields);
  const RuleSet* const rules = load_rules({}, "nothing was parsed");
  if (rules == nullptr) return kTrouble;

  const Parser parser(rules->vocabulary());
  const PostNames post_names(rules->vocabulary());
  DocumentStream documents(options.input.paths, options.input.read);
  Output output;
  bool trouble = false;
  run_in_order<Parsed>(
      documents, thread_count(options.input), [&] { return CableReader(parser, post_names, members); },
      [&](const Parsed& parsed) {
        if (!parsed.problem.empty()) {
          trouble = true;
          complain_about(parsed.source, parsed.problem);
          return true;
        }
        output.stream() << parsed.lines;
        return output.writable();
      });
  output.finish();
  return trouble ? kTrouble : kClean;
}

}  // namespace

void add_parse(Command& program) {
  Command& command = program.add_command("parse", "Show what cables are made of, one JSON object a line");
  const auto options = std::make_shared<ParseOptions>();
  const auto given = std::make_shared<const GivenOptions>(command, For::readers);
  add_paths(command, options->input.paths);
  command.add_option("--output", options->output, "FORMAT", "The format: json (default)").words = {"json"};
  Parameter& fields =
      command.add_repeatable("--fields", options->fields, "NAME,...",
                             "Only these members of the object (besides schema, source and at). Repeatable");
  fields.commas = true;
  const auto names = CableMembers::names();
  fields.words = {names.begin(), names.end()};
  command.footer =
      "Exit code: 0 every document was read, 2 anything that went wrong.\n\n"
      "Example: the subjects of the cables in a folder\n"
      "  cablelint parse --fields subject cables/ | jq -r '[.source, .subject.text] | @tsv'";
  command.run = [options, given] {
    options->input = input_options(Settings(*given), options->input.paths);
    require_paths(options->input.paths, "cablelint parse");
    return parse(*options);
  };
}

}  // namespace cablelint::cli
