#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cablelint {

// Paths as texts: nothing here looks at the file system, so links stay what they are called.

/// `path` from the root, without `.`, `..`, doubled slashes or a slash at its end; "/" for the root itself.
/// `folder` is where a relative path begins, itself from the root.
void set_absolute(std::string& absolute, std::string_view folder, std::string_view path);
[[nodiscard]] std::string absolute_path(std::string_view folder, std::string_view path);

/// What stands behind `folder` in a path below it, both from the root: "b/c" for "/a" and "/a/b/c"; empty for
/// the folder itself, nothing for a path outside of it.
[[nodiscard]] std::optional<std::string_view> below(std::string_view folder, std::string_view path);

/// The folder in which a path from the root stands: "/a" for "/a/b", "/" for "/a" and "/".
[[nodiscard]] std::string_view folder_of(std::string_view path);

/// The working directory; "/" when it has none that can be named.
[[nodiscard]] std::string working_folder();

}  // namespace cablelint
