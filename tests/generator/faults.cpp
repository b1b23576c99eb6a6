#include "tests/generator/faults.hpp"

#include <algorithm>
#include <cablelint/calendar.hpp>
#include <utility>

namespace cablelint::generator {
namespace {

const std::vector<FaultRecipe>& recipes() {
  static const std::vector<FaultRecipe> all = [] {
    std::vector<FaultRecipe> list;
    for (const auto group : {structure_faults(), classification_faults(), portion_faults(), ism_faults(),
                             declassification_faults(), authority_faults(), heading_faults(), noise_faults(),
                             redaction_faults()})
      list.insert(list.end(), group.begin(), group.end());
    return list;
  }();
  return all;
}

/// Marks each paragraph instead of all at once.
void drop_entire_text(Draft& d) {
  if (d.truth.entire_text.empty()) return;
  for (auto& p : d.truth.paragraphs) reprint_mark(p, d.truth.entire_text);
  d.truth.entire_text.clear();
  auto& first = d.truth.paragraphs.front();
  first.text = d.upper ? "THIS MESSAGE HAS SEVERAL PARTS." : "This message has several parts.";
}

}  // namespace

void reprint_mark(Truth::Paragraph& p, const std::string& level) {
  p.level = p.mark = level;
  p.controls.clear();
}

void plain_marks(Draft& d) {
  std::erase(d.truth.captions, "NOFORN");
  for (auto& p : d.truth.paragraphs) reprint_mark(p, d.truth.classification->level);
}

void mark_second(Draft& d, const char* text, std::vector<std::string> controls) {
  plain_marks(d);
  auto& p = d.truth.paragraphs[1];
  p.mark += text;
  p.controls = std::move(controls);
}

std::span<const Fault> faults() {
  static const std::vector<Fault> all = [] {
    std::vector<Fault> list;
    for (const FaultRecipe& recipe : recipes()) list.push_back(recipe.fault);
    return list;
  }();
  return all;
}

FictionalCable plant(const Fault& fault, std::uint64_t seed, std::uint64_t index) {
  const FaultRecipe& wanted = *std::find_if(recipes().begin(), recipes().end(),
                                            [&](const auto& r) { return r.fault.rule == fault.rule; });
  Random random(seed, index);
  Recipe recipe;
  recipe.era = static_cast<Era>(random.pick(fault.eras) - 'A');
  recipe.level = *wanted.level != '\0' ? wanted.level : random.chance(60) ? "C" : "S";
  if (wanted.heading) recipe.transmission_heading = true;
  if (!wanted.earliest.empty()) recipe.earliest = parse_iso(wanted.earliest);
  Draft draft = compose(recipe, random);
  drop_entire_text(draft);
  wanted.change(draft, random);
  return print(std::move(draft));
}

}  // namespace cablelint::generator
