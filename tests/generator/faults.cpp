#include <algorithm>
#include <array>
#include <cablelint/calendar.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/generator/draft.hpp"
#include "tests/generator/words.hpp"

namespace cablelint::generator {
namespace {

using Change = void (*)(Draft&, Random&);

struct Recipes {
  Fault fault;
  const char* level;  // of the cable: "S", "C", "U", or empty for any classified one
  bool heading;       // the fault needs a transmission heading
  Change change;
};

void reprint_mark(Truth::Paragraph& p, const std::string& level) {
  p.level = p.mark = level;
  p.controls.clear();
}

/// All paragraphs carry the cable's own level and nothing else; no NOFORN anywhere.
void plain_marks(Draft& d) {
  std::erase(d.truth.captions, "NOFORN");
  for (auto& p : d.truth.paragraphs) reprint_mark(p, d.truth.classification->level);
}

/// Marks each paragraph instead of all at once.
void drop_entire_text(Draft& d) {
  if (d.truth.entire_text.empty()) return;
  for (auto& p : d.truth.paragraphs) reprint_mark(p, d.truth.entire_text);
  d.truth.entire_text.clear();
  auto& first = d.truth.paragraphs.front();
  first.text = d.upper ? "THIS MESSAGE HAS SEVERAL PARTS." : "This message has several parts.";
}

void own_date(Draft& d, int years) {
  set_declassification_date(d, add_years(d.day, years));
}

void sign_with(Draft& d, const char* section, const char* letters) {
  const auto author = *d.truth.authority;
  set_authority(d, author.classified_by, author.title, section, letters, 2);
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

/// Puts text behind the level of the second paragraph's mark, which holds these controls; all others are
/// plain.
void mark_second(Draft& d, const char* text, std::vector<std::string> controls) {
  plain_marks(d);
  auto& p = d.truth.paragraphs[1];
  p.mark += text;
  p.controls = std::move(controls);
}

std::string other_level(const std::string& level) {
  return level == "S" ? "C" : "S";
}

constexpr Recipes kRecipes[] = {
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
    {{"ISM001", "DEF", "SI behind U", "CLS010"},
     "S",
     true,
     [](Draft& d, Random&) {
       plain_marks(d);
       d.truth.paragraphs[1].level = "U";
       d.truth.paragraphs[1].mark = "U//SI";
       d.truth.paragraphs[1].controls = {"SI"};
     }},
    {{"ISM004", "DEF", "ORCON and RELIDO in one mark", "CLS010"},
     "",
     true,
     [](Draft& d, Random&) {
       mark_second(d, "//OC/RELIDO", {"OC", "RELIDO"});
     }},
    {{"ISM010", "DEF", "NF twice in one mark", "CLS003"},
     "",
     false,
     [](Draft& d, Random&) {
       mark_second(d, "/NF/NF", {"NF", "NF"});
     }},
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
    {{"NOI006", "DEF", "a paragraph without its first words", ""},
     "",
     false,
     [](Draft& d, Random&) { d.truth.paragraphs[1].text = "of the season, which ends on Friday."; }},
    {{"NOI007", "DEF", "an apostrophe that became a comma", ""},
     "",
     false,
     [](Draft& d, Random&) { d.truth.paragraphs[1].text += " We met Mayor Sample,s guests at the fair."; }},
};

constexpr auto kFaults = [] {
  std::array<Fault, std::size(kRecipes)> list{};
  for (std::size_t i = 0; i < list.size(); ++i) list[i] = kRecipes[i].fault;
  return list;
}();

}  // namespace

std::span<const Fault> faults() {
  return kFaults;
}

FictionalCable plant(const Fault& fault, std::uint64_t seed, std::uint64_t index) {
  const auto& recipes = *std::find_if(std::begin(kRecipes), std::end(kRecipes),
                                      [&](const auto& r) { return r.fault.rule == fault.rule; });
  Random random(seed, index);
  Recipe recipe;
  recipe.era = static_cast<Era>(random.pick(fault.eras) - 'A');
  recipe.level = *recipes.level != '\0' ? recipes.level : random.chance(60) ? "C" : "S";
  if (recipes.heading) recipe.transmission_heading = true;
  Draft draft = compose(recipe, random);
  drop_entire_text(draft);
  recipes.change(draft, random);
  return print(std::move(draft));
}

}  // namespace cablelint::generator
