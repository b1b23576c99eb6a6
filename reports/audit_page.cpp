#include "reports/audit_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/embedded.hpp>

#include "reports/audit_figures.hpp"
#include "reports/audit_sections.hpp"
#include "reports/template.hpp"

namespace cablelint::reports {
namespace {

// Browsers open this at once. All that is not the data or an example is bounded and stays far below.
constexpr std::size_t kPageBytes = 2'000'000;
constexpr std::size_t kDataBytes = 700'000;
constexpr std::uint64_t kExamples = 2'000;
constexpr std::size_t kInputs = 5;
constexpr std::size_t kInputText = 80;
constexpr std::size_t kDayText = 10;
constexpr std::size_t kWordText = 80;

// Stands in the filled template where the examples go; text from a stranger never holds it.
constexpr std::string_view kExamplesHere = "\x02";

/// What a reader should know if they read no further.
std::string verdict(const audit::RunFacts& run, const audit::Summary& summary) {
  std::string text;
  const std::uint64_t failed = summary.cables - std::min(summary.passed, summary.cables);
  const std::string_view what = run.fail_on == Severity::error     ? "errors"
                                : run.fail_on == Severity::warning ? "errors or warnings"
                                                                   : "findings";
  if (summary.cables == 0) {
    text = "No cable was read.";
  } else if (summary.findings.all() == 0) {
    text = summary.cables == 1
               ? "The one cable passes: no rule found anything."
               : fmt::format("All {} pass: no rule found anything.", figure(summary.cables, "cable"));
  } else if (failed == 0) {
    text = summary.cables == 1 ? "The one cable passes."
                               : fmt::format("All {} pass.", figure(summary.cables, "cable"));
  } else if (summary.cables == 1) {
    text = fmt::format("The one cable has {}.", what);
  } else {
    text = fmt::format("{} of {} ({}) {} {}.", thousands(failed), figure(summary.cables, "cable"),
                       share(failed, summary.cables), failed == 1 ? "has" : "have", what);
  }
  std::uint64_t overdue = 0;
  for (const auto& [year, count] : summary.due_years) overdue += count.overdue;
  if (overdue > 0)
    text += fmt::format(" The day of declassification has come for {}.", figure(overdue, "cable"));
  if (summary.unreadable > 0)
    text += fmt::format(" {} could not be read.", figure(summary.unreadable, "input"));
  return text;
}

std::string inputs_in_words(const std::vector<std::string>& inputs) {
  std::string text;
  for (std::size_t index = 0; index < std::min(inputs.size(), kInputs); ++index)
    text += (index == 0 ? "" : ", ") + shortened(inputs[index], kInputText);
  if (inputs.size() > kInputs) text += fmt::format(" and {} more", thousands(inputs.size() - kInputs));
  return text;
}

/// JSON in which nothing can end the element that holds it.
std::string inert(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string audit_page(const audit::RunFacts& run, const audit::Summary& summary,
                       const audit::Comparison* comparison, std::string_view summary_json,
                       const std::vector<std::string>& files) {
  Data data;
  data["audit_style"] = std::string(embedded_template("audit.css"));
  data["script"] = std::string(embedded_template("audit.js"));
  data["script_hash"] = std::string(CABLELINT_AUDIT_SCRIPT_HASH);
  data["as_of"] = shortened(run.as_of, kDayText);
  data["profile"] = shortened(run.profile, kWordText);
  data["version"] = shortened(run.version, kWordText);
  data["inputs"] = inputs_in_words(run.inputs);
  if (run.shards > 0) data["shard"] = audit::shard_text(run);
  data["verdict"] = verdict(run, summary);
  data["patterns"] = std::string(chart_patterns());
  data["totals"] = totals_section(run, summary);
  const std::string changes = changes_section(run, summary, comparison);
  data["has_changes"] = !changes.empty();
  data["changes"] = changes;
  data["has_cables"] = summary.cables > 0;
  data["calendar"] = calendar_section(run, summary);
  data["matrix"] = matrix_section(summary);
  data["rules"] = rules_section(summary);
  data["years"] = years_section(summary);
  data["posts"] = posts_section(summary);
  data["classification"] = classification_section(summary);
  data["worst"] = worst_section(summary, files);
  data["examples"] = std::string(kExamplesHere);
  data["unreadable"] = unreadable_section(summary, files);
  data["silent_rules"] = silent_rules_section(summary);
  data["run"] = run_section(run, summary, files);
  const std::string json = inert(summary_json);
  data["has_data"] = json.size() <= kDataBytes;
  data["data_file"] = link_to("summary.json", files);
  if (json.size() <= kDataBytes) data["data"] = json;
  std::string page = fill("audit.html.mustache", Markup::html, data);

  std::string examples;
  for (std::size_t most = audit::Summary::kExamples;; --most) {
    if (count_examples(summary, most) > kExamples) continue;
    examples = examples_section(summary, most, files);
    if (page.size() + examples.size() <= kPageBytes || most == 0) break;
  }
  const std::size_t here = page.find(kExamplesHere);
  if (here == std::string::npos) return page;  // there are no cables
  return page.replace(here, kExamplesHere.size(), examples);
}

}  // namespace cablelint::reports
