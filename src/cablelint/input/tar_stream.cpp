#include <cablelint/input/tar_stream.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/input/record.hpp>
#include <utility>

namespace cablelint {
namespace {

constexpr std::size_t kMostMembers = 64;
constexpr std::size_t kReadAtOnce = std::size_t{256} * 1024;

/// The bytes of the member that a reader stands in.
class MemberBytes final : public ByteStream {
 public:
  explicit MemberBytes(TarReader& tar) : tar_(tar) {}
  std::size_t read(char* to, std::size_t most, std::string& problem) override {
    return tar_.read(to, most, problem);
  }

 private:
  TarReader& tar_;
};

bool hidden(std::string_view path) {
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    if (part.starts_with('.') && part != "." && part != "..") return true;
    path.remove_prefix(std::min(part.size() + 1, path.size()));
  }
  return false;
}

std::string_view without_dots(std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  return path;
}

}  // namespace

TarStream::TarStream(std::unique_ptr<ByteStream> bytes, Input origin, const CsvColumns& columns)
    : tar_(std::move(bytes)), origin_(std::move(origin)), columns_(columns) {}

bool TarStream::next(DocumentBatch& batch, std::size_t wanted) {
  while (true) {
    if (records_) {
      if (records_->next(batch, wanted)) return true;
      records_.reset();
    }
    if (ended_) return false;
    if (gather(batch, wanted)) return true;
  }
}

bool TarStream::gather(DocumentBatch& batch, std::size_t wanted) {
  batch.begin(DocumentBatch::Kind::members);
  while (!records_ && batch.bytes.size() < wanted && batch.inputs.size() < kMostMembers) {
    TarMember member;
    std::string problem;
    if (!tar_.next(member, problem)) {
      ended_ = true;
      if (problem.empty() && !any_) problem = "holds no cables (*.txt, *.cable) and no records of them";
      if (!problem.empty()) add_problem(batch, origin_, std::move(problem));
      break;
    }
    const FileKind kind = kind_of_name(member.name);
    if (member.file && kind.listed && !hidden(member.name)) take(member, kind, batch);
  }
  return !batch.inputs.empty();
}

void TarStream::take(const TarMember& member, FileKind kind, DocumentBatch& batch) {
  any_ = true;
  Input input = origin_;
  input.name = fmt::format("{}/{}", origin_.name, without_dots(member.name));
  if (kind.compression != Compression::none || kind.content == Content::tar)
    return add_problem(batch, std::move(input), "is packed once more inside an archive; unpack it first");
  if (member.sparse)
    return add_problem(batch, std::move(input), "is a sparse file inside an archive, which is not read");
  if (kind.content != Content::cables) {
    // As in a folder, not every table is one of cables.
    input.found = true;
    input.container = input.name;
    records_ = std::make_unique<RecordStream>(std::make_unique<MemberBytes>(tar_), std::move(input),
                                              kind.content, columns_);
    return;
  }
  std::string problem;
  if (member.size > kMaxRecordBytes) {
    problem = fmt::format("is too large: inside an archive a document may have {} bytes", kMaxRecordBytes);
    return add_problem(batch, std::move(input), std::move(problem));
  }
  const std::size_t before = batch.bytes.size();
  read_member(member.size, batch, problem);
  if (!problem.empty()) {
    batch.bytes.keep(before);
    return add_problem(batch, std::move(input), std::move(problem));
  }
  batch.inputs.push_back(std::move(input));
  batch.ends.push_back(batch.bytes.size());
}

void TarStream::read_member(std::uint64_t size, DocumentBatch& batch, std::string& problem) {
  while (size > 0) {
    // The size is only what a header says, so room is made for what is there.
    const std::size_t most = std::min<std::uint64_t>(size, kReadAtOnce);
    const std::size_t got = tar_.read(batch.bytes.room(most), most, problem);
    if (got == 0) return;
    batch.bytes.add(got);
    size -= got;
  }
}

void TarStream::add_problem(DocumentBatch& batch, Input input, std::string problem) {
  input.problem = std::move(problem);
  batch.inputs.push_back(std::move(input));
  batch.ends.push_back(batch.bytes.size());
}

}  // namespace cablelint
