#include <algorithm>

#include <cablelint/fixing/propose.hpp>

namespace cablelint::fixing {
namespace {

class Parts {
 public:
  Parts(const Source& source, const Cable& cable, const Vocabulary& vocabulary)
      : source_(source), cable_(cable), vocabulary_(vocabulary), labels_(order_labels(cable)) {}

  std::vector<Span> collect() {
    for (const Element& element : cable_.elements) add_element(element);
    if (cable_.date) add(cable_.date->at);
    if (cable_.date_hint) add(cable_.date_hint->at);
    for (const Caption& caption : cable_.captions) {
      if (!is_repeatable(vocabulary_, source_.text(caption.text))) add(caption.text);
    }
    if (cable_.subject) add(cable_.subject->mark);
    for (const Subject& subject : cable_.more_subjects) add(subject.mark);
    add(cable_.entire_text);
    for (const Paragraph& paragraph : cable_.paragraphs) add(paragraph.mark);
    if (cable_.authority) {
      add(cable_.authority->derived_from);
      const Range reasons = cable_.authority->reasons;
      for (std::uint32_t i = 0; i < reasons.count; ++i) add(cable_.short_texts[reasons.begin + i].at);
    }
    return merged();
  }

 private:
  void add(Span span) {
    if (span && span.length > 0) spans_.push_back(span);
  }
  void add(const std::optional<Mark>& mark) {
    if (mark) add(mark->at);
  }

  void add_element(const Element& element) {
    switch (element.kind) {
      case ElementKind::heading:
      case ElementKind::classification:
      case ElementKind::record:
      case ElementKind::page_header:
      case ElementKind::continuation_header:
      case ElementKind::release_stamp:
      case ElementKind::partial_extract:
        return add(element.at);
      case ElementKind::declassification:
        return add_declassification(element.at);
      default:
        return;
    }
  }

  /// The label may be mended; the order and what stands behind it may not.
  void add_declassification(Span element) {
    const auto label = std::lower_bound(labels_.begin(), labels_.end(), element.offset,
                                        [](Span span, std::uint32_t offset) { return span.offset < offset; });
    const bool found = label != labels_.end() && label->end() < element.end();
    const std::uint32_t begin = found ? label->end() : element.offset;
    add({begin, element.end() - begin});
  }

  std::vector<Span> merged() {
    std::sort(spans_.begin(), spans_.end(), [](Span a, Span b) { return a.offset < b.offset; });
    std::vector<Span> merged;
    for (const Span span : spans_) {
      if (!merged.empty() && span.offset <= merged.back().end()) {
        merged.back() = cover(merged.back(), span);
      } else {
        merged.push_back(span);
      }
    }
    return merged;
  }

  const Source& source_;
  const Cable& cable_;
  const Vocabulary& vocabulary_;
  std::vector<Span> labels_;
  std::vector<Span> spans_;
};

}  // namespace

std::vector<Span> order_labels(const Cable& cable) {
  std::vector<Span> labels;
  const auto add = [&](const Declassification& line) {
    if (line.order) labels.push_back({line.at.offset, line.order.offset - line.at.offset});
  };
  if (cable.declassification) add(*cable.declassification);
  for (const Declassification& line : cable.more_declassifications) add(line);
  return labels;
}

std::vector<Span> untouchable(const Source& source, const Cable& cable, const Vocabulary& vocabulary) {
  return Parts(source, cable, vocabulary).collect();
}

bool is_repeatable(const Vocabulary& vocabulary, std::string_view caption) {
  const Table* const captions = vocabulary.table("captions");
  const Table::Row* const row = captions == nullptr ? nullptr : captions->find(caption);
  if (row == nullptr) return false;
  const expression::Value kind = captions->cell(*row, "kind");
  return kind.kind == expression::Kind::string && (kind.string() == "sharing" || kind.string() == "topical");
}

}  // namespace cablelint::fixing
