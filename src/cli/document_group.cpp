#include "cli/document_group.hpp"

#include <new>
#include <string>

namespace cablelint::cli {

void DocumentGroup::add(std::size_t document, std::string_view name, std::string_view bytes,
                        Linter& linter) {
  if (waiting_ == kMost || (waiting_ > 0 && members_[waiting_ - 1]->linter != &linter)) finish();
  if (waiting_ == members_.size()) members_.push_back(std::make_unique<Member>());
  Member& member = *members_[waiting_];
  member.document = document;
  member.source.emplace(std::string(name), bytes, Source::Borrowed{});
  member.linter = &linter;
  try {
    if (parse(member)) ++waiting_;
  } catch (const std::bad_alloc&) {
    visitor_->no_memory(document);
  }
}

/// True when the document is one cable, about which the rules are to be asked.
bool DocumentGroup::parse(Member& member) {
  const Source& source = *member.source;
  bool waits = false;
  bool begun = false;
  parser_->parse_each(source, member.cable, [&](const Cable& cable) {
    waits = cable.at.length == source.bytes().size();
    if (waits) return;
    if (!begun) visitor_->begin(member.document, source);
    begun = true;
    member.findings.clear();
    member.linter->check(source, cable, member.findings);
    visitor_->take(source, cable, member.findings);
  });
  if (begun) visitor_->end(source, *member.linter);
  return waits;
}

void DocumentGroup::finish() {
  if (waiting_ == 0) return;
  tasks_.clear();
  for (std::size_t i = 0; i < waiting_; ++i) {
    Member& member = *members_[i];
    member.findings.clear();
    tasks_.push_back({&*member.source, &member.cable, &member.findings});
  }
  bool together = true;
  try {
    members_.front()->linter->check(tasks_);
  } catch (const std::bad_alloc&) {
    together = false;
  }
  for (std::size_t i = 0; i < waiting_; ++i) {
    Member& member = *members_[i];
    try {
      if (!together) {
        member.findings.clear();
        member.linter->check(*member.source, member.cable, member.findings);
      }
      visitor_->begin(member.document, *member.source);
      visitor_->take(*member.source, member.cable, member.findings);
      visitor_->end(*member.source, *member.linter);
    } catch (const std::bad_alloc&) {
      visitor_->no_memory(member.document);
    }
  }
  waiting_ = 0;
}

}  // namespace cablelint::cli
