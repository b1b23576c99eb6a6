#include <cablelint/lint.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/calendar.hpp>
#include <cablelint/parse.hpp>

using cablelint::Cable;
using cablelint::Diagnostic;
using cablelint::Finding;
using cablelint::Linter;
using cablelint::LintOptions;
using cablelint::Parser;
using cablelint::RuleSet;
using cablelint::Source;

namespace {

RuleSet load(const std::string& pack) {
  std::vector<Diagnostic> faults;
  std::optional<RuleSet> rules = RuleSet::from_text({{"x.yaml", pack}}, faults, false);
  for (const Diagnostic& fault : faults) BOOST_TEST_MESSAGE(to_text(fault));
  BOOST_REQUIRE(rules);
  return std::move(*rules);
}

std::vector<Finding> lint(const RuleSet& rules, std::string_view bytes, const LintOptions& options = {},
                          const std::string& name = "folder/cable.txt") {
  const Source source = Source::borrow(name, bytes);
  const Parser parser(rules.vocabulary());
  Cable cable;
  parser.parse(source, cable);
  std::vector<Finding> findings;
  Linter(rules, options).check(source, cable, findings);
  return findings;
}

/// "ACME001 error 1:1-1:5 message", one a line.
std::string lines(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& f : findings) {
    out += f.rule + ' ' + std::string(to_text(f.level)) + ' ' + std::to_string(f.line) + ':' +
           std::to_string(f.column) + '-' + std::to_string(f.end_line) + ':' + std::to_string(f.end_column) +
           ' ' + f.message + '\n';
  }
  return out;
}

/// A rule with these keys behind what every rule needs.
std::string rule(std::string_view id, std::string_view more) {
  std::string name(id);
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return "- id: " + std::string(id) + "\n  name: rule-" + name + "\n  level: warning\n  summary: s\n" +
         std::string(more);
}

constexpr std::string_view kCable =
    "S E C R E T LISBON 000123\n"
    "\n"
    "E.O. 12958: DECL: 05/04/2015\n"
    "TAGS: ETRD, PREL\n"
    "SUBJECT: HARBOR FAIR OPENS\n"
    "\n"
    "Classified By: Economic Officer Pat Example, reasons 1.4 (b) and (d).\n"
    "\n"
    "1. (C) The harbor fair opened on time.\n"
    "\n"
    "2. (S) The harbor master spoke.\n"
    "\n"
    "EXAMPLE\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(lint_suite)

BOOST_AUTO_TEST_CASE(places) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"  for: p in cable.paragraphs\n  when: p.mark.level < S\n  at: p.mark\n  message: \"{p.number} "
       "({p.mark.text})\"\n",
       "AA001 warning 9:4-9:7 1 (C)\n"},
      {"  for: p in cable.paragraphs\n  when: p.mark.level < S\n  message: m\n",
       "AA001 warning 9:1-9:39 m\n"},
      {"  when: size(cable.paragraphs) == 2\n  message: \"{size(cable.paragraphs)} {{ }} {as_of}\"\n",
       "AA001 warning 1:1-1:26 2 { } 2026-01-01\n"},
      {"  when: \"true\"\n  at: cable.tags\n  message: \"{cable.subject.text}\"\n",
       "AA001 warning 4:7-4:17 HARBOR FAIR OPENS\n"},
      {"  when: \"true\"\n  at: cable.tags.filter(t, t.code == \"PREL\")\n  message: m\n",
       "AA001 warning 4:13-4:17 m\n"},
      {"  when: \"true\"\n  at: cable.tags.filter(t, t.code == \"X\")\n  message: m\n",
       "AA001 warning 4:7-4:17 m\n"},
      {"  when: \"true\"\n  at: cable.signature\n  message: m\n", "AA001 warning 13:1-13:8 m\n"},
      {"  when: \"true\"\n  at: cable.heading\n  message: m\n", "AA001 warning 1:1-1:26 m\n"},
      {"  when: \"false\"\n  message: m\n", ""},
      {"  when: \"true\"\n  message: m\n  levels: [{when: \"false\", level: note}, {when: 1 < 2, level: "
       "error}]\n",
       "AA001 error 1:1-1:26 m\n"},
  };
  LintOptions options;
  options.as_of = *cablelint::day_of(2026, 1, 1);
  for (const auto& [keys, expected] : table) {
    const std::string found = lines(lint(load(rule("AA001", keys)), kCable, options));
    BOOST_TEST(found == expected, keys << found);
  }
}

