#include <boost/test/unit_test.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/reference_id.hpp>
#include <string>
#include <string_view>

#include "tests/property/shipped.hpp"

namespace {

using namespace cablelint;

const PostNames& post_names() {
  static const PostNames names(tests::shipped_rules().vocabulary());
  return names;
}

std::string canonical(std::string_view printed, const PostNames& names = post_names()) {
  std::string out;
  names.append_canonical(out, printed);
  return out;
}

// Ids of the cables that a cable refers to; "-" where a reference has none.
std::string ids_of(std::string text, std::int32_t year) {
  const Source source("test", std::move(text));
  Cable cable;
  Parser(tests::shipped_rules().vocabulary()).parse(source, cable);
  std::string ids;
  for (const auto& reference : cable.references) {
    if (!ids.empty()) ids += ' ';
    if (!append_reference_id(ids, source, reference, year, post_names())) ids += '-';
  }
  return ids;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reference_id)

BOOST_AUTO_TEST_CASE(posts) {
  struct Case {
    const char* printed;
    const char* canonical;
  };
  constexpr Case kCases[] = {
      // as known
      {"PARIS", "PARIS"},
      {"Rio de Janeiro", "RIODEJANEIRO"},
      {"RIO\n  DE JANEIRO", "RIODEJANEIRO"},
      {"SAOPAULO", "SAOPAULO"},
      {"PORT-AU-PRINCE", "PORTAUPRINCE"},
      {"St. Petersburg", "STPETERSBURG"},
      {"N'DJAMENA", "NDJAMENA"},
      // other names
      {"RIO", "RIODEJANEIRO"},
      {"HCMC", "HOCHIMINHCITY"},
      {"Secstate", "STATE"},
      {"UNVIE", "UNVIEVIENNA"},
      {"USUN", "USUNNEWYORK"},
      {"USEU", "USEUBRUSSELS"},
      {"USUNESCO PARIS FR", "UNESCOPARISFR"},
      {"HAGUE", "THEHAGUE"},
      {"MADRIDSP", "MADRID"},
      // words that are no part of the name
      {"AMEMBASSY HANOI", "HANOI"},
      {"EMBASSYVIENNA", "VIENNA"},
      {"EFTOLONDON", "LONDON"},
      {"AMEMBASSY NAIROBBI", "NAIROBI"},
      // one letter more, less, other; two swapped
      {"TRIPOLII", "TRIPOLI"},
      {"ANOI", "HANOI"},
      {"BISHTEK", "BISHKEK"},
      {"SAO PAUL", "SAOPAULO"},
      {"TAIPIE", "TAIPEI"},
      // two letters, in a long name
      {"BUENOSQRES", "BUENOSAIRES"},
      // too short, too far, or between two names
      {"LIAM", "LIAM"},
      {"PAIRSS", "PAIRSS"},
      {"KATMANDOU", "KATHMANDU"},
      {"KANAMA", "KANAMA"},
      // not known
      {"PORT UTOPIA", "PORTUTOPIA"},
      {"SEASIDE CITY OF THE NORTHERN SHORES AND OF THE SOUTHERN ONES",
       "SEASIDECITYOFTHENORTHERNSHORESANDOFTHESOUTHERNON"},
      {"\x01\xC3\xA9\"", ""},
      {"", ""},
  };
  for (const auto& c : kCases) BOOST_TEST(canonical(c.printed) == c.canonical, c.printed);
  BOOST_TEST(canonical("Rio de Janiero", PostNames()) == "RIODEJANIERO");
}

// A name in the table is never taken for a slip of another.
BOOST_AUTO_TEST_CASE(every_name_is_found) {
  const Table* const table = tests::shipped_rules().vocabulary().table("post_names");
  BOOST_REQUIRE(table != nullptr);
  for (const auto& row : table->rows()) {
    if (table->cell(row, "kind").string() == "prefix") continue;
    std::string wanted;
    const auto cell = table->cell(row, "canonical");
    for (const char c : cell.kind == expression::Kind::string ? cell.string() : row.key)
      if (c != ' ') wanted += c;
    BOOST_TEST(canonical(row.key) == wanted);
    BOOST_TEST(canonical(wanted) == wanted);
  }
}

BOOST_AUTO_TEST_CASE(ids) {
  struct Case {
    const char* references;
    std::int32_t year;
    const char* ids;
  };
  constexpr Case kCases[] = {
      {"REF: A. UTOPIA 532 B. 03 RIO 0041", 2006, "06UTOPIA532 03RIODEJANEIRO41"},
      {"REF: UTOPIA 532", 0, "-"},
      {"REF: 1998 UTOPIA 532", 0, "98UTOPIA532"},
      {"REF: A. ROE E-MAIL OF 3/4 B. UTOPIA 000", 2009, "- 09UTOPIA0"},
  };
  for (const auto& c : kCases) BOOST_TEST(ids_of(c.references, c.year) == c.ids, c.references);
}

BOOST_AUTO_TEST_CASE(the_year_of_a_cable) {
  Cable cable;
  BOOST_TEST(year_sent(cable) == 0);
  cable.date = CableDate{};
  BOOST_TEST(year_sent(cable) == 1970);
  cable.date->latest = 364;
  BOOST_TEST(year_sent(cable) == 1970);
  cable.date->latest = 365;
  BOOST_TEST(year_sent(cable) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
