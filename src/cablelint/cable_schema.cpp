#include <cablelint/cable_schema.hpp>

#include <cablelint/calendar.hpp>

#include "cablelint/cable_schema_fields.hpp"

namespace cablelint {
namespace {

using fields::as;
using fields::Context;
using fields::Declaration;
using fields::Field;
using fields::Type;
using fields::Value;

template <Day CableDate::*kMember> Value get_day(const void* object, const Field&, Context&) {
  const auto& date = as<CableDate>(object);
  return Value::of_date(date.*kMember).at(date.at);
}

Value get_year(const void* object, const Field&, Context&) {
  const auto& date = as<CableDate>(object);
  return Value::of_int(ymd_of(date.earliest).year).at(date.at);
}

Value highest_portion(const void* object, const Field&, Context&) {
  const Mark* const mark = cablelint::highest_portion(as<Cable>(object));
  return mark != nullptr ? Value::of_level(*mark->level).at(mark->at) : Value{};
}

Value end_of_message(const void* object, const Field&, Context&) {
  const Span span = as<Cable>(object).end_of_message;
  return Value::of_bool(static_cast<bool>(span)).at(span);
}

// Not folded, so that a place found in it maps to the source byte by byte.
Value whole_text(const void* object, const Field&, Context& context) {
  const Span span = as<Cable>(object).at;
  return span ? Value::of_string(context.source.substr(span.offset, span.length), span)
              : Value::of_string({});
}

void add_date_types(expression::Schema& schema, CableTypes& types) {
  types.record =
      Declaration<Record>("Record", "The trailer of published copies.")
          .required<&Record::id>("id", "The identifier, such as \"2004ROME01636\".")
          .required<&Record::classification>("classification", "The classification as printed.")
          .optional<&Record::level, &Record::classification>("level", "The level.")
          .required<&Record::year, &Record::id>("year", "The year in the identifier.")
          .optional<&Record::post>("post", "The post in the identifier.")
          .optional_number<&Record::number, &Record::id, -1>("number", "The number in the identifier.")
          .into(schema);

  types.cable_date =
      Declaration<CableDate>("CableDate", "The date of the cable, as two days between which it lies.")
          .computed("earliest", Type::Kind::date, false, get_day<&CableDate::earliest>,
                    "The first possible day.")
          .computed("latest", Type::Kind::date, false, get_day<&CableDate::latest>,
                    "The last possible day; the same as the first for an exact date.")
          .computed("year", Type::Kind::integer, false, get_year, "The year of the first possible day.")
          .required<&CableDate::basis>(
              "basis", "\"dtg\", \"page-header\", \"julian\", \"record\" or \"declassification\".")
          .required<&CableDate::precision>("precision", "\"day\", \"year\" or \"inferred\".")
          .into(schema);
}

}  // namespace

CableTypes add_cable_types(expression::Schema& schema) {
  CableTypes types{};
  add_date_types(schema, types);
  add_heading_types(schema, types);
  add_marking_types(schema, types);
  add_body_types(schema, types);
  add_redaction_types(schema, types);

  using C = Cable;
  types.cable =
      Declaration<C>("Cable", "One cable.")
          .required<&C::partial_extract>("partial_extract",
                                         "Whether the text says that it is a partial extract.")
          .object<&C::record>("record", types.record, "The trailer of a published copy.")
          .object<&C::date>("cable_date", types.cable_date, "The date of the cable.")
          .object<&C::date_hint>("cable_date_hint", types.cable_date,
                                 "The declassification date minus ten years, when the cable shows no date.")
          .object<&C::heading>("heading", types.heading, "The transmission heading.")
          .object<&C::classification>("classification", types.classification, "The classification line.")
          .objects<&C::sections>("sections", types.section, "The sections announced in the text.")
          .captions<&C::captions>("captions", "Captions as printed, duplicates kept.")
          .captions<&C::passing>("passing", "Passing instructions, such as \"DEPT FOR EUR/RPM\".")
          .object<&C::declassification>("declassification", types.declassification, "The first E.O. line.")
          .objects<&C::more_declassifications>("more_declassifications", types.declassification,
                                               "Further E.O. lines.")
          .objects<&C::tags>("tags", types.tag, "The entries of the TAGS line.")
          .optional<&C::tags_at>("tags_line", "The TAGS line.")
          .object<&C::subject>("subject", types.subject, "The first SUBJECT line.")
          .objects<&C::more_subjects>("more_subjects", types.subject, "Further SUBJECT lines.")
          .objects<&C::references>("references", types.reference, "The items of the REF line.")
          .optional<&C::references_at>("references_line", "The REF line.")
          .object<&C::authority>("authority", types.authority, "The Classified By or Derived From line.")
          .object<&C::entire_text>("entire_text", types.mark,
                                   "The mark of a line such as \"C - ENTIRE TEXT\".")
          .objects<&C::paragraphs>("paragraphs", types.paragraph, "The numbered paragraphs.")
          .computed("highest_portion", Type::Kind::level, true, highest_portion,
                    "The highest level of a paragraph mark or of the ENTIRE TEXT mark.")
          .objects<&C::unnumbered>("unnumbered", types.body_text,
                                   "Text of the body that belongs to no numbered paragraph.")
          .objects<&C::headings>("headings", types.body_text, "The headings of the body.")
          .optional<&C::signature>("signature", "The name at the end.")
          .objects<&C::boundaries>("boundaries", types.boundary,
                                   "Where summaries and comments begin and end, in the order of the text.")
          .object<&C::banner>("banner", types.mark,
                              "What the classification line and the captions say together; its text is the "
                              "level as printed.")
          .objects<&C::controlled_marks>(
              "controlled_marks", types.mark,
              "Banner, subject and portion marks with controls that deserve a closer look: not those with "
              "none or with ordinary ones, such as NF behind a level of classification.")
          .computed("end_of_message", Type::Kind::boolean, false, end_of_message,
                    "Whether NNNN ends the text.")
          .optional<&C::closing_serial>("closing_serial",
                                        "The station serial number behind the text, such as \"1851\".")
          .objects<&C::redactions>("redactions", types.redaction,
                                   "Cuts and release stamps, in the order of the text.")
          .objects<&C::noise>("noise", types.noise, "Traces of the archive.")
          .objects<&C::elements>("elements", types.element,
                                 "The whole source as a row of recognised stretches.")
          .computed("text", Type::Kind::string, false, whole_text, "The whole cable, not folded.")
          .computed("release", Type::Kind::object, true, release_of,
                    "What the stamps of a released copy say together.")
          .into(schema);
  schema.type(types.cable).fields.back().type = expression::object(types.release);
  return types;
}

}  // namespace cablelint
