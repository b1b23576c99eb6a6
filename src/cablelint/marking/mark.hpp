#pragma once

#include <cablelint/level.hpp>
#include <cablelint/marking/notes.hpp>
#include <cablelint/marking/register.hpp>
#include <cablelint/marking/structure.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::marking {

/// A control as it stands in a mark, or one of its parts behind a hyphen.
struct Item {
  const Control* control = nullptr;
  std::string written;
  std::string form;               // the part of it that names the control, in capitals
  std::vector<std::string> list;  // countries, numbers or names
  bool commas = true;             // between the countries, everywhere
  std::vector<Item> parts;
  std::size_t category = 0;  // which one of the mark, from 0
  bool implied = false;      // by the level
};

/// A mark whose words have their meaning.
struct Mark {
  Owner owner = Owner::us;
  std::vector<std::string> owners;  // of a foreign classification
  const LevelForm* level = nullptr;
  std::string level_written;
  std::vector<Item> items;
};

/// Gives the words of a mark their meaning; notes those that have none.
[[nodiscard]] Mark understand(const Register& rules, const Structure& structure, Notes& notes);

/// Notes which rules of the register a mark breaks.
void check_mark(const Register& rules, const Mark& mark, const Structure& structure, MarkForm as,
                Notes& notes);

/// Notes what is wrong with the list behind a control.
void check_list(const Register& rules, const Item& item, MarkForm as, Notes& notes);

}  // namespace cablelint::marking
