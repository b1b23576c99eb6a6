#pragma once

#include <span>
#include <string_view>

#include <cablelint/yaml/document.hpp>

namespace cablelint {

/// A shipped YAML file as it lies in the binary. The tree leaves out the `flags` and `passes` of rules; the
/// file has them.
struct EmbeddedFile {
  std::string_view name;  // "rules/classification.yaml"
  std::string_view file;  // its bytes
  std::span<const yaml::NodeData> nodes;
  std::string_view strings;
};

/// The shipped rule packs and vocabulary tables, in order of name. Defined by the file that cablelint_embed
/// writes.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

/// A template or style sheet of reports, by the name of its file there; empty when there is none.
[[nodiscard]] std::string_view embedded_template(std::string_view name);

}  // namespace cablelint
