#include "reports/report.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

struct Format {
  std::string_view name;
  std::unique_ptr<Writer> (*make)(const Run& run, const Target& target);
};

constexpr std::array kFormats = {
    Format{"full", make_full},         Format{"concise", make_concise},
    Format{"grouped", make_grouped},   Format{"json", make_json},
    Format{"jsonl", make_jsonl},       Format{"sarif", make_sarif},
    Format{"junit", make_junit},       Format{"gitlab", make_gitlab},
    Format{"github", make_github},     Format{"checkstyle", make_checkstyle},
    Format{"rdjsonl", make_rdjsonl},   Format{"csv", make_csv},
    Format{"markdown", make_markdown}, Format{"html", make_html},
};

}  // namespace

std::size_t Run::index_of(std::string_view id) const {
  const auto at = std::lower_bound(
      rules.begin(), rules.end(), id,
      [](const ActiveRule& rule, std::string_view wanted) { return rule.info->id < wanted; });
  const bool found = at != rules.end() && at->info->id == id;
  return static_cast<std::size_t>((found ? at : rules.end()) - rules.begin());
}

std::uint64_t Summary::of(Severity level) const {
  return level == Severity::error ? error : level == Severity::warning ? warning : note;
}

void Summary::count(const std::vector<Finding>& of_cable) {
  const std::uint64_t before = findings();
  for (const Finding& finding : of_cable) {
    ++(finding.suppressed                   ? suppressed
       : finding.level == Severity::error   ? error
       : finding.level == Severity::warning ? warning
                                            : note);
  }
  ++cables;
  if (findings() > before) ++cables_with_findings;
}

void Summary::add(const Summary& other) {
  cables += other.cables;
  cables_with_findings += other.cables_with_findings;
  error += other.error;
  warning += other.warning;
  note += other.note;
  suppressed += other.suppressed;
  unreadable += other.unreadable;
}

void Writer::put(std::string_view text) {
  target_.stream.write(text.data(), static_cast<std::streamsize>(text.size()));
}

std::vector<std::string_view> formats() {
  std::vector<std::string_view> names;
  names.reserve(kFormats.size());
  for (const Format& format : kFormats) names.push_back(format.name);
  return names;
}

std::unique_ptr<Writer> make_writer(std::string_view format, const Run& run, const Target& target) {
  for (const Format& known : kFormats) {
    if (known.name == format) return known.make(run, target);
  }
  return nullptr;
}

}  // namespace cablelint::reports
