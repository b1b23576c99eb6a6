#pragma once

// Runs the public conformance tests of CEL, as JSON lines: one object per line with `expr`, `bindings`,
// `type_env`, `container`, `disable_check`, `disable_macros` and `expect`. Both the test suite and the
// program `cel_conformance` use it.

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cablelint/expression/literal_map.hpp>
#include <cablelint/expression/operators.hpp>
#include <cablelint/expression/program.hpp>
#include <cablelint/expression/time_text.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace cablelint::expression::conformance {

using Json = nlohmann::json;

struct Tally {
  int passed = 0;
  int failed = 0;
  int left_out = 0;
  std::vector<std::string> failures;
};

inline std::string decode_base64(std::string_view text) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) break;
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes += static_cast<char>(bits >> held & 0xFF);
    }
  }
  return bytes;
}

/// A value of the test format: {"int": "-5"}, {"list": [...]}, ...
inline Value read_value(const Json& json, Arena& arena) {
  const std::string& kind = json.begin().key();
  const Json& data = json.begin().value();
  if (kind == "int") return Value::of_int(std::stoll(data.get<std::string>()));
  if (kind == "uint") return Value::of_uint(std::stoull(data.get<std::string>()));
  if (kind == "double") {
    if (data.is_number()) return Value::of_double(data.get<double>());
    const auto word = data.get<std::string>();
    if (word == "nan") return Value::of_double(std::nan(""));
    return Value::of_double(word == "inf" ? HUGE_VAL : -HUGE_VAL);
  }
  if (kind == "bool") return Value::of_bool(data.get<bool>());
  if (kind == "string") return Value::of_string(arena.copy(data.get<std::string>()));
  if (kind == "bytes") return Value::of_bytes(arena.copy(decode_base64(data.get<std::string>())));
  if (kind == "type") return Value::of_type(arena.copy(data.get<std::string>()));
  if (kind == "timestamp") return read_timestamp(data.get<std::string>());
  if (kind == "duration") return read_duration(data.get<std::string>());
  if (kind == "list") {
    Value* const items = arena.allocate_array<Value>(data.size());
    for (std::size_t i = 0; i < data.size(); ++i) items[i] = read_value(data[i], arena);
    return Value::of_list(items, static_cast<std::uint32_t>(data.size()), Items::values, 0, {});
  }
  if (kind == "map") {
    Value* const entries = arena.allocate_array<Value>(2 * data.size());
    for (std::size_t i = 0; i < data.size(); ++i) {
      entries[2 * i] = read_value(data[i][0], arena);
      entries[2 * i + 1] = read_value(data[i][1], arena);
    }
    return LiteralMap::make(entries, static_cast<std::uint32_t>(data.size()), arena);
  }
  return {};
}

inline Type read_type(const Json& json) {
  static const std::map<std::string, Type::Kind> kWords = {
      {"bool", Type::Kind::boolean},
      {"int", Type::Kind::integer},
      {"uint", Type::Kind::unsigned_integer},
      {"double", Type::Kind::real},
      {"string", Type::Kind::string},
      {"bytes", Type::Kind::bytes},
      {"null", Type::Kind::null},
      {"timestamp", Type::Kind::timestamp},
      {"duration", Type::Kind::duration},
  };
  if (json.is_string()) {
    const auto word = kWords.find(json.get<std::string>());
    return word == kWords.end() ? Type{} : Type{word->second, 0, {}};
  }
  if (json.contains("list")) return list_of(read_type(json["list"]));
  if (json.contains("map")) return map_of(read_type(json["map"][0]), read_type(json["map"][1]));
  return {Type::Kind::type, 0, {}};
}

/// Equal by kind and value; NaN is itself, and -0.0 is not 0.0.
inline bool same(const Value& a, const Value& b, Context& context) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Kind::real:
      return (std::isnan(a.real) && std::isnan(b.real)) ||
             std::bit_cast<std::uint64_t>(a.real) == std::bit_cast<std::uint64_t>(b.real);
    case Kind::list:
      if (a.size != b.size) return false;
      for (std::uint32_t i = 0; i < a.size; ++i) {
        if (!same(item(a, i, context), item(b, i, context), context)) return false;
      }
      return true;
    case Kind::map:
      if (a.map->size() != b.map->size()) return false;
      for (std::uint32_t i = 0; i < a.map->size(); ++i) {
        // By kind too, so keys are compared one by one: find() takes 1 and 1u for the same key.
        bool found = false;
        for (std::uint32_t j = 0; j < b.map->size() && !found; ++j) {
          Value left;
          Value right;
          found = same(a.map->key(i), b.map->key(j), context) && a.map->find(a.map->key(i), context, left) &&
                  b.map->find(b.map->key(j), context, right) && same(left, right, context);
        }
        if (!found) return false;
      }
      return true;
    default:
      return equal(a, b, context);
  }
}

