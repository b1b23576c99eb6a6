// "[1 paragraph (5 lines of source text) not declassified]": what a bracket says is cut.

#include <array>
#include <cstddef>
#include <utility>

#include "grammar/redaction.hpp"

#include <cablelint/reading/input.hpp>
#include <cablelint/reading/redactions.hpp>
#include <cablelint/reading/text.hpp>

namespace cablelint::reading {
namespace {

namespace rules = grammar::redaction;

/// Takes the pieces of a bracket in their order and puts together what they say.
class CutReader {
 public:
  CutReader(const Reader& reader, Span inside) : reader_(reader), inside_(inside) {}

  void add_word(Span at) {
    const std::string_view printed = reader_.text(at);
    const CutWord* const word = reader_.words.cut_words.find_near(printed);
    const bool joined = is_joined_negation(printed);
    if (word == nullptr && !joined) return add_unknown(at, printed);
    const CutRole role = joined ? CutRole::refused : word->role;
    if (in_brackets_) {
      if (role == CutRole::number) extent_ = {word->count * 100, true};
      if (role == CutRole::thing && extent_.stated) add_extent(*word);
      return;
    }
    const bool negated = std::exchange(negated_, role == CutRole::negation);
    const std::string_view previous = std::exchange(previous_, word == nullptr ? printed : word->key);
    switch (role) {
      case CutRole::thing:
        return add_thing(*word, previous);
      case CutRole::refused:
        if (negated || joined) {
          refused_ = true;
          add_verb(at.end());
        } else if (slips(printed, word->key, 1) <= 1) {
          bare_verb_end_ = at.end();
        }
        return;
      case CutRole::cut:
        if (!sentence_ && unknown_ <= kMostUnknown) add_verb(at.end());
        return;
      case CutRole::less:
        less_ = true;
        return;
      case CutRole::rest:
        rest_ = true;
        return;
      case CutRole::number:
        return add_amount({word->count * 100, true});
      case CutRole::half:
        return add_amount({50, true});
      case CutRole::link:
        return end_phrase(false);
      case CutRole::inner:
        return end_phrase(!rest_);
      case CutRole::sentence:
        sentence_ = tells_ = true;
        return;
      case CutRole::negation:
      case CutRole::plain:
        break;
    }
  }

  void add_amount(Amount amount) {
    if (in_brackets_) {
      extent_ = amount;
      return;
    }
    amount_ = amount;
    words_behind_amount_ = 0;
  }
  /// The number in "1½-page table", "2-column text".
  void add_measure(Amount amount) {
    if (!in_brackets_) measure_ = amount;
  }
  void open() {
    in_brackets_ = true;
    extent_ = {};
  }
  void close() { in_brackets_ = false; }
  void comma() {
    if (!in_brackets_) end_phrase(false);
  }
  void stop() {
    if (in_brackets_) return;
    end_phrase(false);
    fallback_ = nullptr;
    sentence_ = false;
  }
  void add_code(Span at) {
    if (code_count_ < codes_.size()) codes_[code_count_++] = at;
  }
  void add_statute(Span at) {
    if (!statute_) statute_ = at;
  }

  /// Whether it says of things it names that they are not declassified, and says nothing else.
  [[nodiscard]] bool says_not_declassified() const {
    return refused_ && named_ > 0 && unknown_ == 0 && !tells_ && verb_end_ == inside_.end();
  }

  /// Offset behind the cut, or 0 when nothing is cut. Adds the redaction.
  std::uint32_t finish(bool closed) {
    std::uint32_t end = verb_end_;
    std::size_t parts = named_;
    const bool all_known = unknown_ == 0 && !tells_;
    const std::uint32_t last = stripped(reader_.bytes, inside_, " \t\r\n.").end();
    if (end == 0 && all_known && part_count_ > 0 && bare_verb_end_ == last) {  // the `not` is lost
      end = bare_verb_end_;
      parts = part_count_;
    } else if (end == 0 && all_known && code_count_ > 0 && closed) {
      end = last;
      parts = part_count_;
    } else if (verb_first_) {  // "[REDACTED: 2 lines]"
      parts = part_count_;
    }
    if (end == 0) return 0;
    if (closed) end = inside_.end() + 1;
    add_redaction(parts, end);
    return end;
  }

 private:
  static constexpr std::size_t kMostParts = 8;
  static constexpr int kMostUnknown = 3;  // in front of "deleted": more of them are a sentence
  static constexpr int kMostBetween = 2;  // "6 following paragraphs"

  /// "notdeclassified"
  [[nodiscard]] bool is_joined_negation(std::string_view printed) const {
    constexpr std::string_view kNot = "NOT";
    if (printed.size() <= kNot.size() || !equals_ignoring_case(printed.substr(0, kNot.size()), kNot))
      return false;
    const CutWord* const rest = reader_.words.cut_words.find_near(printed.substr(kNot.size()));
    return rest != nullptr && rest->role == CutRole::refused;
  }

