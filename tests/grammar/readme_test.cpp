// grammar/README.md is held to the grammar: its EBNF is what the rules say, every rule stands in one place,
// and the examples are read by the rules they are examples of.

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <re2/re2.h>

#include "grammar/cable.hpp"
#include "grammar/expression.hpp"
#include "grammar/marking.hpp"
#include "support/ebnf.hpp"
#include "support/grammar_header.hpp"

namespace cablelint::tests {

/// Names for the arguments of a family of rules.
namespace parameter {
struct Start : tao::pegtl::failure {};
struct Stop : tao::pegtl::failure {};
}  // namespace parameter

namespace {

namespace fs = std::filesystem;
namespace rules = cablelint::grammar;
using ebnf::Grammar;
using ebnf::Name;
using ebnf::Production;
using ebnf::to_string;

const fs::path kFolder = fs::path(CABLELINT_SOURCE_DIR) / "grammar";
const fs::path kReadme = kFolder / "README.md";
constexpr std::size_t kWidth = 118;  // about that of the prose around the productions

/// The rules that parsing begins with, and those that no other rule is made of; a base is no part of what is
/// derived from it. Everything below these rules is found.
void add_rules(Grammar& grammar) {
  grammar.add<rules::number, rules::date::any, rules::date::time_group>();
  grammar.add<rules::heading::whole, rules::classification::whole, rules::declassification::whole>();
  grammar.add<rules::tags::whole, rules::subject::whole>();
  grammar.add<rules::references::whole, rules::references::other_text, rules::authority::whole>();
  grammar.add<rules::mark::any, rules::mark::entire_text, rules::mark::inside>();
  grammar.add<rules::body::end_of_message, rules::body::record, rules::body::partial_extract>();
  grammar.add<rules::body::text_block, rules::body::signature, rules::body::capitalised>();
  grammar.add<rules::body::closing_remark, rules::body::sub_item>();
  grammar.add<rules::body::boundary_begin, rules::body::boundary_end>();
  grammar.add<rules::body::distribution, rules::body::page_frame, rules::body::page_in_section>();
  grammar.add<rules::classification::later_section, rules::classification::first_line>();
  grammar.add<rules::classification::corrected_copy>();
  grammar.add<rules::wrapper::page_line, rules::wrapper::mail_header, rules::wrapper::markup_line>();
  grammar.add<rules::redaction::pieces, rules::redaction::bracket, rules::redaction::source_note>();
  grammar.add<rules::redaction::stamp>();
  grammar.add<rules::redaction::codes, rules::redaction::citing, rules::redaction::stamp_pieces>();
  grammar.add<rules::cable::whole>();
  grammar.add<rules::marking::portion, rules::marking::mark, rules::marking::spaced_level>();
  grammar.add<rules::marking::list, rules::marking::control_system, rules::marking::parts>();
  grammar.add<rules::expression::document>();
}

/// Class templates are shown once, for a sample of their arguments.
void add_families(Grammar& grammar) {
  using parameter::Start;
  using parameter::Stop;
  grammar.add_family<rules::word_i<'A', 'B', 'C'>, rules::spaced<'A', 'B', 'C'>>();
  grammar.add_family<rules::authority::broken<'A', 'B', 'C'>>();
  grammar.add_family<rules::cable::header_text<Stop>, rules::cable::next_line<Stop>>();
  grammar.add_family<rules::cable::field<Start, Stop>>();
  grammar.add_family<rules::expression::token<'A', 'B', 'C'>, rules::expression::keyword<'a', 'b', 'c'>>();
  grammar.add_family<rules::expression::open_quote<'"'>, rules::expression::open_quotes<'"'>>();
  grammar.add_family<rules::expression::close_quote<'"'>, rules::expression::close_quotes<'"'>>();
  grammar.add_family<rules::expression::short_text<'"'>, rules::expression::raw_short_text<'"'>>();
  grammar.add_family<rules::expression::long_text<'"'>, rules::expression::raw_long_text<'"'>>();
}

/// What the headers define, in their order, by header.
const std::map<std::string, std::vector<RuleOutline>>& outlines() {
  static const auto all = [] {
    std::map<std::string, std::vector<RuleOutline>> headers;
    for (const auto& entry : fs::directory_iterator(kFolder))
      if (entry.path().extension() == ".hpp") headers[entry.path().stem().string()] = outline(entry.path());
    return headers;
  }();
  return all;
}

/// The rule that a base class is, as C++ looks it up from a header: there first, then in lexis.hpp and PEGTL.
std::optional<Name> resolved(const Grammar& grammar, const std::string& header, std::string base) {
  static const RE2 qualified(R"((?:(?:cablelint::)?grammar::)?(?:(\w+)::)?(\w+))");
  std::string from, rule;
  if (!RE2::FullMatch(base, qualified, &from, &rule)) return std::nullopt;
  if (!from.empty()) return Name{from, rule};
  for (const std::string& place : {header, std::string("lexis"), std::string("pegtl")})
    if (grammar.find({place, rule}) != nullptr) return Name{place, rule};
  return std::nullopt;
}

const Grammar& grammar() {
  static const auto whole = [] {
    Grammar grammar;
    add_rules(grammar);
    add_families(grammar);
    for (const auto& [header, list] : outlines()) {
      for (const RuleOutline& rule : list) {
        const Production* const production = grammar.find(rule.name);
        if (production != nullptr && production->written) grammar.describe(rule.name, rule.description);
        const auto base = resolved(grammar, header, rule.base);
        if (base && *base != rule.name) grammar.alias(rule.name, *base);
      }
    }
    return grammar;
  }();
  return whole;
}

/// ```ebnf HEADER RULE...: these rules of a header, "a..b" for all from a to b; without any, the rest of it.
struct Block {
  std::size_t line = 0;  // of its first fence, counted from 0
  std::size_t size = 0;  // lines between the fences
  std::string header;
  std::vector<std::string> asked;
  std::vector<Name> names;
};

/// A text and the rule that takes it and leaves the rest, or that takes nothing ("!rule").
struct Example {
  std::size_t line = 0;
  std::string text;
  std::string rest;
  Name rule;
  bool refused = false;
};

struct Readme {
  std::vector<std::string> lines;
  std::vector<Block> blocks;
  std::vector<Example> examples;
  std::string faults;  // what is meant as one of these and cannot be read, a line each
};

std::string where(std::size_t line) {
  return "grammar/README.md:" + std::to_string(line + 1) + ": ";
}

Readme read_readme() {
  static const RE2 ebnf_fence(R"(```ebnf (\w+)((?: \S+)*))");
  static const RE2 example_fence(R"(```text (!?)(\w+)\.(\w+))");
  static const RE2 example_row(R"(\| `([^`]+)`(?: `([^`]+)`)? \| `(!?)(\w+)\.(\w+)` \|.*)");
  Readme readme;
  std::ifstream file(kReadme);
  for (std::string line; std::getline(file, line);) readme.lines.push_back(line);
  bool in_table = false;
  for (std::size_t i = 0; i < readme.lines.size(); ++i) {
    const std::string& line = readme.lines[i];
    std::string text, rest, refused, header, rule;
    if (line.starts_with("| example | rule |")) {
      in_table = true;
      ++i;  // the line between heading and rows
    } else if (in_table && line.starts_with("|")) {
      if (RE2::FullMatch(line, example_row, &text, &rest, &refused, &header, &rule)) {
        RE2::GlobalReplace(&text, R"(\\\|)", "|");
        readme.examples.push_back({i, text, rest, {header, rule}, !refused.empty()});
      } else {
        readme.faults += where(i) + "an example is | `text` | `header.rule` | words |\n";
      }
    } else {
      in_table = false;
    }
    if (!line.starts_with("```")) continue;
    std::size_t end = i + 1;
    while (end < readme.lines.size() && readme.lines[end] != "```") ++end;
    if (std::string asked; RE2::FullMatch(line, ebnf_fence, &header, &asked)) {
      Block block{i, end - i - 1, header, {}, {}};
      std::istringstream words(asked);
      for (std::string word; words >> word;) block.asked.push_back(word);
      readme.blocks.push_back(std::move(block));
    } else if (RE2::FullMatch(line, example_fence, &refused, &header, &rule)) {
      for (std::size_t j = i + 1; j < end; ++j) text += readme.lines[j] + "\n";
      readme.examples.push_back({i, text, {}, {header, rule}, !refused.empty()});
    } else {
      readme.faults +=
          where(i) + "a block is ```ebnf header, ```ebnf header rule..rule or ```text header.rule\n";
    }
    i = end;
  }
  return readme;
}

std::vector<Name> names_of(const std::string& header) {
  if (header == "pegtl") return grammar().names_of(header);
  std::vector<Name> names;
  const auto found = outlines().find(header);
  if (found != outlines().end())
    for (const RuleOutline& rule : found->second) names.push_back(rule.name);
  return names;
}

/// Gives each block its rules; what is wrong with that, a line each.
std::string distribute(Readme& readme) {
  std::string faults;
  std::map<Name, const Block*> places;
  std::map<std::string, Block*> rest;
  const auto place = [&](Block& block, const Name& name) {
    const auto [found, added] = places.try_emplace(name, &block);
    if (added)
      block.names.push_back(name);
    else
      faults += where(block.line) + to_string(name) + " stands in line " +
                std::to_string(found->second->line + 1) + " already\n";
  };
  for (Block& block : readme.blocks) {
    const std::vector<Name> names = names_of(block.header);
    if (names.empty()) faults += where(block.line) + "no header is called " + block.header + "\n";
    if (block.asked.empty()) {
      if (!rest.try_emplace(block.header, &block).second)
        faults += where(block.line) + "a second block for the rest of " + block.header + "\n";
    }
    for (const std::string& asked : block.asked) {
      const std::size_t dots = asked.find("..");
      const Name first{block.header, asked.substr(0, dots)};
      const Name last{block.header, dots == std::string::npos ? first.rule : asked.substr(dots + 2)};
      const auto begin = std::find(names.begin(), names.end(), first);
      const auto end = std::find(begin, names.end(), last);
      if (end == names.end()) {
        faults += where(block.line) + "grammar/" + block.header + ".hpp has no rules " + asked + "\n";
        continue;
      }
      for (auto name = begin; name <= end; ++name) place(block, *name);
    }
  }
  std::set<std::string> headers{"pegtl"};
  for (const auto& [header, list] : outlines()) headers.insert(header);
  for (const std::string& header : headers) {
    const auto found = rest.find(header);
    std::string missing;
    for (const Name& name : names_of(header)) {
      if (places.contains(name)) continue;
      if (found != rest.end())
        place(*found->second, name);
      else
        missing += " " + name.rule;
    }
    if (!missing.empty())
      faults += "grammar/README.md: no block shows these rules:" + missing + "\n  Add a block ```ebnf " +
                header + " for the rest of the header, or name them in one.\n";
  }
  return faults;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// Lines that are only in `old` with "-", those only in `now` with "+", the common ones left out.
std::string difference(const std::vector<std::string>& old, const std::vector<std::string>& now) {
  // common[i][j]: how many lines old[i..] and now[j..] share at most.
  std::vector<std::vector<std::size_t>> common(old.size() + 1, std::vector<std::size_t>(now.size() + 1));
  for (std::size_t i = old.size(); i-- > 0;)
    for (std::size_t j = now.size(); j-- > 0;)
      common[i][j] =
          old[i] == now[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  std::string text;
  for (std::size_t i = 0, j = 0; i < old.size() || j < now.size();) {
    if (i < old.size() && j < now.size() && old[i] == now[j]) {
      ++i, ++j;
    } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
      text += "- " + old[i++] + "\n";
    } else {
      text += "+ " + now[j++] + "\n";
    }
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammar_readme)

BOOST_AUTO_TEST_CASE(notation) {
  using namespace tao::pegtl;  // NOLINT(google-build-using-namespace): rules read as PEGTL's own
  Grammar grammar;
  using a = one<'a'>;
  using b = one<'b'>;
  BOOST_TEST(grammar.used<digit>() == "digit");
  BOOST_TEST(grammar.used<one<'-'>>() == R"("-")");
  BOOST_TEST((grammar.used<one<'E', 'e'>>() == R"("E"i)"));
  BOOST_TEST((grammar.used<one<' ', ']', '-', '\\'>>() == R"([-#x20#x5D\])"));
  BOOST_TEST((grammar.used<not_one<'"', '\t'>>() == R"([^"#x9])"));
  BOOST_TEST((grammar.used<ranges<'a', 'z', '0', '9', '_'>>() == "[a-z0-9_]"));
  BOOST_TEST((grammar.used<string<'\xC2', '\xB6', '"'>>() == R"(#xC2 #xB6 '"')"));
  BOOST_TEST((grammar.used<istring<'D', 'E', ' ', '1'>>() == R"("DE 1"i)"));
  BOOST_TEST((grammar.used<istring<'1', '.'>>() == R"("1.")"));
  BOOST_TEST(
      (grammar.used<seq<a, seq<b>, sor<a, seq<b, sor<a, b>>>>>() == R"("a" "b" ("a" | "b" ("a" | "b")))"));
  BOOST_TEST((grammar.used<sor<a, sor<b, a>, seq<>>>() ==
              R"("a" | "b" | "a" | /* always matches, takes nothing */)"));
  BOOST_TEST((grammar.used<seq<star<a>, plus<a, b>, opt<sor<a, b>>>>() == R"("a"* ("a" "b")+ ("a" | "b")?)"));
  BOOST_TEST(
      (grammar.used<seq<opt<plus<a>>, not_at<star<a>>, at<not_at<a>>>>() == R"(("a"+)? !"a"* &(!"a"))"));
  BOOST_TEST((grammar.used<seq<rep<2, a>, rep_min<2, a>, rep_opt<3, a>>>() == R"("a"{2} "a"{2,} "a"{0,3})"));
  BOOST_TEST((grammar.used<rep_min_max<1, 2, a, b>>() == R"(("a" "b"){1,2}!)"));
  BOOST_TEST((grammar.used<list<a, b>>() == R"("a" ("b" "a")*)"));
  BOOST_TEST((grammar.used<seq<until<eof>, until<a, b>>>() == R"((!eof any)* eof (!"a" "b")* "a")"));
  BOOST_TEST((grammar.used<if_must<a, b, sor<a, b>>>() == R"("a" ^"b" ^("a" | "b"))"));
  BOOST_TEST(grammar.unknown().empty());
  BOOST_TEST(grammar.used<bytes<3>>() == "/* tao::pegtl::internal::bytes */");
  BOOST_TEST(grammar.unknown().size() == 1U);
}

BOOST_AUTO_TEST_CASE(long_productions_are_broken_between_alternatives) {
  Grammar grammar;
  grammar.add<rules::upper_alnum, rules::month>();
  BOOST_TEST(grammar.text({{"lexis", "upper_alnum"}, {"lexis", "month"}}, 60) ==
             "upper_alnum ::= upper | digit\n"
             "month       ::= \"JAN\"i | \"FEB\"i | \"MAR\"i | \"APR\"i | \"MAY\"i\n"
             "                | \"JUN\"i | \"JUL\"i | \"AUG\"i | \"SEP\"i | \"OCT\"i\n"
             "                | \"NOV\"i | \"DEC\"i\n");
}

// A rule that `add_rules` does not lead to would be missing without anybody noticing.
BOOST_AUTO_TEST_CASE(every_rule_is_known) {
  std::size_t count = 0;
  for (const auto& [header, list] : outlines()) {
    const std::string place = header == "lexis" ? "" : header + "::";
    BOOST_TEST(!list.empty(), "grammar/" << header << ".hpp: no rule was found");
    for (const RuleOutline& rule : list) {
      ++count;
      const Production* const production = grammar().find(rule.name);
      BOOST_TEST(
          (production != nullptr || rule.family),
          "grammar/" << header << ".hpp: no other rule uses " << rule.name.rule
                     << ". Add it to add_rules() in tests/grammar/readme_test.cpp:\n  grammar.add<rules::"
                     << place << rule.name.rule << ">();");
      BOOST_TEST((production != nullptr || !rule.family),
                 "grammar/" << header << ".hpp: the class template " << rule.name.rule
                            << " has no sample. Add one to add_families() in tests/grammar/readme_test.cpp:\n"
                               "  grammar.add_family<rules::"
                            << place << rule.name.rule << "<...>>();");
      if (production != nullptr && production->written)
        BOOST_TEST(
            !rule.description.empty(),
            "grammar/" << header << ".hpp: " << rule.name.rule
                       << " matches by code of its own; a comment /// before it has to say what, since "
                          "its first sentence is its production");
    }
  }
  BOOST_TEST(count > 350U);
  for (const std::string& name : grammar().unknown())
    BOOST_TEST(name.starts_with("cablelint::"),
               "tests/support/ebnf.hpp cannot show " << name << ": add a `shape` for it");
}

BOOST_AUTO_TEST_CASE(the_productions_are_those_of_the_rules) {
  Readme readme = read_readme();
  BOOST_REQUIRE_MESSAGE(!readme.lines.empty(), "cannot read " << kReadme);
  const std::string faults = readme.faults + distribute(readme);
  BOOST_REQUIRE_MESSAGE(faults.empty(), faults);

  const bool update = std::getenv("CABLELINT_UPDATE") != nullptr;
  std::vector<std::string> lines;
  std::size_t copied = 0;
  for (const Block& block : readme.blocks) {
    std::vector<Name> known;
    for (const Name& name : block.names)
      if (grammar().find(name) != nullptr) known.push_back(name);  // every_rule_is_known speaks of the others
    const std::vector<std::string> now = lines_of(grammar().text(known, kWidth));
    const auto first = readme.lines.begin() + static_cast<std::ptrdiff_t>(block.line + 1);
    const std::vector<std::string> old(first, first + static_cast<std::ptrdiff_t>(block.size));
    if (!update)
      BOOST_TEST((old == now), where(block.line)
                                   << "the rules of grammar/" << block.header
                                   << ".hpp say something else (- README, + rules):\n"
                                   << difference(old, now)
                                   << "Run the test with CABLELINT_UPDATE=1 in the environment to "
                                      "write the productions anew.");
    lines.insert(lines.end(), readme.lines.begin() + static_cast<std::ptrdiff_t>(copied), first);
    lines.insert(lines.end(), now.begin(), now.end());
    copied = block.line + 1 + block.size;
  }
  if (!update) return;
  lines.insert(lines.end(), readme.lines.begin() + static_cast<std::ptrdiff_t>(copied), readme.lines.end());
  if (lines == readme.lines) return;
  std::ofstream file(kReadme);
  for (const std::string& line : lines) file << line << "\n";
  BOOST_TEST_MESSAGE("the productions in " << kReadme << " were written anew");
  BOOST_TEST(file.flush().good());
}

BOOST_AUTO_TEST_CASE(the_examples_are_read_by_their_rules) {
  const Readme readme = read_readme();
  std::set<std::string> headers;
  for (const Example& example : readme.examples) {
    headers.insert(example.rule.header);
    const std::string rule = to_string(example.rule);
    const Production* const production = grammar().find(example.rule);
    if (production == nullptr || production->match == nullptr) {
      BOOST_ERROR(where(example.line) << "there is no rule " << rule);
      continue;
    }
    std::string all = example.text + example.rest;
    std::optional<std::size_t> taken = production->match(all);
    std::size_t expected = example.text.size();
    // A block ends with a line feed, and not every rule takes one.
    if (taken != expected && all.ends_with('\n')) {
      all.pop_back();
      taken = production->match(all);
      --expected;
    }
    const std::string shown = taken ? "\"" + all.substr(0, *taken) + "\"" : "nothing";
    if (example.refused)
      BOOST_TEST(!taken, where(example.line) << rule << " should refuse this and takes " << shown);
    else
      BOOST_TEST((taken == expected), where(example.line)
                                          << rule << " should take \"" << all.substr(0, expected)
                                          << "\" and takes " << shown);
  }
  for (const auto& [header, list] : outlines())
    BOOST_TEST(headers.contains(header), "grammar/README.md has no example for grammar/" << header << ".hpp");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace cablelint::tests
