#pragma once

// PEGTL rules shown as EBNF. A rule is a type; `Grammar::add` walks the types it is made of and keeps what it
// finds as plain nodes, so that everything but the walk is ordinary code in ebnf.cpp. The notation is
// explained in grammar/README.md.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeindex>
#include <typeinfo>
#include <utility>
#include <vector>

#include <tao/pegtl.hpp>

#include "grammar/support/choice.hpp"
#include "grammar/support/run.hpp"

namespace cablelint::tests::ebnf {

/// A rule by the header it stands in and its own name: {"heading", "date_line"}. The rules of
/// grammar/lexis.hpp are in "lexis", those that PEGTL brings along in "pegtl". Any other type is a parameter
/// of a family; its header is empty.
struct Name {
  std::string header;
  std::string rule;

  auto operator<=>(const Name&) const = default;
};

/// "heading.date_line"
[[nodiscard]] std::string to_string(const Name& name);

/// A node of a grammar, as an index into it.
using Node = std::uint32_t;

/// How many bytes a rule takes from the start of a text; nothing when it does not match.
using Match = std::optional<std::size_t> (*)(std::string_view text);

/// One named rule: what stands left and right of `::=`.
struct Production {
  Name name;
  const std::type_info* rule = nullptr;
  const std::type_info* shape = nullptr;  ///< `rule_t`: rules that match the same have the same
  bool family = false;                    ///< a class template: shown once, for a sample of its arguments
  bool written = false;                   ///< matches by code of its own, which EBNF can only describe
  Match match = nullptr;                  ///< none for a family
  Node arguments = 0;
  Node body = 0;
};

/// The class templates of PEGTL that grammars are mostly written with. Any other is known by its name at run
/// time, but the compiler then prepares for each of its instances to have a production.
template <typename Rule> inline constexpr bool kHasNoName = false;
template <typename... R> inline constexpr bool kHasNoName<tao::pegtl::seq<R...>> = true;
template <typename... R> inline constexpr bool kHasNoName<tao::pegtl::sor<R...>> = true;
template <typename... R> inline constexpr bool kHasNoName<grammar::choice<R...>> = true;
template <typename... R> inline constexpr bool kHasNoName<tao::pegtl::star<R...>> = true;
template <typename... R> inline constexpr bool kHasNoName<tao::pegtl::plus<R...>> = true;
template <typename R> inline constexpr bool kHasNoName<grammar::any_run<R>> = true;
template <typename R> inline constexpr bool kHasNoName<grammar::run<R>> = true;
template <typename... R> inline constexpr bool kHasNoName<tao::pegtl::opt<R...>> = true;
template <typename... R> inline constexpr bool kHasNoName<tao::pegtl::at<R...>> = true;
template <typename... R> inline constexpr bool kHasNoName<tao::pegtl::not_at<R...>> = true;
template <typename... R> inline constexpr bool kHasNoName<tao::pegtl::must<R...>> = true;
template <typename... R> inline constexpr bool kHasNoName<tao::pegtl::if_must<R...>> = true;
template <typename... R> inline constexpr bool kHasNoName<tao::pegtl::until<R...>> = true;
template <typename... R> inline constexpr bool kHasNoName<tao::pegtl::list<R...>> = true;
template <char... C> inline constexpr bool kHasNoName<tao::pegtl::one<C...>> = true;
template <char... C> inline constexpr bool kHasNoName<tao::pegtl::not_one<C...>> = true;
template <char... C> inline constexpr bool kHasNoName<tao::pegtl::string<C...>> = true;
template <char... C> inline constexpr bool kHasNoName<tao::pegtl::istring<C...>> = true;
template <char Low, char High> inline constexpr bool kHasNoName<tao::pegtl::range<Low, High>> = true;
template <unsigned N, typename... R> inline constexpr bool kHasNoName<tao::pegtl::rep<N, R...>> = true;
template <unsigned N, typename... R> inline constexpr bool kHasNoName<tao::pegtl::rep_opt<N, R...>> = true;
template <unsigned N, typename... R> inline constexpr bool kHasNoName<tao::pegtl::rep_min<N, R...>> = true;
template <unsigned M, unsigned N, typename... R>
inline constexpr bool kHasNoName<tao::pegtl::rep_min_max<M, N, R...>> = true;

/// Rules and everything they are made of.
class Grammar {
 public:
  Grammar();
  // Nodes point at productions, which a move leaves where they are.
  Grammar(const Grammar&) = delete;
  Grammar& operator=(const Grammar&) = delete;
  Grammar(Grammar&&) = default;
  Grammar& operator=(Grammar&&) = default;
  ~Grammar() = default;

