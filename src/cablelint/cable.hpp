#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <cablelint/level.hpp>
#include <cablelint/span.hpp>

namespace cablelint {

/// A run of elements in one of the cable's pools.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t count = 0;
};

/// A decoded token with its place: "1.4(b)" for a printed "1.5.D", "X5" for "1.6X5". At most 15 bytes.
struct ShortText {
  Span at;
  std::array<char, 15> text{};
  std::uint8_t size = 0;

  [[nodiscard]] std::string_view view() const { return {text.data(), size}; }
  void assign(Span where, std::string_view value) {
    at = where;
    size = static_cast<std::uint8_t>(value.copy(text.data(), text.size()));
  }
};

/// A calendar day as days since 1970-01-01.
using Day = std::int32_t;

/// What one stretch of the source was recognised as. The elements of a cable follow each other without gap or
/// overlap from the first byte of the cable to the last.
enum class ElementKind : std::uint8_t {
  blank,
  partial_extract,
  heading,
  classification,
  caption,
  passing,
  declassification,
  tags,
  subject,
  references,
  authority,
  paragraph,
  text,
  body_heading,
  underline,
  signature,
  end_of_message,
  record,
  page_header,
  continuation_header,
  release_stamp,
  wrapper,
  unrecognised,
};
struct Element {
  Span at;
  ElementKind kind = ElementKind::unrecognised;
};

/// The trailer of published copies: "2004ROME01636 - Classification: SECRET".
struct Record {
  Span at;
  Span id;
  Span classification;
  std::optional<Level> level;
  std::int32_t year = 0;
  Span post;                 // "ROME"
  std::int64_t number = -1;  // 1636
};

/// What a cable's date was read from, strongest first.
enum class DateBasis : std::uint8_t { dtg, page_header, julian, record, declassification };
enum class Precision : std::uint8_t { day, year, inferred };

/// A date known to lie between two days (equal for an exact one).
struct CableDate {
  Span at;
  Day earliest = 0;
  Day latest = 0;
  DateBasis basis = DateBasis::dtg;
  Precision precision = Precision::day;
};

/// The lists of addressees: action, information, and those of a collective who must not get it.
enum class AddresseeList : std::uint8_t { to, info, xmt };

/// One of them: "RUEHGB/AMEMBASSY BAGHDAD PRIORITY 0233".
struct Addressee {
  Span at, routing, name, precedence, number;
  AddresseeList list = AddresseeList::to;
};

/// The transmission heading (ACP-127 format lines 1 to 9). Spans are absent where a line is missing.
struct TransmissionHeading {
  Span at;
  Span transmission;                // "VZCZCXRO7546"
  Span relay;                       // the whole second line
  Span relay_precedence;            // "PP"
  Range routing;                    // in Cable::spans
  Span station, serial, section;    // "RUEHRO", "1851", the "02" of "#1851/02"
  Span julian;                      // "1731516"
  std::int32_t julian_day = 0;      // 173; 0 when not readable
  std::int32_t julian_minute = -1;  // minutes after midnight; -1 when not readable
  bool julian_valid = false;
  Span security, prosign, letters;  // "ZNY CCCCC", "ZNY", "CCCCC"
  std::optional<Level> level;
  Range signals;    // in Cable::spans
  Span precedence;  // "P"
  Span dtg;         // "221516Z JUN 06"
  bool dtg_valid = false;
  Day dtg_day = 0;
  std::int32_t dtg_minute = 0;  // minutes after midnight UTC
  Span from;
  Range to, info, xmt;     // in Cable::addressees
  bool collapsed = false;  // on one line
};

struct Section {
  Span at;
  std::int32_t number = 0;
  std::int32_t of = 0;
  std::optional<Level> level;  // of the classification line that announces it
};

struct Classification {
  Span at;
  Span text;  // the level as printed: "S E C R E T", "UNCLAS"
  std::optional<Level> level;
  Range controls;  // in Cable::spans: "EFTO", "NOFORN" on the line itself
  std::optional<Section> section;
  Span post;
  Span message_number;  // "001636"
};

enum class DeclassificationKind : std::uint8_t {
  date,
  event,
  codes,
  schedule,
  offset,
  not_applicable,
  unreadable,
};

