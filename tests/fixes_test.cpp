#include <cablelint/fixes.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/fixing/propose.hpp>

#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;

/// A cable with these parts, the rest of it clean.
struct Parts {
  std::string opening;
  std::string captions = "SIPDIS\n";
  std::string order = "E.O. 12958: DECL: 05/04/2015\n";
  std::string tags = "TAGS: ETRD, PREL, PO\n";
  std::string authority = "Classified By: Economic Officer Pat Example, reasons 1.4 (b) and (d).\n";
  std::string text = "1. (C) The harbor fair opened.\n\n2. (C) It closes on Friday.\n";

  [[nodiscard]] std::string cable() const {
    return opening + "CONFIDENTIAL LISBON 000123\n\n" + captions + "\n" + order + tags +
           "SUBJECT: HARBOR FAIR OPENS\n\n" + authority + "\n" + text + "\nEXAMPLE\n";
  }
};

std::vector<Fix> fixes_of(std::string_view text) {
  const Vocabulary& words = tests::shipped_rules().vocabulary();
  const Parser parser(words);
  return Fixer(parser, words).find(Source::borrow("cable.txt", text));
}

std::string mend(const std::string& text) {
  return mended(text, fixes_of(text));
}

constexpr const char* kExtract =
    "This record is a partial extract of the original cable. The full text of the original cable is not "
    "available.\n\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(fixes_test)

BOOST_AUTO_TEST_CASE(nothing_to_mend) {
  BOOST_TEST(fixes_of("").empty());
  BOOST_TEST(fixes_of("\n").empty());
  BOOST_TEST(fixes_of(Parts().cable()).empty());
}

BOOST_AUTO_TEST_CASE(paragraph_numbers) {
  const std::string clean = Parts().text;
  const struct {
    std::string text, mended;
  } table[] = {
      {"11. (C) The harbor fair opened.\n\n12. (C) It closes on Friday.\n", clean},
      {"\xC2\xB6"
       "1. (C) The harbor fair opened.\n\n\xC2\xB6 2. (C) It closes on Friday.\n",
       clean},
      {"&para;1. (C) The harbor fair opened.\n\n\\P 2. (C) It closes on Friday.\n", clean},
      {"- 1. (C) The harbor fair opened.\n\n*  2. (C) It closes on Friday.\n", clean},
      {"- \\p 1. (C) The harbor fair opened.\n\n- 12. (C) It closes on Friday.\n", clean},
      {"11. (C) The harbor fair opened.\n\n2. (C) It closes on Friday.\n", clean},
      // A single number at the end that may as well be true; bullets that belong to a list.
      {"1. (C) The harbor fair opened.\n\n12. (C) It closes on Friday.\n",
       "1. (C) The harbor fair opened.\n\n12. (C) It closes on Friday.\n"},
      {"1. (C) The harbor fair opened:\n- on Monday,\n- on Tuesday.\n",
       "1. (C) The harbor fair opened:\n- on Monday,\n- on Tuesday.\n"},
      // Text before the number is not known for certain.
      {"11. (C) The harbor fair opened.\n\n15. (C) It closes on Friday.\n",
       "1. (C) The harbor fair opened.\n\n15. (C) It closes on Friday.\n"},
  };
  for (const auto& row : table)
    BOOST_TEST(mend(Parts{.text = row.text}.cable()) == Parts{.text = row.mended}.cable());
}

BOOST_AUTO_TEST_CASE(paragraph_numbers_of_extracts) {
  // An extract may begin with paragraph 11; a number behind it that is read as printed proves the contrary.
  const struct {
    std::string text, mended;
  } table[] = {
      {"11. (C) The harbor fair opened.\n\n12. (C) It closes on Friday.\n",
       "11. (C) The harbor fair opened.\n\n12. (C) It closes on Friday.\n"},
      {"11. (C) The harbor fair opened.\n\n\\P 2. (C) It closes on Friday.\n\n13. (U) Minimize.\n",
       "1. (C) The harbor fair opened.\n\n2. (C) It closes on Friday.\n\n3. (U) Minimize.\n"},
  };
  for (const auto& row : table) {
    BOOST_TEST(mend(Parts{.opening = kExtract, .text = row.text}.cable()) ==
               (Parts{.opening = kExtract, .text = row.mended}.cable()));
  }
}

