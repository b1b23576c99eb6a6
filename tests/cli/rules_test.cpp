#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/pack.hpp"

using cablelint::tests::PackFolder;
using cablelint::tests::Ran;
using cablelint::tests::run_shell;

BOOST_FIXTURE_TEST_SUITE(rules_command_test, PackFolder)

BOOST_AUTO_TEST_CASE(list_aligns_its_columns) {
  BOOST_TEST(run_shell(*this, "cablelint rules list --rules pack.yaml | grep '^TEST' | tr -s ' '").out ==
             "TEST001 error loud-word The word LOUD.\n"
             "TEST002 warning odd-word The word ODD.\n"
             "TEST003 note faint-word The word FAINT.\n");
  // Every line has the level and the name in the same column.
  BOOST_TEST(run_shell(*this,
                       "cablelint rules list --rules pack.yaml | cut -c 1-18 | "
                       "grep -vcE '^[A-Z]+[0-9]{3} +(error  |warning|note   )  $'")
                 .out == "0\n");
}

BOOST_AUTO_TEST_CASE(list_as_json) {
  const auto list = nlohmann::ordered_json::parse(
      run_shell(*this, "cablelint rules list --rules pack.yaml --output json").out);
  BOOST_TEST(list["schema"] == "cablelint.rules/1");
  for (const auto& rule : list["rules"]) {
    if (rule["id"] != "TEST001") continue;
    BOOST_TEST(rule.dump() ==
               R"({"id":"TEST001","name":"loud-word","level":"error","summary":"The word LOUD.",)"
               R"("rationale":"Loud words frighten clerks.","help":"Write it softly.",)"
               R"("authority":["House rules, page 1"],"since":null,"until":null})");
    return;
  }
  BOOST_TEST(false, "TEST001 is not listed");
}

BOOST_AUTO_TEST_CASE(explain_shows_everything) {
  const std::string text =
      "TEST001 loud-word (error)\n"
      "\n"
      "The word LOUD.\n"
      "\n"
      "Why\n"
      "  Loud words frighten clerks.\n"
      "\n"
      "What to do\n"
      "  Write it softly.\n"
      "\n"
      "Authority\n"
      "  House rules, page 1\n"
      "\n"
      "Applies to\n"
      "  cables dated 1973-01-01 or later\n"
      "\n"
      "Fires on\n"
      "  | SECRET ROME 000001\n"
      "  |\n"
      "  | LOUD\n"
      "\n"
      "Stays silent on\n"
      "  | SECRET ROME 000001\n"
      "\n"
      "Defined in pack.yaml:1\n";
  BOOST_REQUIRE(run_shell(*this, "sed -i '/authority/a \\  since: 1973-01-01' pack.yaml").exit == 0);
  for (const char* word : {"TEST001", "test001", "loud-word"}) {
    const Ran ran = run_shell(*this, "cablelint rules explain --rules pack.yaml " + std::string(word));
    BOOST_TEST(ran.exit == 0);
    BOOST_TEST(ran.out == text);
  }
  const auto rule = nlohmann::json::parse(
      run_shell(*this, "cablelint rules explain --rules pack.yaml TEST002 --output json").out);
  BOOST_TEST(rule["flags"][0]["text"] == "ODD");
}

BOOST_AUTO_TEST_CASE(explain_gives_the_nearest_rule) {
  const struct {
    const char* word;
    const char* error;
  } cases[] = {
      {"TEST01", "no rule is called \"TEST01\"; did you mean \"TEST001\"?"},
      {"od-word", "no rule is called \"od-word\"; did you mean \"odd-word\"?"},
      {"TEST", "no rule is called \"TEST\"; `cablelint rules list` shows every rule"},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, "cablelint rules explain --rules pack.yaml " + std::string(each.word));
    BOOST_TEST(ran.exit == 2);
    BOOST_TEST(ran.error == "cablelint: " + std::string(each.error) +
                                "\ncablelint: `cablelint rules explain --help` shows how to use it\n");
  }
}

BOOST_AUTO_TEST_CASE(test_counts_and_names_failures) {
  const Ran good = run_shell(*this, "cablelint rules test pack.yaml --select TEST");
  BOOST_TEST(good.out == "3 rules: 3 passed, 0 failed\n");
  BOOST_TEST(good.exit == 0);

  write("bad.yaml",
        "- id: FAIL001\n  name: never-fires\n  level: note\n  summary: Nothing.\n  when: \"false\"\n"
        "  message: x\n  flags: [ODD]\n  passes: [EVEN]\n");
  const Ran bad = run_shell(*this, "cablelint rules test pack.yaml bad.yaml --select TEST,FAIL");
  BOOST_TEST(bad.out ==
             "FAIL001 never-fires: bad.yaml:7: flags 1 must fire but did not\n"
             "4 rules: 3 passed, 1 failed\n");
  BOOST_TEST(bad.exit == 1);

  const Ran broken = run_shell(*this, "echo '- id: 7' >broken.yaml; cablelint rules test broken.yaml");
  BOOST_TEST(broken.exit == 2);
  BOOST_TEST(broken.out == "");
  BOOST_TEST((broken.error.find("; nothing was tested\n") != std::string::npos), broken.error);
}

