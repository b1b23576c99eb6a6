#include <algorithm>
#include <cablelint/marking/mark.hpp>
#include <utility>

namespace cablelint::marking {
namespace {

constexpr std::string_view kUnpublished = "(unpublished)";
constexpr std::string_view kJoint = "JOINT";
constexpr std::size_t kShortestSlip = 5;  // shorter words are near to too many others

std::string_view after_separator(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" ,-");
  return begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
}

std::string did_you_mean(std::string_view near) {
  return near.empty() ? std::string{} : fmt::format("; did you mean `{}`?", near);
}

class Reader {
 public:
  Reader(const Register& rules, const Structure& structure, Notes& notes)
      : rules_(rules), structure_(structure), notes_(notes) {}

  Mark read() {
    const auto& categories = structure_.categories;
    const Entry& first = categories.front().front();
    if (structure_.leading) {
      read_owner(first);
    } else {
      read_level(first);
    }
    if (categories.front().size() > 1) {
      notes_.add("separator", "`/` stands behind the level; write `//` between the level and the controls");
      ++category_;
      read_entries(categories.front(), 1);
    }
    for (std::size_t i = 1; i < categories.size(); ++i) {
      ++category_;
      read_entries(categories[i], 0);
    }
    return std::move(mark_);
  }

 private:
  // The level

  void read_level(const Entry& entry) {
    std::string_view text = entry.text;
    Register::Found<LevelForm> found = rules_.level_at_front(text);
    if (rules_.loose()) {
      if (const std::size_t size = spaced_level_size(text); size > found.size) {
        if (const LevelForm* const level = rules_.spaced_level(text.substr(0, size))) found = {level, size};
      }
    }
    if (!found) return miss_level(entry);
    take_level(*found.row, entry.written.substr(0, std::min(found.size, entry.written.size())));
    if (found.row->nato) {
      notes_.add("leading-slashes", "`{}` is no United States classification; begin with `//{}`",
                 found.row->text, found.row->text);
      mark_.owner = Owner::nato;
    } else if (found.row->level == Level::R) {
      notes_.add("level-not-us",
                 "`{}` is no United States level today; write the owner before it, as in `//GBR {}`, or use "
                 "CONFIDENTIAL",
                 found.row->text, found.row->text);
    }
    read_behind_level(text.substr(found.size));
  }

  void read_behind_level(std::string_view rest) {
    rest = after_separator(rest);
    if (rest.empty()) return;
    notes_.add("separator", "`{}` stands behind the level without a separator; write `//{}`", rest, rest);
    ++category_;
    read_entry({rest, std::string(rest)});
  }

  void take_level(const LevelForm& level, std::string_view written) {
    mark_.level = &level;
    mark_.level_written = written;
    if (!level.allowed)
      notes_.add("level-form", "`{}` is not used here; write `{}`", level.text, level.instead);
    for (const std::string_view name : level.implies) {
      Item item;
      item.control = rules_.control(name);
      item.implied = true;
      item.form = item.written = name;
      if (item.control != nullptr) mark_.items.push_back(std::move(item));
    }
  }

  void miss_level(const Entry& entry) {
    if (entry.text.empty()) {
      return notes_.add("level-missing", "the mark does not begin with a level; begin with TS, S, C or U");
    }
    const std::string usual = rules_.usual_mark(whole());
    if (!usual.empty()) {
      return notes_.add("level-unknown", "`{}` is no level; did you mean `{}`?", entry.written, usual);
    }
    if (rules_.control_at_front(entry.text)) {
      notes_.add("level-missing", "`{}` stands where the level belongs; begin with the level", entry.written);
      return read_entry(entry);
    }
    const std::string_view owner = std::string_view(entry.text).substr(0, entry.text.find(' '));
    if (rules_.country(owner) != nullptr) {
      return notes_.add("leading-slashes",
                        "`{}` is no United States classification; begin with `//`, as in `//{} SECRET`",
                        entry.written, owner);
    }
    notes_.add("level-unknown", "`{}` is no level; begin with TS, S, C or U, in a banner spelt out{}",
               entry.written, did_you_mean(rules_.nearest_level(entry.text)));
  }

  [[nodiscard]] std::string whole() const {
    std::string text;
    for (const auto& category : structure_.categories) {
      for (const Entry& entry : category) text += entry.text;
    }
    return text;
  }

  // Classifications of others

