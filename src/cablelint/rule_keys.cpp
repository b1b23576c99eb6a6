#include <cablelint/rule_keys.hpp>

#include <algorithm>
#include <limits>

namespace cablelint {

RuleKeys::RuleKeys(yaml::Node rule) : rule_(rule) {
  entries_.reserve(rule.size());
  for (const yaml::Entry entry : rule.entries()) entries_.push_back(entry);
}

const yaml::Entry* RuleKeys::find(std::string_view key) const {
  const auto entry = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const yaml::Entry& each) { return each.key.text() == key; });
  return entry == entries_.end() ? nullptr : &*entry;
}

bool RuleKeys::holds(const Diagnostic& fault) const {
  const yaml::Document& document = rule_.document();
  const bool last = rule_.after().index() >= document.nodes().size();
  std::uint32_t end = last ? std::numeric_limits<std::uint32_t>::max() : rule_.after().line();
  end = std::max(end, rule_.line() + 1);  // rules that share a line
  return fault.file == document.name() && fault.line >= rule_.line() && fault.line < end;
}

void RuleKeys::take_over(const RuleKeys& other) {
  // A level of its own means this level, whatever the other one graded.
  const bool graded = find("level") != nullptr;
  for (const yaml::Entry& entry : other.entries_) {
    const std::string_view key = entry.key.text();
    if (is_taken_over(key) && find(key) == nullptr && !(graded && key == "levels")) entries_.push_back(entry);
  }
}

void WrittenRules::add(yaml::Node rule) {
  rules_.push_back(rule);
}

std::optional<std::vector<std::size_t>> WrittenRules::ancestors(std::size_t index, Faults& faults) {
  std::vector<std::size_t> chain;
  const yaml::Lookup own(rules_[index], "extends");
  for (std::size_t at = index;;) {
    const yaml::Lookup extends(rules_[at], "extends");
    if (!extends) return chain;
    // The faults of a rule further up are its own.
    Faults elsewhere;
    Faults& here = at == index ? faults : elsewhere;
    const yaml::Entry entry{extends.key(), *extends};
    const std::optional<std::string_view> word = read_text(entry, here);
    if (!word) return std::nullopt;
    if (words_.empty()) {
      for (std::size_t i = 0; i < rules_.size(); ++i) {
        for (const std::string_view key : {"id", "name"}) {
          if (const yaml::Lookup given(rules_[i], key); given && given->is_scalar())
            words_.emplace(given->text(), i);
        }
      }
    }
    const auto parent = words_.find(*word);
    if (parent == words_.end()) {
      std::vector<std::string_view> known;
      if (faults.size() < kFaultsPerFile) {  // looking for near names takes its time
        for (const auto& [each, rule] : words_) known.push_back(each);
        std::sort(known.begin(), known.end());
      }
      here.push_back(value_fault(entry, "there is no rule `" + std::string(*word) + "` to extend",
                                 did_you_mean(*word, known)));
      return std::nullopt;
    }
    at = parent->second;
    if (at == index) {
      faults.push_back(value_fault({own.key(), *own}, chain.empty()
                                                          ? "a rule cannot extend itself"
                                                          : "rules that extend one another in a circle"));
      return std::nullopt;
    }
    if (chain.size() == kLongestChain) {
      faults.push_back(value_fault(
          {own.key(), *own},
          "more than " + std::to_string(kLongestChain) + " rules extend one another, or go round in a circle",
          "extend the first of them"));
      return std::nullopt;
    }
    chain.push_back(at);
  }
}

}  // namespace cablelint
