#include "support/filled_cable.hpp"

#include <stdexcept>
#include <string>

#include <cablelint/calendar.hpp>

namespace cablelint::tests {
namespace {

constexpr std::string_view kText =
    "This record is a partial extract.\n"
    "VZCZCXRO0001\n"
    "PP RUEHXA RUEHXB\n"
    "DE RUEHAR #0042/01 1731516\n"
    "ZNY CCCCC ZZH\n"
    "P 221516Z JUN 06\n"
    "FM AMEMBASSY ARCADIA\n"
    "TO RUEHC/SECSTATE  WASHDC PRIORITY 0233\n"
    "INFO AMCONSUL ELDORADO\n"
    "XMT AMEMBASSY UTOPIA\n"
    "C O N F I D E N T I A L EFTO SECTION 01 OF 02 ARCADIA 000042\n"
    "SIPDIS\n"
    "NOFORN\n"
    "DEPT FOR\n"
    "  EUR/XX\n"
    "E.O. 12958: DECL: 06/25/2016 X1 DNG: U 06/25/2010\n"
    "E.O. 12958: DECL: UPON +10 YEARS AFTER THE REGATTA\n"
    "TAGS: prel, [OVIP](#) (DOE, JANE)\n"
    "SUBJECT: (U) HARBOUR LIGHTS\r\n  OF ARCADIA\n"
    "SUBJECT: SECOND\n"
    "REF: A) 03 UTOPIA 532 (NOTAL) B) E-MAIL\n"
    "Classified By: Classified By: DCM Jan \"Roe\", DEPUTY, Reasons 1.4(b), 1.4. Derived From: GUIDE 1\n"
    "C - ENTIRE TEXT.\n"
    "Les For\xC3\xAAts\n"
    "- 11. (C/NF) First \x1B[1m text \xFF.\n"
    "12. (S) \xC3\x89t\xC3\xA9. 2. Text without mark.\n"
    "orphan text\n"
    "ROE\n"
    "NNNN\n"
    "2006ARCADIA00042 - Classification: CONFIDENTIAL\n";

ShortText short_text(Span at, std::string_view value) {
  ShortText text;
  text.assign(at, value);
  return text;
}

}  // namespace

FilledCable::FilledCable() : source("boxes/a \"b\".txt", std::string(kText)) {
  cable.at = {0, static_cast<std::uint32_t>(kText.size())};
  cable.partial_extract = true;
  cable.record = {.at = span("2006ARCADIA00042 - Classification: CONFIDENTIAL"),
                  .id = span("2006ARCADIA00042"),
                  .classification = span("CONFIDENTIAL"),
                  .level = Level::C,
                  .year = 2006,
                  .post = span("ARCADIA", 3),
                  .number = 42};
  const Day day = day_of(2006, 6, 22).value();
  cable.date = {.at = span("221516Z JUN 06"),
                .earliest = day,
                .latest = day,
                .basis = DateBasis::dtg,
                .precision = Precision::day};
  cable.date_hint = {.at = span("06/25/2016"),
                     .earliest = day_of(2006, 1, 1).value(),
                     .latest = day_of(2006, 12, 31).value(),
                     .basis = DateBasis::declassification,
                     .precision = Precision::inferred};
  fill_heading();
  fill_markings();
  fill_body();
}

Span FilledCable::span(std::string_view text, std::size_t nth) const {
  std::size_t at = source.bytes().find(text);
  for (; nth > 0 && at != std::string_view::npos; --nth) at = source.bytes().find(text, at + 1);
  if (at == std::string_view::npos) throw std::logic_error("not in the cable: " + std::string(text));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())};
}

Range FilledCable::spans(std::initializer_list<Span> items) {
  const Range range{static_cast<std::uint32_t>(cable.spans.size()), static_cast<std::uint32_t>(items.size())};
  cable.spans.insert(cable.spans.end(), items);
  return range;
}

Range FilledCable::addressee(const Addressee& addressee) {
  cable.addressees.push_back(addressee);
  return {static_cast<std::uint32_t>(cable.addressees.size() - 1), 1};
}

Range FilledCable::short_texts(std::initializer_list<ShortText> items) {
  const Range range{static_cast<std::uint32_t>(cable.short_texts.size()),
                    static_cast<std::uint32_t>(items.size())};
  cable.short_texts.insert(cable.short_texts.end(), items);
  return range;
}

