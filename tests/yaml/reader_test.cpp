#include <cablelint/yaml/reader.hpp>

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

using cablelint::Diagnostic;
namespace yaml = cablelint::yaml;

namespace {

/// "{id: X, list: [1, 2]}", with `~` for null.
std::string shape(yaml::Node node) {
  std::string out;
  if (node.is_null()) return "~";
  if (node.is_scalar()) return std::string(node.text());
  for (const yaml::Node item : node.items()) out += (out.empty() ? "" : ", ") + shape(item);
  for (const yaml::Entry entry : node.entries()) {
    out += (out.empty() ? "" : ", ") + shape(entry.key) + ": " + shape(entry.value);
  }
  return node.is_map() ? '{' + out + '}' : '[' + out + ']';
}

std::string read(const std::string& text) {
  std::vector<Diagnostic> faults;
  const auto document = yaml::read_text("x.yaml", text, faults);
  if (document) return shape(document->root());
  std::string out;
  for (const Diagnostic& fault : faults) out += (out.empty() ? "" : "\n") + to_text(fault);
  return out;
}

std::string first_line(std::string text) {
  return text.substr(0, text.find('\n'));
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(yaml_reader)

BOOST_AUTO_TEST_CASE(trees) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"", "~"},
      {"# nothing\n", "~"},
      {"word", "word"},
      {"a: 1\nb: [x, {y: z}]\nc:\n  - d\n  -\n", "{a: 1, b: [x, {y: z}], c: [d, ~]}"},
      {"a: ~\nb:\nc: null\nd: 'null'\n", "{a: ~, b: ~, c: ~, d: null}"},
      {"\xEF\xBB\xBF- a\r\n- b\r\n", "[a, b]"},
      {"a: |\n  x\n    y\n\n  z\nb: >-\n  p\n  q\n", "{a: x\n  y\n\nz\n, b: p q}"},
      {"a: [[1, 2], [[3]], []]\nb: {}\n", "{a: [[1, 2], [[3]], []], b: {}}"},
      {"%YAML 1.2\n---\na: 1\n...\n", "{a: 1}"},
  };
  for (const auto& [text, expected] : table) BOOST_TEST(read(text) == expected);
}

BOOST_AUTO_TEST_CASE(faults) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"- a: b: c\n",
       "x.yaml:1:7: error: a `:` that cannot be read here; put a value that contains `: ` in quotes, and "
       "indent keys "
       "alike\n  |\n1 | - a: b: c\n  |       ^"},
      {"a:\n\t- b\n",
       "x.yaml:2:1: error: a tab in the indentation; indent with blanks\n  |\n2 |  - b\n  | ^"},
      {"a: 1\nb: 2\na: 3\n",
       "x.yaml:3:1: error: duplicate key `a`; it is given first on line 1\n  |\n3 | a: 3\n  | ^"},
      {"a: \"x\n", "x.yaml:1:4: error: a quote that is not closed\n  |\n1 | a: \"x\n  |    ^"},
      {"a: 'x''\n", "x.yaml:1:4: error: a quote that is not closed\n  |\n1 | a: 'x''\n  |    ^"},
      {"a: [1, 2\n", "x.yaml:2:1: error: a `[` is not closed by `]`"},
      {"a: {p.number} is\n",
       "x.yaml:1:15: error: this line fits none of the maps above; indent it like the keys it belongs to\n  "
       "|\n1 | a: "
       "{p.number} is\n  |               ^"},
      {"a: @b\n",
       "x.yaml:1:4: error: a value cannot begin with this character; put it in quotes\n  |\n1 | a: @b\n  |   "
       " ^"},
      {"- a: x\n b: y\n",
       "x.yaml:2:2: error: this line does not belong to the list above; indent it like the keys it belongs "
       "to, or begin "
       "it with `- `\n  |\n2 |  b: y\n  |  ^"},
      {"a: 1\n---\nb: 2\n",
       "x.yaml:2:1: error: a second document begins here; a file holds one document: remove the `---`\n  "
       "|\n2 | ---\n  | "
       "^^^"},
      {"? [a]\n: b\n", "x.yaml:1:3: error: a key must be text\n  |\n1 | ? [a]\n  |   ^"},
      {": b\n", "x.yaml:1:1: error: a key is missing before the `:`\n  |\n1 | : b\n  | ^"},
      {"a: !!str b\n",
       "x.yaml:1:4: error: tags are not supported; remove it\n  |\n1 | a: !!str b\n  |    ^^^^^"},
      {"a: caf\xE9\n",
       "x.yaml:1:7: error: this byte is not UTF-8; save the file as UTF-8\n  |\n1 | a: caf\\xe9\n  |       "
       "^^^^"},
      {std::string("a: b\0c\n", 7),
       "x.yaml:1:5: error: a control character; write it as an escape in double quotes\n  |\n1 | a: "
       "b\\x00c\n  |     ^^^^"},
      {"a: \xE2\x82\xAC @ \x1B[31m\n",
       "x.yaml:1:8: error: a control character; write it as an escape in double quotes\n  |\n1 | a: "
       "\xE2\x82\xAC @ "
       "\\x1b[31m\n  |        ^^^^"},
  };
  for (const auto& [text, expected] : table) BOOST_TEST(read(text) == expected);
}

