#include <cablelint/lint.hpp>

#include <algorithm>
#include <limits>
#include <utility>

#include <cablelint/cable_schema.hpp>
#include <cablelint/finding_builder.hpp>
#include <cablelint/pair_faults.hpp>
#include <cablelint/rule_compiled.hpp>
#include <cablelint/vocabulary_text.hpp>

namespace cablelint {
namespace {

using expression::Answer;
using expression::Context;
using expression::Kind;
using expression::RunnableProgram;
using expression::Value;

constexpr std::size_t kLanes = 16;

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

/// The days between which a cable was written, as far as they are known.
struct Written {
  std::int64_t earliest = -kNever;
  std::int64_t latest = kNever - 1;
};

}  // namespace

struct Linter::State {
  State(const RuleSet::Compiled& compiled, const LintOptions& options)
      : set(compiled), orders(set.vocabulary) {
    const auto profile = std::find_if(set.profiles.begin(), set.profiles.end(),
                                      [&](const Profile& each) { return each.name == options.profile; });
    const Profile& chosen = profile == set.profiles.end() ? Profile{} : *profile;
    for (const CompiledRule& rule : set.rules) {
      if (!runs(rule.info, chosen, options)) continue;
      std::optional<Severity> level = level_in(chosen, rule.info);
      if (const auto* const own = own_level(options, rule.info)) {
        if (!*own) continue;
        level = *own;
      }
      rules.push_back({&rule, level, rule.info.since ? *rule.info.since : -kNever,
                       rule.info.until ? *rule.info.until : kNever, !rule.items && !rule.pattern,
                       rule.items ? programs.add(*rule.items) : RunnableProgram(),
                       rule.when ? programs.add(*rule.when) : RunnableProgram()});
    }
    variables.resize(std::max<std::size_t>(set.slots, Slots::kItem + 2));
    variables[Slots::kAsOf] = Value::of_date(options.as_of);
    variables[Slots::kVocabulary] = Value::of_object(&set.vocabulary, set.vocabulary.object_type(), {});
  }

  /// Where the table of executive orders keeps the days on which an order took effect and ended.
  struct Orders {
    explicit Orders(const Vocabulary& vocabulary) : table(vocabulary.table("orders")) {}

    [[nodiscard]] Written find(std::string_view number) const {
      Written written;
      const Table::Row* const row = table == nullptr ? nullptr : table->find(number);
      if (row == nullptr) return written;
      const Value effective = table->cell(*row, "effective");
      const Value ended = table->cell(*row, "ended");
      if (effective.kind == Kind::date) written.earliest = effective.integer;
      if (ended.kind == Kind::date) written.latest = ended.integer - 1;
      return written;
    }

    const Table* table;
  };

  [[nodiscard]] Written written(const Source& source, const Cable& cable) const {
    const Written by_order =
        cable.declassification ? orders.find(source.text(cable.declassification->order)) : Written{};
    if (!cable.date) return by_order;
    const Written by_date{cable.date->earliest, cable.date->latest};
    // Of a year alone only the days of its order count, unless the order belongs to another time.
    const Written both{std::max(by_date.earliest, by_order.earliest),
                       std::min(by_date.latest, by_order.latest)};
    return both.earliest <= both.latest ? both : by_date;
  }

  /// Words of the command line choose among all rules; without them the profile does.
  static bool runs(const RuleInfo& rule, const Profile& profile, const LintOptions& options) {
    if (any_selects(options.ignore, rule)) return false;
    if (!options.select.empty()) return any_selects(options.select, rule);
    return asks(profile, rule);
  }

  /// What the options say of a rule's level; null when nothing.
  static const std::optional<Severity>* own_level(const LintOptions& options, const RuleInfo& rule) {
    const auto last = std::find_if(options.levels.rbegin(), options.levels.rend(),
                                   [&](const auto& level) { return selects(level.first, rule); });
    return last == options.levels.rend() ? nullptr : &last->second;
  }

