// Banners and portions with the verdicts of other parsers of the intelligence community's markings.

#include <map>
#include <string>

#include "support/marks.hpp"
#include "tests/cases/measures.hpp"

namespace {

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

namespace cablelint::tests {

std::vector<Score> marking_scores() {
  const auto folder = case_folder("markings");
  if (folder.empty()) return {};
  Score verdicts("markings/valid or invalid", 90), known("markings/but for known disagreements", 100);
  for (const Json& one : read_lines(folder / "markings.jsonl")) {
    const auto input = one["input"].get<std::string>();
    const auto as = one["kind"] == "banner" ? MarkForm::banner : MarkForm::portion;
    const auto mark = mark_reader(true).read(input, as);
    const auto verdict = [](bool valid, const std::string& why) {
      return Json(valid ? "valid" : why.empty() ? "invalid" : "invalid: " + why);
    };
    const bool agrees = mark.valid() == one["valid"].get<bool>();
    const std::string name = std::string(to_text(as)) + " " + input;
    const Json wanted = verdict(one["valid"].get<bool>(), "");
    const Json got = agrees ? wanted : verdict(mark.valid(), codes(mark.problems));
    verdicts.count(name, {wanted, got});
    known.count(name, {wanted, kDisagreements.count(input) == 1 ? wanted : got});
  }
  return {verdicts, known};
}

}  // namespace cablelint::tests
