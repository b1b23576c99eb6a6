#include <algorithm>
#include <array>
#include <cablelint/append_number.hpp>
#include <cablelint/audit/document_row.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/csv_text.hpp>
#include <charconv>
#include <concepts>

namespace cablelint::audit {
namespace {

constexpr std::size_t kColumns = 18;
constexpr std::array kLevels = {Level::U, Level::R, Level::C, Level::S, Level::TS};

/// Reads cells from left to right, and remembers whether one was wrong.
class Cells {
 public:
  explicit Cells(std::vector<std::string>& cells) : cells_(&cells) {}

  std::string& text() { return (*cells_)[at_++]; }

  template <std::integral Number> void number(Number& value) {
    const std::string& cell = text();
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    good_ = good_ && error == std::errc() && end == cell.data() + cell.size();
  }

  template <std::integral Number> void number(std::optional<Number>& value) {
    value.reset();
    if ((*cells_)[at_].empty()) {
      ++at_;
      return;
    }
    number(value.emplace());
  }

  void day(std::optional<Day>& value) {
    const std::string& cell = text();
    value = parse_iso(cell);
    good_ = good_ && (value || cell.empty());
  }

  void level(std::optional<Level>& value) {
    const std::string& cell = text();
    value.reset();
    for (const Level each : kLevels) {
      if (cell == banner_form(each)) value = each;
    }
    good_ = good_ && (value || cell.empty());
  }

  /// One of two words.
  bool either(std::string_view yes, std::string_view no) {
    const std::string& cell = text();
    good_ = good_ && (cell == yes || cell == no);
    return cell == yes;
  }

  Due due() {
    const std::string& cell = text();
    for (std::size_t i = 0; i < kDues; ++i) {
      if (cell == to_text(static_cast<Due>(i))) return static_cast<Due>(i);
    }
    good_ = false;
    return Due::missing;
  }

  [[nodiscard]] bool good() const { return good_; }

 private:
  std::vector<std::string>* cells_;
  std::size_t at_ = 0;
  bool good_ = true;
};

}  // namespace

std::string_view document_header() {
  return "id,part,status,container,offset,length,record,post,date,year,level,highest_portion,due,due_date,"
         "overdue,errors,warnings,notes\r\n";
}

void append_row(std::string& out, const CableFacts& cable, bool passed) {
  const auto text = [&out](std::string_view cell) {
    append_csv_cell(out, cell);
    out += ',';
  };
  const auto number = [&out](auto value) {
    append_number(out, value);
    out += ',';
  };
  const auto day = [&out](const std::optional<Day>& value) {
    if (value) append_iso(out, *value);
    out += ',';
  };
  const auto level = [&out](const std::optional<Level>& value) {
    if (value) out += banner_form(*value);
    out += ',';
  };
  text(cable.id);
  number(cable.part);
  out += passed ? "pass," : "fail,";
  text(cable.container);
  number(cable.offset);
  number(cable.length);
  text(cable.record);
  text(cable.post);
  day(cable.date);
  if (cable.year) append_number(out, *cable.year);
  out += ',';
  level(cable.level);
  level(cable.highest_portion);
  out += to_text(cable.due);
  out += ',';
  day(cable.due_day);
  out += cable.overdue ? "yes," : "no,";
  number(cable.findings.error);
  number(cable.findings.warning);
  append_number(out, cable.findings.note);
  out += "\r\n";
}

bool read_row(std::string_view row, std::vector<std::string>& cells, CableFacts& cable, bool& passed) {
  if (!read_csv_row(row, cells) || cells.size() != kColumns) return false;
  Cells read(cells);
  cable.id = read.text();
  read.number(cable.part);
  passed = read.either("pass", "fail");
  cable.container = read.text();
  read.number(cable.offset);
  read.number(cable.length);
  cable.record = read.text();
  cable.post = read.text();
  read.day(cable.date);
  read.number(cable.year);
  read.level(cable.level);
  read.level(cable.highest_portion);
  cable.due = read.due();
  read.day(cable.due_day);
  cable.overdue = read.either("yes", "no");
  read.number(cable.findings.error);
  read.number(cable.findings.warning);
  read.number(cable.findings.note);
  return read.good();
}

}  // namespace cablelint::audit
