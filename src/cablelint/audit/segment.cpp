#include <fmt/format.h>

#include <algorithm>
#include <cablelint/audit/document_row.hpp>
#include <cablelint/audit/run_reader.hpp>
#include <cablelint/audit/segment.hpp>
#include <cablelint/json_text.hpp>
#include <cablelint/terminal_text.hpp>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <tuple>
#include <vector>

namespace cablelint::audit {
namespace {

class TextFile {
 public:
  TextFile(const std::string& folder, std::string_view name)
      : path_(folder + '/' + std::string(name)), file_(std::fopen(path_.c_str(), "wbe")) {
    if (file_ == nullptr) refuse();
    (void)std::setvbuf(file_, buffer_.data(), _IOFBF, buffer_.size());
  }
  ~TextFile() {
    if (file_ != nullptr) (void)std::fclose(file_);
  }
  TextFile(const TextFile&) = delete;
  TextFile& operator=(const TextFile&) = delete;

  void put(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) refuse();
  }
  void close() {
    std::FILE* const file = file_;
    file_ = nullptr;
    if (std::fclose(file) != 0) refuse();
  }

 private:
  [[noreturn]] void refuse() const {
    throw RunError(fmt::format("{}: cannot be written: {}", visible(path_), std::strerror(errno)));
  }

  std::string path_;
  std::vector<char> buffer_ = std::vector<char>(std::size_t{256} * 1024);  // lives longer than the file
  std::FILE* file_;
};

}  // namespace

void append_error_line(std::string& out, const InputError& error) {
  out += R"({"schema":"cablelint.error/1","source":)";
  append_json_string(out, error.source);
  out += R"(,"message":)";
  append_json_string(out, error.message);
  out += "}\n";
}

void Segment::add(std::string_view id, std::string_view rows, std::string_view findings) {
  Document document;
  document.begin = text_.size();
  text_ += id;
  document.rows = text_.size();
  text_ += rows;
  document.findings = text_.size();
  text_ += findings;
  document.end = text_.size();
  documents_.push_back(document);
}

std::string_view Segment::id_of(const Document& document) const {
  return std::string_view(text_).substr(document.begin, document.rows - document.begin);
}

void Segment::write(const std::string& folder) {
  std::stable_sort(documents_.begin(), documents_.end(),
                   [this](const Document& a, const Document& b) { return id_of(a) < id_of(b); });
  TextFile rows(folder, kDocuments);
  TextFile findings(folder, kFindings);
  rows.put(document_header());
  const std::string_view text = text_;
  const Document* last = nullptr;
  for (const Document& document : documents_) {
    if (last != nullptr && id_of(*last) == id_of(document)) {
      errors_.push_back({std::string(id_of(document)), std::string(kRepeatedId)});
      continue;
    }
    last = &document;
    rows.put(text.substr(document.rows, document.findings - document.rows));
    findings.put(text.substr(document.findings, document.end - document.findings));
  }
  rows.close();
  findings.close();

  TextFile errors(folder, kErrors);
  std::string line;
  for (const InputError& error : errors_) {
    line.clear();
    append_error_line(line, error);
    errors.put(line);
  }
  errors.close();
  text_.clear();
  documents_.clear();
  errors_.clear();
}

}  // namespace cablelint::audit
