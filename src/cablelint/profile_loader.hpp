#pragma once

#include <vector>

#include <cablelint/pack_keys.hpp>
#include <cablelint/profile.hpp>
#include <cablelint/yaml/document.hpp>

namespace cablelint {

/// Appends the profiles under the key `profiles` of a pack. Every fault is noted with its place; a profile
/// with one is left out. A name that is taken is a fault.
void read_profiles(const yaml::Entry& entry, std::vector<Profile>& profiles, Faults& faults);

}  // namespace cablelint
