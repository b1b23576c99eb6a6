#pragma once

#include <cablelint/redacting/verification.hpp>
#include <cablelint/source.hpp>
#include <cstddef>
#include <string>

namespace cablelint::cli {

/// What a report of a verification needs beside it. Without `show_cut_text` no stretch of the original that
/// the release withholds is ever shown, nor the words that are reported because they were cut elsewhere.
struct VerifiedPair {
  const Source& original;
  const Source& release;
  const redacting::Verification& result;
  bool show_cut_text = false;
};

/// One finding as one JSON object on a line of its own.
void append_json_fault(std::string& out, const VerifiedPair& pair, const redacting::Fault& fault);
/// One finding for people, with the lines of both texts it is about.
void append_text_fault(std::string& out, const VerifiedPair& pair, const redacting::Fault& fault);

}  // namespace cablelint::cli