  void add_unknown(Span at, std::string_view printed) {
    if (code_count_ > 0 && !statute_) statute_ = statute_at(reader_, at.offset, inside_.end());
    if (in_brackets_ || (statute_ && at.offset < statute_.end())) return;
    ++unknown_;
    if (amount_.stated && ++words_behind_amount_ > kMostBetween) amount_ = {};
    constexpr std::size_t kLongestNot = 4;  // "nto", "mot", "noot"
    negated_ = printed.size() > 1 && printed.size() <= kLongestNot && slips(printed, "NOT", 1) <= 1;
    previous_ = printed;
    open_part_ = false;
  }

  /// Behind a link another thing begins, behind "of" or "in" something that belongs to the last.
  void end_phrase(bool inner) {
    inner_ = inner;
    amount_ = {};
    open_part_ = false;
    separated_ = true;
    previous_ = {};
  }

  void add_thing(const CutWord& word, std::string_view previous) {
    const CutWord* const pair = reader_.words.cut_words.find_pair(previous, word.key);
    const CutWord& thing = pair != nullptr ? *pair : word;
    if (measure_.stated) {
      const Amount amount = std::exchange(measure_, {});
      if (thing.what != "column") measured_ = {amount, thing.unit};
      previous_ = {};
      return;
    }
    if (open_part_ && !amount_.stated) {  // "document title": the last word says what it is
      parts_[part_count_ - 1].what = thing.what;
      parts_[part_count_ - 1].unit = thing.unit;
      return;
    }
    if (inner_ && !amount_.stated && !rest_ && !less_) {
      if (fallback_ == nullptr) fallback_ = &thing;
      return;
    }
    CutPart* const part = add_part(thing);
    only_measured_ = false;
    if (part == nullptr) return;
    part->rest = rest_;
    part->amount = amount_;
    if (less_ && !amount_.stated) part->amount = {100, true};  // "less than a line"
    part->amount.less = less_;
    amount_ = {};
    less_ = rest_ = false;
    if (measured_.amount.stated) {
      part->extents[0] = std::exchange(measured_, {});
      part->extent_count = 1;
    }
  }

  CutPart* add_part(const CutWord& thing) {
    if (part_count_ == parts_.size()) return nullptr;
    CutPart& part = parts_[part_count_];
    part = {};
    part.what = thing.what;
    part.unit = thing.unit;
    part.joined =
        part_count_ > named_ && !separated_ && amount_.stated && parts_[part_count_ - 1].what == thing.what;
    ++part_count_;
    open_part_ = true;
    separated_ = false;
    return &part;
  }

  void add_extent(const CutWord& unit) {
    const Amount amount = std::exchange(extent_, {});
    open_part_ = false;
    if (part_count_ == 0 || only_measured_) {  // "[tape (3 minutes 20 seconds) not declassified]"
      only_measured_ = true;
      amount_ = amount;
      if (CutPart* const part = add_part(unit)) part->amount = std::exchange(amount_, {});
      open_part_ = false;
      return;
    }
    CutPart& part = parts_[part_count_ - 1];
    if (part.extent_count < part.extents.size()) part.extents[part.extent_count++] = {amount, unit.unit};
  }

  /// What was named up to here is cut.
  void add_verb(std::uint32_t end) {
    if (measured_.amount.stated) {  // "[a 3-page paper not declassified]"
      if (part_count_ < parts_.size()) {
        CutPart& part = parts_[part_count_++];
        part = {};
        part.amount = measured_.amount;
        part.what = part.unit = measured_.unit;
      }
      measured_ = {};
    }
    if (part_count_ == named_ && fallback_ != nullptr) add_part(*fallback_);
    verb_first_ = verb_end_ == 0 && part_count_ == 0;
    named_ = part_count_;
    verb_end_ = end;
    fallback_ = nullptr;
    less_ = rest_ = false;
    end_phrase(false);
  }

  void add_redaction(std::size_t parts, std::uint32_t end) {
    Cable& cable = reader_.cable;
    Redaction redaction;
    redaction.form = RedactionForm::bracket;
    redaction.at = {inside_.offset - 1, end - inside_.offset + 1};
    redaction.statute = statute_;
    redaction.parts.begin = static_cast<std::uint32_t>(cable.cut_parts.size());
    if (matched<rules::source_note>(reader_.text(inside_)) > 0) {
      cable.cut_parts.push_back(whole_document(parts));
    } else {
      cable.cut_parts.insert(cable.cut_parts.end(), parts_.begin(),
                             parts_.begin() + static_cast<std::ptrdiff_t>(parts));
    }
    redaction.parts.count = static_cast<std::uint32_t>(cable.cut_parts.size()) - redaction.parts.begin;
    for (std::size_t i = 0; i < code_count_; ++i)
      reading::add_code(cable, redaction, codes_[i], reader_.text(codes_[i]));
    cable.redactions.push_back(redaction);
  }

  /// A source note tells the history of a document; its size comes last.
  [[nodiscard]] CutPart whole_document(std::size_t parts) const {
    CutPart document;
    document.what = document.unit = "document";
    for (std::size_t i = 0; i < parts; ++i) {
      if (!parts_[i].amount.stated) continue;
      document.amount = parts_[i].amount;
      document.unit = parts_[i].unit;
    }
    return document;
  }

