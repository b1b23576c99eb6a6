#include <fmt/format.h>

#include <algorithm>
#include <cablelint/expression/program.hpp>
#include <cablelint/marking.hpp>
#include <cablelint/terminal_text.hpp>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/mark_text.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/rule_text.hpp"

namespace cablelint::cli {
namespace {

struct MarksOptions {
  std::vector<std::string> texts;
  std::string profile = "state";
  std::string as;
  std::string output = "text";
};

std::optional<MarkForm> parse_form(const std::string& word) {
  if (word.empty()) return std::nullopt;
  if (word == "banner") return MarkForm::banner;
  if (word == "portion") return MarkForm::portion;
  throw UsageError(fmt::format("--as {}: write banner or portion", visible(word)));
}

void require_profile(const Vocabulary& vocabulary, const std::string& profile) {
  const std::vector<std::string> known = MarkReader::profiles(vocabulary);
  if (std::find(known.begin(), known.end(), profile) != known.end()) return;
  std::string names;
  for (const std::string& name : known) {
    if (!names.empty()) names += &name == &known.back() ? " and " : ", ";
    names += name;
  }
  const std::string_view near = expression::nearest(profile, {known.begin(), known.end()});
  throw UsageError(fmt::format("--profile {}: the profiles are {}{}", visible(profile), names,
                               near.empty() ? std::string{} : fmt::format("; did you mean `{}`?", near)));
}

/// Explains marks one after the other.
class MarkWriter {
 public:
  MarkWriter(const MarkReader& reader, std::optional<MarkForm> as, bool json, Output& output)
      : reader_(reader), as_(as), json_(json), output_(output) {}

  /// False when nobody reads any more.
  bool write(std::string_view text) {
    const MarkReading mark = reader_.read(text, as_);
    all_valid_ = all_valid_ && mark.valid();
    buffer_.clear();
    if (json_) {
      append_json_mark(buffer_, mark);
    } else {
      if (!first_) buffer_ += '\n';
      append_text_mark(buffer_, mark);
    }
    first_ = false;
    output_.stream() << buffer_;
    return output_.writable();
  }
  [[nodiscard]] bool all_valid() const { return all_valid_; }

 private:
  const MarkReader& reader_;
  std::optional<MarkForm> as_;
  bool json_;
  Output& output_;
  bool first_ = true;
  bool all_valid_ = true;
  std::string buffer_;
};

/// Every line of standard input. Of a line that is too long for a mark only the beginning is kept.
bool write_lines(MarkWriter& writer) {
  constexpr std::size_t kKept = 64UL * 1024;
  std::string line;
  bool any = false;
  for (std::istreambuf_iterator<char> at(std::cin), end; at != end; ++at) {
    const char c = *at;
    if (c != '\n') {
      any = true;
      if (line.size() < kKept) line += c;
      continue;
    }
    if (line.ends_with('\r')) line.pop_back();
    if (!writer.write(line)) return false;
    line.clear();
    any = false;
  }
  return !any || writer.write(line);
}

int marks(const MarksOptions& options) {
  if (options.texts.empty()) {
    throw UsageError(
        "no TEXT was given; write a mark, as in `cablelint marks \"(S/NF)\"`, or read one a line from "
        "standard "
        "input with `cablelint marks -`");
  }
  const std::optional<MarkForm> as = parse_form(options.as);
  const bool json = wants_json(options.output);
  const RuleSet* const rules = load_rules({}, "nothing was explained");
  if (rules == nullptr) return kTrouble;
  require_profile(rules->vocabulary(), options.profile);
  const MarkReader reader(rules->vocabulary(), options.profile);
  Output output;
  MarkWriter writer(reader, as, json, output);
  for (const std::string& text : options.texts) {
    if (!(text == "-" ? write_lines(writer) : writer.write(text))) break;
  }
  output.finish();
  return writer.all_valid() ? kClean : kFindings;
}

}  // namespace

void add_marks(Command& program) {
  Command& command = program.add_command("marks", "Explain single banner and portion marks, and judge them");
  const auto options = std::make_shared<MarksOptions>();
  command.add_arguments("TEXT", options->texts, "Marks to explain, or - for standard input, one mark a line");
  command
      .add_option(
          "--profile", options->profile, "NAME",
          "state (default): State practice of 1973 to 2012; ic: the register of the intelligence community")
      .words = {"state", "ic"};
  command
      .add_option("--as", options->as, "FORM",
                  "Take every mark for a banner or a portion; else brackets and short forms make a portion")
      .words = {"banner", "portion"};
  command.add_option("--output", options->output, "FORMAT", "text (default) or json, one object a line")
      .words = {"text", "json"};
  command.footer =
      "Problems make a mark invalid, remarks do not.\n"
      "Exit code: 0 every mark is valid, 1 one is not, 2 anything that went wrong.\n\n"
      "Example: is this a portion mark, and what does it mean?\n"
      "  cablelint marks --profile ic \"(S//SI/TK//REL TO USA, GBR)\"";
  command.run = [options] { return marks(*options); };
}

}  // namespace cablelint::cli
