#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cablelint/document_reader.hpp>
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

/// The bytes of a file, or "problem: ...".
std::string read(const std::string& path, bool found = false) {
  DocumentReader reader;
  std::string problem;
  const auto bytes = reader.read({path, false, {}, found}, problem);
  return bytes ? std::string(*bytes) : "problem: " + problem;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document_reader_test)

BOOST_AUTO_TEST_CASE(reads_bytes_as_they_are) {
  const TemporaryFolder folder;
  const std::string path = folder.path() / "a.txt";
  const std::string large(3'000'000, 'x');
  for (const std::string_view bytes :
       {""sv, "x"sv, "a\rb\xFF\xC3"sv, "SECRET\0ROME"sv, "\xEF\xBB\xBFSECRET"sv, "MZ begins a word"sv,
        std::string_view(large)}) {
    folder.write("a.txt", bytes);
    BOOST_TEST((read(path) == bytes), bytes.substr(0, 20));
    BOOST_TEST((read(path, true) == bytes), bytes.substr(0, 20));
  }
}

BOOST_AUTO_TEST_CASE(files_of_a_folder_kept_open_are_read_wherever_it_is_by_then) {
  const auto open_files = [] {
    const std::filesystem::directory_iterator all("/proc/self/fd");
    return std::distance(begin(all), end(all));
  };
  const auto before = open_files();
  const TemporaryFolder folder;
  for (int i = 0; i < 40; ++i) folder.write("few/many/" + std::to_string(i) + ".txt", std::to_string(i));
  for (int i = 0; i < 5; ++i) folder.write("few/" + std::to_string(i) + ".txt", std::to_string(i));
  {
    InputList inputs({folder.path().string()});
    std::vector<Input> found;
    for (Input input; inputs.next(input);) found.push_back(std::move(input));
    BOOST_REQUIRE(found.size() == 45U);
    BOOST_TEST(open_files() == before + 1);
    std::filesystem::rename(folder.path() / "few/many", folder.path() / "few/moved");
    DocumentReader reader;
    for (const Input& input : found) {
      std::string problem;
      const auto bytes = reader.read(input, problem);
      BOOST_REQUIRE_MESSAGE(bytes, problem);
      BOOST_TEST(*bytes == std::filesystem::path(input.name).stem().string());
    }
  }
  BOOST_TEST(open_files() == before);
}

BOOST_AUTO_TEST_CASE(files_of_a_folder_kept_open_are_read_to_their_end) {
  const TemporaryFolder folder;
  constexpr std::size_t kFirstRead = 65536;
  std::vector<std::size_t> sizes{0, 1, kFirstRead - 1, kFirstRead, kFirstRead + 1, 3 * kFirstRead + 7};
  sizes.resize(40, 5);
  for (std::size_t i = 0; i < sizes.size(); ++i)
    folder.write("f/" + std::to_string(1000 + i) + ".txt",
                 std::string(sizes[i], static_cast<char>('a' + i % 26)));
  InputList inputs({folder.path().string()});
  DocumentReader reader;
  std::size_t count = 0;
  for (Input input; inputs.next(input); ++count) {
    BOOST_REQUIRE(count < sizes.size());
    BOOST_TEST((input.folder != nullptr));
    std::string problem;
    const auto bytes = reader.read(input, problem);
    BOOST_REQUIRE_MESSAGE(bytes, problem);
    BOOST_TEST((*bytes == std::string(sizes[count], static_cast<char>('a' + count % 26))), input.name);
  }
  BOOST_TEST(count == sizes.size());
}

BOOST_AUTO_TEST_CASE(files_that_do_not_tell_their_size_are_read_to_the_end) {
  BOOST_REQUIRE(std::filesystem::file_size("/proc/cpuinfo") == 0);
  BOOST_TEST(read("/proc/cpuinfo").find("processor") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_takes_the_place_of_a_file_behind_the_walk_is_not_waited_for) {
  const TemporaryFolder folder;
  const std::string base = folder.path().string() + '/';
  BOOST_REQUIRE(mkfifo((base + "pipe").c_str(), 0600) == 0);
  BOOST_TEST(read(base + "pipe", true) == "problem: cannot be read: Illegal seek");
  BOOST_TEST(read(base, true) == "problem: cannot be read: Is a directory");
  BOOST_TEST(read(base + "gone", true) == "problem: no such file or folder");
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

BOOST_AUTO_TEST_SUITE_END()
