#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cablelint/append_format.hpp>
#include <cablelint/counted.hpp>
#include <cablelint/embedded.hpp>
#include <cablelint/terminal_text.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "reports/cable_page.hpp"
#include "reports/html_text.hpp"
#include "reports/pair_page.hpp"
#include "reports/spool.hpp"
#include "reports/template.hpp"
#include "reports/text_writer.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

// Once so much is on the page, pairs without faults are only in the table and of others only what is faulty
// is shown; once there is more, no pair is shown any more.
constexpr std::size_t kPageText = std::size_t{2} * 1024 * 1024;
constexpr std::size_t kMostText = std::size_t{4} * 1024 * 1024;
constexpr std::size_t kListed = 1'000;  // pairs without faults in the table, and others, each
constexpr std::size_t kColours = 8;     // in pairs.css
constexpr std::size_t kCodes = 64;      // in the legend

constexpr std::string_view kTableHere = "\x02";
constexpr std::string_view kBodyHere = "\x03";

std::string placed(std::string_view text, const std::string& number) {
  std::string out;
  out.reserve(text.size() + text.size() / 64);
  for (const char c : text) c == kDocumentNumber ? out += number : out += c;
  return out;
}

/// What `format` gives of a pair, in Part::more.
enum Share : std::size_t { kRow, kCodesUsed, kFaulty };

class PairsHtmlWriter final : public Writer {
 public:
  using Writer::Writer;

  void format(const Document& document, Part& part) const override {
    if (document.pair == nullptr) return;
    const VerifiedPair& pair = *document.pair;
    for (const redacting::Fault& fault : pair.result.faults) part.marks.push_back({fault.level, 0, 0});
    part.more.resize(3);
    append_row(part.more[kRow], pair);
    if (!full_) {
      PairPage page = pair_page(run(), document, PairExtent::whole);
      part.text = std::move(page.html);
      join(page.codes, part.more[kCodesUsed]);
    }
    if (pair.result.faults.empty()) return;
    PairPage page = pair_page(run(), document, PairExtent::faulty);
    part.more[kFaulty] = std::move(page.html);
    if (part.text.empty()) join(page.codes, part.more[kCodesUsed]);
  }

  void add(const Part& part) override {
    if (part.more.empty()) return;
    const std::string number = std::to_string(++pairs_);
    const bool faulty = !part.marks.empty();
    if (!full_ && pairs_ > 1 && body_.size() + part.text.size() > kPageText) full_ = true;
    const std::string* shown = nullptr;
    if (!full_) {
      shown = &part.text;
    } else if (faulty && body_.size() + part.more[kFaulty].size() <= kMostText) {
      shown = &part.more[kFaulty];
      ++cut_;
    } else {
      ++(faulty ? only_listed_faulty_ : only_listed_);
    }
    if (shown != nullptr) {
      body_.append(placed(*shown, number));
      note_codes(part.more[kCodesUsed]);
    }
    std::size_t& listed = faulty ? faulty_rows_ : clean_rows_;
    if (++listed > kListed) return;
    const std::string& row = part.more[kRow];
    // The first cell is the name, which leads to what is shown of the pair.
    rows_ += "<tr><th scope=\"row\">";
    if (shown != nullptr) rows_ += "<a href=\"#d" + number + "\">";
    const std::size_t name = row.find('\n');
    rows_.append(row, 0, name);
    if (shown != nullptr) rows_ += "</a>";
    rows_.append(row, name + 1);
  }

  void error(const InputError& error) override {
    if (++errors_ > kListed) return;
    Data data("source", visible(error.source));
    data["message"] = visible(error.message);
    unreadable_ << data;
  }

  void end(const Summary& summary) override {
    Data data("title", "Releases held against their originals");
    data["summary"] = pairs_ == 0 ? std::string("No pairs.") : sentence_of(summary);
    data["as_of"] = run().as_of;
    data["version"] = run().version;
    data["shows_cut_text"] = run().shows_cut_text;
    data["pair_style"] = std::string(embedded_template("pairs.css")) + code_styles();
    data["legend"] = legend();
    data["not_shown"] = std::string(kNotShown);
    data["has_pairs"] = pairs_ > 0;
    data["rows"] = std::string(kTableHere);
    data["body"] = std::string(kBodyHere);
    data["unreadable"] = errors_ > 0;
    data["errors"] = std::move(unreadable_);
    data["left_out"] = left_out();
    const std::string page = fill("pairs.html.mustache", Markup::html, data);
    const std::size_t body = page.find(kBodyHere);
    const std::size_t table = std::min(page.find(kTableHere), body);
    put(std::string_view(page).substr(0, table));
    if (table < body) {
      put(rows_);
      put(std::string_view(page).substr(table + 1, body - table - 1));
    }
    body_.copy_to(target().stream);
    put(std::string_view(page).substr(body + 1));
  }

