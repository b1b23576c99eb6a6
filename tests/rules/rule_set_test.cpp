#include <cablelint/rule_set.hpp>

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <cablelint/embedded.hpp>
#include <cablelint/lint.hpp>
#include <cablelint/parse.hpp>
#include <cablelint/rule_test.hpp>
#include <cablelint/yaml/reader.hpp>

using cablelint::Diagnostic;
using cablelint::EmbeddedFile;
using cablelint::RuleInfo;
using cablelint::RuleSet;
namespace yaml = cablelint::yaml;

namespace {

/// What two trees of the same file differ in, when one leaves out the cases of rules.
bool same_but_for_cases(yaml::Node image, yaml::Node file) {
  if (image.kind() != file.kind() || image.line() != file.line() || image.text() != file.text() ||
      image.data().begin != file.data().begin || image.data().style != file.data().style) {
    return false;
  }
  std::vector<yaml::Node> left;
  std::vector<yaml::Node> right;
  for (const yaml::Node item : image.items()) left.push_back(item);
  for (const yaml::Node item : file.items()) right.push_back(item);
  for (const yaml::Entry entry : image.entries()) left.insert(left.end(), {entry.key, entry.value});
  for (const yaml::Entry entry : file.entries()) {
    if (entry.key.text() != "flags" && entry.key.text() != "passes")
      right.insert(right.end(), {entry.key, entry.value});
  }
  if (left.size() != right.size()) return false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (!same_but_for_cases(left[i], right[i])) return false;
  }
  return true;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rule_set)

// As shipped ones they are compiled only when they are used.
BOOST_AUTO_TEST_CASE(the_patterns_of_shipped_rules_are_sound) {
  std::vector<cablelint::PackText> packs;
  for (const EmbeddedFile& file : cablelint::embedded_files())
    packs.push_back({std::string(file.name), std::string(file.file)});
  std::vector<Diagnostic> faults;
  BOOST_TEST(RuleSet::from_text(packs, faults, false).has_value());
  for (const Diagnostic& fault : faults) BOOST_ERROR(to_text(fault));
}

BOOST_AUTO_TEST_CASE(the_image_is_what_the_files_say) {
  BOOST_TEST(!cablelint::embedded_files().empty());
  for (const EmbeddedFile& file : cablelint::embedded_files()) {
    std::vector<Diagnostic> faults;
    const auto read = yaml::read_text(std::string(file.name), std::string(file.file), faults);
    BOOST_REQUIRE(read);
    const yaml::Document image(std::string(file.name), file.file, file.nodes, file.strings);
    BOOST_TEST(same_but_for_cases(image.root(), read->root()), file.name);
    BOOST_TEST(file.name.starts_with("rules/"), file.name);
  }
}

BOOST_AUTO_TEST_CASE(shipped_rules_load) {
  std::vector<Diagnostic> faults;
  std::optional<RuleSet> rules = RuleSet::load({}, faults);
  for (const Diagnostic& fault : faults) BOOST_ERROR(to_text(fault));
  BOOST_REQUIRE(rules);
  BOOST_TEST(rules->find("dcl001") == rules->find("DCL001"));
  BOOST_REQUIRE(rules->find("DCL001") != nullptr);
  BOOST_TEST(rules->find(rules->find("DCL001")->name) == rules->find("DCL001"));
  BOOST_TEST(rules->find("DCL999") == nullptr);

  BOOST_TEST(rules->find("DCL001")->flags.empty());
  for (const Diagnostic& fault : rules->load_cases()) BOOST_ERROR(to_text(fault));
  std::string last;
  for (const RuleInfo* const rule : rules->rules()) {
    BOOST_TEST(last < rule->id);
    last = rule->id;
    BOOST_TEST(!rule->flags.empty(), rule->id);
    BOOST_TEST(!rule->passes.empty(), rule->id);
  }
}

BOOST_AUTO_TEST_CASE(shipped_rules_prove_themselves) {
  std::vector<Diagnostic> faults;
  std::optional<RuleSet> rules = RuleSet::load({}, faults);
  BOOST_REQUIRE(rules);
  BOOST_TEST(rules->load_cases().empty());
  for (const cablelint::RuleTestResult& result : test_rules(*rules)) {
    for (const std::string& failure : result.failures) BOOST_ERROR(failure);
  }
}

