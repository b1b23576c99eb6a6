#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reports/html_text.hpp"
#include "reports/written.hpp"

using cablelint::Finding;
using cablelint::Severity;
using cablelint::Span;
using cablelint::tests::past_declassification;
using cablelint::tests::written;

namespace {

std::string html_text(std::string_view text) {
  std::string out;
  cablelint::reports::append_html_text(out, text);
  return out;
}

std::string html_cable(std::string_view text) {
  std::string out;
  cablelint::reports::append_html_cable(out, text);
  return out;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

Finding finding_at(Severity level, std::uint32_t offset, std::uint32_t length) {
  Finding finding = past_declassification();
  finding.level = level;
  finding.at = {offset, length};
  return finding;
}

/// The text of a page between its first mark `begin` and the next `end`, as often as there is one.
std::vector<std::string> between(std::string_view page, std::string_view begin, std::string_view end) {
  std::vector<std::string> found;
  for (std::size_t at = page.find(begin); at != std::string_view::npos; at = page.find(begin, at)) {
    at += begin.size();
    const std::size_t to = page.find(end, at);
    found.emplace_back(page.substr(at, to - at));
    at = to;
  }
  return found;
}

/// The lines of the cable on a page, behind their numbers.
std::vector<std::string> lines_of(std::string_view page) {
  return between(page.substr(page.find("<article")), "</span><code>", "</code></div>");
}

std::string place(const char* level, int number) {
  return std::string("<span class=\"place ") + level + "\" id=\"at1-" + std::to_string(number) +
         "\" data-number=\"" + std::to_string(number) + "\"></span>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html_test)

BOOST_AUTO_TEST_CASE(text_is_inert) {
  const struct {
    std::string_view text, shown;
  } cases[] = {
      {"a < b && \"c\" > 'd'", "a &lt; b &amp;&amp; &quot;c&quot; &gt; &#39;d&#39;"},
      {"</script><img src=x onerror=alert(1)>", "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"},
      {"\" onmouseover='x", "&quot; onmouseover=&#39;x"},
      {"<!-- &#60; ]]>", "&lt;!-- &amp;#60; ]]&gt;"},
      {std::string_view("\0\x01\x02\x03\x1b[2J\x7f", 9), "\\x00\\x01\\x02\\x03\\x1b[2J\\x7f"},
      {"a\r\nb\tc", "a\\r\\nb c"},
      {"\xE2\x80\xAEx\xE2\x81\xA6\xF0\x9F\x98\x80", "\\u202ex\\u2066\xF0\x9F\x98\x80"},
      {"\xFF\xED\xA0\x80\xC0\xAF", "\\xff\\xed\\xa0\\x80\\xc0\\xaf"},
  };
  for (const auto& each : cases) BOOST_TEST(html_text(each.text) == each.shown);
}

BOOST_AUTO_TEST_CASE(text_of_a_cable_shows_what_is_an_escape) {
  const struct {
    std::string_view text, shown;
  } cases[] = {
      {"plain \\x00", "plain \\x00"},
      {"a\tb", "a\tb"},
      {"</code><script>", "&lt;/code&gt;&lt;script&gt;"},
      {std::string_view("a\0b", 3), "a<i>\\x00</i>b"},
      {"\x1b[2J", "<i>\\x1b</i>[2J"},
      {"a\rb", "a<i>\\r</i>b"},
      {"\xE2\x80\xAE<b>", "<i>\\u202e</i>&lt;b&gt;"},
      {"\xFF\xFE", "<i>\\xff</i><i>\\xfe</i>"},
      {"\xC3\xA9\xEF\xBF\xBE", "\xC3\xA9<i>\\ufffe</i>"},
      {"\xC3", "<i>\\xc3</i>"},
  };
  for (const auto& each : cases) BOOST_TEST(html_cable(each.text) == each.shown);
}

BOOST_AUTO_TEST_CASE(findings_that_overlap_are_cut_into_pieces) {
  constexpr auto kError = Severity::error;
  constexpr auto kWarning = Severity::warning;
  constexpr auto kNote = Severity::note;
  const struct {
    std::string_view text;
    std::vector<Finding> findings;
    std::vector<std::string> lines;
  } cases[] = {
      // One within another.
      {"abcdef",
       {finding_at(kWarning, 0, 6), finding_at(kError, 2, 2)},
       {place("warning", 1) + "<mark class=\"warning\">ab</mark>" + place("error", 2) +
        "<mark class=\"error several\">cd</mark><mark class=\"warning\">ef</mark>"}},
      // Across each other.
      {"abcdef",
       {finding_at(kError, 0, 4), finding_at(kNote, 2, 4)},
       {place("error", 1) + "<mark class=\"error\">ab</mark>" + place("note", 2) +
        "<mark class=\"error several\">cd</mark><mark class=\"note\">ef</mark>"}},
      // At one place.
      {"ab",
       {finding_at(kNote, 0, 1), finding_at(kNote, 0, 1)},
       {place("note", 1) + place("note", 2) + "<mark class=\"note several\">a</mark>b"}},
      // Over lines, with the line ends of Windows.
      {"ab\r\ncd\r\nef",
       {finding_at(kError, 1, 6)},
       {"a" + place("error", 1) + "<mark class=\"error\">b</mark>", "<mark class=\"error\">cd</mark>", "ef"}},
      // Of no length: within, at the end of a line, of the text, of nothing.
      {"abc", {finding_at(kError, 1, 0)}, {"a" + place("error", 1) + "bc"}},
      {"ab\ncd", {finding_at(kError, 2, 0)}, {"ab" + place("error", 1), "cd"}},
      {"ab\n", {finding_at(kError, 3, 0)}, {"ab" + place("error", 1)}},
      {"ab", {finding_at(kError, 2, 0)}, {"ab" + place("error", 1)}},
      {"", {finding_at(kError, 0, 0)}, {place("error", 1)}},
      // Further than the text.
      {"ab", {finding_at(kError, 0, 99)}, {place("error", 1) + "<mark class=\"error\">ab</mark>"}},
  };
  for (const auto& each : cases) {
    const std::string page = written("html", {each.findings}, {}, {}, std::string(each.text));
    const std::vector<std::string> lines = lines_of(page);
    BOOST_TEST(lines == each.lines, boost::test_tools::per_element());
    BOOST_TEST(count(page, "<div class=\"finding ") == each.findings.size());
  }
}

BOOST_AUTO_TEST_CASE(a_finding_says_everything_once) {
  const std::string page = written("html", {{past_declassification(), past_declassification()}});
  const std::vector<std::string> findings = between(page, "<div class=\"finding ", "</div>");
  BOOST_REQUIRE(findings.size() == 2U);
  const std::string begin =
      R"(<span class="level warning"><span aria-hidden="true">)"
      "\xE2\x96\xB2"
      R"(</span> warning</span> <span class="rule">DCL001</span> past-declassification )";
  BOOST_TEST(findings[0] ==
             "warning\" id=\"f1-1\">\n<h3><span class=\"ordinal\">1</span> " + begin +
                 "<a href=\"#at1-1\">line 8, column 13</a></h3>\n"
                 "<p class=\"message\">declassification date 2016-06-22 has passed</p>\n<dl>\n"
                 "<dt>What to do</dt>\n<dd>Review the cable for release.</dd>\n"
                 "<dt>Why</dt>\n<dd>A cable is declassified on its date unless it was extended.</dd>\n"
                 "<dt>Authority</dt>\n<dd>E.O. 13526 s. 1.5</dd>\n</dl>\n");
  BOOST_TEST(findings[1] == "warning\" id=\"f1-2\">\n<h3><span class=\"ordinal\">2</span> " + begin +
                                "<a href=\"#at1-2\">line 8, column 13</a></h3>\n"
                                "<p class=\"message\">declassification date 2016-06-22 has passed</p>\n<dl>\n"
                                "<dt>What to do</dt>\n<dd>Review the cable for release.</dd>\n"
                                "<dt>Why</dt>\n<dd>As for <a href=\"#f1-1\">finding 1</a></dd>\n</dl>\n");
}

BOOST_AUTO_TEST_CASE(of_a_long_document_what_lies_far_from_findings_is_left_out) {
  std::string text;
  while (text.size() < 300'000) text += "A line that says nothing at all\n";
  const std::uint32_t line = 32;
  const std::string page = written("html", {{finding_at(Severity::error, 1000 * line, 1)}}, {}, {}, text);
  BOOST_TEST(count(page, "<div class=\"line\">") == 207U);
  BOOST_TEST(
      between(page, "<p class=\"gap\">", "</p>") ==
          (std::vector<std::string>{"Lines 201 to 997 are not shown.", "Lines 1005 to 9375 are not shown."}),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(of_a_long_line_what_lies_far_from_findings_is_left_out) {
  const std::string page =
      written("html", {{finding_at(Severity::error, 5'000, 2), finding_at(Severity::error, 5'100, 0)}}, {},
              {}, std::string(10'000, 'x'));
  const std::vector<std::string> lines = lines_of(page);
  BOOST_REQUIRE(lines.size() == 1U);
  const std::string cut = "<b class=\"cut\">[\xE2\x80\xA6]</b>";
  BOOST_TEST(lines[0] == std::string(800, 'x') + cut + std::string(200, 'x') + place("error", 1) +
                             "<mark class=\"error\">xx</mark>" + std::string(98, 'x') + place("error", 2) +
                             std::string(800, 'x') + cut);
}

BOOST_AUTO_TEST_CASE(a_full_page_leaves_no_finding_out) {
  // Each document takes some 200 kB.
  std::string text;
  for (int line = 0; line < 2'000; ++line) text += "A line that says nothing at all\n";
  std::vector<std::vector<Finding>> documents(30);
  documents[1].push_back(finding_at(Severity::error, 0, 1));
  documents[28].push_back(finding_at(Severity::error, 0, 1));
  const std::string page = written("html", documents, {}, {}, text);
  BOOST_TEST(page.size() < 2'200'000U);
  BOOST_TEST(count(page, "<div class=\"finding ") == 2U);
  const std::string all = " All of them, with a page each: --output html:FOLDER/";
  const std::vector<std::string> said = between(page, "<p class=\"left-out\">", "</p>");
  BOOST_REQUIRE(said.size() == 2U);
  BOOST_TEST(said[0] ==
             "Only the lines around findings are shown of the last 1 document with findings." + all);
  const std::size_t shown = count(page, "<article id=");
  BOOST_TEST(said[1] == "Left out: " + std::to_string(30 - shown) + " documents without findings." + all);
}

BOOST_AUTO_TEST_CASE(inputs_that_could_not_be_read) {
  const std::string page = written("html", {{}}, {}, {{"<gone>\n.txt", "no such file & folder"}});
  BOOST_TEST((page.find("<li>&lt;gone&gt;\\n.txt: no such file &amp; folder</li>") != std::string::npos));
}

BOOST_AUTO_TEST_SUITE_END()
