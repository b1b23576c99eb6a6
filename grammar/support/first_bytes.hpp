#pragma once

// With which bytes a rule can begin, worked out from what the rule is made of.

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <tao/pegtl.hpp>

namespace cablelint::grammar {

/// What can stand next in a text: any of the bytes, or its end.
struct FirstBytes {
  static constexpr std::size_t kEnd = 256;

  std::uint64_t bits[4] = {};
  bool end = false;

  [[nodiscard]] static constexpr FirstBytes all() { return {{~0ULL, ~0ULL, ~0ULL, ~0ULL}, true}; }

  constexpr void add(char byte) {
    const auto at = static_cast<unsigned char>(byte);
    bits[at / 64U] |= 1ULL << at % 64U;
  }
  [[nodiscard]] constexpr bool has(std::size_t at) const {
    return at == kEnd ? end : (bits[at / 64U] >> at % 64U & 1U) != 0;
  }

  friend constexpr FirstBytes operator|(FirstBytes a, const FirstBytes& b) {
    for (std::size_t i = 0; i < 4; ++i) a.bits[i] |= b.bits[i];
    a.end = a.end || b.end;
    return a;
  }
  friend constexpr FirstBytes operator&(FirstBytes a, const FirstBytes& b) {
    for (std::size_t i = 0; i < 4; ++i) a.bits[i] &= b.bits[i];
    a.end = a.end && b.end;
    return a;
  }
  friend constexpr FirstBytes operator~(FirstBytes a) {
    for (std::uint64_t& word : a.bits) word = ~word;
    a.end = !a.end;
    return a;
  }
};

/// Before what a rule can match: taking something, or taking nothing. Either may say too much, never too
/// little.
struct Beginnings {
  FirstBytes taking, passing;

  [[nodiscard]] constexpr FirstBytes both() const { return taking | passing; }
};

/// By the shape of a rule, its `rule_t`; a rule that matches by code of its own has a shape of its own, too.
template <typename Shape> struct beginnings_of {
  static constexpr Beginnings value{FirstBytes::all(), FirstBytes::all()};
};
template <typename Rule>
inline constexpr Beginnings kBeginnings = beginnings_of<typename Rule::rule_t>::value;

template <> struct beginnings_of<tao::pegtl::internal::failure> {
  static constexpr Beginnings value{};
};

/// Shapes that look at one byte and take it: `one`, `range`, `ranges`.
template <typename Shape>
concept OneByte = requires { requires std::is_same_v<decltype(Shape::test('a')), bool>; };

template <OneByte Shape> struct beginnings_of<Shape> {
  static constexpr Beginnings value = [] {
    Beginnings found;
    for (int byte = 0; byte < 256; ++byte) {
      if (Shape::test(static_cast<char>(byte))) found.taking.add(static_cast<char>(byte));
    }
    return found;
  }();
};

template <typename Peek> struct beginnings_of<tao::pegtl::internal::any<Peek>> {
  static constexpr Beginnings value{FirstBytes{{~0ULL, ~0ULL, ~0ULL, ~0ULL}, false}, {}};
};
template <> struct beginnings_of<tao::pegtl::internal::eof> {
  static constexpr Beginnings value{{}, FirstBytes{{}, true}};
};
template <> struct beginnings_of<tao::pegtl::internal::eol> {
  static constexpr Beginnings value = [] {
    Beginnings found;
    found.taking.add('\n');
    found.taking.add('\r');
    return found;
  }();
};
template <> struct beginnings_of<tao::pegtl::internal::eolf> {
  static constexpr Beginnings value{beginnings_of<tao::pegtl::internal::eol>::value.taking,
                                    FirstBytes{{}, true}};
};
template <char First, char... Rest> struct beginnings_of<tao::pegtl::internal::string<First, Rest...>> {
  static constexpr Beginnings value = [] {
    Beginnings found;
    found.taking.add(First);
    return found;
  }();
};
template <char First, char... Rest> struct beginnings_of<tao::pegtl::internal::istring<First, Rest...>> {
  static constexpr Beginnings value = [] {
    Beginnings found;
    found.taking.add(First);
    const char other = static_cast<char>(First ^ 0x20);
    if (((First | 0x20) >= 'a') && ((First | 0x20) <= 'z')) found.taking.add(other);
    return found;
  }();
};

/// One after another: what lies behind the first counts where that takes nothing.
template <typename... Rules> struct beginnings_of<tao::pegtl::internal::seq<Rules...>> {
  static constexpr Beginnings value = [] {
    Beginnings found{{}, FirstBytes::all()};
    const auto follow = [&](const Beginnings& next) {
      found.taking = found.taking | (found.passing & next.taking);
      found.passing = found.passing & next.passing;
    };
    (follow(kBeginnings<Rules>), ...);
    return found;
  }();
};
template <typename... Rules> struct beginnings_of<tao::pegtl::internal::sor<Rules...>> {
  static constexpr Beginnings value{(FirstBytes{} | ... | kBeginnings<Rules>.taking),
                                    (FirstBytes{} | ... | kBeginnings<Rules>.passing)};
};
template <typename Rule> struct beginnings_of<tao::pegtl::internal::opt<Rule>> {
  static constexpr Beginnings value{kBeginnings<Rule>.taking, FirstBytes::all()};
};
template <typename Rule>
struct beginnings_of<tao::pegtl::internal::star<Rule>> : beginnings_of<tao::pegtl::internal::opt<Rule>> {};
template <unsigned Max, typename Rule>
struct beginnings_of<tao::pegtl::internal::rep_opt<Max, Rule>>
    : beginnings_of<tao::pegtl::internal::opt<Rule>> {};
template <typename Rule> struct beginnings_of<tao::pegtl::internal::plus<Rule>> {
  static constexpr Beginnings value = kBeginnings<Rule>;
};
template <unsigned Count, typename Rule>
struct beginnings_of<tao::pegtl::internal::rep<Count, Rule>>
    : beginnings_of<tao::pegtl::internal::plus<Rule>> {
  static_assert(Count > 0);
};
template <unsigned Min, unsigned Max, typename Rule>
struct beginnings_of<tao::pegtl::internal::rep_min_max<Min, Max, Rule>>
    : std::conditional_t<Min == 0, beginnings_of<tao::pegtl::internal::opt<Rule>>,
                         beginnings_of<tao::pegtl::internal::plus<Rule>>> {};

template <typename Rule> struct beginnings_of<tao::pegtl::internal::at<Rule>> {
  static constexpr Beginnings value{{}, kBeginnings<Rule>.both()};
};
template <typename Rule> struct beginnings_of<tao::pegtl::internal::not_at<Rule>> {
  static constexpr Beginnings value = [] {
    if constexpr (OneByte<typename Rule::rule_t>)
      return Beginnings{{}, ~kBeginnings<Rule>.taking};
    else
      return Beginnings{{}, FirstBytes::all()};
  }();
};

}  // namespace cablelint::grammar
