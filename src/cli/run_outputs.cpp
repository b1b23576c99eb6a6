#include "cli/run_outputs.hpp"

#include <fmt/format.h>
#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cablelint/audit/document_row.hpp>
#include <cablelint/audit/run_json.hpp>
#include <cablelint/audit/segment.hpp>
#include <cablelint/audit/summary_counter.hpp>
#include <cablelint/audit/summary_json.hpp>
#include <cablelint/terminal_text.hpp>
#include <cerrno>
#include <cstdio>
#include <future>
#include <memory>
#include <span>
#include <utility>

#include "cli/output.hpp"
#include "cli/pipeline.hpp"
#include "reports/audit_database.hpp"
#include "reports/audit_page.hpp"
#include "reports/csv_row.hpp"

namespace cablelint::cli {
namespace {

using audit::AuditedDocument;

constexpr std::string_view kFindingsTable = "findings.csv";
constexpr std::string_view kSummary = "summary.json";
constexpr std::string_view kDatabase = "audit.sqlite";
constexpr std::string_view kPage = "report.html";
constexpr std::array kFiles = {kPage,          kSummary,       audit::kFindings, audit::kDocuments,
                               kFindingsTable, audit::kErrors, kDatabase};

/// Documents that travel together through the stages.
constexpr std::size_t kBatch = 64;

/// What lies behind the ends is of an older batch, whose memory is used again.
class Batch {
 public:
  /// Takes the next documents; false when there are none.
  bool read(audit::RunMerge& merge) {
    documents_.resize(kBatch);
    count_ = 0;
    while (count_ < kBatch && merge.next(documents_[count_])) ++count_;
    return count_ > 0;
  }
  void understand(audit::FindingLines& lines, reports::CsvRows& rows, bool wants_table) {
    ends_.clear();
    std::size_t end = 0;
    for (const AuditedDocument& document : documents()) {
      end = audit::read_findings(document, lines, findings_, end);
      ends_.push_back(end);
    }
    table_.clear();
    if (!wants_table) return;
    for (const Finding& finding : std::span(findings_).first(end)) rows.append(table_, finding);
  }

  [[nodiscard]] std::span<const AuditedDocument> documents() const { return {documents_.data(), count_}; }
  /// Of one of the documents.
  [[nodiscard]] std::span<const Finding> findings(std::size_t document) const {
    const std::size_t begin = document == 0 ? 0 : ends_[document - 1];
    return std::span(findings_).subspan(begin, ends_[document] - begin);
  }
  /// Their rows of findings.csv.
  [[nodiscard]] const std::string& table() const { return table_; }

 private:
  std::vector<AuditedDocument> documents_;
  std::size_t count_ = 0;
  std::vector<Finding> findings_;
  std::vector<std::size_t> ends_;  // in findings_, of each document
  std::string table_;
};

/// The database under a name of its own until the run is written.
class DatabaseFile {
 public:
  explicit DatabaseFile(const std::string& folder)
      : path_(folder + '/' + std::string(kDatabase)), hidden_(folder + "/." + std::string(kDatabase)) {
    (void)unlink(hidden_.c_str());
    guarded([&] { database_ = std::make_unique<reports::AuditDatabase>(hidden_); });
  }
  ~DatabaseFile() {
    database_.reset();
    if (!finished_) (void)unlink(hidden_.c_str());
  }
  DatabaseFile(const DatabaseFile&) = delete;
  DatabaseFile& operator=(const DatabaseFile&) = delete;

  void add(const Batch& batch) {
    guarded([&] {
      for (std::size_t i = 0; i < batch.documents().size(); ++i)
        database_->add(batch.documents()[i], batch.findings(i));
    });
  }
  void complete(const audit::RunFacts& run, const audit::Summary& summary,
                const std::vector<InputError>& errors) {
    guarded([&] { database_->finish(run, summary, errors); });
    database_.reset();
  }
  void finish() {
    if (std::rename(hidden_.c_str(), path_.c_str()) != 0) throw OutputError(path_, errno);
    finished_ = true;
  }

 private:
  template <typename Work> void guarded(const Work& work) const {
    try {
      work();
    } catch (const std::runtime_error& error) {
      throw OutputError(path_, std::string(error.what()));
    }
  }

  std::string path_, hidden_;
  std::unique_ptr<reports::AuditDatabase> database_;
  bool finished_ = false;
};

/// Takes documents in order of their ids and turns them into the files of a run.
class RunFiles {
 public:
  RunFiles(const RunPlan& plan, audit::Comparer* older) : plan_(&plan), older_(older) {
    counter_.summary.rules = plan.rules;
    documents_ = open(audit::kDocuments);
    findings_ = open(audit::kFindings);
    table_ = open(kFindingsTable);
    if (wants(kDatabase)) database_ = std::make_unique<DatabaseFile>(plan.folder);
    if (documents_) documents_->stream() << audit::document_header();
    if (table_) table_->stream() << reports::kFindingsHeader;
  }

  [[nodiscard]] bool wants_table() const { return table_ != nullptr; }
  [[nodiscard]] bool wants_database() const { return database_ != nullptr; }

  void add(const Batch& batch);
  void add_to_database(const Batch& batch) { database_->add(batch); }
  RunResult finish(audit::RunMerge& merge);

