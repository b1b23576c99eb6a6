#pragma once

#include <array>
#include <cablelint/arena.hpp>
#include <cablelint/expression/schema.hpp>
#include <cablelint/expression/value.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace cablelint::expression {

/// Numbers the paths (`cable.subject.text`) of all expressions that are evaluated together, so that they can
/// share what was read.
class Paths {
 public:
  /// The number of the path that begins with the variable in that slot.
  std::uint32_t from_variable(std::uint32_t slot, const Field* field) { return number({slot, field}); }
  /// The number of the path that goes on from another one.
  std::uint32_t from_path(std::uint32_t path, const Field* field) {
    return number({kFirstPath + path, field});
  }
  [[nodiscard]] std::size_t size() const { return numbers_.size(); }

 private:
  static constexpr std::uint32_t kFirstPath = 1U << 16;  // above all slots
  using Step = std::pair<std::uint32_t, const Field*>;

  std::uint32_t number(const Step& step) {
    return numbers_.try_emplace(step, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

  std::map<Step, std::uint32_t> numbers_;
};

/// What is known of one cable: the values of paths and folded texts that an expression asked for, kept for
/// the expressions that ask again.
class Known {
 public:
  explicit Known(const Paths& paths) : paths_(paths.size()) {}

  /// The next cable.
  void forget() {
    arena_.clear();
    if (++cable_ != 0) return;
    paths_.assign(paths_.size(), {});
    texts_.fill({});
    cable_ = 1;
    lasting_cable_ = 0;
  }

  /// The value of a path, or null when nobody has asked for it yet.
  [[nodiscard]] const Value* path(std::uint32_t number) const {
    const Path& path = paths_[number];
    return path.cable == cable_ ? &path.value : nullptr;
  }
  /// The same as that context, but for values that are kept.
  [[nodiscard]] Context& lasting(const Context& like) {
    if (lasting_cable_ != cable_) {
      lasting_.emplace(
          Context{arena_, like.source, like.root, like.schema, like.variables, like.steps, this});
      lasting_cable_ = cable_;
    }
    return *lasting_;
  }
  /// What the value refers to lies in `arena` or outlives the cable.
  const Value& keep(std::uint32_t number, const Value& value) {
    Path& path = paths_[number];
    path.cable = cable_;
    return path.value = value;
  }

  struct Text {
    Span span;
    std::uint32_t cable = 0;
    std::uint32_t size = 0;
    const char* bytes = nullptr;
  };
  /// Where the folded text of a span is kept. It may hold another one of this cable, and then goes on to, so
  /// that few texts are held.
  [[nodiscard]] Text& text_place(Span span) {
    return texts_[(span.offset * 31U + span.length) % texts_.size()];
  }
  [[nodiscard]] std::uint32_t cable() const { return cable_; }
  [[nodiscard]] Arena& arena() { return arena_; }

 private:
  struct Path {
    Value value;
    std::uint32_t cable = 0;
  };
  std::vector<Path> paths_;
  std::array<Text, 512> texts_{};
  Arena arena_;
  std::optional<Context> lasting_;
  std::uint32_t lasting_cable_ = 0;
  std::uint32_t cable_ = 1;
};

}  // namespace cablelint::expression
