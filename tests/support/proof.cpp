#include "tests/support/proof.hpp"

#include <boost/test/unit_test.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/source.hpp>
#include <cstdlib>

#include "tests/property/shipped.hpp"

namespace cablelint::tests {

std::size_t proof_cables_wanted(std::size_t usual) {
  const char* wanted = std::getenv("CABLELINT_PROOF");
  if (wanted == nullptr) return usual;
  BOOST_TEST_MESSAGE("CABLELINT_PROOF: " << wanted << " cables instead of " << usual);
  return static_cast<std::size_t>(std::strtoull(wanted, nullptr, 10));
}

ProofBench::ProofBench() : parser_(shipped_rules().vocabulary()) {}

void ProofBench::read(const std::string& text) {
  text_ = &text;
  parser_.parse(Source::borrow("cable", text), cable_);
}

const std::vector<Finding>& ProofBench::check(std::string_view as_of) {
  if (as_of.empty()) as_of = "1973-01-01";
  auto linter = linters_.find(as_of);
  if (linter == linters_.end()) {
    const LintOptions options{*parse_iso(as_of), {}, {}};
    linter = linters_.try_emplace(std::string(as_of), shipped_rules(), options).first;
  }
  findings_.clear();
  linter->second.check(Source::borrow("cable", *text_), cable_, findings_);
  return findings_;
}

bool names(std::string_view list, std::string_view rule) {
  return list.find(rule) != std::string_view::npos;
}

bool is_note(const Finding& finding) {
  return finding.level == Severity::note;
}

void FindingTally::add(const Finding& finding, const std::string& cable) {
  (finding.level == Severity::error ? errors_ : warnings_) += 1;
  auto& [count, first] = rules_[std::string(finding.rule)];
  if (count++ > 0) return;
  first = cable + ", " + std::to_string(finding.line) + ":" + std::to_string(finding.column) + " " +
          finding.message;
}

std::string FindingTally::text() const {
  std::string out;
  for (const auto& [rule, seen] : rules_)
    out += "  " + std::to_string(seen.first) + " x " + rule + ", first: " + seen.second + "\n";
  return out;
}

std::string column(std::size_t number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

}  // namespace cablelint::tests
