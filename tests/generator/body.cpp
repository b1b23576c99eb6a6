#include <algorithm>

#include "tests/generator/draft.hpp"
#include "tests/generator/words.hpp"

namespace cablelint::generator {
namespace {

std::string sentence(std::span<const std::string_view> patterns, Random& random) {
  std::string out;
  const std::string_view pattern = random.pick(patterns);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      out += pattern[i];
      continue;
    }
    std::string word;
    switch (pattern[i + 1]) {
      case 'p':
        word = person(random);
        break;
      case 'c': {
        word = random.pick(words::kCountries);
        for (std::size_t k = 1; k < word.size(); ++k) word[k] = static_cast<char>(word[k] - 'A' + 'a');
        break;
      }
      case 't':
        word = random.pick(words::kTowns);
        break;
      case 'm':
        word = random.pick(words::kMinistries);
        break;
      case 'y':
        word = random.pick(words::kTopics);
        break;
      case 'n':
        word = std::to_string(random.between(2, 400));
        break;
      default:
        word = random.pick(words::kMonths);
        word += " " + std::to_string(random.between(1, 28));
    }
    out += word;
    i += 2;
  }
  return out;
}

/// The level letters of a paragraph: the cable's own for every other one, lower ones between.
std::string level_of_paragraph(const std::string& level, std::size_t index, Random& random) {
  if (index % 2 == 0 || random.chance(60)) return level;
  if (level == "TS") return random.chance(50) ? "S" : "C";
  if (level == "S") return random.chance(50) ? "C" : "U";
  return "U";
}

void mark_paragraph(const Draft& d, Truth::Paragraph& p, std::size_t index, Random& random) {
  const auto& captions = d.truth.captions;
  const auto captioned = [&](const char* word) {
    return std::find(captions.begin(), captions.end(), word) != captions.end();
  };
  if (d.classified()) {
    p.level = p.mark = level_of_paragraph(d.truth.classification->level, index, random);
    if (p.level != "U" && captioned("NOFORN")) {
      p.mark += d.era == Era::F || random.chance(12) ? "//NF" : "/NF";
      p.controls = {"NF"};
    }
  } else if (captioned("SENSITIVE")) {
    p.level = "U";
    p.mark = index == 0 || random.chance(70) ? "SBU" : "U";
  }
}

}  // namespace

void add_body(Draft& d, std::size_t bytes, Random& random) {
  const std::size_t body = bytes * static_cast<std::size_t>(random.between(45, 110)) / 100;
  const std::size_t each = static_cast<std::size_t>(random.between(260, 620));
  const std::size_t count = std::clamp<std::size_t>(body / each, 2, 14);
  const bool entire = d.classified() && (d.era == Era::B || d.era == Era::C) && random.chance(35);
  const bool unclassified_marks = !d.classified() && d.era >= Era::D && random.chance(50);
  const bool summary = count >= 3 && random.chance(60);
  const bool comment = count >= 3 && random.chance(60);
  const bool cites = !d.truth.references.empty() && random.chance(60);
  const std::size_t continued_at = d.truth.classification->section ? count / 2 + 1 : count + 1;
  const std::string underline(random.pick({"", "-", "- "}));
  const auto cased = [&](std::string text) { return d.upper ? upper(text) : text; };
  std::string heading;

  if (entire) {
    Truth::Paragraph p;
    p.number = 1;
    p.printed = "1";
    d.truth.entire_text = d.truth.classification->level;
    d.layout.entire_text = random.chance(50) ? "(" + d.truth.entire_text + " - ENTIRE TEXT)"
                                             : d.truth.entire_text + " - ENTIRE TEXT.";
    d.truth.paragraphs.push_back(p);
    d.layout.paragraphs.emplace_back();
  }
  for (std::size_t i = 0; i < count; ++i) {
    Truth::Paragraph p;
    Layout::Paragraph layout;
    p.number = static_cast<int>(d.truth.paragraphs.size()) + 1;
    p.printed = std::to_string(p.number);
    if (!entire) mark_paragraph(d, p, i, random);
    if (unclassified_marks && p.mark.empty()) p.level = p.mark = "U";
    if (i + 1 == continued_at) {
      const auto& c = *d.truth.classification;
      layout.continuation = c.post + " " + padded(std::stoi(c.message_number), 8) + " 002 OF 002";
    }
    if (i > 0 && random.chance(22)) {
      std::string next;
      do next = cased(std::string(random.pick(words::kHeadings)));
      while (next == heading);
      heading = next;
      d.truth.headings.push_back(heading);
      if (!underline.empty()) {
        for (std::size_t k = 0; k < heading.size() / underline.size(); ++k) layout.underline += underline;
        if (layout.underline.back() == ' ') layout.underline.pop_back();
      }
    }
    p.heading = heading;
    std::string text;
    const std::size_t size = body / count;
    const bool closing = comment && i + 1 == count;
    if (summary && i == 0) text = "Summary. ";
    if (closing) text = "Comment: ";
    if (cites && i == 1)
      text += d.truth.references.size() > 1 ? "We acted on ref A. " : "We acted on reftel. ";
    do {
      text += sentence(closing ? words::kCommentSentences : words::kSentences, random) + " ";
    } while (text.size() < size);
    if (summary && i == 0) text += "End summary. ";
    if (closing) text += "End comment. ";
    text.pop_back();
    p.text = cased(text);
    d.truth.paragraphs.push_back(std::move(p));
    d.layout.paragraphs.push_back(std::move(layout));
  }
  d.truth.signature = upper(random.pick(words::kSurnames));
  d.layout.signature_glued = (d.layout.width == 0 || !d.upper) && random.chance(25);
  d.truth.end_of_message = random.chance(45);
}

}  // namespace cablelint::generator
