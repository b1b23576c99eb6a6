#include <cablelint/finding_builder.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include <cablelint/code_points.hpp>
#include <cablelint/fnv.hpp>
#include <cablelint/white_space.hpp>

namespace cablelint {
namespace {

using expression::Context;
using expression::Kind;
using expression::Value;

constexpr std::size_t kFindingsPerRule = 1000;  // in one cable: more help nobody
constexpr std::string_view kMore = " (this rule has more findings here, which are left out)";
constexpr std::size_t kMessageLength = 300;  // code points
constexpr std::size_t kExcerptLength = 160;  // code points
constexpr std::size_t kExcerptBefore = 40;   // code points shown before the place in a longer line
constexpr std::size_t kIdentityBytes = 256;  // of the place and of its line: enough to know them again

/// Folds white space and cuts what is too long.
std::string tidy(std::string_view text) {
  std::string out;
  out.reserve(std::min<std::size_t>(text.size(), kMessageLength * 4));
  fold_white(text, [&out](std::string_view piece) { out += piece; });
  if (out.size() <= kMessageLength && is_ascii(out)) return out;
  std::size_t at = 0;
  for (std::size_t count = 0; at < out.size(); ++count) {
    if (count + 1 == kMessageLength && code_points(std::string_view(out).substr(at)) > 1) {
      out.resize(at);
      out += "\xE2\x80\xA6";
      break;
    }
    at += code_point_size(out, at);
  }
  return out;
}

void put_folded(Fnv& fnv, std::string_view text) {
  fold_white(text.substr(0, kIdentityBytes), [&fnv](std::string_view piece) {
    for (const char c : piece) fnv.put(c);
  });
  fnv.put('\0');
}

std::string hex(std::uint64_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = text.size(); i-- > 0; value >>= 4) text[i] = kDigits[value & 15];
  return text;
}

void append_value(std::string& out, const Value& value, Context& context) {
  // Strings stand unquoted in a message; an object is shown as it is written.
  if (value.kind == Kind::string) {
    out += value.string();
  } else if (const Span origin = expression::origin_of(value, context);
             origin && value.kind == Kind::object) {
    out += expression::folded(origin, context);
  } else {
    out += expression::to_text(value, context);
  }
}

}  // namespace

Span FindingBuilder::clip(Span span) const {
  if (!span) return {};
  const auto size = static_cast<std::uint32_t>(source_.bytes().size());
  const std::uint32_t begin = std::min(span.offset, size);
  return {begin, std::min(span.length, size - begin)};
}

Span FindingBuilder::first_line() const {
  const std::string_view bytes = source_.text(cable_.at);
  const auto first = std::find_if_not(bytes.begin(), bytes.end(), is_white);
  if (first == bytes.end()) return {cable_.at.offset, 0};
  auto last = std::find(first, bytes.end(), '\n');
  while (is_white(*(last - 1))) --last;
  return {cable_.at.offset + static_cast<std::uint32_t>(first - bytes.begin()),
          static_cast<std::uint32_t>(last - first)};
}

Finding& FindingBuilder::push(Span place) {
  Finding& finding = findings_.emplace_back();
  finding.rule = info_->id;
  finding.name = info_->name;
  finding.source = source_.name();
  if (cable_.record) finding.record = source_.text(cable_.record->id);
  finding.one_of_several = one_of_several();
  finding.at = place ? clip(place) : first_line();
  return finding;
}

bool FindingBuilder::is_full() {
  if (findings_.size() - rule_first_ < kFindingsPerRule) return false;
  findings_.back().message += kMore;
  return true;
}

bool FindingBuilder::add(Severity level, Span place, std::string_view message) {
  if (is_full()) return false;
  Finding& finding = push(place);
  finding.level = level;
  finding.message = tidy(message);
  finding.help = info_->help;
  return true;
}

bool FindingBuilder::add(Context& context, Span place) {
  if (is_full()) return false;
  Severity level = level_.value_or(rule_->info.level);
  for (const LevelCase& other : rule_->levels) {
    if (level_) break;
    const Value answer = other.when.evaluate(context);
    if (answer.kind != Kind::boolean) {
      add_failure(answer, place);
      return false;
    }
    if (answer.boolean) {
      level = other.level;
      break;
    }
  }
  std::string& message = scratch_.message;
  message.clear();
  for (const MessagePart& part : rule_->message) {
    message += part.text;
    if (!part.value) continue;
    const Value value = part.value->evaluate(context);
    if (value.is_error()) {
      add_failure(value, place);
      return false;
    }
    append_value(message, value, context);
  }
  Finding& finding = push(place);
  finding.level = level;
  finding.message = tidy(message);
  finding.help = info_->help;
  return true;
}

