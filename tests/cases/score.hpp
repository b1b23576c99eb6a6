#pragma once

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <cablelint/cable.hpp>
#include <cablelint/cable_json.hpp>
#include <cablelint/parse.hpp>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/property/shipped.hpp"
#include "tests/property/spans.hpp"

// How well the parser does on real-world data, counted case by case against a bar.
namespace cablelint::tests {

using Json = nlohmann::ordered_json;

/// A folder of the real-world test data; empty, and a notice, when it is not on this machine.
inline std::filesystem::path case_folder(const char* name) {
  const auto folder = std::filesystem::path(CABLELINT_SHARED_DIR) / "cases" / name;
  if (*CABLELINT_SHARED_DIR != '\0' && std::filesystem::is_directory(folder)) return folder;
  BOOST_TEST_MESSAGE("skipped: there is no folder of real-world cases (CABLELINT_SHARED_DIR) with " << name);
  return {};
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  BOOST_REQUIRE_MESSAGE(in, "cannot read " << path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The objects of a file of JSON lines.
inline std::vector<Json> read_lines(const std::filesystem::path& path) {
  std::istringstream lines(read_file(path));
  std::vector<Json> objects;
  for (std::string line; std::getline(lines, line);) objects.push_back(Json::parse(line));
  BOOST_REQUIRE_MESSAGE(!objects.empty(), path << " has no cases");
  return objects;
}

/// A text with its cable, and with what `cablelint parse` prints about it. Its elements are checked to tile
/// the text.
struct Parsed {
  explicit Parsed(std::string text) : bytes(std::move(text)), source(Source::borrow("case", bytes)) {
    static const Parser parser(shipped_rules().vocabulary());
    parser.parse(source, cable);
    const std::string fault = SpanCheck(cable, bytes.size()).run();
    BOOST_TEST(fault.empty(), fault << "\n" << bytes.substr(0, 300));
    std::string line;
    append_json(line, source, cable, post_names());
    json = Json::parse(line);
  }
  static const PostNames& post_names() {
    static const PostNames names(shipped_rules().vocabulary());
    return names;
  }

  std::string bytes;
  Source source;
  Cable cable;
  Json json;
};

/// Letters in capitals, runs of blanks as one, nothing at the ends.
inline std::string folded_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (is_blank && (out.empty() || out.back() == ' ')) continue;
    out += is_blank ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

/// What was asked for and what came out, in one form; equal when the case is right.
struct Verdict {
  Json wanted;
  Json got;
};

/// One row of the result: how many cases of a data set are right, and how many must be.
class Score {
 public:
  Score(std::string data, double bar) : data_(std::move(data)), bar_(bar) {}

  void count(const std::string& name, const Verdict& verdict) {
    ++of_;
    if (verdict.wanted == verdict.got) {
      ++right_;
    } else {
      failures_.push_back(name + "\n      wanted " + shortened(verdict.wanted.dump()) + "\n      got    " +
                          shortened(verdict.got.dump()));
    }
  }
  [[nodiscard]] bool reaches_bar() const {
    return static_cast<double>(right_) * 100 >= bar_ * static_cast<double>(of_);
  }

  static void print_head(std::ostream& out) {
    out << fmt::format("\n{:<38}{:>7}{:>7}{:>9}{:>7}\n", "data", "right", "of", "percent", "bar");
  }
  void print(std::ostream& out) const {
    const double percent = of_ == 0 ? 0 : 100.0 * static_cast<double>(right_) / static_cast<double>(of_);
    out << fmt::format("{:<38}{:>7}{:>7}{:>8.2f}%{:>7}\n", data_, right_, of_, percent,
                       bar_ > 0 ? fmt::format("{}%", bar_) : "-");
  }
  /// The first cases that are wrong; `most` of them.
  void print_failures(std::ostream& out, std::size_t most) const {
    if (failures_.empty()) return;
    out << "  " << data_ << '\n';
    for (std::size_t i = 0; i < failures_.size() && i < most; ++i) out << "    " << failures_[i] << '\n';
    if (failures_.size() > most) out << "    and " << failures_.size() - most << " more\n";
  }
  [[nodiscard]] const std::string& data() const { return data_; }

 private:
  static std::string shortened(std::string text) {
    constexpr std::size_t kMost = 150;
    if (text.size() > kMost) text.replace(kMost, std::string::npos, " ...");
    return text;
  }

  std::string data_;
  double bar_;  // percent; 0 when the row is for information
  std::size_t right_ = 0;
  std::size_t of_ = 0;
  std::vector<std::string> failures_;
};

/// Prints the rows and what is wrong in them, then fails for each that misses its bar. The environment
/// variable CABLELINT_FAILURES says how many wrong cases a row shows, 5 without it.
inline void report(const std::vector<Score>& scores) {
  const char* const asked = std::getenv("CABLELINT_FAILURES");
  const std::size_t most = asked == nullptr ? 5 : std::strtoul(asked, nullptr, 10);
  Score::print_head(std::cout);
  for (const auto& score : scores) score.print(std::cout);
  std::cout << '\n';
  for (const auto& score : scores) score.print_failures(std::cout, most);
  std::cout.flush();
  for (const auto& score : scores) BOOST_TEST(score.reaches_bar(), score.data() << " misses its bar");
}

}  // namespace cablelint::tests
