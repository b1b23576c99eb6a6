#include "support/ebnf.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <memory>
#include <sstream>
#include <stdexcept>

#include <cxxabi.h>

namespace cablelint::tests::ebnf {
namespace {

constexpr std::string_view kGrammar = "cablelint::grammar::";
constexpr std::string_view kPegtl = "tao::pegtl::";

/// The name of a type as C++ writes it, without the arguments of a class template.
std::string demangled(const std::type_info& type) {
  int status = 0;
  const std::unique_ptr<char, void (*)(void*)> text(
      abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), [](void* p) { std::free(p); });
  std::string name = status == 0 ? text.get() : type.name();
  return name.substr(0, name.find('<'));
}

Name name_of(const std::type_info& type) {
  const std::string full = demangled(type);
  const std::size_t last = full.rfind("::");
  const std::string rule = last == std::string::npos ? full : full.substr(last + 2);
  if (full.starts_with(kPegtl)) return {"pegtl", rule};
  if (!full.starts_with(kGrammar)) return {"", rule};
  const std::string rest = full.substr(kGrammar.size());
  const std::size_t colons = rest.find("::");
  return {colons == std::string::npos ? "lexis" : rest.substr(0, colons), rule};
}

bool plain(char c) {
  return c >= ' ' && c <= '~';
}

std::string coded(char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(c);
  std::string code = "#x";
  if (value >= 16) code += kDigits[value / 16];
  return code + kDigits[value % 16];
}

/// A character of a class in brackets.
std::string member(char c) {
  return plain(c) && c != ' ' && c != ']' && c != '#' && c != '-' && c != '^' ? std::string(1, c) : coded(c);
}

bool letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

std::string quoted(std::string_view text, bool any_case) {
  const char quote = text.find('"') == std::string_view::npos ? '"' : '\'';
  std::string result = quote + std::string(text) + quote;
  if (any_case && std::any_of(text.begin(), text.end(), letter)) result += 'i';
  return result;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

std::string to_string(const Name& name) {
  return name.header + "." + name.rule;
}

Grammar::Grammar() {
  phrase("?");  // node 0: nothing was said yet
}

const Production* Grammar::find(const Name& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

std::vector<Name> Grammar::names_of(std::string_view header) const {
  std::vector<Name> names;
  for (const auto& [name, production] : by_name_)
    if (name.header == header) names.push_back(name);
  return names;
}

bool Grammar::alias(const Name& name, const Name& base) {
  const Production* const derived = find(name);
  const Production* const original = find(base);
  if (derived == nullptr || original == nullptr || *derived->shape != *original->shape) return false;
  finish(*derived->rule, derived->arguments, reference(*original->rule, original->arguments));
  return true;
}

void Grammar::describe(const Name& name, std::string_view words) {
  const Production* const production = find(name);
  if (production != nullptr) finish(*production->rule, production->arguments, phrase(words));
}

Node Grammar::add_item(Kind kind, std::string text, const Node* parts, std::size_t count) {
  items_.push_back({kind, std::move(text), nullptr, {parts, parts + count}});
  return static_cast<Node>(items_.size() - 1);
}

Node Grammar::phrase(std::string_view words) {
  std::istringstream text("/* " + std::string(words) + " */");
  std::vector<Node> parts;
  for (std::string word; text >> word;) parts.push_back(token(word));
  return add_item(Kind::sequence, {}, parts.data(), parts.size());
}

Node Grammar::literal(std::string_view characters, bool any_case) {
  std::vector<Node> parts;
  while (!characters.empty()) {
    const auto end = std::find_if_not(characters.begin(), characters.end(), plain);
    const auto size = static_cast<std::size_t>(end - characters.begin());
    parts.push_back(token(size == 0 ? coded(characters[0]) : quoted(characters.substr(0, size), any_case)));
    characters.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return parts.size() == 1 ? parts[0] : add_item(Kind::sequence, {}, parts.data(), parts.size());
}

Node Grammar::one_of(bool found, std::string_view characters) {
  if (found && characters.size() == 1) return literal(characters, false);
  if (found && characters.size() == 2 && letter(characters[0]) && (characters[0] ^ characters[1]) == 0x20)
    return literal(characters.substr(0, 1), true);
  std::string text = found ? "[" : "[^";
  if (characters.find('-') != std::string_view::npos) text += '-';
  for (const char c : characters)
    if (c != '-') text += member(c);
  return token(text + "]");
}

Node Grammar::ranges(bool found, std::string_view bounds) {
  std::string text = found ? "[" : "[^";
  for (; bounds.size() >= 2; bounds.remove_prefix(2)) {
    text += member(bounds[0]);
    if (bounds[1] != bounds[0]) text += "-" + member(bounds[1]);
  }
  if (!bounds.empty()) text += member(bounds[0]);
  return token(text + "]");
}

Node Grammar::unknown_shape(const std::type_info& shape) {
  unknown_.push_back(demangled(shape));
  return phrase(unknown_.back());
}

Node Grammar::shape(Type<tao::pegtl::internal::any<tao::pegtl::internal::peek_char>> /*rule*/) {
  return token("[#x0-#xFF]");
}
Node Grammar::shape(Type<tao::pegtl::internal::eol> /*rule*/) {
  return several(Kind::sequence, suffix(token("#xD"), "?"), token("#xA"));
}
Node Grammar::shape(Type<tao::pegtl::internal::eolf> /*rule*/) {
  return several(Kind::choice, shape(Type<tao::pegtl::internal::eol>{}),
                 shape(Type<tao::pegtl::internal::eof>{}));
}
Node Grammar::shape(Type<tao::pegtl::internal::eof> /*rule*/) {
  return phrase("the end of the text");
}
Node Grammar::shape(Type<tao::pegtl::internal::bol> /*rule*/) {
  return phrase("the beginning of a line");
}
Node Grammar::shape(Type<tao::pegtl::internal::bof> /*rule*/) {
  return phrase("the beginning of the text");
}
Node Grammar::shape(Type<tao::pegtl::internal::success> /*rule*/) {
  return phrase("always matches, takes nothing");
}
Node Grammar::shape(Type<tao::pegtl::internal::failure> /*rule*/) {
  return phrase("never matches");
}

bool Grammar::has_no_name(const std::type_info& type) {
  const std::string name = demangled(type);
  if (!name.starts_with(kPegtl)) return false;
  // A mangled name ends with one E for the namespaces, and with another one for arguments.
  return name.starts_with("tao::pegtl::internal::") || std::string_view(type.name()).ends_with("EE");
}

bool Grammar::begin(const std::type_info& rule, const std::type_info& shape, bool family, Match match) {
  const auto [place, added] = productions_.try_emplace(rule);
  if (!added) return false;
  Production& production = place->second;
  production = {name_of(rule), &rule, &shape, family, rule == shape, match, 0, 0};
  if (!family && !production.name.header.empty()) by_name_[production.name] = &production;
  return true;
}

void Grammar::finish(const std::type_info& rule, Node arguments, Node body) {
  Production& production = productions_.at(rule);
  production.arguments = arguments;
  production.body = body;
}

Node Grammar::reference(const std::type_info& rule, Node arguments) {
  const Node node = add_item(Kind::rule, {}, &arguments, arguments == 0 ? 0 : 1);
  items_[node].production = &productions_.at(rule);
  return node;
}

void Grammar::stand_for_family(const std::type_info& rule) {
  const Production& production = productions_.at(rule);
  if (!production.family) throw std::invalid_argument(production.name.rule + " is no class template");
  by_name_[production.name] = &production;
}

std::string Grammar::name_in(const Production& production, const std::string& header) const {
  const Name& name = production.name;
  if (name.header.empty() || name.header == header) return name.rule;
  if ((name.header == "lexis" || name.header == "pegtl") && find({header, name.rule}) == nullptr)
    return name.rule;
  return to_string(name);
}

/// A part that needs no parentheses beside an operator, found below sequences and choices of one.
Node Grammar::lone(Node node) const {
  const Item* item = &items_[node];
  while ((item->kind == Kind::sequence || item->kind == Kind::choice) && item->parts.size() == 1) {
    node = item->parts[0];
    item = &items_[node];
  }
  return node;
}

Grammar::Words Grammar::enclosed(Node node, const std::string& header) const {
  Words list = words(node, header);
  list.front().insert(0, "(");
  list.back() += ")";
  return list;
}

Grammar::Words Grammar::words(Node node, const std::string& header) const {
  node = lone(node);
  const Item& item = items_[node];
  Words list;
  switch (item.kind) {
    case Kind::token:
      return {item.text};
    case Kind::rule:
      list = {name_in(*item.production, header)};
      if (!item.parts.empty()) {
        const Words arguments = words(item.parts[0], header);
        list.back() += "(" + joined(arguments) + ")";
      }
      return list;
    case Kind::list:
      for (const Node part : item.parts) {
        if (!list.empty()) list.back() += ",";
        list.push_back(joined(words(part, header)));
      }
      return list;
    case Kind::sequence:
    case Kind::choice:
      for (const Words& chunk : chunks(node, header)) list.insert(list.end(), chunk.begin(), chunk.end());
      return list;
    case Kind::prefix:
    case Kind::suffix: {
      const Node part = lone(item.parts[0]);
      const Kind inner = items_[part].kind;
      const bool tight =
          inner == Kind::token || inner == Kind::rule || (inner == Kind::suffix && item.kind == Kind::prefix);
      list = tight ? words(part, header) : enclosed(part, header);
      if (item.kind == Kind::prefix)
        list.front().insert(0, item.text);
      else
        list.back() += item.text;
      return list;
    }
  }
  return list;
}

/// The alternatives of a choice, or the parts of a sequence: where a long body is broken first.
std::vector<Grammar::Words> Grammar::chunks(Node node, const std::string& header) const {
  node = lone(node);
  const Item& item = items_[node];
  std::vector<Words> list;
  if (item.kind != Kind::sequence && item.kind != Kind::choice) return {words(node, header)};
  for (const Node part : item.parts) {
    const Node inner = lone(part);
    const Kind kind = items_[inner].kind;
    if (kind == item.kind) {
      std::vector<Words> parts = chunks(inner, header);
      if (kind == Kind::choice && !list.empty()) parts.front().front().insert(0, "| ");
      list.insert(list.end(), parts.begin(), parts.end());
      continue;
    }
    Words piece =
        item.kind == Kind::sequence && kind == Kind::choice ? enclosed(inner, header) : words(inner, header);
    if (item.kind == Kind::choice && !list.empty()) piece.front().insert(0, "| ");
    list.push_back(std::move(piece));
  }
  return list;
}

std::string Grammar::text(Node node) const {
  return joined(words(node, {}));
}

std::string Grammar::left_side(const Production& production) const {
  if (production.arguments == 0) return production.name.rule;
  return production.name.rule + "(" + joined(words(production.arguments, production.name.header)) + ")";
}

std::string Grammar::text(const std::vector<Name>& names, std::size_t width) const {
  std::vector<const Production*> list;
  std::size_t widest = 0;
  for (const Name& name : names) {
    const Production* const production = find(name);
    if (production == nullptr) throw std::out_of_range("no rule is called " + to_string(name));
    list.push_back(production);
    widest = std::max(widest, left_side(*production).size());
  }
  std::string text;
  for (const Production* production : list) {
    std::string line = left_side(*production);
    line.resize(widest, ' ');
    line += " ::=";
    const std::string indent(line.size(), ' ');
    const auto put = [&](const std::string& words) {
      if (line.size() + 1 + words.size() > width && line.size() > indent.size()) {
        text += line + "\n";
        line = indent;
      }
      line += " " + words;
    };
    for (const Words& chunk : chunks(production->body, production->name.header)) {
      const std::string whole = joined(chunk);
      if (indent.size() + 1 + whole.size() <= width) {
        put(whole);
      } else {
        for (const std::string& word : chunk) put(word);
      }
    }
    text += line + "\n";
  }
  return text;
}

}  // namespace cablelint::tests::ebnf
