#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cablelint/document_stream.hpp>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/program.hpp"

namespace {

using namespace std::literals;
using cablelint::BatchReader;
using cablelint::DocumentBatch;
using cablelint::DocumentStream;
using cablelint::ReadOptions;
using cablelint::tests::run_shell;
using cablelint::tests::TemporaryFolder;

constexpr std::string_view kLine = R"({"id":"A","text":"one\ntwo"})"
                                   "\n";

/// One line a document: "NAME (CONTAINER:LINE): BYTES" or "NAME (CONTAINER:LINE) problem: WHY".
std::string documents(const std::vector<std::string>& paths, const ReadOptions& options = {},
                      std::size_t at_once = 1) {
  DocumentStream stream(paths, options);
  DocumentBatch batch;
  BatchReader reader;
  std::string text;
  while (stream.next(batch, at_once)) {
    reader.begin(batch);
    for (auto read = reader.next(1); !read.empty(); read = reader.next(1)) {
      const auto& [input, bytes] = read.front();
      text += input->name;
      if (!input->container.empty()) text += " (" + input->container;
      if (input->line > 0) text += ':' + std::to_string(input->line);
      if (!input->container.empty()) text += ')';
      text += input->problem.empty() ? ": " + std::string(bytes) : " problem: " + input->problem;
      text += '\n';
    }
  }
  return text;
}

/// A folder that is the working directory while it is there.
struct InFolder : TemporaryFolder {
  InFolder() { std::filesystem::current_path(path()); }
  ~InFolder() { std::filesystem::current_path(before_); }
  InFolder(const InFolder&) = delete;
  InFolder& operator=(const InFolder&) = delete;

  /// Runs a command that must succeed.
  void shell(const std::string& command) const {
    const auto ran = run_shell(*this, command);
    BOOST_REQUIRE_MESSAGE(ran.exit == 0, command << ": " << ran.error);
  }

