#include <algorithm>
#include <cablelint/calendar.hpp>

#include "tests/generator/noise.hpp"
#include "tests/generator/words.hpp"

namespace cablelint::generator {
namespace {

/// The end of one page and the head of the next.
std::string page_break(const Draft& d, int page, int section, int of) {
  return page_frame(d) + "\n\n\n" + page_frame(d) + "\n\n" + page_header(d, page, section, of);
}

/// Action and information offices, then the communicators' line.
std::string distribution(Random& random, bool drafted) {
  std::string text(random.pick({"ACTION EUR-25", "ACTION NEA-12", "ORIGIN SS-25", "ACTION OES-06"}));
  text +=
      "\n\nINFO  OCT-01  ISO-00  NEA-07  AF-10  CIAE-00  PM-05  H-01  INR-10\n      L-03  NSAE-00  NSC-05  ";
  text += "PA-01  /" + padded(random.between(20, 120), 3) + " W\n";
  if (drafted) {
    text += "DRAFTED BY EUR/NCE:" + upper(random.pick(words::kSurnames)) + ":XY\n";
    text += "APPROVED BY " + std::string(random.pick(words::kOffices)) + ":";
    text += upper(random.pick(words::kSurnames)) + "\n";
    text += "OES/PCI:" + upper(random.pick(words::kSurnames)) + " (INFO)\n";
  }
  text += "------------------" + padded(random.between(1, 999999), 6) + "  060024Z /";
  text += padded(random.between(1, 99), 2);
  return text;
}

std::string address(const Truth::Heading& h) {
  std::string text = h.precedence + " " + h.dtg + "\nFM " + h.from;
  const char* label = "\nTO ";
  for (const auto& a : h.to) {
    text += label + a.name;
    label = "\n";
  }
  return text;
}

/// The heading of the paper years: no routing, but distribution inside the Department.
bool paper_heading(Draft& d, Random& random) {
  if (!d.truth.heading || d.layout.run_on == Layout::RunOn::with_classification) return false;
  auto& h = *d.truth.heading;
  h.transmission = h.relay_precedence = h.station = h.serial = h.section = h.julian = "";
  h.prosign = h.letters = h.level = "";
  h.routing.clear();
  h.signals.clear();
  h.xmt.clear();
  for (auto* list : {&h.to, &h.info})
    for (auto& a : *list) a.routing.clear();
  const auto& section = d.truth.classification->section;
  d.layout.opening = page_frame(d) + "\n\n" +
                     page_header(d, 1, section ? section->number : 1, section ? section->of : 1) + "\n" +
                     distribution(random, random.chance(50));
  add_noise(d.truth, "page-header");
  return true;
}

/// Paragraphs with text enough to be cut, but not those with an entire-text line.
std::vector<std::size_t> long_paragraphs(const Draft& d) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < d.truth.paragraphs.size(); ++i) {
    const auto& layout = d.layout.paragraphs[i];
    const auto& text = d.truth.paragraphs[i].text;
    if (text.size() > 200 && !text.starts_with("CLASSIFIED BY") && layout.interruption.empty() && !layout.cut)
      found.push_back(i);
  }
  return found;
}

bool page_headers(Draft& d, Random& random) {
  const auto places = long_paragraphs(d);
  if (places.empty()) return false;
  int page = 1;
  for (const std::size_t place : places) {
    if (page > 1 && !random.chance(40)) continue;
    d.layout.paragraphs[place].interruption = page_break(d, ++page, 1, 1);
  }
  add_noise(d.truth, "page-header");
  return true;
}

/// The text runs on over the sections; each of them repeats what `header` gives for its number.
template <typename Header> bool add_sections(Draft& d, Random& random, Header header) {
  const auto places = long_paragraphs(d);
  if (places.empty() || d.truth.classification->section || !d.layout.section_text.empty()) return false;
  const int of = places.size() > 1 && random.chance(40) ? 3 : 2;
  d.truth.classification->section = {1, of};
  d.truth.sections = {{1, of}};
  if (d.truth.heading && !d.truth.heading->station.empty()) d.truth.heading->section = "01";
  for (int number = 2; number <= of; ++number) {
    d.truth.sections.push_back({number, of});
    const std::size_t place =
        places[places.size() * static_cast<std::size_t>(number - 1) / static_cast<std::size_t>(of)];
    auto& text = d.layout.paragraphs[place].interruption;
    if (!text.empty()) text += "\n\n";
    text += header(number, of);
  }
  return true;
}

/// Sections of the electronic years: "VESTHAVN 00000154 002 OF 003", and "001.2" for a further part.
bool continuation_headers(Draft& d, Random& random) {
  const auto& c = *d.truth.classification;
  const std::string name = upper(c.post) + " " + padded(std::stoi(c.message_number), 8) + " ";
  const auto spare = long_paragraphs(d);
  const bool done = add_sections(
      d, random, [&](int number, int of) { return name + padded(number, 3) + " OF " + padded(of, 3); });
  if (!done) return false;
  auto& first = d.layout.paragraphs[spare.front()].interruption;
  if (first.empty()) first = name + "001.2 OF " + padded(c.section->of, 3);
  return true;
}