BOOST_AUTO_TEST_CASE(links_in_tags) {
  const struct {
    std::string tags, mended;
  } table[] = {
      {"TAGS: [ETRD](#) [PREL](#) [PO](#)\n", "TAGS: ETRD PREL PO\n"},
      {"TAGS: [ETRD](http://example.org/ETRD), [PREL], PO\n", "TAGS: ETRD, PREL, PO\n"},
      {"TAGS: [ETRD](#)[PREL](#)PO\n", "TAGS: ETRD PREL PO\n"},
      {"TAGS: <a href=\"/tag/ETRD_0.html\">ETRD</a>, <a href=\"/tag/PREL_0.html\">PREL</a>\n",
       "TAGS: ETRD, PREL\n"},
      {"TAGS: [OVIP](#) (RICE, CONDOLEEZZA), [PREL](#)\n", "TAGS: OVIP (RICE, CONDOLEEZZA), PREL\n"},
      // Without its link EXAMPLE would be the name behind OVIP.
      {"TAGS: [OVIP](#) [EXAMPLE](#)\n", "TAGS: [OVIP](#) [EXAMPLE](#)\n"},
  };
  for (const auto& row : table)
    BOOST_TEST(mend(Parts{.tags = row.tags}.cable()) == Parts{.tags = row.mended}.cable());
}

BOOST_AUTO_TEST_CASE(captions) {
  const struct {
    std::string captions, mended;
  } table[] = {
      {"SIPDIS\n\nSIPDIS\n", "SIPDIS\n"},
      {"SIPDIS SIPDIS\n", "SIPDIS\n"},
      {"SIPDIS\nNOFORN, SIPDIS\n", "SIPDIS\nNOFORN\n"},
      {"SIPDIS\n\nSIPDIS\n\nSIPDIS\n", "SIPDIS\n"},
      {"VISAS DONKEY\nvisas donkey\n", "VISAS DONKEY\n"},
      // Who may see a cable is a mark, however often it is said.
      {"NOFORN\nNOFORN\n", "NOFORN\nNOFORN\n"},
      {"EXDIS EXDIS\n", "EXDIS EXDIS\n"},
      {"EYES ONLY\nEYES ONLY\n", "EYES ONLY\nEYES ONLY\n"},
      {"SENSITIVE SENSITIVE\n", "SENSITIVE SENSITIVE\n"},
      // A line between them stays.
      {"SIPDIS\nDEPT FOR EUR/WE\nSIPDIS\n", "SIPDIS\nDEPT FOR EUR/WE\nSIPDIS\n"},
  };
  for (const auto& row : table)
    BOOST_TEST(mend(Parts{.captions = row.captions}.cable()) == Parts{.captions = row.mended}.cable());
}

BOOST_AUTO_TEST_CASE(order_labels) {
  const struct {
    std::string order, mended;
  } table[] = {
      {"E.0. 12958: DECL: 05/04/2015\n", "E.O. 12958: DECL: 05/04/2015\n"},
      {"e.0. 12958: decl: 05/04/2015\n", "e.o. 12958: decl: 05/04/2015\n"},
      // Order and date are as they are, sound or not.
      {"E.O. 12598: DECL: 05/O4/2O15\n", "E.O. 12598: DECL: 05/O4/2O15\n"},
      {"E.0. 12958: DECL: 0S/04/2015\n", "E.O. 12958: DECL: 0S/04/2015\n"},
  };
  for (const auto& row : table)
    BOOST_TEST(mend(Parts{.order = row.order}.cable()) == Parts{.order = row.mended}.cable());
}

BOOST_AUTO_TEST_CASE(authority_line) {
  const struct {
    std::string line, mended;
  } table[] = {
      {"Classified By: Classified by Pat Example, Consul, reasons 1.4 (b).\n",
       "Classified By: Pat Example, Consul, reasons 1.4 (b).\n"},
      {"CLASSIFIED BY: CLASSIFIED BY: PAT EXAMPLE, CONSUL, REASONS 1.4 (B).\n",
       "CLASSIFIED BY: PAT EXAMPLE, CONSUL, REASONS 1.4 (B).\n"},
      {"Classified By: Classified By: Classified by Pat Example, Consul, reasons 1.4 (b).\n",
       "Classified By: Pat Example, Consul, reasons 1.4 (b).\n"},
      {"Classi fied By: Pat Example, Consul, reasons 1.4 (b).\n",
       "Classified By: Pat Example, Consul, reasons 1.4 (b).\n"},
      {"Classified By: Pat Example, Consul, rea sons 1.4 (b).\n",
       "Classified By: Pat Example, Consul, reasons 1.4 (b).\n"},
      {"CLASSIFIED BY: PAT EXAMPLE, CONSUL, REAS0NS 1.4 (B).\n",
       "CLASSIFIED BY: PAT EXAMPLE, CONSUL, REASONS 1.4 (B).\n"},
      {"Classified By: Pat Example, Consul, reas0ns 1.4 (b).\n",
       "Classified By: Pat Example, Consul, reasons 1.4 (b).\n"},
      // The line still ends once.
      {"CLASSIFIED BY: PAT EXAMPLE, CONSUL, REA\nSONS 1.4 (B).\n",
       "CLASSIFIED BY: PAT EXAMPLE, CONSUL, REASONS\n1.4 (B).\n"},
      {"CLASSIFIED BY: PAT EXAMPLE, CONSUL, REA\r\nS0N: 1.4 (B).\r\n",
       "CLASSIFIED BY: PAT EXAMPLE, CONSUL, REASON:\r\n1.4 (B).\r\n"},
      // Reasons and names stay.
      {"CLASSIFIED BY: PAT EXAMPLE, CONSUL, REASONS 1.\n4 (B).\n",
       "CLASSIFIED BY: PAT EXAMPLE, CONSUL, REASONS 1.\n4 (B).\n"},
      {"CLASSIFIED BY: PAT EXAMPLE, AMBASSAD0R, REASONS 1.4 (B).\n",
       "CLASSIFIED BY: PAT EXAMPLE, AMBASSAD0R, REASONS 1.4 (B).\n"},
  };
  for (const auto& row : table)
    BOOST_TEST(mend(Parts{.authority = row.line}.cable()) == Parts{.authority = row.mended}.cable());
}

