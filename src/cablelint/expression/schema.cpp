#include <algorithm>
#include <cablelint/byte_block.hpp>
#include <cablelint/cable.hpp>
#include <cablelint/expression/known.hpp>
#include <cablelint/expression/schema.hpp>
#include <cablelint/white_space.hpp>
#include <cstddef>
#include <cstring>

namespace cablelint::expression {
namespace {

/// Of a text without white space at its ends: itself, or a copy in the arena.
std::string_view fold(std::string_view text, Arena& arena) {
  std::size_t at = find_white_run(text, 0);
  if (at == text.size()) return text;
  char* const out = arena.allocate_array<char>(text.size());
  std::size_t size = 0;
  std::size_t from = 0;
  while (at < text.size()) {
    std::memcpy(out + size, text.data() + from, at - from);
    size += at - from;
    out[size++] = ' ';
    for (from = at + 1; is_white(text[from]);) ++from;
    at = find_white_run(text, from);
  }
  std::memcpy(out + size, text.data() + from, text.size() - from);
  return {out, size + text.size() - from};
}

/// Whether a text is one short word, with nothing to fold.
bool is_short_word(std::string_view text) {
  return text.size() <= kByteBlock &&
         std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
}

// Below this many bytes folding costs no more than looking for what was folded before.
constexpr std::size_t kShort = 48;

}  // namespace

Value item(const Value& list, std::uint32_t index, Context& context) {
  switch (list.items) {
    case Items::values:
      return static_cast<const Value*>(list.pointer)[index];
    case Items::objects: {
      const ObjectType& type = context.schema->type(list.object_type);
      const auto* const object =
          static_cast<const std::byte*>(list.pointer) + std::size_t{type.stride} * index;
      return Value::of_object(object, list.object_type, {});
    }
    case Items::spans: {
      const Span span = static_cast<const Span*>(list.pointer)[index];
      return Value::of_string(folded(span, context), span);
    }
    case Items::short_texts: {
      const ShortText& text = static_cast<const ShortText*>(list.pointer)[index];
      return Value::of_string(text.view(), text.at);
    }
    case Items::captions: {
      const Span span = static_cast<const Caption*>(list.pointer)[index].text;
      return Value::of_string(folded(span, context), span);
    }
  }
  return {};
}

Span origin_of(const Value& value, const Context& context) {
  if (value.origin || value.kind != Kind::object) return value.origin;
  const auto origin = context.schema->type(value.object_type).origin;
  return origin == nullptr ? Span{} : origin(value.pointer);
}

std::string_view folded(Span span, Context& context) {
  if (!span) return {};
  const std::string_view whole = context.source.substr(span.offset, span.length);
  if (is_short_word(whole)) return whole;
  const std::string_view text = without_outer_white(whole);
  if (context.known == nullptr || text.size() < kShort) return fold(text, context.arena);
  Known::Text& kept = context.known->text_place(span);
  if (kept.cable != context.known->cable()) {
    const std::string_view folded = fold(text, context.known->arena());
    kept = {span, context.known->cable(), static_cast<std::uint32_t>(folded.size()), folded.data()};
    return folded;
  }
  if (kept.span == span) return {kept.bytes, kept.size};
  return fold(text, context.arena);
}

}  // namespace cablelint::expression
