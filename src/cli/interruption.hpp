#pragma once

namespace cablelint::cli {

/// While it lives, Ctrl-C and a polite kill are noticed instead of ending the program; a second one ends it.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  [[nodiscard]] static bool came();
  /// Ends the program as the signal would have, so that the caller sees how it ended.
  [[noreturn]] static void end();
};

}  // namespace cablelint::cli
