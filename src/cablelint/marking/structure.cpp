#include "grammar/marking.hpp"

#include <cablelint/marking/structure.hpp>
#include <cablelint/reading/input.hpp>

namespace cablelint::marking {
namespace {

namespace rules = grammar::marking;
using reading::Input;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

/// In capitals, runs of blanks folded to one.
std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '\t') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  return out;
}

template <typename Rule> struct action : tao::pegtl::nothing<Rule> {};

template <> struct action<rules::inside> {
  template <typename ActionInput> static void apply(const ActionInput& in, std::string_view& inside) {
    inside = in.string_view();
  }
};
template <> struct action<rules::leading> {
  static void apply0(Structure& structure) { structure.leading = true; }
};
template <> struct action<rules::category_break> {
  static void apply0(Structure& structure) { structure.categories.emplace_back(1); }
};
template <> struct action<rules::entry_break> {
  static void apply0(Structure& structure) { structure.categories.back().emplace_back(); }
};
template <> struct action<rules::entry> {
  template <typename ActionInput> static void apply(const ActionInput& in, Structure& structure) {
    const std::string_view written = trimmed(in.string_view());
    if (written.size() != in.size()) structure.blanks = true;
    structure.categories.back().back() = {written, folded(written)};
  }
};
template <> struct action<rules::list_item> {
  template <typename ActionInput>
  static void apply(const ActionInput& in, std::vector<std::string_view>& items) {
    items.push_back(in.string_view());
  }
};
template <> struct action<rules::part> {
  template <typename ActionInput>
  static void apply(const ActionInput& in, std::vector<std::string_view>& items) {
    items.push_back(in.string_view());
  }
};

template <typename Rule> bool matches(std::string_view text) {
  Input in(text.data(), text.data() + text.size(), "");
  return tao::pegtl::parse<Rule>(in);
}

}  // namespace

Structure read_structure(std::string_view text) {
  Structure structure;
  std::string_view mark = trimmed(text);
  std::string_view inside;
  Input brackets(mark.data(), mark.data() + mark.size(), "");
  if (tao::pegtl::parse<rules::portion, action>(brackets, inside)) {
    structure.bracketed = true;
    mark = trimmed(inside);
    structure.blanks = mark.size() != inside.size();
  } else {
    structure.stray_brackets = mark.find_first_of("()") != std::string_view::npos;
    while (mark.starts_with('(')) mark.remove_prefix(1);
    while (mark.ends_with(')')) mark.remove_suffix(1);
    mark = trimmed(mark);
  }
  structure.lower = std::string_view::npos != mark.find_first_of("abcdefghijklmnopqrstuvwxyz");
  structure.categories.emplace_back(1);
  Input in(mark.data(), mark.data() + mark.size(), "");
  static_cast<void>(tao::pegtl::parse<rules::mark, action>(in, structure));
  // The break that leads is no break between two categories.
  if (structure.leading) structure.categories.erase(structure.categories.begin());
  return structure;
}

std::size_t spaced_level_size(std::string_view text) {
  Input in(text.data(), text.data() + text.size(), "");
  return tao::pegtl::parse<rules::spaced_level>(in) ? static_cast<std::size_t>(in.current() - text.data())
                                                    : 0;
}

std::vector<std::string_view> list_items(std::string_view text) {
  std::vector<std::string_view> items;
  Input in(text.data(), text.data() + text.size(), "");
  static_cast<void>(tao::pegtl::parse<rules::list, action>(in, items));
  return items;
}

bool are_compartments(std::string_view text) {
  return matches<rules::compartments>(text);
}

bool is_control_system(std::string_view text) {
  return matches<rules::control_system>(text);
}

std::vector<std::string_view> hyphenated(std::string_view text) {
  std::vector<std::string_view> parts;
  Input in(text.data(), text.data() + text.size(), "");
  if (!tao::pegtl::parse<rules::parts, action>(in, parts)) parts.clear();
  return parts;
}

}  // namespace cablelint::marking
