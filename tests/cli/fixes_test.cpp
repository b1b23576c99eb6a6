#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <string_view>

#include "support/program.hpp"

namespace {

namespace fs = std::filesystem;
using cablelint::tests::Ran;
using cablelint::tests::run_shell;
using cablelint::tests::TemporaryFolder;

constexpr std::string_view kSpoiled =
    "CONFIDENTIAL LISBON 000123\n\nE.0. 12958: DECL: 05/04/2015\nTAGS: [ETRD](#) [PO](#)\nSUBJECT: HARBOR "
    "FAIR\n\n"
    "Classified By: Classified by Pat Example, Consul, reasons 1.4 (b).\n\n"
    "11. (C) The fair opened.\n\n12. (C) It closed.\n\nEXAMPLE\n\n2005LISBON00123 - Classification: "
    "CONFIDENTIAL\n";
constexpr std::string_view kMended =
    "CONFIDENTIAL LISBON 000123\n\nE.O. 12958: DECL: 05/04/2015\nTAGS: ETRD PO\nSUBJECT: HARBOR FAIR\n\n"
    "Classified By: Pat Example, Consul, reasons 1.4 (b).\n\n"
    "1. (C) The fair opened.\n\n2. (C) It closed.\n\nEXAMPLE\n\n2005LISBON00123 - Classification: "
    "CONFIDENTIAL\n";
constexpr std::string_view kHunk =
    "@@ -1,14 +1,14 @@\n"
    " CONFIDENTIAL LISBON 000123\n"
    " \n"
    "-E.0. 12958: DECL: 05/04/2015\n"
    "-TAGS: [ETRD](#) [PO](#)\n"
    "+E.O. 12958: DECL: 05/04/2015\n"
    "+TAGS: ETRD PO\n"
    " SUBJECT: HARBOR FAIR\n"
    " \n"
    "-Classified By: Classified by Pat Example, Consul, reasons 1.4 (b).\n"
    "+Classified By: Pat Example, Consul, reasons 1.4 (b).\n"
    " \n"
    "-11. (C) The fair opened.\n"
    "+1. (C) The fair opened.\n"
    " \n"
    "-12. (C) It closed.\n"
    "+2. (C) It closed.\n"
    " \n"
    " EXAMPLE\n"
    " \n";

/// A folder with a cable to mend and one that is sound.
struct CableFolder : TemporaryFolder {
  CableFolder() {
    write("cables/spoiled.txt", kSpoiled);
    write("cables/sound.txt", kMended);
  }
};

const std::string kCheck = "cablelint check --as-of 2006-01-01 ";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(fixes_command_test, CableFolder)

BOOST_AUTO_TEST_CASE(diff_alone_on_standard_output) {
  const Ran ran = run_shell(*this, kCheck + "--diff cables");
  BOOST_TEST(ran.out == "--- a/cables/spoiled.txt\n+++ b/cables/spoiled.txt\n" + std::string(kHunk));
  BOOST_TEST(ran.error == "");
  BOOST_TEST(ran.exit == 0);
  BOOST_TEST(read("cables/spoiled.txt") == kSpoiled);
  const Ran sound = run_shell(*this, kCheck + "--diff cables/sound.txt");
  BOOST_TEST(sound.out == "");
  BOOST_TEST(sound.exit == 0);
}

BOOST_AUTO_TEST_CASE(exit_code_as_without) {
  BOOST_TEST(run_shell(*this, kCheck + "--diff --fail-on note cables/spoiled.txt").exit == 1);
  BOOST_TEST(run_shell(*this, kCheck + "--diff --fail-on note --exit-zero cables/spoiled.txt").exit == 0);
  BOOST_TEST(run_shell(*this, kCheck + "--diff --select DCL cables/spoiled.txt").exit == 0);
}

BOOST_AUTO_TEST_CASE(git_applies_the_diff) {
  write("cables/no end.txt", kSpoiled.substr(0, kSpoiled.size() - 1));
  std::string crlf;
  for (const char c : kSpoiled) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  write("cables/crlf.txt", crlf);
  write("cables/bytes \xC3\xA9.txt", std::string(kSpoiled) + "\xFF\xFE \x1b[2J\n");
  write("cables/several.txt",
        std::string(kSpoiled) + "\n" + std::string(kSpoiled) + "\n" + std::string(kMended));
  const Ran ran = run_shell(
      *this, "cp -r cables copies && " + kCheck + "--diff cables >d; " + kCheck +
                 "--fix-dir mended cables >report && git apply --whitespace=nowarn d && "
                 "for f in mended/cables/*; do cmp \"$f\" \"cables/${f#mended/cables/}\" || exit 9; done; "
                 "ls mended/cables; cmp cables/sound.txt copies/sound.txt; " +
                 kCheck + "--diff cables");
  BOOST_TEST(ran.error == "");
  BOOST_TEST(ran.out == "bytes \xC3\xA9.txt\ncrlf.txt\nno end.txt\nseveral.txt\nspoiled.txt\n");
  BOOST_TEST(read("cables/spoiled.txt") == kMended);
  BOOST_TEST(read("cables/no end.txt") == kMended.substr(0, kMended.size() - 1));
  BOOST_TEST(read("cables/several.txt") ==
             std::string(kMended) + "\n" + std::string(kMended) + "\n" + std::string(kMended));
  BOOST_TEST((read("cables/crlf.txt").find("11.") == std::string::npos));
}

BOOST_AUTO_TEST_CASE(same_bytes_for_any_number_of_threads) {
  const Ran ran =
      run_shell(*this, "for i in 1 2 3 4 5 6 7 8 9; do cp cables/spoiled.txt cables/$i.txt; done; " + kCheck +
                           "-j 1 --diff cables >one; " + kCheck + "-j 4 --diff cables >four; cmp one four");
  BOOST_TEST(ran.out + ran.error == "");
  BOOST_TEST(ran.exit == 0);
}

BOOST_AUTO_TEST_CASE(findings_go_to_files) {
  const Ran ran = run_shell(*this, kCheck + "--diff --output concise:r cables/spoiled.txt");
  BOOST_TEST(ran.out.starts_with("--- a/cables/spoiled.txt\n"));
  BOOST_TEST(read("r").starts_with("cables/spoiled.txt:"));
  // What a configuration sends to standard output gives way.
  write("cablelint.yaml", "output: [concise, \"json:r.json\"]\n");
  const Ran configured = run_shell(*this, kCheck + "--diff cables/spoiled.txt");
  BOOST_TEST(configured.out == ran.out);
  BOOST_TEST(read("r.json").starts_with("{\"schema\":"));
}

BOOST_AUTO_TEST_CASE(standard_input) {
  const Ran ran = run_shell(*this, kCheck + "--diff - <cables/spoiled.txt");
  BOOST_TEST(ran.out == "--- a/-\n+++ b/-\n" + std::string(kHunk));
  const Ran named = run_shell(*this, kCheck + "--diff --stdin-filename cables/x.txt - <cables/spoiled.txt");
  BOOST_TEST(named.out == "--- a/cables/x.txt\n+++ b/cables/x.txt\n" + std::string(kHunk));
  BOOST_TEST(
      run_shell(*this, kCheck + "-q --fix-dir out --stdin-filename x.txt - <cables/spoiled.txt").exit == 0);
  BOOST_TEST(read("out/x.txt") == kMended);
}

BOOST_AUTO_TEST_CASE(copies) {
  const Ran ran = run_shell(*this, kCheck + "-q --select DCL --fix-dir out/deep cables && find out -type f");
  BOOST_TEST(ran.out == "out/deep/cables/spoiled.txt\n");
  BOOST_TEST(ran.error == "");
  BOOST_TEST(read("out/deep/cables/spoiled.txt") == kMended);
  BOOST_TEST(read("cables/spoiled.txt") == kSpoiled);
  // Again: the same copy stands there. Absolute paths and paths that lead upwards stay below the folder.
  BOOST_TEST(run_shell(*this, kCheck + "-q --select DCL --fix-dir out/deep cables").exit == 0);
  const Ran upwards = run_shell(*this, "mkdir -p a/b && cd a/b && " + kCheck +
                                           "-q --select DCL --fix-dir out ../../cables && find out -type f");
  BOOST_TEST(upwards.out == "out/cables/spoiled.txt\n");
  const Ran absolute = run_shell(
      *this,
      kCheck + "-q --select DCL --fix-dir abs \"$PWD/cables\" && test -f \"abs$PWD/cables/spoiled.txt\"");
  BOOST_TEST(absolute.exit == 0);
}

BOOST_AUTO_TEST_CASE(no_copy_over_another_file) {
  write("out/cables/spoiled.txt", "mine\n");
  const Ran ran = run_shell(*this, kCheck + "-q --fix-dir out cables");
  BOOST_TEST(ran.exit == 2);
  BOOST_TEST(
      ran.error ==
      "cablelint: out/cables/spoiled.txt: stands there already and is another text; it was left as it is\n");
  BOOST_TEST(read("out/cables/spoiled.txt") == "mine\n");
  // The folder above the input would take the file itself for its copy.
  const Ran above = run_shell(*this, kCheck + "-q --fix-dir . cables/spoiled.txt");
  BOOST_TEST(above.exit == 2);
  BOOST_TEST(read("cables/spoiled.txt") == kSpoiled);
}

BOOST_AUTO_TEST_CASE(in_place) {
  chmod((path() / "cables/spoiled.txt").c_str(), 0640);
  fs::create_symlink("cables/spoiled.txt", path() / "link.txt");
  const Ran ran =
      run_shell(*this, kCheck + "-q --select DCL --in-place link.txt cables; ls -A cables; ls -A");
  BOOST_TEST(ran.out == "sound.txt\nspoiled.txt\ncables\nlink.txt\n");
  BOOST_TEST(ran.error == "");
  BOOST_TEST(read("cables/spoiled.txt") == kMended);
  BOOST_TEST(fs::is_symlink(path() / "link.txt"));
  struct stat status {};
  BOOST_REQUIRE(stat((path() / "cables/spoiled.txt").c_str(), &status) == 0);
  BOOST_TEST((status.st_mode & 0777) == 0640U);
  const Ran shown = run_shell(*this, "cp cables/sound.txt before; " + kCheck +
                                         "--diff --in-place cables; cmp before cables/sound.txt");
  BOOST_TEST(shown.out + shown.error == "");
}

BOOST_AUTO_TEST_CASE(wrong_use) {
  write("file", "");
  const struct {
    const char* arguments;
    std::string_view error;
  } cases[] = {
      {"--diff --output json cables",
       "--diff and --output json would both go to standard output; give the report a file, as in `--output "
       "json:FILE`"},
      {"--fix-dir out --in-place cables",
       "--fix-dir and --in-place do not go together: write copies, or mend the files themselves"},
      {"--in-place -", "--in-place cannot mend standard input; see what could be mended with --diff"},
      {"--fix-dir out -",
       "--fix-dir needs a name for the copy of standard input; give it with --stdin-filename"},
      {"--fix-dir cables cables",
       "--fix-dir cables: lies in cables, which is read; name a folder outside it, where copies are no "
       "input"},
      {"--fix-dir cables/new/deep ./cables",
       "--fix-dir cables/new/deep: lies in ./cables, which is read; name a folder outside it, where copies "
       "are no "
       "input"},
      {"--fix-dir file cables", "--fix-dir file: Not a directory"},
      {"--fix-dir '' cables", "--fix-dir needs the name of a folder"},
  };
  for (const auto& each : cases) {
    const Ran ran = run_shell(*this, kCheck + each.arguments + " <cables/spoiled.txt");
    BOOST_TEST(ran.exit == 2, each.arguments);
    BOOST_TEST(ran.error.starts_with("cablelint: " + std::string(each.error) + "\n"), each.arguments
                                                                                          << "\n"
                                                                                          << ran.error);
    BOOST_TEST(ran.out == "");
  }
  BOOST_TEST(!fs::exists(path() / "cables/new"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_written) {
  const Ran diff = run_shell(*this, kCheck + "--diff cables >/dev/full");
  BOOST_TEST(diff.exit == 2);
  BOOST_TEST(diff.error == "cablelint: standard output: cannot be written: No space left on device\n");
  // The shell's limit on the size of files stands in for a full disk.
  const Ran full =
      run_shell(*this,
                "{ cat cables/spoiled.txt; yes 'The fair went on.' | head -2000; } >big.txt; "
                "cp big.txt old.txt; trap '' XFSZ; ulimit -f 8; " +
                    kCheck + "-q --select DCL --in-place big.txt; echo $?; " + kCheck +
                    "-q --select DCL --fix-dir out big.txt; echo $?; cmp big.txt old.txt; ls -A out; ls -A");
  BOOST_TEST(full.out == "2\n2\nbig.txt\ncables\nold.txt\nout\n");
  BOOST_TEST(full.error ==
             "cablelint: big.txt: cannot be written: File too large\n"
             "cablelint: out/big.txt: cannot be written: File too large\n");
  write("blocked/cables", "a file where a folder must be");
  const Ran blocked = run_shell(*this, kCheck + "-q --select DCL --fix-dir blocked cables");
  BOOST_TEST(blocked.exit == 2);
  BOOST_TEST(blocked.error == "cablelint: blocked/cables/spoiled.txt: cannot be written: Not a directory\n");
  if (geteuid() == 0) {
    BOOST_TEST_MESSAGE("not as root: folders that may not be written");
    return;
  }
  const Ran closed = run_shell(*this, "mkdir closed; chmod 500 closed; " + kCheck +
                                          "--fix-dir closed cables; echo $?; chmod 500 cables; " + kCheck +
                                          "-q --select DCL --in-place cables; echo $?; chmod 700 cables");
  BOOST_TEST(closed.out == "2\n2\n");
  BOOST_TEST(closed.error ==
             "cablelint: --fix-dir closed: Permission denied\n"
             "cablelint: cables/spoiled.txt: cannot be written: Permission denied\n");
}

BOOST_AUTO_TEST_CASE(documents_that_cannot_be_read) {
  write("cables/picture.txt", std::string_view("\x89PNG\r\n\x1a\n\0\0\0", 11));
  const Ran ran = run_shell(*this, kCheck + "--diff cables gone.txt");
  BOOST_TEST(ran.exit == 2);
  BOOST_TEST(ran.out == "--- a/cables/spoiled.txt\n+++ b/cables/spoiled.txt\n" + std::string(kHunk));
  BOOST_TEST(ran.error ==
             "cablelint: cables/picture.txt: is an image, not text\n"
             "cablelint: gone.txt: no such file or folder\n");
}

BOOST_AUTO_TEST_CASE(a_reader_that_goes_away_is_no_fault) {
  const Ran ran =
      run_shell(*this,
                "i=0; while [ $i -lt 400 ]; do cp cables/spoiled.txt cables/$i.txt; i=$((i+1)); done; "
                "{ " +
                    kCheck + "--diff cables; echo $? >status; } | head -c 10; cat status");
  BOOST_TEST(ran.out == "--- a/cabl0\n");
  BOOST_TEST(ran.error == "");
}

BOOST_AUTO_TEST_SUITE_END()
