#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::reports {

using Data = kainjow::mustache::data;

/// What a template makes: decides how `{{value}}` is escaped. `{{{value}}}` goes in as it is.
enum class Markup { html, markdown };

/// Fills the template of that file name in this folder. `style` is always the style sheet that all pages
/// share. Throws std::runtime_error for a template that is missing or faulty.
[[nodiscard]] std::string fill(std::string_view name, Markup markup, Data& data);

/// A list of values, each as an object with the one key `value`.
[[nodiscard]] Data values(const std::vector<std::string>& items);

}  // namespace cablelint::reports
