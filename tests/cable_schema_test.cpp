#include <cablelint/cable_schema.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <cablelint/arena.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/expression/schema.hpp>
#include <cablelint/json_text.hpp>

#include "support/filled_cable.hpp"

namespace {

using cablelint::Arena;
using cablelint::Cable;
using cablelint::CableTypes;
using cablelint::Span;
using cablelint::expression::Context;
using cablelint::expression::Field;
using cablelint::expression::Kind;
using cablelint::expression::ObjectType;
using cablelint::expression::Scalar;
using cablelint::expression::Schema;
using cablelint::expression::Type;
using cablelint::expression::Value;

struct Reading {
  explicit Reading(const Cable& cable, std::string_view source)
      : types(cablelint::add_cable_types(schema)), context{arena, source, &cable, &schema, nullptr} {}

  Schema schema;
  CableTypes types;
  Arena arena;
  Context context;
};

Kind kind_of(Type::Kind kind) {
  switch (kind) {
    case Type::Kind::boolean:
      return Kind::boolean;
    case Type::Kind::integer:
      return Kind::integer;
    case Type::Kind::string:
      return Kind::string;
    case Type::Kind::list:
      return Kind::list;
    case Type::Kind::timestamp:
      return Kind::timestamp;
    case Type::Kind::date:
      return Kind::date;
    case Type::Kind::level:
      return Kind::level;
    case Type::Kind::object:
      return Kind::object;
    default:
      return Kind::error;
  }
}

std::string text_of(const Value& value) {
  switch (value.kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return value.boolean ? "true" : "false";
    case Kind::string: {
      std::string text;
      cablelint::append_json_string(text, value.string());
      return text;
    }
    case Kind::date:
      return cablelint::iso(static_cast<cablelint::Day>(value.integer));
    case Kind::level:
      return std::string(portion_form(static_cast<cablelint::Level>(value.integer)));
    default:
      return std::to_string(value.integer);
  }
}

/// A field that is read as a number says the same as its value.
void check_scalar(const Field& field, const Value& object, const Value& value, Reading& in) {
  const std::int64_t number = field.scalar.get(object.pointer, in.context);
  if (value.kind == Kind::null || number == Scalar::kAbsent) {
    BOOST_TEST((value.kind == Kind::null && number == Scalar::kAbsent), field.name);
  } else if (field.scalar.word != nullptr) {
    BOOST_TEST(field.scalar.word(number) == value.string(), field.name);
  } else {
    BOOST_TEST(number == (value.kind == Kind::boolean ? (value.boolean ? 1 : 0) : value.integer), field.name);
  }
}

// "paragraphs[0].mark.level C @684+4", one line a leaf; the place is left out where it is that of the object
// around.
void dump(const Value& value, const Type& type, const std::string& path, Span around, Reading& in,
          std::vector<std::string>& lines) {
  if (value.kind != Kind::null) BOOST_TEST((value.kind == kind_of(type.kind)), path);
  if (value.kind == Kind::object) {
    BOOST_TEST(value.object_type == type.object_type, path);
    const ObjectType& object = in.schema.type(value.object_type);
    const Span place = cablelint::expression::origin_of(value, in.context);
    BOOST_TEST((object.origin(value.pointer) == place), path);
    for (const Field& field : object.fields) {
      const Value member = field.get(value.pointer, field, in.context);
      BOOST_TEST((field.optional || member.kind != Kind::null), path << '.' << field.name);
      if (field.scalar.get != nullptr) check_scalar(field, value, member, in);
      dump(member, field.type, path.empty() ? field.name : path + '.' + field.name, place, in, lines);
    }
    return;
  }
  if (value.kind == Kind::list && value.size > 0) {
    for (std::uint32_t i = 0; i < value.size; ++i)
      dump(item(value, i, in.context), type.arguments[0], path + '[' + std::to_string(i) + ']', value.origin,
           in, lines);
    return;
  }
  std::string line = path + ' ' + (value.kind == Kind::list ? "[]" : text_of(value));
  if (value.origin && value.origin != around)
    line += " @" + std::to_string(value.origin.offset) + '+' + std::to_string(value.origin.length);
  lines.push_back(line);
}

std::string dump(const Cable& cable, std::string_view source) {
  Reading in(cable, source);
  std::vector<std::string> lines;
  dump(Value::of_object(&cable, in.types.cable, cable.at), cablelint::expression::object(in.types.cable), "",
       {}, in, lines);
  std::string text;
  for (const std::string& line : lines)
    if (!line.starts_with("text ")) text += line + '\n';
  return text;
}

Value field(std::string_view name, const void* object, std::uint16_t type, Reading& in) {
  for (const Field& field : in.schema.type(type).fields)
    if (field.name == name) return field.get(object, field, in.context);
  BOOST_FAIL("no field " << name);
  return {};
}

// clang-format off
constexpr std::string_view kFilled = R"j(
partial_extract true
record.id "2006ARCADIA00042" @768+16
record.classification "CONFIDENTIAL" @803+12
record.level C @803+12
record.year 2006 @768+16
record.post "ARCADIA" @772+7
record.number 42 @768+16
cable_date.earliest 2006-06-22
cable_date.latest 2006-06-22
cable_date.year 2006
cable_date.basis "dtg"
cable_date.precision "day"
cable_date_hint.earliest 2006-01-01
cable_date_hint.latest 2006-12-31
cable_date_hint.year 2006
cable_date_hint.basis "declassification"
cable_date_hint.precision "inferred"
heading.transmission "VZCZCXRO0001" @34+12
heading.relay.precedence "PP" @47+2
heading.relay.routing[0] "RUEHXA" @50+6
heading.relay.routing[1] "RUEHXB" @57+6
heading.station "RUEHAR" @67+6
heading.serial "0042" @75+4
heading.section 1 @80+2
heading.julian "1731516" @83+7
heading.julian_day 173 @83+7
heading.julian_minute 916 @83+7
heading.julian_valid true @83+7
heading.security.prosign "ZNY" @91+3
heading.security.letters "CCCCC" @95+5
heading.security.level C @95+5
heading.signals[0] "ZZH"
heading.precedence "P" @105+1
heading.dtg "221516Z JUN 06" @107+14
heading.dtg_valid true @107+14
heading.day 2006-06-22 @107+14
heading.minute 916 @107+14
heading.time 1150989360 @107+14
heading.from "AMEMBASSY ARCADIA" @125+17
heading.to[0].routing "RUEHC" @146+5
heading.to[0].name "SECSTATE WASHDC" @152+16
heading.to[0].precedence "PRIORITY" @169+8
heading.to[0].number "0233" @178+4
heading.info[0].routing null
heading.info[0].name "AMCONSUL ELDORADO"
heading.info[0].precedence null
heading.info[0].number null
heading.xmt[0].routing null
heading.xmt[0].name "AMEMBASSY UTOPIA"
heading.xmt[0].precedence null
heading.xmt[0].number null
heading.collapsed true
classification.text "C O N F I D E N T I A L" @227+23
classification.level C @227+23
classification.controls[0] "EFTO"
classification.section.number 1
classification.section.of 2
classification.section.level C
classification.post "ARCADIA" @273+7
classification.message_number "000042" @281+6
sections[0].number 1
sections[0].of 2
sections[0].level C
captions[0] "SIPDIS" @288+6
captions[1] "NOFORN" @295+6
passing[0] "DEPT FOR EUR/XX"
declassification.text "DECL: 06/25/2016 X1 DNG: U 06/25/2010" @332+37
declassification.order "12958" @325+5
declassification.kind "date" @332+37
declassification.date 2016-06-25 @338+10
declassification.date_text "06/25/2016" @338+10
declassification.date_form "complete" @338+10
declassification.century_inferred false @338+10
declassification.day_first false @338+10
declassification.codes[0] "X1"
declassification.event null
declassification.offset_years null
declassification.has_decl true
declassification.downgrade.level U
declassification.downgrade.date 2010-06-25
more_declassifications[0].text "DECL: UPON +10 YEARS AFTER THE REGATTA" @382+38
more_declassifications[0].order "12958" @375+5
more_declassifications[0].kind "offset" @382+38
more_declassifications[0].date null
more_declassifications[0].date_text null
more_declassifications[0].date_form "complete"
more_declassifications[0].century_inferred true
more_declassifications[0].day_first true
more_declassifications[0].codes []
more_declassifications[0].event "AFTER THE REGATTA" @403+17
more_declassifications[0].offset_years 10 @382+38
more_declassifications[0].has_decl true
more_declassifications[0].downgrade null
tags[0].code "PREL"
tags[0].kind "subject"
tags[0].argument null
tags[0].link false
tags[1].code "OVIP" @434+4
tags[1].kind "person" @434+4
tags[1].argument "DOE, JANE" @444+9
tags[1].link true
tags_line "TAGS: prel, [OVIP](#) (DOE, JANE)" @421+33
subject.text "HARBOUR LIGHTS OF ARCADIA" @468+28
subject.mark.text "U" @465+1
subject.mark.level U @465+1
subject.mark.controls []
subject.mark.countries []
more_subjects[0].text "SECOND" @506+6
more_subjects[0].mark null
references[0].label "A" @518+1
references[0].kind "cable"
references[0].text "03 UTOPIA 532 (NOTAL)" @521+21
references[0].origin "UTOPIA" @524+6
references[0].number "532" @531+3
references[0].year 2003
references[0].notes[0] "NOTAL"
references[1].label "B" @543+1
references[1].kind "other"
references[1].text "E-MAIL" @546+6
references[1].origin null
references[1].number null
references[1].year null
references[1].notes []
references_line "REF: A) 03 UTOPIA 532 (NOTAL) B) E-MAIL" @513+39
authority.text "Classified By: DCM Jan \"Roe\", DEPUTY, Reasons 1.4(b), 1.4. Derived From: GUIDE 1" @568+80
authority.classified_by "Jan \"Roe\"" @587+9
authority.title "DEPUTY" @598+6
authority.derived_from "GUIDE 1" @641+7
authority.reasons[0] "1.4(b)" @614+6
authority.reasons[1] "1.4" @622+3
authority.doubled true
entire_text.text "C" @649+1
entire_text.level C @649+1
entire_text.controls []
entire_text.countries []
paragraphs[0].number 1 @680+2
paragraphs[0].printed "11" @680+2
paragraphs[0].style "pilcrow-digit" @680+2
paragraphs[0].bullet true
paragraphs[0].mark.text "C/NF" @685+4
paragraphs[0].mark.level C @685+4
paragraphs[0].mark.controls[0] "NF"
paragraphs[0].mark.countries []
paragraphs[0].heading "Les Forêts" @666+11
paragraphs[0].text "First \u001b[1m text �." @691+18
paragraphs[0].lower_start false @691+18
paragraphs[0].lost_quote false @691+18
paragraphs[1].number 2 @710+2
paragraphs[1].printed "12" @710+2
paragraphs[1].style "pilcrow-digit" @710+2
paragraphs[1].bullet false
paragraphs[1].mark.text "S" @715+1
paragraphs[1].mark.level S @715+1
paragraphs[1].mark.controls []
paragraphs[1].mark.countries []
paragraphs[1].heading null
paragraphs[1].text "Été." @718+6
paragraphs[1].lower_start false @718+6
paragraphs[1].lost_quote false @718+6
paragraphs[2].number null
paragraphs[2].printed null
paragraphs[2].style "none"
paragraphs[2].bullet false
paragraphs[2].mark null
paragraphs[2].heading null
paragraphs[2].text "Text without mark." @728+18
paragraphs[2].lower_start false @728+18
paragraphs[2].lost_quote false @728+18
highest_portion S @714+3
unnumbered[0].text "orphan text"
headings[0].text "Les Forêts"
signature "ROE" @759+3
boundaries[0].part "summary"
boundaries[0].edge "begin"
boundaries[0].text "First"
boundaries[1].part "comment"
boundaries[1].edge "end"
boundaries[1].text "orphan text"
banner.text "C O N F I D E N T I A L" @227+23
banner.level C @227+23
banner.controls[0] "EFTO" @251+4
banner.controls[1] "NOFORN" @295+6
banner.countries []
controlled_marks[0].text "C/NF" @685+4
controlled_marks[0].level C @685+4
controlled_marks[0].controls[0] "NF"
controlled_marks[0].countries []
end_of_message true @763+4
closing_serial "0042" @75+4
redactions[0].text "orphan text"
redactions[0].form "bracket"
redactions[0].kind "line"
redactions[0].quantity "1.5 lines"
redactions[0].codes[0] "B3"
redactions[0].statute "text" @754+4
redactions[0].status null
redactions[0].case_number null
redactions[0].document_number null
redactions[0].date null
redactions[0].part "text"
redactions[0].survivor null
redactions[0].length_match null
noise[0].kind "partial-extract"
noise[0].text "This record is a partial extract."
noise[1].kind "link"
noise[1].text "[OVIP](#)"
elements[0].kind "partial-extract"
elements[0].text "This record is a partial extract."
elements[1].kind "caption"
elements[1].text "SIPDIS"
release null
)j";

