#include "reports/audit_database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cablelint/calendar.hpp>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace cablelint::reports {
namespace {

// The cache holds so many pages, 16 MB.
constexpr std::int64_t kCachePages = 4096;
constexpr const char* kSettings = R"(
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = 4096;
PRAGMA application_id = 0x63626c74;
PRAGMA user_version = 1;
)";

// A column is named as in documents.csv and findings.csv.
constexpr const char* kTables = R"(
CREATE TABLE run (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE rule (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL, summary TEXT NOT NULL,
  cables INTEGER NOT NULL, errors INTEGER NOT NULL, warnings INTEGER NOT NULL, notes INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL, part INTEGER NOT NULL, status TEXT NOT NULL, container TEXT,
  offset INTEGER NOT NULL, length INTEGER NOT NULL, record TEXT, post TEXT, date TEXT, year INTEGER, level TEXT,
  highest_portion TEXT, due TEXT NOT NULL, due_date TEXT, overdue INTEGER NOT NULL,
  errors INTEGER NOT NULL, warnings INTEGER NOT NULL, notes INTEGER NOT NULL);
CREATE TABLE finding (
  key INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document (key), rule TEXT NOT NULL REFERENCES rule (id),
  level TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL, end_line INTEGER NOT NULL,
  end_column INTEGER NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL, message TEXT NOT NULL,
  fingerprint TEXT NOT NULL);
CREATE TABLE unreadable (source TEXT NOT NULL, message TEXT NOT NULL);
BEGIN;
)";

constexpr const char* kIndexes = R"(
CREATE INDEX document_by_id ON document (id, part);
CREATE INDEX document_by_record ON document (record) WHERE record IS NOT NULL;
CREATE INDEX document_by_level_year ON document (level, year, overdue);
CREATE INDEX document_by_due ON document (due_date) WHERE due_date IS NOT NULL;
CREATE INDEX finding_by_document ON finding (document);
CREATE INDEX finding_by_rule ON finding (rule, level);
COMMIT;
)";

/// A prepared statement whose values are bound from left to right.
class Insert {
 public:
  Insert(sqlite3* database, const char* sql) : database_(database) {
    if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) != SQLITE_OK) {
      refuse();
    }
  }
  ~Insert() { sqlite3_finalize(statement_); }
  Insert(const Insert&) = delete;
  Insert& operator=(const Insert&) = delete;

  /// The text must live until `run`.
  Insert& text(std::string_view value) {
    sqlite3_bind_text(statement_, ++at_, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    return *this;
  }
  /// NULL for an empty text.
  Insert& text_or_null(std::string_view value) {
    if (!value.empty()) return text(value);
    ++at_;
    return *this;
  }
  Insert& number(std::uint64_t value) {
    sqlite3_bind_int64(statement_, ++at_, static_cast<sqlite3_int64>(value));
    return *this;
  }
  template <typename Number> Insert& number_or_null(const std::optional<Number>& value) {
    ++at_;
    if (value) sqlite3_bind_int64(statement_, at_, *value);
    return *this;
  }
  void run() {
    if (sqlite3_step(statement_) != SQLITE_DONE) refuse();
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    at_ = 0;
  }

 private:
  [[noreturn]] void refuse() const { throw std::runtime_error(sqlite3_errmsg(database_)); }

  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
  int at_ = 0;
};

std::string iso_or_empty(const std::optional<Day>& day) {
  return day ? iso(*day) : std::string();
}

std::string_view level_text(const std::optional<Level>& level) {
  return level ? banner_form(*level) : std::string_view();
}

/// Closes the file when it goes.
struct Connection {
  explicit Connection(const std::string& file) : path(file) {
    if (sqlite3_open_v2(path.c_str(), &database,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        nullptr) != SQLITE_OK) {
      const std::string reason = sqlite3_errmsg(database);
      sqlite3_close(database);
      throw std::runtime_error(reason);
    }
  }
  ~Connection() { sqlite3_close(database); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void execute(const char* sql) const {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(database));
    }
  }

  [[nodiscard]] std::int64_t number(const char* query) const {
    sqlite3_stmt* statement = nullptr;
    const bool read = sqlite3_prepare_v2(database, query, -1, &statement, nullptr) == SQLITE_OK &&
                      sqlite3_step(statement) == SQLITE_ROW;
    const std::int64_t value = read ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    if (!read) throw std::runtime_error(sqlite3_errmsg(database));
    return value;
  }

  std::string path;
  sqlite3* database = nullptr;
};

