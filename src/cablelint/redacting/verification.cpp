#include <cablelint/redacting/verification.hpp>

namespace cablelint::redacting {

std::string_view name_of(FaultKind kind) {
  switch (kind) {
    case FaultKind::altered_text:
      return "altered-text";
    case FaultKind::inserted_text:
      return "inserted-text";
    case FaultKind::removed_text:
      return "removed-text";
    case FaultKind::empty_mark:
      return "empty-mark";
    case FaultKind::ambiguous_cut:
      return "ambiguous-cut";
    case FaultKind::wrong_extent:
      return "wrong-extent";
    case FaultKind::classified_portion_shown:
      return "classified-portion-shown";
    case FaultKind::missing_exemption:
      return "missing-exemption";
    case FaultKind::surviving_word:
      return "surviving-word";
    case FaultKind::telling_length:
      return "telling-length";
    case FaultKind::marked_original:
      return "marked-original";
    case FaultKind::nothing_cut:
      return "nothing-cut";
    case FaultKind::longer_release:
      return "longer-release";
    case FaultKind::different_cable:
      return "different-cable";
  }
  return "";
}

void Verification::clear() {
  exact = false;
  faults.clear();
  withheld.clear();
  original_survivors.clear();
  release_survivors.clear();
  stretches.clear();
}

}  // namespace cablelint::redacting
