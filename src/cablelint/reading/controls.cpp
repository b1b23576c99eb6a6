// The controls of a cable: its banner, and the marks that deserve a closer look.

#include <algorithm>

#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

bool is_ordinary(const Reader& reader, Span control) {
  const auto& ordinary = reader.words.ordinary_controls;
  return std::any_of(ordinary.begin(), ordinary.end(),
                     [&](std::string_view word) { return equals_ignoring_case(word, reader.text(control)); });
}

bool all_ordinary(const Reader& reader, Range controls) {
  const auto begin = reader.cable.spans.begin() + controls.begin;
  return std::all_of(begin, begin + controls.count, [&](Span span) { return is_ordinary(reader, span); });
}

/// A caption that is a control, too: NOFORN, but not the name of a channel. Release lists are in no table.
bool is_control(const Reader& reader, Span caption) {
  if (reader.words.controls != nullptr && reader.words.controls->find(reader.text(caption)) != nullptr)
    return true;
  constexpr std::string_view kRelease = "REL ";
  return equals_ignoring_case(reader.text(caption).substr(0, kRelease.size()), kRelease);
}

void read_banner(const Reader& reader) {
  Cable& cable = reader.cable;
  if (!cable.classification) return;
  const Range line = cable.classification->controls;
  Mark& banner = cable.banner.emplace();
  banner.at = cable.classification->at;
  banner.text = cable.classification->text;
  banner.level = cable.classification->level;
  banner.controls.begin = static_cast<std::uint32_t>(cable.spans.size());
  for (std::uint32_t i = 0; i < line.count; ++i) {
    const Span control = cable.spans[line.begin + i];  // a copy: the pool grows
    cable.spans.push_back(control);
  }
  for (const Caption& caption : cable.captions) {
    if (is_control(reader, caption.text)) cable.spans.push_back(caption.text);
  }
  banner.controls.count = static_cast<std::uint32_t>(cable.spans.size()) - banner.controls.begin;
}

}  // namespace

std::vector<std::string_view> find_ordinary_controls(const Table* controls) {
  std::vector<std::string_view> words;
  if (controls == nullptr) return words;
  for (const Table::Row& row : controls->rows()) {
    const expression::Value cell = controls->cell(row, "ordinary");
    if (cell.kind == expression::Kind::boolean && cell.boolean) words.push_back(row.key);
  }
  return words;
}

void read_controls(const Reader& reader) {
  read_banner(reader);
  Cable& cable = reader.cable;
  if (cable.banner && cable.banner->controls.count > 0 && !all_ordinary(reader, cable.banner->controls)) {
    cable.controlled_marks.push_back(*cable.banner);
  }
  // NF behind U contradicts itself, so that an ordinary control counts there, too.
  const auto consider = [&](const std::optional<Mark>& mark) {
    if (!mark || mark->controls.count == 0) return;
    if (mark->controls.count == 1 && mark->level != Level::U && all_ordinary(reader, mark->controls)) return;
    cable.controlled_marks.push_back(*mark);
  };
  if (cable.subject) consider(cable.subject->mark);
  consider(cable.entire_text);
  for (const Paragraph& paragraph : cable.paragraphs) consider(paragraph.mark);
}

}  // namespace cablelint::reading
