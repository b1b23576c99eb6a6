#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/input/json_record.hpp>
#include <cablelint/parse.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/line_source.hpp"
#include "cli/record_tally.hpp"
#include "cli/rule_choice.hpp"

namespace cablelint::cli {

/// How lines are answered.
struct AnswerOptions {
  bool flat = false;                   // a line a finding and one for the record, instead of one for all
  bool key = false;                    // the id and a tab in front
  bool number = true;                  // the number of the line is a part of the answer
  std::size_t most = kMaxRecordBytes;  // of a line
};

/// The answers to some lines.
struct Answers {
  std::string text;
  std::vector<std::size_t> bad;  // where those end that say `error` or `skipped`

  void clear() {
    text.clear();
    bad.clear();
  }
};

/// Answers lines of JSON one after the other on one thread: what the rules say of the cable on it, or what
/// is wrong with the line.
class Answerer {
 public:
  /// `tally` counts what was answered; may be null.
  Answerer(const Parser& parser, const RuleSet& rules, const RuleChoice& choice, const AnswerOptions& options,
           RecordTally* tally);

  void answer(const LineBatch& batch, Answers& answers);

 private:
  struct Fault {
    std::string_view kind;
    std::string message;
  };
  /// A line without its end, behind which there is padding.
  void answer_line(std::string_view line);
  void check(const CableRecord& record);
  void write(std::string_view status, std::string_view id, const Fault* fault);
  void write_fault(std::string_view id, std::string_view kind, std::string message);
  void begin_line(std::string_view id);

  const Parser* parser_;
  Linters linters_;
  const AnswerOptions* options_;
  RecordTally* tally_;
  JsonRecordReader reader_;
  CableRecord record_;
  Cable cable_;
  Input input_;
  std::vector<Finding> findings_;
  std::uint64_t number_ = 0;  // of the line
  std::string* out_ = nullptr;
  std::vector<std::size_t>* bad_ = nullptr;
};

}  // namespace cablelint::cli
