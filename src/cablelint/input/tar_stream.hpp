#pragma once

#include <cablelint/input/record_stream.hpp>
#include <cablelint/input/tar_reader.hpp>
#include <memory>
#include <string>

namespace cablelint {

/// The cables and record files of a tar archive. What a folder would leave out is left out: other names,
/// hidden members, links and devices.
class TarStream final : public Container {
 public:
  TarStream(std::unique_ptr<ByteStream> bytes, Input origin, const CsvColumns& columns);

  [[nodiscard]] bool next(DocumentBatch& batch, std::size_t wanted) override;

 private:
  bool gather(DocumentBatch& batch, std::size_t wanted);
  /// Takes the member into the batch, or begins to read its records.
  void take(const TarMember& member, FileKind kind, DocumentBatch& batch);
  void add_problem(DocumentBatch& batch, Input input, std::string problem);
  void read_member(std::uint64_t size, DocumentBatch& batch, std::string& problem);

  TarReader tar_;
  Input origin_;
  const CsvColumns& columns_;
  std::unique_ptr<RecordStream> records_;  // of the member
  bool any_ = false;
  bool ended_ = false;
};

}  // namespace cablelint
