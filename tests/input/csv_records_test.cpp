#include <boost/test/unit_test.hpp>
#include <cablelint/input/csv_records.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace {

using cablelint::CableRecord;
using cablelint::CsvColumns;
using cablelint::CsvEnds;
using cablelint::CsvFields;
using cablelint::CsvLayout;

/// The records of a text that comes in pieces of `step` bytes, each behind a bar; what has no end yet last.
std::string cut(std::string_view text, std::size_t step) {
  CsvEnds ends;
  std::string records;
  std::size_t begin = 0;
  for (std::size_t size = 0; size < text.size();) {
    const std::size_t from = size;
    size = std::min(size + step, text.size());
    for (std::size_t at = from, end = 0;
         (end = ends.next(text.substr(0, size), at)) != std::string_view::npos; at = end) {
      records.append(text.substr(begin, end - begin)).append("|");
      begin = end;
    }
  }
  return records.append(text.substr(begin)).append(" lines ").append(std::to_string(ends.lines()));
}

std::string split(std::string record) {
  CsvFields fields;
  std::string problem;
  if (!fields.split(record.data(), record.size(), problem)) return "problem: " + problem;
  std::string text;
  for (const std::string_view field : fields.fields()) text.append("[").append(field).append("]");
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_records_test)

BOOST_AUTO_TEST_CASE(records_end_at_line_ends_outside_of_quotes) {
  const struct {
    std::string_view text;
    std::string_view records;
  } cases[] = {
      {"", " lines 0"},
      {"a,b\nc\n", "a,b\n|c\n| lines 2"},
      {"a,\"x\ny\"\r\nb", "a,\"x\ny\"\r\n|b lines 2"},
      {"\"a\"\"\n\",b\n", "\"a\"\"\n\",b\n| lines 2"},
      {"a\"b,\"c\nd\"\n", "a\"b,\"c\nd\"\n| lines 2"},  // a quote inside of plain text is plain
      {"\"a\"x\"\nb\n", "\"a\"x\"\n|b\n| lines 2"},     // and so is all behind a closing quote
      {"a,\"never\n\nends,", "a,\"never\n\nends, lines 2"},
      {"\n\n", "\n|\n| lines 2"},
  };
  for (const auto& each : cases)
    for (const std::size_t step : {1, 2, 3, 100}) BOOST_TEST(cut(each.text, step) == each.records);
}

BOOST_AUTO_TEST_CASE(fields) {
  const struct {
    const char* record;
    const char* fields;
  } cases[] = {
      {"", "[]"},
      {"a", "[a]"},
      {"a,b\r\n", "[a][b]"},
      {",,\n", "[][][]"},
      {"\"\",\"a,b\",c", "[][a,b][c]"},
      {"\"a\"\"b\"\"\"\"\",\"\"\"\"", "[a\"b\"\"][\"]"},
      {"\"a\nb\"\n", "[a\nb]"},
      {" \"a\",b\"c", "[ \"a\"][b\"c]"},
      {"=1+1,'x", "[=1+1]['x]"},
      {"\"a", "problem: a quote is opened and never closed"},
      {"x,\"a\"\"", "problem: a quote is opened and never closed"},
      {"\"a\" ,b",
       "problem: something stands between a closing quote and the next comma; quotes inside of quotes are "
       "doubled"},
  };
  for (const auto& each : cases) BOOST_TEST(split(each.record) == each.fields);
}

BOOST_AUTO_TEST_CASE(columns) {
  const struct {
    std::vector<std::string_view> header;
    CsvColumns columns;
    const char* problem;
  } cases[] = {
      {{"x", "text", "id"}, {}, ""},
      {{"no", "body"}, {"no", "body"}, ""},
      {{"no", "body"},
       {},
       "there is no column `id` but no, body; say which columns hold the cables with --csv-columns "
       "id=NAME,text=NAME"},
      {{"id", "text", "id"}, {}, "there are two columns `id`"},
  };
  for (const auto& each : cases) {
    CsvLayout layout;
    std::string problem;
    const bool found = cablelint::find_columns(each.header, each.columns, layout, problem);
    BOOST_TEST(found == problem.empty());
    BOOST_TEST(problem == each.problem);
  }
}

BOOST_AUTO_TEST_CASE(records) {
  const struct {
    const char* bytes;
    const char* record;
  } cases[] = {
      {"x,\"text\nof it\",A\r\n", "A|text\nof it"},
      {"x,,A", "A|"},
      {"x,y,\n", "problem: its `id` is empty"},
      {"x,A\n", "problem: has 2 fields, but there are 3 columns"},
      {"x\n", "problem: has 1 field, but there are 3 columns"},
      {"x,\"A\n", "problem: a quote is opened and never closed"},
  };
  for (const auto& each : cases) {
    std::string bytes = each.bytes;
    CsvFields fields;
    CableRecord record;
    cablelint::read_csv_record(bytes.data(), bytes.size(), {3, 2, 1}, fields, record);
    const std::string read = record.fault == cablelint::RecordFault::none
                                 ? std::string(record.id) + '|' + std::string(record.text)
                                 : "problem: " + record.problem;
    BOOST_TEST(read == each.record);
  }
}

BOOST_AUTO_TEST_SUITE_END()
