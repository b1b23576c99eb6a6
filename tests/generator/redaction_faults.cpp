// Cuts and stamps of released copies (RED).

#include <string>
#include <string_view>

#include "tests/generator/faults.hpp"

namespace cablelint::generator {
namespace {

/// Text at the end of the second paragraph.
void append(Draft& d, std::string_view text) {
  d.truth.paragraphs[1].text += " " + (d.upper ? upper(text) : std::string(text));
}

constexpr FaultRecipe kRecipes[] = {
    {{"RED001", "ABCDEF", "a cut without amount and exemption", ""},
     "",
     false,
     [](Draft& d, Random& random) {
       append(d, random.pick(
                     {"[text not declassified]", "[redacted]", "The visitors met ______ at the gate.",
                      "The visitors met \xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88 at the gate."}));
     }},
    {{"RED002", "ABCDEF", "an exemption that does not exist", ""},
     "",
     false,
     [](Draft& d, Random& random) {
       append(d, random.pick({"[2 lines not declassified] (b)(10)", "[1 sentence deleted (b)(7)(G)]",
                              "[name deleted (k)(2)]", "[B0]"}));
     }},
    {{"RED003", "ABCDEF", "B1 or B3 alone", ""},
     "",
     false,
     [](Draft& d, Random& random) {
       append(d, random.pick(
                     {"[2 lines not declassified] (b)(1)", "[1 sentence deleted b3]", "[2 words (b)(3)]"}));
     }},
    {{"RED004", "A", "a reason for young documents in an old one", ""},
     "",
     true,
     [](Draft& d, Random&) {
       d.layout.opening =
           "UNCLASSIFIED U.S. Department of State Case No. F-2010-01234 Doc No. C05279454 Date: 09/30/2012";
       add_noise(d.truth, "release-stamp");
       append(d, "[2 lines not declassified] (b)(1), 1.4(d)");
     }},
    {{"RED005", "ABCDEF", "a name cut once and left once", ""},
     "",
     false,
     [](Draft& d, Random& random) {
       append(d,
              "The Lesser Harbor Minister " +
                  std::string(random.pick({"[name deleted]", "[less than 1 line not declassified]"})) +
                  " was late for dinner. Everybody knew that Harbor Minister Sample was late for the fair.");
     }},
    {{"RED007", "ABCDEF", "a mask as long as the only name that fits", ""},
     "",
     false,
     [](Draft& d, Random&) {
       // Letters enough that no other name of the cable has as many.
       d.truth.signature = "FEATHERSTONEHAUGHS";
       append(d, "The visitors met Minister " + std::string(d.truth.signature.size(), 'X') + " at the gate.");
       add_noise(d.truth, "name-mask");
     }},
    {{"RED008", "ABCDEF", "a stamp without case number", ""},
     "",
     false,
     [](Draft& d, Random& random) {
       d.layout.opening = random.pick({"RELEASED IN FULL", "RELEASE IN PART B6", "DENIED IN FULL"});
       add_noise(d.truth, "release-stamp");
     }},
    {{"RED009", "ABCDEF", "a category that no order has", ""},
     "",
     false,
     [](Draft& d, Random& random) {
       append(d, random.pick({"[2 lines not declassified] (b)(1), 1.4(i)", "[2 lines 1.5(h)]",
                              "[1 line 3.3(b)(12)]", "[1 line 25X0]"}));
     }},
    {{"RED010", "DEF", "B1 in an unclassified cable", ""},
     "U",
     true,
     [](Draft& d, Random&) { append(d, "[2 lines not declassified] (b)(1), 3.5(c)"); }},
};

}  // namespace

std::span<const FaultRecipe> redaction_faults() {
  return kRecipes;
}

}  // namespace cablelint::generator
