#include <cablelint/pack_keys.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

#include <cablelint/expression/program.hpp>

namespace cablelint {
namespace {

std::string quoted_key(const yaml::Entry& entry) {
  return '`' + std::string(entry.key.text()) + '`';
}

}  // namespace

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view near = expression::nearest(word, candidates);
  return near.empty() ? std::string() : "did you mean `" + std::string(near) + "`?";
}

void check_keys(yaml::Node map, std::span<const PackKey> known, Faults& faults) {
  for (const yaml::Entry entry : map.entries()) {
    const std::string_view key = entry.key.text();
    if (std::any_of(known.begin(), known.end(), [&](const PackKey& other) { return other.name == key; }))
      continue;
    std::vector<std::string_view> names;
    for (const PackKey& other : known) names.push_back(other.name);
    faults.push_back(entry.key.document().fault(entry.key, "unknown key `" + std::string(key) + '`',
                                                did_you_mean(key, names)));
  }
}

Diagnostic value_fault(const yaml::Entry& entry, std::string message, std::string hint) {
  const yaml::Node place = entry.value.is_null() ? entry.key : entry.value;
  return place.document().fault(place, std::move(message), std::move(hint));
}

std::optional<std::string_view> read_text(const yaml::Entry& entry, Faults& faults) {
  if (entry.value.is_scalar() && !entry.value.text().empty()) return entry.value.text();
  const bool empty = entry.value.is_null() || entry.value.is_scalar();
  std::string hint;
  if (entry.value.is_map() && entry.value.document().file()[entry.value.data().begin] == '{') {
    hint = "put a text that begins with `{` in quotes";
  }
  faults.push_back(
      value_fault(entry, quoted_key(entry) + (empty ? " is empty" : " must be text"), std::move(hint)));
  return std::nullopt;
}

std::optional<Day> read_date(const yaml::Entry& entry, Faults& faults) {
  const std::optional<Day> day = entry.value.is_scalar() ? parse_iso(entry.value.text()) : std::nullopt;
  if (!day)
    faults.push_back(value_fault(entry, quoted_key(entry) + " must be a date", "write it as 2003-09-22"));
  return day;
}

std::optional<bool> read_bool(const yaml::Entry& entry, Faults& faults) {
  if (entry.value.text() == "true") return true;
  if (entry.value.text() == "false") return false;
  faults.push_back(value_fault(entry, quoted_key(entry) + " must be `true` or `false`"));
  return std::nullopt;
}

std::optional<std::int64_t> read_int(const yaml::Entry& entry, Faults& faults) {
  const std::string_view text = entry.value.text();
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (!text.empty() && error == std::errc() && end == text.data() + text.size()) return number;
  faults.push_back(value_fault(entry, quoted_key(entry) + " must be a whole number"));
  return std::nullopt;
}

std::optional<Level> read_level(const yaml::Entry& entry, Faults& faults) {
  for (const Level level : {Level::U, Level::R, Level::C, Level::S, Level::TS}) {
    if (entry.value.text() == portion_form(level) || entry.value.text() == banner_form(level)) return level;
  }
  faults.push_back(value_fault(entry, quoted_key(entry) + " must be a level of classification",
                               "the levels are U, R, C, S and TS"));
  return std::nullopt;
}

std::optional<Severity> read_severity(const yaml::Entry& entry, Faults& faults) {
  const std::string_view text = entry.value.text();
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    if (text == to_text(severity)) return severity;
  }
  std::string hint = did_you_mean(text, {"error", "warning", "note"});
  if (hint.empty()) hint = "the levels are error, warning and note";
  faults.push_back(
      value_fault(entry, text.empty() ? "`level` must be text" : "unknown level `" + std::string(text) + '`',
                  std::move(hint)));
  return std::nullopt;
}

std::optional<std::vector<std::string_view>> read_texts(const yaml::Entry& entry, Faults& faults) {
  std::vector<std::string_view> texts;
  if (entry.value.is_scalar()) texts.push_back(entry.value.text());
  for (const yaml::Node item : entry.value.items()) {
    if (!item.is_scalar()) {
      faults.push_back(
          value_fault({entry.key, item}, "every item of " + quoted_key(entry) + " must be text"));
      return std::nullopt;
    }
    texts.push_back(item.text());
  }
  if (entry.value.is_scalar() || entry.value.is_sequence()) return texts;
  faults.push_back(value_fault(entry, quoted_key(entry) + " must be text or a list of texts"));
  return std::nullopt;
}

}  // namespace cablelint
