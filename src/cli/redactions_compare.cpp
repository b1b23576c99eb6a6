#include <algorithm>
#include <cablelint/document_reader.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/redacting/comparer.hpp>
#include <cablelint/terminal_text.hpp>
#include <deque>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/comparison_text.hpp"
#include "cli/found_copies.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/rule_text.hpp"

namespace cablelint::cli {
namespace {

using redacting::Comparison;
using redacting::ContrastKind;

constexpr std::size_t kNamedAlone = 10;  // documents without a copy that the text names

struct CompareWords {
  std::vector<std::string> paths;
  std::string output = "text";
  std::string union_path;
  bool noise = false;
  bool show_cut_text = false;
};

/// One copy of a cable while it is compared with the others.
struct Copy {
  Source source;
  Cable cable;
  Secrets secrets;

  Copy(std::string name, std::string bytes, const Parser& parser)
      : source(std::move(name), std::move(bytes)) {
    parser.parse(source, cable);
  }
};

/// Compares the copies of one cable after the other.
class CopyComparer {
 public:
  CopyComparer(const Parser& parser, const CompareWords& words)
      : parser_(parser),
        comparer_({words.noise}),
        json_(wants_json(words.output)),
        show_(words.show_cut_text) {}

  /// False when a document cannot be read, or is no copy, which is then told.
  bool compare(const std::vector<std::string>& names, bool several, std::string& out) {
    std::deque<Copy> copies;
    bool good = true;
    ++totals_.cables;
    totals_.releases += names.size();
    if (several) append_names(out, names);
    for (const std::string& name : names) {
      Input input;
      input.name = name;
      const auto bytes = read_release(input, reader_);
      if (!bytes) {
        good = false;
        continue;
      }
      const auto same = std::find_if(copies.begin(), copies.end(),
                                     [&](const Copy& each) { return each.source.bytes() == *bytes; });
      if (same == copies.end()) {
        copies.emplace_back(name, std::string(*bytes), parser_);
      } else {
        append_duplicate(out, same->source.name(), name);
      }
    }
    if (copies.size() > 1 && !compare(copies, out)) good = false;
    if (good) unite(copies);
    return good;
  }

  [[nodiscard]] ComparisonTotals& totals() { return totals_; }
  /// What all copies of the last cable show.
  [[nodiscard]] const std::string& united() const { return union_; }
  /// Places in which those copies differ beyond their cuts.
  [[nodiscard]] std::size_t strange() const { return strange_; }

 private:
  struct Pair {
    std::size_t first = 0, second = 0;
    Comparison result;
  };

  bool compare(std::deque<Copy>& copies, std::string& out) {
    bool good = true;
    std::deque<Pair> pairs;
    for (std::size_t i = 0; i < copies.size(); ++i) {
      for (std::size_t j = i + 1; j < copies.size(); ++j) {
        Pair& pair = pairs.emplace_back(Pair{i, j, {}});
        comparer_.compare(copies[i].source, copies[i].cable, copies[j].source, copies[j].cable, pair.result);
        const auto& contrasts = pair.result.contrasts;
        if (!contrasts.empty() && contrasts.front().kind == ContrastKind::different_cable) {
          complain(visible(copies[i].source.name()) + " and " + visible(copies[j].source.name()) + ": " +
                   contrasts.front().message);
          good = false;
          pair.result.clear();
          continue;
        }
        totals_.add(pair.result);
        copies[i].secrets.push_back(&pair.result.first_only);
        copies[j].secrets.push_back(&pair.result.second_only);
      }
    }
    // What any copy cuts is a secret in all reports of the cable.
    for (const Pair& pair : pairs) {
      const Copy& first = copies[pair.first];
      const Copy& second = copies[pair.second];
      const ComparedPair shown{first.source, second.source, first.secrets, second.secrets, show_};
      for (const redacting::Contrast& each : pair.result.contrasts) {
        if (json_) {
          append_json_contrast(out, shown, each);
        } else if (each.kind != ContrastKind::cut_in_both) {
          append_text_contrast(out, shown, each);
        }
      }
    }
    return good;
  }

  /// What is known of the cable, copy by copy.
  void unite(const std::deque<Copy>& copies) {
    union_ = copies.front().source.bytes();
    strange_ = 0;
    Cable cable;
    Comparison result;
    for (auto next = copies.begin() + 1; next != copies.end(); ++next) {
      const std::string known = std::move(union_);
      const Source source = Source::borrow(copies.front().source.name(), known);
      parser_.parse(source, cable);
      comparer_.compare(source, cable, next->source, next->cable, result);
      union_.clear();
      comparer_.append_union(union_);
      strange_ += static_cast<std::size_t>(
          std::count_if(result.contrasts.begin(), result.contrasts.end(), [](const auto& each) {
            return each.kind >= ContrastKind::altered_text && each.kind <= ContrastKind::empty_mark;
          }));
    }
  }

