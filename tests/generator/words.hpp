#pragma once

#include <span>
#include <string_view>

/// Word lists. Posts, persons, parties and events exist nowhere; TAGS, agencies and offices are the field's
/// own codes.
namespace cablelint::generator::words {

struct Post {
  std::string_view name;     // "PORT LORNE"
  std::string_view mission;  // "AMEMBASSY"
  std::string_view routing;  // "RUEHPL"
};
extern const std::span<const Post> kPosts;

struct Agency {
  std::string_view name, routing;
};
extern const std::span<const Agency> kAgencies;

extern const std::span<const std::string_view> kGivenNames, kSurnames, kInitials, kTitles;
extern const std::span<const std::string_view> kOffices, kPasses;
extern const std::span<const std::string_view> kSubjectTags, kGeoTags, kProgramTags, kOrganizationTags,
    kTermTags;
/// For SUBJECT lines, upper case: countries and what happens there.
extern const std::span<const std::string_view> kCountries, kSubjects, kSubjectTails;
extern const std::span<const std::string_view> kHeadings;
/// Sentences; {p} stands for a person, {c} a country, {t} a town, {m} a ministry, {y} a topic, {n} a number,
/// {d} a day.
extern const std::span<const std::string_view> kSentences;
extern const std::span<const std::string_view> kCommentSentences;
extern const std::span<const std::string_view> kTowns, kMinistries, kTopics;
extern const std::span<const std::string_view> kMonths;

}  // namespace cablelint::generator::words
