#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cablelint::marking {

/// What stands between two slashes.
struct Entry {
  std::string_view written;  // without the blanks around it
  std::string text;          // in capitals, runs of blanks folded to one
};

/// How a mark is put together, before anything in it has a meaning.
struct Structure {
  bool bracketed = false;
  bool stray_brackets = false;
  bool leading = false;  // begins with "//"
  bool blanks = false;   // blanks beside slashes
  bool lower = false;    // small letters
  /// Between `//` the categories, in them between `/` the entries. One category and one entry at least; an
  /// entry may be empty.
  std::vector<std::vector<Entry>> categories;
};

/// Any text has a structure.
[[nodiscard]] Structure read_structure(std::string_view text);

/// How many bytes at the front of a text in capitals spell a level, with or without blanks between its
/// letters; 0 when they spell none.
[[nodiscard]] std::size_t spaced_level_size(std::string_view text);
/// The items of a list: "USA, GBR" and "USA GBR" have two.
[[nodiscard]] std::vector<std::string_view> list_items(std::string_view text);
/// Whether a text can be what follows a control system: "-ABC-XYZ HELLO".
[[nodiscard]] bool are_compartments(std::string_view text);
/// Whether a text has the shape of a control system with or without compartments: "ABC", "FOO-O XYZ".
[[nodiscard]] bool is_control_system(std::string_view text);
/// What stands behind each hyphen in "-N-SIGMA 1 2"; empty when the text does not begin with a hyphen.
[[nodiscard]] std::vector<std::string_view> hyphenated(std::string_view text);

}  // namespace cablelint::marking
