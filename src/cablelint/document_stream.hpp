#pragma once

#include <cablelint/files.hpp>
#include <cablelint/input/byte_buffer.hpp>
#include <cablelint/input/csv_records.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint {

/// Work for one thread: some files to read, or a piece of a container with the bytes it was cut from.
struct DocumentBatch {
  enum class Kind : std::uint8_t {
    files,       // each input a path, or a problem
    members,     // each input a document of `bytes`, or a problem
    json_lines,  // one input: what holds the records, and the line on which `bytes` begin
    csv,
  };
  Kind kind = Kind::files;
  std::vector<Input> inputs;
  ByteBuffer bytes;
  std::vector<std::size_t> ends;  // of members: where the bytes of each end
  CsvLayout layout;

  /// Forgets what it held, and keeps its memory.
  void begin(Kind of);
};

/// Where documents come from.
struct ReadOptions {
  WalkOptions walk;
  CsvColumns columns;
  /// Whether a file of one document is to be read, asked in their order before it is; empty: all are.
  std::function<bool(const Input&)> wanted = {};
};

/// The documents that a list of paths stands for, as InputList has them; of what holds many the records and
/// members in the order in which they stand there. Files are read from front to end and never held as a
/// whole, whatever their size.
class DocumentStream {
 public:
  /// The most documents or, in 16 KiB, bytes of a container that a batch may be asked to have.
  static constexpr std::size_t kMostAtOnce = 16;

  DocumentStream(const std::vector<std::string>& paths, const ReadOptions& options);
  ~DocumentStream();
  DocumentStream(const DocumentStream&) = delete;
  DocumentStream& operator=(const DocumentStream&) = delete;

  /// Fills the next batch; false at the end. For one thread at a time.
  [[nodiscard]] bool next(DocumentBatch& batch, std::size_t at_once);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A document as it was read; with a `problem` of the input there are no bytes.
struct ReadDocument {
  const Input* input = nullptr;
  std::string_view bytes;
};

/// Turns batches into documents, on one thread and with memory that it uses again.
class BatchReader {
 public:
  BatchReader();
  ~BatchReader();
  BatchReader(const BatchReader&) = delete;
  BatchReader& operator=(const BatchReader&) = delete;

  /// Begins a batch, which outlives the reading and changes by it.
  void begin(DocumentBatch& batch);
  /// The next documents of the batch, some of which may not be readable: up to so many, fewer when they are
  /// long, none at the end. Valid until the next call.
  [[nodiscard]] std::span<const ReadDocument> next(std::size_t most);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cablelint
