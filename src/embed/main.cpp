// Turns the shipped YAML files into one C++ file: their trees as constant data, and their text beside them.
// Other files, the templates of reports, go in as text. Usage: cablelint_embed OUTPUT.cpp FILE...

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <cablelint/yaml/reader.hpp>

namespace {

using cablelint::Diagnostic;
namespace yaml = cablelint::yaml;

/// "rules/vocabulary/tags.yaml" for any path to that file.
std::string shipped_name(const std::filesystem::path& path) {
  std::filesystem::path name = path.filename();
  for (auto part = path.parent_path(); part.has_filename(); part = part.parent_path()) {
    name = part.filename() / name;
    if (part.filename() == "rules") return name.generic_string();
  }
  return path.filename().generic_string();
}

/// Copies a tree without what only tests and explanations need.
class Copier {
 public:
  std::vector<yaml::NodeData> nodes;
  std::string strings;

  /// A rule pack is a list of rules, or a map that holds one under `rules`.
  void copy_file(yaml::Node root) {
    const std::size_t at = add(root);
    for (const yaml::Node item : root.items()) copy_rule(item);
    for (const yaml::Entry entry : root.entries()) {
      add(entry.key);
      if (entry.key.text() == "rules" && entry.value.is_sequence()) {
        copy_file(entry.value);
      } else {
        copy(entry.value);
      }
    }
    close(at);
  }

 private:
  std::size_t add(yaml::Node node) {
    nodes.push_back(node.data());
    if (node.is_scalar()) {
      std::size_t at = node.text().size() <= kShared ? strings.find(node.text()) : std::string::npos;
      if (at == std::string::npos) {
        at = strings.size();
        strings += node.text();
      }
      nodes.back().text = static_cast<std::uint32_t>(at);
    }
    return nodes.size() - 1;
  }

  void copy(yaml::Node node) {
    const std::size_t at = add(node);
    for (const yaml::Node item : node.items()) copy(item);
    for (const yaml::Entry entry : node.entries()) {
      add(entry.key);
      copy(entry.value);
    }
    close(at);
  }

  void copy_rule(yaml::Node rule) {
    const std::size_t at = add(rule);
    for (const yaml::Entry entry : rule.entries()) {
      if (entry.key.text() == "flags" || entry.key.text() == "passes") {
        --nodes[at].size;
        continue;
      }
      add(entry.key);
      copy(entry.value);
    }
    close(at);
  }

  void close(std::size_t at) { nodes[at].nodes = static_cast<std::uint32_t>(nodes.size() - at); }

  static constexpr std::size_t kShared = 32;  // texts up to this length are stored once
};

std::string_view letter(yaml::Kind kind) {
  switch (kind) {
    case yaml::Kind::null:
      return "n";
    case yaml::Kind::scalar:
      return "s";
    case yaml::Kind::sequence:
      return "q";
    case yaml::Kind::map:
      return "m";
  }
  return "n";
}

std::string_view letter(yaml::Style style) {
  switch (style) {
    case yaml::Style::plain:
      return "p";
    case yaml::Style::single_quoted:
      return "a";
    case yaml::Style::double_quoted:
      return "d";
    case yaml::Style::literal:
      return "l";
    case yaml::Style::folded:
      return "f";
  }
  return "p";
}

void append_literal(std::string& out, std::string_view text) {
  out += '"';
  std::size_t column = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte >= 0x7F || c == '?') {
      out += fmt::format("\\{:03o}", byte);  // always three digits, so what follows cannot join it
    } else {
      out += c;
    }
    if (++column % 100 == 0) out += "\"\n\"";
  }
  out += '"';
}

