#pragma once

// A choice among many alternatives, of which most cannot begin with the next byte.

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <tao/pegtl.hpp>

#include "grammar/support/first_bytes.hpp"

namespace cablelint::grammar {

/// `sor`, but alternatives that cannot begin with the next byte are not tried: one look into a table tells
/// them all.
template <typename... Rules> struct choice {
  using rule_t = tao::pegtl::internal::sor<Rules...>;
  using subs_t = tao::pegtl::type_list<Rules...>;

  template <tao::pegtl::apply_mode A, tao::pegtl::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename ParseInput, typename... States>
  [[nodiscard]] static bool match(ParseInput& in, States&&... states) {
    const Fits fits = in.empty() ? kFits[FirstBytes::kEnd] : kFits[in.peek_uint8()];
    if (fits == 0) return false;
    return match_fitting<A, M, Action, Control>(std::index_sequence_for<Rules...>{}, fits, in, states...);
  }

 private:
  static_assert(sizeof...(Rules) <= 32);
  /// One bit for each alternative.
  using Fits = std::uint32_t;

  static constexpr std::array<Fits, FirstBytes::kEnd + 1> kFits = [] {
    std::array<Fits, FirstBytes::kEnd + 1> fits{};
    Fits bit = 1;
    const auto add = [&](const FirstBytes& bytes) {
      for (std::size_t i = 0; i < fits.size(); ++i) {
        if (bytes.has(i)) fits[i] |= bit;
      }
      bit <<= 1U;
    };
    (add(kBeginnings<Rules>.both()), ...);
    return fits;
  }();

  template <tao::pegtl::apply_mode A, tao::pegtl::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, std::size_t... I, typename ParseInput, typename... States>
  [[nodiscard]] static bool match_fitting(std::index_sequence<I...> /*alternatives*/, Fits fits,
                                          ParseInput& in, States&&... states) {
    using tao::pegtl::rewind_mode;
    constexpr std::size_t kLast = sizeof...(Rules) - 1;
    return (((fits >> I & 1U) != 0 && Control<Rules>::template match < A,
             I == kLast ? M : rewind_mode::required, Action, Control > (in, states...)) ||
            ...);
  }
};

}  // namespace cablelint::grammar

template <typename... Rules>
inline constexpr bool tao::pegtl::internal::enable_control<cablelint::grammar::choice<Rules...>> = false;