BOOST_AUTO_TEST_CASE(other_bytes_stay) {
  std::string text = Parts{.captions = "SIPDIS\n\nSIPDIS\n",
                           .text = "11. (C) The caf\xE9 \xFF opened.\n\n12. (C) It\tcloses.  \n"}
                         .cable();
  const auto crlf = [](const std::string& lines) {
    std::string out;
    for (const char c : lines) out += c == '\n' ? "\r\n" : std::string(1, c);
    return out;
  };
  const std::string wanted =
      Parts{.text = "1. (C) The caf\xE9 \xFF opened.\n\n2. (C) It\tcloses.  \n"}.cable();
  BOOST_TEST(mend(text) == wanted);
  BOOST_TEST(mend(crlf(text)) == crlf(wanted));
  text.pop_back();
  BOOST_TEST(mend(text) == wanted.substr(0, wanted.size() - 1));
}

BOOST_AUTO_TEST_CASE(cables_in_a_row) {
  const std::string end = "\n2005LISBON00123 - Classification: CONFIDENTIAL\n\n";
  const std::string damaged = Parts{.text = "11. (C) The fair opened.\n\n12. (C) It closed.\n"}.cable() + end;
  const std::string sound = Parts{.text = "1. (C) The fair opened.\n\n2. (C) It closed.\n"}.cable() + end;
  BOOST_TEST(mend(damaged + sound + damaged) == sound + sound + sound);
}

BOOST_AUTO_TEST_CASE(levels_marks_and_dates_are_out_of_reach) {
  const std::string text =
      Parts{.opening =
                "VZCZCXYZ0001\nPP RUEHC\nDE RUEHLI #0123 1241200\nZNY CCCCC ZZH\nP 041200Z "
                "MAY 05\nFM AMEMBASSY LISBON\nTO RUEHC/SECSTATE WASHDC PRIORITY 0001\n\n",
            .captions = "NOFORN\n"}
          .cable() +
      "\n2005LISBON00123 - Classification: CONFIDENTIAL\n";
  const Source source = Source::borrow("cable.txt", text);
  const Vocabulary& words = tests::shipped_rules().vocabulary();
  Cable cable;
  Parser(words).parse(source, cable);
  const std::vector<Span> kept = fixing::untouchable(source, cable, words);
  for (const std::string_view part :
       {"ZNY CCCCC", "041200Z MAY 05", "CONFIDENTIAL LISBON 000123", "NOFORN", "12958: DECL: 05/04/2015",
        "(C) The", "(C) It", "2005LISBON00123 - Classification: CONFIDENTIAL"}) {
    const auto begin = static_cast<std::uint32_t>(text.find(part));
    const auto size = static_cast<std::uint32_t>(part.starts_with('(') ? 3 : part.size());
    BOOST_TEST(std::any_of(kept.begin(), kept.end(),
                           [&](Span span) { return span.offset <= begin && span.end() >= begin + size; }),
               part);
  }
}

BOOST_AUTO_TEST_CASE(kinds) {
  for (std::size_t i = 0; i < kFixKinds; ++i) {
    const auto kind = static_cast<FixKind>(i);
    const auto& rules = tests::shipped_rules().rules();
    BOOST_TEST(!name_of(kind).empty());
    BOOST_TEST(std::any_of(rules.begin(), rules.end(),
                           [&](const RuleInfo* rule) { return rule->id == rule_of(kind); }),
               name_of(kind));
  }
  const std::vector<Fix> fixes = fixes_of(Parts{.tags = "TAGS: [PREL](#)\n"}.cable());
  BOOST_REQUIRE(fixes.size() == 2U);
  BOOST_TEST((fixes[0].kind == FixKind::link));
  BOOST_TEST(name_of(fixes[0].kind) == "link");
  BOOST_TEST(rule_of(fixes[0].kind) == "NOI005");
}

BOOST_AUTO_TEST_SUITE_END()
