#include <boost/test/unit_test.hpp>
#include <cablelint/audit/document_row.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/rule_set.hpp>
#include <string>
#include <string_view>
#include <vector>

using namespace cablelint;

namespace {

/// The row of a cable on 1 January 2026, from its record on and without counts.
std::string facts_row(std::string_view text) {
  static const RuleSet rules = [] {
    std::vector<Diagnostic> faults;
    return *RuleSet::load({}, faults);
  }();
  const Source source = Source::borrow("a.txt", text);
  Cable cable;
  Parser(rules.vocabulary()).parse(source, cable);
  std::string row;
  audit::append_row(row, audit::facts_of(source, cable, rules.vocabulary(), *day_of(2026, 1, 1)), true);
  const std::string_view front = ",1,pass,,0,";
  BOOST_TEST_REQUIRE(row.starts_with(front));
  row.erase(0, row.find(',', front.size()) + 1);
  return row.substr(0, row.find(",0,0,0"));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cable_facts_test)

BOOST_AUTO_TEST_CASE(what_a_cable_says) {
  const struct {
    std::string_view text, row;
  } cases[] = {
      {"", ",,,,,,missing,,no"},
      {"S E C R E T LISBON 000123\n\nE.O. 12958: DECL: 05/04/2015\nTAGS: PREL\nSUBJECT: FAIR\n\n1. (C) "
       "Open.\n\n"
       "2005LISBON00123 - Classification: SECRET\n",
       "2005LISBON00123,LISBON,,2005,SECRET,CONFIDENTIAL,dated,2015-05-04,yes"},
      {"CONFIDENTIAL LISBON 000123\n\nE.O. 12958: DECL: 01/01/2026\nTAGS: PREL\nSUBJECT: FAIR\n\n1. (TS) "
       "Open.\n",
       ",LISBON,,,CONFIDENTIAL,TOP SECRET,dated,2026-01-01,yes"},
      {"CONFIDENTIAL LISBON 000123\n\nE.O. 12958: DECL: 01/02/2026\nTAGS: PREL\nSUBJECT: FAIR\n\n1. (U) "
       "Open.\n",
       ",LISBON,,,CONFIDENTIAL,UNCLASSIFIED,dated,2026-01-02,no"},
      {"UNCLAS LISBON 000123\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: FAIR\n\n1. Open.\n",
       ",LISBON,,,UNCLASSIFIED,,unclassified,,no"},
      {"SECRET LISBON 000123\n\nE.O. 12356: DECL: OADR\nTAGS: PREL\nSUBJECT: FAIR\n\n1. (S) Open.\n",
       ",LISBON,,,SECRET,SECRET,exempt,,no"},
      {"SECRET LISBON 000123\n\nE.O. 12065: RDS-1 8/12/99\nTAGS: PREL\nSUBJECT: FAIR\n\n1. (S) Open.\n",
       ",LISBON,,,SECRET,SECRET,exempt,,no"},
      {"P 122230Z DEC 93\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC\nBT\nSECRET LISBON 000123\n\nE.O. 12356: "
       "DECL: 10Y\nTAGS: "
       "PREL\nSUBJECT: FAIR\n\n1. (S) Open.\n",
       ",LISBON,1993-12-12,1993,SECRET,SECRET,unreadable,,no"},
      {"SECRET LISBON 000123\n\nTAGS: PREL\nSUBJECT: FAIR\n\n1. (S) Open.\n",
       ",LISBON,,,SECRET,SECRET,missing,,no"},
      {"SECRET LISBON 000123\n\nE.O. 12958: DECL: 13/45/2015\nTAGS: PREL\nSUBJECT: FAIR\n\n1. (S) Open.\n",
       ",LISBON,,,SECRET,SECRET,unreadable,,no"},
  };
  for (const auto& each : cases) BOOST_TEST(facts_row(each.text) == each.row);
}

BOOST_AUTO_TEST_SUITE_END()
