#include <fmt/format.h>

#include <algorithm>
#include <cablelint/audit/line_file.hpp>
#include <cablelint/audit/run_json.hpp>
#include <cablelint/audit/run_reader.hpp>
#include <cablelint/terminal_text.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace cablelint::audit {
namespace {

using Json = nlohmann::ordered_json;
constexpr const char* kSchema = "cablelint.run/1";

Json totals(const PastRun& run) {
  return {{"as_of", run.as_of},           {"cables", run.cables},        {"passed", run.passed},
          {"unreadable", run.unreadable}, {"error", run.findings.error}, {"warning", run.findings.warning},
          {"note", run.findings.note}};
}

PastRun read_totals(const Json& json) {
  PastRun run;
  json.at("as_of").get_to(run.as_of);
  json.at("cables").get_to(run.cables);
  json.at("passed").get_to(run.passed);
  json.at("unreadable").get_to(run.unreadable);
  json.at("error").get_to(run.findings.error);
  json.at("warning").get_to(run.findings.warning);
  json.at("note").get_to(run.findings.note);
  return run;
}

Severity severity(const std::string& word) {
  for (const Severity each : {Severity::note, Severity::warning}) {
    if (word == to_text(each)) return each;
  }
  return Severity::error;
}

RunRecord read(const Json& json) {
  RunRecord run;
  RunFacts& facts = run.facts;
  json.at("version").get_to(facts.version);
  json.at("rules_hash").get_to(facts.rules_hash);
  json.at("as_of").get_to(facts.as_of);
  json.at("profile").get_to(facts.profile);
  facts.fail_on = severity(json.at("fail_on").get<std::string>());
  json.at("inputs").get_to(facts.inputs);
  if (const Json& shard = json.at("shard"); !shard.is_null()) {
    shard.at("numbers").get_to(facts.shard);
    shard.at("of").get_to(facts.shards);
  }
  for (const auto& [name, value] : json.at("settings").items()) {
    facts.settings.emplace_back(name, value.get<std::string>());
  }
  for (const Json& past : json.at("history")) facts.history.push_back(read_totals(past));
  json.at("complete").get_to(run.complete);
  json.at("files").get_to(run.files);
  if (run.complete) run.totals = read_totals(json.at("totals"));
  for (const auto& [id, rule] : json.at("rules").items()) {
    RuleCount& known = run.rules[id];
    rule.at("name").get_to(known.name);
    known.level = severity(rule.at("level").get<std::string>());
    rule.at("summary").get_to(known.summary);
  }
  return run;
}

}  // namespace

std::string run_json(const RunRecord& run) {
  const RunFacts& facts = run.facts;
  Json json = {{"schema", kSchema},
               {"complete", run.complete},
               {"version", facts.version},
               {"rules_hash", facts.rules_hash},
               {"as_of", facts.as_of},
               {"profile", facts.profile},
               {"fail_on", to_text(facts.fail_on)},
               {"inputs", facts.inputs},
               {"shard", nullptr},
               {"settings", Json::object()},
               {"files", run.files},
               {"totals", nullptr},
               {"history", Json::array()},
               {"rules", Json::object()}};
  if (facts.shards > 0) json["shard"] = {{"numbers", facts.shard}, {"of", facts.shards}};
  for (const auto& [name, value] : facts.settings) json["settings"][name] = value;
  if (run.complete) json["totals"] = totals(run.totals);
  for (const PastRun& past : facts.history) json["history"].push_back(totals(past));
  for (const auto& [id, rule] : run.rules) {
    json["rules"][id] = {{"name", rule.name}, {"level", to_text(rule.level)}, {"summary", rule.summary}};
  }
  return json.dump(1, ' ', true, Json::error_handler_t::replace) + '\n';
}

RunRecord read_run(const std::string& folder) {
  const std::string path = folder + '/' + std::string(kRunFile);
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw RunError(fmt::format("{}: holds no audit: there is no {} in it", visible(folder), kRunFile));
  }
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  try {
    const Json json = Json::parse(text);
    if (json.at("schema") == kSchema) return read(json);
  } catch (const Json::exception&) {  // said below
  }
  throw RunError(
      fmt::format("{}: is not what `cablelint audit` writes; make the audit again", visible(path)));
}

RunRecord read_whole_run(const std::string& folder) {
  RunRecord run = read_run(folder);
  if (!run.complete) {
    throw RunError(fmt::format("{}: this audit is not complete; finish it with --resume", visible(folder)));
  }
  for (const std::string_view needed : {kDocuments, kFindings, kErrors}) {
    if (std::find(run.files.begin(), run.files.end(), needed) != run.files.end()) continue;
    throw RunError(fmt::format("{}: this audit was made without {}, which is needed here; make it again",
                               visible(folder), needed));
  }
  return run;
}

}  // namespace cablelint::audit
