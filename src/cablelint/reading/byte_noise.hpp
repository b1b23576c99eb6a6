#pragma once

#include <cablelint/reading/reader.hpp>

namespace cablelint::reading {

/// Notes bytes that are not text: NUL, a CR without LF, invalid UTF-8. One noise for each kind, at its first
/// place.
void note_bytes(const Reader& reader);
/// Notes the first line of the header that ends in two blanks, the residue of a Markdown line break.
void note_hard_break(const Reader& reader, std::uint32_t end);

}  // namespace cablelint::reading
