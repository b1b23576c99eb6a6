#include <cablelint/expression/literal_map.hpp>
#include <cmath>
#include <functional>
#include <new>

namespace cablelint::expression {
namespace {

constexpr std::uint32_t kSmall = 8;

bool is_key(const Value& key) {
  switch (key.kind) {
    case Kind::boolean:
    case Kind::integer:
    case Kind::unsigned_integer:
    case Kind::string:
    case Kind::date:
    case Kind::level:
      return true;
    default:
      return false;
  }
}

// Numbers of equal value are the same key, whatever their kind: 1, 1u and 1.0. False for a number that is no
// integer.
bool normalise(Value& key) {
  if (key.kind == Kind::real) {
    const double d = key.real;
    if (std::trunc(d) != d || !(std::fabs(d) <= 18446744073709549568.0)) return false;
    key = d < 0 ? Value::of_int(d < -9223372036854775808.0 ? 0 : static_cast<std::int64_t>(d))
                : Value::of_uint(static_cast<std::uint64_t>(d));
    if (d < -9223372036854775808.0) return false;
  }
  if (key.kind == Kind::unsigned_integer && key.unsigned_integer <= INT64_MAX) {
    key = Value::of_int(static_cast<std::int64_t>(key.unsigned_integer));
  }
  return true;
}

bool same(const Value& a, Value b) {
  normalise(b);
  if (a.kind != b.kind) return false;
  if (a.kind == Kind::string) return a.string() == b.string();
  if (a.kind == Kind::boolean) return a.boolean == b.boolean;
  return a.integer == b.integer;
}

std::size_t hash(const Value& key) {
  if (key.kind == Kind::string) return std::hash<std::string_view>{}(key.string());
  const auto number =
      key.kind == Kind::boolean ? std::uint64_t{key.boolean} : static_cast<std::uint64_t>(key.integer);
  return static_cast<std::size_t>((number + static_cast<std::uint64_t>(key.kind)) * 0x9E3779B97F4A7C15U >>
                                  20);
}

}  // namespace

std::uint32_t LiteralMap::place(const Value& key) const {
  if (buckets_ == nullptr) {
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (same(key, entries_[std::size_t{2} * i])) return i;
    }
    return kNowhere;
  }
  for (std::size_t at = hash(key) & mask_;; at = (at + 1) & mask_) {
    const std::uint32_t i = buckets_[at];
    if (i == kNowhere || same(key, entries_[std::size_t{2} * i])) return i;
  }
}

bool LiteralMap::find(const Value& key, Context& /*context*/, Value& found) const {
  Value wanted = key;
  if (!normalise(wanted)) return false;
  const std::uint32_t i = place(wanted);
  if (i == kNowhere) return false;
  found = entries_[std::size_t{2} * i + 1];
  return true;
}

Value LiteralMap::make(const Value* entries, std::uint32_t count, Arena& arena) {
  std::uint32_t* buckets = nullptr;
  std::uint32_t mask = 0;
  if (count > kSmall) {
    std::uint32_t slots = 16;
    while (slots < 2 * count) slots *= 2;
    mask = slots - 1;
    buckets = arena.allocate_array<std::uint32_t>(slots);
    for (std::uint32_t i = 0; i < slots; ++i) buckets[i] = kNowhere;
  }
  // The map grows entry by entry, so that it finds a repeated key itself.
  LiteralMap map{entries, 0, buckets, mask};
  for (std::uint32_t i = 0; i < count; ++i) {
    Value key = entries[std::size_t{2} * i];
    if (!is_key(key)) return Value::of_error("a key of a map is a bool, int, uint, string, date or level");
    normalise(key);
    if (map.place(key) != kNowhere) return Value::of_error("a key of the map is repeated");
    if (buckets != nullptr) {
      std::size_t at = hash(key) & mask;
      while (buckets[at] != kNowhere) at = (at + 1) & mask;
      buckets[at] = i;
    }
    ++map.count_;
  }
  void* const memory = arena.allocate(sizeof(LiteralMap), alignof(LiteralMap));
  return Value::of_map(new (memory) LiteralMap{map});
}

}  // namespace cablelint::expression