  void read_owner(const Entry& entry) {
    const std::string_view text = entry.text;
    if (text.starts_with(kJoint) && (text.size() == kJoint.size() || text[kJoint.size()] == ' ')) {
      return read_joint(entry);
    }
    if (const auto found = rules_.level_at_front(text)) {
      take_level(*found.row, entry.written.substr(0, found.size));
      if (!found.row->nato) {
        notes_.add("leading-slashes", "`//` stands before a United States level; remove it");
        return read_behind_level(text.substr(found.size));
      }
      mark_.owner = Owner::nato;
      // NATO's controls may follow a blank or a hyphen: "COSMIC TOP SECRET-BOHEMIA".
      const std::string_view rest = after_separator(text.substr(found.size));
      if (!rest.empty()) read_entry({rest, std::string(rest)});
      return;
    }
    read_foreign(entry);
  }

  void read_joint(const Entry& entry) {
    mark_.owner = Owner::joint;
    Item item;
    item.control = rules_.control(kJoint);
    item.written = entry.written;
    item.form = kJoint;
    std::string_view rest = after_separator(std::string_view(entry.text).substr(kJoint.size()));
    const auto found = rules_.level_at_front(rest);
    if (found) {
      take_level(*found.row, rest.substr(0, found.size));
      rest.remove_prefix(found.size);
    } else {
      notes_.add("level-missing", "no level follows JOINT; write it between JOINT and the countries");
    }
    static_cast<void>(read_countries(rest, item));
    mark_.items.push_back(std::move(item));
  }

  void read_foreign(const Entry& entry) {
    mark_.owner = Owner::foreign;
    const std::string_view text = entry.text;
    std::size_t begin = 0;
    Register::Found<LevelForm> found;
    while (begin < text.size()) {
      found = rules_.level_at_front(text.substr(begin));
      if (found && !found.row->nato && begin + found.size == text.size()) break;
      found = {};
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      mark_.owners.emplace_back(text.substr(begin, end - begin));
      begin = std::min(end + 1, text.size());
    }
    if (found) {
      take_level(*found.row, entry.written);
    } else {
      notes_.add("level-missing", "`//{}` names no level; write one behind the country, as in `//GBR SECRET`",
                 entry.written);
    }
    for (const std::string& owner : mark_.owners) {
      // A source that must stay hidden is called FGI.
      if (rules_.country(owner) != nullptr || rules_.control_at_front(owner)) continue;
      notes_.add("list-unknown", "`{}` is no country or group of the register; correct the code{}", owner,
                 did_you_mean(rules_.nearest_country(owner)));
    }
  }

  // Controls

  void read_entries(const std::vector<Entry>& entries, std::size_t from) {
    if (entries.size() == from + 1 && entries[from].text.empty()) {
      return notes_.add("empty-category",
                        "nothing stands between or behind slashes; remove the slashes too many");
    }
    for (std::size_t i = from; i < entries.size(); ++i) {
      if (entries[i].text.empty()) {
        notes_.add("empty-category", "nothing stands beside a slash; remove the slashes too many");
      } else {
        read_entry(entries[i]);
      }
    }
    for (const std::string& code : waiting_) refuse_country(code);
    waiting_.clear();
  }

  void read_entry(const Entry& entry) {
    if (read_eyes(entry)) return;
    std::string_view text = entry.text;
    while (!text.empty()) {
      const auto found = rules_.control_at_front(text);
      if (!found) return read_unknown(text);
      const std::string_view rest = text.substr(found.size);
      Item item;
      item.control = found.row;
      item.form = text.substr(0, found.size);
      item.written = text.size() == entry.text.size() ? entry.written : text;
      item.category = category_;
      std::string_view left;
      if (!read_rest(rest, item, left)) return read_unknown(text);
      if (!left.empty()) item.written = text.substr(0, text.size() - left.size() - 1);
      if (found.row->part) {
        notes_.add("part-alone", "`{}` does not stand alone; write it behind its control, as in `RD-{}`",
                   item.form, item.form);
      }
      mark_.items.push_back(std::move(item));
      text = left;
    }
  }

  /// What follows the name of a control. `left` is what belongs to another one (loose profiles only).
  bool read_rest(std::string_view rest, Item& item, std::string_view& left) {
    if (rest.empty()) return true;
    switch (item.control->list) {
      case ListKind::countries:
        if (rest[0] == '-' && !rules_.loose()) return false;
        left = read_countries(rest, item);
        return true;
      case ListKind::names:
        item.list.emplace_back(after_separator(rest));
        return rest[0] == '-' && !item.list.back().empty();
      case ListKind::compartments:
        if (are_compartments(rest)) return true;
        break;
      case ListKind::numbers:
        read_numbers(rest, item);
        return true;
      case ListKind::none:
      case ListKind::before:
        if (!item.control->parts.empty() && read_parts(rest, item)) return true;
        break;
    }
    if (!rules_.loose()) return false;
    left = after_separator(rest);
    return true;
  }