  void append_names(std::string& out, const std::vector<std::string>& names) const {
    if (json_) return append_json_documents(out, "copies", names);
    out += "copies of one cable:";
    for (const std::string& each : names) out += " " + visible(each);
    out += "\n\n";
  }
  void append_duplicate(std::string& out, const std::string& first, const std::string& second) {
    ++totals_.duplicates;
    if (json_) return append_json_documents(out, "duplicate", {first, second});
    out += "duplicate note: " + visible(second) + " is the same as " + visible(first) + ", byte for byte\n\n";
  }

  const Parser& parser_;
  redacting::Comparer comparer_;
  bool json_, show_;
  DocumentReader reader_;
  ComparisonTotals totals_;
  std::string union_;
  std::size_t strange_ = 0;
};

void append_alone(std::string& out, const std::vector<std::string>& alone, bool json) {
  if (json) {
    for (const std::string& each : alone) append_json_documents(out, "alone", {each});
    return;
  }
  if (alone.empty()) return;
  out += "alone note: without a copy:";
  for (std::size_t i = 0; i < std::min(alone.size(), kNamedAlone); ++i) out += " " + visible(alone[i]);
  if (alone.size() > kNamedAlone) out += " and " + std::to_string(alone.size() - kNamedAlone) + " more";
  out += "\n\n";
}

/// Writes the union of the copies of one cable, after all else went well.
void write_union(const std::string& path, const CopyComparer& comparer) {
  if (comparer.strange() > 0)
    complain("the releases differ beyond their cuts in " + std::to_string(comparer.strange()) +
             (comparer.strange() == 1 ? " place" : " places") + ", where the union follows the first");
  const auto output = path == "-" ? std::make_unique<Output>() : std::make_unique<Output>(path);
  output->stream() << comparer.united();
  output->finish();
}

int compare(const CompareWords& words) {
  const bool json = wants_json(words.output);
  if (words.paths.empty()) throw UsageError("name two or more releases of one cable, or a folder of them");
  const RuleSet* const rules = load_rules({}, "nothing was compared");
  if (rules == nullptr) return kTrouble;
  const Parser parser(rules->vocabulary());
  const FoundCopies found = find_copies(words.paths, parser);
  bool trouble = found.trouble;
  if (found.cables.empty()) {
    if (!trouble) complain("no two of these documents are copies of one cable, so nothing was compared");
    return kTrouble;
  }
  if (!words.union_path.empty() && found.cables.size() > 1)
    throw UsageError("--union takes the copies of one cable, and these are copies of " +
                     std::to_string(found.cables.size()) + "; name those of one");
  CopyComparer comparer(parser, words);
  // A union on standard output is all that stands there.
  const bool silent = words.union_path == "-";
  std::optional<Output> output;
  if (!silent) output.emplace();
  std::string text;
  const bool several = found.cables.size() > 1 || words.paths.size() != 2 || !found.alone.empty();
  for (const auto& cable : found.cables) {
    text.clear();
    if (!comparer.compare(cable, several, text)) trouble = true;
    if (!output) continue;
    output->stream() << text;
    if (!output->writable()) break;
  }
  text.clear();
  append_alone(text, found.alone, json);
  comparer.totals().alone = found.alone.size();
  if (!json && !trouble) append_totals(text, comparer.totals());
  if (output) {
    output->stream() << text;
    output->finish();
  }
  if (!words.union_path.empty()) {
    if (trouble) {
      complain("no union was written");
    } else {
      write_union(words.union_path, comparer);
    }
  }
  if (trouble) return kTrouble;
  return comparer.totals().differences() > 0 ? kFindings : kClean;
}

}  // namespace

void add_redactions_compare(Command& redactions) {
  Command& command = redactions.add_command(
      "compare", "Hold releases of one cable against each other: what does one show that another cuts?");
  const auto words = std::make_shared<CompareWords>();
  command.add_arguments("RELEASE", words->paths,
                        "Two or more releases of one cable, or folders in which copies are looked for");
  command.add_flag("--noise", words->noise,
                   "Blanks, line ends, upper and lower case, hyphens in words and page headers may differ");
  command.add_flag("--show-cut-text", words->show_cut_text,
                   "Show words that one release cuts. Without it they are in no report");
  command.add_option(
      "--union", words->union_path, "FILE",
      "Write the text with all that any release shows; marks stay where all cut. - is standard "
      "output, without a report");
  command.add_option("--output", words->output, "FORMAT", "text (default) or json, one object a line")
      .words = {"text", "json"};
  command.footer =
      "Two files are held against each other. Of more files, and in folders, copies of one cable are found "
      "by "
      "the id of "
      "their records, else by post, message number and year, else by their text; documents without a copy "
      "are "
      "named.\n"
      "Told are words that one release shows and another cuts, other exemptions or amounts for the same cut, "
      "and where "
      "the texts differ beyond their cuts. Marks on both sides could hide any difference; what is told takes "
      "the fewest "
      "words that only one release shows. Reports hold no word that a release cuts unless --show-cut-text is "
      "given.\n"
      "Exit code: 0 no difference, 1 differences, 2 anything that went wrong.\n\n"
      "Example: what two releases show together\n"
      "  cablelint redactions compare --union known.txt release-2004.txt release-2011.txt";
  command.run = [words] { return compare(*words); };
}

}  // namespace cablelint::cli
