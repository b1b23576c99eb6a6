#include "cli/rule_layer.hpp"

namespace cablelint::cli {

void apply(const RuleLayer& layer, LintOptions& options) {
  if (layer.profile) {
    options.profile = *layer.profile;
    options.select.clear();
  }
  if (layer.select) {
    options.select = *layer.select;
    options.ignore.clear();
    std::erase_if(options.levels, [](const RuleLevel& level) { return !level.second; });
  }
  if (layer.ignore) options.ignore = *layer.ignore;
  options.levels.insert(options.levels.end(), layer.levels.begin(), layer.levels.end());
}

}  // namespace cablelint::cli