  static bool applies(const RuleInfo& rule, const Written& written) {
    return (!rule.since || written.earliest >= *rule.since) && (!rule.until || written.latest < *rule.until);
  }

  struct Active {
    const CompiledRule* rule;
    std::optional<Severity> level;  // the profile's, if it has one
    std::int64_t since;             // days, or what always holds
    std::int64_t until;
    bool asks_once;  // one question to the cable
    RunnableProgram items;
    RunnableProgram when;
  };

  /// What the evaluation for one cable needs.
  struct Lane {
    explicit Lane(const State& state) : variables(state.variables), known(*state.set.paths) {}

    void begin(const State& state, const LintTask& task) {
      variables[Slots::kCable] = Value::of_object(task.cable, state.set.cable_type, task.cable->at);
      known.forget();
      list_context.emplace(context(state, task, list_arena));
      item_context.emplace(context(state, task, item_arena));
      builder.emplace(*task.source, *task.cable, scratch, *task.findings);
      written = state.written(*task.source, *task.cable);
    }
    Context context(const State& state, const LintTask& task, Arena& arena) {
      return {.arena = arena,
              .source = task.source->bytes(),
              .root = task.cable,
              .schema = &state.set.schema,
              .variables = variables.data(),
              .known = &known};
    }

    std::vector<Value> variables;
    expression::Known known;
    Arena list_arena;  // the list of `for`
    Arena item_arena;  // everything of one item
    std::optional<Context> list_context;
    std::optional<Context> item_context;
    FindingBuilder::Scratch scratch;
    std::optional<FindingBuilder> builder;
    Written written;
  };

  void conclude(const Active& active, Lane& lane, Answer answer, const Value& trouble);
  void run(const Active& active, Lane& lane);
  bool run_item(const Active& active, Context& context, const Value& item, FindingBuilder& builder);
  bool search(const Active& active, Context& context, const Value& region, const Value& item,
              FindingBuilder& builder);
  bool ask(const Active& active, Context& context, const Value& item, Span match, FindingBuilder& builder);
  bool report(const CompiledRule& rule, Context& context, const Value& item, Span match,
              FindingBuilder& builder);

