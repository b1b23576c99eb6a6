#include <algorithm>
#include <cablelint/audit/run_merge.hpp>
#include <cablelint/audit/segment.hpp>
#include <tuple>
#include <utility>

namespace cablelint::audit {

bool RunMerge::later(const Head* a, const Head* b) {
  return std::tie(a->document.id, a->part) > std::tie(b->document.id, b->part);
}

RunMerge::RunMerge(std::vector<std::unique_ptr<RunReader>> parts, bool drop_repeated)
    : parts_(std::move(parts)), drop_repeated_(drop_repeated), heads_(parts_.size()) {
  for (std::size_t i = 0; i < heads_.size(); ++i) {
    heads_[i].part = i;
    advance(&heads_[i]);
  }
}

void RunMerge::advance(Head* head) {
  if (!parts_[head->part]->next(head->document)) return;
  heap_.push_back(head);
  std::push_heap(heap_.begin(), heap_.end(), later);
}

bool RunMerge::next(AuditedDocument& document) {
  if (heap_.empty()) return false;
  const auto take = [this] {
    std::pop_heap(heap_.begin(), heap_.end(), later);
    Head* const head = heap_.back();
    heap_.pop_back();
    return head;
  };
  Head* head = take();
  std::swap(document, head->document);
  advance(head);
  while (!heap_.empty() && heap_.front()->document.id == document.id) {
    repeated_.push_back(document.id);
    advance(take());
  }
  return true;
}

std::vector<InputError> RunMerge::errors() {
  std::vector<InputError> errors;
  InputError error;
  for (const std::unique_ptr<RunReader>& part : parts_) {
    while (part->next_error(error)) errors.push_back(error);
  }
  if (!drop_repeated_) {
    for (const std::string& id : repeated_) errors.push_back({id, std::string(kRepeatedId)});
  }
  const auto key = [](const InputError& each) { return std::tie(each.source, each.message); };
  std::sort(errors.begin(), errors.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  errors.erase(std::unique(errors.begin(), errors.end(),
                           [&](const auto& a, const auto& b) { return key(a) == key(b); }),
               errors.end());
  return errors;
}

}  // namespace cablelint::audit
