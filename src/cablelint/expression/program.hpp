#pragma once

#include <cablelint/expression/schema.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cablelint::expression {

class Paths;

/// A fault in an expression, as a byte range of its text.
struct Fault {
  std::uint32_t offset = 0;
  std::uint32_t length = 1;
  std::string message;  // "Paragraph has no field `marks`"
  std::string hint;     // "did you mean `mark`?"; may be empty
};

/// A name that an expression may use: a variable read at evaluation, or a constant.
struct Name {
  std::string name;
  Type type;
  std::optional<Value> constant;
  bool fixed = false;  // a variable with one value for as long as Context::known stands
};

/// The names in scope. Variables keep the order in which they were added: that is their index in
/// Context::variables. Macro variables (all, exists, ...) get further slots behind them; `Program::slots`
/// says how many there are in all.
struct Environment {
  const Schema* schema = nullptr;
  std::vector<Name> names;
  std::string container;  // CEL name resolution; empty outside the conformance tests
  bool check_types = true;
  bool sound_patterns = false;  // the regular expressions are known to be sound; compiled when first used
  Paths* paths = nullptr;       // of all expressions that share a Context::known
};

/// Bounds that keep hostile expressions cheap.
struct Limits {
  static constexpr std::size_t kExpressionBytes = 64U << 10;
  static constexpr std::size_t kDepth = 200;
  static constexpr std::int64_t kRegexMemory = 1 << 20;         // bytes
  static constexpr std::size_t kRegexInstructions = 2'000'000;  // of all rules that are not shipped
};

/// What a condition comes to; `none` when its evaluation failed.
enum class Answer : std::uint8_t { no, yes, none };

class RunnableProgram;

/// A compiled expression: immutable, shared between threads.
class Program {
 public:
  Program();
  Program(Program&&) noexcept;
  Program& operator=(Program&&) noexcept;
  ~Program();

  /// The checked type of the result.
  [[nodiscard]] const Type& type() const;
  /// How many slots Context::variables must have.
  [[nodiscard]] std::uint32_t slots() const;
  /// Instructions of its constant regular expressions, as far as they are compiled: a measure of their memory
  /// and of the time they took.
  [[nodiscard]] std::size_t pattern_size() const;
  /// Never throws. A failed evaluation gives Kind::error.
  [[nodiscard]] Value evaluate(Context& context) const;
  /// The same of a condition, quicker; where there is no answer, `trouble` is the error.
  [[nodiscard]] Answer test(Context& context, Value& trouble) const;

  struct Code;
  struct Parts;

 private:
  friend std::optional<Program> compile(std::string_view, const Environment&, std::vector<Fault>&);
  friend class ProgramRow;
  std::unique_ptr<const Parts> parts_;
};

/// A program in a row of them, which outlives it.
class RunnableProgram {
 public:
  RunnableProgram() = default;
  explicit RunnableProgram(const Program::Code* code) : code_(code) {}
  [[nodiscard]] Value evaluate(Context& context) const;
  [[nodiscard]] Answer test(Context& context, Value& trouble) const;

 private:
  const Program::Code* code_ = nullptr;
};

/// Programs that are run one after the other, side by side in memory in that order: what is not read together
/// costs more to fetch than to run. The programs that were added must outlive it.
class ProgramRow {
 public:
  RunnableProgram add(const Program& program);

 private:
  Arena memory_;
};

/// Parses, checks and compiles. On failure gives nothing and appends every fault found.
[[nodiscard]] std::optional<Program> compile(std::string_view text, const Environment& environment,
                                             std::vector<Fault>& faults);

/// A value as people read it: `text`, `2014-04-26`, `S`, `["a", "b"]`. Only strings inside a list or map are
/// quoted; an object gives the text it stands for.
[[nodiscard]] std::string to_text(const Value& value, Context& context);
/// "list<Paragraph>", "string", "date".
[[nodiscard]] std::string to_text(const Type& type, const Schema& schema);
/// The candidate nearest to a misspelt name, or empty when none is near.
[[nodiscard]] std::string_view nearest(std::string_view name,
                                       const std::vector<std::string_view>& candidates);

}  // namespace cablelint::expression
