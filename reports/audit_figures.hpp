#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cablelint::reports {

/// "1,234,567"
[[nodiscard]] std::string thousands(std::uint64_t number);
/// "1 cable", "1,234 cables".
[[nodiscard]] std::string figure(std::uint64_t count, std::string_view noun);
/// "78.0%". Only all is "100.0%" and only nothing is "0.0%": what is close to them is "over 99.9%" and
/// "under 0.1%". Of nothing it is "–".
[[nodiscard]] std::string share(std::uint64_t part, std::uint64_t whole);

/// Text from a stranger on one line, visible, and with "…" in place of what is behind its first `most` code
/// points; not escaped for HTML.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);
/// The same as HTML.
[[nodiscard]] std::string shortened_html(std::string_view text, std::size_t most);

}  // namespace cablelint::reports
