#include "tests/generator/noise.hpp"

#include <algorithm>
#include <vector>

namespace cablelint::generator {
namespace {

/// In the order in which they happen to a cable: written, sent, copied.
const std::vector<NoiseRecipe>& recipes() {
  static const std::vector<NoiseRecipe> all = [] {
    std::vector<NoiseRecipe> list;
    for (const auto part : {header_noise(), page_noise(), text_noise()})
      list.insert(list.end(), part.begin(), part.end());
    return list;
  }();
  return all;
}

const std::vector<NoiseClass>& classes() {
  static const std::vector<NoiseClass> all = [] {
    std::vector<NoiseClass> list;
    for (const auto& recipe : recipes()) list.push_back(recipe.noise);
    return list;
  }();
  return all;
}

}  // namespace

std::span<const NoiseClass> noise_classes() {
  return classes();
}

bool apply_noise(std::string_view name, Draft& d, Random& random) {
  const auto recipe = std::find_if(recipes().begin(), recipes().end(),
                                   [&](const NoiseRecipe& each) { return each.noise.name == name; });
  return recipe->apply(d, random);
}

void make_noisy(Draft& d, NoiseAmount amount, Random& random) {
  if (amount == NoiseAmount::none) return;
  const bool all = amount == NoiseAmount::all;
  const auto bit = [](Field field) { return 1U << static_cast<unsigned>(field); };
  // Of the classes that settle one field, one is drawn: later ones have their turn as often as earlier ones.
  std::vector<std::size_t> order(recipes().size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  std::vector<bool> drawn(order.size());
  for (const std::size_t i : order) {
    const NoiseRecipe& recipe = recipes()[i];
    const bool claims = recipe.field != Field::none;
    if (recipe.noise.eras.find(letter(d.era)) == std::string_view::npos) continue;
    if (claims && (d.claimed & bit(recipe.field)) != 0) continue;
    if (!random.chance(all ? 85 : 6)) continue;
    drawn[i] = true;
    if (claims) d.claimed |= bit(recipe.field);
  }
  for (std::size_t i = 0; i < drawn.size(); ++i)
    if (drawn[i] && recipes()[i].apply(d, random)) d.noise.push_back(&classes()[i]);
}

}  // namespace cablelint::generator
