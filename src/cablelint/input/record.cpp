#include <cablelint/input/record.hpp>

#include <fmt/format.h>

namespace cablelint {

void check_record(CableRecord& record, bool has_id, bool has_text) {
  if (record.fault != RecordFault::none) return;
  if (!has_id) {
    record.problem = "has no `id`";
  } else if (!has_text) {
    record.problem = "has no `text`";
  } else if (record.id.empty()) {
    record.problem = "its `id` is empty";
  } else if (record.id.size() > kMaxIdBytes) {
    record.problem = fmt::format("its `id` is too long: it may have {} bytes", kMaxIdBytes);
    record.id = {};
  }
  if (!record.problem.empty()) record.fault = RecordFault::fields;
}

}  // namespace cablelint
