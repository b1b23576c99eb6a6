// Stamps of a release, and the codes that stand in stamps and beside cuts.

#include <algorithm>
#include <array>

#include "grammar/redaction.hpp"

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/redactions.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::redaction;

struct State {
  const Reader& reader;
  Redaction& redaction;
  const char* base;
};

void add_statute_word(State& state, Span at) {
  if (state.redaction.codes.count == 0 || state.redaction.statute) return;
  state.redaction.statute =
      statute_at(state.reader, at.offset, static_cast<std::uint32_t>(state.reader.bytes.size()));
}

template <typename Rule> struct action : tao::pegtl::nothing<Rule> {};

struct one_code {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    add_code(state.reader.cable, state.redaction, span_of(in, state.base), {in.begin(), in.size()});
  }
};
template <> struct action<rules::exemption> : one_code {};
template <> struct action<rules::category> : one_code {};
template <> struct action<rules::further_letter> : one_code {};
template <> struct action<rules::automatic> : one_code {};
template <> struct action<rules::privacy> : one_code {};
template <> struct action<rules::statute> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    if (!state.redaction.statute) state.redaction.statute = span_of(in, state.base);
  }
};
template <> struct action<rules::statute_name> : action<rules::statute> {};
template <> struct action<rules::word> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    add_statute_word(state, span_of(in, state.base));
  }
};
template <> struct action<rules::case_number> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    if (!state.redaction.case_number) state.redaction.case_number = span_of(in, state.base);
  }
};
template <> struct action<rules::document_number> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    if (!state.redaction.document_number) state.redaction.document_number = span_of(in, state.base);
  }
};
template <> struct action<rules::stamp_date> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    if (!state.redaction.day) state.redaction.day = read_date(state.reader, span_of(in, state.base)).day;
  }
};

/// What the stamp says, by the alternative that reads it.
template <typename Rule> struct status : tao::pegtl::nothing<Rule> {};
template <ReleaseStatus kStatus> struct says {
  static void apply0(ReleaseStatus& found) { found = kStatus; }
};
template <> struct status<rules::released_full> : says<ReleaseStatus::full> {};
template <> struct status<rules::released_part> : says<ReleaseStatus::part> {};
template <> struct status<rules::denied_full> : says<ReleaseStatus::denied> {};
template <> struct status<rules::page_denied> : says<ReleaseStatus::page_denied> {};
template <> struct status<rules::declassified_part> : says<ReleaseStatus::sanitized> {};
template <> struct status<rules::sanitized> : says<ReleaseStatus::sanitized> {};
template <> struct status<rules::approved> : says<ReleaseStatus::approved> {};
template <> struct status<rules::extended> : says<ReleaseStatus::extended> {};
template <> struct status<rules::declassified> : says<ReleaseStatus::declassified> {};
template <> struct status<rules::open_page> : says<ReleaseStatus::unclassified> {};
template <> struct status<rules::closed_page> : says<ReleaseStatus::classified> {};

template <typename Rule> void read_with(const Reader& reader, Redaction& redaction, Span span) {
  const std::string_view text = reader.text(span);
  State state{reader, redaction, reader.bytes.data()};
  Input in(text.data(), text.data() + text.size(), "");
  tao::pegtl::parse<Rule, action>(in, state);
}

std::uint8_t put(std::array<char, 15>& out, std::uint8_t size, char c) {
  if (size < out.size()) out[size++] = c;
  return size;
}

/// "Next 3 Page(s) In Document Denied"; without a number it is this one page.
void count_pages(const Reader& reader, Redaction& redaction) {
  const std::string_view text = reader.text(redaction.at);
  const std::size_t digits = std::min(text.find_first_of("0123456789"), text.size());
  CutPart page;
  page.what = page.unit = "page";
  page.amount = {digits == text.size() ? 100 : std::min(to_number(text.substr(digits)), 9999) * 100, true};
  redaction.parts = {static_cast<std::uint32_t>(reader.cable.cut_parts.size()), 1};
  reader.cable.cut_parts.push_back(page);
}

}  // namespace

