#pragma once

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "tests/generator/generator.hpp"

namespace cablelint::bench {

/// Fictional cables in memory, the same in every run.
struct Cables {
  std::vector<std::string> texts;
  std::size_t bytes = 0;

  Cables(bool long_lines, generator::NoiseAmount noise, std::size_t size = 4000) {
    constexpr std::uint64_t kCount = 2000;
    for (std::uint64_t i = 0; i < kCount; ++i) {
      generator::Recipe recipe;
      recipe.long_lines = long_lines;
      recipe.noise = noise;
      recipe.bytes = size;
      texts.push_back(generator::generate(42, i, recipe).text);
      bytes += texts.back().size();
    }
  }

  /// The first of them only.
  void keep(std::size_t count) {
    texts.resize(count);
    bytes = 0;
    for (const std::string& text : texts) bytes += text.size();
  }
};

/// Bytes and cables per second.
inline void count(benchmark::State& state, const Cables& cables) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * cables.bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * cables.texts.size()));
}

}  // namespace cablelint::bench
