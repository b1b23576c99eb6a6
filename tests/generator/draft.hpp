#pragma once

#include <cablelint/cable.hpp>
#include <string>
#include <vector>

#include "tests/generator/generator.hpp"
#include "tests/generator/random.hpp"

namespace cablelint::generator {

/// How the fields of a cable are laid out on paper. Labels are printed as they stand.
struct Layout {
  struct Paragraph {
    std::string before;          // "- ", "¶", "\P "
    std::string between = ". ";  // number and mark
    std::string underline;       // below the heading that precedes it, if any
    std::string continuation;    // a continuation header in front of it
  };

  int width = 65;       // 0: a paragraph is one line
  bool spread = false;  // a blank line between all parts of the heading
  bool crlf = false;
  bool hard_breaks = false;  // two blanks at the end of heading lines
  bool collapsed = false;    // the transmission heading on one line
  std::string level_text;    // "S E C R E T"
  std::string order_label = "E.O. ";
  std::string tags_label = "TAGS: ", tag_separator = " ";
  bool tag_links = false;
  std::string subject_label = "SUBJECT: ";
  bool subject_gap = false;  // a blank line in the middle of the subject
  std::string reference_label = "REF: ";
  int reference_style = 0;  // 0 "A)", 1 "(A)", 2 "A." each on a line of its own
  std::string authority_label = "Classified By: ";
  std::string authority;
  std::vector<Paragraph> paragraphs;
  bool paragraph_gaps = true;    // a blank line between paragraphs
  bool signature_glued = false;  // no blank line in front of the signature
  bool entire_text_brackets = false;
  std::string after_subject, after_body;  // further lines of the heading and of the text
};

/// A cable before it is printed: what it says and how it looks. Faults and noise change a draft, so the truth
/// they leave behind is the truth of the printed text.
struct Draft {
  Era era = Era::A;
  Day day = 0;
  int minute = 0;
  bool upper = false;  // body in upper case
  Truth truth;
  Layout layout;

  [[nodiscard]] bool classified() const { return truth.classification && truth.classification->level != "U"; }
};

[[nodiscard]] Draft compose(const Recipe& recipe, Random& random);
void add_body(Draft& draft, std::size_t bytes, Random& random);
void add_damage(Draft& draft, NoiseAmount amount, Random& random);
[[nodiscard]] FictionalCable print(Draft draft);

/// Sets the E.O. line to a date, printed the usual way.
void set_declassification_date(Draft& draft, Day day);
/// Prints classifier and reasons in one of the usual ways: `style` from 0 to 4.
void set_authority(Draft& draft, const std::string& name, const std::string& title,
                   const std::string& reasons_section, const std::string& reason_letters, int style);

[[nodiscard]] std::string upper(std::string_view text);
/// "06" for (6, 2).
[[nodiscard]] std::string padded(int number, int width);
[[nodiscard]] std::string person(Random& random);

}  // namespace cablelint::generator
