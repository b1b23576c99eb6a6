#include <algorithm>
#include <cablelint/calendar.hpp>

#include "tests/generator/noise.hpp"
#include "tests/generator/words.hpp"

namespace cablelint::generator {
namespace {

bool plain_declassification(const Draft& d) {
  return d.classified() && d.era >= Era::C && d.truth.declassification->kind == "date";
}

// The classification line.

bool unspaced_level(Draft& d, Random&) {
  if (!d.classified()) return false;
  d.layout.level_text = banner(d.truth.classification->level);
  d.truth.classification->text = d.layout.level_text;
  return true;
}

bool mixed_case_line(Draft& d, Random&) {
  auto& c = *d.truth.classification;
  if (!d.classified() || c.section) return false;
  auto& text = d.layout.level_text;
  for (std::size_t i = 1; i < text.size(); ++i)
    if (text[i] >= 'A' && text[i] <= 'Z') text[i] = static_cast<char>(text[i] - 'A' + 'a');
  c.text = fold(text);
  for (char& letter : c.post)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return true;
}

bool doubled_letter(Draft& d, Random&) {
  if (!d.classified() || d.layout.level_text[0] == 'T') return false;
  d.layout.level_text.insert(0, 1, d.layout.level_text[0]);
  d.truth.classification->text = fold(d.layout.level_text);
  return true;
}

bool sensitive_level(Draft& d, Random& random) {
  auto& c = *d.truth.classification;
  const auto& captions = d.truth.captions;
  if (std::find(captions.begin(), captions.end(), "SENSITIVE") == captions.end()) return false;
  if (random.chance(50)) {
    c.text = d.layout.level_text = "SENSITIVE BUT UNCLASSIFIED";
  } else {
    c.controls.emplace_back("SENSITIVE");
  }
  return true;
}

bool short_number(Draft& d, Random&) {
  auto& number = d.truth.classification->message_number;
  const int value = std::stoi(number);
  if (value < 100) return false;
  number = std::to_string(value);
  return true;
}

bool final_section(Draft& d, Random&) {
  auto& c = *d.truth.classification;
  if (c.section || d.layout.run_on == Layout::RunOn::with_classification) return false;
  c.section = {2, 2};
  d.truth.sections = {{2, 2}};
  d.layout.section_text = "FINAL SECTION OF 02";
  if (d.truth.heading && !d.truth.heading->station.empty()) d.truth.heading->section = "02";
  return true;
}

bool corrected_copy(Draft& d, Random& random) {
  std::string text(random.pick({"C O R R E C T E D  C O P Y", "C O R R E C T E D COPY", "CORRECTED COPY"}));
  text += random.pick({"", " (CAPTION ADDED)", " (TEXT FOR PARA 2 ADDED)", " - TEXT"});
  (random.chance(50) ? d.layout.behind_level : d.layout.behind_captions) = text;
  return true;
}

bool double_captions(Draft& d, Random&) {
  auto& captions = d.truth.captions;
  if (std::find(captions.begin(), captions.end(), "SIPDIS") == captions.end()) return false;
  captions.emplace_back("SIPDIS");
  return true;
}

bool further_captions(Draft& d, Random& random) {
  if (!d.truth.captions.empty()) return false;
  d.truth.captions.emplace_back(random.pick({"VISAS DONKEY", "TERREP", "CODEL", "INFORM CONSULS"}));
  return true;
}

// Pass lines.

bool wrap_passing(Draft& d, Random&) {
  for (const auto& line : d.truth.passing)
    if (line.find(", ") != std::string::npos) return d.layout.wrapped_passing = true;
  return false;
}

bool run_passing_on(Draft& d, Random&) {
  if (d.truth.passing.empty() || d.layout.order != Layout::Order::usual) return false;
  return d.layout.passing_run_on = true;
}

bool further_passing(Draft& d, Random& random) {
  if (d.layout.run_on == Layout::RunOn::with_classification) return false;
  std::string line(random.pick({"FOR ", "FROM ", "STATE ALSO FOR ", "DEPARTMENT PASS TO "}));
  line += random.pick({"THE AMBASSADOR", "DAS ", "USTR; EXIM BANK", "P AND INR"});
  if (line.back() == ' ') line += upper(random.pick(words::kSurnames));
  d.truth.passing.push_back(line);
  return true;
}

// Labels.

bool respell_order(Draft& d, Random& random) {
  d.layout.order_label = random.pick({"EO ", "E.O.", "E.O.  ", "E.o. ", "E. O. ", "e.o. ", "E.0. "});
  if (d.layout.order_label == "E.0. ") add_noise(d.truth, "zero-for-o");
  return true;
}

bool respell_order_end(Draft& d, Random& random) {
  auto& e = *d.truth.declassification;
  if (random.chance(30) && d.era >= Era::E) {
    e.text.insert(0, "AS AMENDED: ");
    d.layout.order_end = random.pick({", ", " "});
  } else {
    d.layout.order_end = random.pick({" ", ":", " : ", "; ", ". "});
  }
  return true;
}

bool misspell_order(Draft& d, Random& random) {
  auto& order = d.truth.declassification->order;
  if (order != "12958") return false;
  order = random.pick({"12598", "19528", "19523", "1295"});
  return true;
}

bool respell_tags_label(Draft& d, Random& random) {
  if (d.layout.run_on != Layout::RunOn::none) return false;
  d.layout.tags_label = random.pick(
      {"TAGS ", "TAG: ", "TAS: ", "TABS: ", "TAGES: ", "TGS: ", "TAGS; ", "TAGS, ", "Tags: ", "tags: "});
  return true;
}

bool respell_subject_label(Draft& d, Random& random) {
  if (d.layout.run_on != Layout::RunOn::none) return false;
  d.layout.subject_label = random.pick({"SUBJ: ", "Subject: ", "SUBJECT; ", "SUBJECT:", "SUBJECT "});
  return true;
}

bool respell_references_label(Draft& d, Random& random) {
  if (d.truth.references.empty() || d.layout.run_on != Layout::RunOn::none) return false;
  d.layout.reference_label =
      random.pick({"REFS: ", "REF(S): ", "REFTEL: ", "REFTELS: ", "REFERENCE: ", "Ref: ", "REF; "});
  return true;
}

// The E.O. line.

std::string printed_date(Day day, int form) {
  const Ymd ymd = ymd_of(day);
  const std::string year = padded(ymd.year, 4), two = padded(ymd.year % 100, 2);
  const std::string month = padded(ymd.month, 2), of_month = padded(ymd.day, 2);
  std::string name(words::kMonths[static_cast<std::size_t>(ymd.month - 1)]);
  switch (form) {
    case 0:
      return month + "/" + of_month + "/" + two;
    case 1:
      return std::to_string(ymd.month) + "/" + std::to_string(ymd.day) + "/" + year;
    case 2:
      return year + "/" + month + "/" + of_month;
    case 3:
      return year + "-" + month + "-" + of_month;
    case 4:
      return year + month + of_month;
    case 5:
      return std::to_string(ymd.day) + " " + upper(name) + " " + year;
    case 6:
      return of_month + upper(name.substr(0, 3)) + two;
    case 7:
      return name + " " + std::to_string(ymd.day) + ", " + year;
    case 8:
      return month + " / " + of_month + " / " + year;
    case 9:
      return month + "-" + of_month + "-" + year;
    default:
      return month + "/" + of_month + "/" + year + ".";
  }
}

bool respell_date(Draft& d, Random& random) {
  if (!plain_declassification(d)) return false;
  auto& e = *d.truth.declassification;
  e.text = "DECL: " + printed_date(*parse_iso(e.date), random.between(0, 10));
  return true;
}

bool respell_decl(Draft& d, Random& random) {
  if (!plain_declassification(d)) return false;
  auto& e = *d.truth.declassification;
  e.text =
      std::string(random.pick({"DECL ", "DECL:", "DECL; ",
                               "DECLAS: ", "DECLASSIFY ON: ", "DECLl: ", "decl: ", "DECL: DECL: ", ""})) +
      printed_date(*parse_iso(e.date), 10);
  e.text.pop_back();
  return true;
}

bool incomplete_date(Draft& d, Random& random) {
  if (!plain_declassification(d)) return false;
  auto& e = *d.truth.declassification;
  Ymd ymd = ymd_of(*parse_iso(e.date));
  const int form = random.between(0, 2);
  if (form == 2) ymd.month = 12;
  const std::string year = std::to_string(ymd.year);
  std::string name(words::kMonths[static_cast<std::size_t>(ymd.month - 1)]);
  e.text = "DECL: " + (form == 0 ? padded(ymd.month, 2) + "/" + year : form == 1 ? name + " " + year : year);
  int last = 31;
  while (!day_of(ymd.year, ymd.month, last)) --last;
  e.date.clear();
  append_iso(e.date, *day_of(ymd.year, ymd.month, last));
  return true;
}

bool day_first(Draft& d, Random&) {
  if (!plain_declassification(d)) return false;
  auto& e = *d.truth.declassification;
  const Ymd ymd = ymd_of(*parse_iso(e.date));
  if (ymd.day <= 12) return false;
  e.text = "DECL: " + padded(ymd.day, 2) + "/" + padded(ymd.month, 2) + "/" + padded(ymd.year, 4);
  return true;
}

void set_line(Draft& d, std::string text, const char* kind, std::vector<std::string> codes = {}) {
  auto& e = *d.truth.declassification;
  e = {std::move(text), e.order, kind, "", std::move(codes), "", "", ""};
}

bool event(Draft& d, Random& random) {
  if (!plain_declassification(d)) return false;
  const std::string text(random.pick({"CLOSURE OF THE FERRY TRIBUNAL", "AFTER LORNIAN UNIFICATION",
                                      "TEN YEARS AFTER LORNIAN UNIFICATION", "UPON DEPARTURE OF THE AIRSHIP",
                                      "END OF THE MARBLE TALKS IN MONTVERRE"}));
  set_line(d, "DECL: " + text, "event");
  d.truth.declassification->event = text;
  return true;
}

bool offset(Draft& d, Random& random) {
  if (!plain_declassification(d)) return false;
  set_line(d, std::string("DECL: ") + std::string(random.pick({"+10 YEARS", "10 YRS", "10Y", "10 years"})),
           "offset");
  if (d.truth.date && d.truth.date->precision == "day")
    append_iso(d.truth.declassification->date, add_years(d.day, 10));
  return true;
}

bool exemption_codes(Draft& d, Random& random) {
  if (!plain_declassification(d) && !(d.classified() && d.era == Era::D)) return false;
  struct Form {
    Era first, last;
    const char* text;
    std::vector<std::string> codes;
    const char* date;
  };
  static const Form kForms[] = {
      {Era::D, Era::D, "X1, X5", {"X1", "X5"}, ""},
      {Era::D, Era::D, "X1 AND X6", {"X1", "X6"}, ""},
      {Era::D, Era::D, "X3/X4", {"X3", "X4"}, ""},
      {Era::D, Era::D, "1.6X1", {"X1"}, ""},
      {Era::D, Era::D, "x1", {"X1"}, ""},
      {Era::E, Era::F, "25X1, 12/31/2040", {"25X1"}, "2040-12-31"},
      {Era::E, Era::F, "25X6 12/31/2040", {"25X6"}, "2040-12-31"},
      {Era::E, Era::F, "25X1 AND 25X6, 20401231", {"25X1", "25X6"}, "2040-12-31"},
      {Era::E, Era::E, "25X1-HUMAN", {"25X1-HUMAN"}, ""},
      {Era::F, Era::F, "50X1-HUM", {"50X1-HUM"}, ""},
      {Era::F, Era::F, "50X2-WMD", {"50X2-WMD"}, ""},
      {Era::F, Era::F, "50X6, 12/31/2065", {"50X6"}, "2065-12-31"},
      {Era::F, Era::F, "75X1, 12/31/2090", {"75X1"}, "2090-12-31"},
      {Era::C, Era::C, "OADR", {"OADR"}, ""},
      {Era::C, Era::C, "Oadr", {"OADR"}, ""},
      {Era::D, Era::F, "MR", {"MR"}, ""},
      {Era::D, Era::F, "MANUAL REVIEW", {"MR"}, ""},
  };
  const auto fits = [&](const Form& f) { return f.first <= d.era && d.era <= f.last; };
  const Form* form = nullptr;
  do form = &random.pick(kForms);
  while (!fits(*form));
  set_line(d, std::string("DECL: ") + form->text, "codes", form->codes);
  d.truth.declassification->date = form->date;
  return true;
}

bool schedule(Draft& d, Random& random) {
  if (!d.classified() || d.era != Era::A) return false;
  const std::string digit = std::to_string(random.between(1, 4));
  switch (random.between(0, 3)) {
    case 0:
      set_line(d, "XGDS " + digit, "schedule", {"XGDS-" + digit});
      break;
    case 1:
      set_line(d, "XGDS" + digit, "schedule", {"XGDS-" + digit});
      break;
    case 2:
      set_line(d, "XGDS - " + digit, "schedule", {"XGDS-" + digit});
      break;
    default: {
      const Day until = add_years(d.day, 2);
      set_line(d, "ADS, " + upper(printed_date(until, 7)), "schedule", {"ADS"});
      append_iso(d.truth.declassification->date, until);
    }
  }
  return true;
}

bool not_applicable(Draft& d, Random& random) {
  if (d.classified()) return false;
  set_line(d, std::string(random.pick({"NA", "n/a", "N/A.", "DECL: N/A", "DECL N/A"})), "not-applicable");
  if (d.layout.level_text.starts_with("LIM") && random.chance(50)) {
    d.truth.declassification->text = "N/A DECONTROL " + printed_date(add_years(d.day, 2), 1);
  }
  return true;
}

bool downgrade(Draft& d, Random& random) {
  if (!plain_declassification(d) || d.truth.classification->level != "S") return false;
  auto& e = *d.truth.declassification;
  const Day until = add_years(d.day, 5);
  append_iso(e.downgrade_date, until);
  e.downgrade_level = "C";
  const std::string first =
      std::string(random.pick({"DNG: CO ", "DNG: C ", "DNG:CO "})) + printed_date(until, 1);
  const std::string decl = "DECL: " + printed_date(*parse_iso(e.date), 1);
  e.text = random.chance(50) ? first + " " + decl : decl + "; " + first;
  return true;
}

// TAGS.

bool other_separators(Draft& d, Random& random) {
  d.layout.tag_separator = random.pick({",", "; ", " , ", ", ", "  "});
  return true;
}

bool glue_tags(Draft& d, Random& random) {
  auto& text = d.layout.tags_text;
  const auto is_code = [](const Truth::Tag& t) {
    return t.kind == "subject" || t.kind == "geo" || t.kind == "program";
  };
  bool glued = false, any = false;
  for (std::size_t i = 0; i < d.truth.tags.size(); ++i) {
    const auto& tag = d.truth.tags[i];
    // Two-letter codes alone may be any word.
    const bool glue = i > 0 && !glued && is_code(tag) && is_code(d.truth.tags[i - 1]) &&
                      tag.code.size() + d.truth.tags[i - 1].code.size() > 5;
    if (i > 0 && !glue) text += ' ';
    if (glue) glued = random.chance(60);
    any = any || glue;
    text += tag.code;
    if (!tag.argument.empty()) text += " (" + tag.argument + ")";
  }
  if (any) add_noise(d.truth, "glued-tags");
  return any;
}

bool misspell_tag(Draft& d, Random& random) {
  static constexpr std::pair<const char*, const char*> kSlips[] = {
      {"PRELL", "PREL"}, {"PGOVV", "PGOV"}, {"PHUUM", "PHUM"}, {"ECOON", "ECON"}, {"EETRD", "ETRD"}};
  const auto& slip = random.pick(kSlips);
  for (const auto& tag : d.truth.tags)
    if (tag.code == slip.second || tag.kind == "term") return false;
  d.truth.tags.insert(d.truth.tags.begin(), {slip.second, "subject", ""});
  auto& text = d.layout.tags_text;
  for (const auto& tag : d.truth.tags) {
    text += text.empty() ? std::string(slip.first) : d.layout.tag_separator + tag.code;
    if (!tag.argument.empty()) text += " (" + tag.argument + ")";
  }
  add_noise(d.truth, "misspelt-tag");
  return true;
}

bool person_in_tags(Draft& d, Random& random) {
  for (const auto& tag : d.truth.tags)
    if (tag.kind == "person" || tag.kind == "term") return false;
  std::string name = random.chance(75) ? surname_first(random) : "";
  std::erase(name, ',');
  auto& text = d.layout.tags_text;
  for (const auto& tag : d.truth.tags) text += tag.code + " ";
  text += name.empty() ? "OVIP" : "OVIP " + name;
  d.truth.tags.push_back({"OVIP", "person", name});
  return true;
}

bool terms(Draft& d, Random& random) {
  if (d.truth.tags.back().kind == "term") return false;
  d.truth.tags.push_back({std::string(random.pick({"IRAQI FREEDOM", "COUNTRY CLEARANCE", "GLOBAL DEFENSE",
                                                   "HUMAN RIGHTS", "COUNTERTERRORISM"})),
                          "term", ""});
  return true;
}

bool link_tags(Draft& d, Random& random) {
  switch (random.between(0, 2)) {
    case 0:
      d.layout.tag_open = "[";
      d.layout.tag_close = "](#)";
      break;
    case 1:
      d.layout.tag_open = "[";
      d.layout.tag_close = "](/tag/A_0.html)";
      break;
    default:
      d.layout.tag_open = "<a href=\"/tag/A_0.html\">";
      d.layout.tag_close = "</a>";
  }
  add_noise(d.truth, "link");
  return true;
}

/// Where lines were joined, the end of a page stands on one line with the text around it. A frame of several
/// words cannot be told from TAGS.
bool has_page_in_field(const Draft& d) {
  return d.layout.width == 0 && page_frame(d).find(' ') == std::string::npos;
}
std::string page_in_field(const Draft& d) {
  return page_frame(d) + "    " + page_header(d, 2, 1, 2);
}

bool page_in_tags(Draft& d, Random& random) {
  const auto& tags = d.truth.tags;
  if (tags.size() < 2 || !has_page_in_field(d)) return false;
  const std::size_t place = 1 + random.below(tags.size() - 1);
  auto& text = d.layout.tags_text;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (i == place) text += " " + page_in_field(d);
    text += (i > 0 ? " " : "") + tags[i].code;
    if (!tags[i].argument.empty()) text += " (" + tags[i].argument + ")";
  }
  add_noise(d.truth, "page-header");
  return true;
}

bool page_in_references(Draft& d, Random&) {
  const auto& list = d.truth.references;
  if (list.size() < 2 || !has_page_in_field(d)) return false;
  auto& text = d.layout.references_text;
  for (const auto& r : list) {
    if (&r == &list.back()) text += page_in_field(d) + "  ";
    text += r.label + ". " + r.text + "  ";
  }
  text.resize(text.size() - 2);
  add_noise(d.truth, "page-header");
  return true;
}

// SUBJECT.

/// Only where another part of the heading follows: in front of the text the second half would be a heading
/// there.
bool split_subject(Draft& d, Random&) {
  const bool followed = !d.truth.references.empty() || !d.layout.authority.empty();
  if (!followed || d.truth.subject->text.size() <= 24 || d.layout.run_on != Layout::RunOn::none) return false;
  return d.layout.subject_gap = true;
}

bool mark_subject(Draft& d, Random& random) {
  if (!d.classified()) return false;
  d.truth.subject->mark = random.chance(50) ? "U" : d.truth.classification->level;
  return true;
}

// REF.

bool further_references(Draft& d, Random& random) {
  if (d.truth.references.empty()) return false;
  auto& list = d.truth.references;
  auto& text = d.layout.references_text;
  const int year = ymd_of(d.day).year - 1;
  const auto cable = [&](const char* label, const std::string& post, const std::string& number) {
    list.push_back({label, "cable", post + " " + number, post, number, 0, {}});
  };
  const bool single = list.size() == 1;  // body texts say "reftel" then, otherwise "ref A"
  list.clear();
  const std::string post(random.pick({"VESTHAVN", "TALBRECHT", "LUMERIA", "GRAUMARK"}));
  const std::string number = std::to_string(random.between(20, 6000));
  const std::string other = std::to_string(random.between(20, 6000));
  const std::string two = padded(year % 100, 2);
  if (single) {
    switch (random.between(0, 8)) {
      case 0:
        cable("", post, number);
        cable("", "STATE", other);
        text = list[0].text + "; " + list[1].text;
        break;
      case 1:
        cable("", post, number);
        cable("", "STATE", other);
        text = list[0].text + ", " + list[1].text;
        break;
      case 2:
        cable("", post, number);
        cable("", post, other);
        list[1].text = other;
        text = list[0].text + " AND " + other;
        break;
      case 3:
        cable("", post, number);
        text = list[0].text + " AND PREVIOUS";
        break;
      case 4:
        cable("", post, number);
        list[0].notes = {"NOTAL", "EXDIS"};
        text = list[0].text += " (NOTAL) (EXDIS)";
        break;
      case 5:
        list.push_back(
            {"", "cable", std::to_string(year) + " " + post + " " + number, post, number, year, {}});
        text = list[0].text;
        break;
      case 6:
        list.push_back({"", "cable", two + post + number, post, number, year, {}});
        text = list[0].text;
        break;
      case 7:
        list.push_back({"", "cable", post + " " + number + " (" + two + ")", post, number, year, {two}});
        text = list[0].text;
        break;
      default:
        list.push_back({"",
                        "other",
                        std::string(random.pick({"SEPTEL", "NONE", "EMBASSY NOTE OF JUNE 12"})),
                        "",
                        "",
                        0,
                        {}});
        text = list[0].text;
    }
    return true;
  }
  cable("A", post, number);
  cable("B", "STATE", other);
  switch (random.between(0, 3)) {
    case 0:
      text = "A. A) " + list[0].text + " B. B) " + list[1].text;
      break;
    case 1:
      text =
          "\xC2\xB6"
          "A. " +
          list[0].text +
          " \xC2\xB6"
          "B. " +
          list[1].text;
      break;
    case 2:
      list.push_back({"C", "other", "HARGROVE-LARKSPUR TELCON 3/4/75", "", "", 0, {}});
      text = "A) " + list[0].text + " B) " + list[1].text + " C) " + list[2].text;
      break;
    default:
      text = "(A) " + list[0].text + "; (B) " + list[1].text;
  }
  return true;
}

// Classified By.

bool respell_authority(Draft& d, Random& random) {
  if (d.layout.authority.empty() || !d.classified()) return false;
  const auto& a = *d.truth.authority;
  if (a.reasons.empty() || a.reasons[0].find('(') == std::string::npos) return false;
  const std::string section = a.reasons[0].substr(0, 3);
  std::vector<std::string> letters;
  for (const auto& reason : a.reasons) letters.emplace_back(1, reason[4]);
  const auto list = [&](const char* open, const char* between, const char* last, const char* close) {
    std::string out = open;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      if (i > 0) out += i + 1 == letters.size() ? last : between;
      out += letters[i];
    }
    return out + close;
  };
  std::string reasons;
  switch (random.between(0, 11)) {
    case 0:
      reasons = section + " " + list("(", ",", ",", ")");
      break;
    case 1:
      reasons = section + " " + list("(", "/", "/", ")");
      break;
    case 2:
      reasons = section + " " + list("(", "&", "&", ")");
      break;
    case 3:
      reasons = section + " " + list("(", "+", "+", ")");
      break;
    case 4:
      reasons = section + upper(list("(", ")(", ")(", ")"));
      break;
    case 5:
      reasons = section + " " + upper(list("", ",", " AND ", ""));
      break;
    case 6:
      reasons = section + " " + list("", "/", "/", "");
      break;
    case 7:
      reasons = section + " " + list("", ",", ",and ", "");
      break;
    case 8:
      reasons = section + "." + list("(", ") (", ") and (", ")");
      break;
    case 9:
      reasons = "1," + section.substr(2) + " " + list("(", "), (", ") and (", ")");
      break;
    case 10:
      reasons = section + " " + list("(", " (", " (", ")");
      break;
    default:
      reasons = section + "." + upper(list("", ",", ",", ""));
  }
  const std::string author =
      random.chance(70) ? a.title + " " + a.classified_by : a.classified_by + ", " + a.title;
  const std::string order = d.truth.declassification->order;
  std::string intro(random.pick({", REASONS ", ", for reasons ", " per ", " under ", ". Reason: E.O. ",
                                 ". BASED ON E.O.", ". Reasons: ", ", FOR REASON: "}));
  if (intro.starts_with(". Reason: E")) intro += order + " ";
  if (intro.starts_with(". BASED")) intro += order + " REASONS ";
  d.layout.authority = author + intro + reasons + (random.chance(60) ? "." : "");
  if (d.upper) d.layout.authority = upper(d.layout.authority);
  return true;
}

