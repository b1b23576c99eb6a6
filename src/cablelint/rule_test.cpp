#include <cablelint/rule_test.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

#include <cablelint/calendar.hpp>
#include <cablelint/finding_builder.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>

namespace cablelint {
namespace {

/// The day of the check for cases that do not give one: their outcome must not change with the calendar.
Day test_day() {
  return day_of(2026, 1, 1).value_or(0);
}

/// "since 2003-09-22 and until 2010-06-27"
std::string period(const RuleInfo& rule) {
  std::string text;
  if (rule.since) text = "since " + iso(*rule.since);
  if (rule.until) text += (text.empty() ? "until " : " and until ") + iso(*rule.until);
  return text;
}

class RuleTester {
 public:
  explicit RuleTester(const RuleSet& rules) : rules_(rules), parser_(rules.vocabulary()) {}

  RuleTestResult run(const RuleInfo& rule) {
    RuleTestResult result;
    result.rule = &rule;
    for (const bool must_fire : {true, false}) {
      const std::vector<RuleCase>& cases = must_fire ? rule.flags : rule.passes;
      const std::string_view key = must_fire ? "flags" : "passes";
      if (cases.empty()) {
        result.failures.push_back(place(rule, rule.line) + "the rule has no `" + std::string(key) + '`');
      }
      for (std::size_t i = 0; i < cases.size(); ++i) {
        std::string failure = run_case(rule, cases[i], must_fire, result.fired);
        ++result.cases;
        if (failure.empty()) continue;
        std::string name = std::string(key) + " " + std::to_string(i + 1);
        if (!cases[i].name.empty()) name += " (" + cases[i].name + ')';
        result.failures.push_back(place(rule, cases[i].line) + name + ' ' + std::move(failure));
      }
    }
    return result;
  }

 private:
  static std::string place(const RuleInfo& rule, std::uint32_t line) {
    return rule.file + ':' + std::to_string(line) + ": ";
  }

  /// What is wrong, or nothing.
  std::string run_case(const RuleInfo& rule, const RuleCase& one, bool must_fire, bool& fired) {
    const Source source = Source::borrow(rule.id, one.text);
    parser_.parse(source, cable_);
    LintOptions options;
    options.as_of = one.as_of.value_or(test_day());
    options.select = {rule.name};
    Linter linter(rules_, options);
    findings_.clear();
    linter.check(source, cable_, findings_);
    const auto failed = std::find_if(findings_.begin(), findings_.end(),
                                     [](const Finding& f) { return f.message.starts_with(kFailure); });
    if (failed != findings_.end()) return failed->message.substr(std::string_view("rule ").size());
    fired = fired || !findings_.empty();
    if (must_fire) {
      if (!findings_.empty()) return {};
      return linter.applies(rule, source, cable_)
                 ? "must fire but did not"
                 : "must fire but is not asked: the date of the cable is not certainly within " +
                       period(rule);
    }
    if (findings_.empty()) return {};
    const Finding& first = findings_.front();
    return "must stay silent but fired at " + std::to_string(first.line) + ':' +
           std::to_string(first.column) + ": " + first.message;
  }

  const RuleSet& rules_;
  Parser parser_;
  Cable cable_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<RuleTestResult> test_rules(const RuleSet& rules, const std::vector<std::string>& select) {
  RuleTester tester(rules);
  std::vector<RuleTestResult> results;
  for (const RuleInfo* const rule : rules.rules()) {
    const bool wanted =
        select.empty() || std::any_of(select.begin(), select.end(),
                                      [&](const std::string& word) { return selects(word, *rule); });
    if (wanted) results.push_back(tester.run(*rule));
  }
  return results;
}

}  // namespace cablelint
