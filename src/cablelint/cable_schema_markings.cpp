#include <algorithm>
#include <vector>

#include "cablelint/cable_schema_fields.hpp"

namespace cablelint {
namespace {

using fields::as;
using fields::Context;
using fields::Declaration;
using fields::Field;
using fields::Type;
using fields::Value;

Value date_text(const void* object, const Field& field, Context& context) {
  return fields::text_value(as<Declassification>(object).date, field, context);
}

Span downgrade_place(const Declassification& line) {
  return line.downgrade ? line.downgrade : line.at;
}

Value downgrade(const void* object, const Field& field, Context&) {
  const auto& line = as<Declassification>(object);
  const bool present = line.downgrade || line.downgrade_level || line.downgrade_day;
  return present ? Value::of_object(object, field.type.object_type, downgrade_place(line)) : Value{};
}

bool is_word(std::string_view text, std::string_view capitals) {
  return std::equal(text.begin(), text.end(), capitals.begin(), capitals.end(),
                    [](char a, char b) { return (a & ~0x20) == b; });
}

/// The codes of the release lists among the controls, as strings with their places.
Value countries(const void* object, const Field&, Context& context) {
  const auto& mark = as<Mark>(object);
  std::vector<Value> found;
  for (std::uint32_t i = 0; i < mark.controls.count; ++i) {
    const Span control = fields::cable_of(context).spans[mark.controls.begin + i];
    const std::string_view text = context.source.substr(control.offset, control.length);
    if (text.size() < 3 || !is_word(text.substr(0, 3), "REL")) continue;
    constexpr std::string_view kBreaks = " \t\r\n,";
    for (std::size_t at = text.find_first_of(kBreaks); at != std::string_view::npos;) {
      const std::size_t begin = text.find_first_not_of(kBreaks, at);
      if (begin == std::string_view::npos) break;
      at = text.find_first_of(kBreaks, begin);
      const std::string_view code = text.substr(begin, std::min(at, text.size()) - begin);
      if (is_word(code, "TO") || is_word(code, "AND")) continue;
      found.push_back(Value::of_string(code, {control.offset + static_cast<std::uint32_t>(begin),
                                              static_cast<std::uint32_t>(code.size())}));
    }
  }
  Value* const items = context.arena.allocate_array<Value>(found.size());
  std::copy(found.begin(), found.end(), items);
  return Value::of_list(items, static_cast<std::uint32_t>(found.size()), expression::Items::values, 0,
                        mark.at);
}

}  // namespace

void add_marking_types(expression::Schema& schema, CableTypes& types) {
  types.mark =
      Declaration<Mark>("Mark", "A portion mark.")
          .required<&Mark::text>("text", "The mark without its parentheses, such as \"S/NF\".")
          .optional<&Mark::level, &Mark::text>("level", "The level; absent when the mark cannot be read.")
          .spans<&Mark::controls>("controls", "The control markings as printed, such as \"NF\".")
          .computed("countries", Type::Kind::list, false, countries,
                    "The codes of a release list: \"USA\" and \"GBR\" of \"REL TO USA, GBR\".")
          .into(schema);
  schema.type(types.mark).fields.back().type = list_of(Type{Type::Kind::string, 0, {}});

  types.section = Declaration<Section>("Section", "A section of a cable sent in several.")
                      .required<&Section::number>("number", "The number of this section.")
                      .required<&Section::of>("of", "How many sections the cable has.")
                      .optional<&Section::level>("level", "The level on the line that announces the section.")
                      .into(schema);

  using C = Classification;
  types.classification =
      Declaration<C>("Classification", "The classification line.")
          .required<&C::text>("text", "The level as printed, such as \"S E C R E T\".")
          .optional<&C::level, &C::text>("level", "The level.")
          .spans<&C::controls>("controls", "Control markings on the line itself, such as \"EFTO\".")
          .object<&C::section>("section", types.section, "The section that the line announces.")
          .optional<&C::post>("post", "The post, such as \"ROME\".")
          .optional<&C::message_number>("message_number",
                                        "The message number as printed, such as \"001636\".")
          .into(schema);

  using D = Declassification;
  types.downgrade =
      Declaration<D>("Downgrade", "An instruction to downgrade before declassification.")
          .origin([](const void* object) { return downgrade_place(as<D>(object)); })
          .optional<&D::downgrade_level, &D::downgrade>("level", "The level after the downgrade.")
          .optional<&D::downgrade_day, &D::downgrade>("date", "The day of the downgrade.")
          .into(schema);

  types.declassification =
      Declaration<D>("Declassification", "The E.O. line with its declassification instruction.")
          .required<&D::text>("text", "What follows the order number.")
          .optional<&D::order>("order", "The number of the executive order as printed.")
          .required<&D::kind, &D::text>("kind",
                                        "\"date\", \"event\", \"codes\", \"schedule\", \"offset\", "
                                        "\"not-applicable\" or \"unreadable\".")
          .optional<&D::day, &D::date>("date", "The date, when it exists in the calendar.")
          .computed("date_text", Type::Kind::string, true, date_text, "The date as printed, readable or not.")
          .required<&D::form, &D::date>("date_form",
                                        "\"complete\", or \"month\" or \"year\" when only those are printed.")
          .required<&D::century_inferred, &D::date>("century_inferred", "Whether the year has two digits.")
          .required<&D::day_first, &D::date>(
              "day_first", "Whether the date was read as day/month because its first number is over 12.")
          .short_texts<&D::codes>("codes",
                                  "Exemption and schedule codes, such as \"X1\", \"25X1\" or \"OADR\".")
          .optional<&D::event>("event", "The event after which the cable is declassified.")
          .optional_number<&D::offset_years, &D::text>("offset_years",
                                                       "The years of an offset such as \"+10 YEARS\".")
          .required<&D::has_decl>("has_decl", "Whether the word DECL stands on the line.")
          .computed("downgrade", Type::Kind::object, true, downgrade, "The instruction to downgrade.")
          .into(schema);
  schema.type(types.declassification).fields.back().type = expression::object(types.downgrade);

  using A = Authority;
  types.authority =
      Declaration<A>("Authority", "The Classified By or Derived From line.")
          .required<&A::text>("text", "What follows the first label.")
          .optional<&A::classified_by>("classified_by", "The name of the classifier.")
          .optional<&A::title>("title", "The position of the classifier.")
          .optional<&A::derived_from>("derived_from", "The source of a derivative classification.")
          .short_texts<&A::reasons>("reasons",
                                    "The reasons, such as \"1.4(b)\", or \"1.4\" without its letter.")
          .required<&A::doubled>("doubled", "Whether the label is printed twice.")
          .into(schema);

  using S = Subject;
  types.subject = Declaration<S>("Subject", "The SUBJECT line.")
                      .required<&S::text>("text", "The subject without label and mark.")
                      .object<&S::mark>("mark", types.mark, "The portion mark of the subject.")
                      .into(schema);
}

}  // namespace cablelint
