#include "cli/found_copies.hpp"

#include <algorithm>
#include <cablelint/redacting/copies.hpp>
#include <cablelint/terminal_text.hpp>
#include <filesystem>
#include <system_error>

#include "cli/messages.hpp"

namespace cablelint::cli {

namespace fs = std::filesystem;

std::optional<std::string_view> read_release(const Input& input, DocumentReader& reader) {
  std::string problem = input.problem;
  const auto bytes = problem.empty() ? reader.read(input, problem) : std::nullopt;
  if (!bytes) {
    complain_about(input.name, problem);
    return {};
  }
  if (bytes->find_first_not_of(" \t\r\n") == std::string_view::npos) {
    complain_about(input.name, "has no text, so there is nothing to compare");
    return {};
  }
  return bytes;
}

FoundCopies find_copies(const std::vector<std::string>& paths, const Parser& parser) {
  std::error_code ignored;
  FoundCopies found;
  if (paths.size() == 2 && std::none_of(paths.begin(), paths.end(), [&](const std::string& path) {
        return fs::is_directory(path, ignored);
      })) {
    if (paths[0] == paths[1] || fs::equivalent(paths[0], paths[1], ignored))
      throw UsageError(visible(paths[0]) + " and " + visible(paths[1]) +
                       " are the same; name two releases of one cable");
    found.cables.push_back(paths);
    return found;
  }
  if (paths.size() == 1 && fs::exists(paths[0], ignored) && !fs::is_directory(paths[0], ignored))
    throw UsageError(visible(paths[0]) + " is one file; name two or more releases, or a folder of them");
  InputList inputs(paths);
  DocumentReader reader;
  Input input;
  Cable cable;
  redacting::CopySearch search;
  std::vector<std::string> names;
  while (inputs.next(input)) {
    const auto bytes = read_release(input, reader);
    if (!bytes) {
      found.trouble = true;
      continue;
    }
    const Source source = Source::borrow(input.name, *bytes);
    parser.parse(source, cable);
    search.add(source, cable);
    names.push_back(input.name);
  }
  std::vector<bool> taken(names.size());
  for (const auto& group : search.groups()) {
    auto& cables = found.cables.emplace_back();
    for (const std::size_t each : group) {
      cables.push_back(names[each]);
      taken[each] = true;
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!taken[i]) found.alone.push_back(names[i]);
  }
  return found;
}

}  // namespace cablelint::cli
