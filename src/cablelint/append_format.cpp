#include <cablelint/append_format.hpp>

#include <iterator>

namespace cablelint {

void append_formatted(std::string& out, fmt::string_view format, fmt::format_args values) {
  fmt::vformat_to(std::back_inserter(out), format, values);
}

}  // namespace cablelint
