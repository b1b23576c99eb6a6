#include <cablelint/rule_set.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <cablelint/cable_schema.hpp>
#include <cablelint/calendar.hpp>
#include <cablelint/embedded.hpp>
#include <cablelint/fnv.hpp>
#include <cablelint/pack_keys.hpp>
#include <cablelint/pair_faults.hpp>
#include <cablelint/rule_compiled.hpp>
#include <cablelint/rule_coverage.hpp>
#include <cablelint/rule_loader.hpp>
#include <cablelint/version.hpp>
#include <cablelint/vocabulary_loader.hpp>
#include <cablelint/vocabulary_text.hpp>
#include <cablelint/yaml/reader.hpp>

namespace cablelint {
namespace {

using Documents = std::vector<yaml::Document>;

Documents shipped_documents() {
  Documents documents;
  documents.reserve(embedded_files().size());
  for (const EmbeddedFile& file : embedded_files()) {
    documents.emplace_back(std::string(file.name), file.file, file.nodes, file.strings);
  }
  return documents;
}

std::vector<std::string> names_of(const Documents& documents) {
  std::vector<std::string> names;
  for (const yaml::Document& document : documents) names.push_back(document.name());
  return names;
}

Diagnostic path_fault(const std::string& path, std::string message) {
  Diagnostic fault;
  fault.file = path;
  fault.line = 0;
  fault.column = 0;
  fault.message = std::move(message);
  return fault;
}

/// The packs that a path stands for: itself, or the *.yaml files in and below a folder, in order of name.
std::vector<std::string> pack_files(const std::string& path, std::vector<Diagnostic>& faults) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(path, error)) return {path};
  std::vector<std::string> files;
  fs::recursive_directory_iterator entry(path, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const std::string extension = entry->path().extension().string();
    std::error_code ignored;
    if ((extension == ".yaml" || extension == ".yml") && !entry->is_directory(ignored)) {
      files.push_back(entry->path().string());
    }
  }
  if (error) {
    faults.push_back(path_fault(path, "the folder cannot be read: " + error.message()));
  } else if (files.empty()) {
    faults.push_back(path_fault(path, "the folder holds no rule pack (*.yaml)"));
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Puts faults into the order of the files, and within a file from top to bottom. Of a file with very many
/// the first ones are kept.
void sort_faults(std::vector<Diagnostic>& faults, const std::vector<std::string>& files) {
  std::unordered_map<std::string_view, std::size_t> ranks;
  for (std::size_t i = 0; i < files.size(); ++i) ranks.emplace(files[i], i);
  const auto place = [&](const Diagnostic& fault) {
    const auto known = ranks.find(fault.file);
    return std::tuple(known == ranks.end() ? files.size() : known->second, std::string_view(fault.file),
                      fault.line, fault.column);
  };
  std::stable_sort(faults.begin(), faults.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });

  std::vector<Diagnostic> kept;
  for (std::size_t begin = 0; begin < faults.size();) {
    std::size_t end = begin;
    while (end < faults.size() && faults[end].file == faults[begin].file) ++end;
    const std::size_t shown = std::min(end, begin + kFaultsPerFile);
    const std::string file = faults[begin].file;
    std::move(faults.begin() + static_cast<std::ptrdiff_t>(begin),
              faults.begin() + static_cast<std::ptrdiff_t>(shown), std::back_inserter(kept));
    if (end > shown)
      kept.push_back(path_fault(file, std::to_string(end - shown) + " more faults are not shown"));
    begin = end;
  }
  faults = std::move(kept);
}

std::uint32_t slots_of(const CompiledRule& rule) {
  std::uint32_t slots = rule.match_slot + 1;
  const auto need = [&](const std::optional<expression::Program>& program) {
    if (program) slots = std::max(slots, program->slots());
  };
  need(rule.items);
  need(rule.when);
  need(rule.at);
  need(rule.in);
  for (const LevelCase& level : rule.levels) slots = std::max(slots, level.when.slots());
  for (const MessagePart& part : rule.message) need(part.value);
  return slots;
}

void put(const yaml::Node& root, Fnv& hash) {
  for (yaml::Node node = root; node.index() < root.index() + root.data().nodes;
       node = {root.document(), node.index() + 1}) {
    hash.put_text(fmt::format("{} {}", static_cast<int>(node.kind()), node.data().size));
    hash.put_text(node.text());
  }
}

/// Fills an empty set from documents of which the first `shipped` are part of the binary.
void build(const Documents& documents, std::size_t shipped, RuleSet::Compiled& set,
           std::vector<Diagnostic>& faults, RuleCoverage* coverage) {
  set.cable_type = add_cable_types(set.schema).cable;
  if (coverage != nullptr) coverage->declare(set.schema);
  std::vector<const yaml::Document*> tables;
  for (const yaml::Document& document : documents) {
    if (VocabularyLoader::is_table(document)) tables.push_back(&document);
  }
  for (std::size_t i = shipped; i < documents.size(); ++i) put(documents[i].root(), set.own_packs);

  VocabularyLoader vocabulary(faults);
  vocabulary.read(tables);
  set.vocabulary = vocabulary.finish(set.schema);

  RuleLoader rules(set, faults, coverage);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (!VocabularyLoader::is_table(documents[i])) rules.read(documents[i], i < shipped);
  }
  rules.finish();
  std::sort(set.rules.begin(), set.rules.end(),
            [](const CompiledRule& a, const CompiledRule& b) { return a.info.id < b.info.id; });
  std::sort(set.pair_rules.begin(), set.pair_rules.end(),
            [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
  for (const CompiledRule& rule : set.rules) set.slots = std::max(set.slots, slots_of(rule));
}

}  // namespace

RuleSet::RuleSet() : compiled_(std::make_unique<Compiled>()) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

std::optional<RuleSet> RuleSet::load(const std::vector<std::string>& paths, std::vector<Diagnostic>& faults,
                                     RuleCoverage* coverage) {
  const std::size_t before = faults.size();
  Documents documents = shipped_documents();
  const std::size_t shipped = documents.size();
  std::vector<std::string> files = names_of(documents);
  for (const std::string& path : paths) {
    files.push_back(path);
    for (const std::string& file : pack_files(path, faults)) {
      files.push_back(file);
      std::optional<yaml::Document> document = yaml::read_file(file, faults);
      if (document) documents.push_back(std::move(*document));
    }
  }
  RuleSet set;
  build(documents, shipped, *set.compiled_, faults, coverage);
  if (faults.size() == before) return set;
  sort_faults(faults, files);
  return std::nullopt;
}

std::optional<RuleSet> RuleSet::from_text(const std::vector<PackText>& packs, std::vector<Diagnostic>& faults,
                                          bool shipped, RuleCoverage* coverage) {
  const std::size_t before = faults.size();
  Documents documents = shipped ? shipped_documents() : Documents{};
  const std::size_t count = documents.size();
  std::vector<std::string> files = names_of(documents);
  for (const PackText& pack : packs) {
    files.push_back(pack.name);
    std::optional<yaml::Document> document = yaml::read_text(pack.name, pack.text, faults);
    if (document) documents.push_back(std::move(*document));
  }
  RuleSet set;
  build(documents, count, *set.compiled_, faults, coverage);
  if (faults.size() == before) return set;
  sort_faults(faults, files);
  return std::nullopt;
}

const Vocabulary& RuleSet::vocabulary() const {
  return compiled_->vocabulary;
}

const std::vector<Profile>& RuleSet::profiles() const {
  return compiled_->profiles;
}

std::uint64_t RuleSet::identity() const {
  Fnv hash = compiled_->own_packs;
  hash.put_text(kVersion);
  for (const EmbeddedFile& file : embedded_files()) {
    hash.put_text(std::to_string(file.nodes.size()));
    hash.put_text(file.strings);
  }
  return hash.value();
}

std::vector<const RuleInfo*> RuleSet::rules() const {
  std::vector<const RuleInfo*> rules;
  rules.reserve(compiled_->rules.size());
  for (const CompiledRule& rule : compiled_->rules) rules.push_back(&rule.info);
  return rules;
}

std::vector<const RuleInfo*> RuleSet::pair_rules() const {
  std::vector<const RuleInfo*> rules;
  rules.reserve(compiled_->pair_rules.size());
  for (const RuleInfo& rule : compiled_->pair_rules) rules.push_back(&rule);
  return rules;
}

std::vector<const RuleInfo*> RuleSet::all_rules() const {
  const std::vector<const RuleInfo*> cables = rules();
  const std::vector<const RuleInfo*> pairs = pair_rules();
  std::vector<const RuleInfo*> all(cables.size() + pairs.size());
  std::merge(cables.begin(), cables.end(), pairs.begin(), pairs.end(), all.begin(),
             [](const RuleInfo* a, const RuleInfo* b) { return a->id < b->id; });
  return all;
}

const RuleInfo* RuleSet::find(std::string_view id_or_name) const {
  const auto fits = [&](const RuleInfo& rule) {
    return folded_equal(rule.id, id_or_name) || folded_equal(rule.name, id_or_name);
  };
  for (const CompiledRule& rule : compiled_->rules) {
    if (fits(rule.info)) return &rule.info;
  }
  for (const RuleInfo& rule : compiled_->pair_rules) {
    if (fits(rule)) return &rule;
  }
  return nullptr;
}

std::string_view group_of(const RuleInfo& rule) {
  constexpr std::size_t kDigits = 3;
  return std::string_view(rule.id).substr(0, rule.id.size() - std::min(kDigits, rule.id.size()));
}

std::string period_of(const RuleInfo& rule) {
  if (const PairFault* const fault = pair_fault(rule.fault))
    return "two texts that `cablelint " + std::string(fault->command) + "` holds against each other";
  if (rule.since && rule.until)
    return "cables dated from " + iso(*rule.since) + " to the day before " + iso(*rule.until);
  if (rule.since) return "cables dated " + iso(*rule.since) + " or later";
  if (rule.until) return "cables dated before " + iso(*rule.until);
  return "cables of every date";
}

std::vector<Diagnostic> RuleSet::load_cases() {
  std::vector<Diagnostic> faults;
  for (const EmbeddedFile& file : embedded_files()) {
    const std::optional<yaml::Document> document =
        yaml::read_text(std::string(file.name), std::string(file.file), faults);
    if (!document || VocabularyLoader::is_table(*document)) continue;
    const std::optional<yaml::Node> rules = rules_of(*document, faults);
    if (!rules) continue;
    for (const yaml::Node rule : rules->items()) {
      const yaml::Lookup id(rule, "id");
      const auto pair = std::find_if(
          compiled_->pair_rules.begin(), compiled_->pair_rules.end(),
          [&](const RuleInfo& other) { return id && other.id == id->text() && other.file == file.name; });
      if (pair != compiled_->pair_rules.end()) pair->check = read_check(rule);
      const auto known =
          std::find_if(compiled_->rules.begin(), compiled_->rules.end(), [&](const CompiledRule& other) {
            return id && other.info.id == id->text() && other.info.file == file.name;
          });
      if (known == compiled_->rules.end()) continue;
      known->info.check = read_check(rule);
      if (const yaml::Lookup flags(rule, "flags"); flags)
        known->info.flags = read_cases({flags.key(), *flags}, faults);
      if (const yaml::Lookup passes(rule, "passes"); passes) {
        known->info.passes = read_cases({passes.key(), *passes}, faults);
      }
    }
  }
  return faults;
}

}  // namespace cablelint
