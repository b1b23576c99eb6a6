#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cablelint/files.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "support/program.hpp"

namespace {

using namespace std::literals;
using cablelint::DocumentReader;
using cablelint::Input;
using cablelint::InputList;
using cablelint::tests::TemporaryFolder;

/// One line an input, with the temporary folder cut off.
std::string listed(const TemporaryFolder& folder, std::vector<std::string> paths,
                   const std::string& standard_input_name = "-") {
  const std::string base = folder.path().string() + '/';
  for (std::string& path : paths) {
    if (path != "-") path.insert(0, base);
  }
  InputList inputs(paths, standard_input_name);
  std::string text;
  for (Input input; inputs.next(input);) {
    if (input.name.starts_with(base)) input.name.erase(0, base.size());
    text += input.name;
    if (input.standard_input) text += " (standard input)";
    if (!input.problem.empty()) text += ": " + input.problem;
    text += '\n';
  }
  return text;
}

/// The bytes of a file, or "problem: ...".
std::string read(const std::string& path) {
  DocumentReader reader;
  std::string problem;
  const auto bytes = reader.read({path, false, {}}, problem);
  return bytes ? std::string(*bytes) : "problem: " + problem;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(files_test)

BOOST_AUTO_TEST_CASE(lists_folders_in_order_of_paths) {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a/z.txt", "a/b/c.cable", "a-b.txt", "A.TXT", "notes.md", ".hidden.txt",
                           ".git/x.txt", "a/.hidden/x.txt", "a.txt.bak", "txt"}) {
    folder.write(name, "x");
  }
  BOOST_TEST(listed(folder, {"."}) == "./A.TXT\n./a-b.txt\n./a/b/c.cable\n./a/z.txt\n./b.txt\n");
  BOOST_TEST(listed(folder, {"a"}) == "a/b/c.cable\na/z.txt\n");
  BOOST_TEST(listed(folder, {"a/"}) == "a/b/c.cable\na/z.txt\n");
  BOOST_TEST(listed(folder, {}) == "");
}

BOOST_AUTO_TEST_CASE(named_files_are_listed_once_and_whatever_their_name) {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a/z.txt", "a/y.md"}) folder.write(name, "x");
  BOOST_TEST(listed(folder, {"b.txt", "a/z.txt", "a", "a/y.md", "b.txt", "a/"}) ==
             "a/y.md\na/z.txt\nb.txt\n");
  BOOST_TEST(listed(folder, {"-", "b.txt", "-"}, "m.txt") == "b.txt\nm.txt (standard input)\n");
  BOOST_TEST(listed(folder, {"gone.txt"}) == "gone.txt\n");
}

BOOST_AUTO_TEST_CASE(folders_without_cables_are_problems) {
  const TemporaryFolder folder;
  folder.write("empty/deep/er/notes.md", "x");
  folder.write("full/a.txt", "x");
  std::filesystem::create_directory(folder.path() / "full/none");
  BOOST_TEST(listed(folder, {"empty"}) == "empty: no cables (*.txt, *.cable) found\n");
  BOOST_TEST(
      listed(folder, {"full", "empty/", "full/none"}) ==
      "empty: no cables (*.txt, *.cable) found\nfull/a.txt\nfull/none: no cables (*.txt, *.cable) found\n");
}

BOOST_AUTO_TEST_CASE(links_are_followed_to_files_only) {
  const TemporaryFolder folder;
  namespace fs = std::filesystem;
  folder.write("real/a.txt", "x");
  folder.write("walk/b.txt", "x");
  fs::create_symlink("../real/a.txt", folder.path() / "walk/link.txt");
  fs::create_symlink("../real", folder.path() / "walk/folder");
  fs::create_symlink("..", folder.path() / "walk/up.txt");
  fs::create_symlink("loop.txt", folder.path() / "walk/loop.txt");
  fs::create_symlink("nowhere", folder.path() / "walk/dangling.txt");
  BOOST_TEST(listed(folder, {"walk"}) == "walk/b.txt\nwalk/dangling.txt\nwalk/link.txt\n");
  BOOST_TEST(listed(folder, {"walk/folder"}) == "walk/folder/a.txt\n");
}

BOOST_AUTO_TEST_CASE(pipes_in_a_folder_are_passed_over) {
  const TemporaryFolder folder;
  folder.write("a.txt", "x");
  BOOST_REQUIRE(mkfifo((folder.path() / "pipe.txt").c_str(), 0600) == 0);
  BOOST_TEST(listed(folder, {"."}) == "./a.txt\n");
}

