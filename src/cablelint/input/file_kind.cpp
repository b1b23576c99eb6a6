#include <cablelint/input/file_kind.hpp>

#include <algorithm>
#include <utility>

namespace cablelint {
namespace {

bool take_extension(std::string_view& name, std::string_view extension) {
  if (name.size() < extension.size()) return false;
  const std::string_view tail = name.substr(name.size() - extension.size());
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; };
  if (!std::equal(tail.begin(), tail.end(), extension.begin(), same)) return false;
  name.remove_suffix(extension.size());
  return true;
}

constexpr std::pair<std::string_view, Content> kContents[] = {
    {".txt", Content::cables},        {".cable", Content::cables}, {".jsonl", Content::json_lines},
    {".ndjson", Content::json_lines}, {".csv", Content::csv},      {".tar", Content::tar},
};

}  // namespace

FileKind kind_of_name(std::string_view name) {
  FileKind kind;
  kind.listed = name.ends_with(".txt");  // as most are called
  if (kind.listed) return kind;
  if (take_extension(name, ".tgz")) return {Content::tar, Compression::gzip, true};
  if (take_extension(name, ".gz")) {
    kind.compression = Compression::gzip;
  } else if (take_extension(name, ".zst")) {
    kind.compression = Compression::zstd;
  }
  for (const auto& [extension, content] : kContents) {
    if (!take_extension(name, extension)) continue;
    kind.content = content;
    kind.listed = true;
    break;
  }
  return kind;
}

}  // namespace cablelint