BOOST_AUTO_TEST_CASE(alias_bomb) {
  BOOST_TEST(read("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n") ==
             "x.yaml:1:4: error: anchors such as `&a` are not supported; write the value out\n"
             "  |\n1 | a: &a [x, x]\n  |    ^^\n"
             "x.yaml:2:4: error: anchors such as `&b` are not supported; write the value out\n"
             "  |\n2 | b: &b [*a, *a]\n  |    ^^\n"
             "x.yaml:2:8: error: aliases are not supported; write the value out\n"
             "  |\n2 | b: &b [*a, *a]\n  |        ^\n"
             "x.yaml:2:12: error: aliases are not supported; write the value out\n"
             "  |\n2 | b: &b [*a, *a]\n  |            ^\n"
             "x.yaml:3:5: error: aliases are not supported; write the value out\n"
             "  |\n3 | c: [*b, *b]\n  |     ^\n"
             "x.yaml:3:9: error: aliases are not supported; write the value out\n"
             "  |\n3 | c: [*b, *b]\n  |         ^");
}

BOOST_AUTO_TEST_CASE(bounds) {
  BOOST_TEST(first_line(read(repeated("- ", 65) + "x")) ==
             "x.yaml:1:129: error: values are nested more than 64 deep");
  BOOST_TEST(read(repeated("- ", 64) + "x") == repeated("[", 64) + "x" + repeated("]", 64));
  BOOST_TEST(first_line(read("a: " + repeated("[", 10'000))) == "x.yaml:1:5: error: a key must be text");
  BOOST_TEST(first_line(read(repeated("- x\n", 100'000))) ==
             "x.yaml:100000:3: error: the file has more than 100,000 values; split it");
  BOOST_TEST(read(std::string(yaml::Bounds::kFileBytes + 1, ' ')) ==
             "x.yaml: error: the file is larger than 4 MiB; split it");
  BOOST_TEST(read(repeated("{", 1'000'000)).size() < 1000U);
}

BOOST_AUTO_TEST_CASE(files) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "cablelint_yaml_reader_test";
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "pack.yaml").string();
  std::ofstream(path) << "a: 1\n";
  std::vector<Diagnostic> faults;
  const auto document = yaml::read_file(path, faults);
  BOOST_REQUIRE(document);
  BOOST_TEST(shape(document->root()) == "{a: 1}");
  BOOST_TEST(document->name() == path);

  BOOST_TEST(!yaml::read_file(folder.string(), faults));
  BOOST_TEST(!yaml::read_file((folder / "none.yaml").string(), faults));
  BOOST_TEST(!yaml::read_file("/dev/null", faults));
  BOOST_REQUIRE(faults.size() == 3U);
  BOOST_TEST(to_text(faults[0]) == folder.string() + ": error: this is a folder, not a file");
  BOOST_TEST(to_text(faults[1]) == (folder / "none.yaml").string() + ": error: there is no such file");
  BOOST_TEST(to_text(faults[2]) == "/dev/null: error: this is not a regular file");
  std::filesystem::remove_all(folder);
}

BOOST_AUTO_TEST_SUITE_END()
