#include "cli/config_layout.hpp"

#include <fmt/format.h>

#include <cablelint/layout_schema.hpp>
#include <deque>
#include <vector>

#include "cli/option_table.hpp"

namespace cablelint::cli {
namespace {

constexpr std::size_t kTextWidth = 98;

/// A text as comments, broken at blanks.
std::string commented(std::string_view text) {
  std::string out;
  while (text.size() > kTextWidth) {
    const std::size_t blank = text.rfind(' ', kTextWidth);
    if (blank == std::string_view::npos) break;
    out += fmt::format("# {}\n", text.substr(0, blank));
    text.remove_prefix(blank + 1);
  }
  return out + fmt::format("# {}\n", text);
}

constexpr std::string_view kHead =
    "# yaml-language-server: $schema=cablelint.schema.json\n"
    "#\n"
    "# The configuration of cablelint for this folder and those below it. Remove the `#` before what you "
    "need.\n"
    "# Paths and patterns are as seen from the folder of this file. The command line and the environment\n"
    "# (CABLELINT_FAIL_ON and so on) count more; `cablelint config show` says what holds and why.\n"
    "# `cablelint config schema > cablelint.schema.json` makes the file of the first line, with which "
    "editors\n"
    "# complete and check this one.\n";

constexpr std::string_view kPathsDoc =
    "Other rules for some files; of several entries that fit, the last counts";

constexpr std::string_view kPathsExample =
    "# overrides:\n"
    "#   - paths: [archive/, \"*.draft.txt\"]\n"
    "#     ignore: [NOI]\n"
    "#     levels: {DCL: note}\n";

}  // namespace

std::span<const PackKey> config_keys() {
  static const auto keys = [] {
    struct Keys {
      std::deque<std::string> texts;
      std::vector<PackKey> keys;
    } all;
    for (const Option& option : option_table()) {
      if (option.where != Settable::everywhere) continue;
      const std::string& name = all.texts.emplace_back(key_of(option));
      const std::string& doc = all.texts.emplace_back(description_of(option) + '.');
      all.keys.push_back({name, option.shape, false, doc, option.words});
    }
    const std::string& doc = all.texts.emplace_back(fmt::format("{}.", kPathsDoc));
    all.keys.push_back({kPathsKey, Shape::paths, false, doc});
    return all;
  }();
  return keys.keys;
}

std::string config_schema() {
  return R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "The configuration of cablelint",
  "anyOf": [{"$ref": "#/definitions/config"}, {"type": "null"}],
  "definitions": {
)" + schema_definition("config", config_keys()) +
         ",\n" + schema_definition("path", path_keys()) + "\n  }\n}\n";
}

std::string config_template() {
  std::string text(kHead);
  for (const Option& option : option_table()) {
    if (option.where != Settable::everywhere) continue;
    text += '\n' + commented(description_of(option) + '.');
    text +=
        fmt::format("# {}: {}\n", key_of(option), option.example.empty() ? option.standard : option.example);
  }
  return text + '\n' + commented(fmt::format("{}.", kPathsDoc)) + std::string(kPathsExample);
}

}  // namespace cablelint::cli
