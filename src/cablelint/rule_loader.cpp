#include <cablelint/rule_loader.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

#include <cablelint/pack_keys.hpp>
#include <cablelint/pair_faults.hpp>
#include <cablelint/profile_loader.hpp>
#include <cablelint/rule_checks.hpp>
#include <cablelint/rule_coverage.hpp>
#include <cablelint/yaml/scalar_map.hpp>

namespace cablelint {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// [A-Z]{3}[0-9]{3} for shipped rules, [A-Z][A-Z0-9]{1,9}[0-9]{3} for others.
bool is_id(std::string_view text, bool shipped) {
  if (text.size() < 5 || text.size() > 13 || !is_upper(text[0])) return false;
  const std::size_t letters = text.size() - 3;
  if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(letters), text.end(), is_digit)) return false;
  const std::string_view prefix = text.substr(0, letters);
  if (shipped) return letters == 3 && std::all_of(prefix.begin(), prefix.end(), is_upper);
  return std::all_of(prefix.begin(), prefix.end(), [](char c) { return is_upper(c) || is_digit(c); });
}

/// "portion-above-header"
bool is_rule_name(std::string_view text) {
  if (text.empty() || !is_lower(text.front()) || text.back() == '-') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

/// A text without the line end that a block scalar leaves behind it.
std::string read_prose(const yaml::Entry& entry, Faults& faults) {
  std::string_view text = read_text(entry, faults).value_or("");
  return std::string(text.substr(0, text.find_last_not_of(" \n") + 1));
}

/// Instructions of the regular expressions of a rule.
std::size_t pattern_size(const CompiledRule& rule) {
  std::size_t size = rule.pattern ? static_cast<std::size_t>(rule.pattern->ProgramSize()) : 0;
  const auto add = [&](const std::optional<expression::Program>& program) {
    if (program) size += program->pattern_size();
  };
  add(rule.items);
  add(rule.when);
  add(rule.at);
  add(rule.in);
  for (const LevelCase& level : rule.levels) size += level.when.pattern_size();
  for (const MessagePart& part : rule.message) add(part.value);
  return size;
}

/// The keys that say when a rule fires and what it says.
bool is_check(std::string_view key) {
  constexpr std::string_view kKeys[] = {"for", "when", "pattern", "in", "at", "levels", "message", "fault"};
  return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
}

/// The byte of the file behind a value, with the brackets that close it on its last line.
std::size_t end_of(yaml::Node value) {
  const std::string_view file = value.document().file();
  std::size_t end = value.data().begin;
  const std::uint32_t after = value.index() + value.data().nodes;
  for (std::uint32_t i = value.index(); i < after; ++i) {
    const yaml::Node node(value.document(), i);
    if (node.is_scalar()) end = yaml::scalar_end(file, node.data().begin, node.data().style, node.text());
  }
  if (value.is_scalar()) return end;
  const std::size_t behind = file.find_first_not_of(" ]}", end);
  const std::size_t last = file.find_last_of("]}", std::min(behind, file.size()) - 1);
  return last != std::string_view::npos && last >= end ? last + 1 : end;
}

/// A rule about two texts has nothing that is evaluated.
void refuse_checks(const RuleKeys& keys, Faults& faults) {
  constexpr std::string_view kKeys[] = {"extends", "for",     "when",  "pattern", "in",    "at",
                                        "levels",  "message", "since", "until",   "flags", "passes"};
  for (const yaml::Entry& entry : keys.entries()) {
    const std::string_view key = entry.key.text();
    if (std::find(std::begin(kKeys), std::end(kKeys), key) == std::end(kKeys)) continue;
    faults.push_back(entry.key.document().fault(
        entry.key, "a rule with `fault` has no `" + std::string(key) + '`',
        "what it finds and says is part of the command that holds two texts against each other"));
  }
}

std::string place_of(yaml::Node node) {
  return node.document().name() + ", line " + std::to_string(node.line());
}

}  // namespace

