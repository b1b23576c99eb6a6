#pragma once

#include <cablelint/cable.hpp>
#include <string>
#include <string_view>

namespace cablelint::tests {

/// Looks at every place in a cable: the elements must follow each other from the first byte to the last, and
/// every span, range and text must lie inside what it refers to. Gives the first fault in words, or an empty
/// text.
class SpanCheck {
 public:
  SpanCheck(const Cable& cable, std::size_t bytes) : cable_(cable), bytes_(bytes) {}

  std::string run() {
    elements();
    one("cable", cable_.at);
    all();
    return fault_;
  }

 private:
  void elements() {
    std::size_t end = 0;
    for (const auto& element : cable_.elements) {
      if (!element.at || element.at.offset != end)
        return say("element", element.at, "should begin at " + std::to_string(end));
      if (element.at.length == 0) return say("element", element.at, "is empty");
      end += element.at.length;
    }
    if (end != bytes_) say("elements", {0, static_cast<std::uint32_t>(end)}, "do not reach the end");
  }

  void all() {
    if (const auto& r = cable_.record) many("record", {r->at, r->id, r->classification, r->post});
    if (cable_.date) one("date", cable_.date->at);
    if (cable_.date_hint) one("date_hint", cable_.date_hint->at);
    if (cable_.heading) heading(*cable_.heading);
    if (const auto& c = cable_.classification) {
      many("classification", {c->at, c->text, c->post, c->message_number});
      range("controls", c->controls, cable_.spans.size());
      if (c->section) one("section", c->section->at);
    }
    for (const auto& s : cable_.sections) one("sections", s.at);
    for (const auto* list : {&cable_.captions, &cable_.passing, &cable_.unnumbered, &cable_.headings})
      for (const auto& c : *list) many("caption", {c.at, c.text});
    if (cable_.declassification) declassification(*cable_.declassification);
    for (const auto& d : cable_.more_declassifications) declassification(d);
    for (const auto& t : cable_.tags) many("tag", {t.at, t.code, t.argument});
    if (cable_.subject) subject(*cable_.subject);
    for (const auto& s : cable_.more_subjects) subject(s);
    for (const auto& r : cable_.references) {
      many("reference", {r.at, r.label, r.text, r.origin, r.number});
      range("notes", r.notes, cable_.spans.size());
    }
    if (const auto& a = cable_.authority) {
      many("authority", {a->at, a->text, a->classified_by, a->title, a->derived_from});
      range("reasons", a->reasons, cable_.short_texts.size());
    }
    if (cable_.entire_text) mark(*cable_.entire_text);
    for (const auto& p : cable_.paragraphs) {
      many("paragraph", {p.at, p.printed, p.heading, p.text});
      if (p.mark) mark(*p.mark);
      if (p.number < 0) say("paragraph", p.at, "has a negative number");
    }
    many("ends", {cable_.tags_at, cable_.references_at, cable_.signature, cable_.end_of_message});
    for (const auto& r : cable_.redactions) {
      many("redaction", {r.at, r.statute, r.case_number, r.document_number});
      range("parts of a redaction", r.parts, cable_.cut_parts.size());
      range("codes", r.codes, cable_.short_texts.size());
    }
    for (const auto& n : cable_.noise) one("noise", n.at);
    for (const auto span : cable_.spans) one("spans", span);
    for (const auto& text : cable_.short_texts) {
      one("short_texts", text.at);
      if (text.size > text.text.size()) say("short_texts", text.at, "is longer than its storage");
    }
    for (const auto& a : cable_.addressees)
      many("addressee", {a.at, a.routing, a.name, a.precedence, a.number});
  }

  void heading(const TransmissionHeading& h) {
    many("heading", {h.at, h.transmission, h.relay, h.relay_precedence, h.station, h.serial, h.section,
                     h.julian, h.security, h.prosign, h.letters, h.precedence, h.dtg, h.from});
    range("routing", h.routing, cable_.spans.size());
    range("signals", h.signals, cable_.spans.size());
    for (const auto list : {h.to, h.info, h.xmt}) range("addressees", list, cable_.addressees.size());
    const auto outside_day = [](std::int32_t minute) { return minute < 0 || minute >= 24 * 60; };
    if ((h.julian_valid && outside_day(h.julian_minute)) || (h.dtg_valid && outside_day(h.dtg_minute)))
      say("heading", h.at, "has an impossible minute");
  }
  void declassification(const Declassification& d) {
    many("declassification", {d.at, d.text, d.order, d.date, d.event, d.downgrade});
    range("codes", d.codes, cable_.short_texts.size());
  }
  void subject(const Subject& s) {
    many("subject", {s.at, s.text});
    if (s.mark) mark(*s.mark);
  }
  void mark(const Mark& m) {
    many("mark", {m.at, m.text});
    range("mark controls", m.controls, cable_.spans.size());
  }

  void many(const char* what, std::initializer_list<Span> spans) {
    for (const auto span : spans) one(what, span);
  }
  void one(const char* what, Span span) {
    if (span && std::size_t{span.offset} + span.length > bytes_) say(what, span, "leaves the source");
  }
  void range(const char* what, Range range, std::size_t size) {
    if (std::size_t{range.begin} + range.count > size)
      say(what, {range.begin, range.count}, "leaves its pool");
  }
  void say(std::string_view what, Span span, std::string_view wrong) {
    if (!fault_.empty()) return;
    fault_.append(what).append(" [").append(std::to_string(span.offset)).append("+");
    fault_.append(std::to_string(span.length)).append("] ").append(wrong);
  }

  const Cable& cable_;
  std::size_t bytes_;
  std::string fault_;
};

}  // namespace cablelint::tests
