#include <fmt/format.h>

#include <algorithm>
#include <cablelint/code_points.hpp>
#include <cablelint/expression/functions.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/program.hpp>
#include <cablelint/expression/utf8.hpp>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

// Text made of values: `format` and `strings.quote`.

namespace cablelint::expression {
namespace {

constexpr int kMostDecimals = 100;
constexpr int kDecimals = 6;  // when the clause does not say
constexpr int kMostNested = 100;

// Fills in the clauses of one pattern.
class Formatter {
 public:
  Formatter(const Value& pattern, const Value& arguments, Context& context)
      : rest_(pattern.string()), arguments_(arguments), context_(context) {}

  Value run() {
    while (!rest_.empty() && !trouble_) {
      const std::size_t percent = std::min(rest_.find('%'), rest_.size());
      put(rest_.substr(0, percent));
      rest_.remove_prefix(percent);
      if (!rest_.empty()) clause();
    }
    if (!trouble_ && next_ < arguments_.size) {
      fail(fmt::format("the format takes {} values, but there are {}", next_, arguments_.size));
    }
    return trouble_ ? *trouble_ : Value::of_string(context_.arena.copy(text_));
  }

 private:
  void fail(std::string_view message) {
    if (!trouble_) trouble_ = make_error(context_, message);
  }

  void put(std::string_view part) {
    if (text_.size() + part.size() > kMostBytes) {
      trouble_ = Value::of_error("a text or list grows too long");
    } else {
      text_ += part;
    }
  }

  // "%%", "%d", "%.2f"
  void clause() {
    const std::string_view whole = rest_;
    rest_.remove_prefix(1);
    if (rest_.starts_with('%')) {
      rest_.remove_prefix(1);
      return put("%");
    }
    std::optional<int> decimals;
    if (rest_.starts_with('.')) {
      int number = 0;
      const auto [end, failure] = std::from_chars(rest_.data() + 1, rest_.data() + rest_.size(), number);
      if (failure != std::errc{} || number < 0 || number > kMostDecimals) {
        return fail(fmt::format("a clause of the format has at most {} decimals: `%.2f`", kMostDecimals));
      }
      decimals = number;
      rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    }
    if (rest_.empty())
      return fail("the format ends in the middle of a clause; `%%` stands for a percent sign");
    const std::size_t size = code_point_size(rest_, 0);
    const std::string_view letter = rest_.substr(0, size);
    rest_.remove_prefix(size);
    const std::string_view clause = whole.substr(0, whole.size() - rest_.size());
    if (size > 1 || std::string_view{"sdfebxXo"}.find(letter[0]) == std::string_view::npos) {
      return fail(fmt::format("the format has no clause `{}`; `%%` stands for a percent sign", clause));
    }
    if (decimals && letter != "f" && letter != "e") {
      return fail(fmt::format("only `f` and `e` have decimals, not `{}`", clause));
    }
    if (next_ >= arguments_.size) {
      return fail(fmt::format("the format has no value for its clause {}, `{}`", next_ + 1, clause));
    }
    write(letter[0], decimals.value_or(kDecimals), item(arguments_, next_++, context_));
  }

  void write(char letter, int decimals, const Value& value) {
    if (value.is_error()) {
      trouble_ = value;
      return;
    }
    bool written = false;
    switch (letter) {
      case 's':
        return text_of(value, 0);
      case 'd':
        written = decimal(value);
        break;
      case 'f':
      case 'e':
        written = real(letter, decimals, value);
        break;
      default:
        written = based(letter, value);
    }
    if (!written) fail(fmt::format("`%{}` does not take a value of type {}", letter, kind_name(value.kind)));
  }

  // NaN and the infinities have names and no digits.
  bool unwritable(double number) {
    if (std::isfinite(number)) return false;
    put(std::isnan(number) ? "NaN" : number < 0 ? "-Infinity" : "Infinity");
    return true;
  }

  bool decimal(const Value& value) {
    if (value.kind == Kind::integer) {
      put(fmt::format("{}", value.integer));
      return true;
    }
    if (value.kind == Kind::unsigned_integer) {
      put(fmt::format("{}", value.unsigned_integer));
      return true;
    }
    return value.kind == Kind::real && unwritable(value.real);
  }

  bool real(char letter, int decimals, const Value& value) {
    double number = 0;
    if (value.kind == Kind::real) {
      number = value.real;
    } else if (value.kind == Kind::integer) {
      number = static_cast<double>(value.integer);
    } else if (value.kind == Kind::unsigned_integer) {
      number = static_cast<double>(value.unsigned_integer);
    } else {
      return false;
    }
    if (unwritable(number)) return true;
    put(letter == 'f' ? fmt::format("{:.{}f}", number, decimals) : fmt::format("{:.{}e}", number, decimals));
    return true;
  }

  template <typename T> static std::string digits(char letter, T number) {
    switch (letter) {
      case 'b':
        return fmt::format("{:b}", number);
      case 'o':
        return fmt::format("{:o}", number);
      case 'x':
        return fmt::format("{:x}", number);
      default:
        return fmt::format("{:X}", number);
    }
  }

