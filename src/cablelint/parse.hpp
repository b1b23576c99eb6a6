#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include <cablelint/cable.hpp>
#include <cablelint/source.hpp>
#include <cablelint/vocabulary.hpp>

namespace cablelint {

/// A source to be read, and the cable that it becomes.
struct ParseTask {
  const Source* source = nullptr;
  Cable* cable = nullptr;
  bool several = false;  // the source holds several cables, which were not read
};

/// Turns bytes into cables. Holds no state of a cable: one parser serves any number of threads.
class Parser {
 public:
  /// The vocabulary tells captions, TAGS and titles apart from other words; it must outlive the parser.
  explicit Parser(const Vocabulary& vocabulary);
  ~Parser();

  /// Reads the whole source as one cable. Succeeds on any bytes: what is not recognised becomes an element of
  /// kind `unrecognised` or `text`. `cable` is cleared first and keeps its memory.
  void parse(const Source& source, Cable& cable) const;
  /// Reads a source that may hold several cables in a row and hands over each, in order and in `cable`:
  /// together they cover the source without gap or overlap. A source without any bytes is one empty cable.
  void parse_each(const Source& source, Cable& cable, const std::function<void(const Cable&)>& each) const;

  /// Reads sources that are one cable each, step by step of several together, which is quicker. Says of the
  /// others that they are not.
  void parse_together(std::span<ParseTask> tasks) const;
  /// So many are worth reading together.
  static constexpr std::size_t kTogether = 16;

 private:
  struct Unfinished;
  struct Steps;
  static void read_elements(const Source& source, std::vector<Element>& elements);
  void read_parts(const Source& source, Cable& cable) const;

  struct Words;
  std::unique_ptr<const Words> words_;
};

}  // namespace cablelint
