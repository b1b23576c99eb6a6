#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "support/marks.hpp"

using cablelint::MarkForm;
using cablelint::tests::codes;
using cablelint::tests::mark_reader;

namespace {

constexpr double kLeastAgreement = 0.90;

// Verdicts of parsers that the register does not bear out. All of them call valid what it forbids.
const std::map<std::string, const char*> kDisagreements{
    {"//JOINT SECRET USA, CAN//REL TO USA, CAN//FOUO", "FOUO stands with UNCLASSIFIED only"},
    {"//JOINT S USA", "a joint classification has two owners at least"},
    {"RESTRICTED", "no United States level since 1953"},
    {"SECRET//ACCM-ALPHA//NOFORN", "dissemination controls come before those of other agencies"},
    {"SECRET//ACCM-BAZ/FOOBAR/LIMITED DISTRIBUTION/SBU NOFORN", "SBU NOFORN stands with UNCLASSIFIED only"},
    {"SECRET//DEA SENSITIVE/NOFORN//SBU NOFORN", "SBU NOFORN stands with UNCLASSIFIED only"},
    {"S//ACCM-FOOBAR/BAZ/DS/SBU-NF", "SBU-NF stands with U only"},
    {"S//DSEN/NF//SBU-NF", "SBU-NF stands with U only"},
    {"SECRET//SI-G//SAR-BP//REL TO USA, CAN, GBR", "SI-G is TOP SECRET and ORCON"},
    {"TOP SECRET//ABC/COMINT/SI-GAMMA-XXX/FOO-O XYZ//SAR-BP/GB/TC//RD-SIGMA 2 5 6//FGI CAN NZL//IMCON/PROPIN/"
     "REL TO USA, CAN, NZL/DISPLAY ONLY AFG/DEA SENSITIVE//LIMITED DISTRIBUTION/ACCM-LEMONADE/PARTY "
     "FAVORS/SBU NOFORN",
     "SI-GAMMA needs ORCON, and SBU NOFORN stands with UNCLASSIFIED only"},
    {"TOP SECRET//SI-TK////NOFORN", "an empty category"},
    {"TS////NF", "an empty category"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(marking_cases)

BOOST_AUTO_TEST_CASE(verdicts_of_other_parsers) {
  const auto file = std::filesystem::path(CABLELINT_SHARED_DIR) / "cases" / "markings" / "markings.jsonl";
  std::ifstream lines(file);
  if (*CABLELINT_SHARED_DIR == '\0' || !lines) {
    std::printf("skipped: the marking cases are not here (CABLELINT_SHARED_DIR)\n");
    return;
  }
  int all = 0;
  int right = 0;
  for (std::string line; std::getline(lines, line); ++all) {
    const auto each = nlohmann::json::parse(line);
    const std::string input = each["input"];
    const auto as = each["kind"] == "banner" ? MarkForm::banner : MarkForm::portion;
    const auto mark = mark_reader(true).read(input, as);
    if (mark.valid() == each["valid"].get<bool>()) {
      ++right;
      continue;
    }
    BOOST_TEST(kDisagreements.count(input) == 1, to_text(as) << " " << input << " must be "
                                                             << (mark.valid() ? "invalid" : "valid") << ": "
                                                             << codes(mark.problems));
  }
  std::printf("marking cases: %d of %d verdicts agree (%.1f %%)\n", right, all, 100.0 * right / all);
  BOOST_TEST(right >= kLeastAgreement * all);
}

BOOST_AUTO_TEST_SUITE_END()