void append_document(std::string& out, std::size_t number, const yaml::Document& document) {
  Copier copier;
  copier.copy_file(document.root());
  out += fmt::format("constexpr yaml::NodeData kNodes{}[] = {{\n", number);
  for (const yaml::NodeData& node : copier.nodes) {
    out += fmt::format("{{{},{},{},{},{},{},{}}},\n", node.begin, node.line, node.text, node.size, node.nodes,
                       letter(node.kind), letter(node.style));
  }
  out += fmt::format("}};\nconstexpr char kStrings{}[] =\n", number);
  append_literal(out, copier.strings);
  out += fmt::format(";\nconstexpr char kFile{}[] =\n", number);
  append_literal(out, document.file());
  out += ";\n";
}

bool read(const std::filesystem::path& path, std::string& text) {
  std::ifstream stream(path, std::ios::binary);
  text.assign(std::istreambuf_iterator<char>(stream), {});
  return !stream.fail() && stream.is_open();
}

bool write(const std::filesystem::path& path, const std::string& text) {
  std::error_code ignored;
  std::filesystem::create_directories(path.parent_path(), ignored);
  std::ofstream stream(path, std::ios::binary);
  stream << text;
  stream.close();
  return !stream.fail();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: cablelint_embed OUTPUT.cpp FILE...\n";
    return 2;
  }
  std::vector<std::string> paths(argv + 2, argv + argc);
  std::sort(paths.begin(), paths.end(),
            [](const std::string& a, const std::string& b) { return shipped_name(a) < shipped_name(b); });

  std::string out =
      "// Written by cablelint_embed from rules/ and reports/; changes here are lost.\n"
      "#include <cablelint/embedded.hpp>\n\n#include <iterator>\n\nnamespace cablelint {\nnamespace {\n\n"
      "constexpr auto n = yaml::Kind::null, s = yaml::Kind::scalar, q = yaml::Kind::sequence, m = "
      "yaml::Kind::map;\n"
      "constexpr auto p = yaml::Style::plain, a = yaml::Style::single_quoted, d = "
      "yaml::Style::double_quoted,\n"
      "               l = yaml::Style::literal, f = yaml::Style::folded;\n\n";
  std::string table;
  std::vector<Diagnostic> faults;
  std::size_t count = 0;
  std::string templates;
  for (const std::string& path : paths) {
    const std::filesystem::path name(path);
    if (name.extension() != ".yaml") {
      std::string text;
      if (!read(name, text)) {
        std::cerr << path << ": error: the file cannot be read\n";
        return 2;
      }
      templates += "  if (name == ";
      append_literal(templates, name.filename().string());
      templates += ") return {";
      append_literal(templates, text);
      templates += fmt::format(", {}}};\n", text.size());
      continue;
    }
    const std::optional<yaml::Document> document = yaml::read_file(path, faults);
    if (!document) continue;
    append_document(out, count, *document);
    table += "  {";
    append_literal(table, shipped_name(path));
    table += fmt::format(
        ", {{kFile{0}, sizeof kFile{0} - 1}}, kNodes{0}, {{kStrings{0}, sizeof kStrings{0} - 1}}}},\n",
        count++);
  }
  for (const Diagnostic& fault : faults) {
    std::cerr << fmt::format("{}:{}:{}: error: {}{}{}\n", fault.file, fault.line, fault.column, fault.message,
                             fault.hint.empty() ? "" : "; ", fault.hint);
  }
  if (!faults.empty()) return 1;
  if (count == 0) {
    out += "}  // namespace\n\nstd::span<const EmbeddedFile> embedded_files() { return {}; }\n";
  } else {
    out += "constexpr EmbeddedFile kFiles[] = {\n" + table + "};\n\n}  // namespace\n\n";
    out += "std::span<const EmbeddedFile> embedded_files() { return kFiles; }\n";
  }
  out += "\nstd::string_view embedded_template([[maybe_unused]] std::string_view name) {\n" + templates +
         "  return {};\n}\n\n}  // namespace cablelint\n";
  if (!write(argv[1], out)) {
    std::cerr << argv[1] << ": error: the file cannot be written\n";
    return 2;
  }
  return 0;
}
