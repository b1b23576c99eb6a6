#include <cablelint/cable_json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <cablelint/append_format.hpp>
#include <cablelint/cable_json_parts.hpp>
#include <cablelint/cable_names.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/html_entities.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/reading/text.hpp>
#include <cablelint/redaction.hpp>

namespace cablelint {
namespace {

class CableWriter : CableJsonParts {
 public:
  CableWriter(std::string& out, const Source& source, const Cable& cable, const PostNames& post_names,
              const CableMembers& members, JsonExtent extent)
      : CableJsonParts(out, source, cable, extent), post_names_(post_names), members_(members) {}

  void write() {
    object_at(cable_.at, [this] { members(); });
  }

 private:
  friend struct Member;

  void members();

  void record(const Record& r) {
    text("id", r.id);
    text("classification", r.classification);
  }

  void cable_date(const CableDate& d) {
    key("date");
    out_ += '"';
    if (d.precision != Precision::year && d.earliest == d.latest) {
      append_iso(out_, d.earliest);
    } else {
      append_format(out_, "{:04}", ymd_of(d.earliest).year);
    }
    out_ += '"';
    literal("basis", name_of(d.basis));
    literal("precision", name_of(d.precision));
  }

  void heading(const TransmissionHeading& h) {
    text("transmission", h.transmission);
    object_if(static_cast<bool>(h.relay), "relay", h.relay, [&] {
      text("precedence", h.relay_precedence);
      strings("routing", spans(h.routing));
    });
    text("station", h.station);
    text("serial", h.serial);
    text("julian", h.julian);
    object_if(static_cast<bool>(h.security), "security", h.security, [&] {
      text("prosign", h.prosign);
      text("letters", h.letters);
      level("level", h.level);
    });
    strings("signals", spans(h.signals));
    text("precedence", h.precedence);
    text("dtg", h.dtg);
    key("time");
    if (h.dtg_valid) {
      out_ += '"';
      append_iso_minute(out_, h.dtg_day, h.dtg_minute);
      out_ += '"';
    } else {
      out_ += "null";
    }
    text("from", h.from);
    addressees("to", h.to);
    addressees("info", h.info);
    addressees("xmt", h.xmt);
  }

  void addressees(const JsonKey& name, Range range) {
    objects(name, std::span(cable_.addressees).subspan(range.begin, range.count), [this](const Addressee& a) {
      text("routing", a.routing);
      text("name", a.name);
      text("precedence", a.precedence);
      text("number", a.number);
    });
  }

  void classification(const Classification& c) {
    text("text", c.text);
    level("level", c.level);
    strings("controls", spans(c.controls));
    object("section", c.section, [this](const Section& s) {
      number("number", s.number);
      number("of", s.of);
    });
    text("post", c.post);
    text("message_number", c.message_number);
  }

  void section(const Section& s) {
    number("number", s.number);
    number("of", s.of);
    level("level", s.level);
    if (extent_ == JsonExtent::all) number("line", s.at ? source_.position(s.at.offset).line : 0);
  }

  void declassification(const Declassification& d) {
    text("text", d.text);
    text("order", d.order);
    literal("kind", name_of(d.kind));
    day("date", d.day);
    short_texts("codes", d.codes);
    text("event", d.event);
    object_if(d.downgrade || d.downgrade_level || d.downgrade_day, "downgrade", d.downgrade, [&] {
      level("level", d.downgrade_level);
      day("date", d.downgrade_day);
    });
  }

  void tag(const Tag& t) {
    key("code");
    code_.assign(t.corrected.empty() ? source_.text(t.code) : t.corrected);
    for (char& c : code_)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    append_json_folded(out_, code_);
    literal("kind", name_of(t.kind));
    text("argument", t.argument);
  }

  void mark(const Mark& m) {
    text("text", m.text);
    level("level", m.level);
    strings("controls", spans(m.controls));
  }

  void banner(const Mark& m) {
    if (extent_ == JsonExtent::all) return mark(m);
    text("text", m.text);
    level("level", m.level);
    strings("controls", distinct(spans(m.controls), [](Span span) { return span; }));
  }

  void subject(const Subject& s) {
    text("text", s.text);
    object("mark", s.mark, [this](const Mark& m) { mark(m); });
  }

  void reference(const Reference& r) {
    text("label", r.label);
    literal("kind", name_of(r.kind));
    text("text", r.text);
    text("origin", r.origin);
    text("number", r.number);
    number_or_null("year", r.year);
    strings("notes", spans(r.notes));
    key("id");
    const std::size_t start = out_.size();
    out_ += '"';
    if (append_reference_id(out_, source_, r, year_sent(cable_), post_names_)) {
      out_ += '"';
    } else {
      out_.resize(start);
      out_ += "null";
    }
  }