std::string section_line(const Draft& d, int number, int of) {
  const auto& c = *d.truth.classification;
  std::string text = d.layout.level_text;
  text += number == of && of > 2 ? " FINAL SECTION OF " + padded(of, 2)
                                 : " SECTION " + padded(number, 2) + " OF " + padded(of, 2);
  return text + " " + c.post + " " + c.message_number;
}

/// The classification line again, with captions, E.O. line and TAGS below it as the teletype repeated them.
bool repeated_line(Draft& d, Random& random) {
  const int more = random.between(0, 3);
  return add_sections(d, random, [&](int number, int of) {
    std::string text = section_line(d, number, of);
    if (more > 0)
      for (const auto& caption : d.truth.captions) text += "\n\n" + caption;
    if (more > 1 && d.truth.declassification) {
      const auto& e = *d.truth.declassification;
      text += "\n\n" + d.layout.order_label + e.order + d.layout.order_end + e.text;
      text += "\nTAGS: PREL, PGOV";
    }
    if (more > 2)
      text += "\nSUBJECT: " + d.truth.subject->text.substr(0, d.truth.subject->text.find(' ', 20));
    return text;
  });
}

/// On paper each section is a message of its own, with distribution and heading.
bool repeated_heading(Draft& d, Random& random) {
  if (!d.truth.heading || d.truth.heading->dtg.empty()) return false;
  const bool done = add_sections(d, random, [&](int number, int of) {
    return page_frame(d) + "\n\n\n" + page_frame(d) + "\n\n" + page_header(d, 1, number, of) + "\n" +
           distribution(random, false) + "\n" + address(*d.truth.heading) + "\n" +
           section_line(d, number, of);
  });
  if (done) add_noise(d.truth, "page-header");
  return done;
}

// The transmission heading.

bool collapse_heading(Draft& d, Random&) {
  if (!d.truth.heading || d.truth.heading->station.empty()) return false;
  d.layout.heading = Layout::Heading::collapsed;
  add_noise(d.truth, "collapsed-heading");
  return true;
}

bool space_heading(Draft& d, Random&) {
  if (!d.truth.heading) return false;
  d.layout.heading = Layout::Heading::spaced;
  return true;
}

bool wrap_relay(Draft& d, Random&) {
  if (!d.truth.heading || d.truth.heading->routing.size() < 2 ||
      d.layout.heading == Layout::Heading::collapsed)
    return false;
  d.layout.relay_end = d.truth.heading->routing.back();
  return true;
}

/// The year with four digits.
bool long_year(Draft& d, Random&) {
  if (!d.truth.heading || d.truth.heading->dtg.empty()) return false;
  auto& dtg = d.truth.heading->dtg;
  dtg.insert(dtg.size() - 2, std::to_string(ymd_of(d.day).year / 100));
  return true;
}

bool mixed_precedence(Draft& d, Random&) {
  if (!d.truth.heading || d.truth.heading->precedence == "R" || d.truth.heading->dtg.empty()) return false;
  d.layout.dtg_more = d.truth.heading->precedence == "P" ? "R " : "P ";
  return true;
}

/// An offset counts from the day of the cable.
void forget_offset(Draft& d) {
  if (d.truth.declassification && d.truth.declassification->kind == "offset")
    d.truth.declassification->date.clear();
}

/// Without a DTG the day of the file time counts, when the trailer tells the year.
bool lost_date_line(Draft& d, Random&) {
  if (!d.truth.heading || d.truth.heading->julian.empty()) return false;
  auto& h = *d.truth.heading;
  h.precedence = h.dtg = h.time = "";
  if (d.truth.record) {
    d.truth.date->basis = "julian";
  } else {
    d.truth.date.reset();
    forget_offset(d);
  }
  return true;
}

bool act_at_night(Draft& d, Random&) {
  if (!d.truth.heading || d.truth.heading->precedence != "O") return false;
  d.truth.heading->to.front().precedence = "NIACT IMMEDIATE";
  return true;
}

bool lost_routes(Draft& d, Random&) {
  if (!d.truth.heading || d.layout.heading != Layout::Heading::lines) return false;
  for (auto* list : {&d.truth.heading->to, &d.truth.heading->info})
    for (auto& a : *list) a.routing.clear();
  return true;
}

bool more_exempted(Draft& d, Random& random) {
  if (!d.truth.heading || d.truth.heading->info.empty() || !d.truth.heading->xmt.empty() ||
      d.layout.heading == Layout::Heading::spaced)
    return false;
  for (int i = random.between(1, 2); i > 0; --i) {
    const auto& post = random.pick(words::kPosts);
    d.truth.heading->xmt.push_back({"", std::string(post.mission) + " " + std::string(post.name), "", ""});
  }
  return true;
}