BOOST_AUTO_TEST_CASE(folders_that_cannot_be_read_are_problems) {
  if (geteuid() == 0) {
    BOOST_TEST_MESSAGE("skipped: root reads every folder");
    return;
  }
  const TemporaryFolder folder;
  folder.write("a/locked/b.txt", "x");
  chmod((folder.path() / "a/locked").c_str(), 0);
  BOOST_TEST(listed(folder, {"a"}) == "a/locked: cannot be read: Permission denied\n");
  chmod((folder.path() / "a/locked").c_str(), 0700);
}

BOOST_AUTO_TEST_CASE(reads_bytes_as_they_are) {
  const TemporaryFolder folder;
  const std::string path = folder.path() / "a.txt";
  const std::string large(3'000'000, 'x');
  for (const std::string_view bytes :
       {""sv, "x"sv, "a\rb\xFF\xC3"sv, "SECRET\0ROME"sv, "\xEF\xBB\xBFSECRET"sv, "MZ begins a word"sv,
        std::string_view(large)}) {
    folder.write("a.txt", bytes);
    BOOST_TEST((read(path) == bytes), bytes.substr(0, 20));
  }
}

BOOST_AUTO_TEST_CASE(one_reader_reads_many_files) {
  const TemporaryFolder folder;
  folder.write("long.txt", std::string(10'000'000, 'l'));
  folder.write("short.txt", "short");
  folder.write("empty.txt", "");
  DocumentReader reader;
  std::string problem;
  for (const auto& [name, size] : {std::pair{"short.txt", 5}, std::pair{"long.txt", 10'000'000},
                                   std::pair{"short.txt", 5}, std::pair{"empty.txt", 0}}) {
    const auto bytes = reader.read({folder.path() / name, false, {}}, problem);
    BOOST_REQUIRE(bytes);
    BOOST_TEST(bytes->size() == static_cast<std::size_t>(size));
  }
  BOOST_TEST(!reader.read({"x", false, "a problem known before"}, problem));
  BOOST_TEST(problem == "a problem known before");
}

BOOST_AUTO_TEST_CASE(says_why_a_path_is_no_document) {
  const TemporaryFolder folder;
  const std::string base = folder.path().string() + '/';
  std::filesystem::create_directory(base + "folder");
  std::filesystem::create_symlink("loop", base + "loop");
  BOOST_REQUIRE(mkfifo((base + "pipe").c_str(), 0600) == 0);
  folder.write("huge.txt", "");
  std::filesystem::resize_file(base + "huge.txt", 0xFFFF'FFF1ULL);
  const struct {
    std::string path;
    std::string_view problem;
  } cases[] = {
      {base + "gone.txt", "no such file or folder"},
      {base + "folder", "is a folder, not a file"},
      {base + "pipe", "is a pipe, not a file; to check what it gives use `-` and standard input"},
      {"/dev/zero", "is a device, not a file; to check what it gives use `-` and standard input"},
      {base + "loop", "cannot be read: Too many levels of symbolic links"},
      {base + "huge.txt", "is too large: a document may have 4294967280 bytes"},
      {base + std::string(300, 'x'), "cannot be read: File name too long"},
      {"", "no such file or folder"},
  };
  for (const auto& each : cases) BOOST_TEST(read(each.path) == "problem: " + std::string(each.problem));
}

BOOST_AUTO_TEST_CASE(says_why_bytes_are_not_text) {
  const struct {
    std::string bytes;
    std::string_view reason;
  } cases[] = {
      {"", ""},
      {"CONFIDENTIAL ROME 000001", ""},
      {"PK is a beginning, %PDF too", ""},
      {std::string("\x7F"
                   "ELF\x02\x01\x01"),
       "is a program, not text"},
      {"%PDF-1.7\n", "is a PDF document, not text; extract its text first"},
      {"PK\x03\x04", "is a ZIP archive or an office document, not text; extract its text first"},
      {"\x1F\x8B\x08", "is compressed with gzip, not text; decompress it first"},
      {std::string("\xFF\xFES\0", 4), "is UTF-16 text; convert it to UTF-8 first"},
      {std::string("\xFE\xFF\0S", 4), "is UTF-16 text; convert it to UTF-8 first"},
      {std::string("\xFF\xFE\0\0S\0\0\0", 8), "is UTF-32 text; convert it to UTF-8 first"},
      {std::string("a\0b", 3), ""},
      {std::string("S\0E\0C\0", 6),
       "is binary, not text: 3 of its first 6 bytes are NUL; UTF-16 text must be converted to UTF-8 first"},
      {std::string(64, '\0') + std::string(63936, 'x'), ""},
      {std::string(65, '\0') + std::string(63935, 'x'),
       "is binary, not text: 65 of its first 64000 bytes are NUL; UTF-16 text must be converted to UTF-8 "
       "first"},
      {std::string(65536, 'x') + std::string(1000, '\0'), ""},
  };
  for (const auto& each : cases) BOOST_TEST(cablelint::reason_not_text(each.bytes) == each.reason);
}

BOOST_AUTO_TEST_SUITE_END()
