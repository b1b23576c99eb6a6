#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>
#include <tao/pegtl.hpp>

namespace cablelint::tests {

/// The bytes that a rule matches at the start of a text, or nothing. A failure that consumed bytes is an
/// error of the rule; what is returned then is no text that a test expects.
template <typename Rule> std::optional<std::string> matched(std::string_view text) {
  tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf_crlf, const char*> in(
      text.data(), text.data() + text.size(), "");
  if (tao::pegtl::parse<Rule>(in)) return std::string(text.data(), in.current());
  if (in.current() != text.data()) return "(no match, but bytes consumed)";
  return std::nullopt;
}

/// Fails the test unless a rule matched what was expected; a function, because one check per table row is
/// what the tests of the grammar are made of, and the compiler pays for each.
void check_matched(const char* rule, std::string_view text, const std::optional<std::string>& match,
                   const std::optional<std::string_view>& expected);

}  // namespace cablelint::tests

/// `rule` matches exactly `expected` at the start of `text`.
#define CHECK_MATCH(rule, text, expected) \
  cablelint::tests::check_matched(#rule, text, cablelint::tests::matched<rule>(text), expected)
/// `rule` matches all of `text`.
#define CHECK_WHOLE(rule, text) CHECK_MATCH(rule, text, text)
#define CHECK_NO_MATCH(rule, text) CHECK_MATCH(rule, text, std::nullopt)
