#include <cablelint/profile_loader.hpp>

#include <algorithm>
#include <utility>

namespace cablelint {
namespace {

std::vector<std::string> read_words(const yaml::Entry& entry, Faults& faults) {
  std::vector<std::string> words;
  for (const std::string_view word : read_texts(entry, faults).value_or(std::vector<std::string_view>{}))
    words.emplace_back(word);
  return words;
}

void read_levels(const yaml::Entry& entry, Profile& profile, Faults& faults) {
  if (!entry.value.is_map()) {
    faults.push_back(value_fault(entry, "`levels` must be a map of rules to levels", "write DCL001: error"));
    return;
  }
  for (const yaml::Entry level : entry.value.entries()) {
    if (const auto severity = read_severity(level, faults))
      profile.levels.emplace_back(std::string(level.key.text()), *severity);
  }
}

Profile read_profile(yaml::Node map, Faults& faults) {
  Profile profile;
  check_keys(map, profile_keys(), faults);
  for (const PackKey& key : profile_keys()) {
    if (key.required && !yaml::Lookup(map, key.name))
      faults.push_back(map.document().fault(map, "the profile has no `" + std::string(key.name) + '`'));
  }
  for (const yaml::Entry entry : map.entries()) {
    const std::string_view key = entry.key.text();
    if (key == "name") {
      profile.name = read_text(entry, faults).value_or("");
    } else if (key == "summary") {
      profile.summary = read_text(entry, faults).value_or("");
    } else if (key == "select") {
      profile.select = read_words(entry, faults);
    } else if (key == "ignore") {
      profile.ignore = read_words(entry, faults);
    } else if (key == "levels") {
      read_levels(entry, profile, faults);
    }
  }
  return profile;
}

}  // namespace

void read_profiles(const yaml::Entry& entry, std::vector<Profile>& profiles, Faults& faults) {
  if (!entry.value.is_sequence()) {
    faults.push_back(value_fault(entry, "`profiles` must be a list of profiles"));
    return;
  }
  for (const yaml::Node item : entry.value.items()) {
    if (!item.is_map()) {
      faults.push_back(value_fault({entry.key, item}, "every item of `profiles` must be a map of keys"));
      continue;
    }
    const std::size_t before = faults.size();
    Profile profile = read_profile(item, faults);
    const bool taken = std::any_of(profiles.begin(), profiles.end(),
                                   [&](const Profile& other) { return other.name == profile.name; });
    if (taken)
      faults.push_back(item.document().fault(item, "there is a profile `" + profile.name + "` already"));
    if (faults.size() == before) profiles.push_back(std::move(profile));
  }
}

}  // namespace cablelint