 private:
  std::filesystem::path before_ = std::filesystem::current_path();
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_stream_test, InFolder)

BOOST_AUTO_TEST_CASE(json_lines) {
  write("a.jsonl", "\xEF\xBB\xBF" + std::string(kLine) + "\r\n  \n{\"id\":\"B\",\"text\":\"x\"}\r\n" +
                       "{\"id\":\"C\"}\n{\"id\":\"../D\",\"text\":\"\"}");
  write("b.txt", "plain");
  BOOST_TEST(documents({"a.jsonl", "b.txt"}) ==
             "A (a.jsonl:1): one\ntwo\n"
             "B (a.jsonl:4): x\n"
             "a.jsonl (a.jsonl:5) problem: line 5: has no `text`\n"
             "../D (a.jsonl:6): \n"
             "b.txt: plain\n");
}

BOOST_AUTO_TEST_CASE(csv) {
  write("a.csv", "\xEF\xBB\xBFnumber,body,x\r\n1,\"a \"\"b\"\"\nc\",\r\n\r\n2,d\r\n3,e,f\n4,\"g\nh");
  BOOST_TEST(documents({"a.csv"}, {.columns = {"number", "body"}}) ==
             "1 (a.csv:2): a \"b\"\nc\n"
             "a.csv (a.csv:5) problem: line 5: has 2 fields, but there are 3 columns\n"
             "3 (a.csv:6): e\n"
             "a.csv (a.csv:7) problem: line 7: a quote is opened and never closed\n");
  BOOST_TEST(
      documents({"a.csv"}) ==
      "a.csv (a.csv:1) problem: line 1: there is no column `id` but number, body, x; say which columns "
      "hold the cables with --csv-columns id=NAME,text=NAME\n");
  write("head.csv", "id,text");
  BOOST_TEST(documents({"head.csv"}) == "");
}

BOOST_AUTO_TEST_CASE(compressed) {
  write("a.txt", "plain");
  write("a.jsonl", kLine);
  write("a.csv", "id,text\nB,x\n");
  shell("gzip -k a.txt; gzip -k a.jsonl; zstd -q a.csv a.txt; cat a.jsonl.gz a.jsonl.gz > two.jsonl.gz");
  shell("cp a.txt.gz plain.gz; { cat a.txt.gz; head -c 20 /dev/zero; } > padded.txt.gz");
  BOOST_TEST(documents({"a.txt.gz", "a.txt.zst", "a.jsonl.gz", "a.csv.zst", "two.jsonl.gz", "plain.gz",
                        "padded.txt.gz"}) ==
             "B (a.csv.zst:2): x\n"
             "A (a.jsonl.gz:1): one\ntwo\n"
             "a.txt.gz (a.txt.gz): plain\n"
             "a.txt.zst (a.txt.zst): plain\n"
             "padded.txt.gz (padded.txt.gz): plain\n"
             "plain.gz (plain.gz): plain\n"
             "A (two.jsonl.gz:1): one\ntwo\n"
             "A (two.jsonl.gz:2): one\ntwo\n");
}

BOOST_AUTO_TEST_CASE(damaged_compression) {
  write("a.jsonl", kLine);
  write("a.txt", "plain");
  shell("gzip -nk a.jsonl; gzip -nk a.txt; zstd -q a.txt; head -c 30 a.jsonl.gz > cut.jsonl.gz");
  shell("head -c 20 a.txt.gz > cut.txt.gz; head -c 12 a.txt.zst > cut.txt.zst; cp a.txt not.txt.gz");
  shell("cp a.txt not.txt.zst; { cat a.jsonl.gz; echo junk; } > junk.jsonl.gz; : > none.txt.gz");
  // A wrong check sum.
  std::string sum = read("a.jsonl.gz");
  sum[sum.size() - 8] = static_cast<char>(sum[sum.size() - 8] ^ 1);
  write("sum.jsonl.gz", sum);
  BOOST_TEST(documents({"cut.jsonl.gz", "cut.txt.gz", "cut.txt.zst", "not.txt.gz", "not.txt.zst",
                        "junk.jsonl.gz", "none.txt.gz", "sum.jsonl.gz"}) ==
             "cut.jsonl.gz (cut.jsonl.gz) problem: is cut off: its last gzip stream has no end\n"
             "cut.txt.gz (cut.txt.gz) problem: is cut off: its last gzip stream has no end\n"
             "cut.txt.zst (cut.txt.zst) problem: is cut off: its last zstd frame has no end\n"
             "A (junk.jsonl.gz:1): one\ntwo\n"
             "junk.jsonl.gz (junk.jsonl.gz) problem: is not sound gzip: incorrect header check; nothing was "
             "read from line 2 on\n"
             "none.txt.gz (none.txt.gz) problem: is empty, not compressed with gzip\n"
             "not.txt.gz (not.txt.gz) problem: is not sound gzip: incorrect header check\n"
             "not.txt.zst (not.txt.zst) problem: is not sound zstd: Unknown frame descriptor\n"
             "A (sum.jsonl.gz:1): one\ntwo\n"
             "sum.jsonl.gz (sum.jsonl.gz) problem: is not sound gzip: incorrect data check; nothing was read "
             "from line 2 on\n");
}

BOOST_AUTO_TEST_CASE(archives) {
  const std::string deep = std::string(90, 'd') + '/' + std::string(90, 'e') + '/' + std::string(90, 'f');
  for (const std::string& name :
       {"x/a.txt"s, "x/readme.md"s, "x/.hidden/a.txt"s, "x/.a.txt"s, "x/" + deep + ".txt"})
    write(name, "plain");
  write("x/b.jsonl", std::string(kLine) + "{}\n");
  write("x/truth.jsonl", "{\"file\":\"a\"}\n");
  write("x/c.csv", "id,text\nC,x\n");
  write("x/findings.csv", "rule,level\nA,x\n");
  write("x/n\n=\".txt", "plain");
  write("x/p.txt", "%PDF-1");
  write("x/z.txt.gz", "\x1F\x8B");
  shell("ln -s a.txt x/link.txt; ln x/a.txt x/zhard.txt; mkfifo x/pipe.txt");
  const std::string base = "--sort=name --exclude=./x/link.txt/ ";
  const std::string wanted =
      "t/x/a.txt (t): plain\n"
      "A (t/x/b.jsonl:1): one\ntwo\n"
      "t/x/b.jsonl (t/x/b.jsonl:2) problem: line 2: has no `id`\n"
      "C (t/x/c.csv:2): x\n"
      "t/x/" +
      deep +
      ".txt (t): plain\n"
      "t/x/n\n=\".txt (t): plain\n"
      "t/x/p.txt (t) problem: is a PDF document, not text; extract its text first\n"
      "t/x/z.txt.gz (t) problem: is packed once more inside an archive; unpack it first\n";
  for (const char* format : {"gnu", "pax", "ustar"}) {
    for (const char* packed : {"tar", "tar.gz", "tgz", "tar.zst"}) {
      const std::string name = std::string(format) + '.' + packed;
      // ustar has no room for such a name, which is longer than 256 bytes.
      const bool long_names = format != "ustar"sv;
      shell("tar " + base + (long_names ? "" : "--exclude='*ffff.txt' ") + "--format=" + format + " -caf " +
            name + " ./x");
      std::string expected = wanted;
      if (!long_names) {
        const std::size_t at = expected.find("t/x/" + deep);
        expected.erase(at, expected.find('\n', at) + 1 - at);
      }
      for (std::size_t at = 0; (at = expected.find("t/x/", at)) != std::string::npos; at += name.size())
        expected.replace(at, 1, name);
      for (std::size_t at = 0; (at = expected.find("(t)", at)) != std::string::npos; at += name.size())
        expected.replace(at + 1, 1, name);
      BOOST_TEST(documents({name}) == expected);
      BOOST_TEST(documents({name}, {}, 16) == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(hostile_and_damaged_archives) {
  write("a.txt", "plain");
  write("b.txt", std::string(2000, 'x'));
  write("none.md", "x");
  shell("tar -cf up.tar --transform='s,^,../,' -P a.txt; tar -cf root.tar --transform='s,^,/etc/,' -P a.txt");
  shell("tar -cf ab.tar a.txt b.txt; head -c 3000 ab.tar > cut.tar; head -c 3584 ab.tar > open.tar");
  shell("tar -cf none.tar none.md; head -c 700 b.txt > not.tar; : > empty.tar; mkdir folder.tar");
  std::string sum = read("ab.tar");
  sum[1024] = 'c';
  write("sum.tar", sum);
  BOOST_TEST(documents({"up.tar", "root.tar", "none.tar", "not.tar", "empty.tar", "sum.tar", "gone.tar"}) ==
             "empty.tar (empty.tar) problem: is empty, not a tar archive\n"
             "gone.tar (gone.tar) problem: no such file or folder\n"
             "none.tar (none.tar) problem: holds no cables (*.txt, *.cable) and no records of them\n"
             "not.tar (not.tar) problem: is not a sound tar archive: byte 0 begins no member\n"
             "root.tar//etc/a.txt (root.tar): plain\n"
             "sum.tar/a.txt (sum.tar): plain\n"
             "sum.tar (sum.tar) problem: is not a sound tar archive: byte 1024 begins no member\n"
             "up.tar/../a.txt (up.tar): plain\n");
  BOOST_TEST(documents({"cut.tar"}) ==
             "cut.tar/a.txt (cut.tar): plain\n"
             "cut.tar/b.txt (cut.tar) problem: is cut off inside a member\n"
             "cut.tar (cut.tar) problem: is cut off inside a member\n");
  BOOST_TEST(documents({"open.tar"})
                 .ends_with("\nopen.tar (open.tar) problem: is cut off: the archive has no end\n"));
}

BOOST_AUTO_TEST_CASE(what_is_no_file_of_records) {
  write("empty.jsonl", "");
  write("utf16.jsonl", "\xFF\xFE{\0"sv);
  write("binary.csv", std::string(100, '\0'));
  shell("mkfifo pipe.jsonl; mkdir folder.csv");
  BOOST_TEST(
      documents({"empty.jsonl", "utf16.jsonl", "binary.csv", "pipe.jsonl", "gone.csv"}) ==
      "binary.csv (binary.csv) problem: is binary, not text: 100 of its first 100 bytes are NUL; UTF-16 "
      "text must be converted to UTF-8 first\n"
      "empty.jsonl (empty.jsonl) problem: is empty; it holds no records\n"
      "gone.csv (gone.csv) problem: no such file or folder\n"
      "pipe.jsonl (pipe.jsonl) problem: is a pipe, not a file; to check what it gives use `-` and "
      "standard input\n"
      "utf16.jsonl (utf16.jsonl) problem: is UTF-16 text; convert it to UTF-8 first\n");
}

BOOST_AUTO_TEST_CASE(folders) {
  write("x/a.txt", "plain");
  write("x/b.jsonl", kLine);
  write("x/truth.jsonl", "{\"file\":\"a\",\"text\":\"x\"}\n");
  write("x/empty.jsonl", "");
  write("x/c.csv", "id,text\nC,x\n");
  write("x/findings.csv", "rule,level\nA,x\n");
  write("x/bad.jsonl", "{\n");
  shell("cd x && tar -cf d.tar a.txt && gzip -nk a.txt && ln -s loop.jsonl loop.jsonl && mkfifo pipe.jsonl");
  BOOST_TEST(documents({"x"}) == "x/a.txt: plain\n");
  ReadOptions all;
  all.walk.containers = true;
  BOOST_TEST(
      documents({"x"}, all) ==
      "x/a.txt: plain\n"
      "x/a.txt.gz (x/a.txt.gz): plain\n"
      "A (x/b.jsonl:1): one\ntwo\n"
      "x/bad.jsonl (x/bad.jsonl:1) problem: line 1: is not JSON: brackets, commas or quotes are not where "
      "they should be\n"
      "C (x/c.csv:2): x\n"
      "x/d.tar/a.txt (x/d.tar): plain\n");
  BOOST_TEST(documents({"x/truth.jsonl"}) ==
             "x/truth.jsonl (x/truth.jsonl:1) problem: line 1: has no `id`\n");
  write("none/a.md", "x");
  BOOST_TEST(documents({"none"}, all) ==
             "none problem: no cables (*.txt, *.cable, *.jsonl, *.csv, *.tar) found\n");
}

BOOST_AUTO_TEST_CASE(batches_of_any_size_give_the_same) {
  std::string lines;
  std::string table = "id,text\r\n";
  for (int number = 0; number < 3000; ++number) {
    const std::string id = std::to_string(number);
    const std::string text(static_cast<std::size_t>(number % 700), static_cast<char>('a' + number % 26));
    lines += number % 50 == 0 ? "{\n\n" : "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
    table += number % 50 == 0 ? "x\n\n" : '"' + id + "\",\"" + text + "\n\"\r\n";
  }
  write("a.jsonl", lines);
  write("b.csv", table);
  const std::string one = documents({"a.jsonl", "b.csv"});
  BOOST_TEST(one.find("\n2999 (a.jsonl:3060): ") != std::string::npos);
  BOOST_TEST((documents({"a.jsonl", "b.csv"}, {}, 3) == one));
  BOOST_TEST((documents({"a.jsonl", "b.csv"}, {}, 16) == one));
}

BOOST_AUTO_TEST_CASE(damaged_bytes_are_read_the_same_in_any_batches) {
  std::string lines;
  std::string table = "id,text\n";
  for (int number = 0; number < 200; ++number) {
    const std::string id = std::to_string(number);
    lines += "{\"id\":\"" + id + "\",\"text\":\"" + std::string(200, 'x') + "\"}\n";
    table += id + ",\"" + std::string(100, 'x') + "\n" + std::string(100, '"') + "\"\n";
  }
  write("a.jsonl", lines);
  write("b.csv", table);
  write("c.txt", lines);
  shell("tar --format=pax -cf d.tar a.jsonl c.txt b.csv; gzip -1k b.csv; zstd -q a.jsonl");
  std::mt19937 random(6);  // the same numbers everywhere
  for (const char* name : {"a.jsonl", "b.csv", "d.tar", "b.csv.gz", "a.jsonl.zst"}) {
    const std::string sound = read(name);
    const std::string damaged = "damaged-" + std::string(name);
    for (int round = 0; round < 60; ++round) {
      std::string bytes = sound;
      for (std::uint32_t change = random() % 4; change < 4; ++change) {
        constexpr std::string_view kSigns = "\"\n,{}\\\0\xFF"sv;
        // Headers of archives stand at their beginning.
        const std::size_t span = round % 2 == 0 ? bytes.size() : std::min<std::size_t>(bytes.size(), 2000);
        bytes[random() % span] = kSigns[random() % kSigns.size()];
      }
      if (round % 5 == 0) bytes.resize(random() % bytes.size());
      write(damaged, bytes);
      const bool same = documents({damaged}) == documents({damaged}, {}, DocumentStream::kMostAtOnce);
      BOOST_TEST(same, name << " in round " << round);
    }
  }
}

BOOST_AUTO_TEST_CASE(records_have_a_bound) {
  // 64 MiB and some bytes.
  const std::string head = "{ head -c 67200000 /dev/zero | tr '\\0' x; ";
  shell("{ printf '{\"id\":\"A\",\"text\":\"'; " + head + "}; printf '\"}\\n'; printf '%s\\n' '" +
        R"({"id":"B","text":"x"})" + "'; } > a.jsonl");
  shell("{ printf 'id,text\\nA,\"\\n'; " + head + "}; printf '\"\\nB,x\\n'; } > a.csv");
  shell(head + "} | gzip -1 > a.txt.gz");
  BOOST_TEST(documents({"a.jsonl", "a.csv", "a.txt.gz"}, {}, 16) ==
             "a.csv (a.csv:2) problem: line 2: the record is too long: it may have 67108864 bytes\n"
             "B (a.csv:4): x\n"
             "a.jsonl (a.jsonl:1) problem: line 1: the record is too long: it may have 67108864 bytes\n"
             "B (a.jsonl:2): x\n"
             "a.txt.gz (a.txt.gz) problem: is too large: unpacked, a compressed document may have 67108864 "
             "bytes\n");
}

BOOST_AUTO_TEST_SUITE_END()
