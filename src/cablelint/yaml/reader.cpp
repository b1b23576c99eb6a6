#include <cablelint/yaml/reader.hpp>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unordered_map>
#include <utility>

#include <cablelint/yaml/scalar_map.hpp>

namespace cablelint::yaml {
namespace {

/// Ends the reading of a file whose fault has been noted.
struct Stop {};

/// How many faults of one file are listed.
constexpr std::size_t kFaults = 20;

class Builder final : public YAML::EventHandler {
 public:
  Builder(const std::string& name, std::string_view file, std::vector<Diagnostic>& faults)
      : name_(name), file_(file), faults_(faults) {}

  std::vector<NodeData> nodes;
  std::string strings;

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) {
      note(mark, 3, "a second document begins here", "a file holds one document: remove the `---`");
      throw Stop{};
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    if (inside_key()) note(mark, 1, "a key is missing before the `:`");
    add(mark, Kind::null);
  }

  void OnAnchor(const YAML::Mark& mark, const std::string& anchor) override {
    note(mark, anchor.size() + 1, "anchors such as `&" + anchor + "` are not supported",
         "write the value out");
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    note(mark, 1, "aliases are not supported", "write the value out");
    add(mark, Kind::null);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                const std::string& value) override {
    check_tag(mark, tag);
    NodeData& node = add(mark, Kind::scalar);
    node.text = static_cast<std::uint32_t>(strings.size());
    node.size = static_cast<std::uint32_t>(value.size());
    node.style = style_at(node.begin);
    strings += value;
    if (!is_closed(file_, node.begin, node.style)) {
      faults_.push_back(fault_at(name_, file_, node.begin, node.begin + 1, "a quote that is not closed"));
      throw Stop{};
    }
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value /*style*/) override {
    open(mark, tag, Kind::sequence);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    open(mark, tag, Kind::map);
  }
  void OnMapEnd() override {
    check_keys(open_.back());
    close();
  }

  void note(const YAML::Mark& mark, std::size_t length, std::string message, std::string hint = {}) {
    const std::size_t begin = place(mark);
    faults_.push_back(fault_at(name_, file_, begin, begin + length, std::move(message), std::move(hint)));
    if (++noted_ >= kFaults) throw Stop{};
  }

 private:
  [[nodiscard]] std::size_t place(const YAML::Mark& mark) const {
    return mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(mark.pos), file_.size());
  }

  [[nodiscard]] Style style_at(std::size_t begin) const {
    switch (begin < file_.size() ? file_[begin] : ' ') {
      case '\'':
        return Style::single_quoted;
      case '"':
        return Style::double_quoted;
      case '|':
        return Style::literal;
      case '>':
        return Style::folded;
      default:
        return Style::plain;
    }
  }

  [[nodiscard]] bool inside_key() const {
    return !open_.empty() && nodes[open_.back()].kind == Kind::map && children_.back() % 2 == 0;
  }

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    const std::size_t begin = place(mark);
    if (tag.size() <= 1 && (begin >= file_.size() || file_[begin] != '!')) return;
    note(mark, std::min(file_.find_first_of(" \t\r\n", begin), file_.size()) - begin,
         "tags are not supported", "remove it");
  }

  NodeData& add(const YAML::Mark& mark, Kind kind) {
    if (nodes.size() >= Bounds::kNodes) {
      note(mark, 1, "the file has more than 100,000 values", "split it");
      throw Stop{};
    }
    if (!children_.empty()) ++children_.back();
    NodeData node;
    node.begin = static_cast<std::uint32_t>(place(mark));
    node.line = static_cast<std::uint32_t>(mark.line < 0 ? 1 : mark.line + 1);
    node.kind = kind;
    nodes.push_back(node);
    return nodes.back();
  }

  void open(const YAML::Mark& mark, const std::string& tag, Kind kind) {
    check_tag(mark, tag);
    if (inside_key()) {
      note(mark, 1, "a key must be text");
      throw Stop{};
    }
    if (open_.size() >= Bounds::kDepth) {
      note(mark, 1, "values are nested more than 64 deep");
      throw Stop{};
    }
    add(mark, kind);
    open_.push_back(static_cast<std::uint32_t>(nodes.size() - 1));
    children_.push_back(0);
  }

  void close() {
    NodeData& node = nodes[open_.back()];
    node.nodes = static_cast<std::uint32_t>(nodes.size() - open_.back());
    node.size = node.kind == Kind::map ? children_.back() / 2 : children_.back();
    open_.pop_back();
    children_.pop_back();
  }

  void check_keys(std::uint32_t map) {
    std::unordered_map<std::string_view, std::uint32_t> seen;
    for (std::uint32_t key = map + 1; key < nodes.size();) {
      const NodeData& node = nodes[key];
      if (node.kind == Kind::scalar) {
        const std::string_view text = std::string_view(strings).substr(node.text, node.size);
        const auto [first, fresh] = seen.emplace(text, node.line);
        if (!fresh) {
          faults_.push_back(fault_at(name_, file_, node.begin,
                                     scalar_end(file_, node.begin, node.style, text),
                                     "duplicate key `" + std::string(text) + "`",
                                     "it is given first on line " + std::to_string(first->second)));
          if (++noted_ >= kFaults) throw Stop{};
        }
      }
      key += node.nodes;
      if (key < nodes.size()) key += nodes[key].nodes;
    }
  }

  const std::string& name_;
  std::string_view file_;
  std::vector<Diagnostic>& faults_;
  std::vector<std::uint32_t> open_;      // indices of the open maps and sequences
  std::vector<std::uint32_t> children_;  // and their children so far
  std::size_t documents_ = 0;
  std::size_t noted_ = 0;
};

