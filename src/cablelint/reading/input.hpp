#pragma once

// The one place that names PEGTL's input type. Positions are byte offsets from the start of the source; lines
// and columns are computed only when something is reported.

#include <cstddef>
#include <string_view>

#include <tao/pegtl.hpp>

#include <cablelint/span.hpp>

namespace cablelint::reading {

using Input =
    tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf_crlf, const char*>;

/// The span of what a rule matched.
template <typename ActionInput> Span span_of(const ActionInput& in, const char* base) {
  return {static_cast<std::uint32_t>(in.begin() - base), static_cast<std::uint32_t>(in.size())};
}

/// Length of a rule's match at the start of a text; 0 for none.
template <typename Rule> std::size_t matched(std::string_view text) {
  Input in(text.data(), text.data() + text.size(), "");
  return tao::pegtl::parse<Rule>(in) ? static_cast<std::size_t>(in.current() - text.data()) : 0;
}

}  // namespace cablelint::reading