  /// Adds a rule and all rules below it.
  template <typename... Rules> void add() { (static_cast<void>(use<Rules>()), ...); }

  /// Adds an instance of a class template that stands for the whole family in `find` and `text`.
  template <typename... Rules> void add_family() {
    (static_cast<void>(use<Rules>()), ...);
    (stand_for_family(typeid(Rules)), ...);
  }

  /// The production of a rule or family, or null when no added rule leads to it.
  [[nodiscard]] const Production* find(const Name& name) const;
  /// The added rules of a header, in the order of the alphabet.
  [[nodiscard]] std::vector<Name> names_of(std::string_view header) const;

  /// Shows `name` as another name of `base`; false when the two do not match the same. C++ can tell neither
  /// that a rule is derived from another nor from which, so whoever knows has to say so.
  bool alias(const Name& name, const Name& base);
  /// Puts a phrase in the place of the body of a rule that matches by code of its own.
  void describe(const Name& name, std::string_view phrase);

  /// The productions of these rules, `::=` below `::=`, lines at most `width` wide where that is possible.
  [[nodiscard]] std::string text(const std::vector<Name>& names, std::size_t width) const;
  /// A rule where it is used, on one line: its name, or what it is made of when it has none.
  template <typename Rule> [[nodiscard]] std::string used() { return text(use<Rule>()); }
  /// Internal rules of PEGTL that this file does not know how to show.
  [[nodiscard]] const std::vector<std::string>& unknown() const { return unknown_; }

 private:
  enum class Kind { token, rule, list, sequence, choice, prefix, suffix };
  struct Item {
    Kind kind;
    std::string text;  // token: as it stands; prefix and suffix: the operator
    const Production* production = nullptr;
    std::vector<Node> parts;
  };
  /// Pieces of text between which a line may break.
  using Words = std::vector<std::string>;

  Node add_item(Kind kind, std::string text, const Node* parts, std::size_t count);
  Node token(std::string text) { return add_item(Kind::token, std::move(text), nullptr, 0); }
  Node prefix(const char* sign, Node part) { return add_item(Kind::prefix, sign, &part, 1); }
  Node suffix(Node part, std::string sign) { return add_item(Kind::suffix, std::move(sign), &part, 1); }
  template <typename... Parts> Node several(Kind kind, Parts... parts) {
    const Node list[] = {parts..., 0};
    return add_item(kind, {}, list, sizeof...(Parts));
  }
  Node phrase(std::string_view words);
  Node literal(std::string_view characters, bool any_case);
  Node one_of(bool found, std::string_view characters);
  Node ranges(bool found, std::string_view bounds);
  Node unknown_shape(const std::type_info& shape);

  [[nodiscard]] static bool has_no_name(const std::type_info& type);
  bool begin(const std::type_info& rule, const std::type_info& shape, bool family, Match match);
  void finish(const std::type_info& rule, Node arguments, Node body);
  Node reference(const std::type_info& rule, Node arguments);
  void stand_for_family(const std::type_info& rule);

  [[nodiscard]] std::string text(Node node) const;
  [[nodiscard]] Words words(Node node, const std::string& header) const;
  [[nodiscard]] Words enclosed(Node node, const std::string& header) const;
  [[nodiscard]] Node lone(Node node) const;
  [[nodiscard]] std::vector<Words> chunks(Node node, const std::string& header) const;
  [[nodiscard]] std::string name_in(const Production& production, const std::string& header) const;
  [[nodiscard]] std::string left_side(const Production& production) const;

  template <typename T> using Type = std::type_identity<T>;

