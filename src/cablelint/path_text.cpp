#include <cablelint/path_text.hpp>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace cablelint {

void set_absolute(std::string& absolute, std::string_view folder, std::string_view path) {
  absolute.clear();
  const auto append = [&](std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('/'), text.size());
      const std::string_view part = text.substr(0, end);
      if (part == "..") {
        absolute.resize(std::min(absolute.rfind('/'), absolute.size()));
      } else if (!part.empty() && part != ".") {
        absolute.append("/").append(part);
      }
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  };
  if (!path.starts_with('/')) append(folder);
  append(path);
  if (absolute.empty()) absolute = "/";
}

std::string absolute_path(std::string_view folder, std::string_view path) {
  std::string absolute;
  set_absolute(absolute, folder, path);
  return absolute;
}

std::optional<std::string_view> below(std::string_view folder, std::string_view path) {
  if (folder == "/") return path.substr(1);
  if (!path.starts_with(folder)) return std::nullopt;
  if (path.size() == folder.size()) return std::string_view{};
  if (path[folder.size()] != '/') return std::nullopt;
  return path.substr(folder.size() + 1);
}

std::string_view folder_of(std::string_view path) {
  return path.substr(0, std::max<std::size_t>(1, path.rfind('/')));
}

std::string working_folder() {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::current_path(error);
  return error ? "/" : folder.string();
}

}  // namespace cablelint
