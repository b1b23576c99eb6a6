#include "reports/html_table.hpp"

#include <fmt/format.h>
#include <cablelint/append_format.hpp>

#include "reports/html_text.hpp"

namespace cablelint::reports {
namespace {

std::string_view class_of(HtmlTable::Kind kind) {
  switch (kind) {
    case HtmlTable::Kind::number:
      return "";
    case HtmlTable::Kind::text:
      return " class=\"text\"";
    case HtmlTable::Kind::bar:
      return " class=\"bars\"";
  }
  return "";
}

void append_rows(std::string& out, const HtmlTable& table, const std::vector<HtmlTable::Row>& rows) {
  for (const HtmlTable::Row& row : rows) {
    append_format(out, "<tr{}>", row.attributes);
    for (std::size_t index = 0; index < row.cells.size(); ++index) {
      if (index == 0) {
        append_format(out, "<th scope=\"row\">{}</th>", row.cells[index]);
      } else {
        append_format(out, "<td{}>{}</td>", class_of(table.columns[index].kind), row.cells[index]);
      }
    }
    out += "</tr>\n";
  }
}

}  // namespace

void append_table(std::string& out, const HtmlTable& table) {
  append_format(out,
                "<section class=\"table\" tabindex=\"0\" aria-labelledby=\"{0}-caption\">\n"
                "<table id=\"{0}\"{1}{2}>\n<caption id=\"{0}-caption\">",
                table.id, table.tools ? " data-tools" : "",
                table.style.empty() ? std::string() : fmt::format(" class=\"{}\"", table.style));
  append_html_text(out, table.caption);
  out += "</caption>\n<thead>\n<tr>";
  for (const HtmlTable::Column& column : table.columns) {
    // A heading without words would be a riddle.
    if (column.title.empty()) {
      append_format(out, "<td{}></td>", class_of(column.kind));
      continue;
    }
    append_format(out, "<th scope=\"col\"{}>", class_of(column.kind));
    append_html_text(out, column.title);
    out += "</th>";
  }
  out += "</tr>\n</thead>\n<tbody>\n";
  append_rows(out, table, table.rows);
  out += "</tbody>\n";
  if (!table.rest.empty()) {
    out += "<tfoot>\n";
    append_rows(out, table, table.rest);
    out += "</tfoot>\n";
  }
  out += "</table>\n</section>\n";
}

}  // namespace cablelint::reports
