// Snippets of real cables with what the author of another parser wished to be read from them.

#include <algorithm>
#include <cablelint/reference_id.hpp>
#include <set>

#include "tests/cases/measures.hpp"

namespace {

using namespace cablelint;
using tests::folded_text;
using tests::Json;
using tests::Parsed;
using tests::Verdict;

std::string text_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

// Case, blanks, and a zero for an O do not matter in a name.
std::string folded_name(std::string_view name) {
  std::string out = folded_text(name);
  std::replace(out.begin(), out.end(), '0', 'O');
  return out;
}

Verdict classified_by(const Json& expected, const Json&, const Parsed& parsed) {
  Json wanted = Json::array(), got = Json::array();
  for (const auto& name : expected) wanted.push_back(folded_name(name.get<std::string>()));
  const Json& authority = parsed.json["authority"];
  if (authority.is_object() && authority["classified_by"].is_string())
    got.push_back(folded_name(authority["classified_by"].get<std::string>()));
  return {wanted, got};
}

Verdict deadline(const Json& expected, const Json&, const Parsed& parsed) {
  const Json& line = parsed.json["declassification"];
  return {expected, line.is_object() ? line["date"] : Json()};
}

std::string id_of(const Parsed& parsed, const Reference& reference, const Json& extra) {
  std::string id;
  append_reference_id(id, parsed.source, reference, extra.value("year", 0), Parsed::post_names());
  return id;
}

Verdict references(const Json& expected, const Json& extra, const Parsed& parsed) {
  std::set<std::string> wanted, got;
  for (const auto& id : expected) wanted.insert(id.get<std::string>());
  for (const auto& reference : parsed.cable.references)
    if (reference.kind == ReferenceKind::cable) got.insert(id_of(parsed, reference, extra));
  // The cable's own section header is told to the author's reader, too.
  got.erase(text_of(extra["own_id"]));
  return {Json(wanted), Json(got)};
}

std::string without_end(std::string text) {
  const std::size_t end = text.find_last_not_of(" .,;");
  text.resize(end == std::string::npos ? 0 : end + 1);
  return text;
}

// Each reference as its kind and the id of the cable, or else what it says.
Verdict every_reference(const Json& expected, const Json& extra, const Parsed& parsed) {
  Json wanted = Json::array(), got = Json::array();
  for (const auto& item : expected) {
    const bool is_cable = item["kind"] == "cable";
    const auto value = item["value"].get<std::string>();
    wanted.push_back(is_cable ? "cable " + value : "other " + without_end(folded_text(value)));
  }
  for (const auto& reference : parsed.cable.references) {
    got.push_back(reference.kind == ReferenceKind::cable
                      ? "cable " + id_of(parsed, reference, extra)
                      : "other " + without_end(folded_text(parsed.source.text(reference.text))));
  }
  return {wanted, got};
}

Verdict bullets(const Json& expected, const Json&, const Parsed& parsed) {
  std::string wanted, got;
  for (const auto& item : expected) wanted += folded_text(text_of(item["bullet"])) + " ";
  for (const auto& item : parsed.json["references"]) got += folded_text(text_of(item["label"])) + " ";
  return {wanted, got};
}

// The expected list has the name behind OVIP as an item of its own. A name without brackets has no comma.
Verdict tags(const Json& expected, const Json&, const Parsed& parsed) {
  Json got = Json::array();
  for (const auto& tag : parsed.json["tags"]) {
    got.push_back(tag["code"]);
    std::string name = folded_text(text_of(tag["argument"]));
    if (name.empty()) continue;
    const std::size_t blank = name.find(' ');
    const bool is_two_words = blank != std::string::npos && name.find(' ', blank + 1) == std::string::npos;
    if (is_two_words && name.find(',') == std::string::npos) name.insert(blank, ",");
    got.push_back(name);
  }
  return {expected, got};
}

Verdict subject(const Json& expected, const Json& extra, const Parsed& parsed) {
  const Json& line = parsed.json["subject"];
  if (!line.is_object()) return {expected, ""};
  std::string got = text_of(line["text"]);
  if (!extra.value("clean", true) && line["mark"].is_object())
    got.insert(0, "(" + text_of(line["mark"]["text"]) + ") ");
  return {expected, got};
}

// Two who sign together stand as "ROE/DOE" or "ROE AND DOE".
Verdict signers(const Json& expected, const Json&, const Parsed& parsed) {
  Json wanted = Json::array(), got = Json::array();
  for (const auto& name : expected) wanted.push_back(folded_text(name.get<std::string>()));
  std::string rest = folded_text(text_of(parsed.json["signature"]));
  for (const std::string_view joint : {" AND ", " & ", "/"}) {
    const std::size_t at = rest.find(joint);
    if (at == std::string::npos) continue;
    got.push_back(folded_text(rest.substr(0, at)));
    rest.erase(0, at + joint.size());
  }
  if (!rest.empty()) got.push_back(folded_text(rest));
  return {wanted, got};
}

// Those whom a collective leaves out stand in a list of their own, behind the addressee they belong to.
Json addressees(const Json& heading, const char* list) {
  Json found = Json::array();
  if (!heading.is_object()) return found;
  const auto place = [](const Json& item) { return item["at"]["offset"].get<std::size_t>(); };
  for (const auto& item : heading[list]) {
    Json excluded = Json::array();
    for (const auto& other : heading["xmt"]) {
      const bool is_nearest =
          std::all_of(heading[list].begin(), heading[list].end(), [&](const Json& between) {
            return place(between) <= place(item) || place(between) > place(other);
          });
      const bool other_list = std::string_view(list) == "to" && !heading["info"].empty() &&
                              place(heading["info"].front()) < place(other);
      if (place(item) < place(other) && is_nearest && !other_list) excluded.push_back(other["name"]);
    }
    found.push_back({{"route", item["routing"]},
                     {"name", item["name"]},
                     {"precedence", item["precedence"]},
                     {"mcn", item["number"]},
                     {"excluded", excluded}});
  }
  return found;
}

template <const char* kList> Verdict recipients(const Json& expected, const Json&, const Parsed& parsed) {
  Json wanted = Json::array();
  for (const auto& item : expected)
    wanted.push_back({{"route", item["route"]},
                      {"name", item["name"]},
                      {"precedence", item["precedence"]},
                      {"mcn", item["mcn"]},
                      {"excluded", item["excluded"]}});
  return {wanted, addressees(parsed.json["heading"], kList)};
}
constexpr char kTo[] = "to";
constexpr char kInfo[] = "info";

struct DataSet {
  const char* data;
  const char* file;
  double bar;  // percent
  Verdict (*judge)(const Json& expected, const Json& extra, const Parsed& parsed);
};

constexpr DataSet kDataSets[] = {
    {"cablemap/classified_by", "classified_by", 95, classified_by},
    {"cablemap/nondisclosure_deadline", "nondisclosure_deadline", 100, deadline},
    {"cablemap/references", "references", 97, references},
    {"cablemap/references_ng", "references_ng", 90, every_reference},
    {"cablemap/references_ng letters", "references_ng", 0, bullets},
    {"cablemap/tags", "tags", 97, tags},
    {"cablemap/subject", "subject", 97, subject},
    {"cablemap/signers", "signers", 95, signers},
    {"cablemap/recipients", "recipients", 100, recipients<kTo>},
    {"cablemap/info_recipients", "info_recipients", 100, recipients<kInfo>},
};

// An id is canonical when the post in it is: year and number stay.
std::string canonical_id(const std::string& id) {
  const std::size_t number = id.find_last_not_of("0123456789") + 1;
  if (id.size() < 2 || number < 2) return id;
  std::string out = id.substr(0, 2);
  Parsed::post_names().append_canonical(out, std::string_view(id).substr(2, number - 2));
  return out + id.substr(number);
}

}  // namespace

namespace cablelint::tests {

std::vector<Score> cablemap_scores() {
  const auto folder = case_folder("cablemap");
  std::vector<Score> scores;
  if (folder.empty()) return scores;
  for (const auto& set : kDataSets) {
    Score& score = scores.emplace_back(set.data, set.bar);
    for (const Json& one : read_lines(folder / (std::string(set.file) + ".jsonl"))) {
      const Parsed parsed(one["input"].get<std::string>());
      score.count(one["case"].get<std::string>(), set.judge(one["expected"], one["extra"], parsed));
    }
  }
  for (const char* const file : {"c14n", "c14n_aliases"}) {
    Score& score = scores.emplace_back(std::string("cablemap/") + file, 0);
    if (!std::filesystem::exists(folder / (std::string(file) + ".jsonl"))) continue;
    for (const Json& one : read_lines(folder / (std::string(file) + ".jsonl")))
      score.count(
          one["case"].get<std::string>() + " " + one["input"].get<std::string>(),
          {canonical_id(one["expected"].get<std::string>()), canonical_id(one["input"].get<std::string>())});
  }
  return scores;
}

}  // namespace cablelint::tests
