#include <algorithm>
#include <cablelint/marking/mark.hpp>
#include <charconv>

namespace cablelint::marking {
namespace {

constexpr std::string_view kUnitedStates = "USA";

class ListChecker {
 public:
  ListChecker(const Register& rules, const Item& item, MarkForm as, Notes& notes)
      : rules_(rules), item_(item), control_(*item.control), as_(as), notes_(notes) {}

  void run() {
    check_size();
    switch (control_.list) {
      case ListKind::countries:
      case ListKind::before:
        return check_countries();
      case ListKind::numbers:
        return check_numbers();
      case ListKind::names:
      case ListKind::compartments:
      case ListKind::none:
        return;
    }
  }

 private:
  void check_size() {
    const std::size_t size = item_.list.size();
    const bool bare = size == 0 && control_.bare == to_text(as_);
    if (size < control_.least && !bare) {
      notes_.add("list-missing", "`{}` names {}; {}", item_.written,
                 size == 0 ? "nobody and nothing" : "too few", what_to_add());
    }
    if (control_.list == ListKind::names && control_.most > 0 && size > control_.most) {
      notes_.add("list-long", "`{}` names {} programs, {} at most are listed; write {}-MULTIPLE PROGRAMS",
                 item_.form, size, control_.most, item_.form);
    }
  }

  [[nodiscard]] std::string what_to_add() const {
    switch (control_.list) {
      case ListKind::countries:
        return control_.usa == "first" ? "list the countries, as in `REL TO USA, GBR`"
                                       : fmt::format("list {} or more countries", control_.least);
      case ListKind::before:
        return "write the countries before it, as in `USA/GBR EYES ONLY`";
      case ListKind::numbers:
        return "write the numbers behind it, as in `SIGMA 1 2`";
      default:
        return fmt::format("write a name behind it, as in `{}-NAME`", item_.form);
    }
  }

  void check_countries() {
    const auto& list = item_.list;
    bool groups = false;
    bool known = true;
    for (const std::string& code : list) {
      const Country* const country = rules_.country(code);
      if (country == nullptr) {
        known = false;
        const std::string_view near = rules_.nearest_country(code);
        notes_.add("list-unknown", "`{}` is no country or group of the register; correct the code{}", code,
                   near.empty() ? std::string{} : fmt::format("; did you mean `{}`?", near));
      } else {
        groups = groups || country->group;
      }
      if (!control_.only.empty() &&
          std::find(control_.only.begin(), control_.only.end(), code) == control_.only.end()) {
        notes_.add("list-only", "`{}` may not stand before {}; remove it", code, item_.form);
      }
    }
    check_repeats();
    check_united_states();
    if (known) check_order();
    if (list.size() > 1 && item_.commas != (control_.separator == ", ") &&
        control_.list == ListKind::countries) {
      notes_.add("list-separator", "between the countries of `{}` stands {}", item_.form,
                 control_.separator == ", " ? "a comma and a blank" : "a blank");
    }
  }

  void check_repeats() {
    std::vector<std::string_view> sorted(item_.list.begin(), item_.list.end());
    std::sort(sorted.begin(), sorted.end());
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
    if (twice != sorted.end()) notes_.add("repeated", "`{}` is listed twice; remove one", *twice);
  }

  void check_united_states() {
    const auto& list = item_.list;
    const bool named = std::find(list.begin(), list.end(), kUnitedStates) != list.end();
    if (control_.usa == "never" && named) {
      notes_.add("list-usa", "USA is no foreign government; remove it from `{}`", item_.written);
    }
    if (control_.usa != "first" || list.empty()) return;
    if (list.front() != kUnitedStates) {
      notes_.add("list-usa", "USA comes first in the list of `{}`; write it first", item_.form);
    } else if (list.size() == 1) {
      notes_.add("list-usa-alone", "`{}` releases to nobody else; name another country, or use NOFORN",
                 item_.written);
    }
  }

  /// Countries before groups, each in the order of the alphabet; the United States may stand first
  /// everywhere.
  void check_order() {
    const auto comes_before = [&](const std::string& a, const std::string& b) {
      const bool group_a = rules_.country(a)->group;
      const bool group_b = rules_.country(b)->group;
      return group_a != group_b ? group_b : a < b;
    };
    auto begin = item_.list.begin();
    if (begin != item_.list.end() && *begin == kUnitedStates) ++begin;
    const auto wrong = std::is_sorted_until(begin, item_.list.end(), comes_before);
    if (wrong == item_.list.end() || (control_.usa == "first" && *wrong == kUnitedStates)) return;
    notes_.add(control_.category == "JOINT" ? "joint-order" : "list-order",
               "`{}` stands too late in the list of `{}`; list countries by the alphabet, groups behind them",
               *wrong, item_.form);
  }

  void check_numbers() {
    std::size_t before = 0;
    for (const std::string& text : item_.list) {
      std::size_t number = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (error != std::errc{} || end != text.data() + text.size() || number == 0 || number > control_.most) {
        notes_.add("number", "`{}` in `{}` is no number from 1 to {}; correct it", text, item_.written,
                   control_.most);
        continue;
      }
      if (number <= before) {
        notes_.add("number-order", "`{}` stands too late in `{}`; list the numbers by size", text,
                   item_.written);
      }
      before = number;
    }
  }

  const Register& rules_;
  const Item& item_;
  const Control& control_;
  MarkForm as_;
  Notes& notes_;
};

}  // namespace

void check_list(const Register& rules, const Item& item, MarkForm as, Notes& notes) {
  ListChecker(rules, item, as, notes).run();
}

}  // namespace cablelint::marking
