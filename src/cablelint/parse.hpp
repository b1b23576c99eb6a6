#pragma once

#include <memory>

#include <cablelint/cable.hpp>
#include <cablelint/source.hpp>
#include <cablelint/vocabulary.hpp>

namespace cablelint {

/// Turns bytes into cables. Holds no state of a cable: one parser serves any number of threads.
class Parser {
 public:
  /// The vocabulary tells captions, TAGS and titles apart from other words; it must outlive the parser.
  explicit Parser(const Vocabulary& vocabulary);
  ~Parser();

  /// Reads the whole source as one cable. Succeeds on any bytes: what is not recognised becomes an element of
  /// kind `unrecognised` or `text`. `cable` is cleared first and keeps its memory.
  void parse(const Source& source, Cable& cable) const;

 private:
  struct Words;
  std::unique_ptr<const Words> words_;
};

}  // namespace cablelint
