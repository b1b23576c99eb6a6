#include <boost/test/unit_test.hpp>

#include "cli/pack.hpp"

using cablelint::tests::Ran;
using cablelint::tests::run_shell;
using cablelint::tests::TemporaryFolder;

namespace {

struct CableFolder : TemporaryFolder {
  CableFolder() {
    write("cable.txt",
          "C O N F I D E N T I A L ROME 000012\n\n"
          "E.O. 12958: DECL: 01/15/2010\n"
          "TAGS: PREL, IT\n"
          "SUBJECT: A BELL\n\n"
          "1. (C) The bell rings.\n\n"
          "2. (S) It rings twice.\n\n"
          "3. It stops.\n");
    write("words.yaml", "table: bells\ncolumns: {size: int}\nentries:\n  BELL: {size: 3}\n");
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(rules_eval_test, CableFolder)

BOOST_AUTO_TEST_CASE(shows_the_value_of_every_part) {
  const Ran ran = run_shell(*this,
                            "cablelint rules eval --as-of 2020-01-15 "
                            "'has(cable.subject) && as_of - cable.declassification.date > 365' cable.txt");
  BOOST_TEST(ran.out ==
             "cable.txt:1\n"
             "has(cable.subject) && as_of - cable.declassification.date > 365 -> true\n"
             "  has(cable.subject) -> true\n"
             "  as_of - cable.declassification.date > 365 -> true\n"
             "    as_of - cable.declassification.date -> 3652\n"
             "      as_of -> 2020-01-15\n"
             "      cable.declassification.date -> 2010-01-15\n"
             "        cable.declassification -> E.O. 12958: DECL: 01/15/2010\n");
  BOOST_TEST(ran.error == "");
  BOOST_TEST(ran.exit == 0);
}

BOOST_AUTO_TEST_CASE(shows_the_items_that_decide) {
  BOOST_TEST(run_shell(*this,
                       "cablelint rules eval 'cable.paragraphs.exists(p, has(p.mark) && p.mark.level == S)' "
                       "cable.txt")
                 .out ==
             "cable.txt:1\n"
             "cable.paragraphs.exists(p, has(p.mark) && p.mark.level == S) -> true\n"
             "  cable.paragraphs -> [1. (C) The bell rings., 2. (S) It rings twice., 3. It stops.]\n"
             "  p -> 2. (S) It rings twice.\n"
             "    has(p.mark) && p.mark.level == S -> true\n"
             "      has(p.mark) -> true\n"
             "      p.mark.level == S -> true\n"
             "        p.mark.level -> S\n"
             "          p.mark -> (S)\n"
             "  (2 more items)\n");
}

BOOST_AUTO_TEST_CASE(an_expression_may_be_a_list) {
  BOOST_TEST(run_shell(*this, "cablelint rules eval '[cable.subject.text]' cable.txt")
                 .out.starts_with("cable.txt:1\n[cable.subject.text] -> ["));
}

BOOST_AUTO_TEST_CASE(strings_are_quoted_and_long_values_cut) {
  BOOST_TEST(run_shell(*this, "cablelint rules eval 'cable.tags[0].code + \"\\n\"' cable.txt").out ==
             "cable.txt:1\n"
             "cable.tags[0].code + \"\\n\" -> \"PREL\\n\"\n"
             "  cable.tags[0].code -> \"PREL\"\n"
             "    cable.tags[0] -> PREL\n"
             "      cable.tags -> [PREL, IT]\n");
  BOOST_TEST(run_shell(*this, "cablelint rules eval 'cable.text' cable.txt").out ==
             "cable.txt:1\n"
             "cable.text -> \"C O N F I D E N T I A L ROME 000012\\n\\nE.O. 12958: DECL: "
             "01/15/2010\\nTAGS: PREL, IT...\n");
}

BOOST_AUTO_TEST_CASE(knows_the_vocabulary) {
  BOOST_TEST(
      run_shell(*this, "cablelint rules eval --rules words.yaml 'vocabulary.bells[\"bell\"].size' cable.txt")
          .out ==
      "cable.txt:1\n"
      "vocabulary.bells[\"bell\"].size -> 3\n"
      "  vocabulary.bells[\"bell\"] -> bells entry\n"
      "    vocabulary.bells -> {\"BELL\": bells entry}\n");
}

BOOST_AUTO_TEST_CASE(errors_show_their_place) {
  const Ran ran = run_shell(*this, "cablelint rules eval 'cable.paragraphs[2].mark.level > C' cable.txt");
  BOOST_TEST(ran.out ==
             "cable.txt:1\n"
             "cable.paragraphs[2].mark.level > C -> error\n"
             "  cable.paragraphs[2].mark.level -> error\n"
             "    cable.paragraphs[2].mark -> error: `cable.paragraphs[2].mark` is absent here; ask "
             "has(cable.paragraphs[2].mark) first\n"
             "      cable.paragraphs[2] -> 3. It stops.\n"
             "        cable.paragraphs -> [1. (C) The bell rings., 2. (S) It rings twice., 3. It stops.]\n");
  BOOST_TEST(ran.error ==
             "expression:1:1: error: `cable.paragraphs[2].mark` is absent here; ask "
             "has(cable.paragraphs[2].mark) first\n"
             "  |\n"
             "1 | cable.paragraphs[2].mark.level > C\n"
             "  | ^^^^^^^^^^^^^^^^^^^^^^^^\n");
  BOOST_TEST(ran.exit == 2);
}

BOOST_AUTO_TEST_CASE(faults_show_their_place) {
  const Ran ran = run_shell(*this, "cablelint rules eval 'cable.subject\n  .texd' cable.txt");
  BOOST_TEST(ran.out == "");
  BOOST_TEST(ran.error ==
             "expression:2:4: error: Subject has no field `texd`; did you mean `text`?\n"
             "  |\n"
             "2 |   .texd\n"
             "  |    ^^^^\n");
  BOOST_TEST(ran.exit == 2);
}

BOOST_AUTO_TEST_CASE(takes_any_number_of_cables) {
  write("more/one.txt", "SECRET\n\nSUBJECT: ONE\n");
  write("more/two.txt", "SECRET\n\nTEXT\n");
  const Ran ran = run_shell(*this, "cablelint rules eval 'has(cable.subject)' more");
  BOOST_TEST(ran.out ==
             "more/one.txt:1\n"
             "has(cable.subject) -> true\n"
             "\n"
             "more/two.txt:1\n"
             "has(cable.subject) -> false\n");
  BOOST_TEST(ran.exit == 0);
  BOOST_TEST(run_shell(*this, "cablelint rules eval 1 none.txt").error ==
             "cablelint: none.txt: no such file or folder\n");
  BOOST_TEST(run_shell(*this, "cablelint rules eval 1 none.txt").exit == 2);
}

BOOST_AUTO_TEST_SUITE_END()
