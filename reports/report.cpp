#include "reports/report.hpp"

#include <array>

#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

struct Format {
  std::string_view name;
  std::unique_ptr<Writer> (*make)(std::ostream& out);
};

constexpr std::array kFormats = {
    Format{"full", make_full},
    Format{"concise", make_concise},
    Format{"json", make_json},
};

}  // namespace

std::vector<std::string_view> formats() {
  std::vector<std::string_view> names;
  names.reserve(kFormats.size());
  for (const Format& format : kFormats) names.push_back(format.name);
  return names;
}

std::unique_ptr<Writer> make_writer(std::string_view format, std::ostream& out) {
  for (const Format& known : kFormats) {
    if (known.name == format) return known.make(out);
  }
  return nullptr;
}

}  // namespace cablelint::reports