/// What yaml-cpp says, and what to do about it.
struct Advice {
  std::string_view said;
  std::string_view message;
  std::string_view hint;
};
constexpr std::array kAdvice{
    Advice{"illegal map value", "a `:` that cannot be read here",
           "put a value that contains `: ` in quotes, and indent keys alike"},
    Advice{"end of map not found", "this line fits none of the maps above",
           "indent it like the keys it belongs to"},
    Advice{"end of sequence not found", "this line does not belong to the list above",
           "indent it like the keys it belongs to, or begin it with `- `"},
    Advice{"end of sequence flow not found", "a `[` is not closed by `]`", ""},
    Advice{"end of map flow not found", "a `{` is not closed by `}`",
           "put a value that begins with `{` in quotes"},
    Advice{"unknown token", "a value cannot begin with this character", "put it in quotes"},
    Advice{"illegal EOF in scalar", "a quote that is not closed", ""},
    Advice{"illegal block entry", "a list item cannot begin here", "begin it on a line of its own"},
};

Diagnostic syntax_fault(const std::string& name, std::string_view file, const YAML::Exception& error) {
  const std::size_t begin =
      error.mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(error.mark.pos), file.size());
  const std::size_t line_break = begin == 0 ? std::string_view::npos : file.rfind('\n', begin - 1);
  const std::size_t line = line_break == std::string_view::npos ? 0 : line_break + 1;
  const std::size_t text = std::min(file.find_first_not_of(" \t", line), file.size());
  const std::size_t tab = file.substr(line, text - line).find('\t');
  if (tab != std::string_view::npos) {
    return fault_at(name, file, line + tab, line + tab + 1, "a tab in the indentation", "indent with blanks");
  }
  for (const Advice& advice : kAdvice) {
    if (error.msg == advice.said) {
      return fault_at(name, file, begin, begin + 1, std::string(advice.message), std::string(advice.hint));
    }
  }
  return fault_at(name, file, begin, begin + 1, "this is not YAML: " + error.msg);
}

/// The first byte that text in UTF-8 without control characters does not have, or the size.
std::size_t first_bad_byte(std::string_view text, bool& control) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned c = byte(i);
    if (c < 0x80) {
      const bool line_end = c == '\n' || (c == '\r' && byte(i + 1) == '\n');
      if ((c < 0x20 && !line_end && c != '\t') || c == 0x7F) {
        control = true;
        return i;
      }
      ++i;
      continue;
    }
    const std::size_t more = c >= 0xC2 && c <= 0xDF   ? 1
                             : c >= 0xE0 && c <= 0xEF ? 2
                             : c >= 0xF0 && c <= 0xF4 ? 3
                                                      : 0;
    if (more == 0) return i;
    for (std::size_t k = 1; k <= more; ++k) {
      if ((byte(i + k) & 0xC0) != 0x80) return i;
    }
    const unsigned second = byte(i + 1);
    const bool overlong = (c == 0xE0 && second < 0xA0) || (c == 0xF0 && second < 0x90);
    const bool outside = (c == 0xED && second > 0x9F) || (c == 0xF4 && second > 0x8F);
    if (overlong || outside) return i;
    i += more + 1;
  }
  return text.size();
}

