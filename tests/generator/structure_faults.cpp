// Parts that are missing, doubled or out of place (STR).

#include <algorithm>
#include <string>
#include <string_view>

#include "tests/generator/faults.hpp"

namespace cablelint::generator {
namespace {

constexpr FaultRecipe kRecipes[] = {
    {{"STR001", "ABCDEF", "no classification line", "HDR001 HDR005 HDR008 CLS005 STR002"},
     "",
     true,
     [](Draft& d, Random&) {
       d.truth.classification.reset();
       if (!d.truth.sections.empty()) d.truth.sections.erase(d.truth.sections.begin());
     }},
    {{"STR002", "ABCDEF", "no message number", "HDR005 HDR008 CLS005"},
     "",
     false,
     [](Draft& d, Random&) {
       auto& c = *d.truth.classification;
       c.post = c.message_number = "";
     }},
    {{"STR003", "ABCDEF", "no E.O. line", "DCL002"},
     "U",
     false,
     [](Draft& d, Random&) { d.truth.declassification.reset(); }},
    {{"STR004", "BCDEF", "no TAGS", "STR017"}, "", false, [](Draft& d, Random&) { d.truth.tags.clear(); }},
    {{"STR005", "ABCDEF", "no SUBJECT", ""}, "", false, [](Draft& d, Random&) { d.truth.subject.reset(); }},
    {{"STR006", "ABCDEF", "TAGS above the E.O. line", ""},
     "",
     false,
     [](Draft& d, Random&) { d.layout.order = Layout::Order::tags_first; }},
    {{"STR007", "ABCDEF", "a second subject", ""},
     "",
     false,
     [](Draft& d, Random&) {
       if (d.layout.width > 0)
         d.truth.subject->text = d.truth.subject->text.substr(0, d.truth.subject->text.find(' ', 8));
       d.layout.after_subject = "SUBJECT: ANOTHER MATTER ENTIRELY";
     }},
    {{"STR008", "DEF", "a caption twice", ""},
     "",
     true,
     [](Draft& d, Random&) {
       if (d.truth.captions.empty()) d.truth.captions.emplace_back("EXDIS");
       d.truth.captions.push_back(d.truth.captions.front());
     }},
    {{"STR009", "ABCDEF", "a paragraph number left out", ""},
     "",
     false,
     [](Draft& d, Random&) {
       auto& last = d.truth.paragraphs.back();
       last.number += 3;
       last.printed = std::to_string(last.number);
     }},
    {{"STR010", "DEF", "section 01 of 02 alone", ""},
     "",
     false,
     [](Draft& d, Random&) {
       d.truth.classification->section = {1, 2};
       d.truth.sections = {{1, 2}};
       if (d.truth.heading) d.truth.heading->section = "01";
       for (auto& layout : d.layout.paragraphs) layout.continuation.clear();
     }},
    {{"STR011", "DEF", "section 03 of 02", "STR010"},
     "",
     false,
     [](Draft& d, Random&) {
       d.truth.classification->section = {3, 2};
       d.truth.sections = {{3, 2}};
       if (d.truth.heading) d.truth.heading->section = "03";
       for (auto& layout : d.layout.paragraphs) layout.continuation.clear();
     }},
    {{"STR012", "ABCDEF", "a summary that never ends", ""},
     "",
     false,
     [](Draft& d, Random&) {
       for (auto& p : d.truth.paragraphs) {
         for (const std::string_view end : {" END SUMMARY.", " End summary."})
           if (p.text.ends_with(end)) p.text.resize(p.text.size() - end.size());
       }
       d.truth.paragraphs.front().text =
           d.upper ? "SUMMARY. THE PORT HAS OPENED." : "Summary. The port has opened.";
     }},
    {{"STR013", "ABCDEF", "no signature", ""},
     "",
     true,
     [](Draft& d, Random&) { d.truth.signature.clear(); }},
    {{"STR014", "ABCDEF", "reftel without a REF line", ""},
     "",
     false,
     [](Draft& d, Random&) {
       d.truth.references.clear();
       d.truth.paragraphs.back().text += d.upper ? " THIS ANSWERS REFTEL." : " This answers reftel.";
     }},
    {{"STR015", "ABCDEF", "REF goes from A to C", ""},
     "",
     false,
     [](Draft& d, Random&) {
       d.truth.references = {{"A", "cable", "VESTHAVN 12", "VESTHAVN", "12", 0, {}},
                             {"C", "cable", "STATE 345", "STATE", "345", 0, {}}};
     }},
    {{"STR016", "BCDEF", "a TAG that does not exist", ""},
     "",
     false,
     [](Draft& d, Random&) {
       d.truth.tags.push_back({"PQZW", "unknown", ""});
     }},
    {{"STR017", "BCDEF", "OVIP without a name", ""},
     "",
     false,
     [](Draft& d, Random&) {
       std::erase_if(d.truth.tags, [](const auto& tag) { return tag.code == "OVIP"; });
       d.truth.tags.push_back({"OVIP", "person", ""});
     }},
    {{"STR018", "DEF", "text that belongs to no paragraph", ""},
     "",
     false,
     [](Draft& d, Random&) {
       d.layout.after_body = "Visit the embassy's page for the latest on the mountain railway.";
     }},
    {{"STR019", "BCDEF", "NODIS and EXDIS", ""},
     "",
     false,
     [](Draft& d, Random&) {
       std::erase_if(d.truth.captions, [](const auto& c) { return c != "NOFORN"; });
       d.truth.captions.insert(d.truth.captions.begin(), {"NODIS", "EXDIS"});
     }},
};

}  // namespace

std::span<const FaultRecipe> structure_faults() {
  return kRecipes;
}

}  // namespace cablelint::generator