/// The classifier stands in a field of its own.
bool signed_by(const Draft& d) {
  return !d.layout.authority.empty() && !d.truth.authority->classified_by.empty();
}

bool double_label(Draft& d, Random&) {
  if (!signed_by(d)) return false;
  d.layout.authority.insert(0, d.upper ? "CLASSIFIED BY " : "Classified by ");
  add_noise(d.truth, "doubled-label");
  return true;
}

bool split_label(Draft& d, Random& random) {
  if (!signed_by(d) || d.layout.run_on != Layout::RunOn::none) return false;
  d.layout.authority_label = random.pick({"Classi fied By: ", "CLASS IFIED BY: ", "Classified  by: "});
  if (d.layout.authority_label != "Classified  by: ") add_noise(d.truth, "split-keyword");
  return true;
}

bool split_reason(Draft& d, Random& random) {
  auto& text = d.layout.authority;
  std::size_t place = std::string::npos;
  for (const char* word : {"REASON", "reason", "Reason"}) place = std::min(place, text.find(word));
  if (place == std::string::npos) return false;
  text.insert(place + 3, random.pick({" ", "\n", " \n"}));
  add_noise(d.truth, "split-keyword");
  return true;
}

bool split_section(Draft& d, Random&) {
  if (!d.classified() || d.layout.authority.empty() || d.truth.authority->reasons.empty()) return false;
  const std::size_t place = d.layout.authority.find(d.truth.authority->reasons[0].substr(0, 3));
  if (place == std::string::npos || d.layout.run_on != Layout::RunOn::none) return false;
  d.layout.authority.insert(place + 2, "\n");
  add_noise(d.truth, "split-keyword");
  return true;
}