 private:
  [[nodiscard]] bool wants(std::string_view file) const {
    return std::find(plan_->files.begin(), plan_->files.end(), file) != plan_->files.end();
  }
  [[nodiscard]] std::string path(std::string_view file) const {
    return plan_->folder + '/' + std::string(file);
  }
  [[nodiscard]] std::unique_ptr<Output> open(std::string_view file) const {
    return wants(file) ? std::make_unique<Output>(path(file)) : nullptr;
  }
  void count(const AuditedDocument& document, std::span<const Finding> findings);
  /// Writes a whole text; nothing when the file is not wanted.
  [[nodiscard]] std::unique_ptr<Output> written(std::string_view file, std::string_view text) const;

  const RunPlan* plan_;
  audit::Comparer* older_;
  audit::SummaryCounter counter_;
  std::unique_ptr<Output> documents_, findings_, table_;
  std::unique_ptr<DatabaseFile> database_;
};

void RunFiles::count(const AuditedDocument& document, std::span<const Finding> findings) {
  ++counter_.summary.documents;
  for (const audit::AuditedCable& cable : document.cables) {
    const std::size_t count = cable.facts.findings.all();
    counter_.count(cable.facts, cable.passed, findings.first(count));
    findings = findings.subspan(count);
  }
}

void RunFiles::add(const Batch& batch) {
  for (std::size_t i = 0; i < batch.documents().size(); ++i) {
    const AuditedDocument& document = batch.documents()[i];
    count(document, batch.findings(i));
    if (older_ != nullptr) older_->add(document, batch.findings(i));
    if (findings_) findings_->stream() << document.findings;
    if (documents_) documents_->stream() << document.rows;
  }
  if (table_) table_->stream() << batch.table();
}

std::unique_ptr<Output> RunFiles::written(std::string_view file, std::string_view text) const {
  std::unique_ptr<Output> output = open(file);
  if (output) output->stream() << text;
  return output;
}

RunResult RunFiles::finish(audit::RunMerge& merge) {
  std::vector<InputError> errors = merge.errors();
  counter_.summary.unreadable = errors.size();
  counter_.summary.unreadable_first.assign(
      errors.begin(),
      errors.begin() + static_cast<std::ptrdiff_t>(std::min(errors.size(), audit::Summary::kUnreadable)));
  std::string error_lines;
  for (const InputError& error : errors) audit::append_error_line(error_lines, error);

  audit::RunRecord record;
  record.facts = plan_->facts;
  record.complete = true;
  record.files = plan_->files;
  record.rules = plan_->rules;
  record.totals = {plan_->facts.as_of, counter_.summary.cables, counter_.summary.passed,
                   counter_.summary.unreadable, counter_.summary.findings};
  RunResult result;
  if (older_ != nullptr) {
    result.comparison = older_->finish();
    result.comparison->same_rules = older_->old_rules_hash() == plan_->facts.rules_hash;
    record.facts.history = older_->history();
  }
  const std::string summary = audit::summary_json(counter_.summary);
  std::future<void> indexes;
  if (database_) {
    // The database's indexes take as long as everything else that is left.
    indexes = std::async(plan_->threads > 1 ? std::launch::async : std::launch::deferred,
                         [&] { database_->complete(record.facts, counter_.summary, errors); });
  }

  std::vector<std::unique_ptr<Output>> outputs;
  outputs.push_back(std::move(documents_));
  outputs.push_back(std::move(findings_));
  outputs.push_back(std::move(table_));
  outputs.push_back(written(audit::kErrors, error_lines));
  outputs.push_back(written(kSummary, summary));
  if (wants(kPage)) {
    outputs.push_back(written(kPage, reports::audit_page(record.facts, counter_.summary,
                                                         result.comparison ? &*result.comparison : nullptr,
                                                         summary, plan_->files)));
  }
  std::erase(outputs, nullptr);
  for (const auto& output : outputs) output->complete();
  if (indexes.valid()) indexes.get();
  for (const auto& output : outputs) output->finish();
  if (database_) database_->finish();

  Output run(path(audit::kRunFile));
  run.stream() << audit::run_json(record);
  run.finish();
  result.summary = std::move(counter_.summary);
  return result;
}

}  // namespace

std::span<const std::string_view> run_files() {
  return kFiles;
}

RunResult write_run(const RunPlan& plan, audit::RunMerge& merge, audit::Comparer* older) {
  RunFiles files(plan, older);
  namespace tbb = oneapi::tbb;
  struct Local {
    audit::FindingLines lines;
    reports::CsvRows rows;
  };
  tbb::enumerable_thread_specific<std::unique_ptr<Local>> locals([] { return std::make_unique<Local>(); });
  Pool<Batch> batches;
  const auto read = [&](tbb::flow_control& flow) {
    Batch* const batch = batches.take();
    if (!batch->read(merge)) flow.stop();
    return batch;
  };
  const auto understand = [&](Batch* batch) {
    Local& local = *locals.local();
    batch->understand(local.lines, local.rows, files.wants_table());
    return batch;
  };
  const auto write = [&](Batch* batch) {
    files.add(*batch);
    return batch;
  };
  const auto store = [&](Batch* batch) {
    if (files.wants_database()) files.add_to_database(*batch);
    batches.give_back(batch);
  };
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, plan.threads);
  tbb::parallel_pipeline(std::size_t{4} * plan.threads,
                         tbb::make_filter<void, Batch*>(tbb::filter_mode::serial_in_order, read) &
                             tbb::make_filter<Batch*, Batch*>(tbb::filter_mode::parallel, understand) &
                             tbb::make_filter<Batch*, Batch*>(tbb::filter_mode::serial_in_order, write) &
                             tbb::make_filter<Batch*, void>(tbb::filter_mode::serial_in_order, store));
  return files.finish(merge);
}

}  // namespace cablelint::cli