BOOST_AUTO_TEST_CASE(files_and_folders) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "cablelint_rule_set_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "more");
  const auto pack = [](const std::string& id) {
    return "- {id: " + id + ", name: n-" + std::string(id.substr(4)) +
           ", level: note, summary: s, message: m, when: \"true\"}\n";
  };
  std::ofstream(folder / "b.yaml") << pack("ACME002");
  std::ofstream(folder / "more" / "a.yml") << pack("ACME001");
  std::ofstream(folder / "more" / "notes.txt") << "not a pack";
  std::filesystem::create_directories(folder / "empty");

  std::vector<Diagnostic> faults;
  const auto rules = RuleSet::load({folder.string()}, faults);
  for (const Diagnostic& fault : faults) BOOST_ERROR(to_text(fault));
  BOOST_REQUIRE(rules);
  BOOST_REQUIRE(rules->find("ACME001") != nullptr);
  BOOST_TEST(rules->find("ACME001")->file == (folder / "more" / "a.yml").string());
  BOOST_TEST(rules->find("n-002") == rules->find("ACME002"));

  BOOST_TEST(!RuleSet::load({(folder / "empty").string(), (folder / "none").string()}, faults));
  BOOST_REQUIRE(faults.size() == 2U);
  BOOST_TEST(to_text(faults[0]) ==
             (folder / "empty").string() + ": error: the folder holds no rule pack (*.yaml)");
  BOOST_TEST(to_text(faults[1]) == (folder / "none").string() + ": error: there is no such file");
  std::filesystem::remove_all(folder);
}

BOOST_AUTO_TEST_CASE(a_rule_takes_over_what_it_does_not_say) {
  const std::string parent =
      "- id: ACME001\n  name: parent\n  level: error\n  summary: S.\n  rationale: R.\n  help: H.\n"
      "  authority: [A]\n  since: 2001-01-01\n  when: has(cable.subject)\n  message: m\n"
      "  levels: [{when: has(cable.record), level: note}]\n  flags: [text]\n  passes: [text]\n";
  const std::string child =
      "- id: ACME002\n  name: child\n  extends: parent\n  level: warning\n  help: Call us.\n  until: "
      "2002-01-01\n";
  const std::string grandchild = "- id: ACME003\n  name: grandchild\n  extends: ACME002\n  summary: T.\n";
  // In any order of rules and files, and parents do not follow their children.
  for (const auto& packs : std::vector<std::vector<cablelint::PackText>>{
           {{"a.yaml", parent + child + grandchild}},
           {{"a.yaml", grandchild}, {"b.yaml", child}, {"c.yaml", parent}}}) {
    std::vector<Diagnostic> faults;
    const std::optional<RuleSet> rules = RuleSet::from_text(packs, faults, false);
    for (const Diagnostic& fault : faults) BOOST_ERROR(to_text(fault));
    BOOST_REQUIRE(rules);
    const RuleInfo& first = *rules->find("ACME001");
    const RuleInfo& last = *rules->find("ACME003");
    BOOST_TEST(first.help == "H.");
    BOOST_TEST((first.level == cablelint::Severity::error));
    BOOST_TEST(!first.until);
    BOOST_TEST(last.name == "grandchild");
    BOOST_TEST((last.level == cablelint::Severity::warning));
    BOOST_TEST(last.summary == "T.");
    BOOST_TEST(last.rationale == "R.");
    BOOST_TEST(last.help == "Call us.");
    BOOST_TEST(last.authority == std::vector<std::string>{"A"});
    BOOST_TEST((last.since == first.since && last.until.has_value()));
    BOOST_TEST(first.flags.size() == 1U);
    BOOST_TEST(last.flags.empty());
    BOOST_TEST(last.passes.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_level_of_its_own_is_not_graded_by_the_parent) {
  const std::string packs =
      "- id: ACME001\n  name: parent\n  level: error\n  summary: S.\n  when: \"true\"\n  message: m\n"
      "  levels: [{when: \"true\", level: note}]\n"
      "- id: ACME002\n  name: child\n  extends: ACME001\n"
      "- id: ACME003\n  name: other-child\n  extends: ACME001\n  level: warning\n";
  std::vector<Diagnostic> faults;
  const std::optional<RuleSet> rules = RuleSet::from_text({{"a.yaml", packs}}, faults, false);
  BOOST_REQUIRE(rules);
  const cablelint::Source source = cablelint::Source::borrow("cable", "UNCLAS LISBON 000123\n");
  cablelint::Cable cable;
  cablelint::Parser(rules->vocabulary()).parse(source, cable);
  cablelint::Linter linter(*rules, {0, {}, {}});
  std::vector<cablelint::Finding> findings;
  linter.check(source, cable, findings);
  std::string found;
  for (const auto& finding : findings)
    found += std::string(finding.rule) + ' ' + std::string(to_text(finding.level)) + '\n';
  BOOST_TEST(found == "ACME001 note\nACME002 note\nACME003 warning\n");
}

BOOST_AUTO_TEST_SUITE_END()
