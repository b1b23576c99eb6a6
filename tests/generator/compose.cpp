#include <algorithm>
#include <cablelint/calendar.hpp>

#include "tests/generator/draft.hpp"
#include "tests/generator/words.hpp"

namespace cablelint::generator {
namespace {

struct EraFacts {
  std::string_view order;
  const char* first;
  const char* last;
};
// The soft window of 2003, in which two citations of reasons are right, is left out.
constexpr EraFacts kEraFacts[] = {
    {"11652", "1973-07-02", "1978-11-29"}, {"12065", "1978-12-02", "1982-07-30"},
    {"12356", "1982-08-02", "1995-10-10"}, {"12958", "1995-10-16", "2003-03-20"},
    {"12958", "2003-09-24", "2010-06-20"}, {"13526", "2010-06-29", "2013-12-20"},
};

constexpr const char* kMonthCodes[] = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                       "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};

char letter_of(const std::string& level) {
  return level == "TS" ? 'T' : level[0];
}

// Continuation headers of this shape are those of the electronic eras.
bool has_continuation_headers(Era era) {
  return era >= Era::D;
}

void add_classification(Draft& d, const std::string& level, Random& random) {
  Truth::Classification c;
  c.level = level;
  const auto& post = random.pick(words::kPosts);
  c.post = post.name;
  c.message_number = padded(random.between(12, 6800), d.era >= Era::D ? 6 : 5);
  std::string text = banner(level);
  if (level != "U") {
    text = spaced(text, random.chance(50));
  } else if (d.era <= Era::C && random.chance(15)) {
    text = "LIMITED OFFICIAL USE";
  } else if (d.era < Era::D && random.chance(20)) {
    text = "UNCLASSIFIED";
  }
  d.layout.level_text = text;
  c.text = fold(text);
  if (level == "U" && d.era >= Era::D && d.era <= Era::E && random.chance(6)) c.controls.emplace_back("EFTO");
  if (has_continuation_headers(d.era) && random.chance(8)) {
    c.section = {1, 2};
    d.truth.sections = {{1, 2}, {2, 2}};
  }
  d.truth.classification = c;
}

void add_heading(Draft& d, Random& random) {
  const auto& c = *d.truth.classification;
  Truth::Heading h;
  const Ymd ymd = ymd_of(d.day);
  h.transmission = random.chance(60) ? "VZCZCXRO" : "VZCZCXYZ";
  h.transmission += padded(random.between(0, 9999), 4);
  static constexpr const char* kWords[] = {"FLASH", "IMMEDIATE", "PRIORITY", "ROUTINE"};
  const int rank = random.chance(2) ? 0 : random.chance(30) ? 1 : random.chance(60) ? 2 : 3;
  h.precedence = std::string(1, "ZOPR"[rank]);
  h.relay_precedence = h.precedence + h.precedence;
  const words::Post* own = nullptr;
  for (const auto& post : words::kPosts)
    if (post.name == c.post) own = &post;
  h.station = own->routing;
  for (int i = random.between(1, 5); i > 0; --i) {
    const std::string routing(random.pick(words::kPosts).routing);
    if (std::find(h.routing.begin(), h.routing.end(), routing) == h.routing.end())
      h.routing.push_back(routing);
  }
  h.serial = padded(std::stoi(c.message_number) % 10000, 4);
  if (c.section) h.section = padded(c.section->number, 2);
  int filed = d.minute;
  if (random.chance(7)) filed = std::min(d.minute + random.between(1, 40), 24 * 60 - 1);
  h.julian = padded(day_of_year(d.day), 3) + padded(filed / 60, 2) + padded(filed % 60, 2);
  const bool efto = !c.controls.empty();
  h.prosign = d.classified() || efto ? "ZNY" : "ZNR";
  h.letters = std::string(5, efto ? 'E' : letter_of(c.level));
  h.level = c.level;
  h.signals.emplace_back("ZZH");
  if (random.chance(5)) h.signals.emplace_back("ZDK");
  h.dtg = padded(ymd.day, 2) + padded(d.minute / 60, 2) + padded(d.minute % 60, 2) + "Z " +
          kMonthCodes[ymd.month - 1] + " " + padded(ymd.year % 100, 2);
  append_iso_minute(h.time, d.day, d.minute);
  h.from = std::string(own->mission) + " " + std::string(own->name);

  std::vector<std::string_view> addressed = {c.post};
  const auto is_new = [&](std::string_view name) {
    if (std::find(addressed.begin(), addressed.end(), name) != addressed.end()) return false;
    addressed.push_back(name);
    return true;
  };
  const auto addressee = [&](std::string_view routing, std::string name) {
    Truth::Addressee a{std::string(routing), std::move(name), "", ""};
    const int word = random.between(rank, 3);
    if (word < 3) a.precedence = kWords[word];
    if (!a.precedence.empty() && random.chance(70)) a.number = padded(random.between(1, 9999), 4);
    return a;
  };
  h.to.push_back(addressee("RUEHC", "SECSTATE WASHDC"));
  if (rank < 3) h.to.back().precedence = kWords[rank];
  const auto add_mission = [&](std::vector<Truth::Addressee>& list) {
    const auto& post = random.pick(words::kPosts);
    if (is_new(post.name))
      list.push_back(addressee(post.routing, std::string(post.mission) + " " + std::string(post.name)));
  };
  if (random.chance(20)) add_mission(h.to);
  for (int i = random.between(0, 7); i > 0; --i) {
    if (random.chance(50)) {
      add_mission(h.info);
    } else if (const auto& agency = random.pick(words::kAgencies); is_new(agency.name)) {
      h.info.push_back(addressee(agency.routing, std::string(agency.name)));
    }
  }
  if (random.chance(4)) {
    add_mission(h.xmt);
    for (auto& a : h.xmt) a.routing = a.precedence = a.number = "";
  }
  d.truth.heading = h;
  std::string date;
  append_iso(date, d.day);
  d.truth.date = {date, "dtg", "day"};
}

void add_captions(Draft& d, bool noforn, bool sensitive, Random& random) {
  auto& captions = d.truth.captions;
  const bool shared = (d.era == Era::D && d.day >= *parse_iso("2002-06-01") && random.chance(60)) ||
                      (d.era == Era::E && random.chance(90)) || (d.era == Era::F && random.chance(60));
  if (sensitive) captions.emplace_back("SENSITIVE");
  if (noforn && random.chance(60)) {
    captions.emplace_back("NOFORN");
    noforn = false;
  }
  if (shared) {
    captions.emplace_back("SIPDIS");
  } else if (d.classified() && captions.empty() && random.chance(25)) {
    captions.emplace_back(random.pick({"EXDIS", "NODIS", "LIMDIS", "STADIS"}));
    // State only: no other agency may be addressed.
    if (captions.back() == "STADIS") captions.back() = "EXDIS";
  }
  if (noforn) captions.emplace_back("NOFORN");
}

void add_passing(Draft& d, Random& random) {
  auto& passing = d.truth.passing;
  if (random.chance(55)) {
    std::string line = std::string(random.pick({"DEPT FOR ", "DEPARTMENT FOR ", "STATE FOR "}));
    line += random.pick(words::kOffices);
    if (random.chance(40)) line += ", " + std::string(random.pick(words::kOffices));
    if (random.chance(30)) line += " " + upper(person(random));
    passing.push_back(line);
  }
  if (random.chance(25)) passing.emplace_back(random.pick(words::kPasses));
}

std::string month_first(Day day, bool padded_fields, bool long_year) {
  const Ymd ymd = ymd_of(day);
  const int w = padded_fields ? 2 : 1;
  return padded(ymd.month, w) + "/" + padded(ymd.day, w) + "/" +
         (long_year ? padded(ymd.year, 4) : padded(ymd.year % 100, 2));
}

void add_schedule(Draft& d, Random& random) {
  Truth::Declassification e;
  e.kind = "schedule";
  if (d.era == Era::A) {
    if (random.chance(60)) {
      e.text = "GDS";
    } else if (random.chance(80)) {
      e.text = "XGDS-" + std::to_string(random.between(1, 4));
    } else {
      const Day until = add_years(d.day, 2);
      e.text = "ADS " + month_first(until, false, false);
      append_iso(e.date, until);
    }
    e.codes.push_back(e.text.substr(0, e.text.find(' ')));
  } else {
    const bool review = random.chance(40);
    const Day until = add_years(d.day, review ? 20 : 6);
    e.codes.push_back(review ? "RDS-" + std::to_string(random.between(1, 4)) : "GDS");
    append_iso(e.date, until);
    const std::string name = surname_first(random);
    e.text = e.codes[0] + " " + month_first(until, false, false) + " (" + name + ") OR-" +
             std::string(random.pick({"M", "P", "O", "E"}));
  }
  d.truth.declassification = e;
}

void add_declassification(Draft& d, Random& random) {
  if (!d.classified()) {
    Truth::Declassification e;
    e.text = random.chance(85) ? "N/A" : "DECL: N/A";
    e.kind = "not-applicable";
    d.truth.declassification = e;
  } else if (d.era <= Era::B) {
    add_schedule(d, random);
  } else if (d.era == Era::C && random.chance(60)) {
    d.truth.declassification = {"DECL: OADR", "", "codes", "", {"OADR"}, "", "", ""};
  } else if (d.era == Era::D && random.chance(35)) {
    const std::string code = "X" + std::to_string(random.between(1, 8));
    const std::string printed = random.chance(30) ? "1.6" + code : code;
    d.truth.declassification = {"DECL: " + printed, "", "codes", "", {code}, "", "", ""};
    if (random.chance(20) && code != "X6") {
      d.truth.declassification->text += ", X6";
      d.truth.declassification->codes.emplace_back("X6");
    }
  } else if (d.era == Era::F && random.chance(4)) {
    d.truth.declassification = {"DECL: 50X1-HUM", "", "codes", "", {"50X1-HUM"}, "", "", ""};
  } else {
    const Day until =
        random.chance(80) ? add_years(d.day, 10) : add_days(add_years(d.day, 5), random.between(0, 1500));
    set_declassification_date(d, until);
    auto& e = *d.truth.declassification;
    const Ymd ymd = ymd_of(until);
    if (random.chance(25)) {
      const std::string forms[] = {
          month_first(until, false, true),
          padded(ymd.year, 4) + "/" + padded(ymd.month, 2) + "/" + padded(ymd.day, 2),
          padded(ymd.year, 4) + "-" + padded(ymd.month, 2) + "-" + padded(ymd.day, 2),
          padded(ymd.day, 2) + " " + kMonthCodes[ymd.month - 1] + " " + padded(ymd.year, 4),
          upper(words::kMonths[static_cast<std::size_t>(ymd.month - 1)]) + " " + std::to_string(ymd.day) +
              ", " + padded(ymd.year, 4)};
      e.text = "DECL: " + random.pick(forms);
    }
  }
  d.truth.declassification->order = kEraFacts[static_cast<int>(d.era)].order;
}

void add_tags(Draft& d, Random& random) {
  auto& tags = d.truth.tags;
  const auto add = [&](const auto& list, const char* kind) {
    const std::string code(random.pick(list));
    if (std::none_of(tags.begin(), tags.end(), [&](const auto& t) { return t.code == code; }))
      tags.push_back({code, kind, ""});
  };
  for (int i = random.between(1, 3); i > 0; --i) add(words::kSubjectTags, "subject");
  if (random.chance(10)) tags.push_back({"OVIP", "person", surname_first(random)});
  if (d.era >= Era::D && random.chance(40)) add(words::kProgramTags, "program");
  for (int i = random.between(1, 3); i > 0; --i) add(words::kGeoTags, "geo");
  if (random.chance(30)) add(words::kOrganizationTags, "organization");
  if (d.era == Era::E && random.chance(5)) add(words::kTermTags, "term");
  if (random.chance(40)) d.layout.tag_separator = ", ";
}

void add_subject(Draft& d, Random& random) {
  std::string text = random.chance(60) ? std::string(random.pick(words::kCountries)) + ": " : "";
  text += random.pick(words::kSubjects);
  if (random.chance(45)) text += " " + std::string(random.pick(words::kSubjectTails));
  d.truth.subject = {text, ""};
  if (d.classified() && d.era >= Era::C && random.chance(6)) d.truth.subject->mark = "U";
}

void add_references(Draft& d, Random& random) {
  if (!random.chance(45)) return;
  const int count = random.chance(50) ? 1 : random.between(2, 4);
  const int year = ymd_of(d.day).year;
  for (int i = 0; i < count; ++i) {
    Truth::Reference r;
    if (count > 1) r.label = std::string(1, static_cast<char>('A' + i));
    if (count > 1 && i > 0 && random.chance(10)) {
      r.kind = "other";
      r.text = upper(random.pick(words::kSurnames));
      r.text += "-" + upper(random.pick(words::kSurnames)) + " EMAIL";
    } else {
      r.kind = "cable";
      r.origin = random.chance(50) ? std::string("STATE") : std::string(random.pick(words::kPosts).name);
      r.number = std::to_string(random.between(20, r.origin == "STATE" ? 99999 : 6000));
      if (random.chance(20)) r.year = year - 1;
      r.text = (r.year != 0 ? padded(r.year % 100, 2) + " " : "") + r.origin + " " + r.number;
      if (random.chance(15)) {
        r.notes.emplace_back("NOTAL");
        r.text += " (NOTAL)";
      }
    }
    d.truth.references.push_back(r);
  }
  d.layout.reference_style = random.between(0, 2);
}

void add_authority(Draft& d, Random& random) {
  if (!d.classified() || d.era < Era::D) return;
  static constexpr const char* kLetters[] = {"bd", "bd", "bd", "bd", "d", "b", "abd", "c", "be", "ad"};
  std::string name = person(random);
  if (random.chance(40)) name.insert(name.find(' ') + 1, std::string(random.pick(words::kInitials)) + " ");
  std::string title(random.pick(words::kTitles));
  if (d.upper) {
    name = upper(name);
    title = upper(title);
  }
  const std::string letters(random.pick(kLetters));
  set_authority(d, name, title, d.era == Era::D ? "1.5" : "1.4", letters, random.between(0, 4));
  if (d.upper && random.chance(50)) d.layout.authority_label = "CLASSIFIED BY: ";
}

void add_record(Draft& d) {
  const auto& c = *d.truth.classification;
  std::string post = c.post;
  std::erase(post, ' ');
  const int number = std::stoi(c.message_number);
  const int year = ymd_of(d.day).year;
  std::string level = banner(c.level);
  if (c.level == "U") level = c.text.starts_with("LIM") ? c.text : "UNCLASSIFIED";
  d.truth.record = {std::to_string(year) + post + padded(number, 5), level};
  if (!d.truth.date) d.truth.date = {std::to_string(year), "record", "year"};
}

}  // namespace

std::string banner(const std::string& level) {
  if (level == "TS") return "TOP SECRET";
  if (level == "S") return "SECRET";
  if (level == "C") return "CONFIDENTIAL";
  return "UNCLAS";
}

std::string spaced(const std::string& words, bool wide) {
  std::string out;
  for (const char c : words) {
    if (!out.empty()) out += ' ';
    if (c != ' ') {
      out += c;
    } else if (!wide) {
      out.pop_back();
    }
  }
  return out;
}

/// "HARGROVE, ALBERTA"
std::string surname_first(Random& random) {
  const std::string name = upper(person(random));
  const auto blank = name.find(' ');
  return name.substr(blank + 1) + ", " + name.substr(0, blank);
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

std::string padded(int number, int width) {
  std::string digits = std::to_string(number);
  if (static_cast<int>(digits.size()) < width)
    digits.insert(0, static_cast<std::size_t>(width) - digits.size(), '0');
  return digits;
}

std::string person(Random& random) {
  std::string name(random.pick(words::kGivenNames));
  name += ' ';
  name += random.pick(words::kSurnames);
  return name;
}

void set_declassification_date(Draft& d, Day day) {
  Truth::Declassification e;
  e.kind = "date";
  e.order = kEraFacts[static_cast<int>(d.era)].order;
  append_iso(e.date, day);
  e.text = "DECL: " + month_first(day, true, true);
  d.truth.declassification = e;
}

void set_authority(Draft& d, const std::string& name, const std::string& title, const std::string& section,
                   const std::string& letters, int style) {
  Truth::Authority a{name, title, "", {}};
  for (const char c : letters) a.reasons.push_back(section + "(" + c + ")");
  if (letters.empty() && !section.empty()) a.reasons.push_back(section);

  std::string list;
  const auto join = [&](const char* open, const char* close, const char* comma, const char* last) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
      if (i > 0) list += i + 1 == letters.size() ? last : comma;
      list += open;
      list += letters[i];
      list += close;
    }
  };
  std::string& line = d.layout.authority;
  switch (style) {
    case 0:
      join("(", ")", ", ", " and ");
      line = title + " " + name + ", REASONS " + section + " " + list + ".";
      break;
    case 1:
      join("(", ")", ", ", " and ");
      line = title + " " + name + " for reasons " + section + " " + list + ".";
      break;
    case 2:
      join("(", ")", ", ", " and ");
      line = name + ", " + title + ", for reasons " + section + " " + list + ".";
      break;
    case 3:
      join("", "", ",", ",");
      line = title + " " + name + ". REASON: " + section + " (" + list + ").";
      break;
    default:
      join("", "", ", ", " AND ");
      line = title + " " + name + ", REASONS " + section + " " + upper(list) + ".";
      break;
  }
  if (letters.empty()) {
    const auto end = line.find(section.empty() ? " for reasons" : section);
    line = line.substr(0, end + section.size());
  }
  if (d.upper) line = upper(line);
  d.truth.authority = a;
}

