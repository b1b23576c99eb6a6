#include <cablelint/vocabulary.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <cablelint/rule_set.hpp>

using cablelint::Diagnostic;
using cablelint::PackText;
using cablelint::RuleSet;
using cablelint::Table;
using cablelint::expression::Kind;

namespace {

std::string faults_of(const std::vector<PackText>& packs) {
  std::vector<Diagnostic> faults;
  const auto rules = RuleSet::from_text(packs, faults, false);
  BOOST_TEST(rules.has_value() == faults.empty());
  std::string out;
  for (const Diagnostic& fault : faults) {
    const std::string text = to_text(fault);
    out += (out.empty() ? "" : "\n") + text.substr(0, text.find('\n'));
  }
  return out;
}

constexpr std::string_view kCaptions =
    "table: captions\n"
    "about: Words that limit who may see a cable.\n"
    "source: a handbook\n"
    "columns:\n"
    "  kind: string\n"
    "  rank: int\n"
    "  channel: bool\n"
    "  since: {type: date, doc: First day.}\n"
    "  level: level\n"
    "  words: strings\n"
    "entries:\n"
    "  NODIS: {kind: distribution, rank: 1, channel: false, since: 1970-01-02, level: TS, words: [no, dis]}\n"
    "  Sipdis: {words: one}\n"
    "  \"12958\": {}\n"
    "  ROGER CHANNEL:\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(vocabulary)

BOOST_AUTO_TEST_CASE(words_are_found_in_either_case_and_no_others) {
  const std::string all = "A@B[C-Defghijklm";
  std::string pack = "table: words\nabout: Words.\nsource: a book\ncolumns: {kind: string}\nentries:\n";
  for (std::size_t size = 1; size <= all.size(); ++size) pack += "  \"" + all.substr(0, size) + "\": {}\n";
  std::vector<Diagnostic> faults;
  const auto rules = RuleSet::from_text({{"w.yaml", pack}}, faults, false);
  BOOST_REQUIRE(rules);
  const Table* const table = rules->vocabulary().table("words");
  BOOST_REQUIRE(table != nullptr);
  BOOST_TEST(table->find("") == nullptr);
  BOOST_TEST(table->find(all + "n") == nullptr);
  for (std::size_t size = 1; size <= all.size(); ++size) {
    const std::string word = all.substr(0, size);
    std::string upper = word;
    std::string lower = word;
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
    for (const std::string& same : {word, upper, lower}) {
      BOOST_REQUIRE_MESSAGE(table->find(same) != nullptr, same);
      BOOST_TEST(table->find(same)->key == word);
    }
    // Without the bit of the case, signs are equal to other signs; one letter more or less is another word.
    for (std::size_t i = 0; i < size; ++i) {
      const bool letter = (word[i] | 0x20) >= 'a' && (word[i] | 0x20) <= 'z';
      std::string other = word;
      other[i] = static_cast<char>(letter ? word[i] + 1 : word[i] ^ 0x20);
      const Table::Row* const row = table->find(other);
      BOOST_TEST(row == nullptr, other);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_table) {
  std::vector<Diagnostic> faults;
  const auto rules = RuleSet::from_text({{"c.yaml", std::string(kCaptions)}}, faults, false);
  BOOST_REQUIRE(rules);
  BOOST_TEST(rules->vocabulary().tables().size() == 1U);
  BOOST_TEST(rules->vocabulary().table("tags") == nullptr);
  const Table* const table = rules->vocabulary().table("captions");
  BOOST_REQUIRE(table != nullptr);
  BOOST_TEST(table->name() == "captions");
  BOOST_TEST(table->about() == "Words that limit who may see a cable.");
  BOOST_TEST(table->source() == "a handbook");
  BOOST_TEST(table->columns()[3].doc == "First day.");
  BOOST_TEST(table->size() == 4U);

  for (const std::string_view key : {"NODIS", "nodis", "NoDis"}) {
    const Table::Row* const row = table->find(key);
    BOOST_REQUIRE(row != nullptr);
    BOOST_TEST(row->key == "NODIS");
    BOOST_TEST(table->cell(*row, "kind").string() == "distribution");
    BOOST_TEST(table->cell(*row, "rank").integer == 1);
    BOOST_TEST(!table->cell(*row, "channel").boolean);
    BOOST_TEST(table->cell(*row, "since").integer == 1);
    BOOST_TEST((table->cell(*row, "level").kind == Kind::level));
    BOOST_TEST(table->cell(*row, "words").size == 2U);
  }
  BOOST_TEST(table->find("NODI") == nullptr);
  BOOST_TEST(table->find("") == nullptr);
  const Table::Row* const row = table->find("SIPDIS");
  BOOST_REQUIRE(row != nullptr);
  BOOST_TEST((table->cell(*row, "kind").kind == Kind::null));
  BOOST_TEST(table->cell(*row, "words").size == 1U);
  BOOST_TEST(table->find("roger channel") != nullptr);
  BOOST_TEST(table->find("12958") != nullptr);
}

BOOST_AUTO_TEST_CASE(rows_may_be_added_and_replaced) {
  std::vector<Diagnostic> faults;
  const auto rules = RuleSet::from_text(
      {{"more.yaml", "table: captions\nextends: true\nentries: {nodis: {rank: 2}, NEW: {}}\n"},
       {"c.yaml", std::string(kCaptions)}},
      faults, false);
  BOOST_REQUIRE(rules);
  const Table* const table = rules->vocabulary().table("captions");
  BOOST_TEST(table->size() == 5U);
  BOOST_TEST(table->cell(*table->find("NODIS"), "rank").integer == 2);
  BOOST_TEST(table->find("new") != nullptr);
}

BOOST_AUTO_TEST_CASE(expressions_see_tables) {
  const std::string rule = "- {id: ACME001, name: a, level: note, summary: s, message: m, when: '";
  const std::vector<std::pair<std::string, std::string>> table{
      {"\"NODIS\" in vocabulary.captions && vocabulary.captions[\"NODIS\"].rank > 1", ""},
      {"vocabulary.captions[\"NODIS\"].key == \"x\" && has(vocabulary.captions[\"NODIS\"].since)", ""},
      {"\"x\" in vocabulary.caption",
       "r.yaml:1:88: error: vocabulary has no field `caption`; did you mean `captions`?"},
      {"vocabulary.captions[\"x\"].knd == \"a\"",
       "r.yaml:1:95: error: captions entry has no field `knd`; did you mean `kind`?"},
  };
  for (const auto& [expression, expected] : table) {
    BOOST_TEST(faults_of({{"c.yaml", std::string(kCaptions)}, {"r.yaml", rule + expression + "'}\n"}}) ==
               expected);
  }
}

BOOST_AUTO_TEST_CASE(bad_tables) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"table: t\nentries: {}\n", ""},
      {"table: t\n", "x.yaml:1:1: error: the table has no `entries`"},
      {"table: T x\nentries: {}\n",
       "x.yaml:1:8: error: a table's name is written in small letters, digits and `_`"},
      {"table:\nentries: {}\n", "x.yaml:1:1: error: `table` is empty"},
      {"table: t\nentries: [a]\n", "x.yaml:2:10: error: `entries` must be a map of keys to rows"},
      {"table: t\nentires: {}\nentries: {}\n",
       "x.yaml:2:1: error: unknown key `entires`; did you mean `entries`?"},
      {"table: t\ncolumns: [a]\nentries: {}\n",
       "x.yaml:2:10: error: `columns` must be a map of names to types"},
      {"table: t\ncolumns: {a: strng, b: float, key: int, B: int, c: {doc: d}, d: {type: int, dc: "
       "x}}\nentries: {}\n",
       "x.yaml:2:14: error: unknown type `strng`; did you mean `string`?\n"
       "x.yaml:2:24: error: unknown type `float`; the types are string, int, bool, date, level and strings\n"
       "x.yaml:2:31: error: `key` is the key of a row and cannot be a column\n"
       "x.yaml:2:41: error: a column's name is written in small letters, digits and `_`\n"
       "x.yaml:2:49: error: the column `c` has no `type`\n"
       "x.yaml:2:77: error: unknown key `dc`; did you mean `doc`?"},
      {"table: t\ncolumns: {kind: string, n: int, b: bool, d: date, l: level, s: strings}\nentries:\n"
       "  A: {knd: x}\n  B: {n: 1.5}\n  C: {b: yes}\n  D: {d: 2003-13-01}\n  E: {l: X}\n  F: {s: [[]]}\n  G: "
       "{s: {}}\n"
       "  H: {kind: }\n  I: text\n",
       "x.yaml:4:7: error: unknown column `knd`; did you mean `kind`?\n"
       "x.yaml:5:10: error: `n` must be a whole number\n"
       "x.yaml:6:10: error: `b` must be `true` or `false`\n"
       "x.yaml:7:10: error: `d` must be a date; write it as 2003-09-22\n"
       "x.yaml:8:10: error: `l` must be a level of classification; the levels are U, R, C, S and TS\n"
       "x.yaml:9:11: error: every item of `s` must be text\n"
       "x.yaml:10:10: error: `s` must be text or a list of texts\n"
       "x.yaml:11:7: error: `kind` is empty\n"
       "x.yaml:12:6: error: the row `I` must be a map of columns; write `{}` for a row without any"},
      {"table: t\nentries: {Nodis: {}, X: {}, NODIS: {}}\n",
       "x.yaml:2:29: error: duplicate key `NODIS`; it is given first on line 2"},
      {"table: t\nextends: true\nentries: {}\n", "x.yaml:1:8: error: there is no table `t` to extend"},
      {"table: t\nextends: maybe\nentries: {}\n", "x.yaml:2:10: error: `extends` must be `true` or `false`"},
  };
  for (const auto& [text, expected] : table) {
    BOOST_TEST(faults_of({{"x.yaml", text}}) == expected, text << "\n" << faults_of({{"x.yaml", text}}));
  }
  BOOST_TEST(faults_of({{"c.yaml", std::string(kCaptions)},
                        {"x.yaml", "table: caption\nextends: true\nentries: {}\n"},
                        {"y.yaml", "table: captions\nentries: {}\n"},
                        {"z.yaml", "table: captions\nextends: true\ncolumns: {a: int}\nentries: {}\n"}}) ==
             "x.yaml:1:8: error: there is no table `caption` to extend; did you mean `captions`?\n"
             "y.yaml:1:8: error: there is a table `captions` already; add `extends: true` to add rows to it\n"
             "z.yaml:3:1: error: a table that is extended keeps its columns; remove `columns`");
}

BOOST_AUTO_TEST_SUITE_END()