  void authority(const Authority& a) {
    if (extent_ == JsonExtent::all) text("text", a.text);
    text("classified_by", a.classified_by);
    text("title", a.title);
    text("derived_from", a.derived_from);
    short_texts("reasons", a.reasons);
  }

  void paragraph(const Paragraph& p) {
    number_or_null("number", p.number);
    if (extent_ == JsonExtent::all) text("printed", p.printed);
    object("mark", p.mark, [this](const Mark& m) { mark(m); });
    text("heading", p.heading);
    interrupted_text("text", p.text);
  }

  void redaction(const Redaction& r) {
    text("text", r.at);
    decoded_.clear();
    append_kind(decoded_, cable_, r);
    literal("kind", decoded_);
    decoded_.clear();
    append_quantity(decoded_, cable_, r);
    if (decoded_.empty()) {
      raw("quantity", "null");
    } else {
      literal("quantity", decoded_);
    }
    short_texts("codes", r.codes);
    text("statute", r.statute);
  }

  /// The text of a paragraph without the page and section headers between its lines. Paragraphs are asked for
  /// in the order of the source.
  void interrupted_text(const JsonKey& name, Span span) {
    const auto& elements = cable_.elements;
    const auto is_text = [](const Element& e) {
      return e.kind == ElementKind::paragraph || e.kind == ElementKind::text ||
             e.kind == ElementKind::blank || e.kind == ElementKind::unrecognised;
    };
    while (element_ < elements.size() && elements[element_].at.end() <= span.offset) ++element_;
    const auto begin = elements.begin() + static_cast<std::ptrdiff_t>(element_);
    const auto end =
        std::find_if(begin, elements.end(), [&](const Element& e) { return e.at.offset >= span.end(); });
    if (!span || std::all_of(begin, end, is_text)) return text(name, span);
    key(name);
    std::string printed;
    for (auto e = begin; e != end; ++e) {
      if (!is_text(*e)) continue;
      const std::uint32_t from = std::max(e->at.offset, span.offset);
      printed += source_.text({from, std::min(e->at.end(), span.end()) - from});
    }
    decoded_.clear();
    append_decoded(decoded_, printed);
    append_json_folded(out_, decoded_);
  }

  const PostNames& post_names_;
  const CableMembers& members_;
  std::string code_;         // scratch
  std::size_t element_ = 0;  // the first one that may belong to the next paragraph
};

/// A member of the object of a cable, and what writes it.
struct Member {
  std::string_view name;
  void (*write)(CableWriter& w, const Cable& cable);

