#include <fmt/format.h>

#include <cablelint/audit/summary_json.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/reference_id.hpp>
#include <cablelint/terminal_text.hpp>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "cli/check_options.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/line_source.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/stream_answers.hpp"

namespace cablelint::cli {
namespace {

constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

struct StreamOptions {
  std::vector<std::string> rules;
  RuleChoice rule_choice;
  unsigned threads = 1;
  AnswerOptions answers;
  std::uint64_t max_errors = kNoLimit;
  bool buffer = false;
  Day as_of = 0;
  std::string summary;  // the file for it; empty: none
};

/// Threads that take turns: one waits for lines while others answer, and answers go out in the order of the
/// lines. A thread that has lines needs nothing from the one that waits, so an answer never waits for input.
class Stream {
 public:
  Stream(const Parser& parser, const RuleSet& rules, const StreamOptions& options)
      : parser_(parser),
        rules_(rules),
        posts_(rules.vocabulary()),
        options_(options),
        source_(options.answers.most) {
    if (options.summary.empty()) return;
    summary_file_.emplace(options.summary);
    summary_.rules = audit::counts_of(options.rule_choice.active(rules));
  }

  /// Gives the exit code.
  int run() {
    std::vector<std::thread> helpers;
    for (unsigned number = 1; number < options_.threads; ++number) helpers.emplace_back([this] { work(); });
    work();
    for (std::thread& helper : helpers) helper.join();
    if (failure_) std::rethrow_exception(failure_);
    if (!source_.problem().empty()) complain_about("standard input", source_.problem());
    if (errors_ > options_.max_errors) {
      complain(fmt::format("stopped behind {} {} that could not be checked; --max-errors permits {}", errors_,
                           errors_ == 1 ? "line" : "lines", options_.max_errors));
    }
    const bool abandoned = output_.closed_by_reader();
    output_.finish();
    if (stopped_ || abandoned || !source_.problem().empty()) return kTrouble;
    if (summary_file_) {
      summary_file_->stream() << audit::summary_json(summary_);
      summary_file_->finish();
    }
    return kClean;
  }

 private:
  void work() {
    try {
      std::optional<RecordTally> tally;
      std::optional<Answerer> answerer;
      LineBatch batch;
      Answers answers;
      while (const std::optional<std::uint64_t> turn = read(batch)) {
        if (!answerer) {
          if (summary_file_) tally.emplace(rules_.vocabulary(), posts_, options_.as_of);
          answerer.emplace(parser_, rules_, options_.rule_choice, options_.answers,
                           tally ? &*tally : nullptr);
        }
        answers.clear();
        answerer->answer(batch, answers);
        write(*turn, answers);
      }
      if (!tally) return;
      const std::lock_guard lock(writing_);
      summary_.add(tally->summary());
    } catch (...) {
      const std::lock_guard lock(writing_);
      if (!failure_) failure_ = std::current_exception();
      stop();
    }
  }

  /// The number of the turn; nothing at the end.
  std::optional<std::uint64_t> read(LineBatch& batch) {
    const std::lock_guard lock(reading_);
    if (!source_.next(batch)) return std::nullopt;
    return turns_++;
  }

  void write(std::uint64_t turn, Answers& answers) {
    std::unique_lock lock(writing_);
    may_write_.wait(lock, [&] { return written_ == turn || stopped_; });
    if (stopped_) return;
    std::string_view text = answers.text;
    for (const std::size_t end : answers.bad) {
      if (++errors_ <= options_.max_errors) continue;
      text = text.substr(0, end);
      stop();
      break;
    }
    output_.stream() << text;
    if (!options_.buffer) output_.stream().flush();
    if (!output_.writable()) stop();
    ++written_;
    may_write_.notify_all();
  }

  /// With `writing_` held.
  void stop() {
    stopped_ = true;
    source_.stop();
    may_write_.notify_all();
  }

