#pragma once

#include <optional>
#include <string>

#include <cablelint/cable.hpp>

namespace cablelint {

/// What was withheld: "line", "name+title", "document number"; of a mark without words its form ("mask",
/// "code"), of a stamp what it says ("released in part").
void append_kind(std::string& out, const Cable& cable, const Redaction& redaction);
/// How much, as far as the mark says: "<1 line", "1 paragraph (5 lines)", "rest of paragraph", "12
/// characters". Nothing is appended when it does not. A `?` follows a number that is a guess, and stands for
/// one that cannot be read.
void append_quantity(std::string& out, const Cable& cable, const Redaction& redaction);

/// Whether text is missing where the mark stands: not so for stamps, except of pages denied.
[[nodiscard]] bool is_cut(const Redaction& redaction);
/// About how many characters the mark says are missing, by the usual length of words, lines and pages;
/// nothing when it does not say.
[[nodiscard]] std::optional<double> characters_cut(const Cable& cable, const Redaction& redaction);
/// How many characters of text are left in a cable: those of its subject and of its body that no mark is made
/// of.
[[nodiscard]] std::size_t characters_left(const Cable& cable);

}  // namespace cablelint