void FilledCable::fill_heading() {
  TransmissionHeading& h = cable.heading.emplace();
  h.at = cover(span("VZCZCXRO0001"), span("XMT AMEMBASSY UTOPIA"));
  h.transmission = span("VZCZCXRO0001");
  h.relay = span("PP RUEHXA RUEHXB");
  h.relay_precedence = span("PP");
  h.routing = spans({span("RUEHXA"), span("RUEHXB")});
  h.station = span("RUEHAR");
  h.serial = span("0042");
  h.section = span("01", 1);
  h.julian = span("1731516");
  h.julian_day = 173;
  h.julian_minute = 15 * 60 + 16;
  h.julian_valid = true;
  h.security = span("ZNY CCCCC");
  h.prosign = span("ZNY");
  h.letters = span("CCCCC");
  h.level = Level::C;
  h.signals = spans({span("ZZH")});
  h.precedence = {span("P 221516Z").offset, 1};
  h.dtg = span("221516Z JUN 06");
  h.dtg_valid = true;
  h.dtg_day = day_of(2006, 6, 22).value();
  h.dtg_minute = 15 * 60 + 16;
  h.from = span("AMEMBASSY ARCADIA");
  h.to = addressee({.at = span("RUEHC/SECSTATE  WASHDC PRIORITY 0233"),
                    .routing = span("RUEHC"),
                    .name = span("SECSTATE  WASHDC"),
                    .precedence = span("PRIORITY"),
                    .number = span("0233")});
  h.info = addressee({.at = span("AMCONSUL ELDORADO"),
                      .routing = {},
                      .name = span("AMCONSUL ELDORADO"),
                      .precedence = {},
                      .number = {}});
  h.xmt = addressee({.at = span("AMEMBASSY UTOPIA"),
                     .routing = {},
                     .name = span("AMEMBASSY UTOPIA"),
                     .precedence = {},
                     .number = {}});
  h.collapsed = true;
}

void FilledCable::fill_markings() {
  const Section section{span("SECTION 01 OF 02"), 1, 2, Level::C};
  cable.classification = {.at = span("C O N F I D E N T I A L EFTO SECTION 01 OF 02 ARCADIA 000042"),
                          .text = span("C O N F I D E N T I A L"),
                          .level = Level::C,
                          .controls = spans({span("EFTO")}),
                          .section = section,
                          .post = span("ARCADIA", 1),
                          .message_number = span("000042")};
  cable.sections = {section};
  cable.captions = {{span("SIPDIS"), span("SIPDIS")}, {span("NOFORN"), span("NOFORN")}};
  cable.passing = {{span("DEPT FOR\n  EUR/XX"), span("DEPT FOR\n  EUR/XX")}};

  Declassification& d = cable.declassification.emplace();
  d.at = span("E.O. 12958: DECL: 06/25/2016 X1 DNG: U 06/25/2010");
  d.text = span("DECL: 06/25/2016 X1 DNG: U 06/25/2010");
  d.order = span("12958");
  d.kind = DeclassificationKind::date;
  d.date = span("06/25/2016");
  d.day = day_of(2016, 6, 25);
  d.form = DateForm::complete;
  d.codes = short_texts({short_text(span("X1"), "X1")});
  d.has_decl = true;
  d.downgrade = span("DNG: U 06/25/2010");
  d.downgrade_level = Level::U;
  d.downgrade_day = day_of(2010, 6, 25);

  Declassification& second = cable.more_declassifications.emplace_back();
  second.at = span("E.O. 12958: DECL: UPON +10 YEARS AFTER THE REGATTA");
  second.text = span("DECL: UPON +10 YEARS AFTER THE REGATTA");
  second.order = span("12958", 1);
  second.kind = DeclassificationKind::offset;
  second.event = span("AFTER THE REGATTA");
  second.offset_years = 10;
  second.century_inferred = true;
  second.day_first = true;
  second.has_decl = true;

  Authority& a = cable.authority.emplace();
  a.at = span(
      "Classified By: Classified By: DCM Jan \"Roe\", DEPUTY, Reasons 1.4(b), 1.4. Derived From: GUIDE 1");
  a.text = {a.at.offset + 15, a.at.length - 15};
  a.classified_by = span("Jan \"Roe\"");
  a.title = span("DEPUTY");
  a.derived_from = span("GUIDE 1");
  a.reasons = short_texts({short_text(span("1.4(b)"), "1.4(b)"), short_text(span("1.4", 1), "1.4")});
  a.doubled = true;
}

