#include <cablelint/not_text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cablelint {

using namespace std::literals;

std::string reason_not_text(std::string_view bytes) {
  struct Magic {
    std::string_view begin;
    const char* reason;
  };
  static constexpr std::array kMagic = {
      Magic{"\x7F"
            "ELF"sv,
            "is a program, not text"},
      Magic{"%PDF-"sv, "is a PDF document, not text; extract its text first"},
      Magic{"PK\x03\x04"sv, "is a ZIP archive or an office document, not text; extract its text first"},
      Magic{"PK\x05\x06"sv, "is a ZIP archive, not text"},
      Magic{"\x1F\x8B"sv, "is compressed with gzip, not text; decompress it first"},
      Magic{"\x28\xB5\x2F\xFD"sv, "is compressed with zstd, not text; decompress it first"},
      Magic{"\xFD"
            "7zXZ"sv,
            "is compressed with xz, not text; decompress it first"},
      Magic{"7z\xBC\xAF\x27\x1C"sv, "is a 7z archive, not text"},
      Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "is an office document, not text; extract its text first"},
      Magic{"\x89PNG"sv, "is an image, not text"},
      Magic{"\xFF\xD8\xFF"sv, "is an image, not text"},
      Magic{"SQLite format 3\0"sv, "is a database, not text"},
      Magic{"\xFF\xFE\0\0"sv, "is UTF-32 text; convert it to UTF-8 first"},
      Magic{"\xFF\xFE"sv, "is UTF-16 text; convert it to UTF-8 first"},
      Magic{"\xFE\xFF"sv, "is UTF-16 text; convert it to UTF-8 first"},
  };
  if (bytes.empty()) return {};
  for (const Magic& magic : kMagic) {
    if (magic.begin.front() == bytes.front() && bytes.starts_with(magic.begin)) return magic.reason;
  }
  const std::string_view head = bytes.substr(0, std::size_t{64} * 1024);
  // A lone NUL is a fault of transmission, however short the cable.
  if (head.find('\0') == std::string_view::npos) return {};
  const auto nuls = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
  if (nuls < 2 || nuls * 1000 <= head.size()) return {};
  return fmt::format(
      "is binary, not text: {} of its first {} bytes are NUL; UTF-16 text must be converted to UTF-8 first",
      nuls, head.size());
}

}  // namespace cablelint
