#pragma once

// A model small enough to see at a glance, for the tests of expressions.

#include <cablelint/cable.hpp>
#include <cablelint/expression/program.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::expression::test {

struct Model {
  std::optional<Mark> classification;
  std::optional<Day> declassify_on;
  std::vector<Paragraph> paragraphs;
  std::vector<Span> controls;
  std::vector<ShortText> codes;
};

// Two paragraphs and a line of controls; the second control is printed with extra blanks.
inline constexpr std::string_view kSource =
    "SECRET NOFORN LIMITED  OFFICIAL\n"
    "1. (C) First text.\n"
    "2. Second text.\n";

inline Span span_of(std::string_view part) {
  return {static_cast<std::uint32_t>(kSource.find(part)), static_cast<std::uint32_t>(part.size())};
}

inline const Model& model() {
  static const Model made = [] {
    Model m;
    m.classification = Mark{span_of("SECRET"), span_of("SECRET"), Level::S, {}};
    m.declassify_on = 16186;  // 2014-04-26
    Paragraph first;
    first.at = span_of("1. (C) First text.");
    first.number = 1;
    first.mark = Mark{span_of("(C)"), {span_of("(C)").offset + 1, 1}, Level::C, {}};
    first.text = span_of("First text.");
    Paragraph second;
    second.at = span_of("2. Second text.");
    second.number = 2;
    second.text = span_of("Second text.");
    m.paragraphs = {first, second};
    m.controls = {span_of("NOFORN"), span_of("LIMITED  OFFICIAL")};
    ShortText code;
    code.assign(span_of("SECRET"), "25X1");
    m.codes = {code};
    return m;
  }();
  return made;
}

struct Types {
  Schema schema;
  std::uint16_t cable, paragraph, mark;
};

inline const Types& types() {
  static const Types made = [] {
    Types t;
    t.mark = t.schema.add(
        {"Mark", sizeof(Mark), [](const void* o) { return static_cast<const Mark*>(o)->at; }, "", {}});
    t.paragraph = t.schema.add({"Paragraph",
                                sizeof(Paragraph),
                                [](const void* o) { return static_cast<const Paragraph*>(o)->at; },
                                "",
                                {}});
    t.cable = t.schema.add({"Cable", sizeof(Model), nullptr, "", {}});
    static std::uint16_t mark_type;
    static std::uint16_t paragraph_type;
    mark_type = t.mark;
    paragraph_type = t.paragraph;
    t.schema.type(t.mark).fields = {
        {"level",
         {Type::Kind::level, 0, {}},
         true,
         [](const void* o, const Field&, Context&) {
           const Mark& m = *static_cast<const Mark*>(o);
           return m.level ? Value::of_level(*m.level).at(m.text) : Value{};
         },
         "",
         nullptr},
        {"text",
         {Type::Kind::string, 0, {}},
         false,
         [](const void* o, const Field&, Context& c) {
           const Mark& m = *static_cast<const Mark*>(o);
           return Value::of_string(folded(m.text, c), m.text);
         },
         "",
         nullptr},
    };
    t.schema.type(t.paragraph).fields = {
        {"number",
         {Type::Kind::integer, 0, {}},
         false,
         [](const void* o, const Field&, Context&) {
           return Value::of_int(static_cast<const Paragraph*>(o)->number);
         },
         "",
         nullptr},
        {"mark", object(t.mark), true,
         [](const void* o, const Field&, Context&) {
           const auto& mark = static_cast<const Paragraph*>(o)->mark;
           return mark ? Value::of_object(&*mark, mark_type, mark->at) : Value{};
         },
         "", nullptr},
        {"text",
         {Type::Kind::string, 0, {}},
         false,
         [](const void* o, const Field&, Context& c) {
           const Span text = static_cast<const Paragraph*>(o)->text;
           return Value::of_string(folded(text, c), text);
         },
         "",
         nullptr},
    };
    t.schema.type(t.cable).fields = {
        {"classification", object(t.mark), true,
         [](const void* o, const Field&, Context&) {
           const auto& mark = static_cast<const Model*>(o)->classification;
           return mark ? Value::of_object(&*mark, mark_type, mark->at) : Value{};
         },
         "", nullptr},
        {"subject", object(t.mark), true, [](const void*, const Field&, Context&) { return Value{}; }, "",
         nullptr},
        {"declassify_on",
         {Type::Kind::date, 0, {}},
         true,
         [](const void* o, const Field&, Context&) {
           return Value::of_date(*static_cast<const Model*>(o)->declassify_on);
         },
         "",
         nullptr},
        {"paragraphs", list_of(object(t.paragraph)), false,
         [](const void* o, const Field&, Context&) {
           const auto& p = static_cast<const Model*>(o)->paragraphs;
           return Value::of_list(p.data(), static_cast<std::uint32_t>(p.size()), Items::objects,
                                 paragraph_type, {});
         },
         "", nullptr},
        {"controls", list_of({Type::Kind::string, 0, {}}), false,
         [](const void* o, const Field&, Context&) {
           const auto& p = static_cast<const Model*>(o)->controls;
           return Value::of_list(p.data(), static_cast<std::uint32_t>(p.size()), Items::spans, 0, {});
         },
         "", nullptr},
        {"codes", list_of({Type::Kind::string, 0, {}}), false,
         [](const void* o, const Field&, Context&) {
           const auto& p = static_cast<const Model*>(o)->codes;
           return Value::of_list(p.data(), static_cast<std::uint32_t>(p.size()), Items::short_texts, 0, {});
         },
         "", nullptr},
    };
    return t;
  }();
  return made;
}

