#include <algorithm>
#include <cablelint/marking/mark.hpp>
#include <map>
#include <set>

namespace cablelint::marking {
namespace {

bool contains(const Texts& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool contains(const std::vector<Level>& levels, Level level) {
  return std::find(levels.begin(), levels.end(), level) != levels.end();
}

/// "A", "A or B", "A, B or C".
template <typename Items, typename Text>
std::string joined(const Items& items, std::string_view last, Text text) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? fmt::format(" {} ", last) : ", ";
    out += text(items[i]);
  }
  return out;
}

std::string names(const Texts& texts, std::string_view last) {
  return joined(texts, last, [](std::string_view text) { return text; });
}

std::string names(const std::vector<Level>& levels) {
  return joined(levels, "or", [](Level level) { return banner_form(level); });
}

class Checker {
 public:
  Checker(const Register& rules, const Mark& mark, const Structure& structure, MarkForm as, Notes& notes)
      : rules_(rules), mark_(mark), structure_(structure), as_(as), notes_(notes) {
    for (const Item& item : mark_.items) {
      if (item.control != nullptr) present_.insert(item.control->name);
    }
  }

  void run() {
    check_writing();
    check_repeats();
    for (const Item& item : mark_.items) {
      if (item.control == nullptr) continue;
      check_owner(item);
      check_level(item);
      for (const Item& part : item.parts) check_level(part);
      check_companions(item);
      check_exclusions(item);
      if (!item.implied) check_list(rules_, item, as_, notes_);
      for (const Item& part : item.parts) check_list(rules_, part, as_, notes_);
      check_form(item);
    }
    check_joint_release();
    check_categories();
  }

 private:
  void check_writing() {
    if (structure_.lower) notes_.add("case", "marks are written in capitals");
    if (structure_.blanks) notes_.add("blanks", "blanks stand beside a slash or a bracket; remove them");
    if (mark_.level == nullptr) return;
    if (mark_.level->portion && as_ == MarkForm::banner) {
      notes_.add("form", "a banner spells the level out; write {} for `{}`", banner_form(mark_.level->level),
                 mark_.level_written);
    }
    if (!mark_.level->portion && as_ == MarkForm::portion) {
      notes_.add("form", "a portion mark shortens the level; write {} for `{}`",
                 portion_form(mark_.level->level), mark_.level_written);
    }
  }

  void check_repeats() {
    std::set<std::string_view> seen;
    for (const Item& item : mark_.items) {
      const std::string_view name = item.control == nullptr ? item.form : item.control->name;
      const bool several = item.control != nullptr && item.control->list == ListKind::compartments;
      if (!seen.insert(several ? item.written : name).second) {
        notes_.add("repeated", "`{}` is said twice; remove one", item.written);
      }
    }
  }

  void check_owner(const Item& item) {
    const Control& control = *item.control;
    if (control.owners.empty() || contains(control.owners, to_text(mark_.owner))) return;
    static constexpr std::string_view kOwners[] = {"a United States", "a foreign", "a NATO", "a JOINT"};
    notes_.add("owner", "`{}` does not go with {} classification; remove it", item.form,
               kOwners[static_cast<std::size_t>(mark_.owner)]);
  }

  void check_level(const Item& item) {
    if (mark_.level == nullptr) return;
    const Level level = mark_.level->level;
    const Control& control = *item.control;
    const bool usa = std::find(item.list.begin(), item.list.end(), "USA") != item.list.end();
    const auto& levels = usa && !control.levels_with_usa.empty() ? control.levels_with_usa : control.levels;
    if (!levels.empty() && !contains(levels, level)) {
      notes_.add("level", "`{}` does not go with {}, only with {}; change the level or remove it", item.form,
                 banner_form(level), names(levels));
    } else if (!control.levels_expected.empty() && !contains(control.levels_expected, level)) {
      notes_.add("level-unusual", "since 2016 `{}` goes only with {}", item.form,
                 names(control.levels_expected));
    }
  }