 private:
  static void join(const std::vector<std::string>& codes, std::string& out) {
    for (const std::string& code : codes) out += code + '\n';
  }

  /// The cells of the table: the name, a line end, the rest.
  static void append_row(std::string& out, const VerifiedPair& pair) {
    append_html_text(out, pair.release.name());
    out += "\n</th><td class=\"text\">";
    append_html_text(out, pair.original.name());
    append_format(out, "</td><td class=\"text\">{}</td>", pair.result.exact ? "yes" : "no");
    for (const Severity level : {Severity::error, Severity::warning, Severity::note}) {
      append_format(out, "<td>{}</td>",
                    std::count_if(pair.result.faults.begin(), pair.result.faults.end(),
                                  [&](const redacting::Fault& fault) { return fault.level == level; }));
    }
    out += "</tr>\n";
  }

  void note_codes(std::string_view codes) {
    while (!codes.empty()) {
      const std::size_t end = codes.find('\n');
      const std::string code(codes.substr(0, end));
      codes.remove_prefix(end + 1);
      if (codes_.size() < kCodes && std::find(codes_.begin(), codes_.end(), code) == codes_.end())
        codes_.push_back(code);
    }
  }

  /// The colour of each code, in the order in which they appear.
  [[nodiscard]] std::string code_styles() const {
    std::string styles;
    std::size_t number = 0;
    for (const std::string& code : codes_) {
      if (code.empty()) continue;
      append_format(styles, ".{} {{ --cut: var(--cut-{}); }}\n", class_of_code(code),
                    number++ % kColours + 1);
    }
    return styles;
  }

  [[nodiscard]] Data legend() const {
    Data rows(Data::type::list);
    for (const std::string& code : codes_) {
      Data row("style", class_of_code(code));
      row["code"] = code.empty() ? std::string("no code") : visible(code);
      rows << row;
    }
    return rows;
  }

  [[nodiscard]] static std::string sentence_of(const Summary& summary) {
    std::string text = counted(summary.cables, "release");
    text += ": ";
    for (const Severity level : {Severity::error, Severity::warning, Severity::note}) {
      if (level != Severity::error) text += ", ";
      text += counted(summary.of(level), to_text(level));
    }
    return text + '.';
  }

  [[nodiscard]] Data left_out() const {
    std::vector<std::string> sentences;
    if (cut_ > 0)
      sentences.push_back(
          fmt::format("Of {} only the stretches with faults are shown.", counted(cut_, "further pair")));
    if (only_listed_ > 0)
      sentences.push_back(fmt::format("{} without faults {} only in the table, for the size of this page.",
                                      counted(only_listed_, "pair"), only_listed_ == 1 ? "is" : "are"));
    if (only_listed_faulty_ > 0)
      sentences.push_back(fmt::format(
          "{} with faults {} only in the table, for the size of this page; `--output json` has all "
          "faults.",
          counted(only_listed_faulty_, "pair"), only_listed_faulty_ == 1 ? "is" : "are"));
    const std::size_t rows = (faulty_rows_ > kListed ? faulty_rows_ - kListed : 0) +
                             (clean_rows_ > kListed ? clean_rows_ - kListed : 0);
    if (rows > 0)
      sentences.push_back(
          fmt::format("{} {} not in the table.", counted(rows, "further pair"), rows == 1 ? "is" : "are"));
    if (errors_ > kListed)
      sentences.push_back(fmt::format("{} that could not be read {} not listed.",
                                      counted(errors_ - kListed, "further input"),
                                      errors_ - kListed == 1 ? "is" : "are"));
    return values(sentences);
  }

  Spool body_;
  std::string rows_;
  std::vector<std::string> codes_;
  Data unreadable_ = Data(Data::type::list);
  std::atomic<bool> full_ = false;
  std::size_t pairs_ = 0, errors_ = 0;
  std::size_t faulty_rows_ = 0, clean_rows_ = 0;
  std::size_t cut_ = 0, only_listed_ = 0, only_listed_faulty_ = 0;
};

}  // namespace

std::unique_ptr<Writer> make_pairs_html(const Run& run, const Target& target) {
  return std::make_unique<PairsHtmlWriter>(run, target);
}

}  // namespace cablelint::reports