Draft compose(const Recipe& recipe, Random& random) {
  Draft d;
  d.era = recipe.era ? *recipe.era : random.pick(kEras);
  const auto& facts = kEraFacts[static_cast<int>(d.era)];
  const Day first = recipe.earliest ? *recipe.earliest : *parse_iso(facts.first);
  const Day last = recipe.earliest ? add_years(first, 3) : *parse_iso(facts.last);
  d.day = add_days(first, static_cast<int>(random.below(static_cast<std::size_t>(last - first + 1))));
  d.minute = random.between(0, 24 * 60 - 1);
  d.upper = d.era <= Era::C || random.chance(d.era == Era::D ? 60 : 30);

  std::string level = recipe.level;
  if (level.empty()) {
    const int draw = random.between(1, 100);
    level = draw <= 50 ? "C" : draw <= 72 ? "S" : draw <= 73 && d.era <= Era::C ? "TS" : "U";
  }
  add_classification(d, level, random);
  const bool noforn = d.classified() && d.era >= Era::D && random.chance(20);
  const bool sensitive =
      level == "U" && d.era >= Era::D && d.truth.classification->controls.empty() && random.chance(40);

  const bool long_lines = recipe.long_lines ? *recipe.long_lines : random.chance(25);
  d.layout.width = long_lines ? 0 : random.between(55, 65);
  d.layout.spread = long_lines && random.chance(40);
  d.layout.paragraph_gaps = random.chance(75);
  add_captions(d, noforn, sensitive, random);
  add_passing(d, random);
  add_declassification(d, random);
  add_tags(d, random);
  add_subject(d, random);
  add_references(d, random);
  add_authority(d, random);
  add_body(d, recipe.bytes, random);
  if (recipe.transmission_heading ? *recipe.transmission_heading : random.chance(80)) add_heading(d, random);
  if (random.chance(35)) add_record(d);
  return d;
}

FictionalCable generate(std::uint64_t seed, std::uint64_t index, const Recipe& recipe) {
  Random random(seed, index);
  Draft draft = compose(recipe, random);
  make_noisy(draft, recipe.noise, random);
  return print(std::move(draft));
}

}  // namespace cablelint::generator
