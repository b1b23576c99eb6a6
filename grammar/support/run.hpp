#pragma once

// Bytes of one class in a row, in one plain loop.

#include <array>
#include <cstddef>

#include <tao/pegtl.hpp>

namespace cablelint::grammar {

/// `star` of a rule that takes one byte of a line: "blank", "digit", but nothing that may be a line feed.
template <typename Byte> struct any_run {
  using rule_t = tao::pegtl::internal::star<Byte>;
  using subs_t = tao::pegtl::type_list<Byte>;

  template <typename ParseInput> [[nodiscard]] static bool match(ParseInput& in) noexcept {
    static_assert(!Byte::test('\n'));
    const char* const begin = in.current();
    const char* const end = in.end(0);
    const char* at = begin;
    while (at != end && kTaken[static_cast<unsigned char>(*at)]) ++at;
    if (at != begin) in.bump_in_this_line(static_cast<std::size_t>(at - begin));
    return true;
  }

 private:
  static constexpr std::array<bool, 256> kTaken = [] {
    std::array<bool, 256> taken{};
    for (std::size_t byte = 0; byte < taken.size(); ++byte) taken[byte] = Byte::test(static_cast<char>(byte));
    return taken;
  }();
};

/// `plus` of such a rule.
template <typename Byte> struct run {
  using rule_t = tao::pegtl::internal::plus<Byte>;
  using subs_t = tao::pegtl::type_list<Byte>;

  template <typename ParseInput> [[nodiscard]] static bool match(ParseInput& in) noexcept {
    const char* const begin = in.current();
    static_cast<void>(any_run<Byte>::match(in));
    return in.current() != begin;
  }
};

}  // namespace cablelint::grammar

template <typename Byte>
inline constexpr bool tao::pegtl::internal::enable_control<cablelint::grammar::any_run<Byte>> = false;
template <typename Byte>
inline constexpr bool tao::pegtl::internal::enable_control<cablelint::grammar::run<Byte>> = false;