  /// Gives what follows the countries: the next control, in loose profiles.
  std::string_view read_countries(std::string_view rest, Item& item) {
    std::string_view left;
    for (const std::string_view code : list_items(rest)) {
      if (rules_.loose() && code == "AND") continue;
      const auto control = rules_.loose() ? rules_.control_at_front(code) : Register::Found<Control>{};
      if (control && control.size == code.size() && rules_.country(code) == nullptr) {
        left = rest.substr(static_cast<std::size_t>(code.data() - rest.data()));
        break;
      }
      item.list.emplace_back(code);
    }
    item.commas = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), ',')) + 1 >= item.list.size();
    return left;
  }

  static void read_numbers(std::string_view rest, Item& item) {
    for (const std::string_view number : list_items(rest)) item.list.emplace_back(number);
  }

  bool read_parts(std::string_view rest, Item& item) {
    const std::vector<std::string_view> written = hyphenated(rest);
    if (written.empty()) return false;
    for (const std::string_view text : written) {
      const std::size_t end = std::min(text.find(' '), text.size());
      const std::string_view word = text.substr(0, end);
      const Control* known = nullptr;
      for (const std::string_view name : item.control->parts) {
        const Control* const part = rules_.control(name);
        const bool whole = part != nullptr && part->title == text;
        if (part != nullptr && (whole || part->name == word || part->portion == word)) known = part;
      }
      if (known == nullptr) {
        notes_.add("unknown-part", "`{}` does not go with `{}`; remove it or correct it", text, item.form);
        continue;
      }
      Item part;
      part.control = known;
      part.form = part.written = text;
      if (known->list == ListKind::numbers) read_numbers(text.substr(end), part);
      item.parts.push_back(std::move(part));
    }
    return true;
  }

  /// "USA/GBR EYES ONLY": the countries come first, and slashes stand between them.
  bool read_eyes(const Entry& entry) {
    const std::string_view text = entry.text;
    if (rules_.country(text) != nullptr && !rules_.control_at_front(text)) {
      waiting_.push_back(entry.text);
      return true;
    }
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos || rules_.country(text.substr(0, blank)) == nullptr) return false;
    const auto found = rules_.control_at_front(text.substr(blank + 1));
    if (!found || found.row->list != ListKind::before || blank + 1 + found.size != text.size()) return false;
    Item item;
    item.control = found.row;
    item.form = text.substr(blank + 1);
    item.list = std::move(waiting_);
    waiting_.clear();
    item.list.emplace_back(text.substr(0, blank));
    for (const std::string& code : item.list) item.written += (item.written.empty() ? "" : "/") + code;
    item.written += " " + item.form;
    item.category = category_;
    mark_.items.push_back(std::move(item));
    return true;
  }

  void refuse_country(const std::string& code) {
    notes_.add("country-alone", "`{}` is a country; say what it may do, as in `REL TO USA, {}`", code, code);
    Item item;
    item.written = item.form = code;
    item.category = category_;
    mark_.items.push_back(std::move(item));
  }

  void read_unknown(std::string_view text) {
    Item* const last = mark_.items.empty() ? nullptr : &mark_.items.back();
    const bool more_names = last != nullptr && last->category == category_ && last->control != nullptr &&
                            last->control->list == ListKind::names && !last->list.empty();
    if (more_names) {
      last->list.emplace_back(text);
      last->written += '/';
      last->written += text;
      return;
    }
    Item item;
    item.written = item.form = text;
    item.category = category_;
    const std::string_view near =
        text.size() < kShortestSlip ? std::string_view{} : rules_.nearest_control(text);
    if (near.empty() && may_be_control_system(text)) {
      item.control = rules_.control(kUnpublished);
      mark_.items.push_back(std::move(item));
      return;
    }
    notes_.add("unknown-control", "`{}` is no control of the register; correct it or remove it{}", text,
               did_you_mean(near));
    mark_.items.push_back(std::move(item));
  }

  /// The register of control systems is not published in full: a name in their place may be one.
  [[nodiscard]] bool may_be_control_system(std::string_view text) const {
    if (rules_.loose() || category_ != 1 || mark_.level == nullptr || !is_control_system(text)) return false;
    const Control* const unpublished = rules_.control(kUnpublished);
    return unpublished != nullptr &&
           std::none_of(mark_.items.begin(), mark_.items.end(), [&](const Item& item) {
             return item.category == category_ && item.control != nullptr &&
                    item.control->category != unpublished->category;
           });
  }

  const Register& rules_;
  const Structure& structure_;
  Notes& notes_;
  Mark mark_;
  std::size_t category_ = 0;
  std::vector<std::string> waiting_;  // countries before EYES ONLY
};

}  // namespace

Mark understand(const Register& rules, const Structure& structure, Notes& notes) {
  return Reader(rules, structure, notes).read();
}

}  // namespace cablelint::marking