/// How a date was written, where that matters to a reviewer.
enum class DateForm : std::uint8_t { complete, month, year };

/// The E.O. line.
struct Declassification {
  Span at;
  Span text;   // what follows the order number
  Span order;  // "12958"
  DeclassificationKind kind = DeclassificationKind::unreadable;
  Span date;  // the date as printed, readable or not
  std::optional<Day> day;
  DateForm form = DateForm::complete;
  bool century_inferred = false;  // two-digit year
  bool day_first = false;         // read as day/month because the first field is over 12
  Range codes;                    // in Cable::short_texts: "X1", "25X1", "OADR", "MR", "GDS"
  Span event;
  std::int32_t offset_years = 0;  // "+10 YEARS"
  bool has_decl = false;          // the word DECL stands on the line
  std::optional<Level> downgrade_level;
  std::optional<Day> downgrade_day;
  Span downgrade;
};

enum class TagKind : std::uint8_t { subject, geo, program, organization, person, term, unknown };
struct Tag {
  Span at;
  Span code;      // without link or brackets
  Span argument;  // "RICE, CONDOLEEZZA" of "OVIP (RICE, CONDOLEEZZA)"
  TagKind kind = TagKind::unknown;
  bool link = false;  // written as a Markdown link
  std::string_view corrected =
      {};  // the vocabulary's code when the printed one is a letter off, otherwise empty
};

/// "S/NF" of "(S/NF)".
struct Mark {
  Span at;                     // with parentheses
  Span text;                   // without
  std::optional<Level> level;  // absent when the mark cannot be read
  Range controls;              // in Cable::spans
};

struct Subject {
  Span at;
  Span text;
  std::optional<Mark> mark;
};

enum class ReferenceKind : std::uint8_t { cable, other };
struct Reference {
  Span at;
  Span label;  // "A"
  Span text;   // the item without its label
  ReferenceKind kind = ReferenceKind::other;
  Span origin;            // "TIRANA"
  Span number;            // "532"
  std::int32_t year = 0;  // 2003 for "03 PANAMA 470"; 0 when not printed
  Range notes;            // in Cable::spans: "NOTAL"
};

struct Authority {
  Span at;
  Span text;  // what follows the first label
  Span classified_by;
  Span title;
  Span derived_from;
  Range reasons;         // in Cable::short_texts: "1.4(b)", or "1.4" when the letter is missing
  bool doubled = false;  // "Classified By: Classified by"
};

/// How a paragraph number is printed.
enum class NumberStyle : std::uint8_t { none, plain, pilcrow_digit, pilcrow, backslash };

struct Paragraph {
  Span at;
  Span printed;             // digits as printed: "11" for paragraph 1 behind a lost pilcrow
  std::int32_t number = 0;  // decoded; 0 when there is none
  NumberStyle style = NumberStyle::none;
  bool bullet = false;  // "- " before the number
  std::optional<Mark> mark;
  Span heading;  // the heading it stands under
  Span text;     // behind number and mark
};

struct Caption {
  Span at;
  Span text;
};

/// Where a summary or a comment begins or ends: "SUMMARY.", "BEGIN COMMENT", "END SUMMARY.". A heading begins
/// one that the next heading may end.
enum class BoundaryPart : std::uint8_t { summary, comment };
enum class BoundaryEdge : std::uint8_t { begin, heading, end };
struct Boundary {
  Span at;
  BoundaryPart part = BoundaryPart::summary;
  BoundaryEdge edge = BoundaryEdge::begin;
};

enum class NoiseKind : std::uint8_t {
  partial_extract,
  pilcrow,
  bullet,
  collapsed_heading,
  link,
  hard_break,
  page_header,
  release_stamp,
  name_mask,
  doubled_label,
  zero_for_o,
  not_text,
  glued_tags,
  misspelt_tag,
  repeated_tag,
  html_wrapper,
  mail_wrapper,
  split_keyword,
};
struct Noise {
  Span at;
  NoiseKind kind = NoiseKind::partial_extract;
};

