#include "tests/generator/cut_marks.hpp"

#include <algorithm>

#include "tests/generator/words.hpp"

namespace cablelint::generator {
namespace {

bool is_sign(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == ')' || c == '(' || c == '"' || c == '?' ||
         c == '!';
}

bool names_someone(const std::string& text) {
  const std::string folded = capitals(text);
  return std::any_of(words::kSurnames.begin(), words::kSurnames.end(), [&](std::string_view surname) {
    return folded.find(capitals(surname)) != std::string::npos;
  });
}

}  // namespace

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::vector<Stretch> words_of(const std::string& text) {
  std::vector<Stretch> words;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_blank(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    if (at > begin) words.push_back({begin, at});
  }
  return words;
}

std::vector<Stretch> blocks_of(const std::string& text) {
  std::vector<Stretch> blocks;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find("\n\n", at);
    if (end == std::string::npos) end = text.size();
    std::size_t last = end;
    while (last > at && is_blank(text[last - 1])) --last;
    if (last > at) blocks.push_back({at, last});
    at = end;
    while (at < text.size() && text[at] == '\n') ++at;
  }
  return blocks;
}

std::size_t count_words(const std::string& text, Stretch stretch) {
  return words_of(text.substr(stretch.begin, stretch.end - stretch.begin)).size();
}

std::string capitals(std::string_view word) {
  std::string text(word);
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  return text;
}

std::string mark_for(const std::string& text, Stretch stretch, bool paragraph, Random& random) {
  const std::size_t size = stretch.end - stretch.begin;
  const std::size_t lines = std::max<std::size_t>(1, (size + 30) / 60);
  const std::size_t words = count_words(text, stretch);
  const bool name = words <= 4 && names_someone(text.substr(stretch.begin, size));
  const std::string many = std::to_string(lines) + (lines == 1 ? " line" : " lines");
  if (paragraph) {
    switch (random.below(3)) {
      case 0:
        return "[1 paragraph (" + many + ") not declassified]";
      case 1:
        return "[1 paragraph not declassified]";
      default:
        return "[" + many + " of source text not declassified]";
    }
  }
  switch (random.below(10)) {
    case 0:
      return "[text not declassified]";
    case 1:
      return "[" + std::to_string(words) + (words == 1 ? " word" : " words") + " not declassified]";
    case 2:
      return name ? "[name deleted]" : "[" + many + " not declassified]";
    case 3:
      return size < 60 ? "[less than 1 line not declassified]" : "[" + many + " not declassified]";
    case 4:
      return name ? "[name not declassified] (b)(6)" : "[text deleted] (b)(1)";
    case 5:
      return size != 12 ? "XXXXXXXXXXXX" : "[text not released]";
    case 6:
      return size != 8 ? "████████" : "[text not released]";
    case 7:
      return "[text not declassfied]";
    case 8:
      return "[" + many + " not declassified]";
    default:
      return "[REDACTED B1]";
  }
}

Stretch without_signs(const std::string& text, Stretch stretch) {
  while (stretch.end > stretch.begin + 1 && is_sign(text[stretch.end - 1])) --stretch.end;
  while (stretch.begin + 1 < stretch.end && is_sign(text[stretch.begin])) ++stretch.begin;
  return stretch;
}

}  // namespace cablelint::generator
