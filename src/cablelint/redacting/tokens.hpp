#pragma once

#include <cablelint/cable.hpp>
#include <cablelint/source.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace cablelint::redacting {

/// Two tokens are equal when their ids are.
using TokenId = std::uint32_t;

/// Gives equal words equal ids. The bytes it has seen must outlive it.
class Words {
 public:
  Words();
  /// With `fold`, ASCII letters are equal in either case and what joins the parts of a word does not count.
  void begin(bool fold);
  [[nodiscard]] TokenId id_of(std::string_view word);
  [[nodiscard]] bool folds() const { return fold_; }
  /// As it was first met; of a token of one byte nothing.
  [[nodiscard]] std::string_view text_of(TokenId id) const {
    return id < kFirst ? std::string_view() : words_[id - kFirst].text;
  }
  /// Ids are below this.
  [[nodiscard]] std::size_t limit() const { return kFirst + words_.size(); }
  /// A run of blanks or line ends.
  [[nodiscard]] bool is_blank(TokenId id) const {
    return id < kFirst ? id == ' ' || (id >= '\t' && id <= '\r') : words_[id - kFirst].blank;
  }
  /// A word or a number, no sign and no blank.
  [[nodiscard]] bool is_word(TokenId id) const {
    return id >= kFirst ? !words_[id - kFirst].blank : is_word_byte(static_cast<unsigned char>(id));
  }
  [[nodiscard]] static bool is_word_byte(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
  }

 private:
  static constexpr TokenId kFirst = 256;  // a token of one byte is its own id
  struct Word {
    std::string_view text;
    std::uint32_t hash = 0;
    bool blank = false;
  };
  void grow();
  [[nodiscard]] std::uint32_t hash_of(std::string_view word) const;
  [[nodiscard]] bool equal(std::string_view a, std::string_view b) const;

  bool fold_ = false;
  std::vector<Word> words_;
  std::vector<std::uint32_t> slots_;  // of words, from 1; 0 is free; a power of two
};

/// A text as tokens: words, single signs and, unless noise may differ, runs of blanks. Blanks at its ends are
/// none.
struct Tokens {
  std::vector<TokenId> ids;
  std::vector<Span> places;
  /// A mark, and the token before which it stands.
  struct Mark {
    std::uint32_t redaction = 0;  // in Cable::redactions
    std::uint32_t before = 0;
  };
  std::vector<Mark> marks;  // in the order of the text

  void clear();
};

/// What may differ between the two texts.
struct TokenOptions {
  bool noise =
      false;  // blanks, line ends, case, hyphens inside words, page headers, what mail and web pages add
};

/// The codes of a mark that stand outside of it, in the margin, with the blanks in front; absent when there
/// are none.
[[nodiscard]] Span margin_of(const Source& source, const Cable& cable, const Redaction& redaction);

/// A text in which marks are words like any other.
void read_original(const Source& source, const Cable& cable, const TokenOptions& options, Words& words,
                   Tokens& tokens);
/// A text whose cuts are marks; blanks beside them are no tokens. Release stamps and codes in the margin are
/// left out.
void read_release(const Source& source, const Cable& cable, const TokenOptions& options, Words& words,
                  Tokens& tokens);

}  // namespace cablelint::redacting
