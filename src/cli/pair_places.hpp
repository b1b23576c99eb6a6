#pragma once

#include <cablelint/source.hpp>
#include <cablelint/span.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::cli {

/// Stretches of a text that must not be shown, in ascending order.
using Secrets = std::vector<const std::vector<Span>*>;

/// A place in one of two texts for people, with its line and carets below it; nothing when it is absent.
/// `side` says which text it is.
void append_place(std::string& out, std::string_view side, const Source& source, Span at,
                  std::int32_t paragraph, const Secrets& secrets);
/// The same as a JSON object; `null` when it is absent.
void append_json_place(std::string& out, const Source& source, Span at, std::int32_t paragraph);

}  // namespace cablelint::cli
