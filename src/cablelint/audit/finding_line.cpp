#include <simdjson.h>

#include <cablelint/audit/finding_line.hpp>
#include <limits>

namespace cablelint::audit {
namespace {

using Value = simdjson::ondemand::value;

/// The members of one line. They are asked for in the order in which they are written, which needs no search.
class Members {
 public:
  explicit Members(simdjson::ondemand::object& object) : object_(&object) {}

  bool text(std::string_view key, std::string& out) {
    std::string_view text;
    if (object_->find_field_unordered(key).get_string().get(text) != simdjson::SUCCESS) return false;
    out.assign(text);
    return true;
  }

  bool text_or_null(std::string_view key, std::string& out) {
    Value value;
    if (object_->find_field_unordered(key).get(value) != simdjson::SUCCESS) return false;
    out.clear();
    bool null = false;
    if (value.is_null().get(null) != simdjson::SUCCESS) return false;
    std::string_view text;
    if (!null && value.get_string().get(text) != simdjson::SUCCESS) return false;
    out.assign(text);
    return true;
  }

  bool number(std::string_view key, std::uint32_t& out) {
    std::uint64_t number = 0;
    if (object_->find_field_unordered(key).get_uint64().get(number) != simdjson::SUCCESS ||
        number > std::numeric_limits<std::uint32_t>::max())
      return false;
    out = static_cast<std::uint32_t>(number);
    return true;
  }

  bool level(std::string_view key, Severity& out) {
    std::string_view text;
    if (object_->find_field_unordered(key).get_string().get(text) != simdjson::SUCCESS) return false;
    for (const Severity level : {Severity::note, Severity::warning, Severity::error}) {
      if (text != to_text(level)) continue;
      out = level;
      return true;
    }
    return false;
  }

 private:
  simdjson::ondemand::object* object_;
};

}  // namespace

struct FindingLines::State {
  simdjson::ondemand::parser parser;
  std::string padded;

  bool read(std::string_view line, Finding& finding) {
    padded.assign(line);
    padded.append(simdjson::SIMDJSON_PADDING, '\0');
    simdjson::ondemand::document document;
    const simdjson::padded_string_view view(padded.data(), line.size(), padded.size());
    if (parser.iterate(view).get(document) != simdjson::SUCCESS) return false;
    simdjson::ondemand::object object;
    if (document.get_object().get(object) != simdjson::SUCCESS) return false;
    Members members(object);
    return members.text("rule", finding.rule) && members.text("name", finding.name) &&
           members.level("level", finding.level) && members.text("source", finding.source) &&
           members.number("line", finding.line) && members.number("column", finding.column) &&
           members.number("end_line", finding.end_line) && members.number("end_column", finding.end_column) &&
           members.number("offset", finding.at.offset) && members.number("length", finding.at.length) &&
           members.text("message", finding.message) && members.text("help", finding.help) &&
           members.text("fingerprint", finding.fingerprint) && members.text_or_null("record", finding.record);
  }
};

FindingLines::FindingLines() : state_(std::make_unique<State>()) {}
FindingLines::~FindingLines() = default;

bool FindingLines::read(std::string_view line, Finding& finding) {
  return state_->read(line, finding);
}

}  // namespace cablelint::audit
