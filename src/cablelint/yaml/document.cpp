#include <cablelint/yaml/document.hpp>

#include <algorithm>
#include <utility>

#include <cablelint/yaml/scalar_map.hpp>

namespace cablelint::yaml {
namespace {

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// As fault_at, with a place at or before `begin` whose line is known.
Diagnostic fault_behind(std::size_t known, std::uint32_t line, const std::string& name, std::string_view file,
                        std::size_t begin, std::size_t end, std::string message, std::string hint) {
  begin = std::min(begin, file.size());
  known = std::min(known, begin);
  const std::size_t line_break = begin == 0 ? std::string_view::npos : file.rfind('\n', begin - 1);
  const std::size_t line_begin = line_break == std::string_view::npos ? 0 : line_break + 1;
  std::size_t line_end = std::min(file.find('\n', begin), file.size());
  if (line_end > line_begin && file[line_end - 1] == '\r') --line_end;
  end = std::clamp(end, begin, std::max(begin, line_end));

  const std::string_view between = file.substr(known, begin - known);
  Diagnostic fault;
  fault.file = name;
  fault.line = line + static_cast<std::uint32_t>(std::count(between.begin(), between.end(), '\n'));
  fault.column = 1 + code_points(file.substr(line_begin, begin - line_begin));
  fault.length = std::max(1U, code_points(file.substr(begin, end - begin)));
  fault.message = std::move(message);
  fault.hint = std::move(hint);
  fault.excerpt = file.substr(line_begin, line_end - line_begin);
  return fault;
}

}  // namespace

Diagnostic fault_at(const std::string& name, std::string_view file, std::size_t begin, std::size_t end,
                    std::string message, std::string hint) {
  return fault_behind(0, 1, name, file, begin, end, std::move(message), std::move(hint));
}

Document::Document(std::string name, std::string file, std::vector<NodeData> nodes, std::string strings)
    : name_(std::move(name)),
      owned_(std::make_unique<const Owned>(Owned{std::move(file), std::move(nodes), std::move(strings)})),
      file_(owned_->file),
      nodes_(owned_->nodes),
      strings_(owned_->strings) {}

Document::Document(std::string name, std::string_view file, std::span<const NodeData> nodes,
                   std::string_view strings)
    : name_(std::move(name)), file_(file), nodes_(nodes), strings_(strings) {}

Diagnostic Document::fault(Node node, std::string message, std::string hint) const {
  const NodeData& data = node.data();
  if (node.is_scalar()) return fault(node, 0, data.size, std::move(message), std::move(hint));
  // A map or sequence is shown by its first scalar.
  std::uint32_t first = node.index();
  while (first + 1 < node.index() + data.nodes && nodes_[first].kind != Kind::scalar) ++first;
  const std::size_t begin = data.begin;
  std::size_t end = begin + 1;
  if (nodes_[first].kind == Kind::scalar && nodes_[first].line == data.line) {
    end = scalar_end(file_, nodes_[first].begin, nodes_[first].style, Node(*this, first).text());
  }
  return fault_behind(data.begin, data.line, name_, file_, begin, end, std::move(message), std::move(hint));
}

Diagnostic Document::fault(Node scalar, std::uint32_t offset, std::uint32_t length, std::string message,
                           std::string hint) const {
  const NodeData& data = scalar.data();
  const std::string_view text = scalar.text();
  offset = std::min(offset, data.size);
  length = std::min(length, data.size - offset);
  const std::size_t begin = file_offset(scalar, offset);
  const std::size_t end =
      length == 0 ? begin + 1 : scalar_offset(file_, data.begin, data.style, text, offset + length - 1) + 1;
  std::size_t last = end;
  while (last < file_.size() && (static_cast<unsigned char>(file_[last]) & 0xC0) == 0x80) ++last;
  return fault_behind(data.begin, data.line, name_, file_, begin, last, std::move(message), std::move(hint));
}

std::uint32_t Document::file_offset(Node scalar, std::uint32_t offset) const {
  const NodeData& data = scalar.data();
  return static_cast<std::uint32_t>(scalar_offset(file_, data.begin, data.style, scalar.text(), offset));
}

Lookup::Lookup(Node map, std::string_view key) : key_(map), value_(map) {
  for (const Entry entry : map.entries()) {
    if (entry.key.text() != key) continue;
    key_ = entry.key;
    value_ = entry.value;
    found_ = true;
    return;
  }
}

}  // namespace cablelint::yaml
