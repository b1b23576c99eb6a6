#include <array>
#include <cablelint/counted.hpp>
#include <cablelint/terminal_text.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reports/levels.hpp"
#include "reports/one_line.hpp"
#include "reports/paths.hpp"
#include "reports/region.hpp"
#include "reports/text_writer.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

// GitHub shows so many annotations of each level for a step and drops the others without a word.
constexpr std::size_t kShown = 10;

void append_data(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '%':
        out += "%25";
        break;
      case '\r':
        out += "%0D";
        break;
      case '\n':
        out += "%0A";
        break;
      default:
        out += c;
    }
  }
}

void append_property(std::string& out, std::string_view before, std::string_view name,
                     std::string_view value) {
  out += before;
  out += name;
  out += '=';
  std::string data;
  append_data(data, visible(value));
  for (const char c : data) {
    if (c == ':') {
      out += "%3A";
    } else if (c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
}

/// Commands that make annotations in GitHub Actions: the first of each level, worst first, and at the end how
/// many more there are.
class GithubWriter final : public Writer {
 public:
  using Writer::Writer;

  void format(const Document& document, Part& part) const override {
    std::array<std::size_t, 3> taken{};
    std::string& text = part.text;
    std::string path;
    for_each_finding(document, [&](const Finding& finding) {
      if (++taken[static_cast<std::size_t>(finding.level)] > kShown) return;
      if (path.empty()) path = path_below(run().root, document.source.name());
      const Region region = region_of(finding);
      text += "::";
      text += word_for(finding.level, "error", "warning", "notice");
      append_property(text, " ", "title", finding.rule + ' ' + finding.name);
      append_property(text, ",", "file", path);
      append_property(text, ",", "line", std::to_string(region.line));
      append_property(text, ",", "endLine", std::to_string(region.end_line));
      // Columns count only within one line.
      if (region.line == region.end_line) {
        append_property(text, ",", "col", std::to_string(region.column));
        append_property(text, ",", "endColumn", std::to_string(region.end_column));
      }
      text += "::";
      append_data(text, visible(finding.message));
      if (!finding.help.empty()) {
        append_data(text, "\n");
        append_data(text, one_line(finding.help));
      }
      text += '\n';
      part.marks.push_back({finding.level, 0, text.size()});
    });
  }

  void add(const Part& part) override {
    std::size_t begin = 0;
    for (const Mark& mark : part.marks) {
      keep(mark.level, part.text.substr(begin, mark.end - begin));
      begin = mark.end;
    }
  }

  void error(const InputError& error) override {
    std::string text = "::error";
    append_property(text, " ", "title", "cablelint");
    append_property(text, ",", "file", path_below(run().root, error.source));
    text += "::";
    append_data(text, visible(error.message));
    keep(Severity::error, text + '\n');
  }

  void end(const Summary& summary) override {
    const auto withheld = [&](Severity level) {
      const std::uint64_t all =
          summary.of(level) + (level == Severity::error ? summary.unreadable : std::uint64_t{0});
      return all - commands(level).size();
    };
    const bool closing =
        withheld(Severity::error) + withheld(Severity::warning) + withheld(Severity::note) > 0;
    // The closing notice is an annotation itself.
    if (closing && commands(Severity::note).size() == kShown) commands(Severity::note).pop_back();
    std::string more;
    for (const Severity level : {Severity::error, Severity::warning, Severity::note}) {
      for (const std::string& command : commands(level)) put(command);
      if (withheld(level) == 0) continue;
      more += (more.empty() ? "" : ", ") + counted(withheld(level), to_text(level));
    }
    if (closing) put("::notice title=cablelint::not shown here: " + more + "\n");
  }

 private:
  std::vector<std::string>& commands(Severity level) { return commands_[static_cast<std::size_t>(level)]; }

  void keep(Severity level, std::string command) {
    if (commands(level).size() < kShown) commands(level).push_back(std::move(command));
  }

  std::array<std::vector<std::string>, 3> commands_;
};

}  // namespace

std::unique_ptr<Writer> make_github(const Run& run, const Target& target) {
  return std::make_unique<GithubWriter>(run, target);
}

}  // namespace cablelint::reports
