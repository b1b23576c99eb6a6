#include <cablelint/input/record_stream.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/ascii.hpp>
#include <cablelint/input/json_record.hpp>
#include <cablelint/input/record.hpp>
#include <cablelint/not_text.hpp>
#include <utility>

namespace cablelint {
namespace {

constexpr std::size_t kFirstRead = std::size_t{16} * 1024;
constexpr std::size_t kMostHeader = std::size_t{1024} * 1024;
// Memory that is kept between batches.
constexpr std::size_t kKeptBuffer = std::size_t{1024} * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kNone = std::string_view::npos;

/// Finds line ends, as CsvEnds finds those of records.
class LineEnds {
 public:
  [[nodiscard]] std::size_t next(std::string_view bytes, std::size_t from) {
    const std::size_t end = bytes.find('\n', from);
    if (end == kNone) return kNone;
    ++lines_;
    return end + 1;
  }
  [[nodiscard]] std::uint64_t lines() const { return lines_; }

 private:
  std::uint64_t lines_ = 0;
};

std::string too_long() {
  return fmt::format("the record is too long: it may have {} bytes", kMaxRecordBytes);
}

/// The first line with something in it.
std::string_view first_line(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    if (!is_blank(line)) return line;
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  }
  return {};
}

}  // namespace

RecordStream::RecordStream(std::unique_ptr<ByteStream> bytes, Input origin, Content content,
                           const CsvColumns& columns)
    : bytes_(std::move(bytes)), origin_(std::move(origin)), content_(content), columns_(columns) {}

bool RecordStream::next(DocumentBatch& batch, std::size_t wanted) {
  if (!begun_) {
    begun_ = true;
    ended_ = !begin();
  }
  if (!problem_.empty()) return give_problem(batch);
  return !ended_ && next_records(batch, wanted);
}

bool RecordStream::begin() {
  std::size_t end = kNone;
  bool more = true;
  while (more && end == kNone && tail_.size() < kMostHeader) {
    const std::size_t count = std::max(kFirstRead, tail_.size());
    const std::size_t got = bytes_->read(tail_.room(count), count, problem_);
    tail_.add(got);
    more = got > 0;
    // The first record may end in any of the pieces; looking from its beginning again costs little.
    end = content_ == Content::csv ? CsvEnds().next(tail_.text(), 0) : LineEnds().next(tail_.text(), 0);
  }
  if (tail_.size() == 0) {
    if (problem_.empty() && !origin_.found) problem_ = "is empty; it holds no records";
    return false;
  }
  // What was read before a problem is given first.
  if (!problem_.empty() && end != kNone) problem_.clear();
  if (!problem_.empty()) return false;
  problem_ = reason_not_text(tail_.text());
  if (!problem_.empty()) return false;
  std::size_t mark = 0;
  if (tail_.text().starts_with(kByteOrderMark)) mark = kByteOrderMark.size();
  if (content_ == Content::csv) {
    if (end == kNone) end = tail_.size();
    return begin_csv(end);
  }
  if (mark > 0) tail_.drop(mark);
  return !origin_.found || !is_other_json(first_line(tail_.text()));
}

bool RecordStream::begin_csv(std::size_t end) {
  std::string header(tail_.text().substr(0, end));
  if (header.starts_with(kByteOrderMark)) header.erase(0, kByteOrderMark.size());
  CsvFields fields;
  CsvEnds lines;
  (void)lines.next(tail_.text().substr(0, end), 0);
  problem_line_ = 1;
  if (header.size() > kMostHeader) {
    problem_ = fmt::format("the names of the columns are too long: they may have {} bytes", kMostHeader);
  } else if (fields.split(header.data(), header.size(), problem_)) {
    (void)find_columns(fields.fields(), columns_, layout_, problem_);
    // A table of something else.
    if (!problem_.empty() && origin_.found) problem_.clear(), ended_ = true;
  }
  tail_.drop(end);
  line_ += lines.lines();
  return problem_.empty() && !ended_;
}

bool RecordStream::next_records(DocumentBatch& batch, std::size_t wanted) {
  return content_ == Content::csv ? cut(batch, wanted, CsvEnds()) : cut(batch, wanted, LineEnds());
}

template <typename Ends> bool RecordStream::cut(DocumentBatch& batch, std::size_t wanted, Ends ends) {
  batch.begin(content_ == Content::csv ? DocumentBatch::Kind::csv : DocumentBatch::Kind::json_lines);
  batch.layout = layout_;
  ByteBuffer& bytes = batch.bytes;
  bytes.append(tail_.text());
  tail_.clear(kKeptBuffer);
  std::size_t looked_at = 0;
  std::size_t end = 0;
  std::uint64_t lines = 0;
  while (true) {
    while (end < wanted) {
      const std::size_t next = ends.next(bytes.text(), looked_at);
      if (next == kNone) break;
      looked_at = end = next;
      lines = ends.lines();
    }
    if (end >= wanted) break;
    looked_at = bytes.size();
    if (end > 0 && bytes.size() >= wanted) break;
    if (bytes.size() - end > kMaxRecordBytes) break;
    // Never more than shows that a record is too long.
    const std::size_t count = std::min(bytes.size() < wanted ? wanted - bytes.size() : bytes.size(),
                                       kMaxRecordBytes + 1 - (bytes.size() - end));
    const std::size_t got = bytes_->read(bytes.room(count), count, problem_);
    bytes.add(got);
    if (got > 0) continue;
    ended_ = true;
    if (problem_.empty()) end = bytes.size();
    break;
  }
  if (end == 0 && bytes.size() > kMaxRecordBytes) {
    problem_ = too_long();
    problem_line_ = line_;
    skip_record(bytes, ends);
    return give_problem(batch);
  }
  tail_.append(bytes.text().substr(end));
  bytes.keep(end);
  batch.inputs.push_back(origin_);
  batch.inputs.back().line = line_;
  line_ += lines;
  if (ended_ && !problem_.empty()) problem_ += fmt::format("; nothing was read from line {} on", line_);
  if (end > 0) return true;
  batch.inputs.clear();
  return !problem_.empty() && give_problem(batch);
}

template <typename Ends> void RecordStream::skip_record(ByteBuffer& bytes, Ends& ends) {
  std::size_t end = kNone;
  std::string problem;
  while (end == kNone) {
    bytes.clear(kKeptBuffer);
    const std::size_t got = bytes_->read(bytes.room(kKeptBuffer / 2), kKeptBuffer / 2, problem);
    bytes.add(got);
    if (got == 0) {
      ended_ = true;
      if (!problem.empty()) problem_ += "; behind it the file " + problem;
      return;
    }
    end = ends.next(bytes.text(), 0);
  }
  tail_.append(bytes.text().substr(end));
  line_ += ends.lines();
}

bool RecordStream::give_problem(DocumentBatch& batch) {
  batch.begin(DocumentBatch::Kind::files);
  Input& input = batch.inputs.emplace_back(origin_);
  input.line = problem_line_;
  input.problem = problem_line_ > 0 ? fmt::format("line {}: {}", problem_line_, problem_) : problem_;
  problem_.clear();
  problem_line_ = 0;
  return true;
}

}  // namespace cablelint
