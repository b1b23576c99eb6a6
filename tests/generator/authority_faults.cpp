// Classified By lines (AUT).

#include <string>

#include "tests/generator/faults.hpp"

namespace cablelint::generator {
namespace {

void sign_with(Draft& d, const char* section, const char* letters) {
  const auto author = *d.truth.authority;
  set_authority(d, author.classified_by, author.title, section, letters, 2);
}

constexpr FaultRecipe kRecipes[] = {
    {{"AUT001", "DEF", "no classifier", "AUT002"},
     "",
     false,
     [](Draft& d, Random&) {
       d.truth.authority.reset();
       d.layout.authority.clear();
     }},
    {{"AUT002", "DEF", "no reason", ""},
     "",
     false,
     [](Draft& d, Random&) {
       auto& a = *d.truth.authority;
       a.reasons.clear();
       d.layout.authority = a.title + " " + a.classified_by + ".";
     }},
    {{"AUT003", "DEF", "a reason without its letter", ""},
     "",
     true,
     [](Draft& d, Random&) { sign_with(d, d.era == Era::D ? "1.5" : "1.4", ""); }},
    {{"AUT004", "DEF", "a letter that no order has", ""},
     "",
     true,
     [](Draft& d, Random&) { sign_with(d, d.era == Era::D ? "1.5" : "1.4", "bk"); }},
    {{"AUT005", "EF", "the section of 1995 cited later", ""},
     "",
     true,
     [](Draft& d, Random&) { sign_with(d, "1.5", "bd"); }},
    {{"AUT006", "D", "the section of 2003 cited earlier", ""},
     "",
     true,
     [](Draft& d, Random&) { sign_with(d, "1.4", "bd"); }},
    {{"AUT007", "DEF", "a doubled label", ""},
     "",
     false,
     [](Draft& d, Random&) {
       d.layout.authority.insert(0, "Classified by ");
       add_noise(d.truth, "doubled-label");
     }},
    {{"AUT008", "DEF", "a classifier on an unclassified cable", ""},
     "U",
     false,
     [](Draft& d, Random& random) {
       const std::string name = d.upper ? upper(person(random)) : person(random);
       set_authority(d, name, "DCM", d.era == Era::D ? "1.5" : "1.4", "bd", 2);
     }},
};

}  // namespace

std::span<const FaultRecipe> authority_faults() {
  return kRecipes;
}

}  // namespace cablelint::generator
