#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cablelint/append_format.hpp>
#include <cablelint/counted.hpp>
#include <cablelint/embedded.hpp>
#include <cablelint/fnv.hpp>
#include <cablelint/terminal_text.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "reports/cable_looks.hpp"
#include "reports/cable_page.hpp"
#include "reports/html_text.hpp"
#include "reports/levels.hpp"
#include "reports/paths.hpp"
#include "reports/spool.hpp"
#include "reports/template.hpp"
#include "reports/text_writer.hpp"
#include "reports/writers.hpp"

namespace cablelint::reports {
namespace {

// A page for a few cables: what lies over this is left to pages of their own, but for findings.
constexpr std::size_t kPageText = std::size_t{2} * 1024 * 1024;
constexpr std::size_t kListed = 1'000;  // documents without findings in an index, unreadable inputs on a page

// Stand in a filled template where text too long for it goes.
constexpr std::string_view kFindingsHere = "\x02";
constexpr std::string_view kBodyHere = "\x03";

/// What inputs could not be read; the first of them, and how many there are.
class Unreadable {
 public:
  void add(const InputError& error) {
    if (++count_ > kListed) return;
    Data data("source", visible(error.source));
    data["message"] = visible(error.message);
    listed_ << data;
  }

  /// Gives the list away.
  void move_to(Data& data) {
    data["unreadable"] = count_ > 0;
    data["errors"] = std::move(listed_);
    if (count_ > kListed) data["more_errors"] = fmt::format("And {} more.", count_ - kListed);
  }

 private:
  std::size_t count_ = 0;
  Data listed_ = Data(Data::type::list);
};

/// What every page says of the run.
Data page_data(const Run& run, const std::string& title, const Summary& summary) {
  Data data;
  data["title"] = title;
  data["summary"] = summary_line(summary);
  data["as_of"] = run.as_of;
  data["profile"] = visible(run.profile);
  data["version"] = run.version;
  data["report_style"] = std::string(embedded_template("report.css"));
  Data levels(Data::type::list);
  for (const Severity level : {Severity::error, Severity::warning, Severity::note}) {
    Data row("level", std::string(to_text(level)));
    row["sign"] = std::string(sign_of(level));
    row["count"] = std::to_string(summary.of(level));
    levels << row;
  }
  data["levels"] = std::move(levels);
  data["findings"] = std::string(kFindingsHere);
  data["body"] = std::string(kBodyHere);
  return data;
}

/// A page that shows cables has a list of their findings and a legend.
Data cables_data(const Run& run, const std::string& title, const Summary& summary) {
  Data data = page_data(run, title, summary);
  data["content"] = std::string("the cables");
  data["has_findings"] = summary.findings() > 0;
  data["has_legend"] = true;
  Data rows(Data::type::list);
  for (const LegendRow& each : legend()) {
    Data row("style", std::string(each.style));
    row["example"] = std::string(each.example);
    row["meaning"] = std::string(each.meaning);
    rows << row;
  }
  data["legend"] = std::move(rows);
  return data;
}

/// A filled template in three: before the findings, between them and the body, behind that.
struct Frame {
  std::string top, middle, bottom;
};

Frame frame_of(Data& data) {
  const std::string page = fill("report.html.mustache", Markup::html, data);
  // Without findings there is no list of them.
  const std::size_t body = page.find(kBodyHere);
  const std::size_t findings = std::min(page.find(kFindingsHere), body);
  return {page.substr(0, findings),
          findings < body ? page.substr(findings + 1, body - findings - 1) : std::string(),
          page.substr(body + 1)};
}

/// The text with the document's number, or another text, where it belongs.
std::string placed(std::string_view text, std::string_view here) {
  std::string out;
  out.reserve(text.size() + text.size() / 64);
  while (true) {
    const std::size_t at = text.find(kDocumentNumber);
    out += text.substr(0, at);
    if (at == std::string_view::npos) return out;
    out += here;
    text.remove_prefix(at + 1);
  }
}

Summary summary_of(const Document& document) {
  Summary summary;
  for (const CheckedCable& cable : document.cables) summary.count(cable.findings);
  return summary;
}

/// All cables on one page.
class HtmlPageWriter final : public Writer {
 public:
  using Writer::Writer;

  [[nodiscard]] bool wants_cables() const override { return true; }

  void format(const Document& document, Part& part) const override {
    std::string& links = part.more.emplace_back();
    append_finding_links(links, document);
    if (!links.empty()) {
      std::string item = fmt::format("<li><a href=\"#d{}\">", kDocumentNumber);
      append_html_text(item, document.source.name());
      links = item + "</a>\n<ol>\n" + links + "</ol>\n</li>\n";
      append_cable_page(part.more.emplace_back(), run(), document, kOnlyFindings);
    }
    // Once the page is full it stays full, so that what is spared here is not asked for.
    if (!full_) append_cable_page(part.text, run(), document, whole_or_excerpt(document.source));
  }

