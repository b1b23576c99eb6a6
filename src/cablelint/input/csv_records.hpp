#pragma once

#include <cablelint/input/record.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint {

/// The names of the columns of a CSV file that hold cables.
struct CsvColumns {
  std::string id = "id";
  std::string text = "text";
};

/// Where those columns are.
struct CsvLayout {
  std::size_t fields = 0;
  std::size_t id = 0;
  std::size_t text = 0;
};

/// Finds where the records of a CSV file end: at line ends outside of quotes. Bytes come piece by piece.
class CsvEnds {
 public:
  /// The offset behind the end of the record that goes on at `from`; npos when it does not end in these
  /// bytes, and then the next call goes on behind them.
  [[nodiscard]] std::size_t next(std::string_view bytes, std::size_t from);
  /// Line ends passed since the beginning.
  [[nodiscard]] std::uint64_t lines() const { return lines_; }
  /// The record that goes on is inside of quotes.
  [[nodiscard]] bool in_quotes() const { return state_ == State::quoted; }

 private:
  enum class State : std::uint8_t { begin, plain, quoted, behind_quote };
  State state_ = State::begin;
  std::uint64_t lines_ = 0;
};

/// Takes records apart, one after the other of the bytes of a chunk.
class CsvFields {
 public:
  /// Splits a record and unquotes its fields where they stand; false, with `problem` for people, when a
  /// quote is out of place. The fields are valid until the bytes change.
  [[nodiscard]] bool split(char* record, std::size_t size, std::string& problem);
  [[nodiscard]] const std::vector<std::string_view>& fields() const { return fields_; }

 private:
  std::vector<std::string_view> fields_;
};

/// Where the columns are by the first record of a file; false, with `problem` for people, when one is
/// missing or there twice.
[[nodiscard]] bool find_columns(const std::vector<std::string_view>& header, const CsvColumns& columns,
                                CsvLayout& layout, std::string& problem);

/// Reads a record, whose bytes change by that.
void read_csv_record(char* bytes, std::size_t size, const CsvLayout& layout, CsvFields& fields,
                     CableRecord& record);

}  // namespace cablelint
