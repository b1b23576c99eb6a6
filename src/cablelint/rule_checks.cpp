#include <cablelint/rule_checks.hpp>

#include <algorithm>
#include <utility>

#include <cablelint/pack_keys.hpp>
#include <cablelint/rule_scope.hpp>

namespace cablelint {
namespace {

using expression::Environment;
using expression::Program;
using expression::Type;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::size_t skip_name(std::string_view text, std::size_t at) {
  if (at < text.size() && is_letter(text[at])) {
    while (at < text.size() && (is_letter(text[at]) || is_digit(text[at]))) ++at;
  }
  return at;
}

/// Where the expression behind a `{` ends: at its `}`, or at the end of the text. Strings and map literals
/// inside it may hold braces.
std::size_t placeholder_end(std::string_view text, std::size_t at) {
  int depth = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      for (++at; at < text.size() && text[at] != c; ++at) {
        if (text[at] == '\\') ++at;
      }
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && depth-- == 0) {
      return at;
    }
  }
  return text.size();
}

class CheckCompiler {
 public:
  CheckCompiler(bool shipped, const RuleSet::Compiled& set, CompiledRule& rule, Faults& faults,
                RuleCoverage* coverage)
      : set_(set), rule_(rule), faults_(faults), coverage_(coverage), sound_(shipped && coverage == nullptr) {
    set_scope();
  }

  void compile(const RuleKeys& keys) {
    if (coverage_ != nullptr) coverage_->add_rule(rule_.info.id, keys.rule());
    const yaml::Entry* items = keys.find("for");
    const yaml::Entry* when = keys.find("when");
    const yaml::Entry* at = keys.find("at");
    const yaml::Entry* pattern = keys.find("pattern");
    const yaml::Entry* in = keys.find("in");
    const yaml::Entry* levels = keys.find("levels");
    const yaml::Entry* message = keys.find("message");
    if (items == nullptr && when == nullptr && pattern == nullptr) {
      faults_.push_back(keys.rule().document().fault(keys.rule(), "the rule does not say when it fires",
                                                     "add `when`, `for` or `pattern`"));
    }
    if (items != nullptr) read_for(*items);
    if (pattern != nullptr && in == nullptr) {
      faults_.push_back(pattern->key.document().fault(pattern->key,
                                                      "`pattern` needs `in`, the part of the cable to search",
                                                      "`in: cable` searches all of it"));
    }
    if (in != nullptr && pattern == nullptr) {
      faults_.push_back(in->key.document().fault(
          in->key, "`in` is the part of the cable that `pattern` searches", "add `pattern`"));
    }
    if (in != nullptr) {
      rule_.in = compile_entry(*in, RuleCoverage::Key::subject);
      require_place(*in, rule_.in);
    }
    if (pattern != nullptr) {
      read_pattern(*pattern);
      add_variable("match", Type{Type::Kind::string, 0, {}});
    }
    if (when != nullptr) rule_.when = compile_condition(*when, RuleCoverage::Key::when);
    if (at != nullptr) {
      rule_.at = compile_entry(*at, RuleCoverage::Key::text);
      require_place(*at, rule_.at);
    }
    if (levels != nullptr) read_levels(*levels);
    if (message != nullptr) read_message(*message);
  }

 private:
  void add_variable(std::string name, Type type) {
    variables_.push_back({std::move(name), std::move(type), {}});
    set_scope();
  }
  void set_scope() {
    scope_ = rule_scope(set_, variables_);
    scope_.sound_patterns = sound_;
  }

  /// Compiles a part of a scalar.
  std::optional<Program> compile_part(yaml::Node scalar, std::size_t offset, std::size_t length,
                                      RuleCoverage::Key key) {
    std::vector<expression::Fault> found;
    std::optional<Program> program = expression::compile(scalar.text().substr(offset, length), scope_, found);
    for (expression::Fault& fault : found) {
      faults_.push_back(scalar.document().fault(scalar, static_cast<std::uint32_t>(offset) + fault.offset,
                                                fault.length, std::move(fault.message),
                                                std::move(fault.hint)));
    }
    if (program && coverage_ != nullptr) {
      return coverage_->compile(rule_.info.id, key, scalar, offset, length, scope_);
    }
    return program;
  }

