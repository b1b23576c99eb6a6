#include "support/up_to_date.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

namespace cablelint::tests {

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void expect_up_to_date(const std::filesystem::path& file, const std::string& wanted) {
  const char* const update = std::getenv("CABLELINT_UPDATE");
  if (update != nullptr && std::string_view{update} == "1") {
    std::ofstream(file, std::ios::binary) << wanted;
    return;
  }
  BOOST_TEST((read_file(file) == wanted), file
                                              << " is out of date; run this test with CABLELINT_UPDATE=1 and "
                                                 "read the difference");
}

}  // namespace cablelint::tests
