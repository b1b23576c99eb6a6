#include <algorithm>
#include <cablelint/expression/program.hpp>
#include <limits>

namespace cablelint::expression {
namespace {

char folded_case(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Edits (insert, drop, replace, swap of neighbours) between two names, case folded; more than `most` counts
// as most + 1.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > most) return most + 1;
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = folded_case(a[i - 1]) == folded_case(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
      if (i > 1 && j > 1 && folded_case(a[i - 1]) == folded_case(b[j - 2]) &&
          folded_case(a[i - 2]) == folded_case(b[j - 1])) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view name, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t kLongest = 64;
  if (name.empty() || name.size() > kLongest) return {};
  std::string_view best;
  std::size_t least = std::max<std::size_t>(1, name.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > 2 * kLongest) continue;
    const std::size_t edits = distance(name, candidate, least - 1);
    // A name that shares no letter in its place is no near name: "S" is not meant by "C".
    if (edits < least && edits < std::max(name.size(), candidate.size())) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

}  // namespace cablelint::expression
