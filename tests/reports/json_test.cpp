#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "reports/spool.hpp"
#include "reports/written.hpp"

using cablelint::Finding;
using cablelint::tests::past_declassification;
using cablelint::tests::written;

BOOST_AUTO_TEST_SUITE(json_report_test)

BOOST_AUTO_TEST_CASE(the_whole_document) {
  Finding first = past_declassification();
  first.record = "2006ARCADIA00042";
  Finding second = past_declassification();
  second.rule = "NOI001";
  second.level = cablelint::Severity::note;
  second.help = "";
  BOOST_TEST(
      written("json", {{first}, {}, {second}}, {},
              {{"gone.txt", "no such file or folder"}, {"b.pdf", "is a PDF document, not text"}}) ==
      R"({"schema":"cablelint.findings/1","tool":{"name":"cablelint","version":"1.2.3"},"as_of":"2026-01-01",
"summary":{"cables":3,"findings":2,"error":0,"warning":1,"note":1},
"findings":[
{"rule":"DCL001","name":"past-declassification","level":"warning","source":"cables/a.txt","line":8,"column":13,"end_line":8,"end_column":29,"offset":210,"length":16,"message":"declassification date 2016-06-22 has passed","help":"Review the cable for release.","fingerprint":"0123456789abcdef","record":"2006ARCADIA00042"},
{"rule":"NOI001","name":"past-declassification","level":"note","source":"cables/a.txt","line":8,"column":13,"end_line":8,"end_column":29,"offset":210,"length":16,"message":"declassification date 2016-06-22 has passed","help":"","fingerprint":"0123456789abcdef","record":null}
],
"errors":[
{"source":"gone.txt","message":"no such file or folder"},
{"source":"b.pdf","message":"is a PDF document, not text"}
]}
)");
}

BOOST_AUTO_TEST_CASE(empty_lists) {
  BOOST_TEST(
      written("json", {}) ==
      R"({"schema":"cablelint.findings/1","tool":{"name":"cablelint","version":"1.2.3"},"as_of":"2026-01-01",
"summary":{"cables":0,"findings":0,"error":0,"warning":0,"note":0},
"findings":[],
"errors":[]}
)");
}

BOOST_AUTO_TEST_CASE(hostile_text_gives_valid_utf8) {
  Finding hostile = past_declassification();
  hostile.source = "a\xFF\"\\\n.txt";
  hostile.message = "\xE2 \xE2\x80\xAE\x1b[2J\x7f";
  const std::string text = written("json", {{hostile}});
  BOOST_TEST((text.find(R"("source":"a)"
                        "\xEF\xBF\xBD"
                        R"(\"\\\n.txt")") != std::string::npos),
             text);
  BOOST_TEST((text.find("\"message\":\"\xEF\xBF\xBD "
                        R"(\u202e\u001b[2J\u007f")") != std::string::npos),
             text);
  const auto document = nlohmann::json::parse(text);
  BOOST_TEST(document["findings"][0]["source"].get<std::string>() == "a\xEF\xBF\xBD\"\\\n.txt");
}

BOOST_AUTO_TEST_CASE(color_and_quiet_change_nothing) {
  const std::vector<std::vector<Finding>> documents{{past_declassification()}};
  BOOST_TEST(written("json", documents, {.color = true, .statistics = true, .quiet = true}) ==
             written("json", documents));
}

BOOST_AUTO_TEST_CASE(a_spool_gives_back_what_it_took) {
  for (const std::size_t memory : {std::size_t{1}, std::size_t{100}, std::size_t{1'000'000}}) {
    cablelint::reports::Spool spool(memory);
    std::string expected;
    for (int number = 0; number < 1000; ++number) {
      const std::string text = std::to_string(number) + ' ';
      spool.append(text);
      expected += text;
    }
    for (const std::size_t most : {std::size_t{0}, std::size_t{70}, expected.size() - 1, std::string::npos}) {
      std::ostringstream out;
      spool.copy_to(out, most);
      BOOST_TEST((out.str() == expected.substr(0, most)), memory << ' ' << most);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
