#include <cablelint/redacting/records.hpp>

namespace cablelint::redacting {

bool name_other_records(const Source& a, const Cable& a_cable, const Source& b, const Cable& b_cable) {
  return a_cable.record && b_cable.record && a.text(a_cable.record->id) != b.text(b_cable.record->id);
}

}  // namespace cablelint::redacting
