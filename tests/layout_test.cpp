#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include <boost/test/unit_test.hpp>

namespace {

using Files = std::set<std::string>;

/// The files below `src` with a line that begins with `start`.
Files files_with(const std::string& start) {
  const std::filesystem::path root = CABLELINT_SOURCE_DIR;
  Files found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "src")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with(start)) found.insert(std::filesystem::relative(entry.path(), root));
    }
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layout)

// Its headers take the compiler longer than most of our files.
BOOST_AUTO_TEST_CASE(one_file_knows_the_library_that_reads_the_command_line) {
  const Files expected = {"src/cli/command_line.cpp"};
  const Files found = files_with("#include <CLI/");
  BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

BOOST_AUTO_TEST_SUITE_END()
