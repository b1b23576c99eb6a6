#include <boost/test/unit_test.hpp>
#include <string>

#include "reports/html_table.hpp"

using cablelint::reports::HtmlTable;

BOOST_AUTO_TEST_SUITE(html_table_test)

BOOST_AUTO_TEST_CASE(rows_have_headings_and_sums_stand_below) {
  std::string out;
  append_table(
      out,
      HtmlTable{
          .id = "posts",
          .caption = "Cables < by post",
          .columns = {{"Post"}, {"Level", HtmlTable::Kind::text}, {"Cables"}, {"", HtmlTable::Kind::bar}},
          .rows = {{{"<b>ROME</b>", "S", "1,204", "-"}, " data-post=\"ROME\""}},
          .rest = {{{"all", "", "1,204", ""}, ""}},
          .tools = true,
          .style = "short"});
  BOOST_TEST(out ==
             R"(<section class="table" tabindex="0" aria-labelledby="posts-caption">
<table id="posts" data-tools class="short">
<caption id="posts-caption">Cables &lt; by post</caption>
<thead>
<tr><th scope="col">Post</th><th scope="col" class="text">Level</th><th scope="col">Cables</th><td class="bars"></td></tr>
</thead>
<tbody>
<tr data-post="ROME"><th scope="row"><b>ROME</b></th><td class="text">S</td><td>1,204</td><td class="bars">-</td></tr>
</tbody>
<tfoot>
<tr><th scope="row">all</th><td class="text"></td><td>1,204</td><td class="bars"></td></tr>
</tfoot>
</table>
</section>
)");
}

BOOST_AUTO_TEST_SUITE_END()
