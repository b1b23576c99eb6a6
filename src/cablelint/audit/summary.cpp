#include <algorithm>
#include <cablelint/audit/summary.hpp>
#include <cablelint/calendar.hpp>
#include <iterator>
#include <tuple>

namespace cablelint::audit {
namespace {

bool worse(const WorstCable& a, const WorstCable& b) {
  const FindingCounts &x = a.findings, &y = b.findings;
  return std::tie(y.error, y.warning, y.note, a.id, a.part) <
         std::tie(x.error, x.warning, x.note, b.id, b.part);
}

bool before(const Example& a, const Example& b) {
  return std::tie(a.id, a.line, a.column, a.message) < std::tie(b.id, b.line, b.column, b.message);
}

/// Keeps the first `most` of both.
template <typename Item, typename Less>
void join(std::vector<Item>& items, const std::vector<Item>& others, std::size_t most, const Less& less) {
  std::vector<Item> all;
  all.reserve(items.size() + others.size());
  std::merge(items.begin(), items.end(), others.begin(), others.end(), std::back_inserter(all), less);
  if (all.size() > most) all.resize(most);
  items = std::move(all);
}

template <typename Key> void add_groups(std::map<Key, Group>& groups, const std::map<Key, Group>& others) {
  for (const auto& [key, group] : others) groups[key].add(group);
}

}  // namespace

Rules counts_of(const std::vector<ActiveRule>& rules) {
  Rules counts;
  for (const ActiveRule& rule : rules)
    counts[rule.info->id] = {rule.info->name, rule.level, rule.info->summary, {}, 0};
  return counts;
}

void Group::add(const Group& other) {
  cables += other.cables;
  with_findings += other.with_findings;
  overdue += other.overdue;
  findings.add(other.findings);
}

// Which names are kept depends on the names alone, so that parts may be joined in any order.
Group& Summary::post_group(std::string_view name) {
  const auto known = posts.find(name);
  if (known != posts.end()) return known->second;
  const auto fresh = posts.emplace(std::string(name), Group{}).first;
  const bool has_other = posts.contains(kOtherPosts);
  if (posts.size() <= kMostPosts + (has_other ? 1 : 0)) return fresh->second;
  auto last = std::prev(posts.end());
  if (last->first == kOtherPosts) --last;
  const Group moved = last->second;
  const bool is_fresh = last == fresh;
  posts.erase(last);
  Group& other = posts[std::string(kOtherPosts)];
  other.add(moved);
  return is_fresh ? other : fresh->second;
}

void Summary::count(const CableFacts& cable, bool has_passed) {
  ++cables;
  if (has_passed) ++passed;
  findings.add(cable.findings);

  const Group one{1, cable.findings.all() > 0 ? 1U : 0U, cable.overdue ? 1U : 0U, cable.findings};
  (cable.year ? years[*cable.year] : no_year).add(one);
  post_group(cable.post).add(one);
  levels[index_of(cable.level)].add(one);
  ++matrix[index_of(cable.level)][index_of(cable.highest_portion)];

  ++dues[static_cast<std::size_t>(cable.due)];
  if (cable.due_day) {
    DueCount& year = due_years[ymd_of(*cable.due_day).year];
    ++year.cables;
    if (cable.overdue) ++year.overdue;
  }
  if (cable.findings.all() == 0) return;
  WorstCable each{cable.id, cable.part, cable.record, cable.findings};
  if (worst.size() == kWorst && !worse(each, worst.back())) return;
  worst.insert(std::upper_bound(worst.begin(), worst.end(), each, worse), std::move(each));
  if (worst.size() > kWorst) worst.pop_back();
}

void Summary::count(std::string_view rule, Severity level, bool first_of_cable) {
  auto known = rules.find(rule);
  if (known == rules.end()) known = rules.emplace(std::string(rule), RuleCount{}).first;
  known->second.findings.count(level);
  if (first_of_cable) ++known->second.cables;
}

void Summary::show(std::string_view rule, Example example) {
  auto known = examples.find(rule);
  if (known == examples.end()) known = examples.emplace(std::string(rule), std::vector<Example>{}).first;
  std::vector<Example>& shown = known->second;
  if (shown.size() == kExamples && !before(example, shown.back())) return;
  shown.insert(std::upper_bound(shown.begin(), shown.end(), example, before), std::move(example));
  if (shown.size() > kExamples) shown.pop_back();
}

void Summary::add(const Summary& other) {
  documents += other.documents;
  cables += other.cables;
  passed += other.passed;
  bytes += other.bytes;
  unreadable += other.unreadable;
  findings.add(other.findings);
  for (const auto& [id, rule] : other.rules) {
    const auto [known, fresh] = rules.emplace(id, rule);
    if (fresh) continue;
    known->second.findings.add(rule.findings);
    known->second.cables += rule.cables;
  }
  add_groups(years, other.years);
  no_year.add(other.no_year);
  for (const auto& [name, group] : other.posts) post_group(name).add(group);
  for (std::size_t i = 0; i < levels.size(); ++i) levels[i].add(other.levels[i]);
  for (std::size_t i = 0; i < dues.size(); ++i) dues[i] += other.dues[i];
  for (const auto& [year, count] : other.due_years) {
    due_years[year].cables += count.cables;
    due_years[year].overdue += count.overdue;
  }
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    for (std::size_t j = 0; j < matrix[i].size(); ++j) matrix[i][j] += other.matrix[i][j];
  }
  join(worst, other.worst, kWorst, worse);
  for (const auto& [rule, items] : other.examples) join(examples[rule], items, kExamples, before);
  join(unreadable_first, other.unreadable_first, kUnreadable, [](const InputError& a, const InputError& b) {
    return std::tie(a.source, a.message) < std::tie(b.source, b.message);
  });
}

}  // namespace cablelint::audit