  std::optional<Program> compile_entry(const yaml::Entry& entry, RuleCoverage::Key key) {
    const std::optional<std::string_view> text = read_text(entry, faults_);
    return text ? compile_part(entry.value, 0, text->size(), key) : std::nullopt;
  }

  std::optional<Program> compile_condition(const yaml::Entry& entry, RuleCoverage::Key key) {
    std::optional<Program> program = compile_entry(entry, key);
    if (program && program->type().kind != Type::Kind::boolean && program->type().kind != Type::Kind::dyn) {
      wrong_type(entry, *program, "must be true or false");
    }
    return program;
  }

  void wrong_type(const yaml::Entry& entry, const Program& program, std::string_view expected,
                  std::string hint = {}) {
    faults_.push_back(value_fault(entry,
                                  '`' + std::string(entry.key.text()) + "` " + std::string(expected) +
                                      ", but this is " + expression::to_text(program.type(), set_.schema),
                                  std::move(hint)));
  }

  void require_place(const yaml::Entry& entry, const std::optional<Program>& program) {
    if (!program) return;
    switch (program->type().kind) {
      case Type::Kind::dyn:
      case Type::Kind::object:
      case Type::Kind::string:
      case Type::Kind::date:
      case Type::Kind::level:
      case Type::Kind::list:
        return;
      default:
        wrong_type(entry, *program, "must be something that stands in the cable",
                   "name a part of it, such as `cable.subject`");
    }
  }

  /// "p in cable.paragraphs"
  void read_for(const yaml::Entry& entry) {
    const std::optional<std::string_view> read = read_text(entry, faults_);
    if (!read) return;
    const std::string_view text = *read;
    const std::size_t begin = skip_blanks(text, 0);
    const std::size_t end = skip_name(text, begin);
    const std::size_t word = skip_blanks(text, end);
    const std::size_t list = skip_blanks(text, word + 2);
    if (end == begin || word == end || text.substr(word, 2) != "in" || list == word + 2 ||
        list >= text.size()) {
      faults_.push_back(
          value_fault(entry, "`for` must name a variable and a list", "write `p in cable.paragraphs`"));
      return;
    }
    const std::string_view name = text.substr(begin, end - begin);
    const bool taken =
        name == "match" || std::any_of(scope_.names.begin(), scope_.names.end(),
                                       [&](const expression::Name& other) { return other.name == name; });
    if (taken) {
      faults_.push_back(entry.value.document().fault(
          entry.value, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(name.size()),
          "the name `" + std::string(name) + "` is taken", "choose another name for the variable"));
    }
    rule_.items = compile_part(entry.value, list, text.size() - list, RuleCoverage::Key::subject);
    // After a fault the rest is checked against an unknown type, so that it is not blamed for it.
    Type item;
    if (rule_.items && rule_.items->type().kind == Type::Kind::list) {
      item = rule_.items->type().arguments.empty() ? Type{} : rule_.items->type().arguments.front();
    } else if (rule_.items && rule_.items->type().kind != Type::Kind::dyn) {
      faults_.push_back(entry.value.document().fault(
          entry.value, static_cast<std::uint32_t>(list), static_cast<std::uint32_t>(text.size() - list),
          "`for` needs a list, but this is " + expression::to_text(rule_.items->type(), set_.schema)));
    }
    if (!taken) add_variable(std::string(name), std::move(item));
  }

