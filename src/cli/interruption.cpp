#include "cli/interruption.hpp"

#include <array>
#include <csignal>
#include <cstdlib>

namespace cablelint::cli {
namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t signal_that_came = 0;

void note(int number) {
  signal_that_came = number;
}

void set_handlers(void (*handler)(int), int flags) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  for (const int number : kSignals) {
    struct sigaction before {};
    // What the caller has asked to ignore, as nohup does, stays ignored.
    if (sigaction(number, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) {
      (void)sigaction(number, &action, nullptr);
    }
  }
}

}  // namespace

Interruption::Interruption() {
  set_handlers(note, SA_RESETHAND | SA_RESTART);
}

Interruption::~Interruption() {
  set_handlers(SIG_DFL, 0);
}

bool Interruption::came() {
  return signal_that_came != 0;
}

void Interruption::end() {
  set_handlers(SIG_DFL, 0);
  (void)std::raise(signal_that_came);
  std::_Exit(EXIT_FAILURE);
}

}  // namespace cablelint::cli
