#pragma once

#include <bitset>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <cablelint/cable.hpp>
#include <cablelint/reference_id.hpp>
#include <cablelint/source.hpp>

namespace cablelint {

/// Which members an object of a cable shall have besides `schema`, `source` and `at`.
class CableMembers {
 public:
  /// The names of all, in the order of the object.
  [[nodiscard]] static std::span<const std::string_view> names();
  /// Adds one; false when there is none of that name.
  [[nodiscard]] bool add(std::string_view name);
  [[nodiscard]] bool has(std::size_t index) const { return chosen_.none() || chosen_.test(index); }

 private:
  std::bitset<64> chosen_;  // none stands for all
};

/// Appends the cable as one JSON object of schema "cablelint.cable/1", without a line end. Names and texts
/// are as printed, blanks and line breaks folded; the result is one line of valid UTF-8 whatever the source
/// holds. `post_names` spells the posts in the ids of references; without it they are spelt as printed.
void append_json(std::string& out, const Source& source, const Cable& cable,
                 const PostNames& post_names = PostNames(), const CableMembers& members = {});

/// Appends what the cable says: the same object without places, noise and spellings, equal captions once.
/// Two texts that read alike have the same meaning.
void append_meaning(std::string& out, const Source& source, const Cable& cable);

}  // namespace cablelint
