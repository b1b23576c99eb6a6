// Marks that say nothing, too much or two things (POR).

#include "tests/generator/faults.hpp"

namespace cablelint::generator {
namespace {

constexpr FaultRecipe kRecipes[] = {
    {{"POR001", "DEF", "a paragraph without a mark", ""},
     "",
     false,
     [](Draft& d, Random&) { reprint_mark(d.truth.paragraphs[1], ""); }},
    {{"POR002", "DEF", "a mark that cannot be read", "POR001 CLS004"},
     "",
     false,
     [](Draft& d, Random&) {
       reprint_mark(d.truth.paragraphs[1], "");
       d.truth.paragraphs[1].mark = "N/SF";
     }},
    {{"POR003", "DEF", "an unknown control in a mark", ""},
     "",
     false,
     [](Draft& d, Random&) {
       plain_marks(d);
       auto& p = d.truth.paragraphs[1];
       p.mark += d.era == Era::F ? "//ZQ" : "/ZQ";
       p.controls = {"ZQ"};
     }},
    {{"POR004", "DEF", "NOFORN and REL TO in one mark", "CLS003"},
     "",
     false,
     [](Draft& d, Random&) {
       plain_marks(d);
       auto& p = d.truth.paragraphs[1];
       p.mark += "//NF/REL TO USA, GBR";
       p.controls = {"NF", "REL TO USA, GBR"};
     }},
    {{"POR005", "DEF", "a release list that begins with GBR", ""},
     "",
     false,
     [](Draft& d, Random&) { mark_second(d, "//REL TO GBR, USA", {"REL TO GBR, USA"}); }},
    {{"POR006", "F", "one slash in front of NF", ""},
     "",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "/NF", {"NF"});
       d.truth.captions.emplace_back("NOFORN");
     },
     "2011-01-01"},
    {{"POR007", "DEF", "FOUO behind a level of classification", ""},
     "",
     true,
     [](Draft& d, Random&) { mark_second(d, "//FOUO", {"FOUO"}); }},
    {{"POR008", "EF", "SI behind NF", "CLS003 CLS010"},
     "S",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "//NF//SI", {"NF", "SI"});
     }},
};

}  // namespace

std::span<const FaultRecipe> portion_faults() {
  return kRecipes;
}

}  // namespace cablelint::generator
