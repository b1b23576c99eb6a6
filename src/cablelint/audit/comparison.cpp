#include <fmt/format.h>

#include <algorithm>
#include <cablelint/audit/comparison.hpp>
#include <cablelint/audit/run_json.hpp>
#include <cablelint/terminal_text.hpp>

namespace cablelint::audit {

std::size_t read_findings(const AuditedDocument& document, FindingLines& lines,
                          std::vector<Finding>& findings, std::size_t first) {
  std::string_view text = document.findings;
  std::size_t count = first;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (count == findings.size()) findings.emplace_back();
    Finding& finding = findings[count++];
    if (!lines.read(text.substr(0, end), finding) || finding.source != document.id) {
      throw RunError(
          fmt::format("{}: a line for {} is damaged or belongs to another document; make the audit again",
                      kFindings, visible(document.id)));
    }
    text.remove_prefix(end + 1);
  }
  return count;
}

Comparer::Comparer(const std::string& old_folder, Severity fail_on)
    : old_run_(read_whole_run(old_folder)), reader_(old_folder), fail_on_(fail_on) {
  result_.old_as_of = old_run_.facts.as_of;
  result_.old_version = old_run_.facts.version;
  read_old();
}

std::vector<PastRun> Comparer::history() const {
  std::vector<PastRun> history = old_run_.facts.history;
  history.push_back(old_run_.totals);
  return history;
}

void Comparer::read_old() {
  has_old_ = reader_.next(old_);
  old_keys_.clear();
  if (!has_old_) return;
  old_findings_.resize(read_findings(old_, lines_, old_findings_));
  for (const Finding& finding : old_findings_) old_keys_.emplace_back(finding.rule, finding.fingerprint);
  std::sort(old_keys_.begin(), old_keys_.end());
}

void Comparer::count_gone() {
  for (const auto& [rule, fingerprint] : old_keys_) {
    ++result_.all.gone;
    ++result_.rules[rule].gone;
  }
}

void Comparer::add(const AuditedDocument& document, std::span<const Finding> findings) {
  for (; has_old_ && old_.id < document.id; read_old()) {
    count_gone();
    result_.cables_gone += old_.cables.size();
  }
  const bool known = has_old_ && old_.id == document.id;
  if (!known) {
    result_.cables_new += document.cables.size();
  } else if (document.cables.size() > old_.cables.size()) {
    result_.cables_new += document.cables.size() - old_.cables.size();
  } else {
    result_.cables_gone += old_.cables.size() - document.cables.size();
  }
  for (const Finding& finding : findings) {
    Comparison::Counts& of_rule = result_.rules[finding.rule];
    if (known) {
      const Key key(finding.rule, finding.fingerprint);
      const auto found = std::lower_bound(old_keys_.begin(), old_keys_.end(), key);
      if (found != old_keys_.end() && *found == key) {
        old_keys_.erase(found);
        ++result_.all.unchanged;
        ++of_rule.unchanged;
        continue;
      }
    }
    ++result_.all.fresh;
    ++of_rule.fresh;
    if (finding.level >= fail_on_) ++result_.fresh_failing;
  }
  if (!known) return;
  count_gone();
  read_old();
}

const Comparison& Comparer::finish() {
  for (; has_old_; read_old()) {
    count_gone();
    result_.cables_gone += old_.cables.size();
  }
  return result_;
}

}  // namespace cablelint::audit
