#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <cablelint/cable.hpp>
#include <cablelint/source.hpp>
#include <cablelint/vocabulary.hpp>

namespace cablelint {

/// The spelling of posts in message ids, from the vocabulary's table `post_names`. Immutable; serves any
/// number of threads, and does not need the vocabulary once it is built.
class PostNames {
 public:
  /// Knows no names.
  PostNames();
  explicit PostNames(const Vocabulary& vocabulary);
  PostNames(PostNames&&) noexcept;
  PostNames& operator=(PostNames&&) noexcept;
  ~PostNames();

  /// Appends a post's name as ids spell it: "RIODEJANEIRO" for "Rio", "Rio de Janiero" and "AMCONSUL RIO DE
  /// JANEIRO". A name that the table does not explain is appended in capitals without blanks and punctuation.
  void append_canonical(std::string& out, std::string_view printed) const;

 private:
  struct Index;
  std::unique_ptr<const Index> index_;
};

/// Appends the id of the cable that a reference points to, such as "07PARIS1234": year, post, number without
/// leading zeros. `cable_year` stands in when the reference shows no year, and is 0 when it is not known.
/// Returns false and appends nothing for a reference to something else than a cable, or when no year is
/// known.
bool append_reference_id(std::string& out, const Source& source, const Reference& reference,
                         std::int32_t cable_year, const PostNames& names);

/// The year in which the cable was sent; 0 when its date is not known or does not tell.
[[nodiscard]] std::int32_t year_sent(const Cable& cable);

}  // namespace cablelint
