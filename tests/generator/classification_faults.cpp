// A header that disagrees with portions, captions and trailer (CLS).

#include <algorithm>
#include <cablelint/calendar.hpp>
#include <string>

#include "tests/generator/faults.hpp"

namespace cablelint::generator {
namespace {

constexpr FaultRecipe kRecipes[] = {
    {{"CLS001", "DEF", "a paragraph above the cable", ""},
     "C",
     false,
     [](Draft& d, Random& random) {
       plain_marks(d);
       reprint_mark(d.truth.paragraphs[random.below(d.truth.paragraphs.size())], "S");
     }},
    {{"CLS002", "DEF", "the cable above all paragraphs", ""},
     "S",
     false,
     [](Draft& d, Random&) {
       plain_marks(d);
       for (auto& p : d.truth.paragraphs) reprint_mark(p, "C");
     }},
    {{"CLS003", "DEF", "an NF paragraph without NOFORN", ""},
     "",
     false,
     [](Draft& d, Random&) {
       plain_marks(d);
       auto& p = d.truth.paragraphs.front();
       p.mark += d.era == Era::F ? "//NF" : "/NF";
       p.controls = {"NF"};
     }},
    {{"CLS004", "DEF", "NOFORN without an NF paragraph", ""},
     "",
     false,
     [](Draft& d, Random&) {
       plain_marks(d);
       std::erase_if(d.truth.captions, [](const auto& c) { return c != "SIPDIS"; });
       d.truth.captions.emplace_back("NOFORN");
     }},
    {{"CLS005", "ABCDEF", "the trailer names another level", ""},
     "C",
     true,
     [](Draft& d, Random&) {
       const auto& c = *d.truth.classification;
       std::string post = c.post;
       std::erase(post, ' ');
       d.truth.record = {std::to_string(ymd_of(d.day).year) + post + padded(std::stoi(c.message_number), 5),
                         "SECRET"};
     }},
    {{"CLS006", "DEF", "RESTRICTED as a level", "HDR001 CLS001"},
     "C",
     false,
     [](Draft& d, Random&) {
       plain_marks(d);
       auto& c = *d.truth.classification;
       c.level = "R";
       c.text = d.layout.level_text = "R E S T R I C T E D";
       for (auto& p : d.truth.paragraphs) reprint_mark(p, "R");
       d.truth.record.reset();
       if (!d.truth.heading) {
         d.truth.date.reset();
         return;
       }
       d.truth.heading->letters = "RRRRR";
       d.truth.heading->level = "R";
     }},
    {{"CLS007", "DEF", "a classified paragraph in an UNCLAS cable", "CLS001 CLS011"},
     "U",
     false,
     [](Draft& d, Random&) {
       for (auto& p : d.truth.paragraphs) reprint_mark(p, "U");
       std::erase(d.truth.captions, "SENSITIVE");
       reprint_mark(d.truth.paragraphs.back(), "C");
     }},
    {{"CLS008", "DEF", "SBU in the header of a classified cable", ""},
     "",
     false,
     [](Draft& d, Random&) { d.truth.captions.emplace_back("SBU"); }},
    {{"CLS009", "DEF", "NOFORN and REL TO in the header", "CLS004 CLS010"},
     "",
     false,
     [](Draft& d, Random&) {
       plain_marks(d);
       std::erase_if(d.truth.captions, [](const auto& c) { return c != "SIPDIS"; });
       d.truth.captions.emplace_back("NOFORN");
       d.truth.captions.emplace_back("REL TO USA, GBR");
     }},
    {{"CLS010", "DEF", "SI in a paragraph, but not in the header", ""},
     "S",
     false,
     [](Draft& d, Random&) { mark_second(d, "//SI", {"SI"}); }},
    {{"CLS011", "DEF", "SENSITIVE on a classified cable", ""},
     "",
     false,
     [](Draft& d, Random&) { d.truth.captions.emplace_back("SENSITIVE"); }},
};

}  // namespace

std::span<const FaultRecipe> classification_faults() {
  return kRecipes;
}

}  // namespace cablelint::generator