std::optional<yaml::Node> rules_of(const yaml::Document& document, Faults& faults) {
  const yaml::Node root = document.root();
  if (root.is_sequence()) return root;
  if (root.is_null()) {
    faults.push_back(document.fault(root, "the file is empty", "a rule pack is a list of rules"));
    return std::nullopt;
  }
  if (!root.is_map()) {
    faults.push_back(document.fault(root, "this is not a rule pack", "a rule pack is a list of rules"));
    return std::nullopt;
  }
  if (yaml::Lookup(root, "id")) {
    faults.push_back(document.fault(root, "a rule that is not in a list",
                                    "begin the first key of each rule with `- ` and indent the others"));
    return std::nullopt;
  }
  check_keys(root, pack_keys(), faults);
  const yaml::Lookup rules(root, "rules");
  if (!rules && (yaml::Lookup(root, "overrides") || yaml::Lookup(root, "profiles"))) return std::nullopt;
  if (!rules) {
    faults.push_back(document.fault(root, "the file has neither `rules` nor `table`",
                                    "a rule pack is a list of rules, or a map with one under `rules`"));
    return std::nullopt;
  }
  if (!rules->is_sequence()) {
    faults.push_back(value_fault({rules.key(), *rules}, "`rules` must be a list of rules"));
    return std::nullopt;
  }
  return *rules;
}

std::vector<RuleCase> read_cases(const yaml::Entry& entry, Faults& faults) {
  std::vector<RuleCase> cases;
  const std::string key = '`' + std::string(entry.key.text()) + '`';
  if (!entry.value.is_sequence()) {
    faults.push_back(value_fault(entry, key + " must be a list of cables"));
    return cases;
  }
  for (const yaml::Node item : entry.value.items()) {
    RuleCase one;
    one.line = item.line();
    if (item.is_scalar()) {
      one.text = item.text();
    } else if (item.is_map()) {
      check_keys(item, case_keys(), faults);
      const yaml::Lookup text(item, "text");
      if (!text) {
        faults.push_back(item.document().fault(item, "the case has no `text`"));
        continue;
      }
      one.text = read_text({text.key(), *text}, faults).value_or("");
      if (const yaml::Lookup name(item, "name"); name) {
        one.name = read_text({name.key(), *name}, faults).value_or("");
      }
      if (const yaml::Lookup as_of(item, "as_of"); as_of)
        one.as_of = read_date({as_of.key(), *as_of}, faults);
    } else {
      faults.push_back(
          value_fault({entry.key, item}, "every item of " + key + " must be a cable, or a map with `text`"));
      continue;
    }
    cases.push_back(std::move(one));
  }
  return cases;
}

std::string read_check(yaml::Node rule) {
  const std::string_view file = rule.document().file();
  std::string check;
  for (const yaml::Entry entry : rule.entries()) {
    if (!is_check(entry.key.text())) continue;
    const std::size_t begin = entry.key.data().begin;
    const std::size_t line = begin == 0 ? std::string_view::npos : file.rfind('\n', begin - 1);
    const std::size_t indent = begin - (line == std::string_view::npos ? 0 : line + 1);
    const std::size_t behind = std::max(begin + entry.key.text().size() + 1, end_of(entry.value));
    std::string_view text = file.substr(begin, behind - begin);
    while (true) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      check += text.substr(0, end);
      check += '\n';
      if (end == text.size()) break;
      text.remove_prefix(end + 1);
      text.remove_prefix(std::min({indent, text.size(), text.find_first_not_of(' ')}));
    }
  }
  return check;
}

RuleLoader::RuleLoader(RuleSet::Compiled& set, Faults& faults, RuleCoverage* coverage)
    : set_(set), faults_(faults), coverage_(coverage) {}

