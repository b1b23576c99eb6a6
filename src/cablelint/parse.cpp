#include <cablelint/parse.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include "grammar/cable.hpp"

#include <cablelint/reading/byte_noise.hpp>
#include <cablelint/reading/input.hpp>
#include <cablelint/reading/reader.hpp>
#include <cablelint/reading/redactions.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint {
namespace {

namespace rules = grammar::cable;
using reading::Input;
using reading::Reader;

/// The element layer: every rule that takes bytes of the document records what they are.
struct State {
  const char* base;
  std::vector<Element>& elements;
};

template <typename Rule> struct action : tao::pegtl::nothing<Rule> {};

template <ElementKind Kind> struct record {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    Element& element = state.elements.emplace_back();
    element.at = reading::span_of(in, state.base);
    element.kind = Kind;
  }
};

template <> struct action<rules::blank_lines> : record<ElementKind::blank> {};
template <> struct action<rules::partial_extract> : record<ElementKind::partial_extract> {};
template <> struct action<rules::release_stamp> : record<ElementKind::release_stamp> {};
template <> struct action<rules::page_header> : record<ElementKind::page_header> {};
template <> struct action<rules::underline> : record<ElementKind::underline> {};
template <> struct action<rules::end_of_message> : record<ElementKind::end_of_message> {};
template <> struct action<rules::record> : record<ElementKind::record> {};
template <> struct action<rules::continuation_header> : record<ElementKind::continuation_header> {};
template <> struct action<rules::mail_header> : record<ElementKind::wrapper> {};
template <> struct action<rules::page_line> : record<ElementKind::wrapper> {};
template <> struct action<rules::markup> : record<ElementKind::wrapper> {};
template <> struct action<rules::markup_line> : record<ElementKind::wrapper> {};
template <> struct action<rules::heading> : record<ElementKind::heading> {};
template <> struct action<rules::classification_line> : record<ElementKind::classification> {};
template <> struct action<rules::classification_head> : record<ElementKind::classification> {};
template <> struct action<rules::declassification_line> : record<ElementKind::declassification> {};
template <> struct action<rules::tags_field> : record<ElementKind::tags> {};
template <> struct action<rules::subject_field> : record<ElementKind::subject> {};
template <> struct action<rules::references_field> : record<ElementKind::references> {};
template <> struct action<rules::authority_field> : record<ElementKind::authority> {};
template <> struct action<rules::front_line> : record<ElementKind::unrecognised> {};
template <> struct action<rules::paragraph_line> : record<ElementKind::paragraph> {};
template <> struct action<rules::text_block> : record<ElementKind::text> {};
template <> struct action<rules::other_line> : record<ElementKind::unrecognised> {};

bool is_header_part(ElementKind kind) {
  switch (kind) {
    case ElementKind::heading:
    case ElementKind::classification:
    case ElementKind::caption:
    case ElementKind::passing:
    case ElementKind::declassification:
    case ElementKind::tags:
    case ElementKind::subject:
    case ElementKind::references:
    case ElementKind::authority:
      return true;
    default:
      return false;
  }
}

/// Most elements, which say nothing about the header.
bool is_text(ElementKind kind) {
  return kind == ElementKind::blank || kind == ElementKind::paragraph || kind == ElementKind::text;
}

/// Index behind the last part of the header, which is where the body begins: a heading may stand before
/// paragraph 1. The level alone on a line frames pages; behind text it ends the document and begins nothing.
std::size_t find_body(const Reader& reader) {
  const auto& elements = reader.cable.elements;
  std::size_t body = 0;
  bool text_seen = false;
  const std::size_t count = elements.size();
  for (std::size_t i = 0; i < count && elements[i].kind != ElementKind::paragraph; ++i) {
    if (elements[i].kind == ElementKind::blank) continue;
    if (elements[i].kind == ElementKind::unrecognised) text_seen = true;
    if (!is_header_part(elements[i].kind)) continue;
    const bool frame =
        elements[i].kind == ElementKind::classification && !reading::has_digit(reader.text(elements[i].at));
    if (!frame || !text_seen) body = i + 1;
  }
  return body;
}

/// The line that counts as the cable's own: the first one with a message number; before 1995 the level alone
/// frames each page.
std::size_t find_classification(const Reader& reader, std::size_t body) {
  const auto& elements = reader.cable.elements;
  std::size_t found = elements.size();
  for (std::size_t i = 0; i < body; ++i) {
    if (elements[i].kind != ElementKind::classification) continue;
    if (found == elements.size()) found = i;
    if (reading::has_digit(reader.text(elements[i].at))) return i;
  }
  return found;
}

