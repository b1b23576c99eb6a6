#include <cablelint/fixes.hpp>

#include <algorithm>
#include <array>

#include <cablelint/cable_json.hpp>
#include <cablelint/fixing/propose.hpp>

namespace cablelint {
namespace {

struct KindText {
  std::string_view name;
  std::string_view rule;
};
/// In the order of FixKind.
constexpr std::array<KindText, kFixKinds> kKinds{{{"pilcrow", "NOI002"},
                                                  {"bullet", "NOI003"},
                                                  {"link", "NOI005"},
                                                  {"doubled-label", "AUT007"},
                                                  {"doubled-caption", "STR008"},
                                                  {"zero-for-o", "NOI007"},
                                                  {"split-keyword", "NOI007"}}};

/// Kinds of fixes, a bit each.
using Kinds = unsigned;
Kinds bit(FixKind kind) {
  return 1U << static_cast<unsigned>(kind);
}
Kinds kinds_of(const std::vector<Fix>& fixes) {
  Kinds kinds = 0;
  for (const Fix& fix : fixes) kinds |= bit(fix.kind);
  return kinds;
}

std::vector<Fix> of_kinds(const std::vector<Fix>& fixes, Kinds kinds) {
  std::vector<Fix> chosen;
  std::copy_if(fixes.begin(), fixes.end(), std::back_inserter(chosen),
               [&](const Fix& fix) { return (bit(fix.kind) & kinds) != 0; });
  return chosen;
}

}  // namespace

std::string_view name_of(FixKind kind) {
  return kKinds[static_cast<std::size_t>(kind)].name;
}

std::string_view rule_of(FixKind kind) {
  return kKinds[static_cast<std::size_t>(kind)].rule;
}

std::string mended(std::string_view bytes, std::span<const Fix> fixes) {
  std::string text;
  std::size_t at = 0;
  for (const Fix& fix : fixes) {
    text += bytes.substr(at, fix.at.offset - at);
    text += fix.replacement;
    at = fix.at.end();
  }
  return text += bytes.substr(at);
}

std::string Fixer::meaning_of(std::string_view bytes) {
  const Source source = Source::borrow({}, bytes);
  parser_->parse(source, cable_);
  std::string meaning;
  append_meaning(meaning, source, cable_);
  return meaning;
}

std::string Fixer::meaning_of_all(std::string_view bytes) {
  const Source source = Source::borrow({}, bytes);
  std::string meaning;
  parser_->parse_each(source, cable_, [&](const Cable& cable) {
    append_meaning(meaning, source, cable);
    meaning += '\n';
  });
  return meaning;
}

/// A kind is mended when the cable then reads as before. What was refused is tried again behind each kind
/// that was not, so that a second run has nothing to try that the first one did not.
std::vector<Fix> Fixer::find_in(std::string_view bytes) {
  const Source source = Source::borrow({}, bytes);
  parser_->parse(source, cable_);
  const std::vector<Fix> proposed = fixing::propose(source, cable_, *vocabulary_);
  const std::string meaning = meaning_of(bytes);
  const Kinds wanted = kinds_of(proposed);
  Kinds accepted = 0;
  for (bool again = wanted != 0; again;) {
    again = false;
    for (std::size_t i = 0; i < kFixKinds; ++i) {
      const Kinds kind = 1U << i;
      if ((wanted & kind) == 0 || (accepted & kind) != 0) continue;
      if (meaning_of(mended(bytes, of_kinds(proposed, accepted | kind))) != meaning) continue;
      accepted |= kind;
      again = (wanted & ~accepted) != 0;
    }
  }
  std::vector<Fix> fixes = of_kinds(proposed, accepted);
  const std::string text = mended(bytes, fixes);
  const Source result = Source::borrow({}, text);
  parser_->parse(result, cable_);
  if ((kinds_of(fixing::propose(result, cable_, *vocabulary_)) & accepted) != 0) return {};
  return fixes;
}

std::vector<Fix> Fixer::find(const Source& source) {
  std::vector<Span> damaged;  // cables in which there is something to mend
  parser_->parse_each(source, cable_, [&](const Cable& cable) {
    if (!fixing::propose(source, cable, *vocabulary_).empty()) damaged.push_back(cable.at);
  });
  std::vector<Fix> fixes;
  for (const Span at : damaged) {
    for (Fix& fix : find_in(source.text(at))) {
      fix.at.offset += at.offset;
      fixes.push_back(std::move(fix));
    }
  }
  // Each cable alone reads as before, and so must all of them in a row.
  if (!fixes.empty() && meaning_of_all(mended(source.bytes(), fixes)) != meaning_of_all(source.bytes()))
    fixes.clear();
  return fixes;
}

}  // namespace cablelint
