// Parsing time and memory grow with the input and no faster: each shape of text is parsed at three sizes, ten
// times apart. Exits with 1 when one grows faster.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cablelint/parse.hpp>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <limits>
#include <new>
#include <string>
#include <vector>

#include "tests/generator/generator.hpp"
#include "tests/property/mutation.hpp"
#include "tests/property/shipped.hpp"

namespace {
std::size_t allocated = 0;
}

[[gnu::noinline]] void* operator new(std::size_t size) {
  allocated += size;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t /*size*/) noexcept {
  std::free(memory);
}

namespace {

using namespace cablelint;

constexpr std::array<std::size_t, 3> kTimes{1, 10, 100};
constexpr double kMostTime = 1.2;
/// A vector that has just doubled holds twice what it needs.
constexpr double kMostMemory = 2.0;

constexpr std::string_view kHeader =
    "S E C R E T VESTHAVN 001755\n\nSIPDIS\n\nE.O. 12958: DECL: 04/26/2014\nTAGS: PREL\nSUBJECT: HERRING\n\n";
constexpr std::string_view kLine =
    "The herring quota holds, provided that Montavia keeps its promise on it.\n";

struct Shape {
  std::string name;
  std::function<std::string(std::size_t times)> text;
  bool several = false;  // parsed as a file of several cables
};

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  all.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

/// `begin`, then `count` times `unit` for each of the sizes, then `end`.
Shape row_of(std::string name, std::string_view begin, std::string_view unit, std::size_t count,
             std::string_view end = "\n") {
  return {std::move(name),
          [count, begin = std::string(begin), unit = std::string(unit), end = std::string(end)](
              std::size_t times) { return begin + repeated(unit, count * times) + end; }};
}

std::string numbered(std::string_view begin, std::string_view before, std::string_view behind,
                     std::size_t count) {
  std::string all(begin);
  for (std::size_t i = 1; i <= count; ++i) all += fmt::format("{}{}{}", before, i, behind);
  return all;
}

std::vector<Shape> plain_shapes() {
  const std::string header(kHeader);
  std::vector<Shape> shapes{
      {"paragraphs",
       [=](std::size_t times) {
         return numbered(header, "", ". (C) " + repeated(kLine, 5) + "\n", 10 * times);
       }},
      row_of("lines of one paragraph", header + "1. (C) ", kLine, 50),
      row_of("one long line", header + "1. (C) ", "herring quota ", 300),
      row_of("one word", header + "1. (C) ", "x", 4000),
      row_of("marks of paragraphs", header, "1. (C) (S/NF) (S/REL FRANCE)\n\n", 100),
      row_of("marks in a row", header + "1. ", "(S/NF) ", 500),
      row_of("brackets in a row", header + "1. ", "(", 4000),
      row_of("controls of one mark", header + "1. (S", "/NF", 1000, ") Text\n"),
      row_of("marks without numbers", header, "(C) Text\n\n", 400),
      row_of("blank lines", header, "\n", 4000),
      row_of("lines of blanks", header, "   \n", 1000),
      row_of("blanks", header, " ", 4000),
      row_of("CR", header, "\r", 4000),
      row_of("bytes beyond ASCII", header + "1. (C) ", "\xC2\xB6", 2000),
      row_of("TAGS known", "SECRET\nTAGS: ", "PREL, PGOV, ", 300),
      {"TAGS unknown",
       [](std::size_t times) { return numbered("SECRET\nTAGS: ", "ZQ", "X, ", 500 * times) + "\n"; }},
      row_of("TAGS run together", "SECRET\nTAGS: ", "PRELPGOV", 500),
      row_of("TAGS lines", "SECRET\nTAGS: PREL,\n", "PGOV, MARR,\n", 300),
      {"REF items",
       [](std::size_t times) { return numbered("SECRET\nREF: ", "A. VESTHAVN ", "\n", 250 * times); }},
      row_of("REF items on one line", "SECRET\nREF: ", "A) 03 VESTHAVN 470 (NOTAL) ", 150),
      row_of("REF words", "SECRET\nREF: ", "LETTER OF THE MINISTER ", 200),
      row_of("SUBJECT lines", "SECRET\nSUBJECT: ", "THE HERRING QUOTA\n", 200),
      row_of("SUBJECT on one line", "SECRET\nSUBJECT: ", "THE HERRING QUOTA ", 200),
      row_of("Classified By words", "SECRET\nClassified By: ", "Political Counselor ", 200),
      row_of("Classified By names", "SECRET\nClassified By: ", "Pat Example, ", 300),
      row_of("reasons", "SECRET\nClassified By: Pat Example\nReasons: 1.4 ", "(b) and ", 500),
      row_of("E.O. line", "SECRET\nE.O. 12958: DECL: ", "X1, ", 1000),
      row_of("captions", "SECRET\n", "SIPDIS NOFORN ", 300),
      row_of("caption lines", "SECRET\n", "SIPDIS\n", 500),
      row_of("REF fields", "SECRET\n", "REF: A. VESTHAVN 12\n", 200),
      row_of("REF items apart", "SECRET\nREF: A. VESTHAVN 12\n\n", "B. VESTHAVN 12\n\n", 200),
      row_of("TAGS fields", "SECRET\n", "TAGS: PREL\n", 400),
      row_of("SUBJECT fields", "SECRET\n", "SUBJECT: HERRING\n\nQUOTA\n", 200),
      row_of("E.O. lines", "SECRET\n", "E.O. 12958: DECL: 04/26/2014\n", 150),
      row_of("E.O. lines that wrap", "SECRET\n", "E.O. 12958: DECL:\nCLOSURE\n", 150),
      row_of("Classified By fields", "SECRET\n", "Classified By: Pat Example\nReason: 1.4 (b)\n", 100),
      row_of("addressees", "FM AMEMBASSY VESTHAVN\nTO ", "RUEHC/SECSTATE WASHDC PRIORITY 5178\n", 100),
      row_of("addressees on one line", "FM AMEMBASSY VESTHAVN TO ", "RUEHC/SECSTATE WASHDC PRIORITY 5178 ",
             100),
      row_of("routing indicators", "VZCZCXRO7546\nPP ", "RUEHVH ", 500, "\nDE RUEHQK #1851 1731516\n"),
      row_of("underlines", header, "- - - - - - - - -\n", 200),
      row_of("page headers", header + "1. (C) Text\n", "PAGE 02 VESTHAVN 01755 01 OF 03 060018Z\n", 100),
      row_of("classification lines", "", "S E C R E T SECTION 01 OF 02 VESTHAVN 001755\n", 80),
      row_of("cuts", header + "1. (C) ", "[1 paragraph (5 lines of text) not declassified] ", 80),
      row_of("words of one bracket", header + "1. (C) [", "herring ", 500, "]"),
      row_of("open brackets", header + "1. (C) ", "[", 4000),
      row_of("exemption codes", header + "1. (C) [2 lines deleted]", " (b)(6) text", 300),
      row_of("codes in the margin", header + "1. (C) [2 lines deleted]\n", "text    B1, 1.4(D)\n", 200),
      row_of("boxes", header + "1. (C) ", "\xE2\x96\x88 text ", 400),
      row_of("release stamps", header, "RELEASED IN PART B1, 1.4(D)\n", 100),
      row_of("web page", header + "<pre>", "<p>Text</p>&nbsp;<br>\n", 200),
      row_of("mail", "", "From: desk@example\nReceived: by example\n", 100),
  };
  Shape cables{"cables in one file", {}, true};
  cables.text = [](std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < 2 * times; ++i) all += generator::generate(42, i % 10, {}).text + "\n";
    return all;
  };
  shapes.push_back(std::move(cables));
  Shape trailers =
      row_of("ends of messages", "", "S E C R E T VESTHAVN 001755\nTAGS: PREL\n1. (C) x\nNNNN\n", 80);
  trailers.several = true;
  shapes.push_back(std::move(trailers));
  return shapes;
}

