#include "reports/paths.hpp"

#include <filesystem>

namespace cablelint::reports {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~' || c == '/';
}

}  // namespace

std::string path_below(std::string_view root, std::string_view name) {
  namespace fs = std::filesystem;
  const fs::path folder(root);
  const fs::path path = (folder / fs::path(name)).lexically_normal();
  const std::string relative = path.lexically_relative(folder.lexically_normal()).string();
  const bool outside = relative.empty() || relative == ".." || relative.starts_with("../");
  return outside ? path.string() : relative;
}

std::string uri_below(std::string_view root, std::string_view name) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const std::string path = path_below(root, name);
  std::string uri(path.starts_with('/') ? "file://" : "");
  for (const char c : path) {
    if (is_unreserved(c)) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri += '%';
      uri += kHex[byte >> 4];
      uri += kHex[byte & 15];
    }
  }
  return uri;
}

}  // namespace cablelint::reports