void RuleLoader::read(const yaml::Document& document, bool shipped) {
  if (const yaml::Lookup profiles(document.root(), "profiles"); profiles)
    read_profiles({profiles.key(), *profiles}, set_.profiles, faults_);
  if (const yaml::Lookup overrides(document.root(), "overrides"); overrides) {
    if (!overrides->is_map())
      faults_.push_back(value_fault({overrides.key(), *overrides},
                                    "`overrides` must be a map of rules to levels",
                                    "write STR013: off, or DCL001: error"));
    for (const yaml::Entry entry : overrides->entries()) overrides_.push_back(entry);
  }
  const std::optional<yaml::Node> rules = rules_of(document, faults_);
  if (!rules) return;
  for (const yaml::Node rule : rules->items()) {
    if (rule.is_map()) {
      written_.add(rule);
    } else {
      faults_.push_back(document.fault(rule, "every item of a rule pack must be a rule, a map of keys"));
    }
  }
  if (shipped) shipped_ = written_.size();
}

void RuleLoader::finish() {
  sound_.assign(written_.size(), 0);
  for (std::size_t i = 0; i < written_.size(); ++i) {
    compile_rule(i);
    if (pattern_size_ <= expression::Limits::kRegexInstructions) continue;
    const yaml::Node rule = written_.rule(i);
    faults_.push_back(rule.document().fault(
        rule, "up to here the regular expressions of all rules take too much memory", "make them shorter"));
    return;
  }
  for (Inherited& each : inherited_) {
    if (std::all_of(each.ancestors.begin(), each.ancestors.end(),
                    [&](std::size_t rule) { return sound_[rule] != 0; }))
      faults_.push_back(std::move(each.fault));
  }
  for (const yaml::Entry& entry : overrides_) override_rule(entry);
}

/// "STR013: off" or "DCL001: error", by id or name.
void RuleLoader::override_rule(const yaml::Entry& entry) {
  const std::string_view word = entry.key.text();
  const auto means = [&](const RuleInfo& info) { return info.id == word || info.name == word; };
  const auto rule = std::find_if(set_.rules.begin(), set_.rules.end(),
                                 [&](const CompiledRule& each) { return means(each.info); });
  const auto pair = std::find_if(set_.pair_rules.begin(), set_.pair_rules.end(), means);
  if (rule == set_.rules.end() && pair == set_.pair_rules.end()) {
    std::vector<std::string_view> known;
    if (faults_.size() < kFaultsPerFile) {  // looking for near names takes its time
      for (const CompiledRule& each : set_.rules) {
        known.push_back(each.info.id);
        known.push_back(each.info.name);
      }
      for (const RuleInfo& each : set_.pair_rules) {
        known.push_back(each.id);
        known.push_back(each.name);
      }
    }
    faults_.push_back(entry.key.document().fault(
        entry.key, "there is no rule `" + std::string(word) + "` to override", did_you_mean(word, known)));
    return;
  }
  RuleInfo& info = rule == set_.rules.end() ? *pair : rule->info;
  if (entry.value.text() == "off") {
    info.off = true;
  } else if (const auto level = read_severity(entry, faults_)) {
    info.level = *level;
    if (rule == set_.rules.end()) return;
    rule->levels.clear();
    if (coverage_ != nullptr) coverage_->forget_levels(info.id);
  }
}

void RuleLoader::compile_rule(std::size_t index) {
  const yaml::Node rule = written_.rule(index);
  const std::size_t before = faults_.size();
  check_keys(rule, rule_keys(), faults_);
  const std::optional<std::vector<std::size_t>> ancestors = written_.ancestors(index, faults_);
  if (!ancestors) return;
  RuleKeys keys(rule);
  for (const std::size_t each : *ancestors) keys.take_over(RuleKeys(written_.rule(each)));

  if (keys.find("fault") != nullptr) {
    RuleInfo info;
    read_info(keys, index < shipped_, info);
    refuse_checks(keys, faults_);
    if (faults_.size() > before) return;
    sound_[index] = 1;
    set_.pair_rules.push_back(std::move(info));
    return;
  }
  Faults found;
  CompiledRule compiled;
  std::swap(found, faults_);
  read_info(keys, index < shipped_, compiled.info);
  compile_checks(keys, index < shipped_, set_, compiled, faults_, coverage_);
  std::swap(found, faults_);
  pattern_size_ += pattern_size(compiled);
  bool told = false;
  for (Diagnostic& fault : found) {
    if (keys.holds(fault)) {
      faults_.push_back(std::move(fault));
    } else if (!std::exchange(told, true)) {
      const yaml::Lookup extends(rule, "extends");
      inherited_.push_back({value_fault({extends.key(), *extends},
                                        "what is taken over from `" + std::string(extends->text()) +
                                            "` does not fit: " + fault.message,
                                        fault.hint),
                            *ancestors});
    }
  }
  sound_[index] = faults_.size() == before ? 1 : 0;
  if (found.empty() && sound_[index] != 0) set_.rules.push_back(std::move(compiled));
}

