#include <cablelint/audit/cable_facts.hpp>

#include <algorithm>
#include <span>

#include <cablelint/reference_id.hpp>

namespace cablelint::audit {
namespace {

/// True when the date beside the codes of a line is a day of review.
bool is_reviewed(const Cable& cable, const Declassification& line, const Vocabulary& vocabulary) {
  const Table* const table = vocabulary.table("exemption_codes");
  if (table == nullptr) return false;
  const auto codes = std::span(cable.short_texts).subspan(line.codes.begin, line.codes.count);
  return std::any_of(codes.begin(), codes.end(), [&](const ShortText& code) {
    const Table::Row* const row = table->find(code.view());
    if (row == nullptr) return false;
    const expression::Value reviewed = table->cell(*row, "reviewed");
    return reviewed.kind == expression::Kind::boolean && reviewed.boolean;
  });
}

Due due_of(const Cable& cable, const Vocabulary& vocabulary) {
  const bool unclassified = cable.classification && cable.classification->level == Level::U;
  const std::optional<Declassification>& line = cable.declassification;
  if (unclassified || (line && line->kind == DeclassificationKind::not_applicable)) return Due::unclassified;
  if (!line) return Due::missing;
  if (line->kind == DeclassificationKind::event) return Due::event;
  // A number of years is no definite day.
  const bool definite = line->day && line->kind != DeclassificationKind::offset;
  if (definite && !is_reviewed(cable, *line, vocabulary)) return Due::dated;
  switch (line->kind) {
    case DeclassificationKind::codes:
    case DeclassificationKind::schedule:
      return Due::exempt;
    default:
      return Due::unreadable;
  }
}

}  // namespace

std::string_view to_text(Due due) {
  switch (due) {
    case Due::dated:
      return "dated";
    case Due::event:
      return "event";
    case Due::exempt:
      return "exempt";
    case Due::unreadable:
      return "unreadable";
    case Due::missing:
      return "missing";
    case Due::unclassified:
      return "unclassified";
  }
  return "";
}

CableFacts facts_of(const Source& source, const Cable& cable, const Vocabulary& vocabulary, Day as_of) {
  CableFacts facts;
  facts.offset = cable.at ? cable.at.offset : 0;
  facts.length = cable.at.length;
  if (cable.record) {
    facts.record = source.text(cable.record->id);
    facts.post = source.text(cable.record->post);
  } else if (cable.classification) {
    facts.post = source.text(cable.classification->post);
  }
  if (const std::int32_t year = year_sent(cable); year != 0) facts.year = year;
  if (cable.date && cable.date->earliest == cable.date->latest) facts.date = cable.date->earliest;
  if (cable.classification) facts.level = cable.classification->level;
  if (const Mark* const mark = highest_portion(cable)) facts.highest_portion = mark->level;
  facts.due = due_of(cable, vocabulary);
  if (facts.due == Due::dated) {
    facts.due_day = cable.declassification->day;
    facts.overdue = *facts.due_day <= as_of;
  }
  return facts;
}

}  // namespace cablelint::audit
