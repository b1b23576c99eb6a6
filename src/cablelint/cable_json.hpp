#pragma once

#include <string>

#include <cablelint/cable.hpp>
#include <cablelint/reference_id.hpp>
#include <cablelint/source.hpp>

namespace cablelint {

/// Appends the cable as one JSON object of schema "cablelint.cable/1", without a line end. Names and texts
/// are as printed, blanks and line breaks folded; the result is one line of valid UTF-8 whatever the source
/// holds. `post_names` spells the posts in the ids of references; without it they are spelt as printed.
void append_json(std::string& out, const Source& source, const Cable& cable,
                 const PostNames& post_names = PostNames());

/// Appends what the cable says: the same object without places, noise and spellings, equal captions once.
/// Two texts that read alike have the same meaning.
void append_meaning(std::string& out, const Source& source, const Cable& cable);

}  // namespace cablelint
