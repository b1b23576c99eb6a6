#include <boost/test/unit_test.hpp>
#include <cablelint/not_text.hpp>
#include <string>
#include <string_view>

BOOST_AUTO_TEST_SUITE(not_text_test)

BOOST_AUTO_TEST_CASE(says_why_bytes_are_not_text) {
  const struct {
    std::string bytes;
    std::string_view reason;
  } cases[] = {
      {"", ""},
      {"CONFIDENTIAL ROME 000001", ""},
      {"PK is a beginning, %PDF too", ""},
      {std::string("\x7F"
                   "ELF\x02\x01\x01"),
       "is a program, not text"},
      {"%PDF-1.7\n", "is a PDF document, not text; extract its text first"},
      {"PK\x03\x04", "is a ZIP archive or an office document, not text; extract its text first"},
      {"\x1F\x8B\x08", "is compressed with gzip, not text; decompress it first"},
      {std::string("\xFF\xFES\0", 4), "is UTF-16 text; convert it to UTF-8 first"},
      {std::string("\xFE\xFF\0S", 4), "is UTF-16 text; convert it to UTF-8 first"},
      {std::string("\xFF\xFE\0\0S\0\0\0", 8), "is UTF-32 text; convert it to UTF-8 first"},
      {std::string("a\0b", 3), ""},
      {std::string("S\0E\0C\0", 6),
       "is binary, not text: 3 of its first 6 bytes are NUL; UTF-16 text must be converted to UTF-8 first"},
      {std::string(64, '\0') + std::string(63936, 'x'), ""},
      {std::string(65, '\0') + std::string(63935, 'x'),
       "is binary, not text: 65 of its first 64000 bytes are NUL; UTF-16 text must be converted to UTF-8 "
       "first"},
      {std::string(65536, 'x') + std::string(1000, '\0'), ""},
  };
  for (const auto& each : cases) BOOST_TEST(cablelint::reason_not_text(each.bytes) == each.reason);
}

BOOST_AUTO_TEST_SUITE_END()
