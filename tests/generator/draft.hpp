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
    std::string before;              // "- ", "¶", "\P "
    std::string between = ". ";      // number and mark
    std::string mark;                // as printed with its brackets, where that is not "(" mark ")"
    std::string underline;           // below the heading that precedes it, if any
    std::string continuation;        // lines of a page or section header in front of it
    std::string interruption;        // such lines in the middle of its text
    bool cut = false;                // a blank line in the middle of a sentence
    std::vector<std::string> items;  // "A. ...": the end of its text, each on a line of its own
    bool item_gaps = false;          // blank lines between them
  };
  enum class Heading : std::uint8_t { lines, spaced, collapsed };
  /// Parts of the header that stand on one line.
  enum class RunOn : std::uint8_t { none, order_tags, tags_subject, all, with_classification };
  enum class Order : std::uint8_t { usual, tags_first, references_last };

  int width = 65;       // 0: a paragraph is one line
  bool spread = false;  // a blank line between all parts of the heading
  bool crlf = false;
  bool tabs = false;         // for the blank behind labels and paragraph numbers
  bool hard_breaks = false;  // two blanks at the end of heading lines
  int trailing_blanks = 0;   // at the end of every third line of the text
  bool no_last_line_end = false;
  bool lowered = false;   // a cable that lost its capitals
  bool entities = false;  // "&amp;" for "&" in subject and text
  std::string opening;    // lines in front of everything
  Heading heading = Heading::lines;
  std::string relay_end;                // routing indicators are wrapped here
  std::string dtg_more;                 // a second precedence letter: "P " of "O P 231409Z"
  bool bt = false, bt_again = false;    // BT before and behind the text
  bool nnnn = true;                     // the end of message is NNNN
  std::string closing_serial;           // "#1851"
  std::string level_text;               // "S E C R E T"
  std::string control_separator = " ";  // in front of each control of the classification line
  std::string section_text;             // where it is not "SECTION 01 OF 02"
  std::string behind_level;             // a line below the classification line
  std::string behind_captions;          // a line below the captions
  bool wrapped_passing = false;         // pass lines break behind the comma
  bool passing_run_on = false;          // the last pass line and the E.O. line on one line
  std::string order_label = "E.O. ", order_end = ": ";
  std::string tags_label = "TAGS: ", tag_separator = " ";
  std::string tags_text;            // as printed, where it is not the codes with separators
  std::string tag_open, tag_close;  // of a link around each tag
  std::string subject_label = "SUBJECT: ";
  bool subject_gap = false;  // a blank line in the middle of the subject
  std::string reference_label = "REF: ";
  int reference_style = 0;      // 0 "A)", 1 "(A)", 2 "A." each on a line of its own
  std::string references_text;  // as printed, where it is none of these styles
  std::string authority_label = "Classified By: ";
  std::string authority;
  RunOn run_on = RunOn::none;
  Order order = Order::usual;
  std::vector<Paragraph> paragraphs;
  bool paragraph_gaps = true;             // a blank line between paragraphs
  bool signature_glued = false;           // no blank line in front of the signature
  std::string signature_before;           // "MINIMIZE CONSIDERED.  ": the signature is run on behind it
  std::string entire_text;                // as printed: "C - ENTIRE TEXT."
  bool entire_text_alone = false;         // on a line of its own above paragraph 1
  std::string after_subject, after_body;  // further lines of the heading and of the text
  std::string after_signature;            // lines between signature and end of message
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
  std::uint32_t claimed = 0;  // fields whose form some noise has settled
  std::vector<const NoiseClass*> noise;

  [[nodiscard]] bool classified() const { return truth.classification && truth.classification->level != "U"; }
};

[[nodiscard]] Draft compose(const Recipe& recipe, Random& random);
void add_body(Draft& draft, std::size_t bytes, Random& random);
void make_noisy(Draft& draft, NoiseAmount amount, Random& random);
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
/// "HARGROVE, ALBERTA"
[[nodiscard]] std::string surname_first(Random& random);
/// "CONFIDENTIAL" for "C", "UNCLAS" for "U".
[[nodiscard]] std::string banner(const std::string& level);
/// "S E C R E T"; `wide` keeps the blank between words.
[[nodiscard]] std::string spaced(const std::string& words, bool wide);

}  // namespace cablelint::generator
