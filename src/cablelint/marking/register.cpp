#include <algorithm>
#include <cablelint/expression/program.hpp>
#include <cablelint/marking/register.hpp>
#include <stdexcept>

namespace cablelint::marking {
namespace {

using expression::Kind;
using expression::Value;

/// The cells of one row by the names of their columns.
class Cells {
 public:
  Cells(const Table& table, const Table::Row& row) : table_(&table), row_(&row) {}

  [[nodiscard]] std::string_view text(std::string_view column) const {
    const Value value = table_->cell(*row_, column);
    return value.kind == Kind::string ? value.string() : std::string_view{};
  }
  [[nodiscard]] std::int64_t number(std::string_view column) const {
    const Value value = table_->cell(*row_, column);
    return value.kind == Kind::integer ? value.integer : 0;
  }
  [[nodiscard]] bool flag(std::string_view column) const {
    const Value value = table_->cell(*row_, column);
    return value.kind == Kind::boolean && value.boolean;
  }
  [[nodiscard]] bool has(std::string_view column) const {
    return table_->cell(*row_, column).kind != Kind::null;
  }
  [[nodiscard]] Texts texts(std::string_view column) const {
    Texts texts;
    const Value value = table_->cell(*row_, column);
    if (value.kind != Kind::list) return texts;
    const auto* const items = static_cast<const Value*>(value.pointer);
    for (std::uint32_t i = 0; i < value.size; ++i) texts.push_back(items[i].string());
    return texts;
  }
  [[nodiscard]] std::optional<Level> level(std::string_view column) const {
    const Value value = table_->cell(*row_, column);
    return value.kind == Kind::level ? std::optional(static_cast<Level>(value.integer)) : std::nullopt;
  }
  [[nodiscard]] std::vector<Level> levels(std::string_view column) const {
    std::vector<Level> levels;
    for (const std::string_view text : texts(column)) {
      for (const Level level : {Level::U, Level::R, Level::C, Level::S, Level::TS}) {
        if (portion_form(level) == text) levels.push_back(level);
      }
    }
    return levels;
  }

 private:
  const Table* table_;
  const Table::Row* row_;
};

const Table& table_of(const Vocabulary& vocabulary, std::string_view name) {
  const Table* const table = vocabulary.table(name);
  if (table == nullptr) throw std::invalid_argument("the vocabulary has no table " + std::string(name));
  return *table;
}

bool contains(const Texts& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

ListKind list_kind(std::string_view name) {
  if (name == "countries") return ListKind::countries;
  if (name == "numbers") return ListKind::numbers;
  if (name == "names") return ListKind::names;
  if (name == "compartments") return ListKind::compartments;
  if (name == "before") return ListKind::before;
  return ListKind::none;
}

std::string without_blanks(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (c != ' ' && c != '\t') letters += c;
  }
  return letters;
}

std::string sorted_letters(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) letters += c;
  }
  std::sort(letters.begin(), letters.end());
  return letters;
}

template <typename Forms> std::string_view nearest_form(std::string_view word, const Forms& forms) {
  Texts candidates;
  for (const auto& [form, row] : forms) candidates.push_back(form);
  return expression::nearest(word, candidates);
}

/// The longest known form at the front of a text.
template <typename Row, typename Forms>
Register::Found<Row> longest_form(std::string_view text, const Forms& forms, std::size_t longest) {
  for (std::size_t size = std::min(text.size(), longest); size > 0; --size) {
    const bool ends = size == text.size() || text[size] == ' ' || text[size] == '-' || text[size] == ',';
    if (!ends) continue;
    if (const auto found = forms.find(text.substr(0, size)); found != forms.end())
      return {found->second, size};
  }
  return {};
}

}  // namespace

std::string_view to_text(Owner owner) {
  switch (owner) {
    case Owner::us:
      return "us";
    case Owner::foreign:
      return "foreign";
    case Owner::nato:
      return "NATO";
    case Owner::joint:
      return "JOINT";
  }
  return {};
}

Register::Register(const Vocabulary& vocabulary, std::string_view profile) {
  read_profile(vocabulary, profile);
  read_levels(table_of(vocabulary, "marking_levels"), profile);
  read_controls(table_of(vocabulary, "marking_controls"), vocabulary, profile);
  const Table& countries = table_of(vocabulary, "marking_countries");
  for (const Table::Row& row : countries.rows()) {
    const Cells cells(countries, row);
    countries_[row.key] = {cells.text("kind") == "group", cells.text("name")};
  }
}

void Register::read_profile(const Vocabulary& vocabulary, std::string_view profile) {
  const Table& table = table_of(vocabulary, "marking_profiles");
  const Table::Row* const row = table.find(profile);
  if (row == nullptr) throw std::invalid_argument("there is no profile " + std::string(profile));
  const Cells cells(table, *row);
  loose_ = cells.flag("loose");
  remarks_ = cells.texts("remarks");
  silent_ = cells.texts("silent");
}