  void read_pattern(const yaml::Entry& entry) {
    const std::optional<std::string_view> text = read_text(entry, faults_);
    rule_.match_slot = Slots::kItem + static_cast<std::uint32_t>(variables_.size());
    if (!text) return;
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(expression::Limits::kRegexMemory);
    auto pattern = std::make_unique<re2::RE2>(re2::StringPiece(text->data(), text->size()), options);
    if (!pattern->ok()) {
      const std::string_view culprit = pattern->error_arg();
      const std::size_t at = culprit.empty() ? std::string_view::npos : text->find(culprit);
      const bool found = at != std::string_view::npos;
      faults_.push_back(
          entry.value.document().fault(entry.value, found ? static_cast<std::uint32_t>(at) : 0,
                                       static_cast<std::uint32_t>(found ? culprit.size() : text->size()),
                                       "bad regular expression: " + pattern->error()));
      return;
    }
    const auto& groups = pattern->NamedCapturingGroups();
    if (const auto group = groups.find("match"); group != groups.end()) rule_.match_group = group->second;
    rule_.pattern = std::move(pattern);
  }

  void read_levels(const yaml::Entry& entry) {
    if (!entry.value.is_sequence()) {
      faults_.push_back(
          value_fault(entry, "`levels` must be a list", "its items are {when: EXPRESSION, level: LEVEL}"));
      return;
    }
    for (const yaml::Node item : entry.value.items()) {
      const yaml::Lookup when(item, "when");
      const yaml::Lookup level(item, "level");
      if (!item.is_map() || !when || !level) {
        faults_.push_back(item.document().fault(item, "every item of `levels` needs `when` and `level`"));
        continue;
      }
      check_keys(item, level_case_keys(), faults_);
      std::optional<Program> condition = compile_condition({when.key(), *when}, RuleCoverage::Key::level);
      const std::optional<Severity> severity = read_severity({level.key(), *level}, faults_);
      if (condition && severity) rule_.levels.push_back({std::move(*condition), *severity});
    }
  }

  /// "paragraph {p.number} is marked ({p.mark.text})"; `{{` and `}}` stand for braces.
  void read_message(const yaml::Entry& entry) {
    const std::optional<std::string_view> read = read_text(entry, faults_);
    if (!read) return;
    const std::string_view text = *read;
    const auto fault = [&](std::size_t at, std::size_t length, std::string message, std::string hint) {
      faults_.push_back(entry.value.document().fault(entry.value, static_cast<std::uint32_t>(at),
                                                     static_cast<std::uint32_t>(length), std::move(message),
                                                     std::move(hint)));
    };
    MessagePart part;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (c != '{' && c != '}') {
        part.text += c;
      } else if (at + 1 < text.size() && text[at + 1] == c) {
        part.text += c;
        ++at;
      } else if (c == '}') {
        fault(at, 1, "a `}` without its `{`", "write `}}` for a brace");
      } else {
        const std::size_t end = placeholder_end(text, at + 1);
        if (end == text.size()) {
          fault(at, 1, "a `{` without its `}`", "write `{{` for a brace");
          return;
        }
        if (skip_blanks(text, at + 1) == end) {
          fault(at, end + 1 - at, "there is nothing between the braces",
                "write an expression, or `{{}}` for braces");
        } else {
          part.value = compile_part(entry.value, at + 1, end - at - 1, RuleCoverage::Key::text);
          rule_.message.push_back(std::exchange(part, {}));
        }
        at = end;
      }
    }
    rule_.message.push_back(std::move(part));
  }

  const RuleSet::Compiled& set_;
  CompiledRule& rule_;
  Faults& faults_;
  RuleCoverage* coverage_;                   // null: nobody measures
  bool sound_;                               // its patterns are known to be
  std::vector<expression::Name> variables_;  // of this rule alone: `for` and `match`
  Environment scope_;
};

}  // namespace

void compile_checks(const RuleKeys& rule, bool shipped, const RuleSet::Compiled& set, CompiledRule& compiled,
                    Faults& faults, RuleCoverage* coverage) {
  CheckCompiler(shipped, set, compiled, faults, coverage).compile(rule);
}

}  // namespace cablelint
