#pragma once

// What the JSON of a cable is put together from: members of an object, texts of the source, lists, places.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <cablelint/cable.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/html_entities.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/reading/text.hpp>
#include <cablelint/source.hpp>

namespace cablelint {

/// The name of a member, quoted and joined up at compile time: `,"name":`.
class JsonKey {
 public:
  // Not explicit: names are written as plain literals.
  template <std::size_t kSize>
  consteval JsonKey(const char (&name)[kSize]) {  // NOLINT(google-explicit-constructor)
    static_assert(kSize + 3 <= sizeof(text_));
    text_[size_++] = ',';
    text_[size_++] = '"';
    for (std::size_t at = 0; at + 1 < kSize; ++at) text_[size_++] = name[at];
    text_[size_++] = '"';
    text_[size_++] = ':';
  }
  [[nodiscard]] std::string_view first() const { return {text_ + 1, size_ - 1U}; }
  [[nodiscard]] std::string_view next() const { return {text_, size_}; }

 private:
  char text_[31] = {};
  std::uint8_t size_ = 0;
};

/// All that is known, or what stays the same when damage of the text is mended.
enum class JsonExtent : std::uint8_t { all, meaning };

/// Appends such parts to a text.
class CableJsonParts {
 public:
  CableJsonParts(std::string& out, const Source& source, const Cable& cable, JsonExtent extent)
      : out_(out), source_(source), cable_(cable), extent_(extent) {}

  void key(const JsonKey& name) { out_ += out_.back() == '{' ? name.first() : name.next(); }

  void raw(const JsonKey& name, std::string_view json) {
    key(name);
    out_ += json;
  }

  void boolean(const JsonKey& name, bool value) { raw(name, value ? "true" : "false"); }

  void number(const JsonKey& name, std::int64_t value) {
    key(name);
    const fmt::format_int digits(value);
    out_.append(digits.data(), digits.size());
  }

  void number_or_null(const JsonKey& name, std::int64_t value) {
    if (value == 0) return raw(name, "null");
    number(name, value);
  }

  // For words of our own, which need no escapes.
  void literal(const JsonKey& name, std::string_view value) {
    key(name);
    out_ += '"';
    out_ += value;
    out_ += '"';
  }

  void level(const JsonKey& name, std::optional<Level> value) {
    if (!value) return raw(name, "null");
    literal(name, portion_form(*value));
  }

  void day(const JsonKey& name, std::optional<Day> value) {
    if (!value) return raw(name, "null");
    key(name);
    out_ += '"';
    append_iso(out_, *value);
    out_ += '"';
  }

  void text(const JsonKey& name, Span span) {
    if (!span) return raw(name, "null");
    key(name);
    const std::string_view printed = source_.text(span);
    if (printed.find('&') == std::string_view::npos) return append_json_folded(out_, printed);
    decoded_.clear();
    append_decoded(decoded_, printed);
    append_json_folded(out_, decoded_);
  }

  // The last member of an object, whose place was asked for before its other members: a source finds places
  // fast in the order of the text.
  void at(Span span, Position place) {
    if (!span) return raw("at", "null");
    key("at");
    char text[96];
    char* end = text;
    const auto append = [&end](std::string_view label, std::uint32_t value) {
      end = std::copy(label.begin(), label.end(), end);
      const fmt::format_int digits(value);
      end = std::copy_n(digits.data(), digits.size(), end);
    };
    append(R"({"line":)", place.line);
    append(R"(,"column":)", place.column);
    append(R"(,"offset":)", span.offset);
    append(R"(,"length":)", span.length);
    *end++ = '}';
    out_.append(text, static_cast<std::size_t>(end - text));
  }

  template <typename Body> void object_at(Span span, Body&& body) {
    const bool shown = span && extent_ == JsonExtent::all;
    const Position place = shown ? source_.position(span.offset) : Position{};
    out_ += '{';
    body();
    if (extent_ == JsonExtent::all) at(span, place);
    out_ += '}';
  }

  template <typename Body> void object_if(bool present, const JsonKey& name, Span span, Body&& body) {
    if (!present) return raw(name, "null");
    key(name);
    object_at(span, body);
  }

  template <typename T, typename Body>
  void object(const JsonKey& name, const std::optional<T>& value, Body&& body) {
    object_if(value.has_value(), name, value ? value->at : Span{}, [&] { body(*value); });
  }

  template <typename Items, typename Body> void list(const JsonKey& name, const Items& items, Body&& body) {
    key(name);
    out_ += '[';
    for (const auto& item : items) {
      if (out_.back() != '[') out_ += ',';
      body(item);
    }
    out_ += ']';
  }

  template <typename Items, typename Body>
  void objects(const JsonKey& name, const Items& items, Body&& body) {
    list(name, items, [&](const auto& item) { object_at(item.at, [&] { body(item); }); });
  }

  void strings(const JsonKey& name, std::span<const Span> items) {
    list(name, items, [this](Span item) { append_json_folded(out_, source_.text(item)); });
  }

  void strings(const JsonKey& name, const std::vector<Caption>& items) {
    list(name, items, [this](const Caption& item) { append_json_folded(out_, source_.text(item.text)); });
  }

  void strings(const JsonKey& name, const std::vector<std::string_view>& items) {
    list(name, items, [this](std::string_view item) { append_json_folded(out_, item); });
  }

  /// Each text once, whatever its case; a text is compared with the first few.
  [[nodiscard]] std::vector<std::string_view> distinct(const auto& items, const auto& span_of) const {
    constexpr std::size_t kMostCompared = 64;
    std::vector<std::string_view> texts;
    for (const auto& item : items) {
      const std::string_view text = source_.text(span_of(item));
      const auto end = texts.begin() + static_cast<std::ptrdiff_t>(std::min(texts.size(), kMostCompared));
      if (std::none_of(texts.begin(), end,
                       [&](std::string_view seen) { return reading::equals_ignoring_case(seen, text); }))
        texts.push_back(text);
    }
    return texts;
  }

  void short_texts(const JsonKey& name, Range range) {
    list(name, std::span(cable_.short_texts).subspan(range.begin, range.count),
         [this](const ShortText& item) { append_json_string(out_, item.view()); });
  }

  [[nodiscard]] std::span<const Span> spans(Range range) const {
    return std::span(cable_.spans).subspan(range.begin, range.count);
  }

 protected:
  std::string& out_;
  const Source& source_;
  const Cable& cable_;
  JsonExtent extent_;
  std::string decoded_;  // scratch
};

}  // namespace cablelint
