#include <cablelint/cable_json.hpp>

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <cablelint/calendar.hpp>

#include "support/filled_cable.hpp"

namespace {

using cablelint::Cable;
using cablelint::Source;

std::string json_of(const Source& source, const Cable& cable) {
  std::string out;
  append_json(out, source, cable);
  return out;
}

// Raw strings that the compiler joins: one line in all.
// clang-format off
constexpr std::string_view kFilled =
    R"j({)j"
    R"j("schema":"cablelint.cable/1",)j"
    R"j("source":"boxes/a \"b\".txt",)j"
    R"j("partial_extract":true,)j"
    R"j("record":{"id":"2006ARCADIA00042","classification":"CONFIDENTIAL","at":{"line":31,)j"
    R"j("column":1,"offset":768,"length":47}},)j"
    R"j("cable_date":{"date":"2006-06-22","basis":"dtg","precision":"day","at":{"line":6,)j"
    R"j("column":3,"offset":107,"length":14}},)j"
    R"j("heading":{"transmission":"VZCZCXRO0001","relay":{"precedence":"PP","routing":["RUEHXA",)j"
    R"j("RUEHXB"],"at":{"line":3,"column":1,"offset":47,"length":16}},"station":"RUEHAR",)j"
    R"j("serial":"0042","julian":"1731516","security":{"prosign":"ZNY","letters":"CCCCC",)j"
    R"j("level":"C","at":{"line":5,"column":1,"offset":91,"length":9}},"signals":["ZZH"],)j"
    R"j("precedence":"P","dtg":"221516Z JUN 06","time":"2006-06-22T15:16Z",)j"
    R"j("from":"AMEMBASSY ARCADIA","to":[{"routing":"RUEHC","name":"SECSTATE WASHDC",)j"
    R"j("precedence":"PRIORITY","number":"0233","at":{"line":8,"column":4,"offset":146,)j"
    R"j("length":36}}],"info":[{"routing":null,"name":"AMCONSUL ELDORADO","precedence":null,)j"
    R"j("number":null,"at":{"line":9,"column":6,"offset":188,"length":17}}],)j"
    R"j("xmt":[{"routing":null,"name":"AMEMBASSY UTOPIA","precedence":null,"number":null,"at":)j"
    R"j({"line":10,"column":5,"offset":210,"length":16}}],"at":{"line":2,"column":1,"offset":34,)j"
    R"j("length":192}},)j"
    R"j("classification":{"text":"C O N F I D E N T I A L","level":"C","controls":["EFTO"],)j"
    R"j("section":{"number":1,"of":2,"at":{"line":11,"column":30,"offset":256,"length":16}},)j"
    R"j("post":"ARCADIA","message_number":"000042","at":{"line":11,"column":1,"offset":227,)j"
    R"j("length":60}},)j"
    R"j("sections":[{"number":1,"of":2,"level":"C","line":11,"at":{"line":11,"column":30,)j"
    R"j("offset":256,"length":16}}],)j"
    R"j("captions":["SIPDIS","NOFORN"],)j"
    R"j("passing":["DEPT FOR EUR/XX"],)j"
    R"j("declassification":{"text":"DECL: 06/25/2016 X1 DNG: U 06/25/2010","order":"12958",)j"
    R"j("kind":"date","date":"2016-06-25","codes":["X1"],"event":null,"downgrade":{"level":"U",)j"
    R"j("date":"2010-06-25","at":{"line":16,"column":33,"offset":352,"length":17}},"at":)j"
    R"j({"line":16,"column":1,"offset":320,"length":49}},)j"
    R"j("tags":[{"code":"PREL","kind":"subject","argument":null,"at":{"line":18,"column":7,)j"
    R"j("offset":427,"length":4}},{"code":"OVIP","kind":"person","argument":"DOE, JANE","at":)j"
    R"j({"line":18,"column":13,"offset":433,"length":21}}],)j"
    R"j("subject":{"text":"HARBOUR LIGHTS OF ARCADIA","mark":{"text":"U","level":"U",)j"
    R"j("controls":[],"at":{"line":19,"column":10,"offset":464,"length":3}},"at":{"line":19,)j"
    R"j("column":1,"offset":455,"length":41}},)j"
    R"j("references":[{"label":"A","kind":"cable","text":"03 UTOPIA 532 (NOTAL)",)j"
    R"j("origin":"UTOPIA","number":"532","year":2003,"notes":["NOTAL"],"id":"03UTOPIA532","at":{"line":22,)j"
    R"j("column":6,"offset":518,"length":24}},{"label":"B","kind":"other","text":"E-MAIL",)j"
    R"j("origin":null,"number":null,"year":null,"notes":[],"id":null,"at":{"line":22,"column":31,)j"
    R"j("offset":543,"length":9}}],)j"
    R"j("authority":)j"
    R"j({"text":"Classified By: DCM Jan \"Roe\", DEPUTY, Reasons 1.4(b), 1.4. Derived From: GUIDE )j"
    R"j(1","classified_by":"Jan \"Roe\"","title":"DEPUTY","derived_from":"GUIDE 1",)j"
    R"j("reasons":["1.4(b)","1.4"],"at":{"line":23,"column":1,"offset":553,"length":95}},)j"
    R"j("paragraphs":[{"number":1,"printed":"11","mark":{"text":"C/NF","level":"C",)j"
    R"j("controls":["NF"],"at":{"line":26,"column":7,"offset":684,"length":6}},)j"
    R"j("heading":"Les Forêts","text":"First \u001b[1m text �.","at":{"line":26,"column":1,)j"
    R"j("offset":678,"length":31}},{"number":2,"printed":"12","mark":{"text":"S","level":"S",)j"
    R"j("controls":[],"at":{"line":27,"column":5,"offset":714,"length":3}},"heading":null,)j"
    R"j("text":"Été.","at":{"line":27,"column":1,"offset":710,"length":14}},{"number":null,)j"
    R"j("printed":null,"mark":null,"heading":null,"text":"Text without mark.","at":{"line":27,)j"
    R"j("column":14,"offset":725,"length":21}}],)j"
    R"j("headings":[{"text":"Les Forêts","at":{"line":25,"column":1,"offset":666,"length":11}}],)j"
    R"j("redactions":[{"text":"orphan text","kind":"line","quantity":"1.5 lines","codes":["B3"],)j"
    R"j("statute":"text","at":{"line":28,"column":1,"offset":747,"length":11}}],)j"
    R"j("signature":"ROE",)j"
    R"j("end_of_message":true,)j"
    R"j("noise":[{"kind":"partial-extract","text":"This record is a partial extract.","at":)j"
    R"j({"line":1,"column":1,"offset":0,"length":33}},{"kind":"link","text":"[OVIP](#)","at":)j"
    R"j({"line":18,"column":13,"offset":433,"length":9}}],)j"
    R"j("cable_date_hint":{"date":"2006","basis":"declassification","precision":"inferred","at":)j"
    R"j({"line":16,"column":19,"offset":338,"length":10}},)j"
    R"j("more_declassifications":[{"text":"DECL: UPON +10 YEARS AFTER THE REGATTA",)j"
    R"j("order":"12958","kind":"offset","date":null,"codes":[],"event":"AFTER THE REGATTA",)j"
    R"j("downgrade":null,"at":{"line":17,"column":1,"offset":370,"length":50}}],)j"
    R"j("more_subjects":[{"text":"SECOND","mark":null,"at":{"line":21,"column":1,"offset":497,)j"
    R"j("length":15}}],)j"
    R"j("entire_text":{"text":"C","level":"C","controls":[],"at":{"line":24,"column":1,)j"
    R"j("offset":649,"length":15}},)j"
    R"j("unnumbered":[{"text":"orphan text","at":{"line":28,"column":1,"offset":747,)j"
    R"j("length":11}}],)j"
    R"j("banner":{"text":"C O N F I D E N T I A L","level":"C","controls":["EFTO","NOFORN"],)j"
    R"j("at":{"line":11,"column":1,"offset":227,"length":60}},)j"
    R"j("closing_serial":"0042",)j"
    R"j("at":{"line":1,"column":1,"offset":0,"length":816})j"
    R"j(})j";

constexpr std::string_view kEmpty =
    R"j({)j"
    R"j("schema":"cablelint.cable/1",)j"
    R"j("source":"-",)j"
    R"j("partial_extract":false,)j"
    R"j("record":null,)j"
    R"j("cable_date":null,)j"
    R"j("heading":null,)j"
    R"j("classification":null,)j"
    R"j("sections":[],)j"
    R"j("captions":[],)j"
    R"j("passing":[],)j"
    R"j("declassification":null,)j"
    R"j("tags":[],)j"
    R"j("subject":null,)j"
    R"j("references":[],)j"
    R"j("authority":null,)j"
    R"j("paragraphs":[],)j"
    R"j("headings":[],)j"
    R"j("redactions":[],)j"
    R"j("signature":null,)j"
    R"j("end_of_message":false,)j"
    R"j("noise":[],)j"
    R"j("cable_date_hint":null,)j"
    R"j("more_declassifications":[],)j"
    R"j("more_subjects":[],)j"
    R"j("entire_text":null,)j"
    R"j("unnumbered":[],)j"
    R"j("banner":null,)j"
    R"j("closing_serial":null,)j"
    R"j("at":null)j"
    R"j(})j";
// clang-format on

}  // namespace

BOOST_AUTO_TEST_SUITE(cable_json_test)

BOOST_AUTO_TEST_CASE(every_field_of_a_filled_cable) {
  const cablelint::tests::FilledCable filled;
  BOOST_TEST(json_of(filled.source, filled.cable) == kFilled);
}

BOOST_AUTO_TEST_CASE(an_empty_cable_has_every_field) {
  BOOST_TEST(json_of(Source("-", ""), Cable{}) == kEmpty);
}

BOOST_AUTO_TEST_CASE(each_member_can_be_chosen_alone) {
  const cablelint::tests::FilledCable filled;
  const auto all = nlohmann::ordered_json::parse(json_of(filled.source, filled.cable));
  for (const std::string_view name : cablelint::CableMembers::names()) {
    cablelint::CableMembers members;
    BOOST_TEST(members.add(name));
    std::string out;
    append_json(out, filled.source, filled.cable, {}, members);
    const auto one = nlohmann::ordered_json::parse(out);
    nlohmann::ordered_json expected;
    for (const std::string_view each :
         {std::string_view("schema"), std::string_view("source"), name, std::string_view("at")})
      expected[std::string(each)] = all.at(std::string(each));
    BOOST_TEST(out == expected.dump(), name);
  }
  BOOST_TEST(all.size() == cablelint::CableMembers::names().size() + 3);
  cablelint::CableMembers members;
  BOOST_TEST(!members.add("at"));
  BOOST_TEST(!members.add(""));
  // They keep the order of the object.
  BOOST_TEST(members.add("subject"));
  BOOST_TEST(members.add("record"));
  std::string out;
  append_json(out, Source("-", ""), Cable{}, {}, members);
  BOOST_TEST(out == R"({"schema":"cablelint.cable/1","source":"-","record":null,"subject":null,"at":null})");
}

BOOST_AUTO_TEST_CASE(json_is_appended) {
  std::string out = "before ";
  append_json(out, Source("-", ""), Cable{});
  BOOST_TEST(out == "before " + std::string(kEmpty));
}

BOOST_AUTO_TEST_CASE(dates_show_what_is_known) {
  using cablelint::DateBasis;
  using cablelint::day_of;
  using cablelint::Precision;
  const struct {
    cablelint::CableDate date;
    const char* expected;
  } cases[] = {
      {{{}, *day_of(2006, 6, 22), *day_of(2006, 6, 22), DateBasis::julian, Precision::day},
       R"({"date":"2006-06-22","basis":"julian","precision":"day","at":null})"},
      {{{}, *day_of(2004, 1, 1), *day_of(2004, 12, 31), DateBasis::record, Precision::year},
       R"({"date":"2004","basis":"record","precision":"year","at":null})"},
      {{{}, *day_of(2006, 6, 13), *day_of(2006, 6, 13), DateBasis::declassification, Precision::inferred},
       R"({"date":"2006-06-13","basis":"declassification","precision":"inferred","at":null})"},
  };
  for (const auto& c : cases) {
    Cable cable;
    cable.date = c.date;
    const std::string json = json_of(Source("-", ""), cable);
    BOOST_TEST(json.find(std::string(R"("cable_date":)") + c.expected) != std::string::npos, json);
  }
}

BOOST_AUTO_TEST_CASE(a_heading_without_readable_time_has_none) {
  Cable cable;
  cable.heading.emplace();
  const auto heading = nlohmann::json::parse(json_of(Source("-", ""), cable))["heading"];
  for (const char* name : {"relay", "security", "dtg", "time", "from", "at"})
    BOOST_TEST(heading[name].is_null(), name);
  for (const char* name : {"signals", "to", "info", "xmt"}) BOOST_TEST(heading[name].empty(), name);
}

BOOST_AUTO_TEST_CASE(hostile_bytes_stay_one_line_of_valid_json) {
  std::string bytes = "\r\n\t ";
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  bytes += "\xE2\x80\xA8 \xE2\x80\xAE \xED\xA0\x80 \xF4\x90\x80\x80 \xC3";
  const Source source(bytes, bytes);
  Cable cable;
  cable.at = {0, static_cast<std::uint32_t>(bytes.size())};
  cable.captions = {{cable.at, cable.at}};
  cable.tags = {{cable.at, cable.at, cable.at, {}, false}};
  cable.paragraphs.emplace_back().text = cable.at;
  const std::string json = json_of(source, cable);
  for (const char c : json) BOOST_TEST(static_cast<unsigned char>(c) >= 0x20);
  BOOST_TEST(nlohmann::json::accept(json), json);
}

BOOST_AUTO_TEST_SUITE_END()