/// Every fragment of the random tests, in a row where it may do the most harm.
std::vector<Shape> fragment_shapes() {
  std::vector<Shape> shapes;
  for (const std::string_view fragment : tests::kFragments) {
    if (fragment.empty()) continue;
    const std::size_t count = 2000 / (fragment.size() + 1) + 1;
    std::string shown;
    for (const char c : fragment)
      shown +=
          c >= ' ' && c <= '~' ? std::string(1, c) : fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
    const std::string unit(fragment);
    shapes.push_back(row_of("fragment '" + shown + "'", "", unit, count));
    shapes.push_back(row_of("fragment lines '" + shown + "'", "", unit + "\n", count));
    shapes.push_back(
        row_of("fragment field '" + shown + "'", "SECRET\nSUBJECT: x\nREF: ", unit + " ", count));
    shapes.push_back(
        row_of("fragment text '" + shown + "'", std::string(kHeader) + "1. (C) ", unit + "\n", count));
    shapes.back().several = true;
  }
  return shapes;
}

class Meter {
 public:
  explicit Meter(const Parser& parser) : parser_(parser) {}

  /// Seconds of processor time of the quickest run, `best` among them.
  double time(const Shape& shape, const std::string& text, double best) {
    constexpr std::clock_t kShortest = CLOCKS_PER_SEC / 3000;
    int runs = 0;
    const std::clock_t begin = std::clock();
    std::clock_t end = begin;
    do {
      parse(shape, text, cable_);
      ++runs;
      end = std::clock();
    } while (end - begin < kShortest);
    return std::min(best, static_cast<double>(end - begin) / CLOCKS_PER_SEC / runs);
  }