BOOST_AUTO_TEST_CASE(patterns) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"  pattern: harbor (?P<match>\\w+)\n  in: cable\n  message: \"{match}\"\n",
       "AA001 warning 9:19-9:23 fair\nAA001 warning 11:19-11:25 master\n"},
      {"  pattern: '(?i)harbor'\n  in: cable.subject\n  message: \"{match}\"\n",
       "AA001 warning 5:10-5:16 HARBOR\n"},
      {"  pattern: '^'\n  in: cable\n  message: m\n", ""},
      {"  for: p in cable.paragraphs\n  pattern: harbor\n  in: p.text\n  when: p.number == 2 && match == "
       "\"harbor\"\n"
       "  message: \"{p.number}\"\n",
       "AA001 warning 11:12-11:18 2\n"},
      {"  pattern: r\n  in: cable.references\n  message: m\n", ""},
      {"  pattern: '[A-Z]+'\n  in: cable.tags.map(t, t.code)\n  message: \"{match}\"\n",
       "AA001 warning 4:7-4:11 ETRD\nAA001 warning 4:13-4:17 PREL\n"},
  };
  for (const auto& [keys, expected] : table) {
    const std::string found = lines(lint(load(rule("AA001", keys)), kCable));
    BOOST_TEST(found == expected, keys << found);
  }
}

BOOST_AUTO_TEST_CASE(a_rule_that_fails_says_so_once) {
  const RuleSet rules = load(
      rule("AA001", "  for: p in cable.paragraphs\n  when: 1 / (p.number - p.number) == 1\n  message: m\n") +
      rule("AA002", "  when: \"true\"\n  message: \"{1 / (size(cable.paragraphs) - 2)}\"\n"));
  const std::vector<Finding> findings = lint(rules, kCable);
  BOOST_REQUIRE(findings.size() == 2U);
  BOOST_TEST(findings[0].rule == "AA002");
  BOOST_TEST(findings[0].message.starts_with("rule could not be evaluated: "), findings[0].message);
  BOOST_TEST(lines({findings[1]}) == "AA001 error 9:1-9:39 rule could not be evaluated: division by zero\n");
}