  /// Where a rule is used: its name when it has one, and what it is made of otherwise.
  template <typename Rule> Node use() {
    if constexpr (kHasNoName<Rule>) {
      return shape(Type<typename Rule::rule_t>{});
    } else {
      if (has_no_name(typeid(Rule))) return shape(Type<typename Rule::rule_t>{});
      const Node list = arguments(Type<Rule>{});
      if (begin(typeid(Rule), typeid(typename Rule::rule_t), Family<Rule>::value, match_of<Rule>()))
        finish(typeid(Rule), list, body_of<Rule>());
      return reference(typeid(Rule), list);
    }
  }

  /// Instances of class templates.
  template <typename Rule> struct Family : std::false_type {};
  template <template <char...> class F, char... C> struct Family<F<C...>> : std::true_type {};
  template <template <typename...> class F, typename... R> struct Family<F<R...>> : std::true_type {};

  template <typename T> Node arguments(Type<T> /*plain*/) { return 0; }
  template <template <char...> class F, char... C> Node arguments(Type<F<C...>> /*family*/) {
    const char characters[] = {C..., '\0'};
    return several(Kind::list, literal({characters, sizeof...(C)}, false));
  }
  template <template <typename...> class F, typename... R> Node arguments(Type<F<R...>> /*family*/) {
    return several(Kind::list, argument<R>()...);
  }
  template <typename T> Node argument() {
    if constexpr (requires { typename T::rule_t; }) return use<T>();
    return phrase("no rule");  // the padding of a list that has none, or a type inside of PEGTL
  }

  // The instance of a class template that a rule is derived from; the nearest, when there are several.
  template <template <char...> class F, char... C> static Type<F<C...>> character_base(const F<C...>*);
  static void character_base(...);
  template <template <typename...> class F, typename... R> static Type<F<R...>> rule_base(const F<R...>*);
  static void rule_base(...);

  template <typename Rule> Node body_of() {
    if constexpr (!Family<Rule>::value) {
      using ByCharacters = decltype(character_base(static_cast<const Rule*>(nullptr)));
      if constexpr (!std::is_void_v<ByCharacters>)
        if constexpr (!kHasNoName<typename ByCharacters::type>)
          if (!has_no_name(typeid(typename ByCharacters::type))) return use<typename ByCharacters::type>();
      using ByRules = decltype(rule_base(static_cast<const Rule*>(nullptr)));
      if constexpr (!std::is_void_v<ByRules>)
        if constexpr (!kHasNoName<typename ByRules::type>)
          if (!has_no_name(typeid(typename ByRules::type))) return use<typename ByRules::type>();
    }
    if constexpr (std::is_same_v<Rule, typename Rule::rule_t>) return 0;
    return shape(Type<typename Rule::rule_t>{});
  }

  /// A type of its own: the parsers of tests that share theirs are built for speed and with sanitizers, and
  /// the linker would be free to give them these instead.
  using Input =
      tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf_crlf, std::string_view>;

  template <typename Rule> static constexpr Match match_of() {
    if constexpr (Family<Rule>::value) {
      return nullptr;
    } else {
      return [](std::string_view text) -> std::optional<std::size_t> {
        Input in(text.data(), text.data() + text.size(), "");
        try {
          if (tao::pegtl::parse<Rule>(in)) return static_cast<std::size_t>(in.current() - text.data());
        } catch (const tao::pegtl::parse_error&) {
          // A rule that committed itself and failed did not match either.
        }
        return std::nullopt;
      };
    }
  }

