#include <boost/test/unit_test.hpp>
#include <cablelint/audit/document_row.hpp>
#include <cablelint/calendar.hpp>
#include <string>
#include <string_view>
#include <vector>

using namespace cablelint;
using namespace cablelint::audit;

namespace {

CableFacts example() {
  CableFacts facts;
  facts.id = "cables/rome,1.txt";
  facts.part = 2;
  facts.container = "=all.tar";
  facts.offset = 10;
  facts.length = 4096;
  facts.record = "2004ROME01636";
  facts.post = "ROME";
  facts.date = day_of(2004, 5, 3);
  facts.year = 2004;
  facts.level = Level::S;
  facts.highest_portion = Level::TS;
  facts.due = Due::dated;
  facts.due_day = day_of(2014, 5, 3);
  facts.overdue = true;
  facts.findings = {1, 2, 3};
  return facts;
}

std::string row_of(const CableFacts& facts, bool passed) {
  std::string row;
  append_row(row, facts, passed);
  return row;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document_row_test)

BOOST_AUTO_TEST_CASE(rows_as_they_are_written) {
  BOOST_TEST(
      document_header() ==
      "id,part,status,container,offset,length,record,post,date,year,level,highest_portion,due,due_date,"
      "overdue,errors,warnings,notes\r\n");
  BOOST_TEST(row_of(example(), false) ==
             "\"cables/rome,1.txt\",2,fail,'=all.tar,10,4096,2004ROME01636,ROME,2004-05-03,2004,SECRET,TOP "
             "SECRET,dated,2014-05-03,yes,1,2,3\r\n");
  BOOST_TEST(row_of({}, true) == ",1,pass,,0,0,,,,,,,missing,,no,0,0,0\r\n");
}

BOOST_AUTO_TEST_CASE(rows_are_read_again) {
  std::vector<std::string> cells;
  for (const CableFacts& facts : {example(), CableFacts()}) {
    const std::string row = row_of(facts, false);
    CableFacts read;
    bool passed = true;
    BOOST_TEST_REQUIRE(read_row(std::string_view(row).substr(0, row.size() - 2), cells, read, passed));
    BOOST_TEST(!passed);
    BOOST_TEST(row_of(read, passed) == row);
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_row) {
  std::vector<std::string> cells;
  for (const std::string_view row : {
           "",
           "a,1,pass",
           "a,x,pass,,0,0,,,,,,,missing,,no,0,0,0",
           "a,1,good,,0,0,,,,,,,missing,,no,0,0,0",
           "a,1,pass,,0,0,,,,,,,missing,,no,0,0,-1",
           "a,1,pass,,0,0,,,2004-02-30,,,,missing,,no,0,0,0",
           "a,1,pass,,0,0,,,,,VERY SECRET,,missing,,no,0,0,0",
           "a,1,pass,,0,0,,,,,,,soon,,no,0,0,0",
           "a,1,pass,,0,0,,,,,,,missing,,no,0,0,0,0",
       }) {
    CableFacts read;
    bool passed = true;
    BOOST_TEST(!read_row(row, cells, read, passed), row);
  }
}

BOOST_AUTO_TEST_SUITE_END()
