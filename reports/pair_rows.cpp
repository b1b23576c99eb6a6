#include "reports/pair_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace cablelint::reports {
namespace {

using redacting::Stretch;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Where blocks and paragraphs of a text begin, each at the begin of a line.
std::vector<std::uint32_t> begins_in(const Source& source, const Cable& cable) {
  std::vector<std::uint32_t> begins;
  const std::string_view text = source.bytes();
  auto paragraph = cable.paragraphs.begin();
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const bool was_blank = blank;
    blank = is_blank(text.substr(at, end - at));
    bool numbered = false;
    for (; paragraph != cable.paragraphs.end() && paragraph->at.offset < end; ++paragraph)
      numbered = numbered || paragraph->at.offset >= at;
    if (!blank && (was_blank || numbered)) begins.push_back(static_cast<std::uint32_t>(at));
    at = end;
  }
  return begins;
}

/// The begin of the line that holds a place, but not before `least`.
std::uint32_t line_begin(std::string_view text, std::uint32_t at, std::uint32_t least) {
  const std::size_t end = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::uint32_t begin = end == std::string_view::npos ? 0 : static_cast<std::uint32_t>(end) + 1;
  return begin >= least ? begin : at;
}

}  // namespace

std::vector<PairRow> rows_of(const VerifiedPair& pair) {
  const std::vector<Stretch>& stretches = pair.result.stretches;
  const auto original_end = static_cast<std::uint32_t>(pair.original.bytes().size());
  const auto release_end = static_cast<std::uint32_t>(pair.release.bytes().size());
  std::vector<PairRow> rows;
  PairRow open;
  open.original.offset = open.release.offset = 0;
  std::size_t next = 0;     // the first stretch that ends behind the boundary
  std::uint32_t shown = 0;  // where the text of the release before it ends
  const auto close = [&](std::uint32_t original, std::uint32_t release) {
    open.original.length = original - open.original.offset;
    open.release.length = release - open.release.offset;
    open.count = next - open.first;
    rows.push_back(open);
    open = {{original, 0}, {release, 0}, next, 0};
  };
  for (const std::uint32_t begin : begins_in(pair.original, pair.original_cable)) {
    if (begin == 0) continue;
    while (next < stretches.size() &&
           (!stretches[next].original || stretches[next].original.end() <= begin)) {
      // Marks for nothing stay with what is before them when that is in this row.
      if (stretches[next].release) shown = std::max(shown, stretches[next].release.end());
      ++next;
    }
    if (next < stretches.size() && stretches[next].original.offset < begin) continue;
    if (next == open.first &&
        is_blank(pair.original.text({open.original.offset, begin - open.original.offset})))
      continue;
    const auto behind = std::find_if(stretches.begin() + static_cast<std::ptrdiff_t>(next), stretches.end(),
                                     [](const Stretch& each) { return static_cast<bool>(each.release); });
    const std::uint32_t release = behind == stretches.end() ? release_end : behind->release.offset;
    close(begin, std::max(open.release.offset, line_begin(pair.release.bytes(), release, shown)));
  }
  next = stretches.size();
  close(original_end, release_end);
  return rows;
}

}  // namespace cablelint::reports
