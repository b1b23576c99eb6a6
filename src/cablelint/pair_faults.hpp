#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace cablelint {

/// A kind of fault that is found by holding two texts against each other.
struct PairFault {
  std::string_view kind;     // "altered-text"
  std::string_view command;  // that finds it
};

inline constexpr std::string_view kVerifyCommand = "redactions verify";
inline constexpr std::string_view kCompareCommand = "redactions compare";

/// What the key `fault` of a rule may be.
inline constexpr std::array kPairFaults{
    PairFault{"altered-text", kVerifyCommand},
    PairFault{"inserted-text", kVerifyCommand},
    PairFault{"removed-text", kVerifyCommand},
    PairFault{"empty-mark", kVerifyCommand},
    PairFault{"ambiguous-cut", kVerifyCommand},
    PairFault{"wrong-extent", kVerifyCommand},
    PairFault{"classified-portion-shown", kVerifyCommand},
    PairFault{"missing-exemption", kVerifyCommand},
    PairFault{"surviving-word", kVerifyCommand},
    PairFault{"telling-length", kVerifyCommand},
    PairFault{"marked-original", kVerifyCommand},
    PairFault{"nothing-cut", kVerifyCommand},
    PairFault{"longer-release", kVerifyCommand},
    PairFault{"different-cable", kVerifyCommand},
    PairFault{"shown-in-one", kCompareCommand},
};

/// The kinds alone.
[[nodiscard]] std::vector<std::string_view> pair_fault_kinds();
/// Null when there is no such kind.
[[nodiscard]] const PairFault* pair_fault(std::string_view kind);

}  // namespace cablelint
