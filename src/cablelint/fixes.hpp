#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/parse.hpp>
#include <cablelint/span.hpp>
#include <cablelint/vocabulary.hpp>

namespace cablelint {

/// What copies and conversions did to the text that can be undone with certainty.
enum class FixKind : std::uint8_t {
  pilcrow,          // "11.", "¶1." or "\P 1." for "1."
  bullet,           // "- 1." for "1."
  link,             // "[PREL](#)" for "PREL" in TAGS
  doubled_label,    // "Classified By: Classified by X"
  doubled_caption,  // "SIPDIS SIPDIS"
  zero_for_o,       // "E.0. 12958", "REAS0NS"
  split_keyword,    // "Classi fied By:", "REA SONS"
};
inline constexpr std::size_t kFixKinds = 7;

/// "doubled-label".
[[nodiscard]] std::string_view name_of(FixKind kind);
/// The shipped rule that reports what a fix of this kind mends: "AUT007".
[[nodiscard]] std::string_view rule_of(FixKind kind);

/// One change of a document: these bytes become those.
struct Fix {
  Span at;
  std::string replacement;
  FixKind kind = FixKind::pilcrow;
  friend bool operator==(const Fix&, const Fix&) = default;
};

/// Finds what can be mended in documents. Works for one thread; what it refers to must outlive it.
class Fixer {
 public:
  Fixer(const Parser& parser, const Vocabulary& vocabulary) : parser_(&parser), vocabulary_(&vocabulary) {}

  /// The fixes of a document in order and without overlap. None touches a level, a mark or a date; with all
  /// of them the document reads as it did before, and there is nothing more to mend in it.
  [[nodiscard]] std::vector<Fix> find(const Source& source);

 private:
  [[nodiscard]] std::vector<Fix> find_in(std::string_view bytes);
  [[nodiscard]] std::string meaning_of(std::string_view bytes);
  [[nodiscard]] std::string meaning_of_all(std::string_view bytes);

  const Parser* parser_;
  const Vocabulary* vocabulary_;
  Cable cable_;  // scratch
};

/// The bytes with fixes in order made.
[[nodiscard]] std::string mended(std::string_view bytes, std::span<const Fix> fixes);

}  // namespace cablelint
