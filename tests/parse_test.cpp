#include <cablelint/parse.hpp>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <cablelint/cable_json.hpp>

#include "tests/property/shipped.hpp"

using namespace cablelint;

namespace {

/// The objects of a source's cables, one after the other.
std::vector<nlohmann::json> parsed(const std::string& text) {
  const Parser parser(tests::shipped_rules().vocabulary());
  const Source source = Source::borrow("cables.txt", text);
  Cable cable;
  std::vector<nlohmann::json> objects;
  std::uint32_t end = 0;
  parser.parse_each(source, cable, [&](const Cable& each) {
    BOOST_TEST(each.at.offset == end, "the cables leave bytes out");
    end = each.at.end();
    std::string json;
    append_json(json, source, each);
    objects.push_back(nlohmann::json::parse(json));
  });
  BOOST_TEST(end == text.size());
  return objects;
}

/// Without what depends on where a cable stands and on what stands around it.
nlohmann::json without_places(const nlohmann::json& value) {
  if (value.is_array()) {
    nlohmann::json out = nlohmann::json::array();
    for (const auto& item : value) out.push_back(without_places(item));
    return out;
  }
  if (!value.is_object()) return value;
  nlohmann::json out = nlohmann::json::object();
  for (const auto& [key, member] : value.items()) {
    if (key != "at" && key != "line" && key != "elements" && key != "noise")
      out[key] = without_places(member);
  }
  return out;
}

/// "ARCADIA 000042 2004ARCADIA00042 2" for each cable: post, message number, record, paragraphs.
std::string outline(const std::string& text) {
  std::string out;
  for (const auto& cable : parsed(text)) {
    const auto& line = cable["classification"];
    const auto word = [](const nlohmann::json& value) {
      return value.is_null() ? "-" : value.get<std::string>();
    };
    out += (line.is_null() ? "- -" : word(line["post"]) + ' ' + word(line["message_number"])) + ' ' +
           (cable["record"].is_null() ? "-" : word(cable["record"]["id"])) + ' ' +
           std::to_string(cable["paragraphs"].size()) + '\n';
  }
  return out;
}

const std::string kHeading =
    "VZCZCXRO0042\nPP RUEHC\nDE RUEHAR #0042 1730900\nZNY CCCCC ZZH\nP 220900Z JUN 04\nFM AMEMBASSY "
    "ARCADIA\nTO "
    "RUEHC/SECSTATE WASHDC 0042\n\n";
const std::string kFields = "SIPDIS\n\nE.O. 12958: DECL: 06/22/2014\nTAGS: PREL\nSUBJECT: A HARBOR\n\n";

std::string cable(const std::string& line, const std::string& text = "1. (C) The harbor opened.\n\n") {
  return line + "\n\n" + kFields + text;
}

std::string with_line_ends(const std::string& text, const std::string& line_end) {
  std::string out;
  for (const char c : text) c == '\n' ? out += line_end : out += c;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parse_test)

BOOST_AUTO_TEST_CASE(cables_in_a_row) {
  const std::string first = cable("CONFIDENTIAL ARCADIA 000042");
  const std::string second = cable("CONFIDENTIAL ELBONIA 000007");
  const struct {
    const char* what;
    std::string text;
    const char* outline;
  } cases[] = {
      {"one", first + "NNNN\n\n2004ARCADIA00042\n", "ARCADIA 000042 2004ARCADIA00042 1\n"},
      {"end of message between them", first + "NNNN\n\n" + second + "NNNN\n",
       "ARCADIA 000042 - 1\nELBONIA 000007 - 1\n"},
      {"trailer behind each", first + "NNNN\n\n2004ARCADIA00042\n\n" + second + "NNNN\n\n2004ELBONIA00007\n",
       "ARCADIA 000042 2004ARCADIA00042 1\nELBONIA 000007 2004ELBONIA00007 1\n"},
      {"trailer alone", first + "2004ARCADIA00042\n" + second + "2004ELBONIA00007\n",
       "ARCADIA 000042 2004ARCADIA00042 1\nELBONIA 000007 2004ELBONIA00007 1\n"},
      {"record in front of each", "2004ARCADIA00042\n\n" + first + "2004ELBONIA00007\n\n" + second,
       "ARCADIA 000042 2004ARCADIA00042 1\nELBONIA 000007 2004ELBONIA00007 1\n"},
      {"headings and no end", kHeading + first + kHeading + second,
       "ARCADIA 000042 - 1\nELBONIA 000007 - 1\n"},
      {"classification lines and no end", first + second + first,
       "ARCADIA 000042 - 1\nELBONIA 000007 - 1\nARCADIA 000042 - 1\n"},
      {"extract behind a cable",
       first + "NNNN\n\nThis record is a partial extract of the original cable.\n\nE.O. 12958: DECL: "
               "06/22/2014\n",
       "ARCADIA 000042 - 1\n- - - 0\n"},
      {"sections are one cable",
       cable("CONFIDENTIAL SECTION 01 OF 02 ARCADIA 000042") +
           cable("CONFIDENTIAL SECTION 02 OF 02 ARCADIA 000042", "2. (C) It closed.\n\n") + "NNNN\n",
       "ARCADIA 000042 - 2\n"},
      {"sections sent apart are one cable",
       kHeading + cable("CONFIDENTIAL SECTION 01 OF 02 ARCADIA 000042") + "BT\n#0042\nNNNN\n\n" + kHeading +
           cable("CONFIDENTIAL SECTION 02 OF 02 ARCADIA 000042", "2. (C) It closed.\n\n") +
           "BT\n#0042\nNNNN\n",
       "ARCADIA 000042 - 2\n"},
      {"separators of the heading", kHeading + "BT\n" + first + "BT\n#0042\n\nNNNN\n",
       "ARCADIA 000042 - 1\n"},
      {"a line that names another cable is none",
       first + "CONFIDENTIAL ELBONIA 000007\n\n2. (C) It closed.\n", "ARCADIA 000042 - 2\n"},
      {"a heading behind the fields is part of the header",
       "SUBJECT: A HARBOR\n\nCONFIDENTIAL\n\nPAGE 01 ARCADI 00042 220900Z\n\nR 220900Z JUN 76\nFM AMEMBASSY "
       "ARCADIA\nTO "
       "SECSTATE WASHDC 42\n\nCONFIDENTIAL ARCADIA 00042\n\nE.O. 11652: GDS\nTAGS: PFOR\nSUBJECT: A "
       "HARBOR\n\n1. TEXT.\n",
       "ARCADIA 00042 - 1\n"},
      {"a page footer behind the end is none", first + "NNNN\n\nPrinted from the archive.\n",
       "ARCADIA 000042 - 1\n"},
      {"nothing", "", "- - - 0\n"},
  };
  for (const auto& each : cases)
    BOOST_TEST(outline(each.text) == each.outline, each.what << ":\n" << outline(each.text));
}

BOOST_AUTO_TEST_CASE(a_row_of_examples_reads_like_each_alone) {
  std::string all;
  std::vector<nlohmann::json> alone;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(CABLELINT_SOURCE_DIR "/examples/cables"))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    const auto cables = parsed(text.str());
    BOOST_REQUIRE_EQUAL(cables.size(), 1U);
    alone.push_back(without_places(cables.front()));
    all += text.str();
  }
  const auto cables = parsed(all);
  BOOST_REQUIRE_EQUAL(cables.size(), alone.size());
  for (std::size_t i = 0; i < cables.size(); ++i)
    BOOST_TEST(without_places(cables[i]) == alone[i], files[i].filename().string() << " changes in a row");
}

