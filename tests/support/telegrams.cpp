#include "tests/support/telegrams.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

namespace cablelint::tests {

std::vector<std::string> published_telegrams() {
  std::vector<std::string> texts;
  const std::filesystem::path folder = std::filesystem::path(CABLELINT_SHARED_DIR) / "cases" / "frus";
  if (std::string_view(CABLELINT_SHARED_DIR).empty() || !std::filesystem::exists(folder)) return texts;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

}  // namespace cablelint::tests
