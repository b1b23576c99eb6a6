#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "reports/markdown_text.hpp"
#include "reports/written.hpp"
#include "reports/xml_text.hpp"

using cablelint::Finding;
using cablelint::tests::past_declassification;
using cablelint::tests::written;

namespace {

std::string xml(std::string_view text) {
  std::string out;
  cablelint::reports::append_xml_text(out, text);
  return out;
}

std::string markdown(std::string_view text) {
  std::string out;
  cablelint::reports::append_markdown_text(out, text);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_escapes_test)

BOOST_AUTO_TEST_CASE(xml_shows_what_it_may_not_hold) {
  const struct {
    std::string_view text, shown;
  } cases[] = {
      {"a < b && \"c\" > 'd'", "a &lt; b &amp;&amp; &quot;c&quot; &gt; 'd'"},
      {"]]></failure>", "]]&gt;&lt;/failure&gt;"},
      {"<![CDATA[x]]>", "&lt;![CDATA[x]]&gt;"},
      {"&#0;&amp;", "&amp;#0;&amp;amp;"},
      {std::string_view("\0\x01\x0b\x1b\x7f", 5), "\\x00\\x01\\x0b\\x1b\\x7f"},
      {"a\r\nb\tc", "a\\r\\nb c"},
      {"\xEF\xBF\xBE\xEF\xBF\xBF\xED\xA0\x80", "\\ufffe\\uffff\\xed\\xa0\\x80"},
      {"\xE2\x80\xAE\xF0\x9F\x98\x80", "\\u202e\xF0\x9F\x98\x80"},
  };
  for (const auto& each : cases) BOOST_TEST(xml(each.text) == each.shown);
}

BOOST_AUTO_TEST_CASE(markdown_shows_letter_by_letter) {
  const struct {
    std::string_view text, shown;
  } cases[] = {
      {"plain text, 1.4 (b)", "plain text, 1.4 (b)"},
      {"a | b", "a &#124; b"},
      {"`x` **y** _z_ ~~w~~", "&#96;x&#96; &#42;&#42;y&#42;&#42; &#95;z&#95; &#126;&#126;w&#126;&#126;"},
      {"<img src=x>", "&#60;img src=x&#62;"},
      {"</details>&lt;", "&#60;/details&#62;&#38;lt;"},
      {"[a](b) ![c](d)", "&#91;a&#93;(b) &#33;&#91;c&#93;(d)"},
      {"\\|", "&#92;&#124;"},
      {"line\nbreak", "line&#92;nbreak"},
      {"@team a@b.example", "@<!-- -->team a@<!-- -->b.example"},
      {"#12", "#<!-- -->12"},
      {"http://x :100:", "http:<!-- -->//x :<!-- -->100:<!-- -->"},
      {"www.x", "www&#46;x"},
      {"$x$", "&#36;x&#36;"},
  };
  for (const auto& each : cases) BOOST_TEST(markdown(each.text) == each.shown);
}

BOOST_AUTO_TEST_CASE(one_hostile_finding_in_each_format) {
  Finding hostile = past_declassification();
  hostile.source = "a,b:\n</x>|=.txt";
  hostile.message = "=1+1 | `]]>` %0A::error::\r\n\"<\x1b[2J\xFF";
  hostile.help = "";
  const struct {
    const char* format;
    std::string_view part;
  } cases[] = {
      {"grouped",
       "a,b:\\n</x>|=.txt\n  8:13  DCL001 warning: =1+1 | `]]>` %0A::error::\\r\\n\"<\\x1b[2J\\xff\n"},
      {"jsonl", R"("source":"a,b:\n</x>|=.txt",)"},
      {"jsonl", "\"message\":\"=1+1 | `]]>` %0A::error::\\r\\n\\\"<\\u001b[2J\xEF\xBF\xBD\""},
      {"sarif", R"("uri":"a%2Cb%3A%0A%3C/x%3E%7C%3D.txt","uriBaseId")"},
      {"junit", "classname=\"a,b:\\n&lt;/x&gt;|=.txt\""},
      {"junit", "\n=1+1 | `]]&gt;` %0A::error::\\r\\n&quot;&lt;\\x1b[2J\\xff</system-out>"},
      {"gitlab", R"("path":"a,b:\n</x>|=.txt")"},
      {"github", "file=a%2Cb%3A\\n</x>|=.txt,"},
      {"github", "::=1+1 | `]]>` %250A::error::\\r\\n\"<\\x1b[2J\\xff\n"},
      {"checkstyle", "<file name=\"a,b:\\n&lt;/x&gt;|=.txt\">"},
      {"rdjsonl", R"("path":"a,b:\n</x>|=.txt")"},
      {"csv", R"(,"a,b:\n</x>|=.txt",)"},
      {"csv", ",\"'=1+1 | `]]>` %0A::error::\\r\\n\"\"<\\x1b[2J\\xff\","},
      {"markdown", "| a,b:<!-- -->&#92;n&#60;/x&#62;&#124;=.txt |"},
      {"html", "<h2>a,b:\\n&lt;/x&gt;|=.txt</h2>"},
      {"html", "<p class=\"message\">=1+1 | `]]&gt;` %0A::error::\\r\\n&quot;&lt;\\x1b[2J\\xff</p>"},
  };
  for (const auto& each : cases) {
    const std::string text = written(each.format, {{hostile}});
    BOOST_TEST((text.find(each.part) != std::string::npos), each.format << ": " << each.part << "\n" << text);
  }
}

BOOST_AUTO_TEST_CASE(a_cell_is_never_a_formula) {
  const struct {
    std::string_view message, cell;
  } cases[] = {
      {"=SUM(A1)", "'=SUM(A1)"}, {"+1", "'+1"},  {"-1", "'-1"}, {"@x", "'@x"},      {"\t=1", "' =1"},
      {"  =1", "'  =1"},         {"a=1", "a=1"}, {"", ""},      {"a,b", "\"a,b\""}, {"=a\"b", "\"'=a\"\"b\""},
      {"a\nb", "a\\nb"},
  };
  for (const auto& each : cases) {
    Finding finding = past_declassification();
    finding.message = each.message;
    const std::string text = written("csv", {{finding}});
    BOOST_TEST((text.find(",8,29," + std::string(each.cell) + ",Review the cable for release.,") !=
                std::string::npos),
               text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
