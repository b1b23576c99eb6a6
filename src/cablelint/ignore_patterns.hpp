#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint {

/// What patterns say about a path: nothing, that it is left out, or that it is not (`!pattern`).
enum class IgnoreVerdict : std::uint8_t { none, ignored, kept };

/// Patterns in the language of gitignore(5), bytes and not code points as there. Matching takes a time
/// proportional to pattern times path at worst, whatever stars a pattern has.
class IgnorePatterns {
 public:
  /// Appends the patterns of a file: one a line, comments and empty lines left out.
  void add_file(std::string_view text);
  /// Appends one line of such a file.
  void add_line(std::string_view line);

  [[nodiscard]] bool empty() const { return patterns_.empty(); }
  /// What the last pattern that fits says. `path` is relative to the folder of the patterns, without a slash
  /// at either end; that a folder above it may be left out is for the caller to ask first.
  [[nodiscard]] IgnoreVerdict decide(std::string_view path, bool folder) const;
  /// Whether the path of a file is left out by itself or with a folder above it.
  [[nodiscard]] bool covers(std::string_view path) const;

 private:
  using Set = std::bitset<256>;
  struct Token {
    enum Kind : std::uint8_t { byte, any, star, set } kind;
    std::uint8_t value = 0;   // of a byte
    std::uint32_t index = 0;  // of a set
  };
  /// What stands between two slashes.
  struct Segment {
    bool any_folders = false;  // `**`
    std::string literal;       // when there are no wildcards
    std::vector<Token> tokens;
  };
  struct Pattern {
    bool negated = false;
    bool folder_only = false;
    bool floating = false;  // no slash inside: fits at any depth
    std::vector<Segment> segments;
  };

  bool compile(std::string_view text, std::vector<Segment>& segments);
  bool compile_set(std::string_view text, std::size_t& at, Set& set);
  [[nodiscard]] bool fits(const Segment& segment, std::string_view name) const;
  [[nodiscard]] bool fits(const Token& token, char c) const;
  [[nodiscard]] bool fits(const std::vector<Segment>& segments, std::string_view path) const;

  std::vector<Pattern> patterns_;
  std::vector<Set> sets_;
};

}  // namespace cablelint