  void check_companions(const Item& item) {
    const Control& control = *item.control;
    if (mark_.level == nullptr || mark_.level->level == Level::U) return;
    for (const std::string_view need : control.needs) {
      if (present_.count(need) == 0) notes_.add("companion", "`{}` needs {}; add it", item.form, need);
    }
    const bool one = std::any_of(control.needs_one.begin(), control.needs_one.end(),
                                 [&](std::string_view need) { return present_.count(need) > 0; });
    const bool unpublished = control.name.starts_with('(');
    if (!control.needs_one.empty() && !one && unpublished) {
      notes_.add(
          "unknown-control",
          "`{}` is no control of the register; correct it, or add {} if it is an unpublished control system",
          item.written, names(control.needs_one, "or"));
    } else if (!control.needs_one.empty() && !one) {
      notes_.add("companion", "`{}` needs a release marking; add {}", item.form,
                 names(control.needs_one, "or"));
    } else if (unpublished) {
      notes_.add("unpublished", "`{}` is not in the public register; it is taken for a control system",
                 item.written);
    }
    for (const std::string_view need : control.expects) {
      if (present_.count(need) == 0) {
        notes_.add("companion-expected", "the register asks for {} beside `{}`", need, item.form);
      }
    }
  }

  void check_exclusions(const Item& item) {
    for (const std::string_view other : item.control->excludes) {
      if (present_.count(other) == 0) continue;
      // Where both exclude each other the first in the alphabet speaks.
      const Control* const control = rules_.control(other);
      if (control != nullptr && contains(control->excludes, item.control->name) && other < item.control->name)
        continue;
      notes_.add("exclusion", "{} and {} exclude each other; keep one of them", item.control->name, other);
    }
  }

  void check_form(const Item& item) {
    const Control& control = *item.control;
    if (control.portion.empty() || item.implied) return;
    const bool banner = item.form == control.name || item.form == control.title;
    const bool portion = item.form == control.portion;
    if (as_ == MarkForm::banner && portion && !banner) {
      notes_.add("form", "a banner says {} for `{}`", control.name, item.form);
    }
    if (as_ == MarkForm::portion && banner && !portion) {
      notes_.add("form", "a portion mark says {} for `{}`", control.portion, item.form);
    }
  }

  /// What is owned together is released to all owners.
  void check_joint_release() {
    const Item* joint = nullptr;
    const Item* release = nullptr;
    for (const Item& item : mark_.items) {
      if (item.control == nullptr || item.list.empty()) continue;
      if (item.control->category == "JOINT") joint = &item;
      if (item.control->usa == "first" && item.control->list == ListKind::countries) release = &item;
    }
    if (joint == nullptr || release == nullptr) return;
    const std::set<std::string_view> released(release->list.begin(), release->list.end());
    for (const std::string& code : release->list) {
      const Country* const country = rules_.country(code);
      if (country == nullptr || country->group) return;  // nobody knows who is in it
    }
    for (const std::string& owner : joint->list) {
      if (released.count(owner) == 0) {
        notes_.add("joint-release", "`{}` owns this but is not among those it is released to; add it", owner);
      }
    }
  }

  void check_categories() {
    std::map<std::int64_t, std::size_t> first_at;  // by place: the category of the mark in which it is met
    std::int64_t before = 0;
    const Item* last = nullptr;
    for (const Item& item : mark_.items) {
      if (item.control == nullptr || item.implied) continue;
      const Control& control = *item.control;
      const bool same = last != nullptr && last->category == item.category;
      if (same && last->control->place != control.place) {
        notes_.add("category-mixed", "`/` stands between {} and {}; write `//`",
                   rules_.category_meaning(last->control->category),
                   rules_.category_meaning(control.category));
      } else if (same && control.order < last->control->order) {
        notes_.add("entry-order", "the register lists {} before {}", control.name, last->control->name);
      }
      if (!same && control.place < before) {
        notes_.add("category-order",
                   "`{}` stands too late; the order is level, SCI, SAP, atomic energy, FGI, "
                   "dissemination, other",
                   item.written);
      }
      const auto [at, fresh] = first_at.emplace(control.place, item.category);
      if (!fresh && at->second != item.category) {
        notes_.add("category-split",
                   "`{}` belongs to the entries before; write `/` between entries of one category",
                   item.written);
      }
      before = std::max(before, control.place);
      last = &item;
    }
  }

  const Register& rules_;
  const Mark& mark_;
  const Structure& structure_;
  MarkForm as_;
  Notes& notes_;
  std::set<std::string_view> present_;
};

}  // namespace

void check_mark(const Register& rules, const Mark& mark, const Structure& structure, MarkForm as,
                Notes& notes) {
  Checker(rules, mark, structure, as, notes).run();
}

}  // namespace cablelint::marking
