#include <cablelint/redaction.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include <cablelint/append_format.hpp>
#include <cablelint/cable_names.hpp>

namespace cablelint {
namespace {

std::span<const CutPart> parts_of(const Cable& cable, const Redaction& redaction) {
  return std::span(cable.cut_parts).subspan(redaction.parts.begin, redaction.parts.count);
}

void append_number(std::string& out, std::int32_t hundredths) {
  append_format(out, "{}", hundredths / 100);
  if (hundredths % 100 == 0) return;
  out += '.';
  out += static_cast<char>('0' + hundredths / 10 % 10);
  if (hundredths % 10 != 0) out += static_cast<char>('0' + hundredths % 10);
}

void append_plural(std::string& out, std::string_view unit) {
  if (unit.ends_with('s')) {
    out += unit;
  } else if (unit.ends_with("ry")) {
    out += unit.substr(0, unit.size() - 1);
    out += "ies";
  } else {
    out += unit;
    out += 's';
  }
}

void append_measure(std::string& out, const Amount& amount, std::string_view unit) {
  if (amount.less) out += '<';
  if (amount.readable) append_number(out, amount.hundredths);
  if (amount.doubtful || !amount.readable) out += '?';
  out += ' ';
  if (amount.readable && amount.hundredths <= 100) {
    out += unit;
  } else {
    append_plural(out, unit);
  }
}

void append_part(std::string& out, const CutPart& part) {
  if (part.rest) out += "rest of ";
  if (part.amount.stated) {
    append_measure(out, part.amount, part.unit);
  } else {
    out += part.unit;
  }
  for (std::uint8_t i = 0; i < part.extent_count; ++i) {
    out += i == 0 ? " (" : ", ";
    append_measure(out, part.extents[i].amount, part.extents[i].unit);
  }
  if (part.extent_count > 0) out += ')';
}

bool states_amount(const CutPart& part) {
  return part.amount.stated || part.rest || part.extent_count > 0;
}

/// Characters in one of a unit: a line of a telegram, a word with its blank, a page of the source text. A
/// thing that is not measured by its length counts as two words.
constexpr double kCharactersOfThing = 12;
constexpr std::array<std::pair<std::string_view, double>, 5> kCharacters{
    {{"word", 6}, {"line", 60}, {"sentence", 120}, {"paragraph", 400}, {"page", 1800}}};

double characters_of(const Amount& amount, std::string_view unit) {
  constexpr double kLess = 0.5;  // of the line that a cut does not fill
  const auto* const known = std::find_if(kCharacters.begin(), kCharacters.end(),
                                         [&](const auto& each) { return each.first == unit; });
  const double one = known == kCharacters.end() ? kCharactersOfThing : known->second;
  return one * (amount.hundredths / 100.0) * (amount.less ? kLess : 1);
}

}  // namespace

void append_kind(std::string& out, const Cable& cable, const Redaction& redaction) {
  if (redaction.form == RedactionForm::stamp) {
    out += name_of(redaction.status);
    return;
  }
  if (redaction.form != RedactionForm::bracket) {
    out += name_of(redaction.form);
    return;
  }
  const auto parts = parts_of(cable, redaction);
  if (parts.empty()) out += "text";
  for (auto part = parts.begin(); part != parts.end(); ++part) {
    if (std::any_of(parts.begin(), part, [&](const CutPart& before) { return before.what == part->what; }))
      continue;
    if (part != parts.begin()) out += '+';
    out += part->what;
  }
}

void append_quantity(std::string& out, const Cable& cable, const Redaction& redaction) {
  if (redaction.signs > 0) {
    append_format(out, "{} character{}", redaction.signs, redaction.signs == 1 ? "" : "s");
    return;
  }
  const auto parts = parts_of(cable, redaction);
  if (std::none_of(parts.begin(), parts.end(), states_amount)) return;
  for (const CutPart& part : parts) {
    if (&part != &parts.front()) out += part.joined ? " " : " + ";
    append_part(out, part);
  }
}

bool is_cut(const Redaction& redaction) {
  return redaction.form != RedactionForm::stamp || redaction.status == ReleaseStatus::page_denied;
}

std::optional<double> characters_cut(const Cable& cable, const Redaction& redaction) {
  if (redaction.signs > 0) return redaction.signs;
  std::optional<double> all;
  for (const CutPart& part : parts_of(cable, redaction)) {
    double one = 0;
    if (part.extent_count > 0) {
      // The extent is that of all parts before it, so that they do not count twice; of a table columns times
      // rows.
      const CutExtent& extent = part.extents[0];
      one = characters_of(extent.amount, extent.unit);
      if (part.extent_count > 1) one *= part.extents[1].amount.hundredths / 100.0;
      all.reset();
    } else if (part.amount.stated) {
      one = characters_of(part.amount, part.unit);
    } else {
      continue;
    }
    all = all.value_or(0) + one;
  }
  return all;
}

std::size_t characters_left(const Cable& cable) {
  std::size_t left = cable.subject ? cable.subject->text.length : 0;
  for (const Element& element : cable.elements) {
    if (element.kind == ElementKind::paragraph || element.kind == ElementKind::text)
      left += element.at.length;
  }
  for (const Redaction& each : cable.redactions) {
    const bool counted = each.part == ElementKind::paragraph || each.part == ElementKind::text ||
                         each.part == ElementKind::subject;
    if (counted) left -= std::min<std::size_t>(left, each.at.length);
  }
  return left;
}

}  // namespace cablelint
