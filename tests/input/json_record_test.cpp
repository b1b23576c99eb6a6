#include <boost/test/unit_test.hpp>
#include <cablelint/input/byte_buffer.hpp>
#include <cablelint/input/json_record.hpp>
#include <string>
#include <string_view>

namespace {

using namespace std::literals;
using cablelint::ByteBuffer;
using cablelint::CableRecord;
using cablelint::JsonRecordReader;

/// "ID|TEXT", or "FAULT: problem" with the number of the fault.
std::string read(std::string_view line) {
  static JsonRecordReader reader;
  ByteBuffer padded;
  padded.append(line);
  CableRecord record;
  reader.read(padded.text(), record);
  if (record.fault == cablelint::RecordFault::none)
    return std::string(record.id) + '|' + std::string(record.text);
  return std::to_string(static_cast<int>(record.fault)) + ": " + record.problem;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_record_test)

BOOST_AUTO_TEST_CASE(records) {
  const struct {
    std::string_view line;
    std::string_view record;
  } cases[] = {
      {R"({"id":"A","text":"x\ny"})", "A|x\ny"},
      {"  {\"text\" : \"\" , \"id\" : \"A\"}\r\n", "A|"},
      {R"({"meta":{"id":1,"text":[{}]},"id":"A","n":1e3,"text":"x"})", "A|x"},
      {R"({"id":"=cmd|'/C'\n\"","text":"\u00e9\ud83d\ude00\u0000"})",
       "=cmd|'/C'\n\"|\xC3\xA9\xF0\x9F\x98\x80\0"sv},
      {R"({"i\u0064":"A","\u0074ext":"x"})", "A|x"},
  };
  for (const auto& each : cases) BOOST_TEST(read(each.line) == each.record);
}

BOOST_AUTO_TEST_CASE(faults) {
  const struct {
    std::string_view line;
    std::string_view fault;
  } cases[] = {
      {R"({"id":"A"})", "3: has no `text`"},
      {R"({"text":"x"})", "3: has no `id`"},
      {R"({})", "3: has no `id`"},
      {R"({"id":"","text":"x"})", "3: its `id` is empty"},
      {R"({"id":7,"text":"x"})", "3: `id` is a number, not a text"},
      {R"({"id":"A","text":null})", "3: `text` is null, not a text"},
      {R"({"id":"A","text":{}})", "3: `text` is an object, not a text"},
      {R"({"id":"A","text":[]})", "3: `text` is an array, not a text"},
      {R"({"id":"A","text":true})", "3: `text` is true or false, not a text"},
      {R"({"id":"A","id":"A","text":"x"})", "3: `id` stands there twice"},
      {R"({"id":"A","text":"x","text":"y"})", "3: `text` stands there twice"},
      {R"([{"id":"A","text":"x"}])", "3: is an array, not an object with `id` and `text`"},
      {R"("A")", "3: is a text, not an object with `id` and `text`"},
      {R"({"id":"A","text":"x")", "2: is not JSON: brackets, commas or quotes are not where they should be"},
      {R"({"id":"A","text":"x"}{})",
       "2: is not JSON: brackets, commas or quotes are not where they should be"},
      {R"({"id":"A","text":"x)", "2: is not JSON: a text has no closing quote"},
      {R"({"id":"A","text":tru})", "2: is not JSON: a word is none of true, false and null"},
      {R"({"id":"A","text":"\q"})",
       "2: is not JSON: a text has an escape that means nothing, or half of a surrogate pair"},
      {R"({"id":"A","text":"\ud800"})",
       "2: is not JSON: a text has an escape that means nothing, or half of a surrogate pair"},
      {"{\"id\":\"A\",\"text\":\"a\tb\"}",
       "2: is not JSON: a text has a control character that is not escaped"},
      {R"({"id":"A","text":"x","n":01})", "2: is not JSON: a number is none, or out of range"},
      {"{\"id\":\"A\",\"text\":\"\xFF\"}", "1: is not UTF-8"},
      {"{\"id\":\"A\",\"text\":\"\xED\xA0\x80\"}", "1: is not UTF-8"},
      {"", "2: is not JSON: brackets, commas or quotes are not where they should be"},
  };
  for (const auto& each : cases) BOOST_TEST(read(each.line) == each.fault);
  const std::string deep = std::string(2000, '[') + std::string(2000, ']');
  BOOST_TEST(read(R"({"meta":)" + deep + '}') == "2: is not JSON: brackets stand too deep inside each other");
  BOOST_TEST(read(R"({"id":")" + std::string(1024, 'x') + R"(","text":""})") == std::string(1024, 'x') + '|');
  BOOST_TEST(read(R"({"id":")" + std::string(1025, 'x') + R"(","text":""})") ==
             "3: its `id` is too long: it may have 1024 bytes");
}

BOOST_AUTO_TEST_CASE(other_json) {
  const struct {
    std::string_view line;
    bool other;
  } cases[] = {
      {R"({"id":"A","text":"x"})", false},
      {R"({"id":1,"text":2})", false},  // cables, and wrong
      {R"({"file":"A","text":"x"})", true},
      {R"({"id":"A"})", true},
      {R"({"id":)", false},
      {"", false},
  };
  for (const auto& each : cases) BOOST_TEST(cablelint::is_other_json(each.line) == each.other, each.line);
}

BOOST_AUTO_TEST_SUITE_END()
