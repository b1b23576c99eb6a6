#include "reports/rule_pages.hpp"
#include "reports/one_line.hpp"

#include <algorithm>
#include <cablelint/calendar.hpp>
#include <cablelint/profile.hpp>
#include <cablelint/terminal_text.hpp>
#include <cablelint/version.hpp>

#include "reports/template.hpp"

namespace cablelint::reports {
namespace {

/// A fence longer than any row of its sign in the text, so that nothing in it ends the block.
std::string fence_for(std::string_view text) {
  std::size_t longest = 2;
  std::size_t row = 0;
  for (const char c : text) {
    row = c == '`' ? row + 1 : 0;
    longest = std::max(longest, row);
  }
  return std::string(longest + 1, '`');
}

void put_block(Data& data, const std::string& key, std::string_view text) {
  std::string lines = visible_lines(text);
  if (!lines.empty()) lines.pop_back();
  data["fence"] = fence_for(lines);
  data[key] = lines;
}

/// Sets a key only where there is something to say, since a template asks for that.
void put(Data& data, const std::string& key, std::string_view text) {
  std::string line = one_line(text);
  if (!line.empty()) data[key] = line;
}

Data cases_data(const std::vector<RuleCase>& cases) {
  Data list(Data::type::list);
  for (const RuleCase& each : cases) {
    Data data;
    std::string caption = one_line(each.name);
    if (each.as_of) caption += (caption.empty() ? "as of " : ", as of ") + iso(*each.as_of);
    put(data, "caption", caption);
    put_block(data, "text", each.text);
    list << data;
  }
  return list;
}

Data profiles_data(const std::vector<Profile>& profiles, const RuleInfo& rule) {
  Data list(Data::type::list);
  for (const Profile& profile : profiles) {
    if (!asks(profile, rule)) continue;
    Data data;
    data["profile"] = one_line(profile.name);
    if (!list.is_empty_list()) data["further"] = true;
    data["asked_as"] = std::string(to_text(level_in(profile, rule).value_or(rule.level)));
    list << data;
  }
  return list;
}

Data rule_data(const RuleSet& rules, const RuleInfo& rule) {
  Data data;
  data["id"] = one_line(rule.id);
  data["name"] = one_line(rule.name);
  data["level"] = std::string(to_text(rule.level));
  data["group"] = std::string(group_of(rule));
  data["summary"] = one_line(rule.summary);
  put(data, "rationale", rule.rationale);
  put(data, "help", rule.help);
  data["has_authority"] = !rule.authority.empty();
  data["authority"] = values(rule.authority);
  data["period"] = period_of(rule);
  data["off"] = rule.off;
  Data profiles = profiles_data(rules.profiles(), rule);
  data["for_cables"] = rule.fault.empty();
  data["asked"] = profiles.is_non_empty_list();
  data["profiles"] = std::move(profiles);
  put_block(data, "check", rule.check);
  data["has_flags"] = !rule.flags.empty();
  data["flags"] = cases_data(rule.flags);
  data["flags_count"] = std::to_string(rule.flags.size());
  data["has_passes"] = !rule.passes.empty();
  data["passes"] = cases_data(rule.passes);
  data["passes_count"] = std::to_string(rule.passes.size());
  return data;
}

/// All rules in their groups, in order of id.
Data all_data(const RuleSet& rules) {
  const std::vector<const RuleInfo*> all = rules.all_rules();
  Data groups(Data::type::list);
  for (auto first = all.begin(); first != all.end();) {
    const std::string_view name = group_of(**first);
    const auto end =
        std::find_if(first, all.end(), [&](const RuleInfo* rule) { return group_of(*rule) != name; });
    Data members(Data::type::list);
    for (; first != end; ++first) members << rule_data(rules, **first);
    Data group;
    group["group"] = std::string(name);
    group["rules"] = std::move(members);
    groups << group;
  }
  Data profiles(Data::type::list);
  for (const Profile& profile : rules.profiles()) {
    Data data;
    data["profile"] = one_line(profile.name);
    data["question"] = one_line(profile.summary);
    profiles << data;
  }
  Data data;
  data["version"] = std::string(kVersion);
  data["count"] = std::to_string(all.size());
  data["all_profiles"] = std::move(profiles);
  data["groups"] = std::move(groups);
  return data;
}

}  // namespace

std::string rules_as_html(const RuleSet& rules) {
  Data data = all_data(rules);
  return fill("rules.html.mustache", Markup::html, data);
}

std::vector<Page> rules_as_markdown(const RuleSet& rules) {
  Data all = all_data(rules);
  std::vector<Page> pages{{"index.md", fill("rules.md.mustache", Markup::markdown, all)}};
  for (const RuleInfo* const rule : rules.all_rules()) {
    Data data = rule_data(rules, *rule);
    pages.push_back({rule->id + ".md", fill("rule.md.mustache", Markup::markdown, data)});
  }
  return pages;
}

}  // namespace cablelint::reports
