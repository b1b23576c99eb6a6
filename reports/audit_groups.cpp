#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cablelint/level.hpp>
#include <cmath>
#include <utility>

#include "reports/audit_figures.hpp"
#include "reports/audit_sections.hpp"
#include "reports/audit_years.hpp"
#include "reports/html_table.hpp"

namespace cablelint::reports {
namespace {

constexpr std::size_t kPosts = 30;
constexpr std::size_t kPostText = 32;
constexpr std::array kLevels{Level::U, Level::R, Level::C, Level::S, Level::TS};

HtmlTable group_table(std::string id, std::string caption, std::string heading) {
  return {.id = std::move(id),
          .caption = std::move(caption),
          .columns = {{std::move(heading)},
                      {"Cables"},
                      {"With findings"},
                      {"Share"},
                      {"Overdue"},
                      {"Errors"},
                      {"Warnings"},
                      {"Notes"},
                      {"Findings", HtmlTable::Kind::bar}},
          .rows = {},
          .rest = {}};
}

/// `most` findings fill the bar; without it there is none.
HtmlTable::Row group_row(std::string heading, const audit::Group& group, std::uint64_t most,
                         std::string attributes = {}) {
  HtmlTable::Row row{
      {std::move(heading), thousands(group.cables), thousands(group.with_findings),
       share(group.with_findings, group.cables), thousands(group.overdue), thousands(group.findings.error),
       thousands(group.findings.warning), thousands(group.findings.note), ""},
      std::move(attributes)};
  if (most > 0) append_bar(row.cells.back(), level_series(), level_counts(group.findings), most);
  return row;
}

void add(audit::Group& to, const audit::Group& group) {
  to.cables += group.cables;
  to.with_findings += group.with_findings;
  to.overdue += group.overdue;
  to.findings.add(group.findings);
}

/// Shade 1 to 5 of a cell of the matrix. Counts differ by orders of magnitude, so the shade follows their
/// logarithm.
int shade(std::uint64_t count, std::uint64_t most) {
  if (most <= 1) return 5;
  return 1 + static_cast<int>(4 * std::log(static_cast<double>(count)) / std::log(static_cast<double>(most)));
}

}  // namespace

std::string classification_section(const audit::Summary& summary) {
  std::string out;
  HtmlTable table = group_table("classifications", "Cables by the level of their header", "Level");
  std::uint64_t most = 0;
  for (const audit::Group& group : summary.levels) most = std::max(most, group.findings.all());
  for (const Level level : kLevels) {
    table.rows.push_back(group_row(std::string(banner_form(level)), summary.levels.at(audit::index_of(level)),
                                   most, fmt::format(" data-level=\"{}\"", portion_form(level))));
  }
  table.rows.push_back(
      group_row("no level", summary.levels.at(audit::index_of(std::nullopt)), most, " data-level=\"\""));
  append_table(out, table);
  return out;
}

std::string years_section(const audit::Summary& summary) {
  std::string out;
  YearCounts found;
  std::uint64_t most = summary.no_year.findings.all();
  for (const auto& [year, group] : summary.years) {
    found[year] = level_counts(group.findings);
    most = std::max(most, group.findings.all());
  }
  const YearColumns columns = year_columns(found, level_series().size());
  if (!columns.columns.empty()) {
    out +=
        "<figure class=\"chart\">\n<figcaption>Findings by the year in which the cable was "
        "sent</figcaption>\n";
    append_legend(out, level_series());
    append_columns(
        out, {.id = "years-chart",
              .title = "Findings by the year in which the cable was sent",
              .description =
                  "Errors, warnings and notes of each year; the table behind the chart has the numbers.",
              .series = level_series(),
              .columns = columns.columns,
              .line = {},
              .line_label = {}});
    append_paragraph(out, columns.note("finding"), "quiet");
    out += "</figure>\n";
  }

  HtmlTable table = group_table("years", "Cables by the year in which they were sent", "Year");
  table.tools = true;
  audit::Group others;
  for (const auto& [year, group] : summary.years) {
    if (summary.years.size() <= kYearRows || columns.holds(year)) {
      table.rows.push_back(
          group_row(std::to_string(year), group, most, fmt::format(" data-year=\"{}\"", year)));
    } else {
      add(others, group);
    }
  }
  if (others.cables > 0)
    table.rest.push_back(
        group_row(fmt::format("{} more years", summary.years.size() - table.rows.size()), others, 0));
  if (summary.no_year.cables > 0) table.rest.push_back(group_row("no year", summary.no_year, 0));
  out += "<details>\n<summary>The years as a table</summary>\n";
  append_table(out, table);
  out += "</details>\n";
  return out;
}

std::string posts_section(const audit::Summary& summary) {
  std::string out;
  using Post = std::pair<const std::string, audit::Group>;
  std::vector<const Post*> posts;
  audit::Group others, none;
  for (const Post& post : summary.posts) {
    if (post.first.empty()) {
      add(none, post.second);
    } else if (post.first == audit::Summary::kOtherPosts) {
      add(others, post.second);
    } else {
      posts.push_back(&post);
    }
  }
  if (posts.empty() && others.cables == 0) {
    append_paragraph(out, "No cable names the post that sent it.");
    return out;
  }
  std::stable_sort(posts.begin(), posts.end(), [](const Post* a, const Post* b) {
    return std::pair(a->second.findings.all(), a->second.cables) >
           std::pair(b->second.findings.all(), b->second.cables);
  });
  HtmlTable table = group_table("posts", "Cables by post, those with most findings first", "Post");
  table.tools = true;
  const std::uint64_t most = posts.empty() ? 0 : posts.front()->second.findings.all();
  audit::Group rest;
  for (std::size_t index = 0; index < posts.size(); ++index) {
    if (index < kPosts) {
      std::string name = shortened_html(posts[index]->first, kPostText);
      table.rows.push_back(
          group_row(name, posts[index]->second, most, fmt::format(" data-post=\"{}\"", name)));
    } else {
      add(rest, posts[index]->second);
    }
  }
  if (posts.size() > kPosts)
    table.rest.push_back(group_row(figure(posts.size() - kPosts, "more post"), rest, 0));
  if (others.cables > 0) table.rest.push_back(group_row("other posts", others, 0));
  if (none.cables > 0) table.rest.push_back(group_row("no post", none, 0));
  if (posts.size() > kPosts)
    append_paragraph(
        out, fmt::format("The {} of {}{} with most findings; the others are added up below them.", kPosts,
                         others.cables > 0 ? "more than " : "", figure(posts.size(), "post")));
  append_table(out, table);
  return out;
}

std::string matrix_section(const audit::Summary& summary) {
  std::string out;
  std::uint64_t most = 0, marked = 0, above = 0;
  const std::size_t none = audit::index_of(std::nullopt);
  for (std::size_t header = 0; header < summary.matrix.size(); ++header) {
    for (std::size_t portion = 0; portion < summary.matrix.size(); ++portion) {
      const std::uint64_t count = summary.matrix.at(header).at(portion);
      most = std::max(most, count);
      if (portion == none) continue;
      marked += count;
      if (header < portion) above += count;
    }
  }
  if (marked == 0) {
    append_paragraph(out, "No cable has portion marks.");
    return out;
  }
  append_paragraph(out,
                   fmt::format("Of {} with portion marks, {} {} a portion above the level of the header.",
                               figure(marked, "cable"), above == 0 ? "none" : thousands(above),
                               above <= 1 ? "has" : "have"));
  HtmlTable table{
      .id = "matrix",
      .caption = "Cables by the level of the header (rows) and the highest portion mark (columns)",
      .columns = {{"Header"}},
      .rows = {},
      .rest = {},
      .style = "matrix"};
  for (const Level level : kLevels) table.columns.push_back({std::string(portion_form(level))});
  table.columns.push_back({"no marks"});
  for (std::size_t header = 0; header < summary.matrix.size(); ++header) {
    HtmlTable::Row row{{header == none ? "no level" : std::string(banner_form(kLevels.at(header)))}, ""};
    for (std::size_t portion = 0; portion < summary.matrix.size(); ++portion) {
      const std::uint64_t count = summary.matrix.at(header).at(portion);
      if (count == 0) {
        row.cells.emplace_back("<span class=\"quiet\">0</span>");
      } else if (portion != none && header < portion) {
        row.cells.push_back(
            fmt::format("<span class=\"above\"><span aria-hidden=\"true\">▲</span>"
                        "<span class=\"unseen\">above the header: </span> {}</span>",
                        thousands(count)));
      } else {
        row.cells.push_back(
            fmt::format("<span class=\"shade{}\">{}</span>", shade(count, most), thousands(count)));
      }
    }
    table.rows.push_back(std::move(row));
  }
  append_table(out, table);
  append_paragraph(
      out,
      "▲ marks cables with a portion above their header. The stronger the shade of a cell, the more cables.",
      "quiet");
  return out;
}

}  // namespace cablelint::reports