  const RuleSet::Compiled& set;
  Orders orders;
  expression::ProgramRow programs;
  std::vector<Active> rules;
  std::vector<Value> variables;              // as they are before the first cable
  std::vector<std::unique_ptr<Lane>> lanes;  // as many as there were cables at once
};

namespace {

/// Where a value stands in the source; absent when nowhere. A list of the cable stands where all its items
/// do, a list made by the expression where its first item does.
Span place_of(const Value& value, Context& context) {
  if (value.kind == Kind::list && value.items == expression::Items::values && value.size > 0) {
    if (const Span first = place_of(expression::item(value, 0, context), context)) return first;
  }
  if (const Span origin = expression::origin_of(value, context)) return origin;
  if (value.kind == Kind::list && value.size > 0)
    return place_of(expression::item(value, 0, context), context);
  return {};
}

}  // namespace

Linter::Linter(const RuleSet& rules, const LintOptions& options)
    : state_(std::make_unique<State>(rules.compiled(), options)) {}
Linter::~Linter() = default;

std::vector<ActiveRule> Linter::rules() const {
  std::vector<ActiveRule> active;
  active.reserve(state_->rules.size());
  for (const State::Active& each : state_->rules)
    active.push_back({&each.rule->info, each.level.value_or(each.rule->info.level)});
  return active;
}

bool Linter::applies(const RuleInfo& rule, const Source& source, const Cable& cable) const {
  return State::applies(rule, state_->written(source, cable));
}

bool Linter::runs(std::string_view id) const {
  return std::any_of(state_->rules.begin(), state_->rules.end(),
                     [&](const State::Active& each) { return each.rule->info.id == id; });
}

void Linter::check(const Source& source, const Cable& cable, std::vector<Finding>& findings) {
  const LintTask task{&source, &cable, &findings};
  check({&task, 1});
}

void Linter::check(std::span<const LintTask> tasks) {
  State& state = *state_;
  while (!tasks.empty()) {
    const std::span<const LintTask> now = tasks.first(std::min(tasks.size(), kLanes));
    tasks = tasks.subspan(now.size());
    Value trouble;
    while (state.lanes.size() < now.size()) state.lanes.push_back(std::make_unique<State::Lane>(state));
    for (std::size_t i = 0; i < now.size(); ++i) state.lanes[i]->begin(state, now[i]);
    for (const State::Active& active : state.rules) {
      for (std::size_t i = 0; i < now.size(); ++i) {
        State::Lane& lane = *state.lanes[i];
        if (lane.written.earliest < active.since || lane.written.latest >= active.until) continue;
        lane.list_context->steps = lane.item_context->steps = Context::kSteps;
        lane.item_arena.clear();
        if (!active.asks_once) {
          state.run(active, lane);
          continue;
        }
        // Most rules ask one question, and most answers are no.
        const Answer answer = active.when.test(*lane.item_context, trouble);
        if (answer != Answer::no) state.conclude(active, lane, answer, trouble);
      }
    }
    for (std::size_t i = 0; i < now.size(); ++i) state.lanes[i]->builder->finish();
  }
}

/// The finding of a rule that asks once, when its answer is not no.
void Linter::State::conclude(const Active& active, Lane& lane, Answer answer, const Value& trouble) {
  lane.builder->begin(*active.rule, active.level);
  if (answer == Answer::yes) {
    report(*active.rule, *lane.item_context, Value(), {}, *lane.builder);
  } else {
    lane.builder->add_failure(trouble, {});
  }
}

/// Runs one rule on one cable. The functions it calls return false when the rule is done with this cable.
void Linter::State::run(const Active& active, Lane& lane) {
  const CompiledRule& rule = *active.rule;
  Context& context = *lane.item_context;
  FindingBuilder& builder = *lane.builder;
  if (!rule.items) {
    builder.begin(rule, active.level);
    run_item(active, context, Value(), builder);
    return;
  }
  lane.list_arena.clear();
  const Value list = active.items.evaluate(*lane.list_context);
  if (list.kind == Kind::list && list.size == 0) return;
  builder.begin(rule, active.level);
  if (list.kind != Kind::list) {
    builder.add_failure(list, {});
    return;
  }
  for (std::uint32_t i = 0; i < list.size; ++i) {
    lane.item_arena.clear();
    const Value& item = lane.variables[Slots::kItem] = expression::item(list, i, context);
    if (!run_item(active, context, item, builder)) return;
  }
}

bool Linter::State::run_item(const Active& active, Context& context, const Value& item,
                             FindingBuilder& builder) {
  const CompiledRule& rule = *active.rule;
  if (!rule.pattern) return ask(active, context, item, {}, builder);
  const Value in = rule.in->evaluate(context);
  if (in.is_error()) {
    builder.add_failure(in, place_of(item, context));
    return false;
  }
  if (in.kind != Kind::list) return search(active, context, in, item, builder);
  for (std::uint32_t i = 0; i < in.size; ++i) {
    if (!search(active, context, expression::item(in, i, context), item, builder)) return false;
  }
  return true;
}

/// Searches the pattern in the raw bytes of a value's place.
bool Linter::State::search(const Active& active, Context& context, const Value& region, const Value& item,
                           FindingBuilder& builder) {
  const CompiledRule& rule = *active.rule;
  const Span place = builder.clip(place_of(region, context));
  if (!place) return true;
  const std::string_view bytes = context.source.substr(place.offset, place.length);
  const re2::StringPiece text(bytes.data(), bytes.size());
  constexpr int kGroups = 8;
  re2::StringPiece groups[kGroups];
  const int wanted = rule.match_group < kGroups ? rule.match_group : 0;
  for (std::size_t at = 0; at <= bytes.size();) {
    if (!rule.pattern->Match(text, at, text.size(), re2::RE2::UNANCHORED, groups, wanted + 1)) return true;
    const re2::StringPiece& whole = groups[0];
    const auto whole_end = static_cast<std::size_t>(whole.data() - text.data()) + whole.size();
    at = whole.empty() ? whole_end + 1 : whole_end;
    const re2::StringPiece& found = groups[wanted].data() == nullptr ? whole : groups[wanted];
    if (found.empty()) continue;
    const Span match{place.offset + static_cast<std::uint32_t>(found.data() - text.data()),
                     static_cast<std::uint32_t>(found.size())};
    context.variables[rule.match_slot] =
        Value::of_string(context.source.substr(match.offset, match.length), match);
    if (!ask(active, context, item, match, builder)) return false;
  }
  return true;
}

bool Linter::State::ask(const Active& active, Context& context, const Value& item, Span match,
                        FindingBuilder& builder) {
  const CompiledRule& rule = *active.rule;
  if (rule.when) {
    Value trouble;
    const Answer answer = active.when.test(context, trouble);
    if (answer == Answer::no) return true;
    if (answer == Answer::none) {
      builder.add_failure(trouble, match ? match : place_of(item, context));
      return false;
    }
  }
  return report(rule, context, item, match, builder);
}

/// A finding where the rule says, or at the match or the item.
bool Linter::State::report(const CompiledRule& rule, Context& context, const Value& item, Span match,
                           FindingBuilder& builder) {
  Span place = match;
  if (rule.at) {
    // A place that the cable does not have is no failure: the finding then stands where the item is.
    if (const Span at = place_of(rule.at->evaluate(context), context)) place = at;
  }
  if (!place) place = place_of(item, context);
  return builder.add(context, place);
}

bool selects(std::string_view word, const RuleInfo& rule) {
  if (word.empty()) return false;
  return folded_equal(rule.name, word) ||
         (word.size() <= rule.id.size() &&
          folded_equal(std::string_view(rule.id).substr(0, word.size()), word));
}

bool any_selects(const std::vector<std::string>& words, const RuleInfo& rule) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return selects(word, rule); });
}

