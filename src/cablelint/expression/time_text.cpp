#include <fmt/format.h>

#include <cablelint/calendar.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/time_text.hpp>
#include <charconv>

namespace cablelint::expression {
namespace {

constexpr std::int64_t kSecondsOfDay = 86400;
constexpr std::int64_t kNanosecondsOfSecond = 1'000'000'000;

// Takes `count` digits off the front; false when they are not all digits.
bool take_number(std::string_view& text, std::size_t count, int& number) {
  if (text.size() < count) return false;
  number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    number = number * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return true;
}

bool take(std::string_view& text, std::string_view any) {
  if (text.empty() || any.find(text[0]) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

// Digits behind a point as billionths; what is finer is cut off.
bool take_fraction(std::string_view& text, std::int64_t& billionths) {
  std::int64_t unit = kNanosecondsOfSecond / 10;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
    billionths += (text[digits] - '0') * unit;
    unit /= 10;
  }
  text.remove_prefix(digits);
  return digits > 0;
}

std::string fraction_text(std::int64_t nanoseconds) {
  if (nanoseconds == 0) return {};
  std::string text = fmt::format(".{:09}", nanoseconds);
  while (text.back() == '0') text.pop_back();
  return text;
}

}  // namespace

Value read_timestamp(std::string_view text) {
  const Value wrong = Value::of_error("a timestamp is written as 2009-02-13T23:31:30Z");
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  if (!take_number(text, 4, year) || !take(text, "-") || !take_number(text, 2, month) || !take(text, "-") ||
      !take_number(text, 2, day) || !take(text, "Tt") || !take_number(text, 2, hour) || !take(text, ":") ||
      !take_number(text, 2, minute) || !take(text, ":") || !take_number(text, 2, second)) {
    return wrong;
  }
  std::int64_t nanoseconds = 0;
  if (take(text, ".") && !take_fraction(text, nanoseconds)) return wrong;
  std::int64_t east = 0;
  if (!take(text, "Zz")) {
    const bool west = !text.empty() && text[0] == '-';
    int hours = 0;
    int minutes = 0;
    if (!take(text, "+-") || !take_number(text, 2, hours) || !take(text, ":") ||
        !take_number(text, 2, minutes) || hours > 23 || minutes > 59) {
      return wrong;
    }
    east = (west ? -1 : 1) * (hours * std::int64_t{3600} + minutes * std::int64_t{60});
  }
  const std::optional<Day> days = day_of(year, month, day);
  if (!text.empty() || !days || hour > 23 || minute > 59 || second > 59) return wrong;
  return make_timestamp(std::int64_t{*days} * kSecondsOfDay + hour * std::int64_t{3600} +
                            minute * std::int64_t{60} + second - east,
                        nanoseconds);
}

Value read_duration(std::string_view text) {
  struct Unit {
    std::string_view name;
    std::int64_t nanoseconds;
  };
  static constexpr Unit kUnits[] = {
      {"ns", 1},
      {"us", 1000},
      {"\u00B5s", 1000},
      {"\u03BCs", 1000},
      {"ms", 1'000'000},
      {"h", 3600 * kNanosecondsOfSecond},
      {"m", 60 * kNanosecondsOfSecond},
      {"s", kNanosecondsOfSecond},
  };
  const Value wrong =
      Value::of_error("a duration is written as 1h30m or 45.5s, and is at most about 292 years");
  const bool negative = !text.empty() && text[0] == '-';
  take(text, "+-");
  if (text == "0") return Value::of_duration(0, 0);
  if (text.empty()) return wrong;
  std::int64_t total = 0;
  while (!text.empty()) {
    std::int64_t whole = 0;
    std::int64_t billionths = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), whole);
    const auto digits = static_cast<std::size_t>(end - text.data());
    if (failure == std::errc::result_out_of_range || text[0] == '-') return wrong;
    text.remove_prefix(digits);
    const bool point = take(text, ".");
    if (!(point && take_fraction(text, billionths)) && digits == 0) return wrong;
    const Unit* unit = nullptr;
    for (const Unit& candidate : kUnits) {
      if (unit == nullptr && text.starts_with(candidate.name)) unit = &candidate;
    }
    if (unit == nullptr) return wrong;
    text.remove_prefix(unit->name.size());
    std::int64_t part = 0;
    // A fraction counts billionths of its unit, and the longer units are whole seconds.
    const std::int64_t fraction = unit->nanoseconds >= kNanosecondsOfSecond
                                      ? billionths * (unit->nanoseconds / kNanosecondsOfSecond)
                                      : billionths * unit->nanoseconds / kNanosecondsOfSecond;
    if (__builtin_mul_overflow(whole, unit->nanoseconds, &part) ||
        __builtin_add_overflow(part, fraction, &part) || __builtin_add_overflow(total, part, &total)) {
      return wrong;
    }
  }
  return make_duration(0, negative ? -total : total);
}

std::string timestamp_text(const Value& timestamp) {
  std::int64_t days = timestamp.integer / kSecondsOfDay;
  std::int64_t second = timestamp.integer % kSecondsOfDay;
  if (second < 0) {
    second += kSecondsOfDay;
    --days;
  }
  return fmt::format("{}T{:02}:{:02}:{:02}{}Z", iso(static_cast<Day>(days)), second / 3600, second / 60 % 60,
                     second % 60, fraction_text(timestamp.size));
}

std::string duration_text(const Value& duration) {
  const std::int64_t nanoseconds = static_cast<std::int32_t>(duration.size);
  const bool negative = duration.integer < 0 || nanoseconds < 0;
  return fmt::format("{}{}{}s", negative ? "-" : "", negative ? -duration.integer : duration.integer,
                     fraction_text(negative ? -nanoseconds : nanoseconds));
}

}  // namespace cablelint::expression