ShortText normal_code(Span at, std::string_view printed, std::string_view before) {
  ShortText code;
  code.at = at;
  std::array<char, 15> signs{};  // letters and digits, capitals
  std::uint8_t count = 0;
  if (matched<rules::named>(printed) > 0) {
    printed.remove_prefix(std::string_view("EXEMPTION").size());
    if (printed.find_first_of("bB") == std::string_view::npos) count = put(signs, count, 'B');
  } else if (matched<tao::pegtl::seq<rules::further_letter, tao::pegtl::eof>>(printed) > 0) {
    for (const char c : before.substr(0, 3))  // "1.4"
      if (is_digit(c)) count = put(signs, count, c);
  }
  for (const char c : printed) {
    if (is_alpha(c) || is_digit(c)) count = put(signs, count, to_upper(c));
  }
  const auto add = [&](std::string_view text) {
    for (const char c : text) code.size = put(code.text, code.size, c);
  };
  const std::string_view all(signs.data(), count);
  const auto lower = [](char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; };
  if (all.starts_with('B')) {
    const std::size_t digits = std::min(all.find_first_not_of("0123456789", 1), all.size());
    add(all.substr(0, digits));
    if (digits < all.size()) {
      add("(");
      add(all.substr(digits));
      add(")");
    }
  } else if (is_alpha(all.front())) {  // the Privacy Act
    const char letter = lower(all.front());
    add("(");
    add({&letter, 1});
    add(")(");
    add(all.substr(1));
    add(")");
  } else if (all.size() > 2 && all[2] == 'X') {
    const std::size_t digits = std::min(all.find_first_not_of("0123456789", 3), all.size());
    add(all.substr(0, digits));
    if (digits < all.size()) {
      add("-");
      add(all.substr(digits));
    }
  } else if (all.size() > 2) {  // a section of an order
    add(all.substr(0, 1));
    add(".");
    add(all.substr(1, 1));
    const char letter = lower(all[2]);
    add("(");
    add({&letter, 1});
    add(")");
    if (all.size() > 3) {
      add("(");
      add(all.substr(3));
      add(")");
    }
  }
  return code;
}

void add_code(Cable& cable, Redaction& redaction, Span at, std::string_view printed) {
  if (redaction.codes.count == 0)
    redaction.codes.begin = static_cast<std::uint32_t>(cable.short_texts.size());
  std::string_view before;  // the section whose letters go on
  for (std::uint32_t i = redaction.codes.count; i > 0 && before.empty(); --i) {
    const std::string_view known = cable.short_texts[redaction.codes.begin + i - 1].view();
    if (known.size() > 3 && known[1] == '.') before = known;
  }
  const ShortText code = normal_code(at, printed, before);
  const auto begin = cable.short_texts.begin() + redaction.codes.begin;
  constexpr std::uint32_t kMostCompared = 16;
  const auto end = begin + std::min(redaction.codes.count, kMostCompared);
  if (std::any_of(begin, end, [&](const ShortText& known) { return known.view() == code.view(); })) return;
  cable.short_texts.push_back(code);
  ++redaction.codes.count;
}

Span statute_at(const Reader& reader, std::uint32_t offset, std::uint32_t end) {
  if (reader.words.statutes == nullptr) return {};
  const std::string_view text = reader.bytes.substr(offset, end - offset);
  std::uint32_t longest = 0;
  for (const Table::Row& row : reader.words.statutes->rows()) {
    const std::size_t size = row.key.size();
    if (size <= longest || size > text.size() || !equals_ignoring_case(text.substr(0, size), row.key))
      continue;
    if (size < text.size() && (is_alpha(text[size]) || is_digit(text[size]))) continue;
    longest = static_cast<std::uint32_t>(size);
  }
  return longest == 0 ? Span{} : Span{offset, longest};
}

std::uint32_t read_codes(const Reader& reader, Redaction& redaction, Span span) {
  const auto length = static_cast<std::uint32_t>(matched<rules::codes>(reader.text(span)));
  if (length > 0) read_with<rules::codes>(reader, redaction, span);
  return span.offset + length;
}

void read_stamp(const Reader& reader, Span span) {
  Redaction redaction;
  redaction.form = RedactionForm::stamp;
  redaction.at = trimmed(reader.bytes, span);
  redaction.part = ElementKind::release_stamp;
  const std::string_view text = reader.text(redaction.at);
  Input in(text.data(), text.data() + text.size(), "");
  tao::pegtl::parse<rules::stamp_text, status>(in, redaction.status);
  if (redaction.status == ReleaseStatus::page_denied) count_pages(reader, redaction);
  read_with<rules::stamp_pieces>(reader, redaction, redaction.at);
  reader.cable.redactions.push_back(redaction);
}

}  // namespace cablelint::reading
