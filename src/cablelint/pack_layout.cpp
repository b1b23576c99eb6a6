#include <cablelint/pack_layout.hpp>

#include <cablelint/pair_faults.hpp>

namespace cablelint {
namespace {

constexpr PackKey kRuleKeys[] = {
    {"id", Shape::rule_id, true, "Capitals or digits, then three digits; never given to another rule."},
    {"name", Shape::rule_name, true, "Small letters, digits and hyphens."},
    {"extends", Shape::text, false,
     "The id or name of a rule: what is not given here is taken over from it, but not its cases."},
    {"fault", Shape::word, false,
     "What is found by holding two texts against each other, in place of `when` and `message`.",
     pair_fault_kinds},
    {"level", Shape::severity, true, "How bad it is."},
    {"levels", Shape::level_cases, false, "The first whose condition holds takes the place of `level`."},
    {"summary", Shape::text, true, "What the rule finds, in a sentence."},
    {"rationale", Shape::text, false, "Why it matters."},
    {"for", Shape::text, false, "`p in cable.paragraphs`: asked once for each item of the list."},
    {"when", Shape::text, false, "The expression that says when the rule fires."},
    {"pattern", Shape::text, false, "A regular expression (RE2); every match is a finding."},
    {"in", Shape::text, false, "The part of the cable in which the pattern is searched."},
    {"at", Shape::text, false, "The part of the cable that the finding points at."},
    {"message", Shape::text, true, "What the finding says; {expression} puts a value in."},
    {"help", Shape::text, false, "What to do about it."},
    {"since", Shape::date, false, "Only for cables certainly written on or after this day."},
    {"until", Shape::date, false, "Only for cables certainly written before this day."},
    {"authority", Shape::texts, false, "The order, regulation or manual."},
    {"flags", Shape::cases, false, "Cables on which the rule must fire."},
    {"passes", Shape::cases, false, "Cables on which the rule must stay silent."},
};
constexpr PackKey kPackKeys[] = {
    {"schema", Shape::text, false, "The version of the layout."},
    {"rules", Shape::rules, false, "The rules of the pack."},
    {"overrides", Shape::overrides, false, "Rules of any pack, each with another level or `off`."},
    {"profiles", Shape::profiles, false, "Questions that a run can ask, chosen with --profile."},
};
constexpr PackKey kProfileKeys[] = {
    {"name", Shape::text, true, "The word behind --profile."},
    {"summary", Shape::text, true, "The question."},
    {"select", Shape::texts, false,
     "Ids, prefixes of ids or names of the rules that run; all when it is left out."},
    {"ignore", Shape::texts, false, "Rules that do not run."},
    {"levels", Shape::levels, false, "Other levels for rules: by id, prefix or name."},
};
constexpr PackKey kCaseKeys[] = {
    {"name", Shape::text, false, "What is special about this cable."},
    {"as_of", Shape::date, false, "The day of the check."},
    {"text", Shape::text, true, "The cable."},
};
constexpr PackKey kLevelCaseKeys[] = {
    {"when", Shape::text, true, "The expression that says when this level applies."},
    {"level", Shape::severity, true, "The level."},
};
constexpr PackKey kTableKeys[] = {
    {"table", Shape::table_name, true, "The name under `vocabulary`."},
    {"about", Shape::text, false, "What the words are."},
    {"source", Shape::text, false, "Where they were read."},
    {"columns", Shape::columns, false, "What is said about each word: the name of a column and its type."},
    {"entries", Shape::entries, false, "The words, each with its columns."},
    {"extends", Shape::flag, false, "Adds the entries to a table that exists."},
};
constexpr PackKey kColumnKeys[] = {
    {"type", Shape::column_type, true, "The type of the column."},
    {"doc", Shape::text, false, "What the column says."},
};
constexpr PackKey kPathKeys[] = {
    {"paths", Shape::texts, true, "Patterns as in .gitignore, as seen from the folder of the configuration."},
    {"profile", Shape::text, false, "The question to these files; `select` from above does not count then."},
    {"select", Shape::texts, false,
     "The rules that run on these files; `ignore` from above does not count then."},
    {"ignore", Shape::texts, false, "The rules that do not run on these files."},
    {"levels", Shape::overrides, false, "Other levels for rules, or `off`: by id, prefix or name."},
};

}  // namespace

std::span<const PackKey> rule_keys() {
  return kRuleKeys;
}
std::span<const PackKey> pack_keys() {
  return kPackKeys;
}
std::span<const PackKey> profile_keys() {
  return kProfileKeys;
}
std::span<const PackKey> case_keys() {
  return kCaseKeys;
}
std::span<const PackKey> level_case_keys() {
  return kLevelCaseKeys;
}
std::span<const PackKey> table_keys() {
  return kTableKeys;
}
std::span<const PackKey> column_keys() {
  return kColumnKeys;
}
std::span<const PackKey> path_keys() {
  return kPathKeys;
}

bool is_taken_over(std::string_view key) {
  return key != "id" && key != "name" && key != "extends" && key != "fault" && key != "flags" &&
         key != "passes";
}

}  // namespace cablelint