BOOST_AUTO_TEST_CASE(coverage_lists_what_no_case_reaches) {
  const Ran good = run_shell(*this, "cablelint rules test pack.yaml --select TEST --coverage");
  BOOST_TEST(good.out == "3 rules: 3 passed, 0 failed\ncoverage: 3 of 3 branches reached\n");
  BOOST_TEST(good.exit == 0);

  write("half.yaml",
        "- id: HALF001\n  name: half-proved\n  level: note\n  summary: Half.\n"
        "  when: >-\n    has(cable.subject)\n    && cable.subject.text == \"A BELL\"\n"
        "  message: x\n  flags: [\"SUBJECT: A BELL\"]\n  passes: [nothing]\n");
  const Ran half = run_shell(*this, "cablelint rules test half.yaml --select HALF --coverage");
  BOOST_TEST(half.out ==
             "1 rule: 1 passed, 0 failed\n"
             "half.yaml:7:8: unreached: no case of HALF001 makes this false\n"
             "  |\n"
             "7 |     && cable.subject.text == \"A BELL\"\n"
             "  |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
             "coverage: 4 of 5 branches reached\n");
  BOOST_TEST(half.exit == 1);
}

BOOST_AUTO_TEST_CASE(docs_escape_what_packs_say) {
  write("evil.yaml",
        "- id: EVIL001\n  name: evil\n  level: note\n  summary: \"<b>|*x*\\e\"\n  in: cable\n"
        "  pattern: \"<\"\n  message: x\n  flags: [{name: \"a & b\", as_of: 2020-01-02, text: "
        "\"</pre><script>``` \\e[2J\"}]\n  passes: [nothing]\n");
  const Ran page = run_shell(
      *this, "cablelint rules docs --rules evil.yaml | sed -n '/<article id=.EVIL001/,/article>/p' | grep .");
  BOOST_TEST(page.out ==
             "<article id=\"EVIL001\">\n"
             "<h3><a href=\"#EVIL001\">EVIL001</a> evil <span class=\"level note\">note</span></h3>\n"
             "<p class=\"summary\">&lt;b&gt;|*x*\\x1b</p>\n"
             "<dl>\n<dt>Applies to</dt>\n<dd>cables of every date</dd>\n<dt>Profiles</dt>\n"
             "<dd><code>marking</code> as note</dd>\n</dl>\n"
             "<details>\n<summary>Check</summary>\n"
             "<pre>in: cable\npattern: &quot;&lt;&quot;\nmessage: x</pre>\n</details>\n"
             "<details>\n<summary>Fires on: 1</summary>\n<figure>\n<figcaption>a &amp; b, as of 2020-01-02"
             "</figcaption>\n<pre>&lt;/pre&gt;&lt;script&gt;``` \\x1b[2J</pre>\n</figure>\n</details>\n"
             "<details>\n<summary>Stays silent on: 1</summary>\n<figure>\n<pre>nothing</pre>\n</figure>\n"
             "</details>\n</article>\n");

  const Ran folder = run_shell(*this,
                               "cablelint rules docs --rules evil.yaml --output-dir new/docs && ls -A "
                               "new/docs | wc -l && cablelint rules list --rules evil.yaml | wc -l");
  BOOST_TEST(folder.exit == 0);
  BOOST_TEST(std::stoi(folder.out) == std::stoi(folder.out.substr(folder.out.find('\n'))) + 2);
  const std::string markdown = read("new/docs/EVIL001.md");
  BOOST_TEST(
      markdown.starts_with("# EVIL001 evil\n\n\\<b\\>\\|\\*x\\*\\\\x1b\n\n- Level: note\n- Group: EVIL\n"),
      markdown);
  BOOST_TEST((markdown.find("````text\n</pre><script>``` \\x1b[2J\n````\n") != std::string::npos), markdown);
  BOOST_TEST(
      (read("new/docs/index.md").find("| [EVIL001](EVIL001.md) | note | `evil` | ") != std::string::npos));
}

BOOST_AUTO_TEST_CASE(docs_appear_together_or_not_at_all) {
  const Ran ran =
      run_shell(*this, "mkdir -p docs/DCL001.md; cablelint rules docs --output-dir docs; ls -A docs");
  BOOST_TEST(ran.out == "DCL001.md\n");
  BOOST_TEST(ran.error == "cablelint: docs/DCL001.md: cannot be written: Is a directory\n");
}

BOOST_AUTO_TEST_CASE(a_new_rule_proves_itself) {
  const Ran written = run_shell(*this, "cablelint rules new ACME001 --name a-new-rule > acme.yaml");
  BOOST_TEST(written.exit == 0);
  const Ran tested = run_shell(*this, "cablelint rules test --select ACME acme.yaml");
  BOOST_TEST(tested.exit == 0);
  BOOST_TEST(tested.out == "1 rule: 1 passed, 0 failed\n");
  const Ran taken = run_shell(*this, "cablelint rules new ACME001 --rules acme.yaml");
  BOOST_TEST(taken.exit == 2);
  BOOST_TEST(taken.error ==
             "cablelint: ACME001 is taken: acme.yaml:3 has it\n"
             "cablelint: `cablelint rules new --help` shows how to use it\n");
  const Ran wrong = run_shell(*this, "cablelint rules new acme");
  BOOST_TEST(wrong.exit == 2);
  BOOST_TEST(wrong.error.starts_with("the new rule:3:7: error: this is not the id of a rule; "), wrong.error);
}

BOOST_AUTO_TEST_SUITE_END()
