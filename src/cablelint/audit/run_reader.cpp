#include <cablelint/audit/document_row.hpp>
#include <cablelint/audit/run_reader.hpp>
#include <nlohmann/json.hpp>
#include <utility>

namespace cablelint::audit {
namespace {

std::string in(const std::string& folder, std::string_view name) {
  return folder + '/' + std::string(name);
}

}  // namespace

RunReader::RunReader(const std::string& folder)
    : documents_(in(folder, kDocuments)), findings_(in(folder, kFindings)), errors_(in(folder, kErrors)) {
  std::string_view line;
  const std::string_view header = document_header();
  if (!documents_.next(line) || line != header.substr(0, header.size() - 2)) {
    documents_.refuse("is not the table of an audit by this version of cablelint");
  }
  pending_ = read_row();
}

bool RunReader::read_row() {
  std::string_view line;
  if (!documents_.next(line)) return false;
  if (!audit::read_row(line, cells_, cable_.facts, cable_.passed)) {
    documents_.refuse("is not a row of an audit; make the audit again");
  }
  row_.assign(line).append("\r\n");
  return true;
}

void RunReader::read_findings(std::size_t count, std::string& out) {
  std::string_view line;
  for (; count > 0; --count) {
    if (!findings_.next(line))
      findings_.refuse("has fewer findings than documents.csv counts; make the audit again");
    out.append(line) += '\n';
  }
}

bool RunReader::next(AuditedDocument& document) {
  if (!pending_) {
    std::string_view line;
    if (findings_.next(line))
      findings_.refuse("has more findings than documents.csv counts; make the audit again");
    return false;
  }
  document.id = cable_.facts.id;
  document.rows.clear();
  document.findings.clear();
  if (begun_ && document.id <= last_id_)
    documents_.refuse("is not in the order of ids; make the audit again");
  last_id_ = document.id;
  begun_ = true;

  std::size_t cables = 0;
  do {
    if (cables == document.cables.size()) document.cables.emplace_back();
    document.rows += row_;
    read_findings(cable_.facts.findings.all(), document.findings);
    std::swap(document.cables[cables++], cable_);
    pending_ = read_row();
  } while (pending_ && cable_.facts.id == document.id);
  document.cables.resize(cables);
  return true;
}

bool RunReader::next_error(InputError& error) {
  std::string_view line;
  if (!errors_.next(line)) return false;
  const auto json = nlohmann::json::parse(line, nullptr, false);
  const auto text = [&](const char* key, std::string& out) {
    if (!json.is_object() || !json.contains(key) || !json[key].is_string()) {
      errors_.refuse("is not an error of an audit; make the audit again");
    }
    out = json[key].get<std::string>();
  };
  text("source", error.source);
  text("message", error.message);
  return true;
}

}  // namespace cablelint::audit
