#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <cablelint/ascii.hpp>
#include <cablelint/redaction.hpp>
#include <cablelint/vocabulary_text.hpp>

#include "cablelint/cable_schema_fields.hpp"

namespace cablelint {
namespace {

using fields::as;
using fields::Context;
using fields::Declaration;
using fields::Field;
using fields::Type;
using fields::Value;

Value text_of(const std::string& text, Span at, Context& context) {
  char* const copy = context.arena.allocate_array<char>(text.size());
  std::copy(text.begin(), text.end(), copy);
  return Value::of_string({copy, text.size()}, at);
}

Value kind(const void* object, const Field&, Context& context) {
  const auto& redaction = as<Redaction>(object);
  std::string text;
  append_kind(text, fields::cable_of(context), redaction);
  return text_of(text, redaction.at, context);
}

Value quantity(const void* object, const Field&, Context& context) {
  const auto& redaction = as<Redaction>(object);
  std::string text;
  append_quantity(text, fields::cable_of(context), redaction);
  return text.empty() ? Value{} : text_of(text, redaction.at, context);
}

Value status(const void* object, const Field&, Context&) {
  const auto& redaction = as<Redaction>(object);
  if (redaction.form != RedactionForm::stamp) return {};
  return Value::of_string(name_of(redaction.status), redaction.at);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Calls `each` with the words of letters in a span.
template <typename Each> void for_words(std::string_view source, Span span, const Each& each) {
  if (!span) return;
  std::uint32_t at = span.offset;
  while (at < span.end()) {
    std::uint32_t end = at;
    while (end < span.end() && is_letter(source[end])) ++end;
    if (end > at) each(Span{at, end - at});
    at = std::max(end, at + 1);
  }
}

/// Of a cable with very many cuts only the first are compared with the rest of the text, so that cost stays
/// linear.
bool is_sought(const Cable& cable, const Redaction& redaction) {
  constexpr std::ptrdiff_t kMostSought = 64;
  return redaction.at && &redaction - cable.redactions.data() < kMostSought;
}

/// A mask of twelve X has the same length whatever it covers, and short ones tell nothing.
constexpr std::uint32_t kShortestTelling = 4;
constexpr std::uint32_t kPublisherMask = 12;

/// The only surname or first name of those in TAGS, Classified By and the signature that has as many letters
/// as the mark has signs.
Value length_match(const void* object, const Field&, Context& context) {
  const auto& redaction = as<Redaction>(object);
  if (redaction.signs < kShortestTelling || redaction.signs == kPublisherMask) return {};
  const Cable& cable = fields::cable_of(context);
  if (!is_sought(cable, redaction)) return {};
  Span found;
  std::size_t others = 0;
  const auto consider = [&](Span word) {
    if (word.length != redaction.signs) return;
    if (found && folded_equal(context.source.substr(found.offset, found.length),
                              context.source.substr(word.offset, word.length)))
      return;
    others += found ? 1 : 0;
    found = word;
  };
  for (const Tag& tag : cable.tags) for_words(context.source, tag.argument, consider);
  if (cable.authority) for_words(context.source, cable.authority->classified_by, consider);
  for_words(context.source, cable.signature, consider);
  if (!found || others > 0) return {};
  return Value::of_string(context.source.substr(found.offset, found.length), redaction.at);
}

/// The words next to a cut: two before it and two behind it.
struct Neighbours {
  std::array<std::string_view, 2> before, behind;
  bool complete = false;
};

/// The word that ends at an offset, blanks aside; moves the offset to its beginning.
std::string_view word_before(std::string_view text, std::size_t& at) {
  while (at > 0 && is_ascii_blank(text[at - 1])) --at;
  const std::size_t end = at;
  while (at > 0 && is_letter(text[at - 1])) --at;
  return text.substr(at, end - at);
}

std::string_view word_behind(std::string_view text, std::size_t& at) {
  while (at < text.size() && is_ascii_blank(text[at])) ++at;
  const std::size_t begin = at;
  while (at < text.size() && is_letter(text[at])) ++at;
  return text.substr(begin, at - begin);
}

Neighbours neighbours(std::string_view text, Span cut) {
  Neighbours found;
  std::size_t at = cut.offset;
  found.before[1] = word_before(text, at);
  found.before[0] = word_before(text, at);
  at = cut.end();
  found.behind[0] = word_behind(text, at);
  found.behind[1] = word_behind(text, at);
  const auto none = [](std::string_view word) { return word.empty(); };
  found.complete = std::none_of(found.before.begin(), found.before.end(), none) &&
                   std::none_of(found.behind.begin(), found.behind.end(), none);
  return found;
}

/// Behind the two words before the cut: one to three other words, and then those behind the cut.
Span words_between(std::string_view text, std::size_t at, const Neighbours& around) {
  constexpr int kMostWords = 3;
  if (word_behind(text, at) != around.before[1]) return {};
  std::size_t begin = at;
  while (begin < text.size() && is_ascii_blank(text[begin])) ++begin;
  std::size_t end = begin;
  for (int words = 0; words <= kMostWords; ++words) {
    std::size_t next = end;
    if (words > 0 && word_behind(text, next) == around.behind[0] &&
        word_behind(text, next) == around.behind[1])
      return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    next = end;
    if (word_behind(text, next).empty()) return {};
    end = next;
  }
  return {};
}

/// Whether one of the cuts, which are in the order of the text, lies in a span.
bool touches_cut(const Cable& cable, Span span) {
  const auto behind =
      std::upper_bound(cable.redactions.begin(), cable.redactions.end(), span.end() - 1,
                       [](std::uint32_t at, const Redaction& cut) { return at < cut.at.offset; });
  return behind != cable.redactions.begin() && (behind - 1)->at.end() > span.offset;
}

bool hides_name(const Cable& cable, const Redaction& redaction) {
  if (redaction.form != RedactionForm::bracket)
    return redaction.form == RedactionForm::mask || redaction.form == RedactionForm::block;
  std::string kind;
  append_kind(kind, cable, redaction);
  return kind.find("name") != std::string::npos;
}

/// The same sentence elsewhere in the cable with words in place of the cut; of a name that is cut from the
/// subject, the person whom TAGS name.
Value survivor(const void* object, const Field&, Context& context) {
  const auto& redaction = as<Redaction>(object);
  const Cable& cable = fields::cable_of(context);
  if (!is_sought(cable, redaction) || !is_cut(redaction)) return {};
  if (redaction.part == ElementKind::subject && hides_name(cable, redaction)) {
    for (const Tag& tag : cable.tags) {
      if (tag.kind == TagKind::person && tag.argument)
        return Value::of_string(expression::folded(tag.argument, context), tag.argument);
    }
  }
  const std::string_view text = context.source.substr(0, cable.at.end());
  const Neighbours around = neighbours(text, redaction.at);
  if (!around.complete) return {};
  for (std::size_t at = text.find(around.before[0], cable.at.offset); at != std::string_view::npos;
       at = text.find(around.before[0], at + 1)) {
    const Span words = words_between(text, at + around.before[0].size(), around);
    if (words && !touches_cut(cable, words))
      return Value::of_string(expression::folded(words, context), words);
  }
  return {};
}

/// The first stamp of which something is true; null when there is none.
template <typename Test> const Redaction* first_stamp(const void* object, const Test& test) {
  for (const Redaction& each : as<Cable>(object).redactions) {
    if (each.form == RedactionForm::stamp && test(each)) return &each;
  }
  return nullptr;
}

Span release_place(const void* object) {
  const Redaction* const stamp = first_stamp(object, [](const Redaction&) { return true; });
  return stamp == nullptr ? Span{} : stamp->at;
}

Value release_date(const void* object, const Field&, Context&) {
  const Redaction* const stamp =
      first_stamp(object, [](const Redaction& each) { return each.day.has_value(); });
  return stamp == nullptr ? Value{} : Value::of_date(*stamp->day).at(stamp->at);
}

Value release_number(const void* object, const Field& field, Context& context) {
  const Redaction* const stamp =
      first_stamp(object, [](const Redaction& each) { return each.case_number || each.document_number; });
  if (stamp == nullptr) return {};
  return fields::text_value(stamp->case_number ? stamp->case_number : stamp->document_number, field, context);
}

Value release_statute(const void* object, const Field& field, Context& context) {
  const Redaction* const stamp =
      first_stamp(object, [](const Redaction& each) { return static_cast<bool>(each.statute); });
  return stamp == nullptr ? Value{} : fields::text_value(stamp->statute, field, context);
}

/// A section of an order or a 25X code begins with a digit; no other code does.
Value release_category(const void* object, const Field&, Context&) {
  const Cable& cable = as<Cable>(object);
  const ShortText* found = nullptr;
  first_stamp(object, [&](const Redaction& each) {
    const auto begin = cable.short_texts.begin() + each.codes.begin;
    const auto code = std::find_if(begin, begin + each.codes.count, [](const ShortText& text) {
      return text.size > 0 && text.text[0] >= '0' && text.text[0] <= '9';
    });
    if (code != begin + each.codes.count) found = &*code;
    return found != nullptr;
  });
  return found == nullptr ? Value{} : Value::of_string(found->view(), found->at);
}

/// What a page is after the review, where a stamp says so.
Value release_marking(const void* object, const Field&, Context&) {
  const Redaction* const stamp = first_stamp(object, [](const Redaction& each) {
    switch (each.status) {
      case ReleaseStatus::declassified:
      case ReleaseStatus::sanitized:
      case ReleaseStatus::approved:
      case ReleaseStatus::extended:
      case ReleaseStatus::unclassified:
      case ReleaseStatus::classified:
        return true;
      default:
        return false;
    }
  });
  return stamp == nullptr ? Value{} : Value::of_string(name_of(stamp->status), stamp->at);
}

}  // namespace

Value release_of(const void* object, const Field& field, Context&) {
  const Span place = release_place(object);
  return place ? Value::of_object(object, field.type.object_type, place) : Value{};
}

void add_redaction_types(expression::Schema& schema, CableTypes& types) {
  using R = Redaction;
  types.redaction =
      Declaration<R>("Redaction", "A mark of reviewers or publishers: a cut, or the stamp of a release.")
          .required<&R::at>("text", "The mark as it stands in the source.")
          .required<&R::form>(
              "form",
              "\"bracket\" for words in square brackets, \"code\" for an exemption code alone, "
              "\"mask\" for a run of X, \"block\" for block signs, \"blank\" for underscores, or "
              "\"stamp\".")
          .computed("kind", Type::Kind::string, false, kind,
                    "What was withheld, such as \"line\" or \"name+title\"; of a stamp what it says, of "
                    "other marks "
                    "their form.")
          .computed("quantity", Type::Kind::string, true, quantity,
                    "How much, as far as the mark says: \"<1 line\", \"1 paragraph (5 lines)\".")
          .short_texts<&R::codes>("codes",
                                  "The codes beside it: \"B1\", \"B7(C)\", \"1.4(d)\", \"25X1\", \"(k)(2)\".")
          .optional<&R::statute>("statute", "The statute that B3 names.")
          .computed("status", Type::Kind::string, true, status,
                    "What a stamp says, such as \"released in part\".")
          .optional<&R::case_number>("case_number", "The case number on a stamp.")
          .optional<&R::document_number>("document_number", "The document number on a stamp.")
          .optional<&R::day>("date", "The date on a stamp.")
          .required<&R::part>("part",
                              "The kind of element in which it stands, such as \"subject\" or \"paragraph\".")
          .computed(
              "survivor", Type::Kind::string, true, survivor,
              "Words that stand in place of the cut where its sentence recurs, or the person in TAGS where "
              "the subject cuts a name.")
          .computed("length_match", Type::Kind::string, true, length_match,
                    "The only name in TAGS, Classified By and signature with as many letters as the mark has "
                    "signs.")
          .into(schema);

  types.release =
      Declaration<Cable>("Release", "What the stamps of a released copy say together.")
          .origin(release_place)
          .computed("date", Type::Kind::date, true, release_date, "The first date.")
          .computed("number", Type::Kind::string, true, release_number, "The first case or document number.")
          .computed("category", Type::Kind::string, true, release_category,
                    "The first section of an order or 25X code, such as \"1.4(d)\".")
          .computed("statute", Type::Kind::string, true, release_statute, "The first statute that B3 names.")
          .computed("marking", Type::Kind::string, true, release_marking,
                    "What a page is after the review, such as \"declassified\" or \"unclassified page\".")
          .into(schema);
}

}  // namespace cablelint
