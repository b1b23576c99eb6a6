#pragma once

#include <cablelint/finding.hpp>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::reports {

/// What a writer knows about the run as a whole.
struct Summary {
  std::uint64_t cables = 0;
  std::uint64_t error = 0, warning = 0, note = 0;
  [[nodiscard]] std::uint64_t findings() const { return error + warning + note; }
};

struct Run {
  std::string version;
  std::string as_of;   // ISO
  bool color = false;  // escape sequences for a terminal
  bool statistics = false;
  bool quiet = false;
};

/// One output format. Calls come in this order: `begin`, `findings` once a document in the order of the
/// input, `error` for inputs that could not be read, `end`.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual void begin(const Run& run) { (void)run; }
  virtual void findings(const std::vector<Finding>& findings) = 0;
  virtual void error(const InputError& error) = 0;
  virtual void end(const Summary& summary) = 0;
};

/// Names that `--output` takes, in the order of the help.
[[nodiscard]] std::vector<std::string_view> formats();
/// A writer to `out`, or null when no format has that name.
[[nodiscard]] std::unique_ptr<Writer> make_writer(std::string_view format, std::ostream& out);

}  // namespace cablelint::reports
