#include <boost/test/unit_test.hpp>
#include <cablelint/input/file_kind.hpp>
#include <string>

namespace {

using cablelint::Compression;
using cablelint::Content;
using cablelint::FileKind;

}  // namespace

BOOST_AUTO_TEST_SUITE(file_kind_test)

BOOST_AUTO_TEST_CASE(names) {
  const struct {
    const char* name;
    FileKind kind;
  } cases[] = {
      {"a.txt", {Content::cables, Compression::none, true}},
      {"a.CABLE", {Content::cables, Compression::none, true}},
      {"a/b.jsonl", {Content::json_lines, Compression::none, true}},
      {"a.NDJSON.Gz", {Content::json_lines, Compression::gzip, true}},
      {"a.csv.zst", {Content::csv, Compression::zstd, true}},
      {"a.txt.gz", {Content::cables, Compression::gzip, true}},
      {"a.tar", {Content::tar, Compression::none, true}},
      {"a.tgz", {Content::tar, Compression::gzip, true}},
      {"a.tar.zst", {Content::tar, Compression::zstd, true}},
      {"a.gz", {Content::cables, Compression::gzip, false}},
      {"a.zst", {Content::cables, Compression::zstd, false}},
      {"a.json", {Content::cables, Compression::none, false}},
      {"txt", {Content::cables, Compression::none, false}},
      {"", {Content::cables, Compression::none, false}},
      {"-", {Content::cables, Compression::none, false}},
  };
  for (const auto& each : cases) {
    const FileKind kind = cablelint::kind_of_name(each.name);
    BOOST_TEST((kind.content == each.kind.content), each.name);
    BOOST_TEST((kind.compression == each.kind.compression), each.name);
    BOOST_TEST(kind.listed == each.kind.listed, each.name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
