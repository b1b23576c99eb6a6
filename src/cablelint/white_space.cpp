#include <cablelint/white_space.hpp>

#include <cablelint/byte_block.hpp>

namespace cablelint {

std::string_view without_outer_white(std::string_view text) {
  while (!text.empty() && is_white(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
  return text;
}

std::size_t find_white_run(std::string_view text, std::size_t at) {
  while (at + kByteBlock < text.size()) {
    const ByteBlock bytes = load_block(text.data() + at);
    const ByteBlock next = load_block(text.data() + at + 1);
    // All white space but the blank stands from \t to \r.
    const auto is_break = [](ByteBlock block) { return block - block_of('\t') <= block_of('\r' - '\t'); };
    const auto blank = bytes == block_of(' ');
    const ByteBlock begin = held(is_break(bytes) | (blank & ((next == block_of(' ')) | is_break(next))));
    if (has_bits(begin)) break;
    at += kByteBlock;
  }
  for (; at < text.size(); ++at) {
    if (is_white(text[at]) && (text[at] != ' ' || is_white(text[at + 1]))) return at;
  }
  return at;
}

}  // namespace cablelint
