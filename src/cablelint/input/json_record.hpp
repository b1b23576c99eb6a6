#pragma once

#include <cablelint/input/record.hpp>
#include <memory>
#include <string_view>

namespace cablelint {

/// Takes lines of JSON apart: an object with the texts `id` and `text`. Anything else in it is passed over.
class JsonRecordReader {
 public:
  JsonRecordReader();
  ~JsonRecordReader();
  JsonRecordReader(const JsonRecordReader&) = delete;
  JsonRecordReader& operator=(const JsonRecordReader&) = delete;

  /// Reads a line, behind which ByteBuffer::kPadding bytes can be read. The texts of the record are valid
  /// until the next call; its id is there whenever the line has one.
  void read(std::string_view line, CableRecord& record);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

/// Whether a line is an object without an `id` or without a `text`: not a record, but something else.
[[nodiscard]] bool is_other_json(std::string_view line);

}  // namespace cablelint
