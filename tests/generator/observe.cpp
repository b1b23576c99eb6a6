#include "tests/generator/observe.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace cablelint::generator {
namespace {

using Json = nlohmann::ordered_json;

Json texts(const Json& items, const char* member) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(item.at(member));
  return list;
}

Json without_place(Json item) {
  item.erase("at");
  return item;
}

Json each_without_place(const Json& items) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(without_place(item));
  return list;
}

Json mark_text(const Json& mark) {
  return mark.is_null() ? Json(nullptr) : mark.at("text");
}

Json heading(const Json& h) {
  if (h.is_null()) return nullptr;
  Json shape = without_place(h);
  if (!shape["relay"].is_null()) shape["relay"].erase("at");
  if (!shape["security"].is_null()) shape["security"].erase("at");
  for (const char* list : {"to", "info", "xmt"}) {
    shape[std::string(list) + "_details"] = each_without_place(h.at(list));
    shape[list] = texts(h.at(list), "name");
  }
  return shape;
}

void compare(const std::string& path, const Json& expected, const Json& found, std::string& out) {
  if (expected.is_object() && found.is_object()) {
    for (const auto& [key, value] : expected.items()) {
      compare(path.empty() ? key : path + "." + key, value,
              found.contains(key) ? found.at(key) : Json("(no member)"), out);
    }
    return;
  }
  if (expected.is_array() && found.is_array() && expected.size() == found.size()) {
    for (std::size_t i = 0; i < expected.size(); ++i)
      compare(path + "[" + std::to_string(i) + "]", expected[i], found[i], out);
    return;
  }
  if (expected == found) return;
  const auto shown = [](const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
  };
  out += path + ": expected " + shown(expected) + ", found " + shown(found) + "\n";
}

}  // namespace

Json truth_shape(const Json& parsed) {
  Json shape;
  shape["heading"] = heading(parsed.at("heading"));
  Json classification = parsed.at("classification");
  if (!classification.is_null()) {
    classification.erase("at");
    if (!classification["section"].is_null()) classification["section"].erase("at");
  }
  shape["classification"] = classification;
  Json sections = Json::array();
  for (const auto& s : parsed.at("sections"))
    sections.push_back({{"number", s.at("number")}, {"of", s.at("of")}});
  shape["sections"] = sections;
  shape["captions"] = parsed.at("captions");
  shape["passing"] = parsed.at("passing");
  Json declassification = parsed.at("declassification");
  if (!declassification.is_null() && !declassification["downgrade"].is_null())
    declassification["downgrade"].erase("at");
  shape["declassification"] = declassification;
  shape["tags"] = texts(parsed.at("tags"), "code");
  Json details = Json::array();
  for (const auto& tag : parsed.at("tags"))
    details.push_back({{"kind", tag.at("kind")}, {"argument", tag.at("argument")}});
  shape["tag_details"] = details;
  const Json& subject = parsed.at("subject");
  shape["subject"] = subject.is_null() ? Json(nullptr) : subject.at("text");
  shape["subject_mark"] = subject.is_null() ? Json(nullptr) : mark_text(subject.at("mark"));
  shape["references"] = each_without_place(parsed.at("references"));
  shape["authority"] = parsed.at("authority");
  const Json entire = parsed.value("entire_text", Json(nullptr));
  shape["entire_text"] = entire.is_null() ? Json(nullptr) : entire.at("level");
  Json paragraphs = Json::array();
  for (const auto& p : parsed.at("paragraphs")) {
    const Json& mark = p.at("mark");
    paragraphs.push_back({{"number", p.at("number")},
                          {"printed", p.at("printed")},
                          {"mark", mark_text(mark)},
                          {"level", mark.is_null() ? Json(nullptr) : mark.at("level")},
                          {"controls", mark.is_null() ? Json::array() : mark.at("controls")},
                          {"heading", p.at("heading")},
                          {"text", p.at("text")}});
  }
  shape["paragraphs"] = paragraphs;
  shape["headings"] = texts(parsed.at("headings"), "text");
  shape["signature"] = parsed.at("signature");
  shape["end_of_message"] = parsed.at("end_of_message");
  shape["record"] = parsed.at("record");
  shape["partial_extract"] = parsed.at("partial_extract");
  const Json& date = parsed.at("cable_date");
  shape["cable_year"] = date.is_null() ? Json(nullptr) : Json(std::stoi(date.at("date").get<std::string>()));
  shape["cable_date"] = date;
  std::set<std::string> kinds;
  for (const auto& n : parsed.at("noise")) kinds.insert(n.at("kind").get<std::string>());
  shape["noise"] = kinds;
  return shape;
}

std::string differences(const Json& expected, const Json& found) {
  std::string out;
  compare("", expected, found, out);
  return out;
}

}  // namespace cablelint::generator
