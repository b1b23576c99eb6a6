#include "cli/document_group.hpp"

#include <new>
#include <string>

namespace cablelint::cli {

void DocumentGroup::add(std::size_t document, std::string_view name, std::string_view bytes, Linter& linter) {
  if (waiting_ == kMost || (waiting_ > 0 && members_[waiting_ - 1]->linter != &linter)) finish();
  if (waiting_ == members_.size()) members_.push_back(std::make_unique<Member>());
  Member& member = *members_[waiting_++];
  member.document = document;
  member.source.emplace(std::string(name), bytes, Source::Borrowed{});
  member.linter = &linter;
}

void DocumentGroup::finish() {
  if (waiting_ == 0) return;
  bool together = true;
  try {
    read_together();
  } catch (const std::bad_alloc&) {
    together = false;
  }
  for (std::size_t i = 0; i < waiting_; ++i) {
    Member& member = *members_[i];
    try {
      if (together && !parse_tasks_[i].several) {
        visit_one(member);
      } else {
        visit_each(member);
      }
    } catch (const std::bad_alloc&) {
      visitor_->no_memory(member.document);
    }
  }
  waiting_ = 0;
}

/// All documents of one cable each.
void DocumentGroup::read_together() {
  parse_tasks_.clear();
  lint_tasks_.clear();
  for (std::size_t i = 0; i < waiting_; ++i)
    parse_tasks_.push_back({&*members_[i]->source, &members_[i]->cable});
  parser_->parse_together(parse_tasks_);
  for (std::size_t i = 0; i < waiting_; ++i) {
    Member& member = *members_[i];
    member.findings.clear();
    if (!parse_tasks_[i].several) lint_tasks_.push_back({&*member.source, &member.cable, &member.findings});
  }
  members_.front()->linter->check(lint_tasks_);
}

void DocumentGroup::visit_one(Member& member) {
  visitor_->begin(member.document, *member.source);
  visitor_->take(*member.source, member.cable, member.findings);
  visitor_->end(*member.source, *member.linter);
}

void DocumentGroup::visit_each(Member& member) {
  visitor_->begin(member.document, *member.source);
  parser_->parse_each(*member.source, member.cable, [&](const Cable& cable) {
    member.findings.clear();
    member.linter->check(*member.source, cable, member.findings);
    visitor_->take(*member.source, cable, member.findings);
  });
  visitor_->end(*member.source, *member.linter);
}

}  // namespace cablelint::cli