BOOST_AUTO_TEST_CASE(order_and_selection) {
  const RuleSet rules = load(rule("BB002", "  when: \"true\"\n  message: m\n") +
                             rule("BB001", "  when: \"true\"\n  message: m\n") +
                             rule("AA001", "  when: \"true\"\n  at: cable.subject\n  message: m\n"));
  const auto ids = [&](std::vector<std::string> select, std::vector<std::string> ignore) {
    std::string out;
    for (const Finding& f : lint(rules, kCable, {0, std::move(select), std::move(ignore)}))
      out += f.rule + ' ';
    return out;
  };
  BOOST_TEST(ids({}, {}) == "BB001 BB002 AA001 ");
  BOOST_TEST(ids({"B"}, {}) == "BB001 BB002 ");
  BOOST_TEST(ids({"bb00"}, {"BB001"}) == "BB002 ");
  BOOST_TEST(ids({"rule-aa001"}, {}) == "AA001 ");
  BOOST_TEST(ids({}, {"Rule-AA001", "BB002"}) == "BB001 ");
  BOOST_TEST(ids({"X"}, {}) == "");

  const std::vector<std::string> unknown =
      unknown_selectors(rules, {0, {"B", "AA01"}, {"rule-aa002", "Q", ""}});
  const std::vector<std::string> expected{"no rule is called \"AA01\"; did you mean \"AA001\"?",
                                          "no rule is called \"rule-aa002\"; did you mean \"rule-aa001\"?",
                                          "no rule is called \"Q\"", "no rule is called \"\""};
  BOOST_TEST(unknown == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(each_cable_of_a_document_stands_alone) {
  const RuleSet rules = load(rule("AA001", "  when: cable.text.contains(\"SPOKE\")\n  message: m\n") +
                             rule("AA002", "  pattern: master\n  in: cable.text\n  message: \"{match}\"\n"));
  std::string text(kCable);
  std::string second = text;
  second.replace(second.find("spoke"), 5, "SPOKE");
  const Source source = Source::borrow("two.txt", text += second);
  Cable cable;
  std::string out;
  Linter linter(rules, {});
  Parser(rules.vocabulary()).parse_each(source, cable, [&](const Cable& each) {
    std::vector<Finding> findings;
    linter.check(source, each, findings);
    out += lines(findings) + "-\n";
  });
  BOOST_TEST(out ==
                 "AA002 warning 11:19-11:25 master\n-\n"
                 "AA001 warning 14:1-14:26 m\nAA002 warning 24:19-24:25 master\n-\n",
             out);
}

/// "AA001 warning, AB001 note": what runs and how much it matters.
std::string levels(const RuleSet& rules, const LintOptions& options) {
  std::string out;
  for (const Finding& f : lint(rules, kCable, options))
    out += (out.empty() ? "" : ", ") + f.rule + ' ' + std::string(to_text(f.level));
  return out;
}

BOOST_AUTO_TEST_CASE(profiles_and_overrides) {
  const std::string always = "  when: \"true\"\n  message: m\n";
  const std::string by_case = "  levels: [{when: \"true\", level: error}]\n" + always;
  std::string pack = "rules:\n" + rule("AA001", always) + rule("AA002", by_case) + rule("AB001", always);
  pack +=
      "overrides:\n  AA001: off\n  rule-ab001: error\n"
      "profiles:\n"
      "  - {name: marking, summary: s, ignore: AB}\n"
      "  - {name: other, summary: s, select: [AA], levels: {AA: note, rule-aa002: warning}}\n"
      "  - {name: all, summary: s}\n";
  const RuleSet rules = load(pack);
  const struct {
    LintOptions options;
    const char* expected;
  } table[] = {
      {{}, "AA002 error"},
      {{.profile = "other"}, "AA002 warning"},
      {{.profile = "all"}, "AA002 error, AB001 error"},
      {{.ignore = {"AA"}, .profile = "all"}, "AB001 error"},
      // What is asked for by name runs, whatever packs and profiles leave out.
      {{.select = {"AA001", "AB"}}, "AA001 warning, AB001 error"},
      {{.select = {"AA001", "AB"}, .profile = "other"}, "AA001 note, AB001 error"},
  };
  for (const auto& row : table)
    BOOST_TEST(levels(rules, row.options) == row.expected, levels(rules, row.options));
}

BOOST_AUTO_TEST_CASE(since_and_until_go_by_the_cable) {
  const std::string orders =
      "table: orders\ncolumns: {effective: date, ended: date}\n"
      "entries: {\"12356\": {effective: 1982-08-01, ended: 1995-10-14}, \"12958\": {effective: "
      "1995-10-14}}\n";
  const auto fires = [&](std::string_view keys, std::string_view cable) {
    std::vector<Diagnostic> faults;
    const auto rules = RuleSet::from_text(
        {{"o.yaml", orders},
         {"x.yaml", rule("AA001", "  when: \"true\"\n  message: m\n" + std::string(keys))}},
        faults, false);
    BOOST_REQUIRE(rules);
    return !lint(*rules, cable).empty();
  };
  // The trailer's year is all that is known of the date.
  const std::string dated =
      "CONFIDENTIAL LISBON 000123\n\nE.O. 12958: N/A\n\n2004LISBON00123 - Classification: CONFIDENTIAL\n";
  BOOST_TEST(fires("", dated));
  BOOST_TEST(fires("  since: 2004-01-01\n", dated));
  BOOST_TEST(!fires("  since: 2004-01-02\n", dated));
  BOOST_TEST(fires("  until: 2005-01-01\n", dated));
  BOOST_TEST(!fires("  until: 2004-12-31\n", dated));
  // Of the year 1995 an order leaves a part.
  const auto in_1995 = [](const std::string& number) {
    return "CONFIDENTIAL LISBON 000123\n\nE.O. " + number +
           ": N/A\n\n1995LISBON00123 - Classification: CONFIDENTIAL\n";
  };
  BOOST_TEST(fires("  since: 1995-10-14\n", in_1995("12958")));
  BOOST_TEST(!fires("  since: 1995-10-15\n", in_1995("12958")));
  BOOST_TEST(fires("  until: 1995-10-14\n", in_1995("12356")));
  // An order of another time leaves the year as it is.
  BOOST_TEST(
      !fires("  since: 2004-01-02\n", "CONFIDENTIAL LISBON 000123\n\nE.O. 12356: N/A\n\n2004LISBON00123\n"));
  // Only the order is known.
  const std::string order =
      "CONFIDENTIAL LISBON 000123\n\nE.O. 12356: DECL: OADR\n\nSUBJECT: HARBOR FAIR OPENS\n";
  BOOST_TEST(fires("  since: 1982-08-01\n", order));
  BOOST_TEST(!fires("  since: 1982-08-02\n", order));
  BOOST_TEST(fires("  until: 1995-10-14\n", order));
  BOOST_TEST(!fires("  until: 1995-10-13\n", order));
  // Nothing is known.
  const std::string undated = "CONFIDENTIAL LISBON 000123\n\nSUBJECT: HARBOR FAIR OPENS\n";
  BOOST_TEST(fires("", undated));
  BOOST_TEST(!fires("  since: 1900-01-01\n", undated));
  BOOST_TEST(!fires("  until: 2100-01-01\n", undated));
}

BOOST_AUTO_TEST_CASE(messages_are_one_short_line) {
  const std::string long_line = "1. (C) " + std::string(500, 'x') + "\n";
  const RuleSet rules =
      load(rule("AA001", "  for: p in cable.paragraphs\n  message: \"  a \\n\\n {p.text}  \"\n"));
  const std::vector<Finding> findings = lint(rules, "CONFIDENTIAL LISBON 000123\n\n" + long_line);
  BOOST_REQUIRE(findings.size() == 1U);
  BOOST_TEST(findings[0].message == "a " + std::string(297, 'x') + "\xE2\x80\xA6");
}

BOOST_AUTO_TEST_CASE(excerpts) {
  const RuleSet rules = load(rule("AA001", "  pattern: Q+\n  in: cable\n  message: m\n"));
  struct Row {
    std::string bytes;
    std::string excerpt;
    std::uint32_t column;
    std::uint32_t excerpt_column;
  };
  const std::string a100(100, 'a');
  const std::string e60 = [] {
    std::string out;
    for (int i = 0; i < 60; ++i) out += "\xC3\xA9";
    return out;
  }();
  const std::vector<Row> table{
      {"one\r\n a Q b\r\nthree", " a Q b", 4, 1},
      {a100 + "Q" + std::string(59, 'b'), a100 + "Q" + std::string(59, 'b'), 101, 1},
      {a100 + "Q" + std::string(60, 'b'), a100.substr(1) + "Q" + std::string(60, 'b'), 101, 2},
      {a100 + "Q" + a100 + a100, std::string(40, 'a') + "Q" + a100 + std::string(19, 'a'), 101, 61},
      {e60 + e60 + "Q" + e60 + e60 + e60, e60.substr(40) + "Q" + e60 + e60.substr(2), 121, 81},
      {"\xFF\xFFQ\x1B[31m", "\xFF\xFFQ\x1B[31m", 3, 1},
  };
  for (const Row& row : table) {
    const std::vector<Finding> findings = lint(rules, row.bytes);
    BOOST_REQUIRE(findings.size() == 1U);
    BOOST_TEST(findings[0].excerpt == row.excerpt);
    BOOST_TEST(findings[0].column == row.column);
    BOOST_TEST(findings[0].excerpt_column == row.excerpt_column);
  }
}

BOOST_AUTO_TEST_CASE(fingerprints) {
  const RuleSet rules = load(rule("AA001", "  pattern: harbor\n  in: cable\n  message: m\n"));
  const auto prints = [&](std::string_view bytes, const std::string& name) {
    std::vector<std::string> out;
    for (const Finding& f : lint(rules, bytes, {}, name)) out.push_back(f.fingerprint);
    return out;
  };
  const std::string line = "The harbor is open.\n";
  const std::vector<std::string> base = prints(line + line, "a/cable.txt");
  BOOST_REQUIRE(base.size() == 2U);
  BOOST_TEST(base[0] == "b5c5f7f1dfda672e");
  BOOST_TEST(base[0] != base[1]);
  // What stands elsewhere, the folder and the blanks do not count.
  BOOST_TEST(prints("New\n\n  The  harbor is open.  \r\nmore\n" + line, "b/c/cable.txt") == base,
             boost::test_tools::per_element());
  BOOST_TEST(prints(line, "other.txt")[0] != base[0]);
  BOOST_TEST(prints("The harbor is shut.\n", "a/cable.txt")[0] != base[0]);
  // A record is the same document under any file name.
  const std::string trailer = "\n2004LISBON00123 - Classification: CONFIDENTIAL\n";
  BOOST_TEST(prints(line + trailer, "x.txt") == prints(line + trailer, "y.txt"),
             boost::test_tools::per_element());
  const std::vector<std::string> many = prints(line + line + line + line + line, "x");
  BOOST_TEST(std::set<std::string>(many.begin(), many.end()).size() == 5U);
}

BOOST_AUTO_TEST_CASE(a_flood_is_cut) {
  const RuleSet rules = load(rule("AA001", "  pattern: a\n  in: cable\n  message: m\n"));
  const std::vector<Finding> findings = lint(rules, std::string(200'000, 'a'));
  BOOST_TEST(findings.size() == 1000U);
  BOOST_TEST(findings[998].message == "m");
  BOOST_TEST(findings[999].message == "m (this rule has more findings here, which are left out)");
  BOOST_TEST(findings[999].column == 1000U);
}

BOOST_AUTO_TEST_CASE(any_bytes) {
  const RuleSet rules = load(rule("AA001", "  when: \"true\"\n  message: m\n"));
  const std::vector<std::pair<std::string, std::string>> table{
      {"", "AA001 warning 1:1-1:1 m\n"},
      {" \n\t\r\n", "AA001 warning 1:1-1:1 m\n"},
      {"\n  x y \r\nz", "AA001 warning 2:3-2:6 m\n"},
      {std::string("\0\xFF", 2), "AA001 warning 1:1-1:3 m\n"},
  };
  for (const auto& [bytes, expected] : table) BOOST_TEST(lines(lint(rules, bytes)) == expected);
}

BOOST_AUTO_TEST_SUITE_END()
