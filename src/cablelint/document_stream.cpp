#include <cablelint/document_stream.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/ascii.hpp>
#include <cablelint/document_reader.hpp>
#include <cablelint/input/byte_stream.hpp>
#include <cablelint/input/file_kind.hpp>
#include <cablelint/input/json_record.hpp>
#include <cablelint/input/record_stream.hpp>
#include <cablelint/input/tar_stream.hpp>
#include <cablelint/not_text.hpp>
#include <new>
#include <optional>
#include <utility>

namespace cablelint {
namespace {

constexpr std::size_t kPiece = std::size_t{16} * 1024;
// Memory that is kept between batches.
constexpr std::size_t kKeptBuffer = std::size_t{1024} * 1024;
constexpr std::size_t kReadAtOnce = std::size_t{64} * 1024;

std::unique_ptr<OpenFile> open(const Input& input) {
  return input.standard_input ? std::make_unique<OpenFile>() : std::make_unique<OpenFile>(input.name);
}

}  // namespace

void DocumentBatch::begin(Kind of) {
  kind = of;
  inputs.clear();
  bytes.clear(kKeptBuffer);
  ends.clear();
}

struct DocumentStream::State {
  State(const std::vector<std::string>& paths, const ReadOptions& options)
      : list(paths, options.walk), columns(options.columns), wanted(options.wanted) {}

  /// What holds many documents; null with a problem in `input` where it cannot be opened.
  std::unique_ptr<Container> open_container(Input& input, FileKind kind) const {
    std::unique_ptr<OpenFile> file = open(input);
    input.container = input.name;
    if (!file->problem().empty()) {
      input.problem = file->problem();
      return nullptr;
    }
    std::unique_ptr<ByteStream> bytes = decompressed(std::move(file), kind.compression);
    if (kind.content == Content::tar)
      return std::make_unique<TarStream>(std::move(bytes), std::move(input), columns);
    return std::make_unique<RecordStream>(std::move(bytes), std::move(input), kind.content, columns);
  }

  bool next_input(Input& input) {
    if (!waiting) return list.next(input);
    input = std::move(*waiting);
    waiting.reset();
    return true;
  }

  InputList list;
  CsvColumns columns;
  std::function<bool(const Input&)> wanted;
  std::unique_ptr<Container> container;
  std::optional<Input> waiting;
};

DocumentStream::DocumentStream(const std::vector<std::string>& paths, const ReadOptions& options)
    : state_(std::make_unique<State>(paths, options)) {}

DocumentStream::~DocumentStream() = default;

bool DocumentStream::next(DocumentBatch& batch, std::size_t at_once) {
  State& state = *state_;
  while (true) {
    if (state.container) {
      if (state.container->next(batch, at_once * kPiece)) return true;
      state.container.reset();
    }
    batch.begin(DocumentBatch::Kind::files);
    Input input;
    while (batch.inputs.size() < at_once && state.next_input(input)) {
      const FileKind kind = input.problem.empty() ? kind_of_name(input.name) : FileKind{};
      if (kind.content != Content::cables) {
        if (!batch.inputs.empty()) {
          state.waiting = std::move(input);
          return true;
        }
        state.container = state.open_container(input, kind);
        if (state.container) break;
      } else if (kind.compression != Compression::none) {
        input.container = input.name;
      }
      if (kind.content == Content::cables && state.wanted && !state.wanted(input)) continue;
      batch.inputs.push_back(std::move(input));
    }
    if (!state.container) return !batch.inputs.empty();
  }
}

namespace {

// Together documents may have as many bytes, so that memory does not depend on how many are read at once.
constexpr std::size_t kGroupBytes = std::size_t{256} * 1024;

/// What one document is read with.
struct DocumentSlot {
  Input record_input;  // of a record
  DocumentReader files;
  ByteBuffer unpacked;
  JsonRecordReader json;
  CsvFields csv;
  CableRecord record;
  const Input* input = nullptr;
  std::string_view bytes;

  void read_file(Input& file) {
    std::optional<std::string_view> read;
    if (file.container.empty() || !file.problem.empty()) {
      read = files.read(file, file.problem);
    } else {
      read = unpack(file);
    }
    input = &file;
    bytes = read.value_or(std::string_view());
  }

  std::optional<std::string_view> unpack(Input& file) try {
    std::unique_ptr<OpenFile> from = open(file);
    file.problem = from->problem();
    if (!file.problem.empty()) return std::nullopt;
    const auto stream = decompressed(std::move(from), kind_of_name(file.name).compression);
    unpacked.clear(kKeptBuffer);
    while (unpacked.size() <= kMaxRecordBytes) {
      const std::size_t got = stream->read(unpacked.room(kReadAtOnce), kReadAtOnce, file.problem);
      unpacked.add(got);
      if (got == 0) break;
    }
    if (unpacked.size() > kMaxRecordBytes) {
      file.problem =
          fmt::format("is too large: unpacked, a compressed document may have {} bytes", kMaxRecordBytes);
    }
    if (file.problem.empty()) file.problem = reason_not_text(unpacked.text());
    if (!file.problem.empty()) return std::nullopt;
    return unpacked.text();
  } catch (const std::bad_alloc&) {
    file.problem = "does not fit into memory";
    return std::nullopt;
  }

