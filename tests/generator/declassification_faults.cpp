// E.O. lines (DCL).

#include <cablelint/calendar.hpp>
#include <string>

#include "tests/generator/faults.hpp"

namespace cablelint::generator {
namespace {

void own_date(Draft& d, int years) {
  set_declassification_date(d, add_years(d.day, years));
}

void wrong_day(Draft& d, const char* date) {
  own_date(d, 9);
  d.truth.declassification->text = std::string("DECL: ") + date;
  d.truth.declassification->date.clear();
  d.truth.declassification->kind = "unreadable";
}

void code_only(Draft& d, const char* code) {
  const std::string order = d.truth.declassification->order;
  d.truth.declassification = {std::string("DECL: ") + code, order, "codes", "", {code}, "", "", ""};
}

constexpr FaultRecipe kRecipes[] = {
    {{"DCL001", "CDEF", "a date that has passed", "", "2045-01-01"},
     "",
     false,
     [](Draft& d, Random&) { own_date(d, 9); }},
    {{"DCL002", "CDEF", "classified, but DECL is N/A", ""},
     "",
     false,
     [](Draft& d, Random&) {
       const std::string order = d.truth.declassification->order;
       d.truth.declassification = {"N/A", order, "not-applicable", "", {}, "", "", ""};
     }},
    {{"DCL003", "DEF", "unclassified, but with a DECL date", ""},
     "U",
     false,
     [](Draft& d, Random&) { own_date(d, 8); }},
    {{"DCL004", "CDEF", "a day that does not exist", ""},
     "",
     false,
     [](Draft& d, Random& random) {
       wrong_day(d, random.pick({"02/30/2016", "13/13/2016", "103/7/2019", "11/31/2012"}).data());
     }},
    {{"DCL005", "CDEF", "DECL before the cable", ""}, "", true, [](Draft& d, Random&) { own_date(d, -1); }},
    {{"DCL006", "D", "over ten years without an X code", ""},
     "",
     true,
     [](Draft& d, Random&) { own_date(d, 12); }},
    {{"DCL007", "EF", "over ten years", ""}, "", true, [](Draft& d, Random&) { own_date(d, 15); }},
    {{"DCL008", "EF", "over twenty-five years", ""}, "", true, [](Draft& d, Random&) { own_date(d, 28); }},
    {{"DCL009", "EF", "an X code after 2003", ""}, "", true, [](Draft& d, Random&) { code_only(d, "X1"); }},
    {{"DCL010", "EF", "OADR after 1995", ""}, "", true, [](Draft& d, Random&) { code_only(d, "OADR"); }},
    {{"DCL011", "EF", "a schedule of 1972", ""},
     "",
     true,
     [](Draft& d, Random&) {
       const std::string order = d.truth.declassification->order;
       d.truth.declassification = {"GDS", order, "schedule", "", {"GDS"}, "", "", ""};
     }},
    {{"DCL012", "EF", "an order of another era", ""},
     "",
     true,
     [](Draft& d, Random&) { d.truth.declassification->order = "12356"; }},
    {{"DCL013", "DEF", "a misspelt order", ""},
     "",
     true,
     [](Draft& d, Random&) { d.truth.declassification->order = "12598"; }},
    {{"DCL014", "F", "50X1-HUM with a date", "DCL008"},
     "",
     true,
     [](Draft& d, Random&) {
       code_only(d, "50X1-HUM");
       d.truth.declassification->text += ", 05/04/2061";
       d.truth.declassification->date = "2061-05-04";
     }},
    {{"DCL015", "F", "a date in a cable with Restricted Data", "CLS010"},
     "S",
     true,
     [](Draft& d, Random&) {
       own_date(d, 9);
       mark_second(d, "//RD", {"RD"});
     }},
    {{"DCL016", "DEF", "an event that is none", ""},
     "",
     true,
     [](Draft& d, Random&) {
       const std::string order = d.truth.declassification->order;
       d.truth.declassification = {"DECL: WHEN APPROPRIATE", order, "event", "", {},
                                   "WHEN APPROPRIATE",       "",    ""};
     }},
    {{"DCL017", "DEF", "a year of two digits", ""},
     "",
     true,
     [](Draft& d, Random&) {
       own_date(d, 9);
       auto& text = d.truth.declassification->text;
       text.erase(text.size() - 4, 2);
     }},
    {{"DCL018", "CDEF", "an event, and no exemption after twenty-five years", "", "2045-01-01"},
     "",
     true,
     [](Draft& d, Random&) {
       const std::string order = d.truth.declassification->order;
       d.truth.declassification = {"DECL: CLOSURE OF THE HARBOR", order, "event", "", {},
                                   "CLOSURE OF THE HARBOR",       "",    ""};
     }},
};

}  // namespace

std::span<const FaultRecipe> declassification_faults() {
  return kRecipes;
}

}  // namespace cablelint::generator
