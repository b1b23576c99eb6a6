#include "support/matched.hpp"

namespace cablelint::tests {

void check_matched(const char* rule, std::string_view text, const std::optional<std::string>& match,
                   const std::optional<std::string_view>& expected) {
  BOOST_TEST((match == expected), rule << " on \"" << text << "\" matches "
                                       << (match ? '"' + *match + '"' : "nothing") << ", not "
                                       << (expected ? '"' + std::string(*expected) + '"' : "nothing"));
}

}  // namespace cablelint::tests