std::optional<std::string> why_unknown(std::string_view word, const RuleSet& rules) {
  if (std::optional<std::string> sentence = why_unknown(word, rules.rules())) {
    const std::vector<const RuleInfo*> pairs = rules.pair_rules();
    const auto pair =
        std::find_if(pairs.begin(), pairs.end(), [&](const RuleInfo* rule) { return selects(word, *rule); });
    const PairFault* const fault = pair == pairs.end() ? nullptr : pair_fault((*pair)->fault);
    if (fault == nullptr) return sentence;
    return '"' + std::string(word) + "\" is no question to a cable alone: `cablelint " +
           std::string(fault->command) + "` asks it";
  }
  return std::nullopt;
}

std::optional<std::string> why_unknown(std::string_view word, const std::vector<const RuleInfo*>& known) {
  if (std::any_of(known.begin(), known.end(), [&](const RuleInfo* rule) { return selects(word, *rule); }))
    return std::nullopt;
  std::vector<std::string_view> candidates;
  for (const RuleInfo* const rule : known) {
    candidates.push_back(rule->id);
    candidates.push_back(rule->name);
  }
  std::string folded_word(word);
  const bool name = word.find('-') != std::string_view::npos;
  for (char& c : folded_word) c = name ? (c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c) : folded(c);
  const std::string_view near = expression::nearest(folded_word, candidates);
  std::string sentence = "no rule is called \"" + std::string(word) + '"';
  if (!near.empty()) sentence += "; did you mean \"" + std::string(near) + "\"?";
  return sentence;
}

std::vector<std::string> unknown_selectors(const RuleSet& rules, const LintOptions& options) {
  std::vector<std::string> unknown;
  const auto ask = [&](const std::string& word) {
    if (std::optional<std::string> sentence = why_unknown(word, rules))
      unknown.push_back(std::move(*sentence));
  };
  for (const std::string& word : options.select) ask(word);
  for (const std::string& word : options.ignore) ask(word);
  for (const auto& level : options.levels) ask(level.first);
  return unknown;
}

}  // namespace cablelint
