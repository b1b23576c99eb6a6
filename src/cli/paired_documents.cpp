#include "cli/paired_documents.hpp"

#include <fmt/format.h>

#include <cablelint/files.hpp>
#include <cablelint/terminal_text.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>

#include "cli/messages.hpp"

namespace cablelint::cli {
namespace {

namespace fs = std::filesystem;

struct Known {
  std::string path, name, id;  // the path, that below the folder, the id of the record
};

std::vector<Known> documents_in(const std::string& folder, const Parser& parser,
                                const std::function<void(const std::string&, const std::string&)>& complain) {
  std::vector<Known> found;
  InputList inputs({folder});
  DocumentReader reader;
  Input input;
  Cable cable;
  while (inputs.next(input)) {
    std::string problem = input.problem;
    const auto bytes = problem.empty() ? reader.read(input, problem) : std::nullopt;
    if (!bytes) {
      complain(input.name, problem);
      continue;
    }
    const Source source = Source::borrow(input.name, *bytes);
    parser.parse(source, cable);
    found.push_back({input.name, fs::path(input.name).lexically_relative(folder).string(),
                     cable.record ? std::string(source.text(cable.record->id)) : std::string()});
  }
  return found;
}

}  // namespace

std::vector<DocumentPair> pair_documents(
    const std::string& originals, const std::string& releases, const Parser& parser,
    const std::function<void(const std::string&, const std::string&)>& complain) {
  std::error_code ignored;
  if (originals != "-" && fs::equivalent(originals, releases, ignored))
    throw UsageError(fmt::format("{} and {} are the same; name the original first and then its release",
                                 visible(originals), visible(releases)));
  const bool folder = fs::is_directory(originals, ignored);
  if (folder != fs::is_directory(releases, ignored))
    throw UsageError("one path is a folder and the other is not; give two files or two folders");
  if (!folder) return {{originals, releases}};

  const std::vector<Known> first = documents_in(originals, parser, complain);
  const std::vector<Known> second = documents_in(releases, parser, complain);
  std::map<std::string, const Known*> by_id, by_name;
  for (const Known& each : first) {
    by_name[each.name] = &each;
    if (each.id.empty()) continue;
    // Of two documents with one id nobody can say which is meant.
    const auto [at, added] = by_id.try_emplace(each.id, &each);
    if (!added) at->second = nullptr;
  }
  std::vector<DocumentPair> pairs;
  std::set<const Known*> taken;
  for (const Known& release : second) {
    const Known* original = nullptr;
    if (const auto at = by_id.find(release.id); !release.id.empty() && at != by_id.end())
      original = at->second;
    if (const auto at = by_name.find(release.name); original == nullptr && at != by_name.end())
      original = at->second;
    if (original == nullptr) {
      complain(release.path, "has no original with its record id or its name in " + originals);
      continue;
    }
    taken.insert(original);
    pairs.push_back({original->path, release.path});
  }
  for (const Known& each : first) {
    if (!taken.contains(&each))
      complain(each.path, "has no release with its record id or its name in " + releases);
  }
  return pairs;
}

}  // namespace cablelint::cli
