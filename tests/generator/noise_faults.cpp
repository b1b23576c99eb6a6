// Traces of copies and publishers (NOI).

#include <string>

#include "tests/generator/faults.hpp"
#include "tests/generator/noise.hpp"

namespace cablelint::generator {
namespace {

constexpr char kStamp[] = "release stamp";
constexpr char kCollapsed[] = "collapsed heading";
constexpr char kLinks[] = "links in TAGS";
constexpr const char* kPilcrow = "\xC2\xB6";

template <const char* Name> void noise(Draft& d, Random& random) {
  apply_noise(Name, d, random);
}

constexpr FaultRecipe kRecipes[] = {
    {{"NOI001", "ABCDEF", "a stamp of the release", "RED004 RED008"}, "", false, noise<kStamp>},
    {{"NOI002", "ABCDEF", "pilcrows in front of the numbers", ""},
     "",
     false,
     [](Draft& d, Random&) {
       for (auto& layout : d.layout.paragraphs) layout.before = kPilcrow;
       add_noise(d.truth, "pilcrow");
     }},
    {{"NOI003", "ABCDEF", "bullets in front of the numbers", ""},
     "",
     false,
     [](Draft& d, Random&) {
       for (auto& layout : d.layout.paragraphs) layout.before = "- ";
       add_noise(d.truth, "bullet");
     }},
    {{"NOI004", "ABCDEF", "the heading on one line", ""}, "", true, noise<kCollapsed>},
    {{"NOI005", "ABCDEF", "links in TAGS", ""}, "", false, noise<kLinks>},
    {{"NOI006", "DEF", "a paragraph without its first words", ""},
     "",
     false,
     [](Draft& d, Random&) { d.truth.paragraphs[1].text = "of the season, which ends on Friday."; }},
    {{"NOI007", "DEF", "an apostrophe that became a comma", ""},
     "",
     false,
     [](Draft& d, Random&) { d.truth.paragraphs[1].text += " We met Mayor Sample,s guests at the fair."; }},
    {{"NOI008", "ABCDEF", "a pilcrow in front of one number", ""},
     "",
     false,
     [](Draft& d, Random&) {
       d.layout.paragraphs[1].before = kPilcrow;
       add_noise(d.truth, "pilcrow");
     }},
    {{"NOI009", "ABCDEF", "nothing that shows the day", ""},
     "",
     false,
     [](Draft& d, Random&) {
       d.truth.heading.reset();
       d.truth.date.reset();
       if (d.truth.record) d.truth.date = {d.truth.record->id.substr(0, 4), "record", "year"};
     }},
    {{"NOI010", "ABCDEF", "a byte that is no text", ""},
     "",
     false,
     [](Draft& d, Random&) {
       d.truth.paragraphs[1].text += std::string(1, '\0');
       add_noise(d.truth, "not-text");
     }},
};

}  // namespace

std::span<const FaultRecipe> noise_faults() {
  return kRecipes;
}

}  // namespace cablelint::generator
