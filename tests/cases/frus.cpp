// Published telegrams: prose without headers, whose paragraphs still show their marks.

#include "tests/cases/measures.hpp"

namespace {

using namespace cablelint;
using tests::Json;
using tests::Parsed;
using tests::Verdict;

std::vector<Mark> marks_of(const Cable& cable) {
  std::vector<Mark> marks;
  if (cable.entire_text) marks.push_back(*cable.entire_text);
  if (cable.subject && cable.subject->mark) marks.push_back(*cable.subject->mark);
  for (const auto& paragraph : cable.paragraphs)
    if (paragraph.mark) marks.push_back(*paragraph.mark);
  return marks;
}

bool overlaps(Span span, const Json& place) {
  return span.offset < place["end"].get<std::size_t>() && place["start"].get<std::size_t>() < span.end();
}

/// The level of the mark at a place: "none" without one, "unknown" for one that cannot be read.
std::string level_at(const std::vector<Mark>& marks, const Json& place) {
  for (const auto& mark : marks)
    if (overlaps(mark.at, place)) return mark.level ? std::string(portion_form(*mark.level)) : "unknown";
  return "none";
}

bool is_known(Span mark, const Json& truth) {
  for (const char* const key : {"entire_text", "portion_marks", "list_letters"})
    for (const Json& item : truth[key])
      if (overlaps(mark, item)) return true;
  return false;
}

std::string short_level(const std::string& level) {
  return level == "TOP SECRET" ? "TS" : level == "UNCLASSIFIED" ? "U" : level.substr(0, 1);
}

}  // namespace

namespace cablelint::tests {

std::vector<Score> frus_scores() {
  const auto folder = case_folder("frus");
  if (folder.empty()) return {};
  Score entire("frus/entire_text", 100), portions("frus/portion_marks", 100),
      letters("frus/list_letters, not marks", 100), others("frus/no other paragraph marks", 0);
  for (const Json& truth : read_lines(folder / "truth.jsonl")) {
    const auto id = truth["id"].get<std::string>();
    const Parsed parsed(read_file(folder / (id + ".txt")));
    const std::vector<Mark> marks = marks_of(parsed.cable);
    const auto count = [&](Score& score, const char* key) {
      for (const Json& item : truth[key]) {
        const Json level = item.value("level", Json());
        score.count(
            id + " at " + item["start"].dump() + " " + item["text"].get<std::string>(),
            {level.is_string() ? short_level(level.get<std::string>()) : "none", level_at(marks, item)});
      }
    };
    count(entire, "entire_text");
    count(portions, "portion_marks");
    count(letters, "list_letters");
    Json stray = Json::array();
    for (const auto& paragraph : parsed.cable.paragraphs)
      if (paragraph.mark && !is_known(paragraph.mark->at, truth))
        stray.push_back(std::string(parsed.source.text(paragraph.mark->at)) + " at " +
                        std::to_string(paragraph.mark->at.offset));
    others.count(id, {Json::array(), stray});
  }
  return {entire, portions, letters, others};
}

}  // namespace cablelint::tests