void Register::read_levels(const Table& table, std::string_view profile) {
  for (const Table::Row& row : table.rows()) {
    const Cells cells(table, row);
    LevelForm form;
    form.text = row.key;
    form.level = cells.level("level").value_or(Level::U);
    form.portion = cells.text("form") == "portion";
    form.nato = cells.text("owner") == to_text(Owner::nato);
    form.allowed = !cells.has("profiles") || contains(cells.texts("profiles"), profile);
    form.implies = cells.texts("implies");
    form.instead = cells.text("instead");
    levels_.push_back(std::move(form));
  }
  for (const LevelForm& form : levels_) {
    level_forms_.emplace(form.text, &form);
    longest_ = std::max(longest_, form.text.size());
  }
}

void Register::read_controls(const Table& table, const Vocabulary& vocabulary, std::string_view profile) {
  const Table& categories = table_of(vocabulary, "marking_categories");
  for (const Table::Row& row : categories.rows()) {
    categories_[row.key] = Cells(categories, row).text("meaning");
  }
  for (const Table::Row& row : table.rows()) {
    const Cells cells(table, row);
    if (cells.has("profiles") && !contains(cells.texts("profiles"), profile)) continue;
    Control control;
    control.name = row.key;
    control.category = cells.text("category");
    if (const Table::Row* const category = categories.find(control.category)) {
      control.place = Cells(categories, *category).number("place");
    }
    control.order = cells.number("order");
    control.title = cells.text("title");
    control.portion = cells.text("portion");
    control.meaning = cells.text("meaning");
    control.usa = cells.text("usa");
    control.separator = cells.text("separator");
    control.bare = cells.text("bare");
    control.also = cells.texts("also");
    if (loose_) control.loose = cells.texts("loose");
    control.owners = cells.texts("owners");
    control.needs = cells.texts("needs");
    control.needs_one = cells.texts("needs_one");
    control.expects = cells.texts("expects");
    control.excludes = cells.texts("excludes");
    control.only = cells.texts("only");
    control.parts = cells.texts("parts");
    control.levels = cells.levels("levels");
    control.levels_with_usa = cells.levels("levels_with_usa");
    control.levels_expected = cells.levels("levels_expected");
    control.list = list_kind(cells.text("list"));
    control.least = static_cast<std::size_t>(std::max<std::int64_t>(0, cells.number("least")));
    control.most = static_cast<std::size_t>(std::max<std::int64_t>(0, cells.number("most")));
    control.part = cells.flag("part");
    controls_.push_back(std::move(control));
  }
  for (const Control& control : controls_) {
    add_form(control.name, control);
    if (control.part) continue;  // its short form means nothing on its own
    add_form(control.title, control);
    add_form(control.portion, control);
    for (const std::string_view form : control.also) add_form(form, control);
    for (const std::string_view form : control.loose) add_form(form, control);
  }
  for (const Level level : {Level::S, Level::C, Level::U, Level::TS}) {
    for (const Control& control : controls_) {
      if (control.portion.empty() || control.part || control.list != ListKind::none) continue;
      const std::string usual =
          std::string(portion_form(level)) + (loose_ ? "/" : "//") + std::string(control.portion);
      usual_.emplace(sorted_letters(usual), usual);
    }
  }
}

void Register::add_form(std::string_view form, const Control& control) {
  if (form.empty()) return;
  control_forms_.emplace(form, &control);
  longest_ = std::max(longest_, form.size());
}

Register::Weight Register::weight(std::string_view code) const {
  if (contains(silent_, code)) return Weight::silent;
  return contains(remarks_, code) ? Weight::remark : Weight::problem;
}

Register::Found<LevelForm> Register::level_at_front(std::string_view text) const {
  return longest_form<LevelForm>(text, level_forms_, longest_);
}

Register::Found<Control> Register::control_at_front(std::string_view text) const {
  return longest_form<Control>(text, control_forms_, longest_);
}

const LevelForm* Register::spaced_level(std::string_view text) const {
  const std::string letters = without_blanks(text);
  const auto found = std::find_if(levels_.begin(), levels_.end(), [&](const LevelForm& form) {
    return !form.portion && without_blanks(form.text) == letters;
  });
  return found == levels_.end() ? nullptr : &*found;
}

const Control* Register::control(std::string_view name) const {
  const auto found = std::find_if(controls_.begin(), controls_.end(),
                                  [&](const Control& control) { return control.name == name; });
  return found == controls_.end() ? nullptr : &*found;
}

const Country* Register::country(std::string_view code) const {
  const auto found = countries_.find(code);
  return found == countries_.end() ? nullptr : &found->second;
}

std::string_view Register::category_meaning(std::string_view name) const {
  const auto found = categories_.find(name);
  return found == categories_.end() ? name : found->second;
}

std::string_view Register::nearest_control(std::string_view word) const {
  return nearest_form(word, control_forms_);
}

std::string_view Register::nearest_level(std::string_view word) const {
  return nearest_form(word, level_forms_);
}

std::string_view Register::nearest_country(std::string_view word) const {
  return nearest_form(word, countries_);
}

std::string Register::usual_mark(std::string_view text) const {
  const auto found = usual_.find(sorted_letters(text));
  return found == usual_.end() ? std::string{} : found->second;
}

}  // namespace cablelint::marking
