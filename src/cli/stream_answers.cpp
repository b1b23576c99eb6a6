#include "cli/stream_answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cablelint/ascii.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/not_text.hpp>
#include <cablelint/source.hpp>
#include <new>
#include <span>
#include <utility>

#include "reports/json_finding.hpp"

namespace cablelint::cli {
namespace {

using reports::append_json_member;
using reports::append_json_members;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view kind_of(RecordFault fault) {
  if (fault == RecordFault::encoding) return "encoding";
  return fault == RecordFault::syntax ? "syntax" : "fields";
}

/// In front of a line whose fields are separated by tabs: escaped as in JSON, without its quotes.
void append_key(std::string& out, std::string_view id) {
  const std::size_t begin = out.size();
  append_json_string(out, id);
  out.erase(begin, 1);
  out.back() = '\t';
}

}  // namespace

Answerer::Answerer(const Parser& parser, const RuleSet& rules, const RuleChoice& choice,
                   const AnswerOptions& options, RecordTally* tally)
    : parser_(&parser), linters_(rules, choice), options_(&options), tally_(tally) {
  input_.container = "-";
  input_.standard_input = true;
}

void Answerer::answer(const LineBatch& batch, Answers& answers) {
  out_ = &answers.text;
  bad_ = &answers.bad;
  number_ = batch.first;
  const std::string too_long = fmt::format("the line is too long: it may have {} bytes", options_->most);
  if (batch.too_long) return write_fault({}, "too_long", too_long);
  const std::string_view all = batch.bytes.text();
  for (std::size_t at = 0; at < all.size(); ++number_) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    std::string_view line = all.substr(at, end - at);
    at = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t before = out_->size();
    if (line.size() > options_->most) {
      write_fault({}, "too_long", too_long);
      continue;
    }
    try {
      answer_line(line);
    } catch (const std::bad_alloc&) {
      out_->resize(before);
      write_fault({}, "memory", "does not fit into memory");
    }
  }
}

void Answerer::answer_line(std::string_view line) {
  // Text editors put it in front of a file.
  if (number_ == 1 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  if (is_blank(line)) return write_fault({}, "syntax", "the line is blank");
  reader_.read(line, record_);
  if (record_.fault == RecordFault::none) {
    std::string problem = reason_not_text(record_.text);
    if (problem.empty()) return check(record_);
    return write_fault(record_.id, "not_text", "`text` " + std::move(problem));
  }
  write_fault(record_.id, kind_of(record_.fault), record_.problem);
}

void Answerer::check(const CableRecord& record) {
  input_.name = record.id;
  const Source source = Source::borrow(input_.name, record.text);
  Linter& linter = linters_.of(input_);
  findings_.clear();
  if (tally_ != nullptr) tally_->begin(record.id);
  parser_->parse_each(source, cable_, [&](const Cable& cable) {
    const std::size_t before = findings_.size();
    linter.check(source, cable, findings_);
    if (tally_ != nullptr) tally_->count(source, cable, std::span(findings_).subspan(before));
  });
  write("ok", record.id, nullptr);
}

void Answerer::begin_line(std::string_view id) {
  if (options_->key) append_key(*out_, id);
  *out_ += R"({"schema":"cablelint.stream/1","id":)";
  if (id.empty()) {
    *out_ += "null";
  } else {
    append_json_string(*out_, id);
  }
  if (options_->number) append_json_member(*out_, ",", "seq", number_);
}

void Answerer::write_fault(std::string_view id, std::string_view kind, std::string message) {
  findings_.clear();
  const Fault fault{kind, std::move(message)};
  if (tally_ != nullptr) tally_->count_fault(id, fault.message);
  write(kind == "too_long" ? "skipped" : "error", id, &fault);
  bad_->push_back(out_->size());
}

void Answerer::write(std::string_view status, std::string_view id, const Fault* fault) {
  if (options_->flat) {
    for (const Finding& finding : findings_) {
      begin_line(id);
      *out_ += R"(,"kind":"finding",)";
      append_json_members(*out_, finding);
      *out_ += "}\n";
    }
  }
  begin_line(id);
  if (options_->flat) append_json_member(*out_, ",", "kind", "status");
  append_json_member(*out_, ",", "status", status);
  if (options_->flat) {
    append_json_member(*out_, ",", "findings", findings_.size());
  } else {
    *out_ += R"(,"findings":[)";
    for (const Finding& finding : findings_) {
      *out_ += &finding == findings_.data() ? "{" : ",{";
      append_json_members(*out_, finding);
      *out_ += '}';
    }
    *out_ += ']';
  }
  if (fault != nullptr) {
    append_json_member(*out_, R"(,"error":{)", "kind", fault->kind);
    append_json_member(*out_, ",", "message", fault->message);
    *out_ += '}';
  }
  *out_ += "}\n";
}

}  // namespace cablelint::cli
