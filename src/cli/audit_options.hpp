#pragma once

#include <cablelint/fnv.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/check_options.hpp"
#include "cli/run_folder.hpp"

namespace cablelint::cli {

/// A part of a collection: those documents whose id has a certain hash, wherever they stand.
struct Shard {
  std::uint32_t number = 0;  // from 1
  std::uint32_t of = 0;      // 0: all documents

  [[nodiscard]] bool takes(std::string_view id) const;
};

/// "2/7". Throws UsageError.
[[nodiscard]] Shard parse_shard(const std::string& word);
/// "report.html,summary.json", in the order of run_files(). Throws UsageError.
[[nodiscard]] std::vector<std::string> parse_files(const std::vector<std::string>& words);

/// The words of the options that only `audit` has, as they were given.
struct AuditWords {
  std::vector<std::string> paths;
  std::string out, shard, compare;
  std::vector<std::string> only;
  bool resume = false, overwrite = false, fail_on_new = false;
};

/// What `cablelint audit` is to do.
struct AuditOptions {
  CheckOptions check;
  std::vector<std::string> paths;  // as given, without those of a list
  std::string out;
  std::vector<std::string> files;
  Shard shard;
  std::string compare;  // empty: with nothing
  bool fail_on_new = false;
  Begin begin = Begin::fresh;
  std::vector<std::pair<std::string, std::string>> settings;  // that decide what is read, for run.json
};

void add_audit_options(Command& command, AuditWords& words);
/// Throws UsageError.
[[nodiscard]] AuditOptions audit_options(const Settings& settings, const AuditWords& words);
/// Adds --out.
void add_out(Command& command, std::string& out);
/// Adds --only.
void add_only(Command& command, std::vector<std::string>& only);

}  // namespace cablelint::cli
