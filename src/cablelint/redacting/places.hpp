#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/redacting/tokens.hpp>
#include <cablelint/source.hpp>
#include <cstdint>

namespace cablelint::redacting {

/// The numbered paragraph that holds a place; null when it is in none.
[[nodiscard]] const Paragraph* paragraph_at(const Cable& cable, std::uint32_t offset);
/// Its number; 0 when it is in none.
[[nodiscard]] std::int32_t paragraph_number(const Cable& cable, Span at);

/// Whether a stretch goes with what follows it: a line break stands before it and none behind.
[[nodiscard]] bool goes_with_next(const Source& source, const Tokens& tokens, Span at);
/// The place between two tokens where something is missing that stands in the other text: beside the one that
/// it goes with.
[[nodiscard]] Span gap_at(const Words& words, const Tokens& tokens, std::uint32_t index, bool with_next);

}  // namespace cablelint::redacting
