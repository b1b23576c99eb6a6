#include "grammar/support/choice.hpp"

#include <string>

#include <tao/pegtl/contrib/analyze.hpp>

#include "grammar/cable.hpp"
#include "grammar/support/run.hpp"
#include "support/matched.hpp"

namespace rules = cablelint::grammar;
using namespace tao::pegtl;

namespace {

/// The bytes of ASCII with which a rule can begin; "$" first when it can match the end of a text.
template <typename Rule> std::string first_bytes() {
  const rules::FirstBytes first = rules::kBeginnings<Rule>.both();
  std::string bytes = first.has(rules::FirstBytes::kEnd) ? "$" : "";
  for (std::size_t byte = 0; byte < 128; ++byte) {
    if (first.has(byte)) bytes += static_cast<char>(byte);
  }
  return bytes;
}

struct unknown_shape {
  using rule_t = unknown_shape;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(grammar_choice)

BOOST_AUTO_TEST_CASE(first_bytes_of_rules) {
  const std::string all = first_bytes<success>();
  BOOST_TEST(all.size() == 129U);
  BOOST_TEST(first_bytes<unknown_shape>() == all);
  BOOST_TEST(first_bytes<failure>() == "");
  BOOST_TEST((first_bytes<one<'a', '1'>>()) == "1a");
  BOOST_TEST((first_bytes<range<'0', '3'>>()) == "0123");
  BOOST_TEST((first_bytes<string<'a', 'b'>>()) == "a");
  BOOST_TEST((first_bytes<istring<'a', 'b'>>()) == "Aa");
  BOOST_TEST((first_bytes<istring<'[', '('>>()) == "[");
  BOOST_TEST(first_bytes<eol>() == "\n\r");
  BOOST_TEST(first_bytes<eolf>() == "$\n\r");
  BOOST_TEST((first_bytes<sor<one<'a'>, one<'b'>>>()) == "ab");
  BOOST_TEST((first_bytes<seq<one<'a'>, one<'b'>>>()) == "a");
  BOOST_TEST((first_bytes<seq<star<one<'a'>>, one<'b'>>>()) == "ab");
  BOOST_TEST((first_bytes<seq<opt<one<'a'>>, plus<one<'b'>>>>()) == "ab");
  BOOST_TEST((first_bytes<seq<at<one<'a', 'b'>>, one<'b', 'c'>>>()) == "b");
  BOOST_TEST((first_bytes<seq<not_at<one<'b'>>, one<'b', 'c'>>>()) == "c");
  BOOST_TEST((first_bytes<seq<not_at<string<'b', 'c'>>, one<'b', 'c'>>>()) == "bc");
  BOOST_TEST((first_bytes<rep_min_max<0, 2, one<'a'>>>()) == all);
  BOOST_TEST((first_bytes<rep_min_max<1, 2, one<'a'>>>()) == "a");
  BOOST_TEST((first_bytes<rep<2, one<'a'>>>()) == "a");
  BOOST_TEST((first_bytes<rep_opt<2, one<'a'>>>()) == all);
  BOOST_TEST((first_bytes<rules::choice<one<'a'>, one<'b'>>>()) == "ab");
}

BOOST_AUTO_TEST_CASE(first_bytes_of_rules_with_code_of_their_own) {
  for (int byte = 0; byte < 256; ++byte) {
    for (const std::string behind : {"", "a\n", "\n", "1\n", " \n"}) {
      const std::string text = std::string(1, static_cast<char>(byte)) + behind;
      const auto held = [&](const rules::Beginnings& beginnings, std::size_t length, bool matched) {
        const auto& bytes = length > 0 ? beginnings.taking : beginnings.passing;
        return !matched || bytes.has(static_cast<std::size_t>(byte));
      };
      const auto holds = [&]<typename Rule>() {
        memory_input<tracking_mode::lazy, eol::lf_crlf> in(text.data(), text.data() + text.size(), "");
        const bool matched = parse<Rule>(in);
        return held(rules::kBeginnings<Rule>, static_cast<std::size_t>(in.current() - text.data()), matched);
      };
      BOOST_TEST(holds.operator()<rules::line_content>());
      BOOST_TEST(holds.operator()<rules::blank_line>());
      BOOST_TEST(holds.operator()<rules::ends_in_digit>());
      BOOST_TEST(holds.operator()<rules::body::prose_line>());
      BOOST_TEST(holds.operator()<rules::blanks>());
    }
  }
}

BOOST_AUTO_TEST_CASE(takes_the_first_alternative_that_matches) {
  using rule = rules::choice<string<'a', 'b'>, one<'a'>, seq<star<one<' '>>, one<'c'>>, eof>;
  CHECK_MATCH(rule, "ab", "ab");
  CHECK_MATCH(rule, "ac", "a");
  CHECK_MATCH(rule, "  c", "  c");
  CHECK_NO_MATCH(rule, "  d");
  CHECK_NO_MATCH(rule, "d");
  CHECK_WHOLE(rule, "");
  BOOST_TEST(analyze<rule>() == 0U);
  BOOST_TEST(analyze<star<rule>>(-1) != 0U);
}

BOOST_AUTO_TEST_CASE(runs_of_bytes) {
  CHECK_MATCH(rules::any_run<digit>, "12a", "12");
  CHECK_MATCH(rules::any_run<digit>, "a", "");
  CHECK_WHOLE(rules::any_run<digit>, "");
  CHECK_MATCH(rules::run<digit>, "12a", "12");
  CHECK_WHOLE(rules::run<digit>, "1");
  CHECK_NO_MATCH(rules::run<digit>, "a");
  CHECK_NO_MATCH(rules::run<digit>, "");
  BOOST_TEST(analyze<star<rules::run<digit>>>() == 0U);
  BOOST_TEST(analyze<star<rules::any_run<digit>>>(-1) != 0U);
}

BOOST_AUTO_TEST_SUITE_END()
