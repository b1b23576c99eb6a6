#pragma once

#include <cablelint/document_stream.hpp>
#include <cablelint/input/byte_stream.hpp>
#include <cablelint/input/csv_records.hpp>
#include <cablelint/input/file_kind.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace cablelint {

/// A file that holds many documents, cut into batches.
class Container {
 public:
  Container() = default;
  virtual ~Container() = default;
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  /// Fills an empty batch with documents of together about `wanted` bytes; false at the end.
  [[nodiscard]] virtual bool next(DocumentBatch& batch, std::size_t wanted) = 0;
};

/// The records of a file of JSON lines or CSV. Only ends of records are looked for here; the rest is for
/// those who read the batches.
class RecordStream final : public Container {
 public:
  /// `origin` is the file as an input. One that was found in a folder and has other things than cables in it
  /// is passed over.
  RecordStream(std::unique_ptr<ByteStream> bytes, Input origin, Content content, const CsvColumns& columns);

  [[nodiscard]] bool next(DocumentBatch& batch, std::size_t wanted) override;

 private:
  /// Looks at the first record; false when there is nothing to read, with `problem_` set unless nobody needs
  /// to know.
  bool begin();
  bool begin_csv(std::size_t end);
  bool next_records(DocumentBatch& batch, std::size_t wanted);
  /// Leaves out what is left of a record that is too long; of its bytes those in `bytes` were looked at.
  template <typename Ends> void skip_record(ByteBuffer& bytes, Ends& ends);
  template <typename Ends> bool cut(DocumentBatch& batch, std::size_t wanted, Ends ends);
  bool give_problem(DocumentBatch& batch);

  std::unique_ptr<ByteStream> bytes_;
  Input origin_;
  Content content_;
  const CsvColumns& columns_;
  CsvLayout layout_;
  ByteBuffer tail_;         // what was read and not given yet; begins with a record
  std::uint64_t line_ = 1;  // of its first byte
  bool begun_ = false;
  bool ended_ = false;
  std::string problem_;  // to tell next
  std::uint64_t problem_line_ = 0;
};

}  // namespace cablelint
