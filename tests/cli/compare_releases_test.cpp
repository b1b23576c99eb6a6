#include <boost/test/unit_test.hpp>
#include <string>

#include "support/program.hpp"

using cablelint::tests::Ran;
using cablelint::tests::run_shell;
using cablelint::tests::TemporaryFolder;

namespace {

/// A cable `o.txt`, and two releases of it, `a.txt` and `b.txt`, made by sed.
std::string releases(const std::string& first, const std::string& second) {
  return "cat >o.txt <<'END'\n"
         "CONFIDENTIAL LISBON 000123\n"
         "\n"
         "E.O. 12958: DECL: 05/04/2015\n"
         "SUBJECT: HARBOR FAIR OPENS\n"
         "\n"
         "1. (C) The fair was opened by Mayor Ankersen. It closes on Friday.\n"
         "\n"
         "2. (U) The phone of the fair is 5550199 and nobody answers before noon.\n"
         "\n"
         "2005LISBON00123 - Classification: CONFIDENTIAL\n"
         "END\n"
         "sed '" +
         first + "' o.txt >a.txt\nsed '" + second + "' o.txt >b.txt\n";
}

const std::string kCompare = "cablelint redactions compare ";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(compare_releases_test, TemporaryFolder)

BOOST_AUTO_TEST_CASE(text_for_people) {
  const Ran ran = run_shell(*this, releases("s/Mayor Ankersen/[name deleted]/",
                                            "s/by Mayor Ankersen. It/[1 line not declassified]/") +
                                       kCompare + "a.txt b.txt");
  BOOST_TEST(
      ran.out ==
      "shown-in-one warning: the first release shows 1 word of what the second cuts here, and has a cut "
      "beside it\n"
      "  first    --> a.txt:6:28 (paragraph 1)\n"
      "  6 | 1. (C) The fair was opened [...] [name deleted][...] closes on Friday.\n"
      "    |                            ^^^^^\n"
      "  second   --> b.txt:6:28 (paragraph 1)\n"
      "  6 | 1. (C) The fair was opened [1 line not declassified] closes on Friday.\n"
      "    |                            ^^^^^^^^^^^^^^^^^^^^^^^^^\n"
      "\n"
      "shown-in-one warning: the first release shows 1 word of what the second cuts here, and has a cut "
      "beside it\n"
      "  first    --> a.txt:6:45 (paragraph 1)\n"
      "  6 | 1. (C) The fair was opened [...] [name deleted][...] closes on Friday.\n"
      "    |                                                ^^^^^\n"
      "  second   --> b.txt:6:28 (paragraph 1)\n"
      "  6 | 1. (C) The fair was opened [1 line not declassified] closes on Friday.\n"
      "    |                            ^^^^^^^^^^^^^^^^^^^^^^^^^\n"
      "\n"
      "1 cable in 2 releases: 2 places where one shows what another cuts (2 words), 1 cut in both, 0 other "
      "differences\n");
  BOOST_TEST(ran.error == "");
  BOOST_TEST(ran.exit == 1);
}

BOOST_AUTO_TEST_CASE(json_for_programs) {
  const Ran ran = run_shell(*this, releases("s/Ankersen/[name deleted]/; s/Friday/[1 word deleted B1]/",
                                            "s/Friday/[1 word deleted B6]/") +
                                       kCompare + "--output json a.txt b.txt");
  BOOST_TEST(
      ran.out ==
      R"x({"schema":"cablelint.comparison/1","kind":"shown-in-one","level":"warning","message":)x"
      R"x("the second release shows 1 word that the first cuts","shown_by":"second","words":1,)x"
      R"x("first":{"source":"a.txt","line":6,"column":37,"offset":121,"length":14,"paragraph":1},)x"
      R"x("second":{"source":"b.txt","line":6,"column":37,"offset":121,"length":8,"paragraph":1}})x"
      "\n"
      R"x({"schema":"cablelint.comparison/1","kind":"cut-in-both","level":"note","message":"both cut this",)x"
      R"x("first":{"source":"a.txt","line":6,"column":66,"offset":150,"length":19,"paragraph":1},)x"
      R"x("second":{"source":"b.txt","line":6,"column":60,"offset":144,"length":19,"paragraph":1}})x"
      "\n"
      R"x({"schema":"cablelint.comparison/1","kind":"different-codes","level":"warning","message":)x"
      R"x("both cut this, the first under B1, the second under B6",)x"
      R"x("first":{"source":"a.txt","line":6,"column":66,"offset":150,"length":19,"paragraph":1},)x"
      R"x("second":{"source":"b.txt","line":6,"column":60,"offset":144,"length":19,"paragraph":1}})x"
      "\n");
  BOOST_TEST(ran.exit == 1);
}

BOOST_AUTO_TEST_CASE(each_kind_of_contrast) {
  const struct {
    std::string first, second, kind;
  } cases[] = {
      {"s/Friday/[1 word deleted]/", "", "shown-in-one"},
      {"s/Friday/[1 word deleted]/; s/noon/[1 word deleted]/", "s/Friday/[1 word deleted]/", "cut-in-both"},
      {"s/Friday/[1 word deleted B1]/", "s/Friday/[1 word deleted]/", "different-codes"},
      {"s/Friday/[1 word deleted]/", "s/Friday/[1 line deleted]/", "different-extent"},
      {"s/is 555/was 555/; s/Mayor/[1 word deleted]/", "s/Mayor/[1 word deleted]/", "altered-text"},
      {"s/fair is/fair/; s/Mayor/[1 word deleted]/", "s/Mayor/[1 word deleted]/", "inserted-text"},
      {"s/Mayor/[1 word deleted]/", "s/fair is/fair/; s/Mayor/[1 word deleted]/", "missing-text"},
      {"s/It closes/[1 line deleted] It closes/", "", "empty-mark"},
      {"", "s/Mayor/Major/", "nothing-cut"},
  };
  for (const auto& each : cases) {
    const Ran ran =
        run_shell(*this, releases(each.first, each.second) + kCompare + "--output json a.txt b.txt");
    BOOST_TEST(ran.out.find("\"kind\":\"" + each.kind + "\"") != std::string::npos, each.kind << "\n"
                                                                                              << ran.out
                                                                                              << ran.error);
  }
}

BOOST_AUTO_TEST_CASE(a_cut_that_could_stand_elsewhere) {
  const Ran ran = run_shell(*this,
                            "echo 'START one yes two yes three END' >a.txt\n"
                            "echo 'START [text deleted] yes [text deleted] END' >b.txt\n" +
                                kCompare + "--output json a.txt b.txt");
  BOOST_TEST(ran.out.find("\"kind\":\"ambiguous-cut\"") != std::string::npos, ran.out << ran.error);
}

BOOST_AUTO_TEST_CASE(noise_may_differ_when_it_is_allowed) {
  const std::string pair =
      releases("s/Ankersen/[name deleted]/", "s/Ankersen/[name deleted]/; s/opened by/OPENED  by/");
  BOOST_TEST(run_shell(*this, pair + kCompare + "a.txt b.txt").exit == 1);
  const Ran ran = run_shell(*this, kCompare + "--noise a.txt b.txt");
  BOOST_TEST(
      ran.out ==
      "1 cable in 2 releases: 0 places where one shows what another cuts (0 words), 1 cut in both, 0 other "
      "differences\n");
  BOOST_TEST(ran.exit == 0);
}

BOOST_AUTO_TEST_CASE(words_that_any_copy_cuts_are_shown_only_when_asked_for) {
  const std::string texts =
      releases("s/Mayor Ankersen/[name deleted]/; s/nobody/no one/", "s/before noon/[1 line deleted]/") +
      "sed 's/5550199/[number deleted]/' o.txt >c.txt; rm o.txt\n";
  const Ran silent = run_shell(*this, texts + kCompare + ". ; " + kCompare + "--output json .");
  BOOST_TEST(silent.out.find("shown-in-one") != std::string::npos);
  for (const std::string word : {"Ankersen", "5550199", "noon"})
    BOOST_TEST(silent.out.find(word) == std::string::npos, silent.out);
  const Ran shown =
      run_shell(*this, kCompare + "--show-cut-text . ; " + kCompare + "--show-cut-text --output json .");
  for (const std::string word : {"Ankersen", "5550199", "noon"})
    BOOST_TEST(shown.out.find(word) != std::string::npos, shown.out);
}

BOOST_AUTO_TEST_CASE(the_union_shows_all_that_any_copy_shows) {
  const std::string texts =
      releases(
          "s/Mayor Ankersen/[name deleted]/; s/before noon/[1 line deleted]/",
          "s/by Mayor Ankersen. It/[1 line deleted]/; s/before noon/[1 line deleted]/; s/is 5550199/[number "
          "deleted] (b)(6)/") +
      "sed 's/Mayor Ankersen/[name deleted]/' o.txt >c.txt\n";
  const Ran ran = run_shell(*this, texts + kCompare + "--union u.txt a.txt b.txt; diff o.txt u.txt");
  BOOST_TEST(
      ran.out.ends_with("6c6\n"
                        "< 1. (C) The fair was opened by Mayor Ankersen. It closes on Friday.\n"
                        "---\n"
                        "> 1. (C) The fair was opened by [name deleted]. It closes on Friday.\n"
                        "8c8\n"
                        "< 2. (U) The phone of the fair is 5550199 and nobody answers before noon.\n"
                        "---\n"
                        "> 2. (U) The phone of the fair is 5550199 and nobody answers [1 line deleted].\n"),
      ran.out << ran.error);
  const Ran three = run_shell(*this, kCompare + "--union - a.txt b.txt c.txt | diff o.txt -");
  BOOST_TEST(three.out ==
             "6c6\n"
             "< 1. (C) The fair was opened by Mayor Ankersen. It closes on Friday.\n"
             "---\n"
             "> 1. (C) The fair was opened by [name deleted]. It closes on Friday.\n");
  BOOST_TEST(run_shell(*this, kCompare + "--union n/u.txt a.txt b.txt").exit == 2);
  const Ran broken = run_shell(*this, ": >e.txt; " + kCompare + "--union v.txt a.txt e.txt; ls v.txt");
  BOOST_TEST(broken.error.starts_with("cablelint: e.txt: has no text, so there is nothing to compare\n"
                                      "cablelint: no union was written\n"),
             broken.error);
  const Ran altered = run_shell(*this, "sed 's/OPENS/CLOSES/' b.txt >d.txt; " + kCompare +
                                           "--union u.txt a.txt d.txt; grep -c OPENS u.txt");
  BOOST_TEST(
      altered.error ==
      "cablelint: the releases differ beyond their cuts in 1 place, where the union follows the first\n");
  BOOST_TEST(altered.out.ends_with("\n1\n"), altered.out);
}

BOOST_AUTO_TEST_CASE(copies_are_found_in_folders) {
  const std::string texts = releases("s/Mayor Ankersen/[name deleted]/", "s/Friday/[1 word deleted]/");
  const Ran ran = run_shell(*this, texts +
                                       "mkdir f; mv a.txt b.txt f; cp f/a.txt f/c.txt; rm o.txt;"
                                       "echo 'A TEXT OF ITS OWN' >f/d.txt; " +
                                       kCompare + "f");
  BOOST_TEST(ran.out.starts_with("copies of one cable: f/a.txt f/b.txt f/c.txt\n"
                                 "\n"
                                 "duplicate note: f/c.txt is the same as f/a.txt, byte for byte\n"
                                 "\n"
                                 "shown-in-one warning: "),
             ran.out);
  BOOST_TEST(
      ran.out.ends_with(
          "alone note: without a copy: f/d.txt\n"
          "\n"
          "1 cable in 3 releases: 2 places where one shows what another cuts (3 words), 0 cut in both, 0 "
          "other differences; 1 the same as another, byte for byte; 1 document without a copy\n"),
      ran.out);
  BOOST_TEST(ran.error == "");
  BOOST_TEST(ran.exit == 1);
  const Ran json = run_shell(*this, kCompare + "--output json f | grep -v shown-in-one");
  BOOST_TEST(
      json.out ==
      R"({"schema":"cablelint.comparison/1","kind":"copies","sources":["f/a.txt","f/b.txt","f/c.txt"]})"
      "\n"
      R"({"schema":"cablelint.comparison/1","kind":"duplicate","sources":["f/a.txt","f/c.txt"]})"
      "\n"
      R"({"schema":"cablelint.comparison/1","kind":"alone","sources":["f/d.txt"]})"
      "\n");
}

BOOST_AUTO_TEST_CASE(releases_that_are_none) {
  const std::string pair = releases("s/Mayor Ankersen/[name deleted]/", "");
  const Ran same = run_shell(*this, pair + kCompare + "a.txt a.txt");
  BOOST_TEST(
      same.error.starts_with("cablelint: a.txt and a.txt are the same; name two releases of one cable\n"));
  BOOST_TEST(same.exit == 2);
  BOOST_TEST(run_shell(*this, kCompare).exit == 2);
  BOOST_TEST(run_shell(*this, kCompare + "a.txt")
                 .error.starts_with(
                     "cablelint: a.txt is one file; name two or more releases, or a folder of them\n"));
  BOOST_TEST(run_shell(*this, kCompare + "a.txt nowhere.txt").error ==
             "cablelint: nowhere.txt: no such file or folder\n");
  const Ran other = run_shell(*this, "seq 100 | tr '\\n' ' ' >x.txt; " + kCompare + "a.txt x.txt");
  BOOST_TEST(other.error.find("these are two different cables") != std::string::npos, other.error);
  BOOST_TEST(other.exit == 2);
  const Ran alone = run_shell(*this, "mkdir f; echo ONE >f/a.txt; echo TWO >f/b.txt; " + kCompare + "f");
  BOOST_TEST(alone.error ==
             "cablelint: no two of these documents are copies of one cable, so nothing was compared\n");
  BOOST_TEST(alone.exit == 2);
  const Ran copy = run_shell(*this, "cp a.txt c.txt; " + kCompare + "a.txt c.txt");
  BOOST_TEST(copy.out.starts_with("duplicate note: c.txt is the same as a.txt, byte for byte\n"));
  BOOST_TEST(copy.exit == 0);
}

BOOST_AUTO_TEST_SUITE_END()
