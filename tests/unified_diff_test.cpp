#include <cablelint/unified_diff.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace cablelint;

/// Fixes by what goes, from the begin of the text on, and what comes.
std::string diff(std::string_view bytes, const std::vector<std::pair<std::string_view, std::string>>& changes,
                 std::string_view name = "a.txt") {
  std::vector<Fix> fixes;
  std::size_t from = 0;
  for (const auto& [gone, come] : changes) {
    const std::size_t at = bytes.find(gone, from);
    BOOST_REQUIRE(at != std::string_view::npos);
    fixes.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(gone.size())}, come, {}});
    from = at + gone.size();
  }
  std::string out;
  append_unified_diff(out, name, bytes, fixes);
  return out;
}

constexpr std::string_view kHead = "--- a/a.txt\n+++ b/a.txt\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(unified_diff_test)

BOOST_AUTO_TEST_CASE(hunks) {
  const struct {
    std::string_view bytes;
    std::vector<std::pair<std::string_view, std::string>> changes;
    std::string_view hunks;
  } table[] = {
      {"one\n", {{"n", "N"}}, "@@ -1 +1 @@\n-one\n+oNe\n"},
      {"one",
       {{"n", "N"}},
       "@@ -1 +1 @@\n-one\n\\ No newline at end of file\n+oNe\n\\ No newline at end of file\n"},
      {"1\n2\n3\n4\n5\n6\n7\n8\n9\n", {{"5", "V"}}, "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+V\n 6\n 7\n 8\n"},
      {"1\n2\n3", {{"1", "I"}}, "@@ -1,3 +1,3 @@\n-1\n+I\n 2\n 3\n\\ No newline at end of file\n"},
      // A line that goes, and lines that stay although the change begins or ends in them.
      {"1\n2\n3\n", {{"2\n", ""}}, "@@ -1,3 +1,2 @@\n 1\n-2\n 3\n"},
      {"X\n\nX\n3\n", {{"\n\nX", ""}}, "@@ -1,4 +1,2 @@\n-X\n-\n X\n 3\n"},
      {"1\n", {{"1\n", ""}}, "@@ -1 +0,0 @@\n-1\n"},
      // A line end that moves, two changes in a line, an insertion.
      {"REA\nSONS 1\n", {{"REA\nSONS ", "REASONS\n"}}, "@@ -1,2 +1,2 @@\n-REA\n-SONS 1\n+REASONS\n+1\n"},
      {"[A] [B]\n", {{"[", ""}, {"]", ""}, {"[", ""}, {"]", ""}}, "@@ -1 +1 @@\n-[A] [B]\n+A B\n"},
      {"1\n2\n", {{"1\n", "1\n1a\n"}}, "@@ -1,2 +1,3 @@\n 1\n+1a\n 2\n"},
      // Far from each other or not.
      {"a\n2\n3\n4\n5\n6\n7\nb\n",
       {{"a\n", ""}, {"b", "B"}},
       "@@ -1,8 +1,7 @@\n-a\n 2\n 3\n 4\n 5\n 6\n 7\n-b\n+B\n"},
      {"a\n2\n3\n4\n5\n6\n7\n8\nb\n",
       {{"a\n", ""}, {"b", "B"}},
       "@@ -1,4 +1,3 @@\n-a\n 2\n 3\n 4\n@@ -6,4 +5,4 @@\n 6\n 7\n 8\n-b\n+B\n"},
      // Any bytes.
      {"a\r\n\xFF b\r\n", {{"b", "c"}}, "@@ -1,2 +1,2 @@\n a\r\n-\xFF b\r\n+\xFF c\r\n"},
  };
  for (const auto& row : table)
    BOOST_TEST(diff(row.bytes, row.changes) == std::string(kHead) + std::string(row.hunks));
  BOOST_TEST(diff("one\n", {}) == "");
}

BOOST_AUTO_TEST_CASE(names) {
  const struct {
    std::string_view name, lines;
  } table[] = {
      {"cables/a.txt", "--- a/cables/a.txt\n+++ b/cables/a.txt\n"},
      {"./a.txt", "--- a/a.txt\n+++ b/a.txt\n"},
      {"/cables/a.txt", "--- a/cables/a.txt\n+++ b/cables/a.txt\n"},
      {"a b.txt", "--- a/a b.txt\t\n+++ b/a b.txt\t\n"},
      {"\x1b[2J\n\"\\.txt", "--- \"a/\\033[2J\\012\\\"\\\\.txt\"\n+++ \"b/\\033[2J\\012\\\"\\\\.txt\"\n"},
      {"caf\xC3\xA9", "--- \"a/caf\\303\\251\"\n+++ \"b/caf\\303\\251\"\n"},
  };
  for (const auto& row : table)
    BOOST_TEST(diff("1\n", {{"1", "2"}}, row.name) == std::string(row.lines) + "@@ -1 +1 @@\n-1\n+2\n");
}

BOOST_AUTO_TEST_SUITE_END()
