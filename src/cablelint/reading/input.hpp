#pragma once

// The one place that names PEGTL's input type. Positions are byte offsets from the start of the source; lines
// and columns are computed only when something is reported.

#include <tao/pegtl.hpp>

#include <cablelint/span.hpp>

namespace cablelint::reading {

using Input =
    tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf_crlf, const char*>;

/// The span of what a rule matched.
template <typename ActionInput> Span span_of(const ActionInput& in, const char* base) {
  return {static_cast<std::uint32_t>(in.begin() - base), static_cast<std::uint32_t>(in.size())};
}

}  // namespace cablelint::reading