void FindingBuilder::add_failure(const Value& error, Span place) {
  Finding& finding = push(place);
  finding.level = Severity::error;
  std::string reason(kFailure);
  reason += error.is_error() ? error.string() : std::string_view("the answer is neither true nor false");
  finding.message = tidy(reason);
}

void FindingBuilder::finish() {
  if (findings_.size() == first_) return;
  const auto begin = findings_.begin() + static_cast<std::ptrdiff_t>(first_);
  std::sort(begin, findings_.end());
  auto& identities = scratch_.identities;
  identities.clear();
  for (std::size_t i = first_; i < findings_.size(); ++i) {
    place(findings_[i]);
    identities.emplace_back(identity(findings_[i]), i);
  }
  // Equal identities are told apart by their order in the cable.
  std::sort(identities.begin(), identities.end());
  std::size_t occurrence = 0;
  for (std::size_t i = 0; i < identities.size(); ++i) {
    occurrence = i > 0 && identities[i - 1].first == identities[i].first ? occurrence + 1 : 0;
    Fnv fnv;
    for (int shift = 56; shift >= 0; shift -= 8)
      fnv.put(static_cast<char>(identities[i].first >> shift & 0xFF));
    fnv.put_text(std::to_string(occurrence));
    findings_[identities[i].second].fingerprint = hex(fnv.value());
  }
}

std::uint64_t FindingBuilder::identity(const Finding& finding) const {
  Fnv fnv;
  fnv.put_text(finding.rule);
  if (cable_.record && cable_.record->id) {
    put_folded(fnv, source_.text(cable_.record->id));
  } else {
    const std::string_view name = source_.name();
    fnv.put_text(name.substr(name.find_last_of('/') + 1));
    if (one_of_several() && cable_.classification) put_folded(fnv, source_.text(cable_.classification->at));
  }
  put_folded(fnv, source_.text(finding.at));
  put_folded(fnv, source_.text(source_.line_at(finding.at.offset)));
  return fnv.value();
}

void FindingBuilder::place(Finding& finding) const {
  const Position begin = source_.position(finding.at.offset);
  const std::string_view bytes = source_.bytes();
  const Span line = source_.line_at(finding.at.offset);
  // Counting on from the begin leaves the source's memory of the last position where the next finding needs
  // it.
  const Position end =
      finding.at.end() <= line.end()
          ? Position{begin.line,
                     begin.column + static_cast<std::uint32_t>(code_points(source_.text(finding.at)))}
          : source_.position(finding.at.end());
  finding.line = begin.line;
  finding.column = begin.column;
  finding.end_line = end.line;
  finding.end_column = end.column;

  // Where the line is too long, a window of it: some text before the place and as much as fits behind.
  std::uint32_t from = std::min(finding.at.offset, line.end());
  std::uint32_t column = begin.column;
  const auto count_to_end = [&](std::uint32_t at, std::size_t most) {
    const std::size_t near = std::min<std::size_t>(line.end() - at, most);
    if (is_ascii(bytes.substr(at, near))) return std::pair(at + static_cast<std::uint32_t>(near), near);
    std::size_t count = 0;
    for (; at < line.end() && count < most; ++count)
      at += static_cast<std::uint32_t>(code_point_size(bytes, at));
    return std::pair(std::min(at, line.end()), count);
  };
  const std::size_t behind = count_to_end(from, kExcerptLength).second;
  const std::size_t before = std::max(kExcerptBefore, kExcerptLength - behind);
  const bool whole = column - 1 + behind <= kExcerptLength;
  for (std::size_t i = 0; from > line.offset && (whole || i < before); ++i) {
    from = std::max(line.offset, static_cast<std::uint32_t>(code_point_before(bytes, from)));
    --column;
  }
  const std::uint32_t to = count_to_end(from, kExcerptLength).first;
  finding.excerpt = bytes.substr(from, to - from);
  finding.excerpt_column = column;
}

}  // namespace cablelint
