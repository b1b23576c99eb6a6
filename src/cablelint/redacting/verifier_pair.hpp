#pragma once

#include <cablelint/redacting/places.hpp>
#include <cablelint/redacting/verifier.hpp>
#include <string>
#include <utility>

namespace cablelint::redacting {

/// The texts that are held against each other.
struct Verifier::Pair {
  const Source& original;
  const Cable& original_cable;
  const Source& release;
  const Cable& release_cable;

  void add(Verification& result, FaultKind kind, Span in_original, Span in_release,
           std::string message) const {
    result.faults.push_back({kind, Severity::error, in_original, in_release,
                             paragraph_number(original_cable, in_original),
                             paragraph_number(release_cable, in_release), std::move(message)});
  }
};

}  // namespace cablelint::redacting
