#include <algorithm>

#include "tests/generator/draft.hpp"

namespace cablelint::generator {
namespace {

void make_partial_extract(Draft& d) {
  d.truth.partial_extract = true;
  d.truth.heading.reset();
  if (d.truth.record) {
    d.truth.date = {d.truth.record->id.substr(0, 4), "record", "year"};
  } else {
    d.truth.date.reset();
  }
  add_noise(d.truth, "partial-extract");
}

/// Numbers as the conversions of published copies left them, a style of its own for each paragraph.
void renumber(Draft& d, bool all, Random& random) {
  for (std::size_t i = 0; i < d.truth.paragraphs.size(); ++i) {
    auto& p = d.truth.paragraphs[i];
    auto& layout = d.layout.paragraphs[i];
    switch (random.between(0, all ? 2 : 3)) {
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
}

void add_bullets(Draft& d, Random& random) {
  for (auto& layout : d.layout.paragraphs) {
    if (!random.chance(70)) continue;
    layout.before.insert(0, "- ");
    add_noise(d.truth, "bullet");
  }
}

void double_captions(Draft& d) {
  auto& captions = d.truth.captions;
  if (std::find(captions.begin(), captions.end(), "SIPDIS") != captions.end())
    captions.emplace_back("SIPDIS");
}

void mask_name(Draft& d, Random& random) {
  auto& p = d.truth.paragraphs[1 + random.below(d.truth.paragraphs.size() - 1)];
  const std::string asked = " The request came from XXXXXXXXXXXX and was refused.";
  p.text += d.upper ? upper(asked) : asked;
  add_noise(d.truth, "name-mask");
}

/// Only where another part of the heading follows: in front of the text the second half would be a heading
/// there.
void split_subject(Draft& d) {
  const bool followed = !d.truth.references.empty() || d.truth.authority;
  d.layout.subject_gap = followed && d.truth.subject->text.size() > 24;
}

void double_label(Draft& d) {
  if (d.layout.authority.empty()) return;
  d.layout.authority.insert(0, d.upper ? "CLASSIFIED BY " : "Classified by ");
  add_noise(d.truth, "doubled-label");
}

void mistype_reason(Draft& d) {
  const auto place = d.layout.authority.find("REASON");
  if (place == std::string::npos) return;
  d.layout.authority[place + 4] = '0';
  add_noise(d.truth, "zero-for-o");
}

void lower_labels(Draft& d) {
  d.layout.order_label = "E.o. ";
  d.layout.tags_label = "Tags: ";
  d.layout.subject_label = "Subject: ";
  d.layout.reference_label = "Ref: ";
  d.layout.authority_label = "Classified by: ";
}

}  // namespace

void add_damage(Draft& d, NoiseAmount amount, Random& random) {
  if (amount == NoiseAmount::none) return;
  const bool all = amount == NoiseAmount::all;
  const auto happens = [&] { return random.chance(all ? 100 : 20); };

  if (happens() && random.chance(50)) make_partial_extract(d);
  if (happens() && d.truth.heading) {
    d.layout.collapsed = true;
    add_noise(d.truth, "collapsed-heading");
  }
  if (happens() && d.classified()) {
    std::erase(d.layout.level_text, ' ');
    const auto top = d.layout.level_text.find("TOPS");
    if (top == 0) d.layout.level_text.insert(3, " ");
    d.truth.classification->text = d.layout.level_text;
  }
  if (happens()) double_captions(d);
  if (happens()) {
    d.layout.hard_breaks = true;
    add_noise(d.truth, "hard-break");
  }
  if (happens()) {
    d.layout.tag_links = true;
    add_noise(d.truth, "link");
  }
  if (happens()) split_subject(d);
  if (happens()) double_label(d);
  if (happens()) mistype_reason(d);
  if (happens()) lower_labels(d);
  if (happens()) renumber(d, all, random);
  if (happens()) add_bullets(d, random);
  if (happens()) mask_name(d, random);
  if (happens()) d.layout.crlf = true;
}

}  // namespace cablelint::generator
