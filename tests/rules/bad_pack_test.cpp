#include <cablelint/rule_set.hpp>

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

using cablelint::Diagnostic;
using cablelint::RuleSet;

namespace {

/// The faults of one pack, each by its first line; "" when it loads.
std::string faults_of(const std::string& pack) {
  std::vector<Diagnostic> faults;
  const auto rules = RuleSet::from_text({{"x.yaml", pack}}, faults, false);
  std::string out;
  for (const Diagnostic& fault : faults) {
    const std::string text = to_text(fault);
    out += (out.empty() ? "" : "\n") + text.substr(0, text.find('\n'));
  }
  BOOST_TEST(rules.has_value() == faults.empty());
  return out;
}

/// A rule with all it needs but the keys in `more`.
std::string rule(std::string_view more) {
  return "- id: ACME001\n  name: a-rule\n  level: error\n  summary: It is wrong.\n" + std::string(more);
}

struct Row {
  std::string pack;
  std::string expected;
};

void check(const std::vector<Row>& table) {
  for (const Row& row : table)
    BOOST_TEST(faults_of(row.pack) == row.expected, row.pack.substr(0, 600) << "\n" << faults_of(row.pack));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bad_pack)

BOOST_AUTO_TEST_CASE(shape_of_the_file) {
  check({
      {"", "x.yaml:1:1: error: the file is empty; a rule pack is a list of rules"},
      {"# only a comment\n", "x.yaml:1:1: error: the file is empty; a rule pack is a list of rules"},
      {"words\n", "x.yaml:1:1: error: this is not a rule pack; a rule pack is a list of rules"},
      {"id: ACME001\nname: a\n",
       "x.yaml:1:1: error: a rule that is not in a list; begin the first key of each rule with `- ` and "
       "indent the "
       "others"},
      {"schema: x\n",
       "x.yaml:1:1: error: the file has neither `rules` nor `table`; a rule pack is a list of rules, or a "
       "map with one "
       "under `rules`"},
      {"rules: 1\n", "x.yaml:1:8: error: `rules` must be a list of rules"},
      {"rules:\n", "x.yaml:1:1: error: `rules` must be a list of rules"},
      {"ruels: []\nrules: []\n", "x.yaml:1:1: error: unknown key `ruels`; did you mean `rules`?"},
      {"- a\n- [b]\n",
       "x.yaml:1:3: error: every item of a rule pack must be a rule, a map of keys\n"
       "x.yaml:2:3: error: every item of a rule pack must be a rule, a map of keys"},
      {"[]\n", ""},
      {"schema: cablelint.rules/1\nrules: []\n", ""},
  });
}

BOOST_AUTO_TEST_CASE(keys) {
  check({
      {rule("  when: \"true\"\n  message: m\n"), ""},
      {"- {}\n",
       "x.yaml:1:3: error: the rule has no `id`\n"
       "x.yaml:1:3: error: the rule has no `name`\n"
       "x.yaml:1:3: error: the rule has no `level`\n"
       "x.yaml:1:3: error: the rule has no `summary`\n"
       "x.yaml:1:3: error: the rule has no `message`\n"
       "x.yaml:1:3: error: the rule does not say when it fires; add `when`, `for` or `pattern`"},
      {rule("  when: \"true\"\n  mesage: text\n"),
       "x.yaml:1:3: error: the rule has no `message`\n"
       "x.yaml:6:3: error: unknown key `mesage`; did you mean `message`?"},
      {rule("  when: \"true\"\n  message:\n"), "x.yaml:6:3: error: `message` is empty"},
      {rule("  when: \"true\"\n  message: [m]\n"), "x.yaml:6:12: error: `message` must be text"},
      {rule("  when: \"true\"\n  message: {cable.subject}\n"),
       "x.yaml:6:12: error: `message` must be text; put a text that begins with `{` in quotes"},
      {"- {id: DCL1, name: a, level: note, summary: s, message: m, when: \"true\"}\n",
       "x.yaml:1:8: error: this is not the id of a rule; write 2 to 10 capitals or digits and then three "
       "digits: "
       "ACME001"},
      {"- {id: ABC001, name: A_b, level: note, summary: s, message: m, when: \"true\"}\n",
       "x.yaml:1:22: error: this is not the name of a rule; write small letters, digits and hyphens: "
       "portion-above-header"},
      {"- {id: ABC001, name: a, level: warn, summary: s, message: m, when: \"true\"}\n",
       "x.yaml:1:32: error: unknown level `warn`; the levels are error, warning and note"},
      {"- {id: ABC001, name: a, level: eror, summary: s, message: m, when: \"true\"}\n",
       "x.yaml:1:32: error: unknown level `eror`; did you mean `error`?"},
      {rule("  when: \"true\"\n  message: m\n  since: 2003-02-30\n  until: soon\n"),
       "x.yaml:7:10: error: `since` must be a date; write it as 2003-09-22\n"
       "x.yaml:8:10: error: `until` must be a date; write it as 2003-09-22"},
      {rule("  when: \"true\"\n  message: m\n  since: 2003-02-20\n  until: 2003-02-20\n"),
       "x.yaml:8:10: error: `until` must be later than `since`"},
      {rule("  when: \"true\"\n  message: m\n  flags: text\n  passes: [[], {txt: a}, {text: b, as_of: x}]\n"),
       "x.yaml:7:10: error: `flags` must be a list of cables\n"
       "x.yaml:8:12: error: every item of `passes` must be a cable, or a map with `text`\n"
       "x.yaml:8:16: error: the case has no `text`\n"
       "x.yaml:8:17: error: unknown key `txt`; did you mean `text`?\n"
       "x.yaml:8:43: error: `as_of` must be a date; write it as 2003-09-22"},
      {rule("  when: \"true\"\n  message: m\n  levels: [{when: \"1\", level: note}, {level: note}]\n"),
       "x.yaml:7:20: error: `when` must be true or false, but this is int\n"
       "x.yaml:7:38: error: every item of `levels` needs `when` and `level`"},
  });
}

BOOST_AUTO_TEST_CASE(overrides_and_profiles) {
  const std::string known = "rules:\n" + rule("  when: \"true\"\n  message: m\n");
  check({
      {known + "overrides: {ACME001: off, a-rule: note}\n", ""},
      {"overrides: 1\n",
       "x.yaml:1:12: error: `overrides` must be a map of rules to levels; write STR013: off, or "
       "DCL001: error"},
      {known + "overrides: {ACME002: off}\n",
       "x.yaml:8:13: error: there is no rule `ACME002` to override; did you mean `ACME001`?"},
      {known + "overrides: {ACME001: of}\n",
       "x.yaml:8:22: error: unknown level `of`; the levels are error, warning and note"},
      {"profiles: {name: a}\n", "x.yaml:1:11: error: `profiles` must be a list of profiles"},
      {"profiles: [a]\n", "x.yaml:1:12: error: every item of `profiles` must be a map of keys"},
      {"profiles: [{name: a, sumary: s}]\n",
       "x.yaml:1:12: error: the profile has no `summary`\n"
       "x.yaml:1:22: error: unknown key `sumary`; did you mean `summary`?"},
      {"profiles: [{name: a, summary: s}, {name: a, summary: s}]\n",
       "x.yaml:1:35: error: there is a profile `a` already"},
      {"profiles: [{name: a, summary: s, levels: {DCL: eror}}]\n",
       "x.yaml:1:48: error: unknown level `eror`; did you mean `error`?"},
  });
}

BOOST_AUTO_TEST_CASE(duplicates) {
  check({
      {rule("  when: \"true\"\n  message: m\n") + rule("  when: \"true\"\n  message: m\n"),
       "x.yaml:7:7: error: duplicate id `ACME001`; it is given first in x.yaml, line 1\n"
       "x.yaml:8:9: error: duplicate name `a-rule`; it is given first in x.yaml, line 2"},
      {"- id: ACME001\n  id: ACME002\n",
       "x.yaml:2:3: error: duplicate key `id`; it is given first on line 1"},
  });
}

BOOST_AUTO_TEST_CASE(expressions) {
  check({
      {rule("  when: has(cable.subjct)\n  message: m\n"),
       "x.yaml:5:19: error: Cable has no field `subjct`; did you mean `subject`?"},
      {rule("  when: >-\n    has(cable.subject)\n    && has(cable.subjct)\n  message: m\n"),
       "x.yaml:7:18: error: Cable has no field `subjct`; did you mean `subject`?"},
      {rule("  when: |\n    cable.subject.text == 1\n  message: 'it''s {cable.subjct}'\n"),
       "x.yaml:6:5: error: `string == int` is always false\n"
       "x.yaml:7:26: error: Cable has no field `subjct`; did you mean `subject`?"},
      {rule("  for: p in cable.subject\n  message: m\n"),
       "x.yaml:5:13: error: `for` needs a list, but this is Subject"},
      {rule("  for: cable.paragraphs\n  message: m\n"),
       "x.yaml:5:8: error: `for` must name a variable and a list; write `p in cable.paragraphs`"},
      {rule("  for: S in cable.paragraphs\n  message: m\n"),
       "x.yaml:5:8: error: the name `S` is taken; choose another name for the variable"},
      {rule("  when: as_of\n  message: m\n"),
       "x.yaml:5:9: error: `when` must be true or false, but this is date"},
      {rule("  when: \"true\"\n  at: size(cable.paragraphs)\n  message: m\n"),
       "x.yaml:6:7: error: `at` must be something that stands in the cable, but this is int; name a part of "
       "it, such "
       "as `cable.subject`"},
      {rule("  when: \"true\"\n  message: \"a {as_of} {{x}} {} {as_of + } } {\"\n"),
       "x.yaml:6:29: error: there is nothing between the braces; write an expression, or `{{}}` for braces\n"
       "x.yaml:6:41: error: expected a value, but the expression ends\n"
       "x.yaml:6:43: error: a `}` without its `{`; write `}}` for a brace\n"
       "x.yaml:6:45: error: a `{` without its `}`; write `{{` for a brace"},
  });
}

BOOST_AUTO_TEST_CASE(patterns) {
  check({
      {rule("  pattern: a+\n  in: cable\n  message: '{match}'\n"), ""},
      {rule("  pattern: a+\n  message: m\n"),
       "x.yaml:5:3: error: `pattern` needs `in`, the part of the cable to search; `in: cable` searches all "
       "of it"},
      {rule("  in: cable\n  when: \"true\"\n  message: m\n"),
       "x.yaml:5:3: error: `in` is the part of the cable that `pattern` searches; add `pattern`"},
      {rule("  pattern: 'x (a|b'\n  in: cable\n  message: m\n"),
       "x.yaml:5:13: error: bad regular expression: missing ): x (a|b"},
      {rule("  pattern: 'a(?=b)'\n  in: cable\n  message: m\n"),
       "x.yaml:5:14: error: bad regular expression: invalid perl operator: (?="},
      {rule("  pattern: '((a{1000}){1000}){1000}'\n  in: cable\n  message: m\n"),
       "x.yaml:5:16: error: bad regular expression: invalid repetition size: {1000}"},
  });
}

BOOST_AUTO_TEST_CASE(a_rule_that_extends_another) {
  const std::string known = rule("  when: has(cable.subject)\n  message: m\n");
  const auto child = [](std::string_view id, std::string_view more) {
    return "- id: " + std::string(id) + "\n  name: child-" + std::string(id.substr(4)) + "\n" +
           std::string(more);
  };
  const std::string circle = "x.yaml:3:12: error: rules that extend one another in a circle\n";
  check({
      {known + child("ACME002", "  extends: ACME001\n"), ""},
      {child("ACME002", "  extends: a-rule\n") + known, ""},
      {child("ACME003", "  extends: ACME002\n") + child("ACME002", "  extends: ACME001\n") + known, ""},
      {known + child("ACME002", "  extends: ACME01\n"),
       "x.yaml:9:12: error: there is no rule `ACME01` to extend; did you mean `ACME001`?"},
      {known + child("ACME002", "  extends:\n"), "x.yaml:9:3: error: `extends` is empty"},
      {known + child("ACME002", "  extends: [ACME001]\n"), "x.yaml:9:12: error: `extends` must be text"},
      {child("ACME002", "  extends: ACME002\n"), "x.yaml:3:12: error: a rule cannot extend itself"},
      {child("ACME002", "  extends: ACME003\n") + child("ACME003", "  extends: ACME002\n"),
       circle + "x.yaml:6:12: error: rules that extend one another in a circle"},
      // One that hangs on a circle, and one that hangs on a rule without its parent: one fault for each
      // reason.
      {child("ACME002", "  extends: ACME003\n") + child("ACME003", "  extends: ACME002\n") +
           child("ACME004", "  extends: ACME003\n"),
       circle +
           "x.yaml:6:12: error: rules that extend one another in a circle\n"
           "x.yaml:9:12: error: more than 8 rules extend one another, or go round in a circle; extend the "
           "first of them"},
      {child("ACME002", "  extends: ACME003\n") + child("ACME003", "  extends: NONE001\n"),
       "x.yaml:6:12: error: there is no rule `NONE001` to extend"},
      // The parent's fault is told once, and a fault that only the child has at its `extends`.
      {rule("  when: has(cable.subjct)\n  message: m\n") + child("ACME002", "  extends: ACME001\n"),
       "x.yaml:5:19: error: Cable has no field `subjct`; did you mean `subject`?"},
      {rule("  for: p in cable.paragraphs\n  message: '{p.number}'\n") +
           child("ACME002", "  extends: ACME001\n  for: q in cable.paragraphs\n"),
       "x.yaml:9:12: error: what is taken over from `ACME001` does not fit: unknown name `p`"},
      {known + child("ACME002", "  extends: ACME001\n  when: has(cable.subjct)\n"),
       "x.yaml:10:19: error: Cable has no field `subjct`; did you mean `subject`?"},
      {rule("  when: \"true\"\n  message: m\n  until: 2000-01-01\n") +
           child("ACME002", "  extends: ACME001\n  since: 2003-01-01\n"),
       "x.yaml:10:12: error: what is taken over from `ACME001` does not fit: `until` must be later than "
       "`since`"},
      {known + child("ACME001", "  extends: ACME001\n"),
       "x.yaml:7:7: error: duplicate id `ACME001`; it is given first in x.yaml, line 1"},
  });
}

BOOST_AUTO_TEST_CASE(more_than_anyone_writes) {
  std::string overrides = "overrides:\n";
  for (int i = 0; i < 150; ++i) overrides += "  Q" + std::to_string(i) + ": off\n";
  const auto last_line = [](const std::string& text) { return text.substr(text.rfind('\n') + 1); };
  BOOST_TEST(last_line(faults_of(overrides)) == "x.yaml: error: 50 more faults are not shown");

  const auto many = [](std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
  };
  const std::string nested = "error: the expression is nested too deeply; at most 200 levels";
  check({
      {std::string(5 * 1024 * 1024, '#'), "x.yaml: error: the file is larger than 4 MiB; split it"},
      {many("[", 10'000) + many("]", 10'000), "x.yaml:1:65: error: values are nested more than 64 deep"},
      {many("[", 1'000'000), "x.yaml:1:100001: error: values are nested more than 64 deep"},
      {many("{a: ", 10'000) + many("}", 10'000), "x.yaml:1:257: error: values are nested more than 64 deep"},
      {many("- ", 10'000), "x.yaml:1:129: error: values are nested more than 64 deep"},
      {"[" + many("1,", 500'000) + "]",
       "x.yaml:1:800001: error: the file has more than 100,000 values; split it"},
      {many("- 1\n", 200'000), "x.yaml:100000:3: error: the file has more than 100,000 values; split it"},
      {"- &a x\n- *a\n",
       "x.yaml:1:3: error: anchors such as `&a` are not supported; write the value out\n"
       "x.yaml:2:3: error: aliases are not supported; write the value out"},
      {rule("  when: " + many("(", 10'000) + "1\n  message: m\n"), "x.yaml:5:209: " + nested},
      {rule("  when: '" + many("[", 10'000) + many("]", 10'000) + "'\n  message: m\n"),
       "x.yaml:5:210: " + nested},
      {rule("  when: '" + many("size(", 10'000) + "'\n  message: m\n"), "x.yaml:5:1010: " + nested},
      {rule("  when: '" + many("!", 70'000) + "true'\n  message: m\n"),
       "x.yaml:5:10: error: the expression is too long; at most 64 KiB"},
      {rule("  pattern: '" + many("(?:.{0,900})", 200) + "'\n  in: cable\n  message: m\n"),
       "x.yaml:5:13: error: bad regular expression: pattern too large - compile failed"},
  });
}

BOOST_AUTO_TEST_CASE(many_large_patterns) {
  std::string pack;
  for (int i = 0; i < 999; ++i) {
    const std::string number = std::to_string(1000 + i).substr(1);
    pack += "- {id: ACME" + number + ", name: r-" + number +
            ", level: note, summary: s, message: m, in: cable, pattern: '(?:.{0,900})(?:.{0,900})'}\n";
  }
  const std::string found = faults_of(pack);
  BOOST_TEST(found.ends_with(
      ":3: error: up to here the regular expressions of all rules take too much memory; make them shorter"));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_yaml) {
  check({
      {"- id: A\xff\n", "x.yaml:1:8: error: this byte is not UTF-8; save the file as UTF-8"},
      {std::string("- id: A\0B\n", 11),
       "x.yaml:1:8: error: a control character; write it as an escape in double quotes"},
      {"- id: A\r- b\r", "x.yaml:1:8: error: a control character; write it as an escape in double quotes"},
      {"\xff\xfe-\0", "x.yaml:1:1: error: this byte is not UTF-8; save the file as UTF-8"},
      {"- id: ACME001\n\tname: a\n", "x.yaml:2:1: error: a tab in the indentation; indent with blanks"},
      {"\xEF\xBB\xBF", "x.yaml:1:1: error: the file is empty; a rule pack is a list of rules"},
      {"\xEF\xBB\xBF[]\n", ""},
      {"- id: ACME001\r\n  id: ACME002\r\n",
       "x.yaml:2:3: error: duplicate key `id`; it is given first on line 1"},
      {"--- []\n--- []\n",
       "x.yaml:2:1: error: a second document begins here; a file holds one document: remove the `---`"},
      {"- !!int 1\n", "x.yaml:1:3: error: tags are not supported; remove it"},
      {"- 'x\n", "x.yaml:1:3: error: a quote that is not closed"},
  });
}

BOOST_AUTO_TEST_CASE(what_is_no_file) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("cablelint_bad_pack_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder / "empty");
  std::filesystem::create_directories(folder / "pack.yaml");
  const std::string pipe = (folder / "pipe").string();
  BOOST_REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const auto first = [](const std::string& path) {
    std::vector<Diagnostic> faults;
    BOOST_TEST(!RuleSet::load({path}, faults).has_value());
    BOOST_REQUIRE(faults.size() == 1U);
    return to_text(faults[0]).substr(path.size());
  };
  BOOST_TEST(first((folder / "none.yaml").string()) == ": error: there is no such file");
  BOOST_TEST(first((folder / "empty").string()) == ": error: the folder holds no rule pack (*.yaml)");
  BOOST_TEST(first((folder / "pack.yaml").string()) == ": error: the folder holds no rule pack (*.yaml)");
  BOOST_TEST(first(pipe) == ": error: this is not a regular file");
  BOOST_TEST(first("/dev/zero") == ": error: this is not a regular file");
  std::filesystem::remove_all(folder);
}

BOOST_AUTO_TEST_CASE(one_fault_in_full) {
  std::vector<Diagnostic> faults;
  BOOST_TEST(!RuleSet::from_text({{"x.yaml", rule("  when: >-\n    as_of > cable.subjct\n  message: m\n")}},
                                 faults, false));
  BOOST_REQUIRE(faults.size() == 1U);
  BOOST_TEST(to_text(faults[0]) ==
             "x.yaml:6:19: error: Cable has no field `subjct`; did you mean `subject`?\n"
             "  |\n"
             "6 |     as_of > cable.subjct\n"
             "  |                   ^^^^^^");
}

BOOST_AUTO_TEST_CASE(all_packs_at_once) {
  std::vector<Diagnostic> faults;
  BOOST_TEST(
      !RuleSet::from_text({{"b.yaml", "- 1\n"}, {"a.yaml", "- 'x\n"}, {"c.yaml", "- 2\n"}}, faults, false));
  std::string names;
  for (const Diagnostic& fault : faults) names += fault.file + ' ';
  BOOST_TEST(names == "b.yaml a.yaml c.yaml ");
}

BOOST_AUTO_TEST_SUITE_END()