  const Reader& reader_;
  Span inside_;
  std::array<CutPart, kMostParts> parts_{};
  std::size_t part_count_ = 0;
  std::size_t named_ = 0;  // parts in front of a verb
  std::uint32_t verb_end_ = 0, bare_verb_end_ = 0;
  std::array<Span, kMostParts> codes_{};
  std::size_t code_count_ = 0;
  Span statute_;
  Amount amount_, extent_, measure_;
  CutExtent measured_;
  const CutWord* fallback_ = nullptr;  // a thing that belongs to another one
  std::string_view previous_;
  int unknown_ = 0, words_behind_amount_ = 0;
  bool in_brackets_ = false;
  bool inner_ = false, less_ = false, rest_ = false, negated_ = false;
  bool sentence_ = false, verb_first_ = false;
  bool refused_ = false;        // "not declassified"
  bool tells_ = false;          // a sentence stands somewhere in the bracket
  bool open_part_ = false;      // the last word named a thing
  bool only_measured_ = false;  // the last part is an extent without a thing
  bool separated_ = false;      // something stands between this thing and the last
};

struct State {
  CutReader& cut;
  const char* base;
};

bool has(std::string_view text, std::string_view sign) {
  return text.find(sign) != std::string_view::npos;
}

/// "1-1/2", "11/2", "2½", "1.5", "12".
Amount read_amount(std::string_view text) {
  Amount amount;
  amount.stated = true;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  const std::size_t stroke = text.find('/');
  std::int32_t whole = to_number(text.substr(0, digits));
  if (stroke != std::string_view::npos) {
    const std::int32_t above = text[stroke - 1] - '0';
    const std::int32_t below = text[stroke + 1] - '0';
    if (digits == stroke) {  // nothing between the number and the fraction
      whole /= 10;
      amount.doubtful = digits > 1;
    }
    amount.readable = below > above && above > 0;
    amount.hundredths = whole * 100 + (amount.readable ? above * 100 / below : 0);
    return amount;
  }
  amount.hundredths = whole * 100;
  if (has(text, "\xC2\xBD")) amount.hundredths += 50;
  if (has(text, "\xC2\xBC")) amount.hundredths += 25;
  if (has(text, "\xC2\xBE")) amount.hundredths += 75;
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos) {
    const std::string_view behind = text.substr(point + 1);
    amount.hundredths += to_number(behind) * (behind.size() == 1 ? 10 : 1);
  }
  return amount;
}

template <typename Rule> struct action : tao::pegtl::nothing<Rule> {};

template <void (CutReader::*kMember)(Span)> struct at_span {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    (state.cut.*kMember)(span_of(in, state.base));
  }
};
template <void (CutReader::*kMember)()> struct plainly {
  static void apply0(State& state) { (state.cut.*kMember)(); }
};

template <> struct action<rules::word> : at_span<&CutReader::add_word> {};
template <> struct action<rules::exemption> : at_span<&CutReader::add_code> {};
template <> struct action<rules::category> : at_span<&CutReader::add_code> {};
template <> struct action<rules::further_letter> : at_span<&CutReader::add_code> {};
template <> struct action<rules::automatic> : at_span<&CutReader::add_code> {};
template <> struct action<rules::privacy> : at_span<&CutReader::add_code> {};
template <> struct action<rules::statute> : at_span<&CutReader::add_statute> {};
template <> struct action<rules::open> : plainly<&CutReader::open> {};
template <> struct action<rules::close> : plainly<&CutReader::close> {};
template <> struct action<rules::comma> : plainly<&CutReader::comma> {};
template <> struct action<rules::stop> : plainly<&CutReader::stop> {};
template <> struct action<rules::amount> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.cut.add_amount(read_amount({in.begin(), in.size()}));
  }
};
template <> struct action<rules::measure> {
  template <typename ActionInput> static void apply(const ActionInput& in, State& state) {
    state.cut.add_measure(read_amount({in.begin(), in.size()}));
  }
};
template <> struct action<rules::letter_one> {
  static void apply0(State& state) { state.cut.add_amount({100, true}); }
};

void read_pieces(const Reader& reader, Span inside, CutReader& cut) {
  const std::string_view text = reader.text(inside);
  State state{cut, reader.bytes.data()};
  Input in(text.data(), text.data() + text.size(), "");
  tao::pegtl::parse<rules::pieces, action>(in, state);
}

}  // namespace

std::uint32_t read_bracket(const Reader& reader, Span inside, bool closed) {
  if (inside.length == 0) return 0;
  CutReader cut(reader, inside);
  read_pieces(reader, inside, cut);
  return cut.finish(closed);
}

std::uint32_t read_parenthesis(const Reader& reader, Span inside) {
  if (inside.length == 0) return 0;
  CutReader cut(reader, inside);
  read_pieces(reader, inside, cut);
  return cut.says_not_declassified() ? cut.finish(true) : 0;
}

}  // namespace cablelint::reading