  void add(const Part& part) override {
    const std::string number = std::to_string(++documents_);
    const std::string& links = part.more.front();
    if (!full_ && documents_ > 1 && body_.size() + part.text.size() > kPageText) full_ = true;
    findings_.append(placed(links, number));
    if (!full_) {
      body_.append(placed(part.text, number));
    } else if (links.empty()) {
      ++left_out_;
    } else {
      ++cut_;
      body_.append(placed(part.more.back(), number));
    }
  }

  void error(const InputError& error) override { unreadable_.add(error); }

  void end(const Summary& summary) override {
    Data data = cables_data(run(), "Findings in cables", summary);
    unreadable_.move_to(data);
    std::vector<std::string> left_out;
    constexpr std::string_view kWhole = "All of them, with a page each: --output html:FOLDER/";
    if (cut_ > 0) {
      left_out.push_back(
          fmt::format("Only the lines around findings are shown of the last {} with findings. {}",
                      counted(cut_, "document"), kWhole));
    }
    if (left_out_ > 0) {
      left_out.push_back(
          fmt::format("Left out: {} without findings. {}", counted(left_out_, "document"), kWhole));
    }
    data["left_out"] = values(left_out);
    const Frame frame = frame_of(data);
    put(frame.top);
    findings_.copy_to(target().stream);
    put(frame.middle);
    body_.copy_to(target().stream);
    put(frame.bottom);
  }

 private:
  Spool findings_, body_;
  Unreadable unreadable_;
  std::atomic<bool> full_ = false;
  std::uint64_t documents_ = 0;
  std::uint64_t cut_ = 0;       // documents of which only some lines are shown
  std::uint64_t left_out_ = 0;  // those without findings that are not shown
};

/// The name of a document's page: readable, portable, and another for each document.
std::string page_name(const Run& run, const std::string& source) {
  constexpr std::size_t kLongest = 150;
  const std::string path = path_below(run.root, source);
  std::string name;
  bool exact = path.size() <= kLongest && !path.starts_with('.') && path != "index";
  for (const char c : std::string_view(path).substr(path.size() - std::min(path.size(), kLongest))) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || (c == '.' && !name.empty());
    name += plain ? c : c == '/' ? '~' : '-';
    exact = exact && (plain || c == '/');
  }
  if (!exact) {
    Fnv fnv;
    fnv.put_text(path);
    append_format(name, "~~{:016x}", fnv.value());
  }
  return name + ".html";
}

/// A page a document, and an index of them.
class HtmlPagesWriter final : public Writer {
 public:
  using Writer::Writer;

  [[nodiscard]] bool wants_cables() const override { return true; }

  void format(const Document& document, Part& part) const override {
    const Summary summary = summary_of(document);
    Data data = cables_data(run(), visible(document.source.name()), summary);
    data["has_index"] = true;
    const Frame frame = frame_of(data);
    std::string page;
    if (summary.findings() > 0) append_finding_links(page, document);
    page += frame.middle;
    append_cable_page(page, run(), document, whole_or_excerpt(document.source));
    part.text = frame.top + placed(page, "1") + frame.bottom;

    part.more.push_back(page_name(run(), document.source.name()));
    std::string& item = part.more.emplace_back(fmt::format("<li><a href=\"{}\">", kDocumentNumber));
    append_html_text(item, document.source.name());
    item += "</a>";
    for (const Severity level : {Severity::error, Severity::warning, Severity::note}) {
      if (summary.of(level) == 0) continue;
      part.marks.push_back({level, 0, 0});
      item += ' ';
      append_level(item, level);
      append_format(item, " {}", summary.of(level));
    }
    item += "</li>\n";
  }

  void add(const Part& part) override {
    const std::string name = target().pages->add(part.more.front(), part.text);
    const std::string item = placed(part.more.back(), name);
    if (!part.marks.empty()) {
      found_.append(item);
    } else if (++clean_count_ <= kListed) {
      clean_ += item;
    }
  }

  void error(const InputError& error) override { unreadable_.add(error); }

  void end(const Summary& summary) override {
    Data data = page_data(run(), "Findings in cables", summary);
    data["content"] = std::string("the documents");
    unreadable_.move_to(data);
    const Frame frame = frame_of(data);
    put(frame.top);
    if (found_.size() > 0) {
      put("<h2>Documents with findings</h2>\n<ul>\n");
      found_.copy_to(target().stream);
      put("</ul>\n");
    }
    if (clean_count_ > 0) put("<h2>Documents without findings</h2>\n<ul>\n" + clean_ + "</ul>\n");
    if (clean_count_ > kListed)
      put(fmt::format("<p>{} more have pages that are not listed here.</p>\n", clean_count_ - kListed));
    put(frame.bottom);
  }

 private:
  Spool found_;
  std::string clean_;
  std::uint64_t clean_count_ = 0;
  Unreadable unreadable_;
};

}  // namespace

std::unique_ptr<Writer> make_html(const Run& run, const Target& target) {
  if (target.pages != nullptr) return std::make_unique<HtmlPagesWriter>(run, target);
  return std::make_unique<HtmlPageWriter>(run, target);
}

}  // namespace cablelint::reports
