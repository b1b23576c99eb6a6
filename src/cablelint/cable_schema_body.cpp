#include <algorithm>

#include "cablelint/cable_schema_fields.hpp"

namespace cablelint {
namespace {

using fields::as;
using fields::Context;
using fields::Declaration;
using fields::Field;
using fields::Type;
using fields::Value;

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_letter(char c) {
  return is_lower(c) || (c >= 'A' && c <= 'Z');
}

Value upper_code(const void* object, const Field&, Context& context) {
  const Span span = as<Tag>(object).code;
  if (!span) return Value::of_string({});
  if (!as<Tag>(object).corrected.empty()) return Value::of_string(as<Tag>(object).corrected, span);
  const std::string_view code = expression::folded(span, context);
  if (std::none_of(code.begin(), code.end(), is_lower)) return Value::of_string(code, span);
  char* upper = context.arena.allocate_array<char>(code.size());
  std::transform(code.begin(), code.end(), upper,
                 [](char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; });
  return Value::of_string({upper, code.size()}, span);
}

std::int64_t starts_lower(const void* object, const Context& context) {
  const Span text = as<Paragraph>(object).text;
  return text.length > 0 && is_lower(context.source[text.offset]) ? 1 : 0;
}

Value lower_start(const void* object, const Field&, Context& context) {
  return Value::of_bool(starts_lower(object, context) != 0).at(as<Paragraph>(object).text);
}

/// Quotations may run over several paragraphs and marks may be forgotten, so that an odd number alone says
/// nothing, and a blank on the wrong side of a mark is a slip. An odd one that closes a second time says that
/// words before it are lost.
Value lost_quote(const void* object, const Field&, Context& context) {
  const Span span = as<Paragraph>(object).text;
  if (!span) return Value::of_bool(false);
  const std::string_view text = context.source.substr(span.offset, span.length);
  bool odd = false;
  bool closed = false;
  std::size_t lost = std::string_view::npos;
  for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 1)) {
    const char before = at == 0 ? ' ' : text[at - 1];
    const char behind = at + 1 == text.size() ? ' ' : text[at + 1];
    const bool closes =
        std::string_view(" \t\r\n").find(behind) != std::string_view::npos &&
        (is_letter(before) || std::string_view(".,!?").find(before) != std::string_view::npos);
    if (closes && closed && lost == std::string_view::npos) lost = at;
    closed = closes;
    odd = !odd;
  }
  if (!odd || lost == std::string_view::npos) return Value::of_bool(false).at(span);
  return Value::of_bool(true).at({span.offset + static_cast<std::uint32_t>(lost), 1});
}

}  // namespace

void add_body_types(expression::Schema& schema, CableTypes& types) {
  types.tag = Declaration<Tag>("Tag", "One entry of the TAGS line.")
                  .computed("code", Type::Kind::string, false, upper_code, "The code or term in upper case.")
                  .required<&Tag::kind, &Tag::code>(
                      "kind",
                      "\"subject\", \"geo\", \"program\", \"organization\", \"person\", "
                      "\"term\" or \"unknown\".")
                  .optional<&Tag::argument>("argument", "The name in parentheses behind the code.")
                  .required<&Tag::link>("link", "Whether the entry is written as a Markdown link.")
                  .into(schema);

  using R = Reference;
  types.reference = Declaration<R>("Reference", "One item of the REF line.")
                        .optional<&R::label>("label", "The letter of the item.")
                        .required<&R::kind>("kind", "\"cable\" or \"other\".")
                        .required<&R::text>("text", "The item without its label.")
                        .optional<&R::origin>("origin", "The post that sent the cable referred to.")
                        .optional<&R::number>("number", "The message number as printed.")
                        .optional_number<&R::year>("year", "The year, when it is printed.")
                        .spans<&R::notes>("notes", "Notes in parentheses, such as \"NOTAL\".")
                        .into(schema);

  using P = Paragraph;
  types.paragraph = Declaration<P>("Paragraph", "One numbered paragraph.")
                        .optional_number<&P::number, &P::printed>("number", "The number, decoded.")
                        .optional<&P::printed>(
                            "printed", "The digits as printed, such as \"11\" for 1 behind a lost pilcrow.")
                        .required<&P::style, &P::printed>(
                            "style", "\"none\", \"plain\", \"pilcrow-digit\", \"pilcrow\" or \"backslash\".")
                        .required<&P::bullet>("bullet", "Whether a list bullet stands before the number.")
                        .object<&P::mark>("mark", types.mark, "The portion mark.")
                        .optional<&P::heading>("heading", "The heading that the paragraph stands under.")
                        .required<&P::text>("text", "The text behind number and mark.")
                        .computed("lower_start", Type::Kind::boolean, false, lower_start,
                                  "Whether the text begins with a small letter.")
                        .scalar({starts_lower})
                        .computed("lost_quote", Type::Kind::boolean, false, lost_quote,
                                  "Whether a quotation mark closes a quotation that none opened.")
                        .into(schema);

  types.boundary =
      Declaration<Boundary>("Boundary", "Where a summary or a comment begins or ends.")
          .required<&Boundary::part>("part", "\"summary\" or \"comment\".")
          .required<&Boundary::edge>("edge", "\"begin\", \"heading\" when a heading begins it, or \"end\".")
          .required<&Boundary::at>("text", "The words, such as \"END SUMMARY\".")
          .into(schema);

  types.body_text = Declaration<Caption>("BodyText", "A heading or an unnumbered text of the body.")
                        .required<&Caption::text>("text", "The text.")
                        .into(schema);

  types.noise =
      Declaration<Noise>("Noise", "A trace of the archive, not of the sender.")
          .required<&Noise::kind>(
              "kind",
              "\"partial-extract\", \"pilcrow\", \"bullet\", \"collapsed-heading\", "
              "\"link\", \"hard-break\", \"page-header\", \"release-stamp\", "
              "\"name-mask\", \"doubled-label\", \"zero-for-o\", \"split-keyword\", \"glued-tags\", "
              "\"misspelt-tag\", \"repeated-tag\", \"html-wrapper\", \"mail-wrapper\" or "
              "\"not-text\".")
          .required<&Noise::at>("text", "The text as it stands in the source.")
          .into(schema);

  types.element =
      Declaration<Element>("Element", "A stretch of the source with what it was recognised as.")
          .required<&Element::kind>("kind",
                                    "The name of a part, such as \"classification\", \"paragraph\" or "
                                    "\"unrecognised\".")
          .required<&Element::at>("text", "The text as it stands in the source.")
          .into(schema);
}

}  // namespace cablelint
