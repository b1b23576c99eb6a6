#include <fmt/format.h>

#include <algorithm>
#include <cablelint/marking.hpp>
#include <cablelint/marking/mark.hpp>
#include <cablelint/marking/notes.hpp>
#include <cablelint/marking/register.hpp>
#include <cablelint/marking/structure.hpp>
#include <cablelint/terminal_text.hpp>

namespace cablelint {
namespace {

using marking::Item;
using marking::ListKind;
using marking::Notes;
using marking::Owner;
using marking::Register;

/// The first byte that has no business in a mark; npos when there is none.
std::size_t find_strange(std::string_view text) {
  const auto strange = [](char c) { return c != '\t' && (c < ' ' || c > '~'); };
  const auto found = std::find_if(text.begin(), text.end(), strange);
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

std::string country_name(const Register& rules, std::string_view code) {
  const marking::Country* const country = rules.country(code);
  return std::string(country == nullptr || country->name.empty() ? code : country->name);
}

std::string meaning(const Register& rules, const Item& item) {
  if (item.control == nullptr) return {};
  std::string text(item.control->meaning);
  const bool countries = item.control->list == ListKind::countries || item.control->list == ListKind::before;
  for (const std::string& each : item.list) {
    text += &each == &item.list.front() ? ": " : ", ";
    text += countries ? country_name(rules, each) : each;
  }
  for (const Item& part : item.parts) text += "; " + meaning(rules, part);
  return text;
}

std::string level_meaning(const Register& rules, const marking::Mark& mark) {
  std::string text;
  if (mark.owner == Owner::nato && !mark.level->text.starts_with("NATO")) text = "NATO: ";
  for (const std::string& owner : mark.owners)
    text += (text.empty() ? "" : ", ") + country_name(rules, owner);
  if (!mark.owners.empty()) text += ": ";
  return text + std::string(banner_form(mark.level->level));
}

MarkForm form_of(const marking::Structure& structure, const marking::Mark& mark) {
  return structure.bracketed || (mark.level != nullptr && mark.level->portion) ? MarkForm::portion
                                                                               : MarkForm::banner;
}

}  // namespace

struct MarkReader::State {
  State(const Vocabulary& vocabulary, std::string_view profile) : rules(vocabulary, profile) {}

  Register rules;
};

std::string_view to_text(MarkForm form) {
  return form == MarkForm::banner ? "banner" : "portion";
}

MarkReader::MarkReader(const Vocabulary& vocabulary, std::string_view profile)
    : state_(std::make_unique<State>(vocabulary, profile)) {}

MarkReader::~MarkReader() = default;

std::vector<std::string> MarkReader::profiles(const Vocabulary& vocabulary) {
  std::vector<std::string> names;
  if (const Table* const table = vocabulary.table("marking_profiles")) {
    for (const Table::Row& row : table->rows()) names.emplace_back(row.key);
  }
  return names;
}

MarkReading MarkReader::read(std::string_view text, std::optional<MarkForm> as) const {
  const Register& rules = state_->rules;
  MarkReading reading;
  reading.text = text;
  reading.as = as.value_or(MarkForm::banner);
  Notes notes(rules, reading);
  if (text.find_first_not_of(" \t()") == std::string_view::npos) {
    notes.add("empty", "there is no mark; write one, as in `(S/NF)`");
    return reading;
  }
  if (text.size() > kLongest) {
    notes.add("too-long", "a mark of {} bytes was not read; no mark is longer than {}", text.size(),
              kLongest);
    return reading;
  }
  if (const std::size_t at = find_strange(text); at != std::string_view::npos) {
    notes.add("strange-character",
              "`{}` is no character of a mark; write capitals, digits, blanks and / - , only",
              visible(text.substr(at, 1)));
    return reading;
  }
  const marking::Structure structure = marking::read_structure(text);
  if (structure.stray_brackets || (structure.bracketed && as == MarkForm::banner)) {
    notes.add("brackets", "{}",
              structure.bracketed ? "a banner has no brackets; remove them"
                                  : "the brackets do not match; write one pair around a portion mark");
  }
  const marking::Mark mark = marking::understand(rules, structure, notes);
  reading.as = as.value_or(form_of(structure, mark));
  marking::check_mark(rules, mark, structure, reading.as, notes);
  if (mark.level != nullptr) {
    reading.level = mark.level->level;
    reading.parts.push_back({mark.level_written, level_meaning(rules, mark)});
  }
  for (const Item& item : mark.items) {
    if (item.implied) {
      reading.parts.front().meaning += "; " + meaning(rules, item);
      continue;
    }
    reading.controls.push_back(item.written);
    reading.parts.push_back({item.written, meaning(rules, item)});
  }
  return reading;
}

}  // namespace cablelint
