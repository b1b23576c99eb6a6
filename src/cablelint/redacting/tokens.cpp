#include <cablelint/redacting/tokens.hpp>

#include <cablelint/ascii.hpp>
#include <cablelint/redaction.hpp>

#include <algorithm>
#include <cstring>
#include <span>

namespace cablelint::redacting {
namespace {

constexpr bool is_blank_byte(unsigned char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Bytes of a sign that archives add and readers do not see as text: a pilcrow, a hard blank, a soft hyphen.
std::size_t added_sign(std::string_view text, std::size_t at) {
  if (text[at] != '\xC2' || at + 1 >= text.size()) return 0;
  const char next = text[at + 1];
  return next == '\xB6' || next == '\xA0' || next == '\xAD' ? 2 : 0;
}

/// Where a word that is joined by a hyphen goes on: behind the hyphen and a line end after it. 0 when it does
/// not.
std::size_t joined_at(std::string_view text, std::size_t hyphen) {
  std::size_t at = hyphen + 1;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) ++at;
  if (at < text.size() && text[at] == '\n') {
    while (at < text.size() && is_blank_byte(static_cast<unsigned char>(text[at]))) ++at;
  } else if (at != hyphen + 1) {
    return 0;
  }
  const bool word = at < text.size() && Words::is_word_byte(static_cast<unsigned char>(text[at])) &&
                    added_sign(text, at) == 0;
  return word ? at : 0;
}

/// A stretch that is not read as tokens.
struct Gap {
  static constexpr std::uint32_t kNoMark = 0xFFFF'FFFF;
  Span at;
  std::uint32_t mark = kNoMark;
};

/// The stretch with the rest of its line where nothing else stands on it, or with the blanks in front of it.
Span with_blanks(std::string_view text, Span at) {
  std::uint32_t begin = at.offset;
  std::uint32_t end = at.end();
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  std::uint32_t rest = end;
  while (rest < text.size() && (text[rest] == ' ' || text[rest] == '\t' || text[rest] == '\r')) ++rest;
  const bool ends_line = rest == text.size() || text[rest] == '\n';
  if (ends_line && (begin == 0 || text[begin - 1] == '\n')) {
    if (rest < text.size()) ++rest;
    return {begin, rest - begin};
  }
  if (ends_line) end = text.size() == rest ? rest : end;
  return {begin, end - begin};
}

/// Whether a stretch ends its line and is set off from the text: by more than a blank, or by the mark alone.
/// Codes inside the text belong to it.
bool is_margin(std::string_view text, Span at, Span mark) {
  std::size_t rest = at.end();
  while (rest < text.size() && (text[rest] == ' ' || text[rest] == '\t' || text[rest] == '\r')) ++rest;
  if (rest < text.size() && text[rest] != '\n') return false;
  std::size_t begin = at.offset;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  return begin == 0 || text[begin - 1] == '\n' || begin == mark.end() || at.offset - begin > 1;
}

void add_noise(const Source& source, const Cable& cable, std::vector<Gap>& gaps) {
  for (const Noise& noise : cable.noise) {
    switch (noise.kind) {
      case NoiseKind::page_header:
      case NoiseKind::hard_break:
      case NoiseKind::html_wrapper:
      case NoiseKind::mail_wrapper:
        gaps.push_back({with_blanks(source.bytes(), noise.at), Gap::kNoMark});
        break;
      default:
        break;
    }
  }
}

class Reader {
 public:
  Reader(std::string_view text, bool noise, Words& words, Tokens& tokens)
      : text_(text), noise_(noise), words_(&words), tokens_(&tokens) {}

  void read(std::vector<Gap>& gaps) {
    std::stable_sort(gaps.begin(), gaps.end(),
                     [](const Gap& a, const Gap& b) { return a.at.offset < b.at.offset; });
    std::size_t at = 0;
    for (const Gap& gap : gaps) {
      if (gap.at.offset > at) read(at, gap.at.offset);
      if (gap.mark != Gap::kNoMark) add_mark(gap.mark);
      at = std::max<std::size_t>(at, gap.at.end());
    }
    read(at, text_.size());
    drop_blank();
  }

 private:
  void read(std::size_t at, std::size_t end) {
    const std::string_view text = text_.substr(0, end);
    while (at < end) {
      const auto c = static_cast<unsigned char>(text[at]);
      std::size_t next = at + 1;
      if (is_blank_byte(c)) {
        while (next < end && is_blank_byte(static_cast<unsigned char>(text[next]))) ++next;
        // None at the begin of the text, beside a mark, or beside what was left out.
        if (!noise_ && !tokens_->ids.empty() && !beside_mark() && !words_->is_blank(tokens_->ids.back()))
          add(at, next);
      } else if (const std::size_t sign = noise_ ? added_sign(text, at) : 0; sign > 0) {
        next = at + sign;
      } else if (Words::is_word_byte(c)) {
        next = word_end(text, next);
        add(at, next);
      } else {
        add(at, next);
      }
      at = next;
    }
  }

  [[nodiscard]] std::size_t word_end(std::string_view text, std::size_t at) const {
    while (at < text.size()) {
      if (Words::is_word_byte(static_cast<unsigned char>(text[at]))) {
        if (noise_ && added_sign(text, at) > 0) break;
        ++at;
      } else if (const std::size_t next = noise_ && text[at] == '-' ? joined_at(text, at) : 0; next > 0) {
        at = next;
      } else {
        break;
      }
    }
    return at;
  }

  [[nodiscard]] bool beside_mark() const {
    return !tokens_->marks.empty() && tokens_->marks.back().before == tokens_->ids.size();
  }

