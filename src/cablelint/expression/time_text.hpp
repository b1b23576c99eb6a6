#pragma once

#include <cablelint/expression/value.hpp>
#include <string>
#include <string_view>

namespace cablelint::expression {

/// "2009-02-13T23:31:30.5Z", "2009-02-13T23:31:30-02:30" (RFC 3339) as a timestamp, or an error.
[[nodiscard]] Value read_timestamp(std::string_view text);
/// "1h30m", "-1.5s", "999ns" as a duration, or an error.
[[nodiscard]] Value read_duration(std::string_view text);
/// "2009-02-13T23:31:30.5Z"
[[nodiscard]] std::string timestamp_text(const Value& timestamp);
/// "5400s", "-1.5s"
[[nodiscard]] std::string duration_text(const Value& duration);

}  // namespace cablelint::expression
