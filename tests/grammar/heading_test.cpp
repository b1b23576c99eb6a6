#include "grammar/heading.hpp"

#include "support/matched.hpp"

namespace rules = cablelint::grammar::heading;

BOOST_AUTO_TEST_SUITE(grammar_heading)

BOOST_AUTO_TEST_CASE(words) {
  for (const char* pair : {"ZZ", "OO", "PP", "RR"}) CHECK_WHOLE(rules::precedence_pair, pair);
  CHECK_NO_MATCH(rules::precedence_pair, "OP");
  CHECK_MATCH(rules::routing_indicator, "RUEHRO #1", "RUEHRO");
  CHECK_NO_MATCH(rules::routing_indicator, "RUE");
  CHECK_NO_MATCH(rules::routing_indicator, "RUEHROMANIA");
  CHECK_WHOLE(rules::prosign, "O");
  CHECK_NO_MATCH(rules::prosign, "X");
  for (const char* word :
       {"NIACT IMMEDIATE", "NIACT", "FLASH", "IMMEDIATE", "IMMED", "PRIORITY", "ROUTINE"}) {
    CHECK_WHOLE(rules::precedence_word, word);
    CHECK_WHOLE(rules::precedence, word);
  }
  CHECK_NO_MATCH(rules::precedence_word, "PRIORITYX");
  for (const char* word : {"TO", "INFO", "XMT", "FM"}) CHECK_WHOLE(rules::list_word, word);
  CHECK_NO_MATCH(rules::list_word, "TOKYO");
  for (const char* word : {"AMEMBASSY", "AMCONSUL", "USMISSION", "USOFFICE"})
    CHECK_WHOLE(rules::mission_word, word);
  CHECK_NO_MATCH(rules::mission_word, "SECSTATE");
  CHECK_WHOLE(rules::to_word, "TO");
  CHECK_WHOLE(rules::info_word, "INFO");
  CHECK_WHOLE(rules::xmt_word, "XMT");
}

BOOST_AUTO_TEST_CASE(lines_one_to_five) {
  CHECK_MATCH(rules::transmission, "VZCZCXRO7546 X", "VZCZCXRO7546");
  CHECK_WHOLE(rules::relay_precedence, "PP");
  CHECK_WHOLE(rules::relay_station, "RUEHDBU");
  CHECK_MATCH(rules::relay, "PP RUEHDBU RUEHFL DE", "PP RUEHDBU RUEHFL");
  CHECK_NO_MATCH(rules::relay, "PP DE RUEHRO");
  CHECK_WHOLE(rules::station, "RUEHRO");
  CHECK_WHOLE(rules::serial, "1851");
  CHECK_WHOLE(rules::section, "02");
  CHECK_WHOLE(rules::julian, "1731516");
  CHECK_MATCH(rules::origin, "DE RUEHRO #1851/02 1731516 ZNY", "DE RUEHRO #1851/02 1731516");
  CHECK_WHOLE(rules::origin, "DE RUEHRO");
  CHECK_NO_MATCH(rules::origin, "DEAR RUEHRO");
  CHECK_WHOLE(rules::security_prosign, "ZNR");
  CHECK_WHOLE(rules::letters, "CCCCC");
  CHECK_WHOLE(rules::letters, "SSSSS/AAAAA");
  CHECK_WHOLE(rules::signal, "ZZH");
  CHECK_NO_MATCH(rules::signal, "ZZHX");
  CHECK_WHOLE(rules::signal_text, "RUEHC");
  CHECK_NO_MATCH(rules::signal_text, "FM");
  CHECK_MATCH(rules::security, "ZNY CCCCC ZZH O P 231409Z MAR 09", "ZNY CCCCC ZZH");
  CHECK_MATCH(rules::security, "ZNR UUUUU ZZH ZDK CTG RUEHC\nP", "ZNR UUUUU ZZH ZDK CTG RUEHC");
  CHECK_MATCH(rules::date_ahead, "O P 231409Z", "O P 231409");
  CHECK_WHOLE(rules::date_precedence, "P");
  CHECK_WHOLE(rules::time, "221516Z JUN 06");
  CHECK_WHOLE(rules::date_line, "P 221516Z JUN 06");
  CHECK_WHOLE(rules::date_line, "O P 221516Z JUN 06");
  CHECK_WHOLE(rules::unreadable_time, "22I516Z JUN 06");
  CHECK_WHOLE(rules::bad_date_line, "P 22I516Z JUN 06");
}

