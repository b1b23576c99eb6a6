#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>
#include <tao/pegtl.hpp>

namespace cablelint::tests {

/// The bytes that a rule matches at the start of a text, or nothing. A failure that consumed bytes is an
/// error of the rule and fails the test.
template <typename Rule> std::optional<std::string> matched(std::string_view text) {
  tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf_crlf, const char*> in(
      text.data(), text.data() + text.size(), "");
  if (tao::pegtl::parse<Rule>(in)) return std::string(text.data(), in.current());
  BOOST_TEST(in.current() == text.data(), "a rule that failed consumed bytes of \"" << text << "\"");
  return std::nullopt;
}

}  // namespace cablelint::tests

/// `rule` matches exactly `expected` at the start of `text`.
#define CHECK_MATCH(rule, text, expected)                                         \
  BOOST_TEST(                                                                     \
      cablelint::tests::matched<rule>(text).value_or("(no match)") == (expected), \
      #rule " on \"" << (text) << "\": " << cablelint::tests::matched<rule>(text).value_or("(no match)"))
/// `rule` matches all of `text`.
#define CHECK_WHOLE(rule, text) CHECK_MATCH(rule, text, std::string(text))
#define CHECK_NO_MATCH(rule, text) \
  BOOST_TEST(!cablelint::tests::matched<rule>(text), #rule " matches \"" << (text) << "\"")