bool zero_for_o(Draft& d, Random& random) {
  auto& text = d.layout.authority;
  if (!d.truth.authority || text.empty()) return false;
  auto& title = d.truth.authority->title;
  const std::size_t of_title = title.find_first_of("oO", 1);
  const std::size_t place = text.find(title);
  if (random.chance(50) && of_title != std::string::npos && of_title + 1 < title.size() &&
      place != std::string::npos && title[of_title - 1] >= 'A' && title[of_title + 1] >= 'A') {
    text[place + of_title] = title[of_title] = '0';
  } else {
    const std::size_t reason = std::min(text.find("REASON"), text.find("reason"));
    if (reason == std::string::npos) return false;
    text[reason + 4] = '0';
  }
  add_noise(d.truth, "zero-for-o");
  return true;
}

bool derived_from(Draft& d, Random& random) {
  if (!d.classified() || d.layout.authority.empty() || d.layout.run_on != Layout::RunOn::none) return false;
  const std::string source(
      random.pick({"DOS Classification Guide 05-01", "Multiple Sources", "QUELLMARK 0123, dated June 3"}));
  d.layout.authority_label = "Derived From: ";
  d.layout.authority = source;
  d.truth.authority = {"", "", source, {}};
  return true;
}

/// From 1995 to 2000: "1. (U) CLASSIFIED BY ..." in place of a field.
bool authority_in_text(Draft& d, Random&) {
  if (!d.classified() || d.layout.authority.empty() || !d.truth.entire_text.empty()) return false;
  if (d.layout.run_on != Layout::RunOn::none || d.truth.authority->classified_by.empty()) return false;
  if (d.layout.subject_gap && d.truth.references.empty()) return false;
  Truth::Paragraph p;
  p.number = 1;
  p.printed = "1";
  p.mark = p.level = "U";
  const std::string line = "CLASSIFIED BY " + d.layout.authority;
  p.text = fold(line);
  d.layout.authority.clear();
  for (auto& other : d.truth.paragraphs) other.printed = std::to_string(++other.number);
  d.truth.paragraphs.insert(d.truth.paragraphs.begin(), p);
  d.layout.paragraphs.insert(d.layout.paragraphs.begin(), Layout::Paragraph{});
  return true;
}