constexpr std::string_view kEmpty = R"(
partial_extract false
record null
cable_date null
cable_date_hint null
heading null
classification null
sections []
captions []
passing []
declassification null
more_declassifications []
tags []
tags_line null
subject null
more_subjects []
references []
references_line null
authority null
entire_text null
paragraphs []
highest_portion null
unnumbered []
headings []
signature null
boundaries []
banner null
controlled_marks []
end_of_message false
closing_serial null
redactions []
noise []
elements []
release null
)";
// clang-format on

}  // namespace

BOOST_AUTO_TEST_SUITE(cable_schema_test)

BOOST_AUTO_TEST_CASE(every_field_of_a_filled_cable) {
  const cablelint::tests::FilledCable filled;
  BOOST_TEST("\n" + dump(filled.cable, filled.source.bytes()) == kFilled);
}

BOOST_AUTO_TEST_CASE(every_field_of_an_empty_cable) {
  BOOST_TEST("\n" + dump(Cable{}, "") == kEmpty);
}

BOOST_AUTO_TEST_CASE(every_field_of_empty_parts) {
  const Cable cable;
  Reading in(cable, "");
  const cablelint::Record record;
  const cablelint::CableDate date;
  const cablelint::TransmissionHeading heading;
  const cablelint::Addressee addressee;
  const cablelint::Classification classification;
  const cablelint::Section section;
  const cablelint::Declassification declassification;
  const cablelint::Tag tag;
  const cablelint::Subject subject;
  const cablelint::Mark mark;
  const cablelint::Reference reference;
  const cablelint::Authority authority;
  const cablelint::Paragraph paragraph;
  const cablelint::Boundary boundary;
  const cablelint::Caption text;
  const cablelint::Noise noise;
  const cablelint::Element element;
  const cablelint::Redaction redaction;
  const struct {
    std::uint16_t type;
    const void* object;
  } parts[] = {
      {in.types.cable, &cable},
      {in.types.record, &record},
      {in.types.cable_date, &date},
      {in.types.heading, &heading},
      {in.types.relay, &heading},
      {in.types.security, &heading},
      {in.types.addressee, &addressee},
      {in.types.classification, &classification},
      {in.types.section, &section},
      {in.types.declassification, &declassification},
      {in.types.downgrade, &declassification},
      {in.types.tag, &tag},
      {in.types.subject, &subject},
      {in.types.mark, &mark},
      {in.types.reference, &reference},
      {in.types.authority, &authority},
      {in.types.paragraph, &paragraph},
      {in.types.boundary, &boundary},
      {in.types.body_text, &text},
      {in.types.noise, &noise},
      {in.types.element, &element},
      {in.types.redaction, &redaction},
      {in.types.release, &cable},
  };
  BOOST_TEST(std::size(parts) == in.schema.size());
  for (const auto& part : parts) {
    const ObjectType& type = in.schema.type(part.type);
    for (const Field& field : type.fields) {
      const Value value = field.get(part.object, field, in.context);
      const bool null = field.optional && value.kind == Kind::null;
      BOOST_TEST((null || value.kind == kind_of(field.type.kind)), type.name << '.' << field.name);
      if (value.kind == Kind::string && field.name != "kind" && field.name != "style" &&
          field.name != "basis" && field.name != "precision" && field.name != "date_form" &&
          field.name != "part" && field.name != "edge" && field.name != "form")
        BOOST_TEST(value.string().empty(), type.name << '.' << field.name);
    }
  }
}