BOOST_AUTO_TEST_CASE(web_pages_and_mail_around_a_cable) {
  const std::string text = kHeading + cable("CONFIDENTIAL ARCADIA 000042") + "EXAMPLE\n";
  const auto plain = without_places(parsed(text).at(0));
  const struct {
    const char* what;
    std::string text;
    const char* noise;
  } cases[] = {
      {"preformatted",
       "<html>\n<head><title>04ARCADIA42</title></head>\n<body>\n<code><pre>&#x000A;" + text +
           "</pre></code>\n</html>\n",
       "html-wrapper"},
      {"line breaks", "<div class=\"text\">\n" + with_line_ends(text, "<br />\n") + "</div>\n",
       "html-wrapper"},
      {"mail",
       "Return-Path: <desk@example.org>\nReceived: from a\n\tby b\nFrom: Desk <desk@example.org>\nSubject: a "
       "cable\n\n" +
           text,
       "mail-wrapper"},
      {"forwarded", "-----Original Message-----\nFrom: Desk\nTo: Editors\nSubject: a cable\n\n" + text,
       "mail-wrapper"},
  };
  for (const auto& each : cases) {
    const auto cables = parsed(each.text);
    BOOST_REQUIRE_EQUAL(cables.size(), 1U);
    BOOST_TEST(without_places(cables[0]) == plain,
               each.what << ": " << without_places(cables[0]).dump() << "\n not " << plain.dump());
    BOOST_TEST(cables[0]["noise"].at(0)["kind"] == each.noise, each.what);
  }
}

BOOST_AUTO_TEST_CASE(fragments_hold_what_they_hold) {
  const auto line = parsed("E.O. 12958: DECL: 06/22/2014").at(0);
  BOOST_TEST(line["declassification"]["date"] == "2014-06-22");
  BOOST_TEST(line["classification"].is_null());
  const auto body = parsed("1. (C) The harbor opened.\n\n2. (U) It closed.\n").at(0);
  BOOST_TEST(body["paragraphs"].size() == 2U);
  BOOST_TEST(body["paragraphs"][1]["mark"]["level"] == "U");
  const auto header = parsed(cable("CONFIDENTIAL ARCADIA 000042", "")).at(0);
  BOOST_TEST(header["subject"]["text"] == "A HARBOR");
  BOOST_TEST(header["paragraphs"].empty());
}

BOOST_AUTO_TEST_CASE(page_headers_count_sections) {
  const auto sections = [](const std::string& line, const std::string& second) {
    std::string out;
    const auto cables = parsed(cable(line, "1. (C) The harbor\n\n" + second + "\n\n2. (C) It closed.\n"));
    for (const auto& section : cables.at(0)["sections"])
      out +=
          section["number"].dump() + "/" + section["of"].dump() + (section["level"].is_null() ? " " : "C ");
    return out;
  };
  const std::string first = "CONFIDENTIAL SECTION 01 OF 02 ARCADIA 00905";
  const std::string page = "PAGE 02 ARCADI 00905 02 OF 02 060018Z";
  BOOST_TEST(sections(first, page) == "1/2C 2/2 ");
  BOOST_TEST(sections(first, page + "\n\n" + page) == "1/2C 2/2 ");
  BOOST_TEST(sections(first, page + "\n\nCONFIDENTIAL SECTION 02 OF 02 ARCADIA 00905") == "1/2C 2/2C ");
  BOOST_TEST(sections("CONFIDENTIAL ARCADIA 00905", page) == "");
}

BOOST_AUTO_TEST_SUITE_END()
