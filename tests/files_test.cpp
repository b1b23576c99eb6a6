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

using cablelint::Input;
using cablelint::InputList;
using cablelint::WalkOptions;
using cablelint::tests::TemporaryFolder;

/// One line an input, with the temporary folder cut off.
std::string listed(const TemporaryFolder& folder, std::vector<std::string> paths,
                   const std::string& standard_input_name = "-") {
  const std::string base = folder.path().string() + '/';
  for (std::string& path : paths) {
    if (path != "-") path.insert(0, base);
  }
  InputList inputs(paths, {.standard_input_name = standard_input_name});
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

/// The same from within the folder.
std::string listed_inside(const TemporaryFolder& folder, const std::vector<std::string>& paths,
                          const WalkOptions& options = {}) {
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  InputList inputs(paths, options);
  std::string text;
  for (Input input; inputs.next(input);)
    text += input.name + (input.problem.empty() ? "" : ": " + input.problem) + '\n';
  std::filesystem::current_path(before);
  return text;
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

BOOST_AUTO_TEST_CASE(ignore_files_leave_out_what_they_say) {
  const TemporaryFolder folder;
  for (const char* name :
       {"a.txt", "b.txt", "old/a.txt", "old/keep.txt", "old/deep/a.txt", "new/a.txt", "new/b.txt"})
    folder.write(name, "x");
  folder.write(".cablelintignore", "# what nobody reads\n/old/*\n!keep.txt\n");
  folder.write("new/.ignore", "b.txt\n");
  folder.write(".gitignore", "a.txt\n");
  const std::string without_git = "./a.txt\n./b.txt\n./new/a.txt\n./old/keep.txt\n";
  BOOST_TEST(listed_inside(folder, {"."}) == without_git);
  BOOST_TEST(listed_inside(folder, {"."}, {.ignore_files = false}) ==
             "./a.txt\n./b.txt\n./new/a.txt\n./new/b.txt\n./old/a.txt\n./old/deep/a.txt\n./old/keep.txt\n");
  // `.gitignore` counts in a repository, and there also from the folders above.
  std::filesystem::create_directory(folder.path() / ".git");
  BOOST_TEST(listed_inside(folder, {"."}) == "./b.txt\n./old/keep.txt\n");
  BOOST_TEST(listed_inside(folder, {"old"}) == "old/keep.txt\n");
  BOOST_TEST(listed_inside(folder, {"new"}) ==
             "new: no cables (*.txt, *.cable) found that are not ignored\n");
  // `.cablelintignore` counts more than git's, wherever it stands.
  folder.write(".cablelintignore", "!new/a.txt\n");
  BOOST_TEST(listed_inside(folder, {"new"}) == "new/a.txt\n");
  // A repository inside another keeps to its own.
  std::filesystem::create_directory(folder.path() / "old/.git");
  BOOST_TEST(listed_inside(folder, {"old"}) == "old/a.txt\nold/deep/a.txt\nold/keep.txt\n");
  BOOST_TEST(listed_inside(folder, {"."}) ==
             "./b.txt\n./new/a.txt\n./old/a.txt\n./old/deep/a.txt\n./old/keep.txt\n");
}

BOOST_AUTO_TEST_CASE(deeper_ignore_files_count_more) {
  const TemporaryFolder folder;
  for (const char* name : {"x/a.txt", "x/b.txt", "x/y/a.txt", "x/y/b.txt"}) folder.write(name, "x");
  folder.write(".cablelintignore", "a.txt\n");
  folder.write("x/.cablelintignore", "b.txt\n!/a.txt\n");
  folder.write("x/y/.cablelintignore", "!b.txt\n");
  for (const char* name : {".", "./"})
    BOOST_TEST(listed_inside(folder, {name}) == "./x/a.txt\n./x/y/b.txt\n");
  BOOST_TEST(listed_inside(folder, {"x"}) == "x/a.txt\nx/y/b.txt\n");
  BOOST_TEST(listed_inside(folder, {"x/y"}) == "x/y/b.txt\n");
  BOOST_TEST(listed_inside(folder, {"x/../x/y/"}) == "x/../x/y/b.txt\n");
}

BOOST_AUTO_TEST_CASE(what_is_named_is_listed_unless_forced) {
  const TemporaryFolder folder;
  for (const char* name : {"a.txt", "old/a.txt", "old/b.txt", "new/a.txt"}) folder.write(name, "x");
  folder.write(".cablelintignore", "old/\n");
  const std::vector<std::string> paths{"a.txt", "old", "old/a.txt", "new", "gone.txt"};
  const WalkOptions exclude{.exclude = {"/a.txt", "gone.*"}};
  WalkOptions forced = exclude;
  forced.force_exclude = true;
  BOOST_TEST(listed_inside(folder, paths, exclude) == "a.txt\ngone.txt\nnew/a.txt\nold/a.txt\nold/b.txt\n");
  BOOST_TEST(listed_inside(folder, paths, forced) == "new/a.txt\n");
  forced.ignore_files = false;
  BOOST_TEST(listed_inside(folder, paths, forced) == "new/a.txt\nold/a.txt\nold/b.txt\n");
  BOOST_TEST(listed_inside(folder, {"."}, {.exclude = {"a.txt", "!/new/a.txt"}}) == "./new/a.txt\n");
  BOOST_TEST(listed_inside(folder, {"."}, {.exclude = {"/a.txt"}, .exclude_folder = folder.path() / "new"}) ==
             "./a.txt\n");
}

BOOST_AUTO_TEST_CASE(ignore_files_that_are_none) {
  const TemporaryFolder folder;
  folder.write("a.txt", "x");
  BOOST_REQUIRE(mkfifo((folder.path() / ".cablelintignore").c_str(), 0600) == 0);
  std::filesystem::create_directory(folder.path() / ".ignore");
  BOOST_TEST(listed_inside(folder, {"."}) == "./a.txt\n");
  std::filesystem::remove(folder.path() / ".cablelintignore");
  folder.write(".cablelintignore", std::string(5'000'000, 'x'));
  BOOST_TEST(listed_inside(folder, {"."}) ==
             ".cablelintignore: is too large: a file of patterns may have 4 MiB\n./a.txt\n");
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

BOOST_AUTO_TEST_SUITE_END()