  template <typename T> Node shape(Type<T> /*any other*/) { return unknown_shape(typeid(T)); }
  template <typename... R> Node shape(Type<tao::pegtl::internal::seq<R...>> /*rule*/) {
    return several(Kind::sequence, use<R>()...);
  }
  template <unsigned N, typename R>
  Node shape(Type<tao::pegtl::internal::seq<tao::pegtl::internal::rep<N, R>, tao::pegtl::internal::star<R>>>
             /*rule*/) {
    return suffix(use<R>(), "{" + std::to_string(N) + ",}");
  }
  template <typename... R> Node shape(Type<tao::pegtl::internal::sor<R...>> /*rule*/) {
    return several(Kind::choice, use<R>()...);
  }
  template <typename R> Node shape(Type<tao::pegtl::internal::star<R>> /*rule*/) {
    return suffix(use<R>(), "*");
  }
  template <typename R> Node shape(Type<tao::pegtl::internal::plus<R>> /*rule*/) {
    return suffix(use<R>(), "+");
  }
  template <typename R> Node shape(Type<tao::pegtl::internal::opt<R>> /*rule*/) {
    return suffix(use<R>(), "?");
  }
  template <unsigned N, typename R> Node shape(Type<tao::pegtl::internal::rep<N, R>> /*rule*/) {
    return suffix(use<R>(), "{" + std::to_string(N) + "}");
  }
  template <unsigned Min, unsigned Max, typename R>
  Node shape(Type<tao::pegtl::internal::rep_min_max<Min, Max, R>> /*rule*/) {
    return suffix(use<R>(), "{" + std::to_string(Min) + "," + std::to_string(Max) + "}!");
  }
  template <unsigned Max, typename R> Node shape(Type<tao::pegtl::internal::rep_opt<Max, R>> /*rule*/) {
    return suffix(use<R>(), "{0," + std::to_string(Max) + "}");
  }
  template <typename R> Node shape(Type<tao::pegtl::internal::at<R>> /*rule*/) {
    return prefix("&", use<R>());
  }
  template <typename R> Node shape(Type<tao::pegtl::internal::not_at<R>> /*rule*/) {
    return prefix("!", use<R>());
  }
  template <typename R> Node shape(Type<tao::pegtl::internal::must<R>> /*rule*/) {
    return prefix("^", use<R>());
  }
  template <typename Condition, typename... R>
  Node shape(Type<tao::pegtl::internal::if_must<false, Condition, R...>> /*rule*/) {
    return several(Kind::sequence, use<Condition>(), prefix("^", use<R>())...);
  }
  template <typename End> Node shape(Type<tao::pegtl::internal::until<End>> /*rule*/) {
    return shape(Type<tao::pegtl::internal::until<End, tao::pegtl::any>>{});
  }
  template <typename End, typename R> Node shape(Type<tao::pegtl::internal::until<End, R>> /*rule*/) {
    const Node end = use<End>();
    return several(Kind::sequence, suffix(several(Kind::sequence, prefix("!", end), use<R>()), "*"), end);
  }
  template <char... C> Node shape(Type<tao::pegtl::internal::string<C...>> /*rule*/) {
    const char characters[] = {C...};
    return literal({characters, sizeof...(C)}, false);
  }
  template <char... C> Node shape(Type<tao::pegtl::internal::istring<C...>> /*rule*/) {
    const char characters[] = {C...};
    return literal({characters, sizeof...(C)}, true);
  }
  template <tao::pegtl::internal::result_on_found F, char... C>
  Node shape(Type<tao::pegtl::internal::one<F, tao::pegtl::internal::peek_char, C...>> /*rule*/) {
    const char characters[] = {C...};
    return one_of(F == tao::pegtl::internal::result_on_found::success, {characters, sizeof...(C)});
  }
  template <tao::pegtl::internal::result_on_found F, char Low, char High>
  Node shape(Type<tao::pegtl::internal::range<F, tao::pegtl::internal::peek_char, Low, High>> /*rule*/) {
    const char bounds[] = {Low, High};
    return ranges(F == tao::pegtl::internal::result_on_found::success, {bounds, 2});
  }
  template <char... C>
  Node shape(Type<tao::pegtl::internal::ranges<tao::pegtl::internal::peek_char, C...>> /*rule*/) {
    const char bounds[] = {C...};
    return ranges(true, {bounds, sizeof...(C)});
  }
  Node shape(Type<tao::pegtl::internal::any<tao::pegtl::internal::peek_char>> rule);
  Node shape(Type<tao::pegtl::internal::eol> rule);
  Node shape(Type<tao::pegtl::internal::eolf> rule);
  Node shape(Type<tao::pegtl::internal::eof> rule);
  Node shape(Type<tao::pegtl::internal::bol> rule);
  Node shape(Type<tao::pegtl::internal::bof> rule);
  Node shape(Type<tao::pegtl::internal::success> rule);
  Node shape(Type<tao::pegtl::internal::failure> rule);

  std::vector<Item> items_;
  std::map<std::type_index, Production> productions_;
  std::map<Name, const Production*> by_name_;
  std::vector<std::string> unknown_;
};

}  // namespace cablelint::tests::ebnf