  static const std::array<Member, 26> kAll;
};

// Those from `cable_date_hint` on are additions:
//   cable_date_hint         the DECL date minus ten years, when the cable shows no date of its own
//   more_declassifications  E.O. lines after the first
//   more_subjects           SUBJECT lines after the first
//   entire_text             the mark of an ENTIRE TEXT line, which stands for all paragraphs
//   unnumbered              text of the body that belongs to no numbered paragraph
//   banner                  what the classification line and the captions say together
//   closing_serial          the station serial number behind the text
const std::array<Member, 26> Member::kAll{{
    {"partial_extract",
     [](CableWriter& w, const Cable& cable) { w.boolean("partial_extract", cable.partial_extract); }},
    {"record",
     [](CableWriter& w, const Cable& cable) {
       w.object("record", cable.record, [&](const Record& r) { w.record(r); });
     }},
    {"cable_date",
     [](CableWriter& w, const Cable& cable) {
       w.object("cable_date", cable.date, [&](const CableDate& d) { w.cable_date(d); });
     }},
    {"heading",
     [](CableWriter& w, const Cable& cable) {
       w.object("heading", cable.heading, [&](const TransmissionHeading& h) { w.heading(h); });
     }},
    {"classification",
     [](CableWriter& w, const Cable& cable) {
       w.object("classification", cable.classification,
                [&](const Classification& c) { w.classification(c); });
     }},
    {"sections",
     [](CableWriter& w, const Cable& cable) {
       w.objects("sections", cable.sections, [&](const Section& s) { w.section(s); });
     }},
    {"captions",
     [](CableWriter& w, const Cable& cable) {
       if (w.extent_ == JsonExtent::all) return w.strings("captions", cable.captions);
       w.strings("captions", w.distinct(cable.captions, [](const Caption& c) { return c.text; }));
     }},
    {"passing", [](CableWriter& w, const Cable& cable) { w.strings("passing", cable.passing); }},
    {"declassification",
     [](CableWriter& w, const Cable& cable) {
       w.object("declassification", cable.declassification,
                [&](const Declassification& d) { w.declassification(d); });
     }},
    {"tags", [](CableWriter& w,
                const Cable& cable) { w.objects("tags", cable.tags, [&](const Tag& t) { w.tag(t); }); }},
    {"subject",
     [](CableWriter& w, const Cable& cable) {
       w.object("subject", cable.subject, [&](const Subject& s) { w.subject(s); });
     }},
    {"references",
     [](CableWriter& w, const Cable& cable) {
       w.objects("references", cable.references, [&](const Reference& r) { w.reference(r); });
     }},
    {"authority",
     [](CableWriter& w, const Cable& cable) {
       w.object("authority", cable.authority, [&](const Authority& a) { w.authority(a); });
     }},
    {"paragraphs",
     [](CableWriter& w, const Cable& cable) {
       w.objects("paragraphs", cable.paragraphs, [&](const Paragraph& p) { w.paragraph(p); });
     }},
    {"headings",
     [](CableWriter& w, const Cable& cable) {
       w.objects("headings", cable.headings, [&](const Caption& c) { w.text("text", c.text); });
     }},
    {"redactions",
     [](CableWriter& w, const Cable& cable) {
       w.objects("redactions", cable.redactions, [&](const Redaction& r) { w.redaction(r); });
     }},
    {"signature", [](CableWriter& w, const Cable& cable) { w.text("signature", cable.signature); }},
    {"end_of_message",
     [](CableWriter& w, const Cable& cable) {
       w.boolean("end_of_message", static_cast<bool>(cable.end_of_message));
     }},
    {"noise",
     [](CableWriter& w, const Cable& cable) {
       if (w.extent_ == JsonExtent::meaning) return;
       w.objects("noise", cable.noise, [&](const Noise& n) {
         w.literal("kind", name_of(n.kind));
         w.text("text", n.at);
       });
     }},
    {"cable_date_hint",
     [](CableWriter& w, const Cable& cable) {
       w.object("cable_date_hint", cable.date_hint, [&](const CableDate& d) { w.cable_date(d); });
     }},
    {"more_declassifications",
     [](CableWriter& w, const Cable& cable) {
       w.objects("more_declassifications", cable.more_declassifications,
                 [&](const Declassification& d) { w.declassification(d); });
     }},
    {"more_subjects",
     [](CableWriter& w, const Cable& cable) {
       w.objects("more_subjects", cable.more_subjects, [&](const Subject& s) { w.subject(s); });
     }},
    {"entire_text",
     [](CableWriter& w, const Cable& cable) {
       w.object("entire_text", cable.entire_text, [&](const Mark& m) { w.mark(m); });
     }},
    {"unnumbered",
     [](CableWriter& w, const Cable& cable) {
       w.objects("unnumbered", cable.unnumbered, [&](const Caption& c) { w.text("text", c.text); });
     }},
    {"banner",
     [](CableWriter& w, const Cable& cable) {
       w.object("banner", cable.banner, [&](const Mark& m) { w.banner(m); });
     }},
    {"closing_serial",
     [](CableWriter& w, const Cable& cable) { w.text("closing_serial", cable.closing_serial); }},
}};

void CableWriter::members() {
  literal("schema", "cablelint.cable/1");
  key("source");
  append_json_string(out_, source_.name());
  for (std::size_t i = 0; i < Member::kAll.size(); ++i) {
    if (members_.has(i)) Member::kAll[i].write(*this, cable_);
  }
}

}  // namespace

std::span<const std::string_view> CableMembers::names() {
  static const auto names = [] {
    std::array<std::string_view, Member::kAll.size()> all;
    std::transform(Member::kAll.begin(), Member::kAll.end(), all.begin(),
                   [](const Member& member) { return member.name; });
    return all;
  }();
  return names;
}

bool CableMembers::add(std::string_view name) {
  const auto all = names();
  const auto found = std::find(all.begin(), all.end(), name);
  if (found == all.end()) return false;
  chosen_.set(static_cast<std::size_t>(found - all.begin()));
  return true;
}

void append_json(std::string& out, const Source& source, const Cable& cable, const PostNames& post_names,
                 const CableMembers& members) {
  CableWriter(out, source, cable, post_names, members, JsonExtent::all).write();
}

void append_meaning(std::string& out, const Source& source, const Cable& cable) {
  CableWriter(out, source, cable, PostNames(), CableMembers(), JsonExtent::meaning).write();
}

}  // namespace cablelint
