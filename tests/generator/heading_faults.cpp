// Transmission headings (HDR).

#include <cablelint/calendar.hpp>
#include <string>

#include "tests/generator/faults.hpp"

namespace cablelint::generator {
namespace {

std::string other_level(const std::string& level) {
  return level == "S" ? "C" : "S";
}

constexpr FaultRecipe kRecipes[] = {
    {{"HDR001", "ABCDEF", "FL4 letters of another level", ""},
     "",
     true,
     [](Draft& d, Random&) {
       auto& h = *d.truth.heading;
       h.level = other_level(d.truth.classification->level);
       h.letters = std::string(5, h.level[0]);
     }},
    {{"HDR002", "ABCDEF", "ZNR in front of classified letters", ""},
     "",
     true,
     [](Draft& d, Random&) { d.truth.heading->prosign = "ZNR"; }},
    {{"HDR003", "ABCDEF", "Julian day three days after the DTG", ""},
     "",
     true,
     [](Draft& d, Random&) {
       auto& h = *d.truth.heading;
       const int ordinal = day_of_year(d.day);
       h.julian = padded(ordinal > 300 ? ordinal - 3 : ordinal + 3, 3) + h.julian.substr(3);
     }},
    {{"HDR004", "ABCDEF", "a DTG hour that does not exist", "NOI009"},
     "",
     true,
     [](Draft& d, Random&) {
       auto& h = *d.truth.heading;
       h.dtg.replace(2, 2, "25");
       h.time.clear();
       // The Julian day needs the year of the trailer.
       if (d.truth.record) {
         d.truth.date->basis = "julian";
       } else {
         d.truth.date.reset();
       }
     }},
    {{"HDR005", "ABCDEF", "the serial of another message", ""},
     "",
     true,
     [](Draft& d, Random&) {
       auto& serial = d.truth.heading->serial;
       serial = padded((std::stoi(serial) + 7) % 10000, 4);
     }},
    {{"HDR006", "ABCDEF", "relay precedence differs from the DTG's", ""},
     "",
     true,
     [](Draft& d, Random&) {
       auto& h = *d.truth.heading;
       h.relay_precedence = h.precedence == "R" ? "PP" : "RR";
     }},
    {{"HDR007", "ABCDEF", "an addressee above the DTG's precedence", ""},
     "",
     true,
     [](Draft& d, Random&) {
       auto& h = *d.truth.heading;
       h.precedence = "R";
       h.relay_precedence = "RR";
       for (auto* list : {&h.to, &h.info})
         for (auto& a : *list) a.precedence = a.number = "";
       h.to.front().precedence = "IMMEDIATE";
     }},
    {{"HDR008", "ABCDEF", "sent from another post", ""},
     "",
     true,
     [](Draft& d, Random&) { d.truth.heading->from = "AMEMBASSY FARAWAY"; }},
    {{"HDR009", "DEF", "the heading of section 02 over section 01", "STR010"},
     "",
     true,
     [](Draft& d, Random&) {
       d.truth.classification->section = {1, 2};
       d.truth.sections = {{1, 2}};
       d.truth.heading->section = "02";
       for (auto& layout : d.layout.paragraphs) layout.continuation.clear();
     }},
};

}  // namespace

std::span<const FaultRecipe> heading_faults() {
  return kRecipes;
}

}  // namespace cablelint::generator