// The end.

bool separators(Draft& d, Random& random) {
  d.layout.bt = d.truth.heading.has_value();
  d.layout.bt_again = random.chance(60);
  d.layout.nnnn = random.chance(50);
  if (d.truth.heading && !d.truth.heading->serial.empty() && random.chance(70))
    d.layout.closing_serial = "#" + d.truth.heading->serial;
  d.truth.end_of_message = d.layout.bt_again || d.layout.nnnn || !d.layout.closing_serial.empty();
  return true;
}

bool closing_level(Draft& d, Random&) {
  d.layout.after_signature = page_frame(d);
  return true;
}

bool communicators_note(Draft& d, Random&) {
  d.layout.after_signature = "NOTE BY OC/T: NOT PASSED ABOVE ADDRESSEES.";
  return true;
}

bool minimize(Draft& d, Random& random) {
  if (random.chance(50)) {
    d.layout.after_body = "MINIMIZE CONSIDERED.";
  } else {
    d.layout.signature_before = "MINIMIZE CONSIDERED.  ";
    d.layout.signature_glued = false;
  }
  return true;
}

constexpr NoiseRecipe kRecipes[] = {
    {{"continuation headers", "DEF", "VESTHAVN 00000154 001.2 OF 003", ""},
     Field::sections,
     continuation_headers},
    {{"repeated classification line", "ABCDEF", "S E C R E T SECTION 02 OF 03 VESTHAVN 00154", ""},
     Field::sections,
     repeated_line},
    {{"repeated heading", "ABC", "PAGE 01, ACTION, DTG, FM, TO, SECTION 02 OF 02", ""},
     Field::sections,
     repeated_heading},
    {{"paper heading", "ABC", "PAGE 01, ACTION EUR-25, INFO OCT-01, DRAFTED BY", ""},
     Field::heading,
     paper_heading},
    {{"page headers", "ABCD", "CONFIDENTIAL<line ends>PAGE 02 VESTHAVN 00905 060018Z", ""},
     Field::none,
     page_headers},
    {{"collapsed heading", "ABCDEF", "VZCZCXRO7231 OO RUEHVH DE RUEHQK #0341", ""},
     Field::heading,
     collapse_heading},
    {{"spaced heading", "ABCDEF", "blank lines between all lines of the heading", ""},
     Field::heading,
     space_heading},
    {{"wrapped relay", "ABCDEF", "PP RUEHVH<line end>RUEHQK", ""}, Field::none, wrap_relay},
    {{"long year", "ABCDEF", "221516Z JUN 2006", ""}, Field::none, long_year},
    {{"two precedences", "ABCDEF", "O P 231409Z MAR 09", ""}, Field::none, mixed_precedence},
    {{"lost date line", "DEF", "no DTG, but a Julian day and a trailer", ""},
     Field::date_line,
     lost_date_line},
    {{"NIACT", "ABCDEF", "SECSTATE WASHDC NIACT IMMEDIATE 1234", ""}, Field::none, act_at_night},
    {{"lost routes", "ABCDEF", "TO SECSTATE WASHDC", ""}, Field::addressees, lost_routes},
    {{"exempted addressees", "ABCDEF", "XMT AMEMBASSY VESTHAVN", ""}, Field::addressees, more_exempted},
    {{"separators", "ABCDEF", "BT, #0341, no NNNN", ""}, Field::ending, separators},
    {{"closing level", "ABCD", "CONFIDENTIAL behind the signature", ""}, Field::none, closing_level},
    {{"communicators' note", "ABCD", "NOTE BY OC/T: NOT PASSED ABOVE ADDRESSEES.", ""},
     Field::none,
     communicators_note},
    {{"minimize", "ABCDEF", "MINIMIZE CONSIDERED.  HARGROVE", ""}, Field::none, minimize},
};

}  // namespace

std::string page_frame(const Draft& d) {
  const auto& c = *d.truth.classification;
  if (c.text.starts_with("LIM")) return "LIMITED OFFICIAL USE";
  return c.level == "U" ? "UNCLASSIFIED" : banner(c.level);
}

std::string page_header(const Draft& d, int page, int section, int of) {
  const auto& c = *d.truth.classification;
  std::string text = "PAGE " + padded(page, 2) + "        " + upper(c.post) + "  " +
                     padded(std::stoi(c.message_number), 5) + "  ";
  if (of > 1) text += padded(section, 2) + " OF " + padded(of, 2) + "  ";
  const Ymd ymd = ymd_of(d.day);
  return text + padded(ymd.day, 2) + padded(d.minute / 60, 2) + padded(d.minute % 60, 2) + "Z";
}

std::span<const NoiseRecipe> page_noise() {
  return kRecipes;
}

}  // namespace cablelint::generator
