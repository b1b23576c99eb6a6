#include <filesystem>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "reports/rule_pages.hpp"

namespace cablelint::cli {
namespace {

struct DocsOptions {
  std::vector<std::string> rules;
  std::string folder;
};

/// All files under their names, or none.
void write_pages(const std::string& folder, const std::vector<reports::Page>& pages) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw OutputError(folder, error.value());
  std::vector<std::unique_ptr<Output>> outputs;
  for (const reports::Page& page : pages) {
    outputs.push_back(std::make_unique<Output>((std::filesystem::path(folder) / page.name).string()));
    outputs.back()->stream() << page.text;
    outputs.back()->complete();
  }
  for (const auto& output : outputs) output->finish();
}

int docs(const DocsOptions& options) {
  RuleSet* const rules = load_rules(options.rules, "nothing was written");
  if (rules == nullptr) return kTrouble;
  const std::vector<Diagnostic> faults = rules->load_cases();
  if (!faults.empty()) {
    complain_about_faults(faults, "nothing was written");
    return kTrouble;
  }
  std::string html = reports::rules_as_html(*rules);
  if (options.folder.empty()) {
    Output output;
    output.stream() << html;
    output.finish();
    return kClean;
  }
  std::vector<reports::Page> pages = reports::rules_as_markdown(*rules);
  pages.push_back({"index.html", std::move(html)});
  write_pages(options.folder, pages);
  return kClean;
}

}  // namespace

void add_rules_docs(Command& rules) {
  Command& command = rules.add_command("docs", "Write the documentation of every rule, as HTML and Markdown");
  const auto options = std::make_shared<DocsOptions>();
  command.add_repeatable("--rules", options->rules, "PATH",
                         "A rule pack (*.yaml) or a folder of them, documented too. Repeatable");
  command.add_option(
      "--output-dir", options->folder, "DIR",
      "The folder for index.html with all rules, index.md and one page in Markdown for each rule. "
      "Without it the HTML goes to standard output");
  command.footer =
      "Example: a page to read and print\n"
      "  cablelint rules docs > rules.html";
  command.run = [options] { return docs(*options); };
}

}  // namespace cablelint::cli