/// A connection that has its tables.
struct Prepared : Connection {
  explicit Prepared(const std::string& file) : Connection(file) {
    execute(kSettings);
    execute(kTables);
  }
};

}  // namespace

struct AuditDatabase::State {
  explicit State(const std::string& path) : connection(path) {}

  Prepared connection;
  Insert document{connection.database, "INSERT INTO document VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"};
  Insert finding{connection.database, "INSERT INTO finding VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?)"};
  std::uint64_t documents = 0;
};

AuditDatabase::AuditDatabase(const std::string& path) : state_(std::make_unique<State>(path)) {}
AuditDatabase::~AuditDatabase() = default;

void AuditDatabase::add(const audit::AuditedDocument& document, std::span<const Finding> findings) {
  std::size_t next = 0;
  for (const audit::AuditedCable& cable : document.cables) {
    const audit::CableFacts& facts = cable.facts;
    const std::string date = iso_or_empty(facts.date);
    const std::string due = iso_or_empty(facts.due_day);
    const std::uint64_t key = ++state_->documents;
    state_->document.number(key)
        .text(facts.id)
        .number(facts.part)
        .text(cable.passed ? "pass" : "fail")
        .text_or_null(facts.container)
        .number(facts.offset)
        .number(facts.length)
        .text_or_null(facts.record)
        .text_or_null(facts.post)
        .text_or_null(date)
        .number_or_null(facts.year)
        .text_or_null(level_text(facts.level))
        .text_or_null(level_text(facts.highest_portion))
        .text(to_text(facts.due))
        .text_or_null(due)
        .number(facts.overdue ? 1 : 0)
        .number(facts.findings.error)
        .number(facts.findings.warning)
        .number(facts.findings.note)
        .run();
    for (const Finding& each : findings.subspan(next, facts.findings.all())) {
      state_->finding.number(key)
          .text(each.rule)
          .text(to_text(each.level))
          .number(each.line)
          .number(each.column)
          .number(each.end_line)
          .number(each.end_column)
          .number(each.at.offset)
          .number(each.at.length)
          .text(each.message)
          .text(each.fingerprint)
          .run();
    }
    next += facts.findings.all();
  }
}

void AuditDatabase::finish(const audit::RunFacts& run, const audit::Summary& summary,
                           const std::vector<InputError>& errors) {
  sqlite3* const database = state_->connection.database;
  Insert facts(database, "INSERT INTO run VALUES (?,?)");
  const auto fact = [&](std::string_view name, std::string_view value) {
    facts.text(name).text(value).run();
  };
  fact("version", run.version);
  fact("rules_hash", run.rules_hash);
  fact("as_of", run.as_of);
  fact("profile", run.profile);
  fact("fail_on", to_text(run.fail_on));
  Insert rules(database, "INSERT INTO rule VALUES (?,?,?,?,?,?,?,?)");
  for (const auto& [id, rule] : summary.rules) {
    rules.text(id)
        .text(rule.name)
        .text(to_text(rule.level))
        .text(rule.summary)
        .number(rule.cables)
        .number(rule.findings.error)
        .number(rule.findings.warning)
        .number(rule.findings.note)
        .run();
  }
  Insert unreadable(database, "INSERT INTO unreadable VALUES (?,?)");
  for (const InputError& error : errors) unreadable.text(error.source).text(error.message).run();
  // Tables that do not fit the cache are read once for each index, for which it is of no use; and sorting
  // takes as much memory as the cache may.
  if (state_->connection.number("PRAGMA page_count") > kCachePages)
    state_->connection.execute("PRAGMA cache_size = -2048");
  state_->connection.execute(kIndexes);
}

}  // namespace cablelint::reports
