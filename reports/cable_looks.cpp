#include "reports/cable_looks.hpp"

namespace cablelint::reports {

Look look_of(ElementKind kind) {
  switch (kind) {
    case ElementKind::blank:
      return {};
    case ElementKind::partial_extract:
      return {"frame", "Extract note"};
    case ElementKind::heading:
      return {"frame", "Transmission heading"};
    case ElementKind::classification:
      return {"classification", "Classification"};
    case ElementKind::caption:
      return {"caption", "Caption"};
    case ElementKind::passing:
      return {"caption", "Passing instruction"};
    case ElementKind::declassification:
      return {"declassification", "Declassification"};
    case ElementKind::tags:
      return {"tags", "TAGS"};
    case ElementKind::subject:
      return {"subject", "Subject"};
    case ElementKind::references:
      return {"references", "References"};
    case ElementKind::authority:
      return {"authority", "Authority"};
    case ElementKind::paragraph:
      return {"", "Paragraph"};
    case ElementKind::text:
      return {"", "Text"};
    case ElementKind::body_heading:
      return {"body-heading", "Heading"};
    case ElementKind::underline:
      return {"body-heading", ""};
    case ElementKind::signature:
      return {"frame", "Signature"};
    case ElementKind::end_of_message:
      return {"frame", "End of message"};
    case ElementKind::record:
      return {"classification", "Trailer"};
    case ElementKind::page_header:
      return {"frame", "Page header"};
    case ElementKind::continuation_header:
      return {"frame", "Continuation header"};
    case ElementKind::release_stamp:
      return {"frame", "Release stamp"};
    case ElementKind::wrapper:
      return {"frame", "Wrapper"};
    case ElementKind::unrecognised:
      return {"unrecognised", "Not recognised"};
  }
  return {};
}

Look look_of(Detail detail) {
  switch (detail) {
    case Detail::level:
      return {"level-word", "level"};
    case Detail::mark:
      return {"portion", "portion mark"};
    case Detail::date:
      return {"date", "date"};
    case Detail::number:
      return {"number", "paragraph number"};
    case Detail::noise:
      return {"noise", "noise"};
  }
  return {};
}

void append_details(const Cable& cable, std::vector<DetailAt>& details) {
  const auto add = [&](Span at, Detail detail) {
    if (at && at.length > 0) details.push_back({at, detail});
  };
  if (cable.heading) {
    add(cable.heading->julian, Detail::date);
    add(cable.heading->dtg, Detail::date);
  }
  if (cable.date && cable.date->basis == DateBasis::page_header) add(cable.date->at, Detail::date);
  if (cable.classification) add(cable.classification->text, Detail::level);
  const auto add_declassification = [&](const Declassification& line) {
    add(line.date, Detail::date);
    if (line.downgrade_day) add(line.downgrade, Detail::date);
  };
  if (cable.declassification) add_declassification(*cable.declassification);
  for (const Declassification& line : cable.more_declassifications) add_declassification(line);
  const auto add_mark = [&](const std::optional<Mark>& mark) {
    if (mark) add(mark->at, Detail::mark);
  };
  if (cable.subject) add_mark(cable.subject->mark);
  for (const Subject& subject : cable.more_subjects) add_mark(subject.mark);
  add_mark(cable.entire_text);
  for (const Paragraph& paragraph : cable.paragraphs) {
    add(paragraph.printed, Detail::number);
    add_mark(paragraph.mark);
  }
  if (cable.record) add(cable.record->classification, Detail::level);
  for (const Noise& noise : cable.noise) add(noise.at, Detail::noise);
}

std::vector<LegendRow> legend() {
  return {
      {"classification", "S E C R E T", "classification line and trailer"},
      {"caption", "NODIS", "captions and passing instructions"},
      {"declassification", "E.O. 12958", "declassification line"},
      {"tags", "TAGS: PREL", "TAGS"},
      {"subject", "SUBJECT", "subject"},
      {"references", "REF: A", "references"},
      {"authority", "Classified by", "classification authority and reasons"},
      {"body-heading", "SUMMARY", "headings of the text"},
      {"frame", "FM EMBASSY", "transmission: heading, page and section headers, stamps, signature, wrapping"},
      {"unrecognised", "???", "not recognised"},
      {look_of(Detail::level).style, "SECRET", "level of the cable"},
      {look_of(Detail::mark).style, "(S/NF)", "portion mark"},
      {look_of(Detail::date).style, "06/22/2016", "date"},
      {look_of(Detail::number).style, "1.", "number of a paragraph"},
      {look_of(Detail::noise).style, "\xC2\xB6", "noise of the archive"},
  };
}

}  // namespace cablelint::reports