  /// The record that was read, of a container that begins with that line.
  void give_record(const Input& container, std::uint64_t first_line) {
    record_input = container;
    input = &record_input;
    record_input.line = first_line;
    record_input.problem.clear();
    bytes = record.text;
    if (record.fault == RecordFault::none) record.problem = reason_not_text(bytes);
    if (record.problem.empty()) {
      record_input.name = record.id;
      return;
    }
    bytes = {};
    record_input.name = record_input.container;
    record_input.problem = fmt::format("line {}: {}", first_line, record.problem);
  }
};

}  // namespace

struct BatchReader::State {
  DocumentBatch* batch = nullptr;
  std::size_t at = 0;      // of inputs, or of bytes
  std::uint64_t line = 0;  // of that byte
  std::vector<std::unique_ptr<DocumentSlot>> slots;
  std::vector<ReadDocument> group;

  /// A slot that holds nothing large of the documents before.
  DocumentSlot& slot(std::size_t i) {
    if (i == slots.size()) slots.push_back(std::make_unique<DocumentSlot>());
    if (i > 0 && slots[i]->bytes.size() > kGroupBytes) slots[i] = std::make_unique<DocumentSlot>();
    return *slots[i];
  }

  void read_member(DocumentSlot& slot) {
    const std::size_t begin = at == 0 ? 0 : batch->ends[at - 1];
    slot.bytes = batch->bytes.text().substr(begin, batch->ends[at] - begin);
    Input& member = batch->inputs[at];
    if (member.problem.empty()) member.problem = reason_not_text(slot.bytes);
    slot.input = &member;
  }

  /// The stretch of the next record that is not blank; false at the end.
  template <typename Ends> bool next_stretch(Ends&& end_of, std::size_t& begin, std::uint64_t& first_line) {
    const std::string_view all = batch->bytes.text();
    while (at < all.size()) {
      begin = at;
      first_line = line;
      at = end_of(all);
      if (!is_blank(all.substr(begin, at - begin))) return true;
    }
    return false;
  }

  bool next_json(DocumentSlot& slot) {
    std::size_t begin = 0;
    std::uint64_t first_line = 0;
    const auto end_of_line = [this](std::string_view all) {
      ++line;
      const std::size_t end = all.find('\n', at);
      return end == std::string_view::npos ? all.size() : end + 1;
    };
    if (!next_stretch(end_of_line, begin, first_line)) return false;
    slot.json.read(batch->bytes.text().substr(begin, at - begin), slot.record);
    slot.give_record(batch->inputs.front(), first_line);
    return true;
  }

  bool next_csv(DocumentSlot& slot) {
    std::size_t begin = 0;
    std::uint64_t first_line = 0;
    const auto end_of_record = [this](std::string_view all) {
      CsvEnds ends;
      const std::size_t end = ends.next(all, at);
      line += ends.lines();
      return std::min(end, all.size());
    };
    if (!next_stretch(end_of_record, begin, first_line)) return false;
    read_csv_record(batch->bytes.data() + begin, at - begin, batch->layout, slot.csv, slot.record);
    slot.give_record(batch->inputs.front(), first_line);
    return true;
  }

  bool next(DocumentSlot& slot) {
    if (batch->kind == DocumentBatch::Kind::json_lines) return next_json(slot);
    if (batch->kind == DocumentBatch::Kind::csv) return next_csv(slot);
    if (at == batch->inputs.size()) return false;
    if (batch->kind == DocumentBatch::Kind::members) {
      read_member(slot);
    } else {
      slot.read_file(batch->inputs[at]);
    }
    ++at;
    return true;
  }
};

BatchReader::BatchReader() : state_(std::make_unique<State>()) {}
BatchReader::~BatchReader() = default;

void BatchReader::begin(DocumentBatch& batch) {
  State& state = *state_;
  state.batch = &batch;
  state.at = 0;
  if (batch.kind != DocumentBatch::Kind::json_lines && batch.kind != DocumentBatch::Kind::csv) return;
  state.line = batch.inputs.front().line;
}

std::span<const ReadDocument> BatchReader::next(std::size_t most) {
  State& state = *state_;
  state.group.clear();
  std::size_t bytes = 0;
  while (state.group.size() < most && bytes < kGroupBytes) {
    DocumentSlot& slot = state.slot(state.group.size());
    if (!state.next(slot)) break;
    state.group.push_back({slot.input, slot.bytes});
    bytes += slot.bytes.size();
  }
  return state.group;
}

}  // namespace cablelint
