#pragma once

#include <cablelint/level.hpp>
#include <cablelint/vocabulary.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::marking {

using Texts = std::vector<std::string_view>;

/// Who classified: the United States, one or more other countries, NATO, or several countries together.
enum class Owner : std::uint8_t { us, foreign, nato, joint };

/// The word for it in the tables: "us", "foreign", "NATO", "JOINT".
[[nodiscard]] std::string_view to_text(Owner owner);

/// What may follow a control.
enum class ListKind : std::uint8_t { none, countries, numbers, names, compartments, before };

/// A row of the table marking_levels.
struct LevelForm {
  std::string_view text;
  Level level = Level::U;
  bool portion = false;
  bool nato = false;
  bool allowed = true;  // in this profile
  Texts implies;
  std::string_view instead;
};

/// A row of the table marking_controls; see there.
struct Control {
  std::string_view name;
  std::string_view category;
  std::int64_t place = 0;  // of the category
  std::int64_t order = 0;
  std::string_view title, portion, meaning, usa, separator, bare;
  Texts also, loose, owners, needs, needs_one, expects, excludes, only, parts;
  std::vector<Level> levels, levels_with_usa, levels_expected;
  ListKind list = ListKind::none;
  std::size_t least = 0;
  std::size_t most = 0;  // 0: any number
  bool part = false;
};

struct Country {
  bool group = false;
  std::string_view name;
};

/// The tables `marking_*`, indexed by the forms that stand in marks, for one profile.
class Register {
 public:
  /// Throws std::invalid_argument when there is no such profile.
  Register(const Vocabulary& vocabulary, std::string_view profile);

  enum class Weight : std::uint8_t { problem, remark, silent };
  [[nodiscard]] Weight weight(std::string_view code) const;
  /// Whether blanks, hyphens and single slashes separate anything.
  [[nodiscard]] bool loose() const { return loose_; }

  /// A form found at the front of a text, and how many bytes it takes.
  template <typename Row> struct Found {
    const Row* row = nullptr;
    std::size_t size = 0;
    explicit operator bool() const { return row != nullptr; }
  };
  /// The longest form at the front of a text in capitals that ends at a blank, a hyphen, a comma or the end.
  [[nodiscard]] Found<LevelForm> level_at_front(std::string_view text) const;
  [[nodiscard]] Found<Control> control_at_front(std::string_view text) const;
  /// The level whose form reads the same without its blanks: "S E C R E T".
  [[nodiscard]] const LevelForm* spaced_level(std::string_view text) const;
  /// By banner abbreviation; null when there is none.
  [[nodiscard]] const Control* control(std::string_view name) const;
  [[nodiscard]] const Country* country(std::string_view code) const;
  /// What a category is called in the table, and in words.
  [[nodiscard]] std::string_view category_meaning(std::string_view name) const;

  /// The known form nearest to a misspelt word; empty when none is near.
  [[nodiscard]] std::string_view nearest_control(std::string_view word) const;
  [[nodiscard]] std::string_view nearest_level(std::string_view word) const;
  [[nodiscard]] std::string_view nearest_country(std::string_view word) const;
  /// A usual mark with the letters of the text, in whatever order: "S/NF" for "N/SF". Empty when there is
  /// none.
  [[nodiscard]] std::string usual_mark(std::string_view text) const;

 private:
  void read_profile(const Vocabulary& vocabulary, std::string_view profile);
  void read_levels(const Table& table, std::string_view profile);
  void read_controls(const Table& table, const Vocabulary& vocabulary, std::string_view profile);
  void add_form(std::string_view form, const Control& control);

  template <typename Row> using Forms = std::map<std::string, const Row*, std::less<>>;
  bool loose_ = false;
  Texts remarks_, silent_;
  std::vector<LevelForm> levels_;
  std::vector<Control> controls_;
  Forms<LevelForm> level_forms_;
  Forms<Control> control_forms_;
  std::map<std::string_view, Country> countries_;
  std::map<std::string_view, std::string_view> categories_;
  std::map<std::string, std::string> usual_;  // by sorted letters
  std::size_t longest_ = 0;
};

}  // namespace cablelint::marking
