#pragma once

#include <cablelint/redacting/comparison.hpp>
#include <cablelint/source.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "cli/pair_places.hpp"

namespace cablelint::cli {

/// What a report of a comparison needs beside it. Words that one copy of the cable cuts are in no report, but
/// with `show_cut_text`.
struct ComparedPair {
  const Source& first;
  const Source& second;
  Secrets first_secrets, second_secrets;
  bool show_cut_text = false;
};

/// One contrast as one JSON object on a line of its own.
void append_json_contrast(std::string& out, const ComparedPair& pair, const redacting::Contrast& contrast);
/// One contrast for people, with the lines of both releases it is about.
void append_text_contrast(std::string& out, const ComparedPair& pair, const redacting::Contrast& contrast);

/// What is said of documents and not of places in them, as one JSON object on a line of its own: `copies` of
/// one cable, a `duplicate` of another document, byte for byte, one that is `alone`.
void append_json_documents(std::string& out, std::string_view kind, const std::vector<std::string>& sources);

/// What all comparisons came to.
struct ComparisonTotals {
  std::size_t cables = 0, releases = 0, duplicates = 0, alone = 0;
  std::size_t shown_in_one = 0, words = 0, cut_in_both = 0, others = 0;

  void add(const redacting::Comparison& result);
  [[nodiscard]] std::size_t differences() const { return shown_in_one + others; }
};
/// "1 cable in 2 releases: 3 places ..."
void append_totals(std::string& out, const ComparisonTotals& totals);

}  // namespace cablelint::cli
