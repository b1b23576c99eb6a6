// Any two texts can be held against each other, and what is consistent is possible.

#include <cablelint/parse.hpp>
#include <cablelint/redacting/comparer.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/property/shipped.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace cablelint;
  constexpr std::string_view kBetween = "\n====\n";
  static const Parser parser(tests::shipped_rules().vocabulary());
  static Cable first_cable, second_cable;
  static redacting::Comparer comparer({});
  static redacting::Comparison result;
  static std::string united;
  const std::string_view both(reinterpret_cast<const char*>(data), size);
  const std::size_t at = both.find(kBetween);
  if (at == std::string_view::npos) return 0;
  const Source first = Source::borrow("first", both.substr(0, at));
  const Source second = Source::borrow("second", both.substr(at + kBetween.size()));
  parser.parse(first, first_cable);
  parser.parse(second, second_cable);
  comparer.compare(first, first_cable, second, second_cable, result);
  united.clear();
  comparer.append_union(united);
  if ((result.consistent && !result.possible) || united.size() > size) {
    std::fprintf(stderr, "consistent %d, possible %d, union of %zu bytes\n", result.consistent,
                 result.possible, united.size());
    std::abort();
  }
  return 0;
}