  const Parser& parser_;
  const RuleSet& rules_;
  const PostNames posts_;
  const StreamOptions& options_;
  Output output_;
  std::mutex reading_;
  LineSource source_;
  std::uint64_t turns_ = 0;
  std::mutex writing_;
  std::condition_variable may_write_;
  std::uint64_t written_ = 0;
  std::uint64_t errors_ = 0;
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::optional<Output> summary_file_;
  audit::Summary summary_;
};

int stream(const StreamOptions& options) {
  const RuleSet* const rules = load_rules(options.rules, "nothing was checked");
  if (rules == nullptr) return kTrouble;
  options.rule_choice.require_known(*rules);
  const Parser parser(rules->vocabulary());
  return Stream(parser, *rules, options).run();
}

/// What the command line says besides the options of the table.
struct Words {
  explicit Words(Command& command) : given(command, For::linters, Of::rules) {}
  GivenOptions given;
  std::string key, max_record_bytes, max_errors, summary;
  bool flat = false, buffer = false, no_seq = false;
};

StreamOptions stream_options(const Settings& settings, const Words& words) {
  StreamOptions options;
  options.rules = settings.words("rules");
  options.as_of = settings.given("as-of") ? parse_as_of(settings.word("as-of")) : today_utc();
  options.rule_choice = RuleChoice(settings, options.as_of);
  options.summary = words.summary;
  options.threads = thread_count(input_options(settings, {}));
  options.answers.flat = words.flat;
  options.answers.key = !words.key.empty();
  options.answers.number = !words.no_seq;
  options.buffer = words.buffer;
  if (options.answers.key && words.key != "id")
    throw UsageError(fmt::format("--key {}: the only key is id", visible(words.key)));
  if (!words.max_record_bytes.empty()) {
    options.answers.most = parse_count(words.max_record_bytes, "--max-record-bytes");
    if (options.answers.most > kMaxRecordBytes)
      throw UsageError(fmt::format("--max-record-bytes {}: write a number from 1 to {}",
                                   words.max_record_bytes, kMaxRecordBytes));
  }
  if (words.max_errors == "0") {
    options.max_errors = 0;
  } else if (!words.max_errors.empty()) {
    options.max_errors = parse_count(words.max_errors, "--max-errors");
  }
  return options;
}

}  // namespace

void add_stream(Command& program) {
  Command& command =
      program.add_command("stream", "Answer each line of JSON on standard input with one of findings");
  const auto words = std::make_shared<Words>(command);
  command.add_flag("--flat", words->flat, "A line a finding, and behind them one of the status");
  command.add_option("--key", words->key, "KEY", "Begin each line with the id and a tab: id").words = {"id"};
  command.add_flag("--no-seq", words->no_seq,
                   "Leave out the number of the line, so that answers depend on nothing but their line");
  command.add_flag("--buffer", words->buffer,
                   "Write when there is much to write, not as soon as there is anything");
  command.add_option(
      "--summary", words->summary, "FILE",
      "Write what the records add up to, as summary.json of an audit, once all lines are answered");
  command.add_option("--max-record-bytes", words->max_record_bytes, "N",
                     fmt::format("Skip lines of more bytes (default: {})", kMaxRecordBytes));
  command.add_option("--max-errors", words->max_errors, "N",
                     "Stop behind more than N lines that could not be checked");
  command.footer =
      "A line is {\"id\": ..., \"text\": ...}; anything else in it is passed over. Each is answered by one "
      "line, in "
      "order, with status ok, error or skipped: a bad line is data and stops nothing.\n"
      "Works with an empty environment and writes no file but that of --summary. Give --as-of where the "
      "answers of several days or "
      "machines are to agree.\n\n"
      "Exit code: 0 every line was answered, 2 anything that went wrong; never 1.\n\n"
      "Example: what a process of a cluster runs for its part of the records\n"
      "  cablelint stream --as-of 2026-01-01 --isolated < part.jsonl > part.answers.jsonl";
  command.run = [words] {
    const Settings settings(words->given);
    return stream(stream_options(settings, *words));
  };
}

}  // namespace cablelint::cli
