// Short cables share their forms; the records that they name tell them apart.

#include <boost/test/unit_test.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/redacting/comparer.hpp>
#include <cablelint/redacting/verifier.hpp>
#include <string>

#include "tests/property/shipped.hpp"

using namespace cablelint;
using namespace cablelint::redacting;

namespace {

std::string cable(const std::string& text, const std::string& record) {
  return "CONFIDENTIAL LISBON 000123\n\nE.O. 12958: DECL: 05/04/2015\nTAGS: PREL, PO\nSUBJECT: HARBOR "
         "FAIR\n\n"
         "Classified By: Economic Officer Pat Example, reasons 1.4 (b) and (d).\n\n1. (C) " +
         text + "\n\n" + record + " - Classification: CONFIDENTIAL\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(records_test)

BOOST_AUTO_TEST_CASE(other_records_and_little_text_in_common) {
  const std::string fair =
      cable("The mayor opened the fair and praised the weather of the day.", "2005LISBON00123");
  const struct {
    std::string release;
    bool other;
  } cases[] = {
      {cable("Nine ships left port when nobody had asked them to do so.", "2006PORTO00045"), true},
      // One text with a slip in its record, and two texts that name the same one.
      {cable("The mayor opened the fair and praised the weather of the day.", "2005LISBON00132"), false},
      {cable("Nine ships left port when nobody had asked them to do so.", "2005LISBON00123"), false},
  };
  const RuleSet& rules = tests::shipped_rules();
  const Parser parser(rules.vocabulary());
  Verifier verifier(rules, VerifyOptions{});
  Comparer comparer{{}};
  for (const auto& each : cases) {
    const Source a = Source::borrow("a", fair);
    const Source b = Source::borrow("b", each.release);
    Cable a_cable, b_cable;
    parser.parse(a, a_cable);
    parser.parse(b, b_cable);
    Verification verification;
    verifier.verify(a, a_cable, b, b_cable, verification);
    BOOST_TEST_REQUIRE(!verification.faults.empty());
    BOOST_TEST((verification.faults.front().kind == FaultKind::different_cable) == each.other);
    Comparison comparison;
    comparer.compare(a, a_cable, b, b_cable, comparison);
    BOOST_TEST_REQUIRE(!comparison.contrasts.empty());
    BOOST_TEST((comparison.contrasts.front().kind == ContrastKind::different_cable) == each.other);
  }
}

BOOST_AUTO_TEST_SUITE_END()
