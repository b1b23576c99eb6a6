#include <boost/test/unit_test.hpp>
#include <cablelint/marking.hpp>
#include <chrono>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

#include "support/marks.hpp"

using cablelint::MarkForm;
using cablelint::MarkReader;
using cablelint::MarkReading;
using cablelint::Table;
using cablelint::expression::Kind;
using cablelint::tests::codes;
using cablelint::tests::mark_reader;
using cablelint::tests::shipped_vocabulary;

namespace {

std::string message(const MarkReading& mark) {
  std::string text;
  for (const auto& note : mark.problems) text += (text.empty() ? "" : "\n") + note.message;
  return text;
}

struct Judged {
  const char* text;
  const char* problems;  // codes
  const char* remarks = "";
};

void check(bool ic, const Judged& each) {
  const MarkReading mark = mark_reader(ic).read(each.text);
  BOOST_TEST(codes(mark.problems) == each.problems, each.text << ": " << codes(mark.problems));
  BOOST_TEST(codes(mark.remarks) == each.remarks, each.text << ": remarks " << codes(mark.remarks));
  BOOST_TEST(mark.valid() == mark.problems.empty());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(marking)

BOOST_AUTO_TEST_CASE(ordinary_state_practice_is_valid) {
  for (const char* text : {"(S/NF)",
                           "(C/NF)",
                           "(SBU)",
                           "(SBU/NF)",
                           "(SBU-NF)",
                           "(SBU/N)",
                           "(S/REL UK)",
                           "(S/REL TO USA, GBR)",
                           "(SECRET/REL FRANCE)",
                           "(LOU)",
                           "(U)",
                           "(C)",
                           "( C )",
                           "(C )",
                           "(C NF)",
                           "(S-NF)",
                           "(S/NOFORN)",
                           "(S//NF)",
                           "(TS//SI//OC/NF)",
                           "(U//FOUO)",
                           "(FOUO)",
                           "S E C R E T",
                           "C O N F I D E N T I A L EXDIS",
                           "UNCLAS",
                           "UNCLAS SIPDIS",
                           "UNCLAS EFTO",
                           "SECRET NOFORN",
                           "SECRET//NOFORN",
                           "LIMITED OFFICIAL USE",
                           "L I M I T E D  O F F I C I A L  U S E",
                           "SENSITIVE BUT UNCLASSIFIED",
                           "CONFIDENTIAL NODIS",
                           "//GBR S",
                           "(//NATO SECRET)"}) {
    check(false, {text, ""});
  }
}

BOOST_AUTO_TEST_CASE(nonsense_gets_the_nearest_reading) {
  const struct {
    const char* text;
    const char* message;
  } cases[] = {
      {"(N/SF)",
       "`N` is no level; did you mean `S/NF`?\n`SF` is no control of the register; correct it or remove it"},
      {"(SNF)", "`SNF` is no level; did you mean `S/NF`?"},
      {"(/REL UK)", "the mark does not begin with a level; begin with TS, S, C or U"},
      {"(NF)", "`NF` stands where the level belongs; begin with the level"},
      {"SECRTE",
       "`SECRTE` is no level; begin with TS, S, C or U, in a banner spelt out; did you mean `SECRET`?"},
      {"SECRET NOFRON",
       "`NOFRON` is no control of the register; correct it or remove it; did you mean `NOFORN`?"},
      {"C)", "the brackets do not match; write one pair around a portion mark"},
      {"(C/)", "nothing stands between or behind slashes; remove the slashes too many"},
      {"(S/SBU)", "`SBU` does not go with SECRET, only with UNCLASSIFIED; change the level or remove it"},
      {"(S/NF/REL UK)", "NOFORN and REL TO exclude each other; keep one of them"},
      {"(S/NF/NF)", "`NF` is said twice; remove one"},
  };
  for (const auto& each : cases) {
    const MarkReading mark = mark_reader(false).read(each.text);
    BOOST_TEST(!mark.valid());
    BOOST_TEST(message(mark) == each.message, each.text << ": " << message(mark));
  }
}

BOOST_AUTO_TEST_CASE(register_of_the_intelligence_community) {
  const Judged cases[] = {
      {"SECRET", ""},
      {"(TS//SI/TK//OC/NF)", ""},
      {"TOP SECRET//HCS-P/SI-G//ORCON/NOFORN", ""},
      {"S", ""},
      {"SECRET//REL TO USA, GBR, NATO", ""},
      {"(S//REL)", ""},
      {"SECRET//REL TO", "list-missing"},
      {"SECRET//REL TO GBR", "list-usa"},
      {"SECRET//REL TO USA", "list-usa-alone"},
      {"SECRET//REL TO USA, NATO, GBR", "list-order"},
      {"SECRET//REL TO USA, NZL, GBR", "list-order"},
      {"SECRET//REL TO USA, GBR, GBR", "repeated"},
      {"SECRET//REL TO USA GBR", "", "list-separator"},
      {"SECRET//REL TO USA, GBX", "list-unknown"},
      {"SECRET//GBR", "country-alone"},
      {"SECRET//DISPLAY ONLY AFG, IRQ", ""},
      {"SECRET//NOFORN/DISPLAY ONLY AFG", "exclusion"},
      {"SECRET//RELIDO/ORCON", "exclusion", "entry-order"},
      {"SECRET//USA/AUS/GBR EYES ONLY", ""},
      {"SECRET//USA/FRA EYES ONLY", "list-only"},
      {"S/NF", "separator"},
      {"SECRET NOFORN", "separator"},
      {"SECRET//NOFORN//", "empty-category"},
      {"SECRET////NOFORN", "empty-category"},
      {"SECRET//NOFORN//SI", "category-order"},
      {"SECRET//SI/NOFORN", "category-mixed"},
      {"SECRET//ORCON//NOFORN", "category-split"},
      {"SECRET//NOFORN/ORCON", "", "entry-order"},
      {"SECRET // NOFORN", "", "blanks"},
      {"secret//noforn", "", "case"},
      {"(SECRET//NOFORN)", "", "form form"},
      {"SECRET//NF", "", "form"},
      {"UNCLAS", "level-form"},
      {"SBU", "level-form"},
      {"R", "level-not-us"},
      {"CONFIDENTIAL//TK//NOFORN", "level"},
      {"UNCLASSIFIED//ORCON", "level"},
      {"SECRET//FOUO", "level"},
      {"SECRET//SBU", "level"},
      {"SECRET//NOFORN//LIMDIS", "", "level-unusual"},
      {"SECRET//TK", "companion"},
      {"SECRET//HCS", "companion"},
      {"SECRET//EXDIS", "", "companion-expected"},
      {"SECRET//NOFORN//EXDIS/NODIS", "exclusion"},
      {"SECRET//LANTERN//RELIDO", "", "unpublished"},
      {"SECRET//LANTERN", "unknown-control"},
      {"SECRET//RD-CNWDI//NOFORN", ""},
      {"SECRET//RD-N-SIGMA 1 2//NOFORN", ""},
      {"SECRET//RD-SIGMA 2 1", "number-order"},
      {"SECRET//RD-SIGMA 0", "number"},
      {"SECRET//RD-SIGMA", "list-missing"},
      {"SECRET//FRD-N", "unknown-part"},
      {"CONFIDENTIAL//RD-N", "level"},
      {"SECRET//RD/FRD", "exclusion"},
      {"SECRET//SIGMA 14", "part-alone"},
      {"UNCLASSIFIED//DOD UCNI", ""},
      {"SECRET//DOD UCNI", "level"},
      {"SECRET//SAR-LANTERN/HARBOR", ""},
      {"SECRET//SAR-A/B/C/D/E", "list-long"},
      {"SECRET//SAR", "list-missing"},
      {"UNCLASSIFIED//SAR-LANTERN", "level"},
      {"SECRET//FGI", ""},
      {"SECRET//FGI CAN GBR NATO//NOFORN", ""},
      {"SECRET//FGI GBR CAN", "list-order"},
      {"SECRET//FGI USA", "list-usa"},
      {"//GBR SECRET", ""},
      {"(//GBR S//NF)", ""},
      {"//FGI SECRET", ""},
      {"//GBR", "level-missing"},
      {"//GBX SECRET", "list-unknown"},
      {"//GBR SECRET//FGI CAN", "owner"},
      {"//SECRET", "leading-slashes"},
      {"GBR SECRET", "leading-slashes"},
      {"NATO SECRET", "leading-slashes"},
      {"//NATO SECRET//ATOMAL", ""},
      {"//NATO SECRET//BOHEMIA", "level"},
      {"//COSMIC TOP SECRET-BOHEMIA", ""},
      {"//NATO TOP SECRET", "level-form"},
      {"//NATO SECRET//NOFORN", "owner"},
      {"//JOINT SECRET GBR USA//REL TO USA, GBR", ""},
      {"//JOINT SECRET USA", "list-missing"},
      {"//JOINT RESTRICTED GBR USA", "level"},
      {"//JOINT SECRET CAN GBR USA//REL TO USA, CAN", "joint-release"},
      {"//JOINT GBR USA", "level-missing"},
      {"//JOINT SECRET GBR USA//NOFORN", "owner"},
  };
  for (const Judged& each : cases) check(true, each);
}

BOOST_AUTO_TEST_CASE(parts_are_named) {
  const MarkReading mark = mark_reader(true).read("(S//RD-SG 1 2//REL TO USA, GBR)");
  BOOST_TEST(mark.valid());
  BOOST_TEST((mark.as == MarkForm::portion));
  BOOST_TEST((mark.level == cablelint::Level::S));
  BOOST_TEST((mark.controls == std::vector<std::string>{"RD-SG 1 2", "REL TO USA, GBR"}));
  std::string text;
  for (const auto& part : mark.parts) text += part.text + " = " + part.meaning + "\n";
  BOOST_TEST(
      text ==
      "S = SECRET\n"
      "RD-SG 1 2 = nuclear weapons and materials (Restricted Data); category of nuclear weapon data: 1, 2\n"
      "REL TO USA, GBR = releasable to: United States, United Kingdom\n");
}

BOOST_AUTO_TEST_CASE(the_form_is_given_or_found) {
  const auto form = [](const char* text, std::optional<MarkForm> as = std::nullopt) {
    return to_text(mark_reader(false).read(text, as).as);
  };
  BOOST_TEST(form("(SECRET)") == "portion");
  BOOST_TEST(form("S//NF") == "portion");
  BOOST_TEST(form("SECRET//NF") == "banner");
  BOOST_TEST(form("S//NF", MarkForm::banner) == "banner");
  BOOST_TEST(form("SECRET", MarkForm::portion) == "portion");
  BOOST_TEST(codes(mark_reader(true).read("(SECRET)", MarkForm::banner).problems) == "brackets");
}

BOOST_AUTO_TEST_CASE(any_bytes_are_answered) {
  for (const bool ic : {false, true}) {
    const MarkReader& reader = mark_reader(ic);
    for (const char* text : {"", " ", "\t", "()", "( )", "(("})
      BOOST_TEST(codes(reader.read(text).problems) == "empty");
    BOOST_TEST(message(reader.read(std::string(10'000, 'S'))) ==
               "a mark of 10000 bytes was not read; no mark is longer than 1000");
    BOOST_TEST(message(reader.read(std::string_view("S\0NF", 4))) ==
               "`\\x00` is no character of a mark; write capitals, digits, blanks and / - , only");
    BOOST_TEST(codes(reader.read("S/N\xC3\xA9").problems) == "strange-character");
    for (const std::string_view piece :
         {"/", "-", "//", "(", ")", "S ", "S/", "USA,", "REL ", "SI-", "SAR-A/", " ,", "JOINT "}) {
      std::string text;
      while (text.size() + piece.size() <= MarkReader::kLongest) {
        text += piece;
        if (text.size() > 60 && text.size() < 900) continue;
        for (const char* front : {"", "//", "S//", "(S//", "//JOINT "})
          static_cast<void>(reader.read(front + text));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(time_is_linear) {
  std::string text = "S//REL TO USA";
  while (text.size() + 5 <= MarkReader::kLongest) text += ", ABC";
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 100; ++i) static_cast<void>(mark_reader(true).read(text));
  BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(10)));
}

BOOST_AUTO_TEST_CASE(profiles_come_from_the_vocabulary) {
  BOOST_TEST((MarkReader::profiles(shipped_vocabulary()) == std::vector<std::string>{"ic", "state"}));
  BOOST_CHECK_THROW(MarkReader(shipped_vocabulary(), "army"), std::invalid_argument);
  const cablelint::Vocabulary empty;
  BOOST_CHECK_THROW(MarkReader(empty, "ic"), std::invalid_argument);
}

// A name that is misspelt in the tables would switch its rule off in silence.
BOOST_AUTO_TEST_CASE(tables_refer_to_each_other) {
  const Table& controls = *shipped_vocabulary().table("marking_controls");
  const Table& categories = *shipped_vocabulary().table("marking_categories");
  for (const Table::Row& row : controls.rows()) {
    const auto category = controls.cell(row, "category");
    BOOST_TEST((category.kind == Kind::string && categories.find(category.string()) != nullptr), row.key);
    for (const char* column : {"needs", "needs_one", "expects", "excludes", "parts"}) {
      const auto list = controls.cell(row, column);
      for (std::uint32_t i = 0; list.kind == Kind::list && i < list.size; ++i) {
        const auto name = static_cast<const cablelint::expression::Value*>(list.pointer)[i].string();
        BOOST_TEST(controls.find(name) != nullptr, row.key << ": " << column << ": " << name);
      }
    }
    const auto list = controls.cell(row, "list");
    static const std::set<std::string_view> kLists{"countries", "numbers", "names", "compartments", "before"};
    BOOST_TEST((list.kind == Kind::null || kLists.count(list.string()) == 1), row.key);
  }
}

BOOST_AUTO_TEST_SUITE_END()
