// What a parsed cable knows of its controls, of its summaries and comments, and of its end.

#include <string>

#include <boost/test/unit_test.hpp>

#include <cablelint/cable_names.hpp>
#include <cablelint/level.hpp>
#include <cablelint/parse.hpp>

#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;

struct Parsed {
  explicit Parsed(const std::string& text) : source("cable", text) {
    const Parser parser(tests::shipped_rules().vocabulary());
    parser.parse(source, cable);
  }

  [[nodiscard]] std::string text(Span span) const { return std::string(source.text(span)); }
  [[nodiscard]] std::string shown(const Mark& mark) const {
    std::string out(mark.level ? portion_form(*mark.level) : "-");
    for (std::uint32_t i = 0; i < mark.controls.count; ++i)
      out += '|' + text(cable.spans[mark.controls.begin + i]);
    return out;
  }
  [[nodiscard]] std::string post() const {
    return cable.classification ? text(cable.classification->post) : "";
  }

  Source source;
  Cable cable;
};

std::string cable(const std::string& line, const std::string& captions, const std::string& text) {
  return line + "\n\n" + captions +
         "\n\nE.O. 12958: DECL: 05/04/2015\nTAGS: PREL\nSUBJECT: HARBOR FAIR OPENS\n\n" + text + "\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(controls_test)

BOOST_AUTO_TEST_CASE(banner_of_line_and_captions) {
  const struct {
    const char* line;
    const char* captions;
    const char* banner;
    const char* post;
  } cases[] = {
      {"SECRET ARCADIA 000042", "SIPDIS", "S|SIPDIS", "ARCADIA"},
      {"SECRET//NOFORN ARCADIA 000042", "SIPDIS", "S|NOFORN|SIPDIS", "ARCADIA"},
      {"S E C R E T//SI/TK//NOFORN TEL AVIV 000042", "", "S|SI|TK|NOFORN", "TEL AVIV"},
      {"SECRET//SI-XYZ/TK//NOFORN ARCADIA 000042", "", "S|SI-XYZ|TK|NOFORN", "ARCADIA"},
      {"SECRET//REL TO USA, AUS, GBR ARCADIA 000042", "", "S|REL TO USA, AUS, GBR", "ARCADIA"},
      {"SECRET//SI//REL TO USA, GBR ARCADIA 000042", "", "S|SI|REL TO USA, GBR", "ARCADIA"},
      {"SECRET//SI/REL TO USA, GBR ARCADIA 000042", "", "S|SI|REL TO USA, GBR", "ARCADIA"},
      {"CONFIDENTIAL ARCADIA 000042", "NOFORN\nREL TO USA, GBR", "C|NOFORN|REL TO USA, GBR", "ARCADIA"},
      {"CONFIDENTIAL ARCADIA 000042", "ROGER CHANNEL", "C", "ARCADIA"},
      {"CONFIDENTIAL ARCADIA 000042 NODIS", "", "C|NODIS", "ARCADIA"},
  };
  for (const auto& c : cases) {
    const Parsed parsed(cable(c.line, c.captions, "1. (C) Text."));
    BOOST_REQUIRE(parsed.cable.banner.has_value());
    BOOST_TEST(parsed.shown(*parsed.cable.banner) == c.banner, c.line);
    BOOST_TEST(parsed.post() == c.post, c.line);
  }
  BOOST_TEST(!Parsed("1. (C) Text.").cable.banner.has_value());
}

BOOST_AUTO_TEST_CASE(marks_that_say_more_than_usual) {
  const struct {
    const char* captions;
    const char* text;
    const char* marks;
  } cases[] = {
      {"SIPDIS", "1. (C) Text.", ""},
      {"NOFORN", "1. (C/NF) Text.\n\n2. (U) Text.", ""},
      {"NOFORN", "1. (C/NF) Text.\n\n2. (U/NF) Text.", "U|NF "},
      {"NOFORN", "1. (C/NF/NF) Text.", "C|NF|NF "},
      {"ORCON", "1. (S//OC) Text.", "C|ORCON S|OC "},
      {"SIPDIS", "1. (C//REL TO USA, GBR) Text.", "C|REL TO USA, GBR "},
  };
  for (const auto& c : cases) {
    const Parsed parsed(cable("CONFIDENTIAL ARCADIA 000042", c.captions, c.text));
    std::string marks;
    for (const Mark& mark : parsed.cable.controlled_marks) marks += parsed.shown(mark) + ' ';
    BOOST_TEST(marks == c.marks, c.text);
  }
}

BOOST_AUTO_TEST_CASE(boundaries_of_summaries_and_comments) {
  const struct {
    const char* text;
    const char* boundaries;
  } cases[] = {
      {"1. (C) Text.", ""},
      {"1. (C) Summary. Text. End summary.", "summary begin, summary end, "},
      {"1. (C) COMMENT:\nText\nEND\nCOMMENT.", "comment begin, comment end, "},
      {"SUMMARY\n-------\n\n1. (C) Text. (End summary and comment.)", "summary heading, summary end, "},
      {"1. (C) Begin comment. Text. End of comment.", "comment begin, comment end, "},
      {"1. (C) Summary executions. Text.", ""},
      {"1. (C) Text. End summary. More text.", "summary end, "},
      {"1. (C) Text. End summary. It closes at 9.", ""},
  };
  for (const auto& c : cases) {
    const Parsed parsed(cable("CONFIDENTIAL ARCADIA 000042", "SIPDIS", c.text));
    std::string found;
    for (const Boundary& b : parsed.cable.boundaries)
      found += std::string(name_of(b.part)) + ' ' + std::string(name_of(b.edge)) + ", ";
    BOOST_TEST(found == c.boundaries, c.text);
  }
}

BOOST_AUTO_TEST_CASE(serial_behind_the_text) {
  const auto serial = [](const std::string& end) {
    const Parsed parsed(cable("CONFIDENTIAL ARCADIA 000042", "SIPDIS", "1. (C) Text.\n\nEXAMPLE\n\n" + end));
    return parsed.text(parsed.cable.closing_serial);
  };
  BOOST_TEST(serial("BT\n#0042\nNNNN\n") == "0042");
  BOOST_TEST(serial("#0042/02\n\nNNNN\n") == "0042");
  BOOST_TEST(serial("NNNN\n").empty());
  BOOST_TEST(serial("").empty());
}

BOOST_AUTO_TEST_SUITE_END()