/// "1851" of "#1851" behind the text.
Span closing_serial(const Reader& reader, Span element) {
  const Span at = reading::trimmed(reader.bytes, element);
  const std::string_view text = reader.text(at);
  if (!text.starts_with('#')) return {};
  std::uint32_t length = 0;
  while (length + 1 < text.size() && reading::is_digit(text[length + 1])) ++length;
  return length == 0 ? Span{} : Span{at.offset + 1, length};
}

/// What the date needs: heading, trailer, classification lines.
void read_frame(const Reader& reader, std::size_t body) {
  Cable& cable = reader.cable;
  const std::size_t own_line = find_classification(reader, body);
  const std::size_t count = cable.elements.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Element& element = cable.elements[i];
    if (is_text(element.kind)) continue;
    switch (element.kind) {
      case ElementKind::heading:
        if (!cable.heading) reading::read_heading(reader, element.at);
        break;
      case ElementKind::classification:
        reading::read_classification(reader, element.at, i == own_line);
        break;
      case ElementKind::record:
        if (!cable.record) reading::read_record(reader, element.at);
        break;
      case ElementKind::continuation_header:
        reading::read_continuation(reader, element.at);
        break;
      case ElementKind::end_of_message:
        if (i >= body && !cable.end_of_message)
          cable.end_of_message = reading::trimmed(reader.bytes, element.at);
        if (const Span serial = closing_serial(reader, element.at); i >= body && serial)
          cable.closing_serial = serial;
        break;
      case ElementKind::partial_extract:
        cable.partial_extract = true;
        reader.note(NoiseKind::partial_extract, reading::trimmed(reader.bytes, element.at));
        break;
      case ElementKind::page_header:
        reading::read_page_header(reader, element.at);
        break;
      case ElementKind::wrapper: {
        const Span at = reading::stripped(reader.bytes, element.at, " \t\r\n");
        const char first = reader.bytes[at.offset];
        reader.note(first == '<' || first == '&' ? NoiseKind::html_wrapper : NoiseKind::mail_wrapper, at);
        break;
      }
      case ElementKind::release_stamp:
        reader.note(NoiseKind::release_stamp, reading::trimmed(reader.bytes, element.at));
        break;
      default:
        break;
    }
  }
}

/// The parts of the header in the order in which they stand.
void read_header(const Reader& reader, std::size_t body) {
  Cable& cable = reader.cable;
  bool before_subject = true;
  for (std::size_t i = 0; i < body; ++i) {
    const Element element = cable.elements[i];
    switch (element.kind) {
      case ElementKind::declassification:
        reading::read_declassification(reader, element.at);
        break;
      case ElementKind::tags:
        reading::read_tags(reader, element.at);
        break;
      case ElementKind::subject:
        reading::read_subject(reader, element.at);
        before_subject = false;
        break;
      case ElementKind::references:
        reading::read_references(reader, element.at);
        break;
      case ElementKind::authority:
        reading::read_authority(reader, element.at);
        break;
      case ElementKind::unrecognised:
        if (before_subject) cable.elements[i].kind = reading::read_front_line(reader, element.at);
        break;
      default:
        break;
    }
  }
  reading::settle_references(reader);
}

}  // namespace

struct Parser::Words : reading::Words {};

Parser::Parser(const Vocabulary& vocabulary) {
  auto words = std::make_unique<Words>();
  words->captions = vocabulary.table("captions");
  words->controls = vocabulary.table("controls");
  words->tags = vocabulary.table("tags");
  words->terms = vocabulary.table("terms");
  words->titles = vocabulary.table("titles");
  words->agencies = vocabulary.table("agencies");
  words->statutes = vocabulary.table("foia_statutes");
  words->cut_words = reading::CutWords(vocabulary.table("redaction_words"));
  words->tag_kinds = reading::find_tag_kinds(words->tags);
  words->title_fronts = reading::find_title_fronts(words->titles);
  words->long_titles = reading::find_long_titles(words->titles);
  words->ordinary_controls = reading::find_ordinary_controls(words->controls);
  words_ = std::move(words);
}

Parser::~Parser() = default;

void Parser::read_elements(const Source& source, std::vector<Element>& elements) {
  const std::string_view bytes = source.bytes();
  State state{bytes.data(), elements};
  Input in(bytes.data(), bytes.data() + bytes.size(), "");
  tao::pegtl::parse<rules::whole, action>(in, state);
}

