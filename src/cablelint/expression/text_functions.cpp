#include <fmt/format.h>

#include <algorithm>
#include <cablelint/byte_search.hpp>
#include <cablelint/expression/code.hpp>
#include <cablelint/expression/functions.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/utf8.hpp>

// Positions in text count characters, from 0.

namespace cablelint::expression {
namespace {

bool all_strings(const Value* arguments, std::uint32_t count) {
  return std::all_of(arguments, arguments + count, [](const Value& v) { return v.kind == Kind::string; });
}

Value undefined(Context& context, std::string_view name, const Value* arguments, std::uint32_t count) {
  std::string text = fmt::format("`{}.{}(", kind_name(arguments[0].kind), name);
  for (std::uint32_t i = 1; i < count; ++i) {
    if (i > 1) text += ", ";
    text += kind_name(arguments[i].kind);
  }
  return make_error(context, text + ")` is not defined");
}

Value text_of(Context& context, std::string_view text) {
  if (text.size() > kMostBytes) return Value::of_error("a text or list grows too long");
  return Value::of_string(context.arena.copy(text));
}

Value size(const Value* a, std::uint32_t count, Context& context) {
  switch (a[0].kind) {
    case Kind::string:
      return Value::of_int(count_characters(a[0].string()));
    case Kind::bytes:
    case Kind::list:
      return Value::of_int(a[0].size);
    case Kind::map:
      return Value::of_int(a[0].map->size());
    default:
      return undefined(context, "size", a, count);
  }
}

bool contains(std::string_view text, std::string_view part) {
  if (part.size() < 2) return text.find(part) != std::string_view::npos;
  return find_bytes(text, part) != std::string_view::npos;
}

Value contains_text(const Value* a, std::uint32_t count, Context& context) {
  if (!all_strings(a, 2)) return undefined(context, "contains", a, count);
  return Value::of_bool(contains(a[0].string(), a[1].string()));
}

Value starts_with(const Value* a, std::uint32_t count, Context& context) {
  if (!all_strings(a, 2)) return undefined(context, "startsWith", a, count);
  return Value::of_bool(a[0].string().starts_with(a[1].string()));
}

Value ends_with(const Value* a, std::uint32_t count, Context& context) {
  if (!all_strings(a, 2)) return undefined(context, "endsWith", a, count);
  return Value::of_bool(a[0].string().ends_with(a[1].string()));
}

// Patterns that are literals are compiled with the expression and do not come here.
Value matches_text(const Value* a, std::uint32_t count, Context& context) {
  if (!all_strings(a, 2)) return undefined(context, "matches", a, count);
  const std::unique_ptr<RE2> regex = compile_regex(a[1].string());
  if (!regex->ok()) return make_error(context, "the pattern is no regular expression: " + regex->error());
  return Value::of_bool(occurs(*regex, a[0].string()));
}

template <char kFirst, char kLast, int kShift> Value shifted(const Value& text, Context& context) {
  const std::string_view from = text.string();
  const auto in_range = [](char c) { return c >= kFirst && c <= kLast; };
  if (std::none_of(from.begin(), from.end(), in_range)) return text;
  char* const to = context.arena.allocate_array<char>(from.size());
  std::transform(from.begin(), from.end(), to,
                 [&](char c) { return in_range(c) ? static_cast<char>(c + kShift) : c; });
  return Value::of_string({to, from.size()}, text.origin);
}

Value lower_ascii(const Value* a, std::uint32_t count, Context& context) {
  if (!all_strings(a, 1)) return undefined(context, "lowerAscii", a, count);
  return shifted<'A', 'Z', 'a' - 'A'>(a[0], context);
}

Value upper_ascii(const Value* a, std::uint32_t count, Context& context) {
  if (!all_strings(a, 1)) return undefined(context, "upperAscii", a, count);
  return shifted<'a', 'z', 'A' - 'a'>(a[0], context);
}

constexpr std::string_view kSpaces[] = {
    " ",      "\t",     "\n",     "\v",     "\f",     "\r",     "\u0085", "\u00A0", "\u1680",
    "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
    "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000",
};

Value trim(const Value* a, std::uint32_t count, Context& context) {
  if (!all_strings(a, 1)) return undefined(context, "trim", a, count);
  std::string_view text = a[0].string();
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view space : kSpaces) {
      if (text.starts_with(space)) {
        text.remove_prefix(space.size());
        more = true;
      }
      if (text.ends_with(space)) {
        text.remove_suffix(space.size());
        more = true;
      }
    }
  }
  return Value::of_string(text, a[0].origin);
}

Value list_of_parts(const std::vector<Value>& parts, Context& context) {
  Value* const items = context.arena.allocate_array<Value>(parts.size());
  std::copy(parts.begin(), parts.end(), items);
  return Value::of_list(items, static_cast<std::uint32_t>(parts.size()), Items::values, 0, {});
}

