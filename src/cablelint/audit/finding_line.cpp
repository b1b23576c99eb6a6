#include <simdjson.h>

#include <array>
#include <cablelint/audit/finding_line.hpp>
#include <limits>

namespace cablelint::audit {
namespace {

using Value = simdjson::ondemand::value;

bool read_text(Value value, std::string& out) {
  std::string_view text;
  if (value.get_string().get(text) != simdjson::SUCCESS) return false;
  out.assign(text);
  return true;
}

bool read_number(Value value, std::uint32_t& out) {
  std::uint64_t number = 0;
  if (value.get_uint64().get(number) != simdjson::SUCCESS ||
      number > std::numeric_limits<std::uint32_t>::max()) {
    return false;
  }
  out = static_cast<std::uint32_t>(number);
  return true;
}

bool read_level(Value value, Severity& out) {
  std::string_view text;
  if (value.get_string().get(text) != simdjson::SUCCESS) return false;
  for (const Severity level : {Severity::note, Severity::warning, Severity::error}) {
    if (text != to_text(level)) continue;
    out = level;
    return true;
  }
  return false;
}

bool read_record(Value value, std::string& out) {
  out.clear();
  return value.is_null() || read_text(value, out);
}

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

    unsigned found = 0;
    for (auto item : object) {
      std::string_view key;
      Value value;
      if (item.unescaped_key().get(key) != simdjson::SUCCESS ||
          item.value().get(value) != simdjson::SUCCESS) {
        return false;
      }
      if (!read(key, value, finding)) return false;
      ++found;
    }
    constexpr unsigned kMembers = 15;
    return found >= kMembers;
  }

  static bool read(std::string_view key, Value value, Finding& finding) {
    if (key == "rule") return read_text(value, finding.rule);
    if (key == "name") return read_text(value, finding.name);
    if (key == "level") return read_level(value, finding.level);
    if (key == "source") return read_text(value, finding.source);
    if (key == "line") return read_number(value, finding.line);
    if (key == "column") return read_number(value, finding.column);
    if (key == "end_line") return read_number(value, finding.end_line);
    if (key == "end_column") return read_number(value, finding.end_column);
    if (key == "offset") return read_number(value, finding.at.offset);
    if (key == "length") return read_number(value, finding.at.length);
    if (key == "message") return read_text(value, finding.message);
    if (key == "help") return read_text(value, finding.help);
    if (key == "fingerprint") return read_text(value, finding.fingerprint);
    if (key == "record") return read_record(value, finding.record);
    return true;
  }
};

FindingLines::FindingLines() : state_(std::make_unique<State>()) {}
FindingLines::~FindingLines() = default;

bool FindingLines::read(std::string_view line, Finding& finding) {
  return state_->read(line, finding);
}

}  // namespace cablelint::audit
