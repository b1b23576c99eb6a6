#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/generator/random.hpp"

namespace cablelint::tests {

/// Fragments of lines that the grammar looks for, whole and broken.
inline constexpr std::string_view kFragments[] = {
    "[2 lines not declassified]",
    "[1 paragraph (5-1/2 lines",
    "(b)(6)",
    "B1, 1.4(D)",
    "B3 INA",
    "RELEASED IN PART ",
    "Page Denied",
    "\xE2\x96\x88\xE2\x96\x88",
    "XXXXXXXXXXXX",
    "____",
    "S E C R E T ",
    "C O N F I D E N T I A L",
    "CONFIDENTIAL ",
    "UNCLAS ",
    "T O P  S E C R E T",
    "LIMITED OFFICIAL USE",
    "SECTION 01 OF 02 ",
    " VESTHAVN 001755",
    "VESTHAVN 00001755 002 OF 002",
    "SIPDIS",
    "NOFORN",
    "EXDIS",
    "E.O. 12958: ",
    "E.O. 11652: GDS",
    "e.o.",
    "E O 12356",
    "DECL: ",
    "DECL:",
    "04/26/2014",
    "13/45/20",
    "OADR",
    "X1, X5",
    "25X1",
    "50X1-HUM",
    "+10 YEARS",
    "DNG: CO 01/02/2003",
    "N/A",
    "TAGS: ",
    "TAGS",
    "PREL",
    "[PGOV](#)",
    "[](",
    "OVIP (",
    "KDEM,",
    "SUBJECT: ",
    "SUBJ",
    "REF: ",
    "REFS",
    "A) ",
    "(B) ",
    "STATE 26179",
    "03 VESTHAVN 470",
    "(NOTAL)",
    "Classified By: ",
    "CLASSIFIED BY",
    "Derived From: ",
    "REASONS 1.4 (b) and (d).",
    "1.5",
    "1.4 (",
    "reason",
    "1. ",
    "11. ",
    "- ",
    "\\P ",
    "\xC2\xB6",
    "(C) ",
    "(S/NF)",
    "(N/SF)",
    "C) ",
    "(",
    ")",
    "(U//FOUO)",
    "C - ENTIRE TEXT",
    "- - - - -",
    "-----",
    "=====",
    "NNNN",
    "BT",
    "#1851",
    "VZCZCXRO7546",
    "PP RUEHQK RUEHVH",
    "DE RUEHQK #1851 1731516",
    "ZNY CCCCC ZZH",
    "ZNR UUUUU",
    "P 221516Z JUN 06",
    "O 311299Z FEB",
    "FM AMEMBASSY VESTHAVN",
    "TO RUEHC/SECSTATE WASHDC PRIORITY 5178",
    "INFO ",
    "XMT ",
    "RUEHVH/AMEMBASSY",
    "PAGE 02 VESTHAVN",
    "2004VESTHAVN01636 - Classification: SECRET",
    "This record is a partial extract of the original cable",
    "HARGROVE",
    "XXXXXXXXXXXX",
    "[2 lines not declassified]",
    "B1, 1.4(D)",
    "\r",
    "\r\n",
    "\n\n",
    "  \n",
    "\t",
    std::string_view("\0\0", 2),
    "\xFF\xFE",
    "\xE2\x80\xAE",
    "\xEF\xBB\xBF",
    "0",
    "999999999999999999999",
    " ",
    "",
    "SUMMARY",
    "END SUMMARY.",
    "FOR",
    "DEPT FOR EUR",
    ":",
    ",",
};

inline std::string random_bytes(generator::Random& random) {
  std::string text(random.below(400), '\0');
  for (char& c : text) c = static_cast<char>(random.below(256));
  return text;
}

inline std::string random_lines(generator::Random& random) {
  std::string text;
  for (int lines = random.between(0, 24); lines > 0; --lines) {
    for (int parts = random.between(1, 4); parts > 0; --parts) text += random.pick(kFragments);
    if (random.chance(90)) text += '\n';
  }
  return text;
}

/// One to six small accidents: bytes changed, lines dropped, doubled, joined, moved, fragments put in, the
/// end cut off.
inline std::string mutated(std::string text, generator::Random& random) {
  const auto line_around = [&](std::size_t place) {
    const std::size_t before = place == 0 ? std::string::npos : text.rfind('\n', place - 1);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find('\n', place), text.size() - 1) + 1;
    return std::pair(begin, end - begin);
  };
  for (int accidents = random.between(1, 6); accidents > 0 && !text.empty(); --accidents) {
    // The head of a cable has most of the grammar: half of the accidents happen there.
    const std::size_t place =
        random.below(random.chance(50) ? std::min<std::size_t>(text.size(), 900) : text.size());
    const auto [begin, length] = line_around(place);
    switch (random.below(10)) {
      case 0:
        text[place] = static_cast<char>(random.below(256));
        break;
      case 1:
        text[place] = static_cast<char>(text[place] ^ (1 << random.below(8)));
        break;
      case 2:
        text.erase(begin, length);
        break;
      case 3:
        text.insert(begin, text.substr(begin, length));
        break;
      case 4:
        text.erase(begin + length - 1, 1);
        break;
      case 5:
        text.insert(place, random.pick(kFragments));
        break;
      case 6:
        text.erase(place, random.below(40));
        break;
      case 7:
        text.insert(place, "\n");
        break;
      case 8: {
        const std::string line = text.substr(begin, length);
        text.erase(begin, length);
        text.insert(random.below(text.size() + 1), line);
        break;
      }
      default:
        if (random.chance(30)) text.resize(place);
    }
  }
  return text;
}

}  // namespace cablelint::tests