// Between characters for an empty separator. A limit caps the number of parts; the last takes the rest.
Value split(const Value* a, std::uint32_t count, Context& context) {
  if (!all_strings(a, 2) || (count == 3 && a[2].kind != Kind::integer))
    return undefined(context, "split", a, count);
  const std::int64_t limit = count == 3 ? a[2].integer : -1;
  std::vector<Value> parts;
  if (limit == 0) return list_of_parts(parts, context);
  std::string_view rest = a[0].string();
  const std::string_view separator = a[1].string();
  if (rest.size() > kMostItems && separator.empty()) return Value::of_error("a text or list grows too long");
  while (limit < 0 || static_cast<std::int64_t>(parts.size()) + 1 < limit) {
    if (separator.empty()) {
      const std::size_t next = byte_of_character(rest, 1);
      if (next >= rest.size()) break;
      parts.push_back(Value::of_string(rest.substr(0, next)));
      rest.remove_prefix(next);
    } else {
      const std::size_t next = rest.find(separator);
      if (next == std::string_view::npos) break;
      parts.push_back(Value::of_string(rest.substr(0, next)));
      rest.remove_prefix(next + separator.size());
    }
  }
  if (!separator.empty() || !rest.empty()) parts.push_back(Value::of_string(rest));
  if (!spend(context, parts.size())) return too_long();
  return list_of_parts(parts, context);
}

Value join(const Value* a, std::uint32_t count, Context& context) {
  if (a[0].kind != Kind::list || (count == 2 && a[1].kind != Kind::string))
    return undefined(context, "join", a, count);
  const std::string_view separator = count == 2 ? a[1].string() : std::string_view{};
  if (!spend(context, a[0].size)) return too_long();
  std::string text;
  for (std::uint32_t i = 0; i < a[0].size; ++i) {
    const Value part = item(a[0], i, context);
    if (part.kind != Kind::string) return undefined(context, "join", a, count);
    if (i > 0) text += separator;
    text += part.string();
    if (text.size() > kMostBytes) break;
  }
  return text_of(context, text);
}

// An empty text to replace stands between all characters.
Value replace(const Value* a, std::uint32_t count, Context& context) {
  if (!all_strings(a, 3) || (count == 4 && a[3].kind != Kind::integer))
    return undefined(context, "replace", a, count);
  std::int64_t limit = count == 4 ? a[3].integer : -1;
  std::string_view rest = a[0].string();
  const std::string_view old = a[1].string();
  if (limit == 0 || (!old.empty() && rest.find(old) == std::string_view::npos)) return a[0];
  std::string text;
  for (; limit != 0 && text.size() <= kMostBytes; --limit) {
    if (old.empty()) {
      text += a[2].string();
      if (rest.empty()) break;
      const std::size_t next = byte_of_character(rest, 1);
      text += rest.substr(0, next);
      rest.remove_prefix(next);
    } else {
      const std::size_t next = rest.find(old);
      if (next == std::string_view::npos) break;
      text += rest.substr(0, next);
      text += a[2].string();
      rest.remove_prefix(next + old.size());
    }
  }
  text += rest;
  return text_of(context, text);
}

Value substring(const Value* a, std::uint32_t count, Context& context) {
  if (a[0].kind != Kind::string || a[1].kind != Kind::integer || (count == 3 && a[2].kind != Kind::integer)) {
    return undefined(context, "substring", a, count);
  }
  const std::string_view text = a[0].string();
  const std::int64_t from = a[1].integer;
  const std::size_t begin = from < 0 ? std::string_view::npos : byte_of_character(text, from);
  std::size_t end = text.size();
  if (count == 3) end = a[2].integer < 0 ? std::string_view::npos : byte_of_character(text, a[2].integer);
  if (begin == std::string_view::npos || end == std::string_view::npos || begin > end) {
    return make_error(context, fmt::format("the text has {} characters: there is no such part of it",
                                           count_characters(text)));
  }
  return Value::of_string(text.substr(begin, end - begin));
}

Value index_of(const Value* a, std::uint32_t count, Context& context) {
  if (!all_strings(a, 2) || (count == 3 && a[2].kind != Kind::integer))
    return undefined(context, "indexOf", a, count);
  const std::string_view text = a[0].string();
  std::size_t begin = 0;
  if (count == 3) {
    begin = a[2].integer < 0 ? std::string_view::npos : byte_of_character(text, a[2].integer);
    if (begin == std::string_view::npos)
      return Value::of_error("the place to search from is outside the text");
  }
  const std::size_t found = text.find(a[1].string(), begin);
  return Value::of_int(found == std::string_view::npos ? -1 : count_characters(text.substr(0, found)));
}