void RuleLoader::claim(yaml::Node value, std::string_view what, const std::string& word,
                       std::unordered_map<std::string, std::string>& taken) {
  const auto [first, fresh] = taken.emplace(word, place_of(value));
  if (fresh) return;
  faults_.push_back(value.document().fault(value, "duplicate " + std::string(what) + " `" + word + '`',
                                           "it is given first in " + first->second));
}

void RuleLoader::read_fault(const yaml::Entry& entry, RuleInfo& info) {
  const std::optional<std::string_view> kind = read_text(entry, faults_);
  if (!kind) return;
  info.fault = *kind;
  if (pair_fault(*kind) == nullptr) {
    faults_.push_back(value_fault(entry, "there is no fault `" + info.fault + "` of two texts",
                                  did_you_mean(*kind, pair_fault_kinds())));
  } else {
    claim(entry.value, "fault", info.fault, kinds_);
  }
}

void RuleLoader::read_info(const RuleKeys& keys, bool shipped, RuleInfo& info) {
  const yaml::Node rule = keys.rule();
  const yaml::Document& document = rule.document();
  info.file = document.name();
  info.line = rule.line();
  if (!shipped) info.check = read_check(rule);
  for (const PackKey& key : rule_keys()) {
    const bool spared = key.name == "message" && keys.find("fault") != nullptr;
    if (key.required && !spared && keys.find(key.name) == nullptr) {
      faults_.push_back(document.fault(rule, "the rule has no `" + std::string(key.name) + '`'));
    }
  }
  for (const yaml::Entry& entry : keys.entries()) {
    const std::string_view key = entry.key.text();
    if (key == "id" || key == "name") {
      const std::optional<std::string_view> text = read_text(entry, faults_);
      if (!text) continue;
      if (key == "id") {
        info.id = *text;
        if (!is_id(*text, shipped)) {
          faults_.push_back(
              value_fault(entry, "this is not the id of a rule",
                          shipped ? "write three capitals and three digits: CLS001"
                                  : "write 2 to 10 capitals or digits and then three digits: ACME001"));
        } else {
          claim(entry.value, "id", info.id, ids_);
        }
      } else {
        info.name = *text;
        if (!is_rule_name(*text)) {
          faults_.push_back(value_fault(entry, "this is not the name of a rule",
                                        "write small letters, digits and hyphens: portion-above-header"));
        } else {
          claim(entry.value, "name", info.name, names_);
        }
      }
    } else if (key == "fault") {
      read_fault(entry, info);
    } else if (key == "level") {
      info.level = read_severity(entry, faults_).value_or(Severity::warning);
    } else if (key == "summary") {
      info.summary = read_prose(entry, faults_);
    } else if (key == "rationale") {
      info.rationale = read_prose(entry, faults_);
    } else if (key == "help") {
      info.help = read_prose(entry, faults_);
    } else if (key == "authority") {
      for (const std::string_view text :
           read_texts(entry, faults_).value_or(std::vector<std::string_view>{})) {
        info.authority.emplace_back(text);
      }
    } else if (key == "since") {
      info.since = read_date(entry, faults_);
    } else if (key == "until") {
      info.until = read_date(entry, faults_);
    } else if (key == "flags") {
      info.flags = read_cases(entry, faults_);
    } else if (key == "passes") {
      info.passes = read_cases(entry, faults_);
    }
  }
  if (info.since && info.until && *info.since >= *info.until) {
    const yaml::Node until = keys.find("until")->value;
    faults_.push_back(until.document().fault(until, "`until` must be later than `since`"));
  }
}

}  // namespace cablelint