BOOST_AUTO_TEST_CASE(declarations_are_complete) {
  const Cable cable;
  Reading in(cable, "");
  for (std::uint16_t index = 0; index < in.schema.size(); ++index) {
    const ObjectType& type = in.schema.type(index);
    BOOST_TEST(!type.name.empty());
    BOOST_TEST(type.doc.ends_with('.'), type.name);
    BOOST_TEST(type.stride > 0U, type.name);
    BOOST_TEST((type.origin != nullptr), type.name);
    std::vector<std::string_view> names;
    for (const Field& field : type.fields) {
      BOOST_TEST(field.doc.ends_with('.'), type.name << '.' << field.name);
      BOOST_TEST((field.get != nullptr), type.name << '.' << field.name);
      BOOST_TEST((std::find(names.begin(), names.end(), field.name) == names.end()),
                 type.name << '.' << field.name);
      names.push_back(field.name);
      if (field.type.kind == Type::Kind::object)
        BOOST_TEST(field.type.object_type < index, type.name << '.' << field.name);
      if (field.type.kind == Type::Kind::list)
        BOOST_TEST(field.type.arguments.size() == 1U, type.name << '.' << field.name);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_whole_text_is_not_folded) {
  const cablelint::tests::FilledCable filled;
  Reading in(filled.cable, filled.source.bytes());
  const Value text = field("text", &filled.cable, in.types.cable, in);
  BOOST_TEST((text.string().data() == filled.source.bytes().data()));
  BOOST_TEST(text.string().size() == filled.source.bytes().size());
  BOOST_TEST((text.origin == filled.cable.at));
}

BOOST_AUTO_TEST_CASE(highest_portion) {
  using cablelint::Level;
  using cablelint::Mark;
  const auto highest = [](std::optional<Level> entire,
                          std::initializer_list<std::optional<Level>> paragraphs) {
    Cable cable;
    if (entire) cable.entire_text = Mark{{0, 1}, {}, entire, {}};
    std::uint32_t at = 1;
    for (const auto& level : paragraphs) {
      cable.paragraphs.emplace_back().mark = Mark{{at, 1}, {}, level, {}};
      ++at;
    }
    cable.paragraphs.emplace_back();
    Reading in(cable, "");
    const Value value = field("highest_portion", &cable, in.types.cable, in);
    return text_of(value) + (value.origin ? '@' + std::to_string(value.origin.offset) : "");
  };
  BOOST_TEST(highest({}, {}) == "null");
  BOOST_TEST(highest({}, {std::nullopt}) == "null");
  BOOST_TEST(highest({}, {Level::U, Level::S, std::nullopt, Level::S, Level::C}) == "S@2");
  BOOST_TEST(highest(Level::TS, {Level::C}) == "TS@0");
  BOOST_TEST(highest(Level::U, {Level::C}) == "C@1");
}

BOOST_AUTO_TEST_CASE(section_of_the_serial_number) {
  const struct {
    std::string_view digits;
    const char* expected;
  } cases[] = {{"02", "2"}, {"x2", "null"}, {"", "null"}, {"99999999999999999999", "null"}};
  for (const auto& c : cases) {
    Cable cable;
    cable.heading.emplace().section = {0, static_cast<std::uint32_t>(c.digits.size())};
    Reading in(cable, c.digits);
    BOOST_TEST(text_of(field("section", &*cable.heading, in.types.heading, in)) == c.expected);
  }
}

BOOST_AUTO_TEST_CASE(countries_of_a_mark) {
  const struct {
    std::string_view control;
    const char* expected;
  } cases[] = {{"REL TO USA, GBR", "USA GBR"},
               {"rel uk", "uk"},
               {"REL TO USA and AUS", "USA AUS"},
               {"REL TO", ""},
               {"RELIDO", ""},
               {"NF", ""},
               {"DISPLAY ONLY IRQ", ""},
               {"REL TO USA,\n  GBR", "USA GBR"}};
  for (const auto& c : cases) {
    Cable cable;
    cable.spans = {{0, static_cast<std::uint32_t>(c.control.size())}};
    const cablelint::Mark mark{{0, 1}, {0, 1}, {}, {0, 1}};
    Reading in(cable, c.control);
    const Value list = field("countries", &mark, in.types.mark, in);
    std::string found;
    for (std::uint32_t i = 0; i < list.size; ++i) {
      const Value code = item(list, i, in.context);
      BOOST_TEST(c.control.substr(code.origin.offset, code.origin.length) == code.string());
      found += (i > 0 ? " " : "") + std::string(code.string());
    }
    BOOST_TEST(found == c.expected, c.control << ": " << found);
  }
}

BOOST_AUTO_TEST_CASE(what_is_lost_of_a_paragraph) {
  const struct {
    std::string_view text;
    bool lower_start, lost_quote;
  } cases[] = {{"", false, false},
               {"The fair opened.", false, false},
               {"on Friday.", true, false},
               {R"(He said "yes" and "no.")", false, false},
               {R"(He said "yes, and left)", false, false},
               {R"(and left." She stayed.)", true, false},
               {R"(He said "a good start" of the season," she wrote.)", false, true},
               {R"(He said," yes," and "no.")", false, false},
               {R"(He called it "a "good" start" then.)", false, false}};
  for (const auto& c : cases) {
    Cable cable;
    cablelint::Paragraph& paragraph = cable.paragraphs.emplace_back();
    paragraph.at = paragraph.text = {0, static_cast<std::uint32_t>(c.text.size())};
    Reading in(cable, c.text);
    BOOST_TEST(field("lower_start", &paragraph, in.types.paragraph, in).boolean == c.lower_start, c.text);
    BOOST_TEST(field("lost_quote", &paragraph, in.types.paragraph, in).boolean == c.lost_quote, c.text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