/// How reviewers and publishers show that something is cut: words in square brackets, an exemption code
/// standing alone, a run of X, of block signs or of underscores. A stamp speaks of the whole page.
enum class RedactionForm : std::uint8_t { bracket, code, mask, block, blank, stamp };
/// What a stamp says; `none` for cuts.
enum class ReleaseStatus : std::uint8_t {
  none,
  full,
  part,
  denied,
  page_denied,
  declassified,
  sanitized,
  approved,
  extended,
  unclassified,
  classified,
};

/// A number that a mark states.
struct Amount {
  std::int32_t hundredths = 0;  // 150 for 1-1/2
  bool stated = false;
  bool readable = true;   // false for "2-2/2"
  bool doubtful = false;  // "11/2", read as one and a half
  bool less = false;      // "less than 1"
};
/// "5 lines" of "1 paragraph (5 lines)". The unit is a word of the vocabulary, in the singular.
struct CutExtent {
  Amount amount;
  std::string_view unit;
};
/// One of the things that a mark says are cut: "1 paragraph (5 lines)" of "heading and 1 paragraph (5
/// lines)".
struct CutPart {
  Amount amount;
  std::string_view what;  // "paragraph": what was withheld, a word of the vocabulary
  std::string_view unit;  // what the amount counts; mostly the same
  bool rest = false;      // "remainder of paragraph"
  bool joined = false;    // one measure with the part before: "4 minutes 47 seconds"
  std::uint8_t extent_count = 0;
  std::array<CutExtent, 2> extents{};
};

/// A mark that reviewers or publishers left: a cut, or the stamp of a release. `redaction.hpp` has its words.
struct Redaction {
  Span at;
  RedactionForm form = RedactionForm::bracket;
  ReleaseStatus status = ReleaseStatus::none;
  ElementKind part = ElementKind::unrecognised;  // the kind of element that it begins in
  std::uint32_t signs = 0;                       // how many X, block signs or underscores
  Range parts;                                   // in Cable::cut_parts
  Range codes;                                   // in Cable::short_texts: "B1", "1.4(d)", "25X1", "(k)(2)"
  Span statute;                                  // "INA" of "B3 INA"
  Span case_number, document_number;             // of a stamp: "F-2010-01234", "C05279454"
  std::optional<Day> day;                        // of a stamp
};

/// Everything known about one cable. Spans point into its Source. Reusable: `clear` keeps the memory.
struct Cable {
  Span at;  // all of it; the whole source unless that holds several
  bool partial_extract = false;
  std::optional<Record> record;
  std::optional<CableDate> date;
  std::optional<CableDate> date_hint;  // DECL minus ten years: for choosing an era when `date` is absent
  std::optional<TransmissionHeading> heading;
  std::optional<Classification> classification;
  std::vector<Section> sections;
  std::vector<Caption> captions;
  std::vector<Caption> passing;
  std::optional<Declassification> declassification;
  std::vector<Declassification> more_declassifications;  // further E.O. lines
  std::vector<Tag> tags;
  Span tags_at;  // the TAGS line; absent when there is none
  std::optional<Subject> subject;
  std::vector<Subject> more_subjects;
  std::vector<Reference> references;
  Span references_at;
  std::optional<Authority> authority;
  std::optional<Mark> entire_text;  // "C - ENTIRE TEXT": one mark for all paragraphs
  std::vector<Paragraph> paragraphs;
  std::vector<Caption> unnumbered;  // text of the body that belongs to no numbered paragraph
  std::vector<Caption> headings;
  std::vector<Boundary> boundaries;    // in the order of the text
  std::optional<Mark> banner;          // what the classification line and the captions say together
  std::vector<Mark> controlled_marks;  // those that say more than a level and an ordinary control
  Span signature;
  Span end_of_message;
  Span closing_serial;                // the "1851" of "#1851" behind the text
  std::vector<Redaction> redactions;  // in the order of the text
  std::vector<Noise> noise;
  std::vector<Element> elements;

  std::vector<Span> spans;
  std::vector<ShortText> short_texts;
  std::vector<Tag> settled_tags;  // scratch of the TAGS reader
  std::vector<Addressee> addressees;
  std::vector<CutPart> cut_parts;

  void clear();
};

/// The first of the highest marks of its portions, that over the entire text among them; null when none can
/// be read.
[[nodiscard]] const Mark* highest_portion(const Cable& cable);

}  // namespace cablelint