/// `cable`, `p` (its first paragraph), `q` (its second), `as_of` (2020-01-01), `any` (5, of type dyn), and
/// the levels.
inline const Environment& environment() {
  static const Environment made = [] {
    Environment e;
    e.schema = &types().schema;
    e.names = {
        {"cable", object(types().cable), std::nullopt},
        {"p", object(types().paragraph), std::nullopt},
        {"q", object(types().paragraph), std::nullopt},
        {"as_of", {Type::Kind::date, 0, {}}, std::nullopt},
        {"any", {}, std::nullopt},
    };
    for (const auto& [name, level] :
         {std::pair{"U", Level::U}, std::pair{"R", Level::R}, std::pair{"C", Level::C},
          std::pair{"S", Level::S}, std::pair{"TS", Level::TS}}) {
      e.names.push_back({name, {Type::Kind::level, 0, {}}, Value::of_level(level)});
    }
    return e;
  }();
  return made;
}

/// What an evaluation needs.
struct Bench {
  Arena arena;
  std::vector<Value> variables;
  Context context{arena, kSource, &model(), &types().schema, nullptr};

  Value evaluate(const Program& program) {
    set_variables(program.slots());
    return program.evaluate(context);
  }

  /// The values of the environment's variables, with room for as many slots as a program needs.
  void set_variables(std::size_t slots) {
    const Model& m = model();
    variables = {Value::of_object(&m, types().cable, {}),
                 Value::of_object(&m.paragraphs[0], types().paragraph, m.paragraphs[0].at),
                 Value::of_object(&m.paragraphs[1], types().paragraph, m.paragraphs[1].at),
                 Value::of_date(18262), Value::of_int(5)};
    variables.resize(std::max(slots, variables.size()));
    context.variables = variables.data();
  }
};

/// The faults of an expression as one text: "4+5: Paragraph has no field `marks` (did you mean `mark`?)".
inline std::string faults_of(std::string_view text) {
  std::vector<Fault> faults;
  (void)compile(text, environment(), faults);
  std::string all;
  for (const Fault& fault : faults) {
    if (!all.empty()) all += "; ";
    all += std::to_string(fault.offset) + "+" + std::to_string(fault.length) + ": " + fault.message;
    if (!fault.hint.empty()) all += " (" + fault.hint + ")";
  }
  return all;
}

/// The value of an expression as people read it; "error: ..." and "fault: ..." when there is none.
inline std::string value_of(std::string_view text) {
  std::vector<Fault> faults;
  const std::optional<Program> program = compile(text, environment(), faults);
  if (!program) return "fault: " + faults_of(text);
  Bench bench;
  const Value value = bench.evaluate(*program);
  return (value.is_error() ? "error: " : "") + to_text(value, bench.context);
}

}  // namespace cablelint::expression::test
