// Writes fictional cables and their truth.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/generator/generator.hpp"

namespace {

using namespace cablelint::generator;

struct Order {
  std::uint64_t count = 10;
  std::uint64_t seed = 1;
  std::string era = "all";
  NoiseAmount noise = NoiseAmount::none;
  std::size_t bytes = 4000;
  std::string fault;
  std::string folder;
  bool json_lines = false;
  bool list_noise = false;
};

const Fault* find_fault(const std::string& rule) {
  for (const auto& fault : faults())
    if (fault.rule == rule) return &fault;
  std::string known;
  for (const auto& fault : faults()) known += " " + std::string(fault.rule);
  throw CLI::ValidationError("--plant", "no fault of this id can be planted; there are" + known);
}

FictionalCable make(const Order& order, const Fault* fault, std::uint64_t index) {
  if (fault != nullptr) return plant(*fault, order.seed, index);
  Recipe recipe;
  recipe.noise = order.noise;
  recipe.bytes = order.bytes;
  if (order.era != "all") recipe.era = static_cast<Era>(order.era[0] - 'A');
  return generate(order.seed, index, recipe);
}

void list_noise() {
  for (const auto& noise : noise_classes())
    std::printf("%-30s %-7s %s\n", std::string(noise.name).c_str(), std::string(noise.eras).c_str(),
                std::string(noise.example).c_str());
}

void write(const Order& order) {
  namespace fs = std::filesystem;
  const Fault* fault = order.fault.empty() ? nullptr : find_fault(order.fault);
  std::ofstream truths;
  if (!order.json_lines) {
    fs::create_directories(order.folder);
    truths.open(fs::path(order.folder) / "truth.jsonl", std::ios::binary);
  }
  for (std::uint64_t i = 0; i < order.count; ++i) {
    const FictionalCable cable = make(order, fault, i);
    char name[40];
    std::snprintf(name, sizeof name, "%06llu.txt", static_cast<unsigned long long>(i));
    nlohmann::ordered_json json;
    json["file"] = name;
    json["era"] = std::string(1, letter(cable.era));
    if (fault != nullptr) json["rule"] = fault->rule;
    for (const NoiseClass* noise : cable.noise) json["classes"].push_back(noise->name);
    if (order.json_lines) {
      json["text"] = cable.text;
      json["truth"] = to_json(cable.truth);
      std::cout << json.dump() << '\n';
      continue;
    }
    json.update(to_json(cable.truth));
    truths << json.dump() << '\n';
    // Folders of a thousand: file managers and shells get slow on more.
    fs::path folder = order.folder;
    if (order.count > 1000) {
      folder /= std::to_string(i / 1000);
      if (i % 1000 == 0) fs::create_directories(folder);
    }
    std::ofstream(folder / name, std::ios::binary) << cable.text;
  }
  if (!order.json_lines && !truths.flush()) throw std::runtime_error("cannot write to " + order.folder);
}

}  // namespace

int main(int argc, char** argv) {
  Order order;
  CLI::App app("Writes fictional cables and what is true of them.", "cablelint_generate");
  app.add_option("--count", order.count, "how many cables")->capture_default_str();
  app.add_option("--seed", order.seed, "the same seed gives the same bytes")->capture_default_str();
  app.add_option("--era", order.era, "A (E.O. 11652) to F (E.O. 13526), or all")
      ->check(CLI::IsMember({"A", "B", "C", "D", "E", "F", "all"}))
      ->capture_default_str();
  const std::map<std::string, NoiseAmount> amounts = {
      {"none", NoiseAmount::none}, {"some", NoiseAmount::some}, {"all", NoiseAmount::all}};
  app.add_option("--noise", order.noise, "damage and odd forms of real cables: none, some, all")
      ->transform(CLI::CheckedTransformer(amounts));
  app.add_option("--bytes", order.bytes, "size of an average cable")->capture_default_str();
  app.add_option("--plant", order.fault, "a rule id: each cable carries this one fault");
  auto* folder = app.add_option("--out", order.folder, "folder for the cables and truth.jsonl");
  auto* lines =
      app.add_flag("--jsonl", order.json_lines, "cables and truth as JSON lines to standard output");
  folder->excludes(lines);
  app.add_flag("--list-noise", order.list_noise, "the classes of noise with their eras and an example");
  try {
    app.parse(argc, argv);
    if (order.list_noise) {
      list_noise();
      return 0;
    }
    if (order.folder.empty() && !order.json_lines) throw CLI::RequiredError("--out DIR or --jsonl");
    write(order);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? 0 : 2;
  } catch (const std::exception& e) {
    std::cerr << "cablelint_generate: " << e.what() << '\n';
    return 2;
  }
  return 0;
}