/// The byte at which brackets and commas become too many for the parser, which holds all that stands between
/// the outermost brackets in memory, or the size. Brackets in quotes and block scalars count, too: the bounds
/// are far from anything that people write there.
std::size_t first_excess(std::string_view text, bool& nested) {
  constexpr std::size_t kOpen = Bounds::kNodes;
  constexpr std::size_t kSigns = 4 * Bounds::kNodes;
  std::size_t open = 0;
  std::size_t signs = 0;  // since the outermost bracket
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '[' || c == '{') {
      ++open;
    } else if ((c == ']' || c == '}') && open > 0) {
      --open;
    } else if (c != ',') {
      continue;
    }
    signs = open == 0 ? 0 : signs + 1;
    nested = open > kOpen;
    if (nested || signs > kSigns) return i;
  }
  return text.size();
}

Diagnostic file_fault(const std::string& name, std::string message, std::string hint = {}) {
  Diagnostic fault;
  fault.file = name;
  fault.line = 0;
  fault.column = 0;
  fault.message = std::move(message);
  fault.hint = std::move(hint);
  return fault;
}

}  // namespace

std::optional<Document> read_text(std::string name, std::string text, std::vector<Diagnostic>& faults) {
  if (text.size() > Bounds::kFileBytes) {
    faults.push_back(file_fault(name, "the file is larger than 4 MiB", "split it"));
    return std::nullopt;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  bool control = false;
  if (const std::size_t bad = first_bad_byte(text, control); bad < text.size()) {
    Diagnostic fault =
        fault_at(name, text, bad, bad + 1, control ? "a control character" : "this byte is not UTF-8",
                 control ? "write it as an escape in double quotes" : "save the file as UTF-8");
    faults.push_back(std::move(fault));
    return std::nullopt;
  }

  bool nested = false;
  if (const std::size_t excess = first_excess(text, nested); excess < text.size()) {
    faults.push_back(nested ? fault_at(name, text, excess, excess + 1, "values are nested more than 64 deep")
                            : fault_at(name, text, excess, excess + 1,
                                       "the file has more than 100,000 values", "split it"));
    return std::nullopt;
  }

  const std::size_t before = faults.size();
  Builder builder(name, text, faults);
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {}
  } catch (const Stop&) {  // noted
  } catch (const YAML::Exception& error) {
    faults.push_back(syntax_fault(name, text, error));
  } catch (const std::exception& error) {
    faults.push_back(file_fault(name, std::string("this is not YAML: ") + error.what()));
  }
  if (faults.size() > before) return std::nullopt;
  if (builder.nodes.empty()) builder.nodes.emplace_back();
  return Document(std::move(name), std::move(text), std::move(builder.nodes), std::move(builder.strings));
}

std::optional<Document> read_file(const std::string& path, std::vector<Diagnostic>& faults) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    faults.push_back(file_fault(path, error && status.type() == std::filesystem::file_type::none
                                          ? "the file cannot be read: " + error.message()
                                          : "there is no such file"));
    return std::nullopt;
  }
  if (!std::filesystem::is_regular_file(status)) {
    faults.push_back(file_fault(path, std::filesystem::is_directory(status) ? "this is a folder, not a file"
                                                                            : "this is not a regular file"));
    return std::nullopt;
  }
  errno = 0;
  std::ifstream stream(path, std::ios::binary);
  std::string text;
  std::array<char, 64 * 1024> block{};
  while (stream && text.size() <= Bounds::kFileBytes) {
    stream.read(block.data(), static_cast<std::streamsize>(block.size()));
    text.append(block.data(), static_cast<std::size_t>(stream.gcount()));
  }
  if (!stream.is_open() || stream.bad()) {
    faults.push_back(file_fault(path, std::string("the file cannot be read: ") + std::strerror(errno)));
    return std::nullopt;
  }
  return read_text(path, std::move(text), faults);
}

}  // namespace cablelint::yaml
