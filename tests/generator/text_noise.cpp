#include <algorithm>

#include "tests/generator/noise.hpp"
#include "tests/generator/words.hpp"

namespace cablelint::generator {
namespace {

bool partial_extract(Draft& d, Random&) {
  if (!d.layout.opening.empty()) return false;
  d.layout.opening =
      "This record is a partial extract of the original cable. The full text of the original cable is not "
      "available.";
  d.layout.bt = false;
  d.truth.partial_extract = true;
  d.truth.heading.reset();
  if (d.truth.record) {
    d.truth.date = {d.truth.record->id.substr(0, 4), "record", "year"};
  } else {
    d.truth.date.reset();
  }
  // An offset counts from a day; a year alone does not do.
  if (d.truth.declassification && d.truth.declassification->kind == "offset")
    d.truth.declassification->date.clear();
  std::erase(d.truth.noise, "collapsed-heading");
  add_noise(d.truth, "partial-extract");
  return true;
}

bool date_banner(Draft& d, Random&) {
  if (!d.layout.opening.empty()) return false;
  d.layout.opening = "Friday, 19 February 2010, 14:32";
  return true;
}

/// Neither number nor mark: a blank line would end it.
bool loose(const Truth::Paragraph& p) {
  return p.printed.empty() && p.mark.empty();
}

/// A paragraph that says who classified the cable says nothing else.
bool signs(const Truth::Paragraph& p) {
  return p.text.starts_with("CLASSIFIED BY");
}

bool release_stamp(Draft& d, Random& random) {
  const std::string stamp(
      random.pick({"Declassified/Released US Department of State EO Systematic Review 20 Mar 2014",
                   "RELEASED IN FULL", "RELEASED IN PART B1, 1.4(D)"}));
  const std::size_t place = random.below(d.layout.paragraphs.size());
  auto& layout = d.layout.paragraphs[place];
  const bool room = layout.interruption.empty() && !layout.cut && d.truth.paragraphs[place].text.size() > 60;
  const auto& p = d.truth.paragraphs[place];
  if (random.chance(50) && room && !loose(p) && !signs(p)) {
    layout.interruption = stamp;
  } else if (d.layout.opening.empty()) {
    d.layout.opening = stamp;
  } else {
    d.layout.after_signature += d.layout.after_signature.empty() ? stamp : "\n" + stamp;
  }
  add_noise(d.truth, "release-stamp");
  return true;
}

// Numbers.

/// Numbers as the conversions of published copies left them, a style of its own for each paragraph.
bool renumber(Draft& d, Random& random) {
  for (std::size_t i = 0; i < d.truth.paragraphs.size(); ++i) {
    auto& p = d.truth.paragraphs[i];
    auto& layout = d.layout.paragraphs[i];
    if (p.printed.empty()) continue;
    switch (random.between(0, 3)) {
      case 0:
        p.printed = "1" + p.printed;
        break;
      case 1:
        layout.before = "\xC2\xB6";
        break;
      case 2:
        layout.before = "\\P ";
        break;
      default:
        continue;
    }
    add_noise(d.truth, "pilcrow");
  }
  return true;
}

bool add_bullets(Draft& d, Random& random) {
  for (std::size_t i = 0; i < d.layout.paragraphs.size(); ++i) {
    if (!random.chance(70) || d.truth.paragraphs[i].printed.empty()) continue;
    d.layout.paragraphs[i].before.insert(0, "- ");
    add_noise(d.truth, "bullet");
  }
  return true;
}

/// "1.(C)", "1 (C)", "1.   (C)"
bool respace_numbers(Draft& d, Random& random) {
  for (std::size_t i = 0; i < d.layout.paragraphs.size(); ++i) {
    if (!random.chance(50)) continue;
    const bool marked = !d.truth.paragraphs[i].mark.empty();
    d.layout.paragraphs[i].between = marked ? random.pick({".", " ", ".   "}) : ".   ";
  }
  return true;
}

// Marks.

bool respell_marks(Draft& d, Random& random) {
  bool done = false;
  for (std::size_t i = 0; i < d.truth.paragraphs.size(); ++i) {
    auto& p = d.truth.paragraphs[i];
    auto& mark = d.layout.paragraphs[i].mark;
    if (p.mark.empty() || !random.chance(60)) continue;
    done = true;
    if (p.controls.size() == 1 && p.controls[0] == "NF" && p.level != "U") {
      const std::string_view form = random.pick({"-NF", " NF", "/NOFORN", " / NF"});
      p.mark = p.level + std::string(form);
      if (form == "/NOFORN") p.controls = {"NOFORN"};
    } else if (p.controls.empty() && p.mark == p.level && random.chance(50)) {
      mark = std::string(random.pick({"( ", "(", "(  "})) + p.mark + " )";
    } else if (p.controls.empty() && p.mark == p.level && p.level != "U" && d.era >= Era::D) {
      const std::string_view release =
          d.era == Era::F ? "REL TO USA, GBR" : random.pick({"REL LORNIA", "REL TO USA, GBR", "REL UK"});
      p.mark += (d.era == Era::F ? "//" : "/") + std::string(release);
      p.controls = {std::string(release)};
    }
  }
  return done;
}

bool long_marks(Draft& d, Random&) {
  if (!d.classified()) return false;
  bool done = false;
  for (auto& p : d.truth.paragraphs) {
    if (p.mark != p.level || p.mark.empty()) continue;
    p.mark = p.level == "U" ? "UNCLASSIFIED" : banner(p.level);
    done = true;
  }
  return done;
}

bool sensitive_marks(Draft& d, Random& random) {
  bool done = false;
  for (auto& p : d.truth.paragraphs) {
    if (p.mark != "SBU") continue;
    p.mark += random.pick({"/NF", "-NF", "/NOFORN"});
    p.controls = {p.mark.substr(4)};
    done = true;
  }
  return done;
}

/// Marks in which no level can be read.
bool unreadable_marks(Draft& d, Random& random) {
  if (!d.classified() || d.truth.paragraphs.size() < 2) return false;
  auto& p = d.truth.paragraphs.back();
  if (p.mark.empty()) return false;
  p.level.clear();
  p.controls.clear();
  p.mark = random.pick({"N/SF", "SNF", "/REL UK", "CNF"});
  return true;
}

bool entire_text(Draft& d, Random& random) {
  if (d.truth.entire_text.empty()) return false;
  const std::string& level = d.truth.entire_text;
  const std::string forms[] = {"(" + level + "-ENTIRE TEXT)", level + " - ENTIRE TEXT",
                               banner(level) + " - ENTIRE TEXT.", "(" + level + ") - ENTIRE TEXT",
                               "(" + banner(level) + " - ENTIRE TEXT)"};
  d.layout.entire_text = random.pick(forms);
  auto& paragraphs = d.truth.paragraphs;
  if (random.chance(40)) {
    paragraphs[0].text = d.upper ? "THE TALKS WILL GO ON." : "The talks will go on.";
  } else if (random.chance(50)) {
    d.layout.entire_text_alone = true;
    paragraphs.erase(paragraphs.begin());
    d.layout.paragraphs.erase(d.layout.paragraphs.begin());
    for (auto& p : paragraphs) p.printed = std::to_string(--p.number);
  }
  return true;
}

// Paragraphs.

/// A cable of one paragraph is not numbered.
bool one_paragraph(Draft& d, Random&) {
  if (d.truth.classification->section || !d.truth.entire_text.empty() || signs(d.truth.paragraphs[0]))
    return false;
  d.truth.paragraphs.resize(1);
  d.layout.paragraphs.resize(1);
  auto& p = d.truth.paragraphs[0];
  p.number = 0;
  p.printed.clear();
  p.heading.clear();
  d.truth.headings.clear();
  // Without a mark every block of lines is a paragraph.
  if (!p.mark.empty()) return true;
  d.layout.signature_glued = false;
  d.layout.after_body.clear();
  d.layout.signature_before.clear();
  if (!d.layout.paragraphs[0].interruption.empty()) {
    d.layout.paragraphs[0].interruption.clear();
    std::erase(d.truth.noise, "page-header");
    for (const auto* text : {&d.layout.opening, &d.layout.tags_text, &d.layout.references_text})
      if (text->find("PAGE") != std::string::npos) add_noise(d.truth, "page-header");
  }
  return true;
}

bool sub_items(Draft& d, Random& random) {
  static const std::vector<std::string> kLists[] = {
      {"A. The ferry.", "B. The second ferry.", "C. The lighthouse."},
      {"(A) The ferry.", "(B) The second ferry.", "(C) The lighthouse."},
      {"(1) The ferry.", "(2) The second ferry."},
      {"-- The ferry.", "-- The second ferry."},
      {"- The ferry,", "- the second ferry, and", "- the lighthouse."},
      {"(i) The ferry.", "(ii) The second ferry."},
      {"a) The ferry.", "b) The second ferry."},
  };
  const std::size_t place = random.below(d.truth.paragraphs.size());
  auto& layout = d.layout.paragraphs[place];
  const auto& p = d.truth.paragraphs[place];
  if (p.text.empty() || signs(p)) return false;
  layout.items = random.pick(kLists);
  layout.item_gaps = random.chance(60) && !loose(p);
  if (d.upper)
    for (auto& item : layout.items) item = upper(item);
  return true;
}

/// A blank line in the middle of a sentence; the small letter behind it shows that the sentence goes on.
bool cut_paragraph(Draft& d, Random& random) {
  if (d.upper) return false;
  const std::size_t place = random.below(d.truth.paragraphs.size());
  auto& layout = d.layout.paragraphs[place];
  const auto& p = d.truth.paragraphs[place];
  if (!layout.interruption.empty() || p.text.size() < 120 || loose(p) || signs(p)) return false;
  return layout.cut = true;
}

bool append_sentence(Draft& d, Random& random, const std::string& sentence) {
  auto& p = d.truth.paragraphs[random.below(d.truth.paragraphs.size())];
  if (signs(p)) return false;
  if (!p.text.empty()) p.text += ' ';
  p.text += d.upper ? upper(sentence) : sentence;
  return true;
}

bool mask_name(Draft& d, Random& random) {
  if (!append_sentence(d, random, "The request came from XXXXXXXXXXXX and was refused.")) return false;
  add_noise(d.truth, "name-mask");
  return true;
}

/// Cuts as reviewers mark them, with amount or exemption.
bool cuts(Draft& d, Random& random) {
  return append_sentence(
      d, random,
      std::string(random.pick(
          {"[less than 1 line not declassified]", "Then [name not declassified] (b)(6) spoke at length.",
           "They paid [dollar amount not declassified] for it.",
           "[1 paragraph (5-1/2 lines of source text) not declassified]",
           "Nobody met \xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88 (b)(6) in town."})));
}

bool damaged_words(Draft& d, Random& random) {
  return append_sentence(
      d, random,
      std::string(random.pick({"PM Larkspur,s statement was wholeheartdly received.",
                               "See INDEX.CF M for the assessmnt.",
                               "The Charge d\\'Affaires left on DECEM0ER 3 as planned."})));
}

bool entities(Draft& d, Random& random) {
  if (!append_sentence(d, random, "The firm of Applewhite & Sons said \"no\".")) return false;
  d.truth.subject->text += " & TEA";
  return d.layout.entities = true;
}

// Line ends and capitals.

bool carriage_returns(Draft& d, Random&) {
  return d.layout.crlf = true;
}

bool tabs(Draft& d, Random&) {
  return d.layout.tabs = true;
}

bool trailing_blanks(Draft& d, Random& random) {
  d.layout.trailing_blanks = random.between(1, 2);
  return true;
}

bool no_last_line_end(Draft& d, Random&) {
  return d.layout.no_last_line_end = true;
}

/// The whole cable in small letters, as some sources have it; such copies have no heading.
bool lowered(Draft& d, Random&) {
  const auto& kinds = d.truth.noise;
  const auto shown = [&](const char* kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  };
  if (d.truth.heading || d.layout.width == 0 || shown("page-header") || shown("name-mask") ||
      shown("release-stamp") || shown("partial-extract") || shown("link") || !d.truth.sections.empty() ||
      !d.truth.headings.empty() || d.layout.subject_gap || d.truth.paragraphs[0].printed.empty())
    return false;
  for (const auto& p : d.truth.paragraphs)
    if (p.level.empty() && !p.mark.empty()) return false;
  auto& name = d.truth.signature;
  for (std::size_t i = 1; i < name.size(); ++i)
    if (name[i] >= 'A' && name[i] <= 'Z') name[i] = static_cast<char>(name[i] - 'A' + 'a');
  d.layout.signature_glued = false;
  d.layout.signature_before.clear();
  d.layout.after_body.clear();
  return d.layout.lowered = true;
}

constexpr NoiseRecipe kRecipes[] = {
    {{"partial extract", "ABCDEF", "This record is a partial extract ...", ""}, Field::none, partial_extract},
    {{"date banner", "DEF", "Friday, 19 February 2010, 14:32", ""}, Field::none, date_banner},
    {{"marks", "ABCDEF", "( C ), (S-NF), (C/REL UK)", ""}, Field::marks, respell_marks},
    {{"long marks", "ABCDEF", "(CONFIDENTIAL)", ""}, Field::marks, long_marks},
    {{"SBU marks", "DEF", "(SBU/NF), (SBU-NF)", "CLS003"}, Field::marks, sensitive_marks},
    {{"unreadable marks", "ABCDEF", "(N/SF), (SNF), (/REL UK)", "POR002"}, Field::marks, unreadable_marks},
    {{"entire text", "BC", "(S-ENTIRE TEXT), CONFIDENTIAL - ENTIRE TEXT", ""}, Field::none, entire_text},
    {{"one paragraph", "ABCDEF", "text without a number", ""}, Field::paragraphs, one_paragraph},
    {{"lost pilcrow", "ABCDEF",
      "11. (C), \\P 7., \xC2\xB6"
      "4.",
      ""},
     Field::none,
     renumber},
    {{"bullets", "ABCDEF", "- 11. (C)", ""}, Field::none, add_bullets},
    {{"number spacing", "ABCDEF", "1.(C), 1 (C)", ""}, Field::numbers, respace_numbers},
    {{"sub-items", "ABCDEF", "A. ..., (1) ..., -- ...", ""}, Field::none, sub_items},
    {{"cut paragraph", "DEF", "a blank line inside a sentence", ""}, Field::none, cut_paragraph},
    {{"release stamp", "ABCDEF", "RELEASED IN PART B1, 1.4(D)", "RED004 RED008 RED010"},
     Field::none,
     release_stamp},
    {{"name mask", "ABCDEF", "XXXXXXXXXXXX", ""}, Field::none, mask_name},
    {{"cuts", "ABCDEF", "[less than 1 line not declassified], (b)(6)", ""}, Field::none, cuts},
    {{"damaged words", "ABCDEF", "Larkspur,s assessmnt, d\\'Affaires", ""}, Field::none, damaged_words},
    {{"HTML entities", "ABCDEF", "&amp;, &#39;", ""}, Field::none, entities},
    {{"CRLF", "ABCDEF", "<CR><LF>", ""}, Field::none, carriage_returns},
    {{"tabs", "ABCDEF", "SUBJECT:<tab>X", ""}, Field::none, tabs},
    {{"trailing blanks", "ABCDEF", "lines of the text end in blanks", ""}, Field::none, trailing_blanks},
    {{"no last line end", "ABCDEF", "the file ends in mid-line", ""}, Field::none, no_last_line_end},
    {{"lower-cased", "ABCDEF", "s e c r e t vesthavn 068250", ""}, Field::capitals, lowered},
};

}  // namespace

std::span<const NoiseRecipe> text_noise() {
  return kRecipes;
}

}  // namespace cablelint::generator
