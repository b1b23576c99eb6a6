#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>

#include "support/program.hpp"

using cablelint::tests::Ran;
using cablelint::tests::run_shell;
using cablelint::tests::TemporaryFolder;

namespace {

/// An original `o.txt`, and `r.txt`, the same with what sed makes of it.
std::string release(const std::string& edits) {
  return "cat >o.txt <<'END'\n"
         "CONFIDENTIAL LISBON 000123\n"
         "\n"
         "E.O. 12958: DECL: 05/04/2015\n"
         "SUBJECT: HARBOR FAIR OPENS\n"
         "\n"
         "1. (C) The fair was opened by Mayor Ankersen. It closes on Friday.\n"
         "\n"
         "2. (U) The phone of the fair is 5550199.\n"
         "\n"
         "2005LISBON00123 - Classification: CONFIDENTIAL\n"
         "END\n"
         "sed '" +
         edits + "' o.txt >r.txt\n";
}

const std::string kVerify = "cablelint redactions verify --as-of 2020-01-01 ";
const std::string kVerifyEarlier = "cablelint redactions verify --as-of 2010-01-01 ";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(verify_command_test, TemporaryFolder)

BOOST_AUTO_TEST_CASE(a_release_as_it_should_be) {
  const Ran ran =
      run_shell(*this, release("s/Mayor Ankersen/[name not declassified]/") + kVerify + "o.txt r.txt");
  BOOST_TEST(ran.out == "1 release: 1 of 1 the original with marks in it; 0 errors, 0 warnings, 0 notes\n");
  BOOST_TEST(ran.error == "");
  BOOST_TEST(ran.exit == 0);
}

BOOST_AUTO_TEST_CASE(text_for_people) {
  const Ran ran = run_shell(*this, release("s/Friday/Monday/; s/ of the fair//") + kVerify + "o.txt r.txt");
  BOOST_TEST(ran.out ==
             "altered-text error: text was altered: 1 word of the original became 1 word\n"
             "  original --> o.txt:6:60 (paragraph 1)\n"
             "  6 | ...fair was opened by Mayor Ankersen. It closes on [...].\n"
             "    |                                                    ^^^^^\n"
             "  release  --> r.txt:6:60 (paragraph 1)\n"
             "  6 | ...fair was opened by Mayor Ankersen. It closes on Monday.\n"
             "    |                                                    ^^^^^^\n"
             "\n"
             "removed-text error: 3 words of the original are missing without a mark\n"
             "  original --> o.txt:8:18 (paragraph 2)\n"
             "  8 | 2. (U) The phone [...] is 5550199.\n"
             "    |                  ^^^^^\n"
             "  release  --> r.txt:8:17 (paragraph 2)\n"
             "  8 | 2. (U) The phone is 5550199.\n"
             "    |                 ^\n"
             "\n"
             "1 release: 0 of 1 the original with marks in it; 2 errors, 0 warnings, 0 notes\n");
  BOOST_TEST(ran.exit == 1);
}

BOOST_AUTO_TEST_CASE(json_for_programs) {
  const std::string pair = release("s/Mayor Ankersen/[name deleted] Ankersen/; s/on Friday/late on Friday/");
  const Ran ran = run_shell(*this, pair + kVerify + "--output json o.txt r.txt");
  BOOST_TEST(
      ran.out ==
      R"x({"schema":"cablelint.verification/1","kind":"inserted-text","level":"error","message":)x"
      R"x("1 word in the release is not in the original","original":{"source":"o.txt","line":6,"column":56,)x"
      R"x("offset":140,"length":0,"paragraph":1},"release":{"source":"r.txt","line":6,"column":66,)x"
      R"x("offset":150,"length":4,"paragraph":1}})x"
      "\n");
  BOOST_TEST(ran.exit == 1);
}

BOOST_AUTO_TEST_CASE(each_kind_of_finding) {
  const struct {
    std::string edits, kind;
    bool earlier = false;
  } cases[] = {
      {"s/opened by/opened late by/", "inserted-text"},
      {"s/It closes/[text not declassified] It closes/", "empty-mark"},
      {"s/ Mayor Ankersen/ [5 lines not declassified]/", "wrong-extent"},
      {"s/5550199/[number not declassified]/", "missing-exemption"},
      {"s/5550199/[number not declassified] (b)(1)/", "missing-exemption"},
      {"s/HARBOR/[1 word not declassified]/", "classified-portion-shown", true},
      {"s/Ankersen/XXXXXXXX/", "telling-length"},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(
        *this, release(each.edits) + (each.earlier ? kVerifyEarlier : kVerify) + "--output json o.txt r.txt");
    BOOST_TEST(ran.out.find("\"kind\":\"" + each.kind + "\"") != std::string::npos, each.edits << "\n"
                                                                                               << ran.out);
    BOOST_TEST(ran.exit == 1);
  }
}

BOOST_AUTO_TEST_CASE(noise_may_differ_when_it_is_allowed) {
  const std::string pair =
      release("s/Mayor Ankersen/[name deleted]/; s/opened by/OPENED  by/; s/closes/clo-\\nses/");
  BOOST_TEST(run_shell(*this, pair + kVerify + "o.txt r.txt").exit == 1);
  const Ran ran = run_shell(*this, kVerify + "--noise o.txt r.txt");
  BOOST_TEST(ran.out == "1 release: 1 of 1 the original with marks in it; 0 errors, 0 warnings, 0 notes\n");
  BOOST_TEST(ran.exit == 0);
}

BOOST_AUTO_TEST_CASE(cut_words_are_shown_only_when_asked_for) {
  const std::string pair =
      release("s/by Mayor Ankersen/by [name deleted]/; s/It closes/[text deleted] It closes/");
  const std::string again = pair + "echo 'ANOTHER. Ankersen.' >>o.txt; echo 'ANOTHER. Ankersen.' >>r.txt; ";
  const Ran silent =
      run_shell(*this, again + kVerify + "o.txt r.txt; " + kVerify + "--output json o.txt r.txt");
  BOOST_TEST(silent.out.find("surviving-word") != std::string::npos);
  BOOST_TEST(silent.out.find("Ankersen") == std::string::npos, silent.out);
  const Ran shown = run_shell(*this, kVerify + "--show-cut-text o.txt r.txt");
  BOOST_TEST(shown.out.find("Ankersen") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(names_survive_in_capitals) {
  // The subject is altered, and says the name that the text withholds.
  const std::string pair = release("s/Mayor Ankersen/[name deleted]/; s/HARBOR FAIR/FAIR OF ANKERSEN/");
  const Ran ran = run_shell(*this, pair + kVerify + "o.txt r.txt");
  BOOST_TEST(ran.out.find("surviving-word warning: a word that is cut elsewhere stands here\n"
                          "  original --> o.txt:6:37 (paragraph 1)\n"
                          "  6 | 1. (C) The fair was opened by [...]. It closes on Friday.\n"
                          "    |                               ^^^^^\n"
                          "  release  --> r.txt:4:18\n"
                          "  4 | SUBJECT: FAIR OF [...] OPENS\n") != std::string::npos,
             ran.out);
  BOOST_TEST(ran.out.find("nkersen") == std::string::npos);
  BOOST_TEST(ran.out.find("ANKERSEN") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(folders_are_paired_by_record_and_by_name) {
  const std::string pair = release("s/Mayor Ankersen/[name deleted]/");
  const Ran ran = run_shell(
      *this, pair +
                 "mkdir o r; mv o.txt o/a.txt; mv r.txt r/b.txt; echo TEXT >o/c.txt; echo TEXT >r/c.txt;"
                 "echo X >o/d.txt; echo Y >r/e.txt; " +
                 kVerify + "o r");
  BOOST_TEST(ran.error ==
             "cablelint: r/e.txt: has no original with its record id or its name in o\n"
             "cablelint: o/d.txt: has no release with its record id or its name in r\n");
  BOOST_TEST(
      ran.out.find("2 releases: 2 of 2 the original with marks in it; 0 errors, 0 warnings, 1 note\n") !=
      std::string::npos);
  BOOST_TEST(ran.exit == 2);
}

BOOST_AUTO_TEST_CASE(pairs_that_are_none) {
  const std::string pair = release("s/Mayor Ankersen/[name deleted]/");
  const Ran same = run_shell(*this, pair + kVerify + "o.txt o.txt");
  BOOST_TEST(same.error.find("o.txt and o.txt are the same") != std::string::npos);
  BOOST_TEST(same.exit == 2);
  const Ran empty = run_shell(*this, ": >e.txt; " + kVerify + "o.txt e.txt");
  BOOST_TEST(empty.error == "cablelint: e.txt: has no text, so there is nothing to verify\n");
  BOOST_TEST(empty.exit == 2);
  const Ran whole = run_shell(*this, "cp o.txt p.txt; " + kVerify + "o.txt p.txt");
  BOOST_TEST(whole.out.starts_with("nothing-cut note: "));
  BOOST_TEST(whole.exit == 0);
  const Ran swapped = run_shell(*this, kVerify + "r.txt o.txt");
  BOOST_TEST(swapped.out.find("marked-original note: ") != std::string::npos);
  BOOST_TEST(swapped.exit == 1);
  const Ran other = run_shell(
      *this, "seq 100 | tr '\\n' ' ' >x.txt; seq 200 300 | tr '\\n' ' ' >y.txt; " + kVerify + "x.txt y.txt");
  BOOST_TEST(other.out.starts_with("different-cable error: these are two different cables"), other.out);
  BOOST_TEST(run_shell(*this, "mkdir f; " + kVerify + "o.txt f").exit == 2);
  const Ran gone = run_shell(*this, kVerify + "f gone");
  BOOST_TEST(gone.error.starts_with("cablelint: gone: no such file or folder\n"), gone.error);
  BOOST_TEST(gone.exit == 2);
  BOOST_TEST(run_shell(*this, kVerify + "nowhere.txt r.txt").error ==
             "cablelint: nowhere.txt: no such file or folder\n");
  BOOST_TEST(run_shell(*this, "cablelint redactions verify --as-of today o.txt r.txt").exit == 2);
}

BOOST_AUTO_TEST_CASE(collections_of_every_kind_are_paired) {
  const std::string files = release("s/Mayor Ankersen/[name deleted]/; s/Friday/Monday/");
  // The second pair has no trailer, so that only its name or the id of its record tells it.
  const std::string collections = files +
                                  "mkdir o r; mv o.txt o/a.txt; mv r.txt r/b.txt; echo 'TEXT SO FAR' "
                                  ">o/c.txt; echo 'TEXT SO NEAR' >r/c.txt; "
                                  "record() { printf '{\"id\":\"%s\",\"text\":\"%s\"}\\n' $1 \"$(sed "
                                  "'s/$/\\\\n/' $2 | tr -d '\\n')\"; }; "
                                  "for s in o r; do for f in $s/*.txt; do n=${f##*/}; record $(echo "
                                  "${n%.txt} | tr b a) $f; done >$s.jsonl; "
                                  "tar -cf $s.tar -C $s .; gzip -k $s.jsonl; tar -czf $s.tgz -C $s .; done; ";
  const std::string without_names = " | sed 's/\"source\":\"[^\"]*\"//g'";
  const Ran want = run_shell(*this, collections + kVerify + "--output json o r" + without_names);
  BOOST_TEST(want.error == "");
  BOOST_TEST(want.out.find("altered-text") != std::string::npos);
  BOOST_TEST(std::count(want.out.begin(), want.out.end(), '\n') == 2);
  for (const char* const original : {"o", "o.jsonl", "o.tar", "o.jsonl.gz", "o.tgz"}) {
    for (const char* const released : {"r", "r.jsonl", "r.jsonl.gz", "r.tgz"}) {
      // Of an archive and a table only the id of the trailer is the same.
      const bool named = (std::string(original).find("jsonl") != std::string::npos) ==
                         (std::string(released).find("jsonl") != std::string::npos);
      const Ran ran =
          run_shell(*this, kVerify + "--output json " + original + " " + released + without_names);
      BOOST_TEST(ran.out == (named ? want.out : want.out.substr(0, want.out.find('\n') + 1)),
                 original << " " << released << "\n"
                          << ran.error);
      BOOST_TEST(ran.error.empty() == named);
    }
  }
}

BOOST_AUTO_TEST_CASE(same_bytes_on_many_threads) {
  const std::string many = release("s/Mayor Ankersen/[name deleted]/; s/Friday/Monday/") +
                           "mkdir o r; for i in $(seq 40); do sed s/00123/10$i/ o.txt >o/$i.txt; sed "
                           "s/00123/10$i/ r.txt >r/$i.txt; done; ";
  for (const std::string format : {"text", "html", "sarif"}) {
    const Ran one = run_shell(*this, many + kVerify + "-j 1 --output " + format + " o r");
    const Ran four = run_shell(*this, kVerify + "-j 4 --output " + format + " o r");
    BOOST_TEST((one.out == four.out), format);
    BOOST_TEST(one.exit == 1);
    if (format == "text") BOOST_TEST(one.out.find("40 releases: 0 of 40 ") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(levels_of_faults) {
  const std::string pair = release("s/Mayor Ankersen/[name deleted]/; s/Friday/Monday/");
  const Ran note = run_shell(*this, pair + kVerify + "--levels RED011=note o.txt r.txt");
  BOOST_TEST(note.out.starts_with("altered-text note: "), note.out);
  BOOST_TEST(note.exit == 0);
  const Ran off = run_shell(*this, kVerify + "--levels altered-text=off --output json o.txt r.txt");
  BOOST_TEST(off.out == "");
  BOOST_TEST(off.exit == 0);
  const Ran pack = run_shell(*this, "echo 'overrides: {RED011: warning}' >p.yaml; " + kVerify +
                                        "--rules p.yaml --output concise o.txt r.txt");
  BOOST_TEST(pack.out.starts_with("r.txt:6:60: RED011 warning: text was altered"), pack.out);
  BOOST_TEST(run_shell(*this, kVerify + "--levels CLS001=note o.txt r.txt").exit == 2);
  // Rules of pairs are no questions to a cable.
  BOOST_TEST(run_shell(*this, "cablelint check --select RED011 o.txt")
                 .error.starts_with("cablelint: \"RED011\" is no question to a cable alone: `cablelint "
                                    "redactions verify` asks it\n"));
  BOOST_TEST(run_shell(*this, "cablelint check --statistics r.txt").out.find("RED011") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(where_reports_go) {
  const std::string pair = release("s/Mayor Ankersen/[name deleted]/; s/Friday/Monday/");
  const Ran ran = run_shell(*this, pair + kVerify +
                                       "--output concise --output html:p.html --output json:f.json "
                                       "o.txt r.txt; grep -c '<article' p.html; grep -c altered f.json");
  BOOST_TEST(ran.out.ends_with("1\n1\n"), ran.out);
  const std::pair<std::string, std::string> faults[] = {
      {"--output html:f/", "--output html:f/: all pairs go on one page; name a file"},
      {"--output text --output sarif", "would both go to standard output"},
      {"--output htm", "there is no format `htm`; did you mean `html`?"},
  };
  for (const auto& [words, message] : faults) {
    const Ran refused = run_shell(*this, kVerify + words + " o.txt r.txt");
    BOOST_TEST(refused.error.find(message) != std::string::npos, refused.error);
    BOOST_TEST(refused.exit == 2);
  }
  // Nothing appears where the page cannot be written whole.
  BOOST_TEST(run_shell(*this, kVerify + "--output html:nowhere/p.html o.txt r.txt").exit == 2);
  const Ran unpaired =
      run_shell(*this, "mkdir o r; mv o.txt o/; echo X >r/x.txt; " + kVerify + "--output html o r");
  BOOST_TEST(unpaired.out.find("<li>r/x.txt: has no original with its record id or its name in o</li>") !=
             std::string::npos);
  BOOST_TEST(unpaired.out.find("<li>o/o.txt: has no release with its record id or its name in r</li>") !=
             std::string::npos);
  BOOST_TEST(unpaired.exit == 2);
}

BOOST_AUTO_TEST_SUITE_END()
