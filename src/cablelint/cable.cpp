#include <cablelint/cable.hpp>

namespace cablelint {

void Cable::clear() {
  at = {};
  partial_extract = false;
  record.reset();
  date.reset();
  date_hint.reset();
  heading.reset();
  classification.reset();
  sections.clear();
  captions.clear();
  passing.clear();
  declassification.reset();
  more_declassifications.clear();
  tags.clear();
  tags_at = {};
  subject.reset();
  more_subjects.clear();
  references.clear();
  references_at = {};
  authority.reset();
  entire_text.reset();
  paragraphs.clear();
  unnumbered.clear();
  headings.clear();
  boundaries.clear();
  banner.reset();
  controlled_marks.clear();
  signature = {};
  end_of_message = {};
  closing_serial = {};
  redactions.clear();
  noise.clear();
  elements.clear();
  spans.clear();
  short_texts.clear();
  settled_tags.clear();
  addressees.clear();
  cut_parts.clear();
}

const Mark* highest_portion(const Cable& cable) {
  const Mark* highest = nullptr;
  const auto consider = [&](const std::optional<Mark>& mark) {
    if (mark && mark->level && (highest == nullptr || *mark->level > *highest->level)) highest = &*mark;
  };
  consider(cable.entire_text);
  for (const Paragraph& paragraph : cable.paragraphs) consider(paragraph.mark);
  return highest;
}

}  // namespace cablelint
