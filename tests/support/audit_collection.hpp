#pragma once

#include <cablelint/audit/run_facts.hpp>
#include <cablelint/audit/summary.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::tests {

/// What the page of an audit is made from.
struct AuditCollection {
  std::string_view name;
  audit::RunFacts run;
  audit::Summary summary;
  std::optional<audit::Comparison> comparison;
  std::vector<std::string> files;

  /// The text of its summary.json.
  [[nodiscard]] std::string json() const;
  /// The page.
  [[nodiscard]] std::string page() const;
};

/// Nothing but what the run was: no cable, no rule.
[[nodiscard]] AuditCollection empty_collection();
/// 40,000 cables of 1973 to 2010 in which everything occurs.
[[nodiscard]] AuditCollection ordinary_collection();
/// As large as a summary gets, every text long and hostile.
[[nodiscard]] AuditCollection hostile_collection();
/// These and the odd ones: no cable, one, none with findings or dates, nothing that could be read.
[[nodiscard]] std::vector<AuditCollection> audit_collections();

}  // namespace cablelint::tests
