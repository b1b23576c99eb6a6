#include <cablelint/input/json_record.hpp>

#include <fmt/format.h>
#include <simdjson.h>

#include <cablelint/input/byte_buffer.hpp>
#include <cstring>

namespace cablelint {
namespace {

namespace dom = simdjson::dom;

static_assert(simdjson::SIMDJSON_PADDING <= ByteBuffer::kPadding);

// A parser that has met a long line is made anew.
constexpr std::size_t kKeptCapacity = std::size_t{4} * 1024 * 1024;

std::string_view name_of(dom::element_type type) {
  switch (type) {
    case dom::element_type::ARRAY:
      return "an array";
    case dom::element_type::OBJECT:
      return "an object";
    case dom::element_type::STRING:
      return "a text";
    case dom::element_type::BOOL:
      return "true or false";
    case dom::element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

std::string_view words_for(simdjson::error_code error) {
  switch (error) {
    case simdjson::DEPTH_ERROR:
      return "brackets stand too deep inside each other";
    case simdjson::STRING_ERROR:
      return "a text has an escape that means nothing, or half of a surrogate pair";
    case simdjson::UNESCAPED_CHARS:
      return "a text has a control character that is not escaped";
    case simdjson::UNCLOSED_STRING:
      return "a text has no closing quote";
    case simdjson::NUMBER_ERROR:
      return "a number is none, or out of range";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
      return "a word is none of true, false and null";
    default:
      return "brackets, commas or quotes are not where they should be";
  }
}

/// Half of a surrogate pair, as an escape leaves it in what is UTF-8 otherwise.
bool has_half_surrogate(std::string_view text) {
  for (std::size_t at = text.find('\xED'); at != std::string_view::npos; at = text.find('\xED', at + 1)) {
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0) return true;
  }
  return false;
}

void fail(CableRecord& record, RecordFault fault, std::string problem) {
  if (record.fault != RecordFault::none) return;
  record.fault = fault;
  record.problem = std::move(problem);
}

/// Takes one of the two texts; `found` when it was there already.
void take(CableRecord& record, std::string_view key, dom::element value, bool& found,
          std::string_view& text) {
  if (found) return fail(record, RecordFault::fields, fmt::format("`{}` stands there twice", key));
  found = true;
  if (value.get(text) != simdjson::SUCCESS) {
    text = {};
    fail(record, RecordFault::fields, fmt::format("`{}` is {}, not a text", key, name_of(value.type())));
  } else if (has_half_surrogate(text)) {
    text = {};
    fail(record, RecordFault::encoding, fmt::format("`{}` has half of a surrogate pair", key));
  }
}

}  // namespace

struct JsonRecordReader::Parser {
  dom::parser parser{kMaxRecordBytes + 1};

  simdjson::simdjson_result<dom::element> parse(std::string_view line) {
    if (parser.capacity() > kKeptCapacity && line.size() <= kKeptCapacity)
      parser = dom::parser(kMaxRecordBytes + 1);
    return parser.parse(line.data(), line.size(), false);
  }
};

JsonRecordReader::JsonRecordReader() : parser_(std::make_unique<Parser>()) {}
JsonRecordReader::~JsonRecordReader() = default;

void JsonRecordReader::read(std::string_view line, CableRecord& record) {
  record = {};
  dom::element root;
  if (const simdjson::error_code error = parser_->parse(line).get(root)) {
    if (error == simdjson::MEMALLOC) return fail(record, RecordFault::syntax, "does not fit into memory");
    if (error == simdjson::UTF8_ERROR) return fail(record, RecordFault::encoding, "is not UTF-8");
    return fail(record, RecordFault::syntax, fmt::format("is not JSON: {}", words_for(error)));
  }
  dom::object object;
  if (root.get(object) != simdjson::SUCCESS) {
    return fail(record, RecordFault::fields,
                fmt::format("is {}, not an object with `id` and `text`", name_of(root.type())));
  }
  bool has_id = false;
  bool has_text = false;
  for (const dom::key_value_pair member : object) {
    if (member.key == "id") {
      take(record, "id", member.value, has_id, record.id);
    } else if (member.key == "text") {
      take(record, "text", member.value, has_text, record.text);
    }
  }
  check_record(record, has_id, has_text);
}

bool is_other_json(std::string_view line) {
  ByteBuffer padded;
  padded.append(line);
  dom::parser parser;
  dom::object object;
  if (parser.parse(padded.data(), padded.size(), false).get(object) != simdjson::SUCCESS) return false;
  dom::element ignored;
  return object["id"].get(ignored) != simdjson::SUCCESS || object["text"].get(ignored) != simdjson::SUCCESS;
}

}  // namespace cablelint
