#include <cablelint/audit/facts_reader.hpp>

#include <cstddef>

namespace cablelint::audit {

CableFacts FactsReader::read(const Source& source, const Cable& cable) {
  CableFacts facts = facts_of(source, cable, *vocabulary_, as_of_);
  facts.post = canonical(facts.post);
  return facts;
}

const std::string& FactsReader::canonical(const std::string& printed) {
  constexpr std::size_t kMostKnown = 4096;
  if (known_posts_.size() == kMostKnown) known_posts_.clear();
  const auto [known, fresh] = known_posts_.try_emplace(printed);
  if (fresh) posts_->append_canonical(known->second, printed);
  return known->second;
}

}  // namespace cablelint::audit
