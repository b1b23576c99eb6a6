#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cablelint {

/// The most bytes of a record, of a member of an archive and of a compressed cable: memory stays bounded
/// whatever a file holds.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{64} * 1024 * 1024;
/// The most bytes of an id.
inline constexpr std::size_t kMaxIdBytes = 1024;

/// What is wrong with a record.
enum class RecordFault : unsigned char {
  none,
  encoding,  // it is not UTF-8
  syntax,    // it cannot be taken apart
  fields,    // `id` or `text` is missing or cannot be
};

/// One cable out of a file of many.
struct CableRecord {
  std::string_view id;
  std::string_view text;
  RecordFault fault = RecordFault::none;
  std::string problem;  // for people, when there is a fault
};

/// Finds what is missing in a record that has no fault so far.
void check_record(CableRecord& record, bool has_id, bool has_text);

}  // namespace cablelint
