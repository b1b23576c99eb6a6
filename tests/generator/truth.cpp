#include "tests/generator/truth.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace cablelint::generator {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json names(const std::vector<Truth::Addressee>& addressees) {
  Json list = Json::array();
  for (const auto& a : addressees) list.push_back(a.name);
  return list;
}

Json details(const std::vector<Truth::Addressee>& addressees) {
  Json list = Json::array();
  for (const auto& a : addressees) {
    list.push_back({{"routing", text_or_null(a.routing)},
                    {"name", a.name},
                    {"precedence", text_or_null(a.precedence)},
                    {"number", text_or_null(a.number)}});
  }
  return list;
}

Json heading(const Truth::Heading& h) {
  return {{"transmission", text_or_null(h.transmission)},
          {"relay", h.relay_precedence.empty()
                        ? Json(nullptr)
                        : Json({{"precedence", h.relay_precedence}, {"routing", h.routing}})},
          {"station", text_or_null(h.station)},
          {"serial", text_or_null(h.serial)},
          {"julian", text_or_null(h.julian)},
          {"security", h.prosign.empty() ? Json(nullptr)
                                         : Json({{"prosign", h.prosign},
                                                 {"letters", text_or_null(h.letters)},
                                                 {"level", text_or_null(h.level)}})},
          {"signals", h.signals},
          {"precedence", text_or_null(h.precedence)},
          {"dtg", text_or_null(h.dtg)},
          {"time", text_or_null(h.time)},
          {"from", text_or_null(h.from)},
          {"to", names(h.to)},
          {"info", names(h.info)},
          {"to_details", details(h.to)},
          {"info_details", details(h.info)},
          {"xmt_details", details(h.xmt)}};
}

Json section(const Truth::Section& s) {
  return {{"number", s.number}, {"of", s.of}};
}

Json classification(const Truth::Classification& c) {
  return {{"text", c.text},
          {"level", text_or_null(c.level)},
          {"controls", c.controls},
          {"post", text_or_null(c.post)},
          {"message_number", text_or_null(c.message_number)},
          {"section", c.section ? section(*c.section) : Json(nullptr)}};
}

Json declassification(const Truth::Declassification& d) {
  Json json = {{"text", d.text},   {"order", text_or_null(d.order)},
               {"kind", d.kind},   {"date", text_or_null(d.date)},
               {"codes", d.codes}, {"event", text_or_null(d.event)}};
  json["downgrade"] = d.downgrade_level.empty()
                          ? Json(nullptr)
                          : Json({{"level", d.downgrade_level}, {"date", text_or_null(d.downgrade_date)}});
  return json;
}

Json reference(const Truth::Reference& r) {
  return {{"label", text_or_null(r.label)},
          {"kind", r.kind},
          {"text", r.text},
          {"origin", text_or_null(r.origin)},
          {"number", text_or_null(r.number)},
          {"year", r.year == 0 ? Json(nullptr) : Json(r.year)},
          {"notes", r.notes}};
}

Json authority(const Truth::Authority& a) {
  return {{"classified_by", text_or_null(a.classified_by)},
          {"title", text_or_null(a.title)},
          {"derived_from", text_or_null(a.derived_from)},
          {"reasons", a.reasons}};
}

Json paragraph(const Truth::Paragraph& p) {
  return {{"number", p.number == 0 ? Json(nullptr) : Json(p.number)},
          {"printed", text_or_null(p.printed)},
          {"mark", text_or_null(p.mark)},
          {"level", text_or_null(p.level)},
          {"controls", p.controls},
          {"heading", text_or_null(p.heading)},
          {"text", p.text}};
}

template <typename List, typename Writer> Json list_of(const List& items, Writer writer) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(writer(item));
  return list;
}

template <typename T, typename Writer> Json maybe(const std::optional<T>& value, Writer writer) {
  return value ? Json(writer(*value)) : Json(nullptr);
}

}  // namespace

Json to_json(const Truth& t) {
  Json json;
  json["heading"] = maybe(t.heading, heading);
  json["classification"] = maybe(t.classification, classification);
  json["sections"] = list_of(t.sections, section);
  json["captions"] = t.captions;
  json["passing"] = t.passing;
  json["declassification"] = maybe(t.declassification, declassification);
  json["tags"] = list_of(t.tags, [](const Truth::Tag& tag) { return Json(tag.code); });
  json["tag_details"] = list_of(t.tags, [](const Truth::Tag& tag) {
    return Json{{"kind", tag.kind}, {"argument", text_or_null(tag.argument)}};
  });
  json["subject"] = t.subject ? Json(t.subject->text) : Json(nullptr);
  json["subject_mark"] = t.subject ? text_or_null(t.subject->mark) : Json(nullptr);
  json["references"] = list_of(t.references, reference);
  json["authority"] = maybe(t.authority, authority);
  json["entire_text"] = text_or_null(t.entire_text);
  json["paragraphs"] = list_of(t.paragraphs, paragraph);
  json["headings"] = t.headings;
  json["signature"] = text_or_null(t.signature);
  json["end_of_message"] = t.end_of_message;
  json["record"] =
      t.record ? Json{{"id", t.record->id}, {"classification", t.record->classification}} : Json(nullptr);
  json["partial_extract"] = t.partial_extract;
  json["cable_year"] = t.date ? Json(std::stoi(t.date->date)) : Json(nullptr);
  json["cable_date"] =
      t.date ? Json{{"date", t.date->date}, {"basis", t.date->basis}, {"precision", t.date->precision}}
             : Json(nullptr);
  json["noise"] = t.noise;
  return json;
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) {
      folded += c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

void add_noise(Truth& truth, std::string_view kind) {
  const auto place = std::lower_bound(truth.noise.begin(), truth.noise.end(), kind);
  if (place == truth.noise.end() || *place != kind) truth.noise.emplace(place, kind);
}

}  // namespace cablelint::generator
