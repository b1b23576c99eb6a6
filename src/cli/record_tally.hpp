#pragma once

#include <cablelint/audit/facts_reader.hpp>
#include <cablelint/audit/summary_counter.hpp>
#include <span>
#include <string>
#include <string_view>

namespace cablelint::cli {

/// What the records of a stream add up to, as an audit of them would say it. One for a thread.
class RecordTally {
 public:
  RecordTally(const Vocabulary& vocabulary, const PostNames& posts, Day as_of)
      : facts_(vocabulary, posts, as_of) {}

  /// A record that can be checked, whose cables follow.
  void begin(std::string_view id);
  void count(const Source& source, const Cable& cable, std::span<const Finding> findings);
  /// A line that cannot be checked; `name` may be empty.
  void count_fault(std::string_view name, std::string_view problem);

  [[nodiscard]] const audit::Summary& summary() const { return counter_.summary; }

 private:
  audit::FactsReader facts_;
  audit::SummaryCounter counter_;
  std::string id_;
  std::uint32_t parts_ = 0;
};

}  // namespace cablelint::cli