/// Empty when the test passes, otherwise what came instead.
inline std::string run_test(const Json& test) {
  Arena arena;
  Environment environment;
  environment.container = test.value("container", "");
  environment.check_types = !test.value("disable_check", false);
  std::map<std::string, Type> types;
  const Json declarations = test.value("type_env", Json::array());
  for (const Json& declared : declarations) {
    types[declared["name"].get<std::string>()] = read_type(declared["type"]);
  }
  std::vector<Value> variables;
  const Json bindings = test.value("bindings", Json::object());
  for (const auto& [name, value] : bindings.items()) {
    environment.names.push_back({name, types.contains(name) ? types[name] : Type{}, std::nullopt});
    variables.push_back(read_value(value, arena));
    types.erase(name);
  }
  for (const auto& [name, type] : types) {
    environment.names.push_back({name, type, std::nullopt});
    variables.push_back(Value::of_error("no value is bound"));
  }
  const Json& expected = test["expect"];
  const bool fails = expected.contains("error");
  std::vector<Fault> faults;
  const std::optional<Program> program = compile(test["expr"].get<std::string>(), environment, faults);
  if (!program) return fails ? "" : "fault: " + faults.front().message + "; " + faults.front().hint;
  variables.resize(program->slots());
  Context context{arena, {}, nullptr, nullptr, variables.data()};
  const Value value = program->evaluate(context);
  if (fails) return value.is_error() ? "" : to_text(value, context) + " instead of an error";
  if (!value.is_error() && same(value, read_value(expected["value"], arena), context)) return "";
  return to_text(value, context) + " instead of " + expected["value"].dump();
}

/// "timestamps timestamp_selectors_tz/getDate" or "network_ext *": tests and files that are left out, with
/// the reason behind a `#`.
inline std::set<std::string> read_left_out(const std::filesystem::path& file) {
  std::set<std::string> names;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    line.resize(std::min(line.find('#'), line.size()));
    while (!line.empty() && line.back() == ' ') line.pop_back();
    if (!line.empty()) names.insert(line);
  }
  return names;
}

/// By file, in the order of their names.
inline std::map<std::string, Tally> run_folder(const std::filesystem::path& folder,
                                               const std::set<std::string>& left_out) {
  std::map<std::string, Tally> tallies;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".jsonl") continue;
    const std::string file = entry.path().stem().string();
    Tally& tally = tallies[file];
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      const Json test = Json::parse(line);
      const std::string name =
          file + " " + test["section"].get<std::string>() + "/" + test["name"].get<std::string>();
      if (left_out.contains(file + " *") || left_out.contains(name)) {
        ++tally.left_out;
        continue;
      }
      const std::string difference = run_test(test);
      if (difference.empty()) {
        ++tally.passed;
      } else {
        ++tally.failed;
        tally.failures.push_back(name + ": " + test["expr"].get<std::string>() + "\n    " + difference);
      }
    }
  }
  return tallies;
}

/// The sum over all files.
inline Tally sum(const std::map<std::string, Tally>& tallies) {
  Tally all;
  for (const auto& [file, tally] : tallies) {
    all.passed += tally.passed;
    all.failed += tally.failed;
    all.left_out += tally.left_out;
    all.failures.insert(all.failures.end(), tally.failures.begin(), tally.failures.end());
  }
  return all;
}

/// A line for each file and one for all of them, under a heading.
inline std::string table(const std::map<std::string, Tally>& tallies) {
  std::string text = fmt::format("{:<16} {:>7} {:>7} {:>9}\n", "file", "passed", "failed", "left out");
  const auto line = [&](const std::string& name, const Tally& tally) {
    text += fmt::format("{:<16} {:>7} {:>7} {:>9}\n", name, tally.passed, tally.failed, tally.left_out);
  };
  for (const auto& [file, tally] : tallies) line(file, tally);
  line("in all", sum(tallies));
  return text;
}

}  // namespace cablelint::expression::conformance
