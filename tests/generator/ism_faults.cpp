// Marks against the rules of the intelligence community (ISM).

#include <string>
#include <utility>
#include <vector>

#include "tests/generator/faults.hpp"

namespace cablelint::generator {
namespace {

/// Puts controls behind the level on the classification line.
void control_banner(Draft& d, std::vector<std::string> controls) {
  d.truth.classification->controls = std::move(controls);
  d.layout.control_separator = "//";
}

constexpr FaultRecipe kRecipes[] = {
    {{"ISM001", "DEF", "SI behind U", "CLS010"},
     "S",
     true,
     [](Draft& d, Random&) {
       plain_marks(d);
       d.truth.paragraphs[1].level = "U";
       d.truth.paragraphs[1].mark = "U//SI";
       d.truth.paragraphs[1].controls = {"SI"};
     }},
    {{"ISM002", "DEF", "ORCON behind U", ""},
     "S",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "", {"OC"});
       d.truth.paragraphs[1].level = "U";
       d.truth.paragraphs[1].mark = "U//OC";
       d.truth.captions.emplace_back("ORCON");
     }},
    {{"ISM003", "DE", "Restricted Data behind U", ""},
     "S",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "", {"RD"});
       d.truth.paragraphs[1].level = "U";
       d.truth.paragraphs[1].mark = "U//RD";
       control_banner(d, {"RD"});
     }},
    {{"ISM004", "DEF", "ORCON and RELIDO in one mark", "CLS010"},
     "",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "//OC/RELIDO", {"OC", "RELIDO"});
     }},
    {{"ISM005", "EF", "HCS without NOFORN", ""},
     "S",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "//HCS", {"HCS"});
       control_banner(d, {"HCS"});
     }},
    {{"ISM006", "DE", "CNWDI without RD", ""},
     "S",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "//CNWDI", {"CNWDI"});
       control_banner(d, {"RD-CNWDI"});
     }},
    {{"ISM007", "EF", "PROPIN in a paragraph, but not in the header", ""},
     "",
     true,
     [](Draft& d, Random&) { mark_second(d, "//PR", {"PR"}); }},
    {{"ISM008", "F", "FOUO in a paragraph, but not in the header", ""},
     "U",
     true,
     [](Draft& d, Random&) {
       std::erase(d.truth.captions, "SENSITIVE");
       mark_second(d, "//FOUO", {"FOUO"});
     }},
    {{"ISM009", "EF", "SI in the header, but in no paragraph", ""},
     "S",
     true,
     [](Draft& d, Random&) {
       plain_marks(d);
       control_banner(d, {"SI"});
     }},
    {{"ISM010", "DEF", "NF twice in one mark", "CLS003"},
     "",
     false,
     [](Draft& d, Random&) {
       mark_second(d, "/NF/NF", {"NF", "NF"});
     }},
    {{"ISM011", "F", "a release list in a paragraph, but none in the header", ""},
     "",
     true,
     [](Draft& d, Random&) { mark_second(d, "//REL TO USA, GBR", {"REL TO USA, GBR"}); }},
    {{"ISM012", "EF", "RELIDO in the header, but not in each paragraph", ""},
     "",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "//RELIDO", {"RELIDO"});
       control_banner(d, {"RELIDO"});
     }},
    {{"ISM013", "F", "a country that does not exist in a release list", ""},
     "",
     true,
     [](Draft& d, Random&) { mark_second(d, "//REL TO USA, XQZ", {"REL TO USA, XQZ"}); }},
    {{"ISM014", "DEF", "REL TO in the header without countries", ""},
     "",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "//REL TO USA, GBR", {"REL TO USA, GBR"});
       d.truth.captions = {"REL TO"};
     }},
    {{"ISM015", "F", "FOUO beside SBU", ""},
     "U",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "//FOUO//SBU", {"FOUO", "SBU"});
       d.truth.captions = {"SENSITIVE"};
     }},
    {{"ISM016", "F", "EXDIS without NOFORN", ""},
     "",
     true,
     [](Draft& d, Random&) {
       plain_marks(d);
       d.truth.captions = {"EXDIS"};
     },
     "2016-01-01"},
    {{"ISM017", "E", "Restricted Data without NF or a release list", ""},
     "S",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "//RD", {"RD"});
       control_banner(d, {"RD"});
     }},
    {{"ISM018", "F", "ORCON in a paragraph, ORCON-USGOV in the header", "CLS010"},
     "S",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "//OC/NF", {"OC", "NF"});
       control_banner(d, {"ORCON-USGOV"});
       d.truth.captions.emplace_back("NOFORN");
     }},
    {{"ISM019", "F", "RSV without its compartment", ""},
     "S",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "//RSV//NF", {"RSV", "NF"});
       control_banner(d, {"RSV"});
       d.truth.captions.emplace_back("NOFORN");
     }},
};

}  // namespace

std::span<const FaultRecipe> ism_faults() {
  return kRecipes;
}

}  // namespace cablelint::generator
