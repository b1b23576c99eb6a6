#include <cablelint/finding.hpp>

#include <tuple>

namespace cablelint {

std::string_view to_text(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return {};
}

bool operator<(const Finding& a, const Finding& b) {
  return std::tie(a.source, a.at.offset, a.rule, a.at.length, a.message) <
         std::tie(b.source, b.at.offset, b.rule, b.at.length, b.message);
}

}  // namespace cablelint
