#include <cablelint/expression/search_pattern.hpp>

#include <cablelint/expression/program.hpp>
#include <mutex>

namespace cablelint::expression {

std::unique_ptr<RE2> compile_regex(std::string_view pattern) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(Limits::kRegexMemory);
  return std::make_unique<RE2>(re2::StringPiece{pattern.data(), pattern.size()}, options);
}

bool occurs(const RE2& regex, std::string_view text) {
  return regex.Match({text.data(), text.size()}, 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

SearchPattern::SearchPattern(std::string_view text, bool known_sound) : text_(text), start_(text) {
  if (!known_sound) compile();
}

std::string SearchPattern::fault() const {
  const RE2* const compiled = compiled_.load(std::memory_order_acquire);
  return compiled == nullptr || compiled->ok() ? std::string() : compiled->error();
}

std::size_t SearchPattern::size() const {
  const RE2* const compiled = compiled_.load(std::memory_order_acquire);
  return compiled == nullptr ? 0 : static_cast<std::size_t>(compiled->ProgramSize());
}

const RE2& SearchPattern::compile() const {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  if (!owned_) {
    owned_ = compile_regex(text_);
    compiled_.store(owned_.get(), std::memory_order_release);
  }
  return *owned_;
}

bool SearchPattern::occurs_in(std::string_view text) const {
  if (start_.empty()) return occurs(program(), text);
  const re2::StringPiece whole(text.data(), text.size());
  // Each try may read to the end of the text, so there are only so many.
  constexpr int kTries = 16;
  std::size_t at = 0;
  for (int i = 0; i < kTries; ++i) {
    at = start_.find(text, at);
    if (at == std::string_view::npos) return false;
    if (program().Match(whole, at, text.size(), RE2::ANCHOR_START, nullptr, 0)) return true;
    ++at;
  }
  return program().Match(whole, at, text.size(), RE2::UNANCHORED, nullptr, 0);
}

}  // namespace cablelint::expression
