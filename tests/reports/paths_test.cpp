#include "reports/paths.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

using cablelint::reports::path_below;
using cablelint::reports::uri_below;

BOOST_AUTO_TEST_SUITE(report_paths_test)

BOOST_AUTO_TEST_CASE(names_as_other_tools_look_for_them) {
  const struct {
    std::string_view name, path, uri;
  } cases[] = {
      {"cables/a.txt", "cables/a.txt", "cables/a.txt"},
      {"./a.txt", "a.txt", "a.txt"},
      {"cables//b/../a.txt", "cables/a.txt", "cables/a.txt"},
      {"/project/cables/a.txt", "cables/a.txt", "cables/a.txt"},
      {"/project", ".", "."},
      {"../other/a.txt", "/other/a.txt", "file:///other/a.txt"},
      {"/other/a b.txt", "/other/a b.txt", "file:///other/a%20b.txt"},
      {"/projection/a.txt", "/projection/a.txt", "file:///projection/a.txt"},
      {"..a/b.txt", "..a/b.txt", "..a/b.txt"},
      {"-", "-", "-"},
      {"a:b.txt", "a:b.txt", "a%3Ab.txt"},
      {"100%/#1?.txt", "100%/#1?.txt", "100%25/%231%3F.txt"},
      {"\xC3\xBC\xFF\n\\.txt", "\xC3\xBC\xFF\n\\.txt", "%C3%BC%FF%0A%5C.txt"},
  };
  for (const auto& each : cases) {
    BOOST_TEST(path_below("/project", each.name) == each.path);
    BOOST_TEST(uri_below("/project", each.name) == each.uri);
  }
}

BOOST_AUTO_TEST_SUITE_END()