// The header as a whole.

bool run_on(Draft& d, Random& random) {
  if (d.layout.subject_gap || d.layout.order != Layout::Order::usual) return false;
  static constexpr Layout::RunOn kForms[] = {Layout::RunOn::order_tags, Layout::RunOn::tags_subject,
                                             Layout::RunOn::all, Layout::RunOn::with_classification};
  d.layout.run_on = random.pick(kForms);
  if (d.layout.run_on == Layout::RunOn::with_classification) {
    d.truth.passing.clear();
    d.layout.passing_run_on = false;
  }
  return true;
}

bool other_order(Draft& d, Random& random) {
  if (d.layout.run_on != Layout::RunOn::none || d.layout.passing_run_on) return false;
  const bool last = !d.truth.references.empty() && !d.layout.authority.empty() && !d.layout.subject_gap;
  d.layout.order = last && random.chance(50) ? Layout::Order::references_last : Layout::Order::tags_first;
  return true;
}

bool hard_breaks(Draft& d, Random&) {
  if (d.layout.run_on == Layout::RunOn::with_classification) return false;
  add_noise(d.truth, "hard-break");
  return d.layout.hard_breaks = true;
}

constexpr NoiseRecipe kRecipes[] = {
    {{"run-on header", "ABCDEF", "E.O. 12958: DECL: 6/3/18 TAGS: PREL", ""}, Field::frame, run_on},
    {{"order of parts", "ABCDEF", "TAGS before E.O., REF behind Classified By", ""},
     Field::frame,
     other_order},
    {{"hard breaks", "ABCDEF", "SUBJECT: X<two blanks>", ""}, Field::none, hard_breaks},
    {{"unspaced level", "ABCDEF", "CONFIDENTIAL VESTHAVN 000341", ""}, Field::level, unspaced_level},
    {{"mixed-case level", "ABCDEF", "S e c r e t vesthavn 068250", ""}, Field::level, mixed_case_line},
    {{"doubled letter", "ABCDEF", "SS E C R E T VESTHAVN 000341", ""}, Field::level, doubled_letter},
    {{"sensitive level", "DEF", "UNCLAS SENSITIVE VESTHAVN 000341", ""}, Field::level, sensitive_level},
    {{"short message number", "ABCDEF", "VESTHAVN 341", ""}, Field::none, short_number},
    {{"final section", "ABCDEF", "FINAL SECTION OF 02", "STR010"}, Field::sections, final_section},
    {{"corrected copy", "ABCDEF", "C O R R E C T E D  C O P Y (TEXT)", ""},
     Field::below_level,
     corrected_copy},
    {{"doubled caption", "DEF", "SIPDIS SIPDIS", "STR008"}, Field::none, double_captions},
    {{"topical caption", "ABCDEF", "VISAS DONKEY", ""}, Field::none, further_captions},
    {{"pass line of persons", "ABCDEF", "FOR DAS LARKSPUR", ""}, Field::none, further_passing},
    {{"wrapped pass line", "ABCDEF", "DEPT FOR EUR/NCE,<line end>AF/W", ""}, Field::passing, wrap_passing},
    {{"pass line before E.O.", "ABCDEF", "DEPT FOR AF/W E.O. 12958: N/A", ""},
     Field::passing,
     run_passing_on},
    {{"E.O. label", "ABCDEF", "EO 12958, E.0. 12958", ""}, Field::order_label, respell_order},
    {{"E.O. separator", "ABCDEF", "E.O. 12958 DECL: ..., AS AMENDED", ""}, Field::none, respell_order_end},
    {{"misspelt order", "DE", "E.O. 12598", ""}, Field::none, misspell_order},
    {{"date form", "CDEF", "DECL: 20310627", ""}, Field::declassification, respell_date},
    {{"DECL label", "CDEF", "DECLASSIFY ON: 06/27/2031", ""}, Field::declassification, respell_decl},
    {{"incomplete date", "CDEF", "DECL: 06/2016", ""}, Field::declassification, incomplete_date},
    {{"day before month", "CDEF", "DECL: 27/06/2031", ""}, Field::declassification, day_first},
    {{"event", "CDEF", "DECL: CLOSURE OF THE FERRY TRIBUNAL", ""}, Field::declassification, event},
    {{"offset", "CDEF", "DECL: +10 YEARS", "DCL016"}, Field::declassification, offset},
    {{"exemption codes", "CDEF", "DECL: X1, X5", "DCL011"}, Field::declassification, exemption_codes},
    {{"schedule form", "A", "XGDS 2", ""}, Field::declassification, schedule},
    {{"N/A form", "ABCDEF", "N/A DECONTROL 6/3/79", ""}, Field::declassification, not_applicable},
    {{"downgrading", "CDEF", "DNG: CO 6/3/2011 DECL: 6/3/2016", ""}, Field::declassification, downgrade},
    {{"TAGS label", "ABCDEF", "TAGES: PREL", ""}, Field::tags_label, respell_tags_label},
    {{"TAGS separators", "ABCDEF", "PREL,PGOV", ""}, Field::tags, other_separators},
    {{"glued TAGS", "ABCDEF", "PHUMPREL", ""}, Field::tags, glue_tags},
    {{"misspelt TAGS", "ABCDEF", "PRELL", ""}, Field::tags, misspell_tag},
    {{"person in TAGS", "ABCDEF", "OVIP HARGROVE ALBERTA", ""}, Field::tags, person_in_tags},
    {{"terms in TAGS", "DEF", "PREL IRAQI FREEDOM", ""}, Field::tags, terms},
    {{"links in TAGS", "ABCDEF", "[PREL](#)", ""}, Field::tags, link_tags},
    {{"page in TAGS", "ABCD", "PREL  CONFIDENTIAL  PAGE 02  VESTHAVN 00905  01 OF 02  060018Z  PGOV", ""},
     Field::tags,
     page_in_tags},
    {{"SUBJECT label", "ABCDEF", "SUBJ: X", ""}, Field::none, respell_subject_label},
    {{"split subject", "ABCDEF", "a blank line inside", ""}, Field::subject, split_subject},
    {{"marked subject", "CDEF", "SUBJECT: (U) X", ""}, Field::none, mark_subject},
    {{"REF label", "ABCDEF", "REFTELS: X", ""}, Field::references_label, respell_references_label},
    {{"REF form", "ABCDEF", "VESTHAVN 12 AND 34", ""}, Field::references, further_references},
    {{"page in REF", "ABCD", "A. STATE 12  CONFIDENTIAL  PAGE 02 ...  B. STATE 34", ""},
     Field::references,
     page_in_references},
    {{"reasons", "DEF", "per 1.4.(b)(d", ""}, Field::authority, respell_authority},
    {{"derived from", "DEF", "Derived From: Multiple Sources", ""}, Field::authority, derived_from},
    {{"authority in the text", "D", "1. (U) CLASSIFIED BY ...", ""}, Field::none, authority_in_text},
    {{"doubled label", "DEF", "Classified By: Classified by X", ""}, Field::authority_label, double_label},
    {{"split label", "DEF", "Classi fied By: X", ""}, Field::authority_label, split_label},
    {{"split keyword", "DEF", "REA SONS", ""}, Field::authority_cut, split_reason},
    {{"split section", "DEF", "1.<line end>4 (b)", ""}, Field::authority_cut, split_section},
    {{"zero for O", "DEF", "AMBASSAD0R, REAS0NS", ""}, Field::none, zero_for_o},
};

}  // namespace

std::span<const NoiseRecipe> header_noise() {
  return kRecipes;
}

}  // namespace cablelint::generator
