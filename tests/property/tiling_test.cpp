#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cablelint/parse.hpp>
#include <cstdlib>
#include <string>

#include "tests/generator/generator.hpp"
#include "tests/property/mutation.hpp"
#include "tests/property/shipped.hpp"
#include "tests/property/spans.hpp"

namespace {

using namespace cablelint;

// Builds with sanitizers are an order slower: CABLELINT_TILING_INPUTS lowers the number there.
std::size_t inputs_wanted() {
  constexpr std::size_t kInputs = 200'000;
  const char* wanted = std::getenv("CABLELINT_TILING_INPUTS");
  if (wanted == nullptr) return kInputs;
  const auto count = static_cast<std::size_t>(std::strtoull(wanted, nullptr, 10));
  BOOST_TEST_MESSAGE("CABLELINT_TILING_INPUTS: " << count << " inputs instead of " << kInputs);
  return count;
}

std::string quoted(std::string_view bytes) {
  std::string out;
  for (const char c : bytes.substr(0, 3000)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      out += "\\n\n";
    } else if (byte < 0x20 || byte >= 0x7F || c == '\\') {
      constexpr char kHex[] = "0123456789abcdef";
      out += {'\\', 'x', kHex[byte >> 4], kHex[byte & 15]};
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tiling_test)

BOOST_AUTO_TEST_CASE(elements_leave_no_byte_out) {
  const Parser parser(tests::shipped_rules().vocabulary());
  Cable cable;
  std::vector<std::string> cables;
  for (std::uint64_t i = 0; i < 300; ++i) {
    generator::Recipe recipe;
    recipe.noise = i % 3 == 0 ? generator::NoiseAmount::none : generator::NoiseAmount::all;
    recipe.bytes = 1200;
    cables.push_back(generator::generate(7, i, recipe).text);
  }
  const std::size_t count = inputs_wanted();
  std::size_t failures = 0;
  for (std::size_t i = 0; i < count && failures < 5; ++i) {
    generator::Random random(20260101, i);
    std::string input;
    switch (i % 8) {
      case 0:
        input = tests::random_bytes(random);
        break;
      case 1:
      case 2:
        input = tests::random_lines(random);
        break;
      default:
        input = tests::mutated(random.pick(cables), random);
    }
    const Source source = Source::borrow("input", input);
    parser.parse(source, cable);
    const std::string fault = tests::SpanCheck(cable, input.size()).run();
    if (fault.empty()) continue;
    ++failures;
    BOOST_ERROR("input " << i << ": " << fault << "\n" << quoted(input));
  }
  BOOST_TEST_MESSAGE(count << " inputs");
}

// What a square of the input would take minutes for, and so never ends here; the figures are the linearity
// benchmark's.
BOOST_AUTO_TEST_CASE(repetitions_tile) {
  const Parser parser(tests::shipped_rules().vocabulary());
  Cable cable;
  const std::string head = generator::generate(9, 1, {}).text.substr(0, 600);
  for (const std::string_view fragment : tests::kFragments) {
    for (const std::string_view joint : {"", " ", "\n", "\n\n"}) {
      for (const std::string_view before : {std::string_view(), std::string_view(head)}) {
        if (fragment.empty() && joint.empty()) continue;
        std::string input(before);
        while (input.size() < 300'000) input.append(fragment).append(joint);
        const Source source = Source::borrow("input", input);
        parser.parse(source, cable);
        const std::string fault = tests::SpanCheck(cable, input.size()).run();
        BOOST_TEST(fault.empty(), quoted(fragment) << quoted(joint) << ": " << fault);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(odd_encodings_tile) {
  const Parser parser(tests::shipped_rules().vocabulary());
  const std::string text = generator::generate(9, 2, {}).text;
  std::string wide = "\xFF\xFE", lone_returns = text;
  for (const char c : text) wide += {c, '\0'};
  std::replace(lone_returns.begin(), lone_returns.end(), '\n', '\r');
  for (const std::string& input :
       {std::string(), std::string("\n"), std::string("\r"), std::string(1, '\0'), wide, lone_returns,
        "\xEF\xBB\xBF" + text, text + text, std::string(5'000'000, 'A')}) {
    Cable cable;
    parser.parse(Source::borrow("input", input), cable);
    BOOST_TEST(tests::SpanCheck(cable, input.size()).run() == "");
  }
}

BOOST_AUTO_TEST_CASE(a_used_cable_parses_like_a_fresh_one) {
  const Parser parser(tests::shipped_rules().vocabulary());
  Cable used;
  for (std::uint64_t i = 0; i < 400; ++i) {
    generator::Recipe recipe;
    recipe.noise = generator::NoiseAmount::some;
    const auto fictional = generator::generate(8, i, recipe);
    const Source source = Source::borrow("cable", fictional.text);
    Cable fresh;
    parser.parse(source, fresh);
    parser.parse(source, used);
    BOOST_REQUIRE_EQUAL(fresh.elements.size(), used.elements.size());
    BOOST_REQUIRE_EQUAL(fresh.paragraphs.size(), used.paragraphs.size());
    BOOST_REQUIRE((fresh.spans == used.spans));
    BOOST_REQUIRE_EQUAL(fresh.noise.size(), used.noise.size());
  }
}

BOOST_AUTO_TEST_SUITE_END()