/// A cable whose parts are being read.
struct Parser::Unfinished {
  Reader reader;
  std::size_t body = 0;  // the element with which the body begins
};

// The steps of reading, in their order. The code of each fits the processor's cache, which that of all does
// not: of several cables one step is done after the other.
struct Parser::Steps {
  static void arrange(Unfinished& one) {
    reading::join_parts(one.reader);
    one.body = find_body(one.reader);
    reading::settle_later_headers(one.reader, one.body);
  }
  static void frame(Unfinished& one) {
    read_frame(one.reader, one.body);
    reading::decide_date(one.reader);
  }
  static void header(Unfinished& one) {
    read_header(one.reader, one.body);
    reading::decide_date_hint(one.reader);
  }
  static void body(Unfinished& one) {
    one.body = find_body(one.reader);
    reading::read_body(one.reader, one.body);
  }
  static void boundaries(Unfinished& one) {
    reading::read_controls(one.reader);
    reading::find_boundaries(one.reader);
  }
  static void noise(Unfinished& one) {
    Cable& cable = one.reader.cable;
    const std::uint32_t header_end = one.body == 0 ? cable.at.offset : cable.elements[one.body - 1].at.end();
    reading::note_hard_break(one.reader, header_end);
    reading::read_redactions(one.reader, header_end);
    reading::note_bytes(one.reader);
    std::sort(cable.noise.begin(), cable.noise.end(), [](const Noise& a, const Noise& b) {
      return a.at.offset != b.at.offset ? a.at.offset < b.at.offset : a.kind < b.kind;
    });
  }

  using Step = void (*)(Unfinished& one);
  static constexpr std::array<Step, 6> kAll{arrange, frame, header, body, boundaries, noise};
};

void Parser::read_parts(const Source& source, Cable& cable) const {
  Unfinished one{{source.bytes().substr(0, cable.at.end()), *words_, cable}};
  for (const Steps::Step step : Steps::kAll) step(one);
}

void Parser::parse_together(std::span<ParseTask> tasks) const {
  std::array<std::optional<Unfinished>, kTogether> unfinished;
  while (!tasks.empty()) {
    const std::span<ParseTask> now = tasks.first(std::min(tasks.size(), kTogether));
    tasks = tasks.subspan(now.size());
    std::size_t count = 0;
    for (ParseTask& task : now) {
      Cable& cable = *task.cable;
      const std::string_view bytes = task.source->bytes();
      cable.clear();
      cable.at = {0, static_cast<std::uint32_t>(bytes.size())};
      task.several = false;
      if (bytes.empty()) continue;
      read_elements(*task.source, cable.elements);
      task.several = reading::find_next_cable(bytes, cable.elements, 0) != cable.elements.size();
      if (!task.several) unfinished[count++].emplace(Unfinished{{bytes, *words_, cable}});
    }
    for (const Steps::Step step : Steps::kAll) {
      for (std::size_t i = 0; i < count; ++i) step(*unfinished[i]);
    }
  }
}

void Parser::parse(const Source& source, Cable& cable) const {
  cable.clear();
  cable.at = {0, static_cast<std::uint32_t>(source.bytes().size())};
  if (source.bytes().empty()) return;
  read_elements(source, cable.elements);
  read_parts(source, cable);
}

void Parser::parse_each(const Source& source, Cable& cable,
                        const std::function<void(const Cable&)>& each) const {
  cable.clear();
  cable.at = {0, static_cast<std::uint32_t>(source.bytes().size())};
  if (source.bytes().empty()) return each(cable);
  read_elements(source, cable.elements);
  std::size_t next = reading::find_next_cable(source.bytes(), cable.elements, 0);
  if (next == cable.elements.size()) {
    read_parts(source, cable);
    return each(cable);
  }
  const std::vector<Element> elements = cable.elements;
  for (std::size_t first = 0; first < elements.size(); first = next) {
    if (first > 0) next = reading::find_next_cable(source.bytes(), elements, first);
    cable.clear();
    cable.elements.assign(elements.begin() + static_cast<std::ptrdiff_t>(first),
                          elements.begin() + static_cast<std::ptrdiff_t>(next));
    const std::uint32_t begin = cable.elements.front().at.offset;
    cable.at = {begin, cable.elements.back().at.end() - begin};
    read_parts(source, cable);
    each(cable);
  }
}

}  // namespace cablelint