  /// Bytes that a parse with nothing to reuse takes from the heap.
  std::size_t memory(const Shape& shape, const std::string& text) const {
    Cable cable;
    const std::size_t before = allocated;
    parse(shape, text, cable);
    return allocated - before;
  }

 private:
  void parse(const Shape& shape, const std::string& text, Cable& cable) const {
    const Source source = Source::borrow("cable", text);
    if (shape.several) {
      parser_.parse_each(source, cable, [](const Cable&) {});
    } else {
      parser_.parse(source, cable);
    }
  }

  const Parser& parser_;
  Cable cable_;
};

struct Measured {
  std::string name;
  std::array<double, kTimes.size()> bytes{}, seconds{}, memory{};

  /// How much more a byte costs at the largest size than at the one before.
  [[nodiscard]] double time_growth() const { return seconds[2] * bytes[1] / (seconds[1] * bytes[2]); }
  [[nodiscard]] double memory_growth() const { return memory[2] * bytes[1] / (memory[1] * bytes[2]); }
  [[nodiscard]] bool linear() const { return time_growth() <= kMostTime && memory_growth() <= kMostMemory; }
};

Measured measure(Meter& meter, const Shape& shape) {
  constexpr int kRounds = 5;
  constexpr int kMostRounds = 100;  // others may be using the processor: only what stays slow is slow
  Measured measured{shape.name, {}, {}, {}};
  measured.seconds.fill(std::numeric_limits<double>::max());
  std::array<std::string, kTimes.size()> texts;
  for (std::size_t i = 0; i < kTimes.size(); ++i) {
    texts[i] = shape.text(kTimes[i]);
    measured.bytes[i] = static_cast<double>(texts[i].size());
    measured.memory[i] = static_cast<double>(meter.memory(shape, texts[i]));
  }
  for (int round = 0; round < kRounds || (round < kMostRounds && measured.time_growth() > kMostTime); ++round)
    for (std::size_t i = 0; i < kTimes.size(); ++i)
      measured.seconds[i] = meter.time(shape, texts[i], measured.seconds[i]);
  return measured;
}

void print(const Measured& m) {
  fmt::print("| {} | {:.0f} | {:.2f} | {:.2f} | {:.2f} | {:.2f} | {:.1f} | {:.1f} | {:.1f} |{}\n", m.name,
             m.bytes[0] / 1000, 1e9 * m.seconds[0] / m.bytes[0], 1e9 * m.seconds[1] / m.bytes[1],
             1e9 * m.seconds[2] / m.bytes[2], m.time_growth(), m.memory[0] / m.bytes[0],
             m.memory[1] / m.bytes[1], m.memory[2] / m.bytes[2], m.linear() ? "" : " not linear");
  std::fflush(stdout);
}

}  // namespace

int main() {
  const Parser parser(tests::shipped_rules().vocabulary());
  Meter meter(parser);
  bool linear = true;
  fmt::print(
      "| shape | kB | ns/byte | at 10x | at 100x | growth | bytes allocated/byte | at 10x | at 100x |\n"
      "|---|---|---|---|---|---|---|---|---|\n");
  for (const Shape& shape : plain_shapes()) {
    const Measured measured = measure(meter, shape);
    print(measured);
    linear = linear && measured.linear();
  }
  // Of the fragments those that are not linear, and the one that comes nearest to it.
  Measured worst;
  for (const Shape& shape : fragment_shapes()) {
    Measured measured = measure(meter, shape);
    if (!measured.linear()) print(measured);
    linear = linear && measured.linear();
    if (worst.name.empty() || measured.time_growth() > worst.time_growth()) worst = std::move(measured);
  }
  print(worst);
  return linear ? 0 : 1;
}