// The last place at or before which the text could begin counts: characters, as everywhere here.
Value last_index_of(const Value* a, std::uint32_t count, Context& context) {
  if (!all_strings(a, 2) || (count == 3 && a[2].kind != Kind::integer))
    return undefined(context, "lastIndexOf", a, count);
  const std::string_view text = a[0].string();
  std::size_t last = std::string_view::npos;
  if (count == 3) {
    last = a[2].integer < 0 ? std::string_view::npos : byte_of_character(text, a[2].integer);
    if (last == std::string_view::npos)
      return Value::of_error("the place to search from is outside the text");
  }
  const std::size_t found = text.rfind(a[1].string(), last);
  return Value::of_int(found == std::string_view::npos ? -1 : count_characters(text.substr(0, found)));
}

// The place behind the last character has an empty text.
Value char_at(const Value* a, std::uint32_t count, Context& context) {
  if (a[0].kind != Kind::string || a[1].kind != Kind::integer) return undefined(context, "charAt", a, count);
  const std::string_view text = a[0].string();
  const std::size_t begin = a[1].integer < 0 ? std::string_view::npos : byte_of_character(text, a[1].integer);
  if (begin == std::string_view::npos) {
    return make_error(context, fmt::format("the text has {} characters: there is none at {}",
                                           count_characters(text), a[1].integer));
  }
  const std::string_view rest = text.substr(begin);
  return Value::of_string(rest.substr(0, byte_of_character(rest, rest.empty() ? 0 : 1)));
}

Value reverse(const Value* a, std::uint32_t count, Context& context) {
  if (!all_strings(a, 1)) return undefined(context, "reverse", a, count);
  const std::string_view text = a[0].string();
  char* const to = context.arena.allocate_array<char>(text.size());
  char* end = to + text.size();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = byte_of_character(text.substr(at), 1);
    end -= size;
    std::copy_n(text.data() + at, size, end);
    at += size;
  }
  return Value::of_string({to, text.size()});
}

using P = Pattern;
constexpr Overload kSize[] = {
    {{P::string}, P::integer}, {{P::bytes}, P::integer}, {{P::list}, P::integer}, {{P::map}, P::integer}};
constexpr Overload kTest[] = {{{P::string, P::string}, P::boolean}};
constexpr Overload kCase[] = {{{P::string}, P::string}};
constexpr Overload kSplit[] = {{{P::string, P::string}, P::list_of_strings},
                               {{P::string, P::string, P::integer}, P::list_of_strings}};
constexpr Overload kJoin[] = {{{P::list_of_strings}, P::string},
                              {{P::list_of_strings, P::string}, P::string}};
constexpr Overload kReplace[] = {{{P::string, P::string, P::string}, P::string},
                                 {{P::string, P::string, P::string, P::integer}, P::string}};
constexpr Overload kSubstring[] = {{{P::string, P::integer}, P::string},
                                   {{P::string, P::integer, P::integer}, P::string}};
constexpr Overload kCharAt[] = {{{P::string, P::integer}, P::string}};
constexpr Overload kIndexOf[] = {{{P::string, P::string}, P::integer},
                                 {{P::string, P::string, P::integer}, P::integer}};

const FunctionGroup kGroups[] = {
    {"size", Style::either, size, kSize, "How many characters, bytes, items or keys it has."},
    {"contains", Style::method, contains_text, kTest, "Whether the other text occurs in it."},
    {"startsWith", Style::method, starts_with, kTest, "Whether it begins with the other text."},
    {"endsWith", Style::method, ends_with, kTest, "Whether it ends with the other text."},
    {"matches", Style::either, matches_text, kTest, "Whether the pattern (RE2) occurs anywhere in it."},
    {"lowerAscii", Style::method, lower_ascii, kCase, "With the letters A to Z in lower case."},
    {"upperAscii", Style::method, upper_ascii, kCase, "With the letters a to z in upper case."},
    {"trim", Style::method, trim, kCase, "Without blanks and line ends around it."},
    {"split", Style::method, split, kSplit,
     "Its parts between the separators; at most so many, the last with the rest."},
    {"join", Style::method, join, kJoin, "The texts of a list as one, with the separator between them."},
    {"replace", Style::method, replace, kReplace,
     "With the first text replaced by the second, everywhere or so many times."},
    {"substring", Style::method, substring, kSubstring, "From a character (the first is 0) up to another."},
    {"charAt", Style::method, char_at, kCharAt, "The character at a place; the first is 0."},
    {"indexOf", Style::method, index_of, kIndexOf,
     "Where the other text first occurs, from a place on; -1 when nowhere."},
    {"lastIndexOf", Style::method, last_index_of, kIndexOf,
     "Where the other text last begins, at or before a place; -1 when nowhere."},
    {"reverse", Style::method, reverse, kCase, "Its characters from the last to the first."},
};

}  // namespace

std::span<const FunctionGroup> text_functions() {
  return kGroups;
}

}  // namespace cablelint::expression
