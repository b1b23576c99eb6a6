#pragma once

#include <memory>

#include "reports/report.hpp"

namespace cablelint::reports {

/// Findings with the line they stand on, for people at a terminal.
[[nodiscard]] std::unique_ptr<Writer> make_full(const Run& run, const Target& target);
/// One line a finding, which editors can jump to.
[[nodiscard]] std::unique_ptr<Writer> make_concise(const Run& run, const Target& target);
/// The findings of each document under its name.
[[nodiscard]] std::unique_ptr<Writer> make_grouped(const Run& run, const Target& target);
/// One document of schema "cablelint.findings/1".
[[nodiscard]] std::unique_ptr<Writer> make_json(const Run& run, const Target& target);
/// One line of schema "cablelint.finding/1" a finding.
[[nodiscard]] std::unique_ptr<Writer> make_jsonl(const Run& run, const Target& target);
/// SARIF 2.1.0, for code scanning.
[[nodiscard]] std::unique_ptr<Writer> make_sarif(const Run& run, const Target& target);
/// JUnit XML, for the test pages of CI servers.
[[nodiscard]] std::unique_ptr<Writer> make_junit(const Run& run, const Target& target);
/// The code quality report of GitLab.
[[nodiscard]] std::unique_ptr<Writer> make_gitlab(const Run& run, const Target& target);
/// Annotations of GitHub Actions.
[[nodiscard]] std::unique_ptr<Writer> make_github(const Run& run, const Target& target);
/// Checkstyle XML.
[[nodiscard]] std::unique_ptr<Writer> make_checkstyle(const Run& run, const Target& target);
/// The diagnostic format of reviewdog, one object a line.
[[nodiscard]] std::unique_ptr<Writer> make_rdjsonl(const Run& run, const Target& target);
/// A table for spreadsheets.
[[nodiscard]] std::unique_ptr<Writer> make_csv(const Run& run, const Target& target);
/// Tables for a comment or a page.
[[nodiscard]] std::unique_ptr<Writer> make_markdown(const Run& run, const Target& target);
/// The cables themselves with their findings, on one page or as a page a document with an index.
[[nodiscard]] std::unique_ptr<Writer> make_html(const Run& run, const Target& target);

/// The same, cut to what GitHub Actions takes as the summary of a step; no format of its own.
[[nodiscard]] std::unique_ptr<Writer> make_step_summary(const Run& run, const Target& target);

/// Originals and releases side by side with the faults of the releases, on one page: what `html` is for
/// pairs.
[[nodiscard]] std::unique_ptr<Writer> make_pairs_html(const Run& run, const Target& target);

}  // namespace cablelint::reports
