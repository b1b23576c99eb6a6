#include "support/grammar_header.hpp"

#include <cctype>
#include <fstream>

#include <re2/re2.h>

namespace cablelint::tests {
namespace {

std::string first_sentence(const std::string& comment) {
  std::string sentence = comment.substr(0, comment.find(". "));
  if (sentence.ends_with('.')) sentence.pop_back();
  if (!sentence.empty())
    sentence[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(sentence[0])));
  return sentence;
}

}  // namespace

std::vector<RuleOutline> outline(const std::filesystem::path& header) {
  static const RE2 comment_line(R"(///\s*(.*))");
  static const RE2 template_line(R"(template\s*<.*>\s*)");
  // A forward declaration is no definition, and `struct tao::...` specialises a trait.
  static const RE2 definition(R"((template\s*<.*>\s*)?struct (\w+)\s*(?:\{|:[^:]|$).*)");
  static const RE2 derived(R"(struct \w+\s*:\s*([\w:]+)\s*\{\s*\};.*)");
  std::vector<RuleOutline> rules;
  std::ifstream file(header);
  std::string comment;
  bool family = false;
  for (std::string line; std::getline(file, line);) {
    std::string words;
    if (RE2::FullMatch(line, comment_line, &words)) {
      comment += (comment.empty() ? "" : " ") + words;
    } else if (RE2::FullMatch(line, template_line)) {
      family = true;
    } else {
      std::string parameters, name;
      if (RE2::FullMatch(line, definition, &parameters, &name)) {
        RuleOutline rule{{header.stem().string(), name}, first_sentence(comment), {}, family};
        rule.family = rule.family || !parameters.empty();
        RE2::FullMatch(line, derived, &rule.base);
        rules.push_back(std::move(rule));
      }
      comment.clear();
      family = false;
    }
  }
  return rules;
}

}  // namespace cablelint::tests
