#include <cablelint/baseline_reader.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>

#include <cablelint/pack_keys.hpp>
#include <cablelint/source.hpp>

namespace cablelint {
namespace {

using nlohmann::json;

constexpr std::size_t kFaults = 20;
constexpr std::string_view kAnew = "write it anew with `cablelint baseline write --force`";

constexpr std::array<std::string_view, 3> kRootKeys{"schema", "tool", "entries"};
constexpr std::array<std::string_view, 8> kEntryKeys{"fingerprint", "rule",   "source", "message",
                                                     "count",       "reason", "author", "expires"};

/// The bytes of the file on their way into the parser, which does not say where a value stands.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(const char* at, const char** last) : at_(at), last_(last) {}
  const char& operator*() const { return *at_; }
  Cursor& operator++() {
    *last_ = ++at_;
    return *this;
  }
  friend bool operator==(const Cursor& a, const Cursor& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  const char** last_;  // how far the parser has read
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Takes the parts of the file in their order and gathers entries and faults.
class Reader final : public nlohmann::json_sax<json> {
 public:
  Reader(const std::string& name, std::string_view bytes, std::vector<Diagnostic>& faults)
      : name_(name), bytes_(bytes), faults_(faults), source_(Source::borrow(name, bytes)) {}

  void read() {
    last_ = bytes_.data();
    const char* const end = bytes_.data() + bytes_.size();
    if (!json::sax_parse(Cursor(bytes_.data(), &last_), Cursor(end, &last_), this) || noted_ > 0) return;
    if (!has_schema_) note(0, 1, "this is not a baseline: it has no `schema`", std::string(kAnew));
    if (has_schema_ && !has_entries_) note(0, 1, "this baseline has no `entries`", std::string(kAnew));
    refuse_duplicates();
  }
  std::vector<BaselineEntry> entries;

  bool null() override { return value("null"); }
  bool boolean(bool /*value*/) override { return value("true or false"); }
  bool number_integer(json::number_integer_t /*number*/) override { return value("a number"); }
  bool number_unsigned(json::number_unsigned_t number) override {
    return in_entry() && key_ == "count" ? count(number) : value("a number");
  }
  bool number_float(json::number_float_t /*number*/, const std::string& /*text*/) override {
    return value("a number");
  }
  bool binary(json::binary_t& /*bytes*/) override { return value("binary"); }

  bool string(std::string& text) override {
    if (depth_ == 1 && key_ == "schema") return schema(text);
    return in_entry() ? entry_text(text) : value("text");
  }

  bool start_object(std::size_t /*size*/) override {
    if (depth_ == 2 && in_entries_) {
      entry_ = {};
      begin_ = read_bytes() - 1;
      given_.clear();
    } else if (!(depth_ == 0 || in_tool() || (depth_ == 1 && key_ == "tool")) && !value("an object")) {
      return false;
    }
    ++depth_;
    return true;
  }

  bool key(std::string& text) override {
    key_ = text;
    const bool of_root = depth_ == 1;
    if (!of_root && !in_entry()) return true;
    const std::span<const std::string_view> known = of_root ? std::span<const std::string_view>(kRootKeys)
                                                            : std::span<const std::string_view>(kEntryKeys);
    if (std::find(known.begin(), known.end(), text) == known.end()) {
      key_.clear();
      return note_string("unknown key `" + text + '`', did_you_mean(text, {known.begin(), known.end()}));
    }
    std::vector<std::string>& given = of_root ? given_in_root_ : given_;
    if (std::find(given.begin(), given.end(), text) != given.end())
      return note_string("duplicate key `" + text + '`');
    given.push_back(text);
    return true;
  }

  bool end_object() override {
    --depth_;
    return depth_ != 2 || !in_entries_ || end_entry();
  }

  bool start_array(std::size_t /*size*/) override {
    if (depth_ == 1 && key_ == "entries") {
      in_entries_ = has_entries_ = true;
    } else if (!value("a list") || (depth_ == 2 && in_entries_)) {
      return false;
    }
    ++depth_;
    return true;
  }
  bool end_array() override {
    if (--depth_ == 1) in_entries_ = false;
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const json::exception& error) override {
    std::size_t end = bytes_.size();
    while (end > 0 && is_blank(bytes_[end - 1])) --end;
    const std::size_t at = std::max<std::size_t>(position, 1) - 1;
    if (at >= end) {
      note(end, end, end == 0 ? "this file is empty" : "the file ends too early: it was cut short",
           "restore it, or " + std::string(kAnew));
      return false;
    }
    // "[...] parse error at line 1, column 2: syntax error while parsing value - WHAT; last read: '...'"
    std::string_view what = error.what();
    if (const std::size_t dash = what.find(" - "); dash != std::string_view::npos)
      what.remove_prefix(dash + 3);
    what = what.substr(0, what.find("; last read"));
    note(at, at + 1, "this is not JSON: " + std::string(what));
    return false;
  }

 private:
  [[nodiscard]] std::size_t read_bytes() const { return static_cast<std::size_t>(last_ - bytes_.data()); }
  [[nodiscard]] bool in_entry() const { return depth_ == 3 && in_entries_; }
  [[nodiscard]] bool in_tool() const { return depth_ > 1 && !in_entries_; }

  /// False when enough has been found.
  bool note(std::size_t begin, std::size_t end, std::string message, std::string hint = {}) {
    faults_.push_back(yaml::fault_at(name_, bytes_, begin, end, std::move(message), std::move(hint)));
    return ++noted_ < kFaults;
  }
  /// The string that was just read, its quotes included: outside of strings JSON has no backslash, so the
  /// quote without one in front of it is the first.
  [[nodiscard]] std::size_t string_begin() const {
    std::size_t at = read_bytes() - 1;
    for (std::size_t backslashes = 1; at > 0 && backslashes % 2 == 1;) {
      at = bytes_.rfind('"', at - 1);
      backslashes = 0;
      while (backslashes < at && bytes_[at - backslashes - 1] == '\\') ++backslashes;
    }
    return at;
  }
  bool note_string(std::string message, std::string hint = {}) {
    return note(string_begin(), read_bytes(), std::move(message), std::move(hint));
  }
  /// A fault of the value that was just read.
  bool note_value(std::string message, std::string hint = {}) {
    std::size_t end = read_bytes();
    const auto within = [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.' || c == 'E';
    };
    if (end > 0 && bytes_[end - 1] == '"') return note_string(std::move(message), std::move(hint));
    // The parser sees the end of a number only behind it.
    if (end > 1 && !within(bytes_[end - 1]) && within(bytes_[end - 2])) --end;
    std::size_t begin = end;
    while (begin > 0 && within(bytes_[begin - 1])) --begin;
    if (begin == end && begin > 0) --begin;
    return note(begin, end, std::move(message), std::move(hint));
  }

  /// A value where none of its kind belongs, unless it stands where nothing is looked at.
  bool value(std::string_view kind) {
    if (in_tool() || depth_ > 3) return true;
    if (depth_ == 0) {
      note_value("a baseline must be an object, not " + std::string(kind), std::string(kAnew));
      return false;
    }
    if (depth_ == 2) return note_value("every entry must be an object, not " + std::string(kind));
    if (key_.empty() || key_ == "tool") return true;
    if (key_ == "count") return note_value("`count` must be a whole number of at least 1");
    return note_value('`' + key_ + "` must be " + (key_ == "entries" ? "a list" : "text") + ", not " +
                      std::string(kind));
  }

  bool schema(const std::string& text) {
    has_schema_ = true;
    if (text == kBaselineSchema) return true;
    if (text.starts_with("cablelint.baseline/")) {
      note_string(
          "the layout `" + text + "` is not that of this version, `" + std::string(kBaselineSchema) + '`',
          "use the cablelint that wrote it, or " + std::string(kAnew));
    } else {
      note_string("this is not a baseline but `" + text + '`', "name another file");
    }
    return false;
  }

  bool count(std::uint64_t number) {
    if (number == 0 || number > std::numeric_limits<std::uint32_t>::max())
      return note_value("`count` must be a whole number of at least 1");
    entry_.count = static_cast<std::uint32_t>(number);
    return true;
  }

  bool entry_text(std::string& text) {
    if (key_ == "count") return value("text");
    if (text.empty() && !key_.empty() && key_ != "reason" && key_ != "author" && key_ != "message")
      return note_string('`' + key_ + "` is empty");
    if (key_ == "fingerprint") {
      const std::optional<std::uint64_t> number = parse_fingerprint(text);
      entry_.fingerprint = number.value_or(0);
      return number || note_string("a fingerprint has 16 digits from 0 to 9 and a to f");
    }
    if (key_ == "expires") {
      entry_.expires = parse_iso(text);
      return entry_.expires || note_string("`expires` must be a date that exists", "write it as 2027-01-31");
    }
    for (const auto& [key, member] :
         {std::pair{"rule", &entry_.rule}, std::pair{"source", &entry_.source},
          std::pair{"message", &entry_.message}, std::pair{"reason", &entry_.reason},
          std::pair{"author", &entry_.author}}) {
      if (key_ == key) member->swap(text);
    }
    return true;
  }

  bool end_entry() {
    for (const std::string_view key : {"fingerprint", "rule", "source"}) {
      if (std::find(given_.begin(), given_.end(), key) != given_.end()) continue;
      if (!note(begin_, begin_ + 1, "this entry has no `" + std::string(key) + '`')) return false;
    }
    entry_.line = source_.position(static_cast<std::uint32_t>(begin_)).line;
    entries.push_back(std::move(entry_));
    return true;
  }

  void refuse_duplicates() {
    std::vector<const BaselineEntry*> sorted;
    for (const BaselineEntry& entry : entries) sorted.push_back(&entry);
    const auto key = [](const BaselineEntry* entry) { return std::tie(entry->source, entry->fingerprint); };
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const auto* a, const auto* b) { return key(a) < key(b); });
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      if (key(sorted[i - 1]) != key(sorted[i])) continue;
      const Span line = source_.line(sorted[i]->line);
      const std::size_t begin = line.offset;
      if (!note(begin, line.end(), "this entry is given twice",
                "it is given first on line " + std::to_string(sorted[i - 1]->line) +
                    "; remove one, or write `count`"))
        return;
    }
  }

  const std::string& name_;
  std::string_view bytes_;
  std::vector<Diagnostic>& faults_;
  Source source_;
  const char* last_ = nullptr;
  std::size_t noted_ = 0;

  std::size_t depth_ = 0;  // of open objects and lists: 1 in the root, 2 in `entries`, 3 in an entry
  bool in_entries_ = false;
  bool has_schema_ = false;
  bool has_entries_ = false;
  std::string key_;
  std::vector<std::string> given_in_root_, given_;
  BaselineEntry entry_;
  std::size_t begin_ = 0;
};

}  // namespace

std::optional<std::vector<BaselineEntry>> read_baseline(const std::string& name, std::string_view bytes,
                                                        std::vector<Diagnostic>& faults) {
  const std::size_t before = faults.size();
  Reader reader(name, bytes, faults);
  reader.read();
  std::stable_sort(faults.begin() + static_cast<std::ptrdiff_t>(before), faults.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.line, a.column) < std::tie(b.line, b.column);
                   });
  if (faults.size() > before) return std::nullopt;
  return std::move(reader.entries);
}

}  // namespace cablelint
