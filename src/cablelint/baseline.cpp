#include <cablelint/baseline.hpp>

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <numeric>
#include <tuple>
#include <utility>

#include <cablelint/append_format.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/path_text.hpp>
#include <cablelint/utf8.hpp>

namespace cablelint {
namespace {

constexpr std::string_view kStandardInput = "-";

void append_text(std::string& text, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  append_format(text, ",\"{}\":", key);
  append_json_string(text, value);
}

void append_entry(std::string& text, const BaselineEntry& entry) {
  append_format(text, "{{\"fingerprint\":\"{:016x}\"", entry.fingerprint);
  append_text(text, "rule", entry.rule);
  append_text(text, "source", entry.source);
  append_text(text, "message", entry.message);
  if (entry.count > 1) append_format(text, ",\"count\":{}", entry.count);
  append_text(text, "reason", entry.reason);
  append_text(text, "author", entry.author);
  if (entry.expires) append_text(text, "expires", iso(*entry.expires));
  text += '}';
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const CodePoint next = decode_utf8(text);
    if (!next.valid) return false;
    text.remove_prefix(next.length);
  }
  return true;
}

std::string with_replacements(std::string_view text) {
  std::string valid;
  while (!text.empty()) {
    const CodePoint next = decode_utf8(text);
    valid += next.valid ? text.substr(0, next.length) : "\xEF\xBF\xBD";
    text.remove_prefix(next.length);
  }
  return valid;
}

bool is_gone(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

}  // namespace

std::optional<std::uint64_t> parse_fingerprint(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  const bool lower =
      std::none_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'F') || c == '-'; });
  if (text.size() != 16 || error != std::errc() || end != text.data() + text.size() || !lower)
    return std::nullopt;
  return value;
}

std::string baseline_text(std::vector<BaselineEntry> entries, std::string_view version) {
  std::sort(entries.begin(), entries.end(), [](const BaselineEntry& a, const BaselineEntry& b) {
    return std::tie(a.source, a.rule, a.fingerprint) < std::tie(b.source, b.rule, b.fingerprint);
  });
  std::string text =
      fmt::format("{{\"schema\":\"{}\",\n\"tool\":{{\"name\":\"cablelint\",\"version\":", kBaselineSchema);
  append_json_string(text, version);
  text += "},\n\"entries\":[";
  for (const BaselineEntry& entry : entries) {
    text += &entry == entries.data() ? "\n" : ",\n";
    append_entry(text, entry);
  }
  text += entries.empty() ? "]}\n" : "\n]}\n";
  return text;
}

void set_source_path(std::string& path, std::string_view folder, std::string_view name) {
  if (name == kStandardInput) {
    path = name;
    return;
  }
  set_absolute(path, folder, name);
  if (!is_utf8(path)) path = with_replacements(path);
}

Baseline::Baseline(std::vector<BaselineEntry> entries, std::string_view folder, Day as_of) : as_of_(as_of) {
  std::vector<std::string> paths(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) set_source_path(paths[i], folder, entries[i].source);
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(paths[a], entries[a].fingerprint) < std::tie(paths[b], entries[b].fingerprint);
  });
  for (const std::size_t index : order) {
    entries_.push_back(std::move(entries[index]));
    paths_.push_back(std::move(paths[index]));
  }
  states_ = std::make_unique<State[]>(entries_.size());
}

Baseline::Range Baseline::of(std::string_view path) const {
  const auto [begin, end] = std::equal_range(paths_.begin(), paths_.end(), path);
  return {static_cast<std::size_t>(begin - paths_.begin()), static_cast<std::size_t>(end - paths_.begin())};
}

std::size_t Baseline::find(Range source, std::uint64_t fingerprint) const {
  const auto end = entries_.begin() + static_cast<std::ptrdiff_t>(source.end);
  const auto at = std::lower_bound(
      entries_.begin() + static_cast<std::ptrdiff_t>(source.begin), end, fingerprint,
      [](const BaselineEntry& entry, std::uint64_t wanted) { return entry.fingerprint < wanted; });
  return at != end && at->fingerprint == fingerprint ? static_cast<std::size_t>(at - entries_.begin())
                                                     : entries_.size();
}

bool Baseline::expired(std::size_t entry) const {
  const std::optional<Day>& expires = entries_[entry].expires;
  return expires && as_of_ >= *expires;
}

bool Baseline::stale(std::size_t entry) const {
  return states_[entry].judged && states_[entry].found < entries_[entry].count;
}

void Baseline::look_for_sources(const std::vector<std::string>& paths, std::string_view folder) {
  std::vector<std::string> absolute;
  for (const std::string& path : paths) absolute.push_back(absolute_path(folder, path));
  for (std::size_t begin = 0, end = 0; begin < paths_.size(); begin = end) {
    const std::string& path = paths_[begin];
    while (end < paths_.size() && paths_[end] == path) ++end;
    const bool asked = std::any_of(absolute.begin(), absolute.end(),
                                   [&](const std::string& each) { return below(each, path).has_value(); });
    if (path == kStandardInput || states_[begin].judged || !asked || !is_gone(path)) continue;
    for (std::size_t entry = begin; entry < end; ++entry) states_[entry].judged = true;
  }
}

BaselineMatch::BaselineMatch(Baseline& baseline) : baseline_(baseline), folder_(working_folder()) {}

void BaselineMatch::begin(std::string_view name) {
  set_source_path(path_, folder_, name);
  range_ = baseline_.of(path_);
  found_.assign(range_.end - range_.begin, 0);
}

void BaselineMatch::accept(std::vector<Finding>& findings) {
  if (found_.empty()) return;
  for (Finding& finding : findings) {
    const std::optional<std::uint64_t> fingerprint = parse_fingerprint(finding.fingerprint);
    const std::size_t index = fingerprint ? baseline_.find(range_, *fingerprint) : baseline_.entries_.size();
    if (index == baseline_.entries_.size()) continue;
    const BaselineEntry& entry = baseline_.entries_[index];
    std::uint32_t& found = found_[index - range_.begin];
    if (found == entry.count) continue;
    ++found;
    if (!baseline_.expired(index)) finding.suppressed = entry.reason;
  }
}

void BaselineMatch::end(const Linter& linter) {
  for (std::size_t i = 0; i < found_.size(); ++i) {
    Baseline::State& state = baseline_.states_[range_.begin + i];
    // A document may be read under several names.
    std::uint32_t before = state.found;
    while (before < found_[i] && !state.found.compare_exchange_weak(before, found_[i])) {}
    if (linter.runs(baseline_.entries_[range_.begin + i].rule)) state.judged = true;
  }
}

}  // namespace cablelint
