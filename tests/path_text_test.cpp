#include <boost/test/unit_test.hpp>
#include <cablelint/path_text.hpp>
#include <optional>
#include <string_view>

using cablelint::absolute_path;
using cablelint::below;
using cablelint::folder_of;

BOOST_AUTO_TEST_SUITE(path_text_test)

BOOST_AUTO_TEST_CASE(absolute_paths) {
  const struct {
    std::string_view folder, path, absolute;
  } cases[] = {
      {"/a/b", "c.txt", "/a/b/c.txt"},
      {"/a/b", "./c//d/.", "/a/b/c/d"},
      {"/a/b", "../c", "/a/c"},
      {"/a/b", "../../../c", "/c"},
      {"/a/b", "/c/../d/", "/d"},
      {"/a/b", ".", "/a/b"},
      {"/", "a", "/a"},
      {"/", "..", "/"},
      {"/a", "/", "/"},
      {"/a", "...", "/a/..."},
      {"/a", "", "/a"},
  };
  for (const auto& each : cases)
    BOOST_TEST(absolute_path(each.folder, each.path) == each.absolute, each.path);
}

BOOST_AUTO_TEST_CASE(what_stands_below_a_folder) {
  BOOST_TEST((below("/a", "/a/b/c") == "b/c"));
  BOOST_TEST((below("/a", "/a") == ""));
  BOOST_TEST((below("/a", "/ab") == std::nullopt));
  BOOST_TEST((below("/a/b", "/a") == std::nullopt));
  BOOST_TEST((below("/", "/a/b") == "a/b"));
  BOOST_TEST((below("/", "/") == ""));
  BOOST_TEST(folder_of("/a/b") == "/a");
  BOOST_TEST(folder_of("/a") == "/");
  BOOST_TEST(folder_of("/") == "/");
}

BOOST_AUTO_TEST_SUITE_END()