  bool based(char letter, const Value& value) {
    if (value.kind == Kind::integer) {
      put(digits(letter, value.integer));
    } else if (value.kind == Kind::unsigned_integer) {
      put(digits(letter, value.unsigned_integer));
    } else if (letter == 'b' && value.kind == Kind::boolean) {
      put(value.boolean ? "1" : "0");
    } else if ((letter == 'x' || letter == 'X') &&
               (value.kind == Kind::string || value.kind == Kind::bytes)) {
      bytes(letter, value.string());
    } else {
      return false;
    }
    return true;
  }

  void bytes(char letter, std::string_view from) {
    const std::string_view hexadecimal = letter == 'x' ? "0123456789abcdef" : "0123456789ABCDEF";
    if (text_.size() + 2 * from.size() > kMostBytes) return put(from);
    for (const char c : from) {
      text_ += hexadecimal[static_cast<unsigned char>(c) >> 4];
      text_ += hexadecimal[static_cast<unsigned char>(c) & 0xF];
    }
  }

  // `%s`: as to_text, but complete, with the strings in lists bare and the keys of maps in order.
  void text_of(const Value& value, int depth) {
    if (trouble_) return;
    if (depth > kMostNested) return fail("the value is nested too deeply to be shown");
    switch (value.kind) {
      case Kind::string:
        return put(value.string());
      case Kind::bytes:
        return is_utf8(value.string()) ? put(value.string()) : fail("the bytes are no UTF-8 text");
      case Kind::real:
        return unwritable(value.real) ? void() : shortest(value.real);
      case Kind::list:
        return list_of(value, depth);
      case Kind::map:
        return map_of(*value.map, depth);
      default:
        return put(to_text(value, context_));
    }
  }

  void shortest(double number) {
    char digits[512];  // 1e308 has 309, the smallest number 326
    const auto [end, failure] =
        std::to_chars(std::begin(digits), std::end(digits), number, std::chars_format::fixed);
    if (failure == std::errc{}) put({digits, static_cast<std::size_t>(end - digits)});
  }

  bool spend_on(std::uint64_t count) {
    if (spend(context_, count)) return true;
    trouble_ = too_long();
    return false;
  }

  void list_of(const Value& list, int depth) {
    if (!spend_on(list.size)) return;
    put("[");
    for (std::uint32_t i = 0; i < list.size && !trouble_; ++i) {
      if (i > 0) put(", ");
      text_of(item(list, i, context_), depth + 1);
    }
    put("]");
  }

  void map_of(const Map& map, int depth) {
    if (!spend_on(map.size())) return;
    std::vector<std::pair<std::string, Value>> keys;
    keys.reserve(map.size());
    for (std::uint32_t i = 0; i < map.size(); ++i) {
      const Value key = map.key(i);
      keys.emplace_back(to_text(key, context_), key);
    }
    std::sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    put("{");
    for (const auto& [written, key] : keys) {
      if (&key != &keys.front().second) put(", ");
      put(written);
      put(": ");
      Value value;
      map.find(key, context_, value);
      text_of(value, depth + 1);
      if (trouble_) return;
    }
    put("}");
  }

  std::string_view rest_;
  const Value& arguments_;
  Context& context_;
  std::uint32_t next_ = 0;
  std::string text_;
  std::optional<Value> trouble_;
};

Value format(const Value* a, std::uint32_t /*count*/, Context& context) {
  if (a[0].kind != Kind::string || a[1].kind != Kind::list) {
    return make_error(
        context, fmt::format("`{}.format({})` is not defined", kind_name(a[0].kind), kind_name(a[1].kind)));
  }
  return Formatter{a[0], a[1], context}.run();
}

// The escape of a character inside quotes; empty when it stands for itself.
std::string_view escaped(char c) {
  switch (c) {
    case '\a':
      return "\\a";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    case '\v':
      return "\\v";
    case '\\':
      return "\\\\";
    case '"':
      return "\\\"";
    default:
      return {};
  }
}

// Bytes that are no UTF-8 become the replacement character.
Value quote(const Value* a, std::uint32_t /*count*/, Context& context) {
  if (a[0].kind != Kind::string) {
    return make_error(context, fmt::format("`strings.quote({})` is not defined", kind_name(a[0].kind)));
  }
  const std::string_view text = a[0].string();
  std::string quoted = "\"";
  for (std::size_t at = 0; at < text.size() && quoted.size() <= kMostBytes;) {
    const std::size_t size = code_point_size(text, at);
    const std::string_view character = text.substr(at, size);
    const std::string_view escape = escaped(text[at]);
    if (size == 1 && static_cast<unsigned char>(text[at]) >= 0x80) {
      quoted += "\uFFFD";
    } else {
      quoted += escape.empty() ? character : escape;
    }
    at += size;
  }
  quoted += '"';
  if (quoted.size() > kMostBytes) return Value::of_error("a text or list grows too long");
  return Value::of_string(context.arena.copy(quoted));
}

using P = Pattern;
constexpr Overload kFormat[] = {{{P::string, P::list}, P::string}};
constexpr Overload kQuote[] = {{{P::string}, P::string}};

const FunctionGroup kGroups[] = {
    {"format", Style::method, format, kFormat,
     "The text with its clauses filled from the list: `%s` any value, `%d` a whole number, `%f` and `%e` a "
     "number with decimals (`%.2f`), `%b`, `%o`, `%x`, `%X` other bases, `%%` a percent sign."},
    {"strings.quote", Style::function, quote, kQuote, "The text in double quotes, with escapes."},
};

}  // namespace

std::span<const FunctionGroup> format_functions() {
  return kGroups;
}

}  // namespace cablelint::expression
