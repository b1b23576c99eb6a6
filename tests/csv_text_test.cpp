#include <boost/test/unit_test.hpp>
#include <cablelint/csv_text.hpp>
#include <string>
#include <string_view>
#include <vector>

using cablelint::append_csv_cell;
using cablelint::read_csv_row;
using namespace std::literals;

namespace {

std::string cell_of(std::string_view text) {
  std::string out;
  append_csv_cell(out, text);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_text_test)

BOOST_AUTO_TEST_CASE(cells_as_they_are_written) {
  const struct {
    std::string_view text, cell;
  } cases[] = {
      {"", ""},          {"ROME", "ROME"},    {"a,b", R"("a,b")"},         {R"(say "no")", R"("say ""no""")"},
      {"=cmd", "'=cmd"}, {" +1", "' +1"},     {"@x,y", R"("'@x,y")"},      {"'=cmd", "''=cmd"},
      {"'tis", "'tis"},  {"a\nb", R"(a\nb)"}, {"\x1b[31m", R"(\x1b[31m)"},
  };
  for (const auto& each : cases) BOOST_TEST(cell_of(each.text) == each.cell);
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read_again) {
  const std::vector<std::string> cells = {"",     "a,b",  "say \"no\"", "=1",    "'=1",
                                          "''-x", " ' +", "'tis",       "plain", ""};
  std::string row;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) row += ',';
    append_csv_cell(row, cell);
  }
  std::vector<std::string> read(20, "old");
  BOOST_TEST(read_csv_row(row, read));
  BOOST_TEST(read == cells, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(rows_with_quotes_out_of_order) {
  std::vector<std::string> cells;
  for (const std::string_view row : {R"("open)"sv, R"("a"b)"sv, R"(a,"b"")"sv}) {
    BOOST_TEST(!read_csv_row(row, cells), row);
  }
}

BOOST_AUTO_TEST_SUITE_END()
