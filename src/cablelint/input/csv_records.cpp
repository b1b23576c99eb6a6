#include <cablelint/input/csv_records.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace cablelint {
namespace {

constexpr std::size_t kMostColumnsShown = 20;

std::string cut(std::string_view name) {
  return std::string(name.substr(0, 60));
}

std::string names_of(const std::vector<std::string_view>& header) {
  std::string names;
  for (std::size_t i = 0; i < std::min(header.size(), kMostColumnsShown); ++i)
    names += (i > 0 ? ", " : "") + cut(header[i]);
  return header.size() > kMostColumnsShown ? names + ", ..." : names;
}

}  // namespace

std::size_t CsvEnds::next(std::string_view bytes, std::size_t from) {
  while (from < bytes.size()) {
    if (state_ == State::quoted) {
      const std::size_t quote = std::min(bytes.find('"', from), bytes.size());
      for (std::size_t end = bytes.find('\n', from); end < quote; end = bytes.find('\n', end + 1)) ++lines_;
      if (quote == bytes.size()) return std::string_view::npos;
      state_ = State::behind_quote;
      from = quote + 1;
      continue;
    }
    const char c = bytes[from++];
    if (c == '\n') {
      ++lines_;
      state_ = State::begin;
      return from;
    }
    if (c == ',') {
      state_ = State::begin;
    } else if (c == '"' && state_ != State::plain) {
      state_ = State::quoted;
    } else {
      state_ = State::plain;
    }
  }
  return std::string_view::npos;
}

bool CsvFields::split(char* record, std::size_t size, std::string& problem) {
  fields_.clear();
  char* at = record;
  char* end = record + size;
  if (at < end && end[-1] == '\n') --end;
  if (at < end && end[-1] == '\r') --end;
  while (true) {
    if (at < end && *at == '"') {
      char* const begin = ++at;
      char* to = begin;
      while (true) {
        char* const quote = static_cast<char*>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
        if (quote == nullptr) {
          problem = "a quote is opened and never closed";
          return false;
        }
        if (to != at) std::memmove(to, at, static_cast<std::size_t>(quote - at));
        to += quote - at;
        at = quote + 1;
        if (at == end || *at != '"') break;
        *to++ = '"';
        ++at;
      }
      fields_.emplace_back(begin, static_cast<std::size_t>(to - begin));
      if (at < end && *at != ',') {
        problem =
            "something stands between a closing quote and the next comma; quotes inside of quotes are "
            "doubled";
        return false;
      }
    } else {
      char* const begin = at;
      at = std::find(at, end, ',');
      fields_.emplace_back(begin, static_cast<std::size_t>(at - begin));
    }
    if (at == end) return true;
    ++at;
  }
}

bool find_columns(const std::vector<std::string_view>& header, const CsvColumns& columns, CsvLayout& layout,
                  std::string& problem) {
  layout.fields = header.size();
  for (const auto& [name, place] : {std::pair{&columns.id, &layout.id}, {&columns.text, &layout.text}}) {
    const auto found = std::find(header.begin(), header.end(), *name);
    if (found == header.end()) {
      problem = fmt::format(
          "there is no column `{}` but {}; say which columns hold the cables with --csv-columns "
          "id=NAME,text=NAME",
          *name, names_of(header));
      return false;
    }
    if (std::find(found + 1, header.end(), *name) != header.end()) {
      problem = fmt::format("there are two columns `{}`", *name);
      return false;
    }
    *place = static_cast<std::size_t>(found - header.begin());
  }
  return true;
}

void read_csv_record(char* bytes, std::size_t size, const CsvLayout& layout, CsvFields& fields,
                     CableRecord& record) {
  record = {};
  if (!fields.split(bytes, size, record.problem)) {
    record.fault = RecordFault::syntax;
    return;
  }
  const std::vector<std::string_view>& all = fields.fields();
  if (all.size() != layout.fields) {
    record.fault = RecordFault::syntax;
    record.problem = fmt::format("has {} {}, but there are {} columns", all.size(),
                                 all.size() == 1 ? "field" : "fields", layout.fields);
    return;
  }
  record.id = all[layout.id];
  record.text = all[layout.text];
  check_record(record, true, true);
}

}  // namespace cablelint