void FilledCable::fill_body() {
  cable.tags = {{span("prel"), span("prel"), {}, TagKind::subject, false},
                {span("[OVIP](#) (DOE, JANE)"), span("OVIP"), span("DOE, JANE"), TagKind::person, true}};
  cable.tags_at = span("TAGS: prel, [OVIP](#) (DOE, JANE)");
  const Mark unclassified{span("(U)"), {span("(U)").offset + 1, 1}, Level::U, {}};
  cable.subject = {span("SUBJECT: (U) HARBOUR LIGHTS\r\n  OF ARCADIA"),
                   span("HARBOUR LIGHTS\r\n  OF ARCADIA"), unclassified};
  cable.more_subjects = {{span("SUBJECT: SECOND"), span("SECOND"), {}}};
  cable.references = {{.at = span("A) 03 UTOPIA 532 (NOTAL)"),
                       .label = {span("A) 03 UTOPIA").offset, 1},
                       .text = span("03 UTOPIA 532 (NOTAL)"),
                       .kind = ReferenceKind::cable,
                       .origin = span("UTOPIA", 1),
                       .number = span("532"),
                       .year = 2003,
                       .notes = spans({span("NOTAL")})},
                      {.at = span("B) E-MAIL"),
                       .label = {span("B) E-MAIL").offset, 1},
                       .text = span("E-MAIL"),
                       .kind = ReferenceKind::other,
                       .origin = {},
                       .number = {},
                       .year = 0,
                       .notes = {}}};
  cable.references_at = span("REF: A) 03 UTOPIA 532 (NOTAL) B) E-MAIL");
  cable.entire_text = {span("C - ENTIRE TEXT"), {span("C - ENTIRE TEXT").offset, 1}, Level::C, {}};

  const Span heading = span("Les For\xC3\xAAts");
  cable.headings = {{heading, heading}};
  Paragraph& first = cable.paragraphs.emplace_back();
  first.at = span("- 11. (C/NF) First \x1B[1m text \xFF.");
  first.printed = span("11.");
  first.printed.length = 2;
  first.number = 1;
  first.style = NumberStyle::pilcrow_digit;
  first.bullet = true;
  first.mark = {span("(C/NF)"), span("C/NF"), Level::C, {}};
  first.mark->controls = spans({{span("C/NF").offset + 2, 2}});
  first.heading = heading;
  first.text = span("First \x1B[1m text \xFF.");
  Paragraph& second = cable.paragraphs.emplace_back();
  second.at = span("12. (S) \xC3\x89t\xC3\xA9.");
  second.printed = {second.at.offset, 2};
  second.number = 2;
  second.style = NumberStyle::pilcrow_digit;
  second.mark = {span("(S)"), {span("(S)").offset + 1, 1}, Level::S, {}};
  second.text = span("\xC3\x89t\xC3\xA9.");
  Paragraph& third = cable.paragraphs.emplace_back();
  third.at = span("2. Text without mark.");
  third.text = span("Text without mark.");

  cable.unnumbered = {{span("orphan text"), span("orphan text")}};
  cable.boundaries = {{span("First"), BoundaryPart::summary, BoundaryEdge::begin},
                      {span("orphan text"), BoundaryPart::comment, BoundaryEdge::end}};
  cable.banner = {cable.classification->at, cable.classification->text, Level::C,
                  spans({span("EFTO"), span("NOFORN")})};
  cable.controlled_marks = {*cable.paragraphs.front().mark};
  cable.signature = {span("ROE\n").offset, 3};
  cable.closing_serial = span("0042");
  cable.end_of_message = span("NNNN");
  CutPart cut;
  cut.amount = {150, true};
  cut.what = cut.unit = "line";
  cable.cut_parts = {cut};
  Redaction redaction;
  redaction.at = span("orphan text");
  redaction.part = ElementKind::text;
  redaction.parts = {0, 1};
  redaction.codes = short_texts({short_text(span("orphan"), "B3")});
  redaction.statute = span("text", 1);
  cable.redactions = {redaction};
  cable.noise = {{span("This record is a partial extract."), NoiseKind::partial_extract},
                 {span("[OVIP](#)"), NoiseKind::link}};
  cable.elements = {{span("This record is a partial extract.\n"), ElementKind::partial_extract},
                    {span("SIPDIS\n"), ElementKind::caption}};
}

}  // namespace cablelint::tests
