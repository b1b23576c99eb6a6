#include <array>
#include <cablelint/audit/summary_json.hpp>
#include <cablelint/json_text.hpp>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace cablelint::audit {
namespace {

using Json = nlohmann::ordered_json;

Json findings(const FindingCounts& counts) {
  return {{"error", counts.error}, {"warning", counts.warning}, {"note", counts.note}};
}

Json group(const Group& group) {
  return {{"cables", group.cables},
          {"with_findings", group.with_findings},
          {"overdue", group.overdue},
          {"findings", findings(group.findings)}};
}

constexpr std::size_t kNoLevel = 5;

/// "U" to "TS", and "none".
std::string level_name(std::size_t index) {
  return index == kNoLevel ? "none" : std::string(portion_form(static_cast<Level>(index)));
}

Json matrix(const Summary& summary) {
  Json rows = Json::object();
  for (std::size_t header = 0; header < summary.matrix.size(); ++header) {
    Json row = Json::object();
    for (std::size_t portion = 0; portion < summary.matrix[header].size(); ++portion) {
      row[level_name(portion)] = summary.matrix[header][portion];
    }
    rows[level_name(header)] = std::move(row);
  }
  return rows;
}

Json rules(const Summary& summary) {
  Json rules = Json::object();
  for (const auto& [id, rule] : summary.rules) {
    rules[id] = {{"name", rule.name},
                 {"level", to_text(rule.level)},
                 {"cables", rule.cables},
                 {"findings", findings(rule.findings)}};
  }
  return rules;
}

Json due(const Summary& summary) {
  Json kinds = Json::object();
  for (std::size_t i = 0; i < kDues; ++i) kinds[std::string(to_text(static_cast<Due>(i)))] = summary.dues[i];
  Json years = Json::object();
  for (const auto& [year, count] : summary.due_years) {
    years[std::to_string(year)] = {{"cables", count.cables}, {"overdue", count.overdue}};
  }
  return {{"kinds", std::move(kinds)}, {"years", std::move(years)}};
}

}  // namespace

std::string summary_json(const Summary& summary) {
  Json json = {{"schema", "cablelint.summary/1"},
               {"documents", summary.documents},
               {"cables", summary.cables},
               {"passed", summary.passed},
               {"failed", summary.cables - summary.passed},
               {"bytes", summary.bytes},
               {"unreadable", summary.unreadable},
               {"findings", findings(summary.findings)},
               {"rules", rules(summary)}};
  Json years = Json::object();
  for (const auto& [year, each] : summary.years) years[std::to_string(year)] = group(each);
  years["none"] = group(summary.no_year);
  json["years"] = std::move(years);
  Json levels = Json::object();
  for (std::size_t i = 0; i < summary.levels.size(); ++i) levels[level_name(i)] = group(summary.levels[i]);
  json["levels"] = std::move(levels);
  Json posts = Json::object();
  for (const auto& [name, each] : summary.posts) posts[name.empty() ? "none" : name] = group(each);
  json["posts"] = std::move(posts);
  json["due"] = due(summary);
  json["header_by_highest_portion"] = matrix(summary);
  Json worst = Json::array();
  for (const WorstCable& each : summary.worst) {
    worst.push_back({{"id", each.id},
                     {"part", each.part},
                     {"record", each.record},
                     {"findings", findings(each.findings)}});
  }
  json["worst"] = std::move(worst);
  return json.dump(1, ' ', true, Json::error_handler_t::replace) + '\n';
}

}  // namespace cablelint::audit
