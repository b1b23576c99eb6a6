#pragma once

#include <cstdint>
#include <string_view>

#include <cablelint/reading/reader.hpp>

namespace cablelint::reading {

/// Finds the cuts and stamps of a cable and notes the masks of publishers. Comes last; `text` is where the
/// body begins.
void read_redactions(const Reader& reader, std::uint32_t text);

/// A code as reports write it: "B7(C)" for "(b) (7) (c)", "1.4(d)" for "1.4 D", "25X1", "50X1-HUM", "(k)(2)".
/// A letter alone belongs to the section of the code before: "(d)" behind "1.4(b)".
[[nodiscard]] ShortText normal_code(Span at, std::string_view printed, std::string_view before = {});
/// Adds a code to the last redaction, whose codes are the last short texts. Each code counts once.
void add_code(Cable& cable, Redaction& redaction, Span at, std::string_view printed);
/// The statute that a text begins with, by the vocabulary's short names: "INA", "CIA PERS/ORG".
[[nodiscard]] Span statute_at(const Reader& reader, std::uint32_t offset, std::uint32_t end);

/// Reads what stands between square brackets; adds a redaction when that is a cut. `closed`: the bracket is.
/// Gives the offset behind the cut, or 0 when it is none.
[[nodiscard]] std::uint32_t read_bracket(const Reader& reader, Span inside, bool closed);
/// The same for what stands in parentheses, which in a text are much else: they must say of something that it
/// is not declassified, and nothing more.
[[nodiscard]] std::uint32_t read_parenthesis(const Reader& reader, Span inside);
/// Reads the codes that a text begins with into the redaction; gives the offset behind them.
std::uint32_t read_codes(const Reader& reader, Redaction& redaction, Span span);
/// Reads a release stamp with the codes below it.
void read_stamp(const Reader& reader, Span span);

}  // namespace cablelint::reading