  void drop_blank() {
    if (tokens_->ids.empty() || beside_mark() || !words_->is_blank(tokens_->ids.back())) return;
    tokens_->ids.pop_back();
    tokens_->places.pop_back();
  }

  void add_mark(std::uint32_t redaction) {
    drop_blank();
    tokens_->marks.push_back({redaction, static_cast<std::uint32_t>(tokens_->ids.size())});
  }

  void add(std::size_t begin, std::size_t end) {
    const TokenId id =
        end == begin + 1 ? one_byte(text_[begin]) : words_->id_of(text_.substr(begin, end - begin));
    tokens_->ids.push_back(id);
    tokens_->places.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)});
  }

  [[nodiscard]] TokenId one_byte(char c) const {
    return static_cast<unsigned char>(noise_ ? ascii_lower(c) : c);
  }

  std::string_view text_;
  bool noise_;
  Words* words_;
  Tokens* tokens_;
};

}  // namespace

Words::Words() : slots_(1024) {}

void Words::begin(bool fold) {
  fold_ = fold;
  words_.clear();
  std::fill(slots_.begin(), slots_.end(), 0);
}

std::uint32_t Words::hash_of(std::string_view word) const {
  constexpr std::uint64_t kFactor = 0xD6E8FEB86659FD93U;
  std::uint64_t hash = 0x9E3779B97F4A7C15U ^ (fold_ ? 0 : word.size());
  const auto mix = [&](std::uint64_t bytes) {
    hash = (hash ^ bytes) * kFactor;
    hash ^= hash >> 32;
  };
  if (fold_) {
    for (const char c : word) {
      if (c == '-' || is_blank_byte(static_cast<unsigned char>(c))) continue;
      mix(static_cast<unsigned char>(ascii_lower(c)));
    }
  } else {
    for (std::uint64_t bytes = 0; !word.empty(); bytes = 0) {
      const std::size_t size = std::min(word.size(), sizeof bytes);
      std::memcpy(&bytes, word.data(), size);
      mix(bytes);
      word.remove_prefix(size);
    }
  }
  return static_cast<std::uint32_t>(hash);
}

bool Words::equal(std::string_view a, std::string_view b) const {
  if (!fold_) return a == b;
  const auto skip = [](std::string_view text, std::size_t& at) {
    while (at < text.size() && (text[at] == '-' || is_blank_byte(static_cast<unsigned char>(text[at])))) ++at;
  };
  std::size_t i = 0;
  std::size_t j = 0;
  while (true) {
    skip(a, i);
    skip(b, j);
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (ascii_lower(a[i++]) != ascii_lower(b[j++])) return false;
  }
}

TokenId Words::id_of(std::string_view word) {
  const std::uint32_t hash = hash_of(word);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    const std::uint32_t found = slots_[slot];
    if (found == 0) {
      words_.push_back({word, hash, is_blank_byte(static_cast<unsigned char>(word.front()))});
      slots_[slot] = static_cast<std::uint32_t>(words_.size());
      if (words_.size() * 2 > slots_.size()) grow();
      return kFirst + static_cast<TokenId>(words_.size()) - 1;
    }
    const Word& known = words_[found - 1];
    if (known.hash == hash && equal(known.text, word)) return kFirst + found - 1;
  }
}

void Words::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    std::size_t slot = words_[i].hash & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

void Tokens::clear() {
  ids.clear();
  places.clear();
  marks.clear();
}

Span margin_of(const Source& source, const Cable& cable, const Redaction& redaction) {
  Span margin;
  for (const ShortText& code :
       std::span(cable.short_texts).subspan(redaction.codes.begin, redaction.codes.count)) {
    const bool inside = code.at.offset >= redaction.at.offset && code.at.end() <= redaction.at.end();
    if (code.at && !inside) margin = cover(margin, code.at);
  }
  if (redaction.statute &&
      (redaction.statute.offset < redaction.at.offset || redaction.statute.end() > redaction.at.end()))
    margin = cover(margin, redaction.statute);
  if (!margin) return {};
  // A code ends with the parenthesis that it begins with.
  const std::string_view text = source.bytes();
  if (margin.offset > 0 && text[margin.offset - 1] == '(') margin = {margin.offset - 1, margin.length + 1};
  if (margin.end() < text.size() && text[margin.end()] == ')') ++margin.length;
  return is_margin(text, margin, redaction.at) ? with_blanks(text, margin) : Span{};
}

void read_original(const Source& source, const Cable& cable, const TokenOptions& options, Words& words,
                   Tokens& tokens) {
  tokens.clear();
  std::vector<Gap> gaps;
  for (const Redaction& redaction : cable.redactions) {
    if (!is_cut(redaction)) gaps.push_back({with_blanks(source.bytes(), redaction.at), Gap::kNoMark});
  }
  if (options.noise) add_noise(source, cable, gaps);
  Reader(source.bytes(), options.noise, words, tokens).read(gaps);
}

void read_release(const Source& source, const Cable& cable, const TokenOptions& options, Words& words,
                  Tokens& tokens) {
  tokens.clear();
  std::vector<Gap> gaps;
  for (std::uint32_t i = 0; i < cable.redactions.size(); ++i) {
    const Redaction& redaction = cable.redactions[i];
    if (is_cut(redaction)) {
      gaps.push_back({redaction.at, i});
      if (const Span margin = margin_of(source, cable, redaction)) gaps.push_back({margin, Gap::kNoMark});
    } else {
      gaps.push_back({with_blanks(source.bytes(), redaction.at), Gap::kNoMark});
    }
  }
  if (options.noise) add_noise(source, cable, gaps);
  Reader(source.bytes(), options.noise, words, tokens).read(gaps);
}

}  // namespace cablelint::redacting