BOOST_AUTO_TEST_CASE(addressees) {
  CHECK_WHOLE(rules::routing, "RUEHGB");
  CHECK_WHOLE(rules::route, "RUEHGB/");
  for (const char* stop : {"PRIORITY", "RUEHGB/", "INFO", "0233"}) CHECK_WHOLE(rules::name_stop, stop);
  CHECK_WHOLE(rules::name_word, "AMEMBASSY");
  CHECK_NO_MATCH(rules::name_word, "INFO");
  CHECK_MATCH(rules::name, "AMEMBASSY TEL AVIV PRIORITY", "AMEMBASSY TEL AVIV");
  CHECK_WHOLE(rules::addressee_number, "0233");
  CHECK_NO_MATCH(rules::addressee_number, "1ST");
  CHECK_MATCH(rules::addressee, "RUEHGB/AMEMBASSY BAGHDAD PRIORITY 0233 RUEHBW/X",
              "RUEHGB/AMEMBASSY BAGHDAD PRIORITY 0233");
  CHECK_MATCH(rules::addressee, "AMEMBASSY PARIS\nAMEMBASSY BONN", "AMEMBASSY PARIS");
  CHECK_NO_MATCH(rules::addressee, "INFO AMEMBASSY PARIS");
  CHECK_WHOLE(rules::bare_route, "RUEHGB/ PRIORITY 0233");
  CHECK_MATCH(rules::from_name, "AMEMBASSY ROME TO RUEHC/", "AMEMBASSY ROME");
  CHECK_WHOLE(rules::from, "FM AMEMBASSY ROME");
  CHECK_WHOLE(rules::page, "PAGE 02        STATE   015113  182333Z");
  CHECK_MATCH(rules::list_start, "INFO AMEMBASSY PANAMA", "INFO AMEM");
  CHECK_NO_MATCH(rules::list_start, "TO THE SECRETARY");
  CHECK_WHOLE(rules::stray, "???");
  CHECK_WHOLE(rules::markup, "<br />");
}

BOOST_AUTO_TEST_CASE(the_heading_as_a_whole) {
  constexpr const char* kLines =
      "VZCZCXRO0001\nPP RUEHXA\nDE RUEHXB #0042 1731516\nZNY CCCCC ZZH\nP 221516Z JUN 06\nFM AMEMBASSY "
      "ARCADIA\n"
      "TO RUEHC/SECSTATE WASHDC PRIORITY 5178\nINFO RUEHXC/AMEMBASSY UTOPIA\n";
  CHECK_WHOLE(rules::whole, kLines);
  CHECK_MATCH(rules::part, kLines, "VZCZCXRO0001");
  for (const char* line :
       {"VZCZCXRO0001", "PP RUEHXA RUEHXB", "DE RUEHXB #0042", "ZNY CCCCC", "P 221516Z", "FM A", "RUEHXC/"}) {
    BOOST_TEST(cablelint::tests::matched<rules::strong_line>(line).has_value(), line);
  }
  CHECK_NO_MATCH(rules::strong_line, "PP TALKS WENT WELL");
  CHECK_NO_MATCH(rules::strong_line, "FM d'Example said");
  CHECK_MATCH(rules::list_line, "TO RUEHC/SECSTATE", "TO R");
  CHECK_NO_MATCH(rules::list_line, "TO see");
}

BOOST_AUTO_TEST_SUITE_END()
