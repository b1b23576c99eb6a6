#pragma once

#include <string_view>

#include <cablelint/cable.hpp>

namespace cablelint {

// The words that stand for the model's enumerations in JSON and in rules: "not-applicable", "pilcrow-digit".

[[nodiscard]] std::string_view name_of(ElementKind kind);
[[nodiscard]] std::string_view name_of(DateBasis basis);
[[nodiscard]] std::string_view name_of(Precision precision);
[[nodiscard]] std::string_view name_of(DeclassificationKind kind);
[[nodiscard]] std::string_view name_of(DateForm form);
[[nodiscard]] std::string_view name_of(TagKind kind);
[[nodiscard]] std::string_view name_of(ReferenceKind kind);
[[nodiscard]] std::string_view name_of(NumberStyle style);
[[nodiscard]] std::string_view name_of(BoundaryPart part);
[[nodiscard]] std::string_view name_of(BoundaryEdge edge);
[[nodiscard]] std::string_view name_of(NoiseKind kind);
[[nodiscard]] std::string_view name_of(RedactionForm form);
[[nodiscard]] std::string_view name_of(ReleaseStatus status);

}  // namespace cablelint
