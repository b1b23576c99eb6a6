#include <cablelint/input/compressed.hpp>

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <new>
#include <string_view>
#include <utility>

namespace cablelint {
namespace {

/// The compressed bytes, a piece at a time.
class Piece {
 public:
  explicit Piece(std::unique_ptr<ByteStream> from) : from_(std::move(from)) {}

  /// What was read and not yet used; reads on where there is nothing. Empty at the end and on a problem.
  [[nodiscard]] std::string_view rest(std::string& problem) {
    if (used_ == size_) {
      size_ = from_->read(bytes_.data(), bytes_.size(), problem);
      used_ = 0;
    }
    return {bytes_.data() + used_, size_ - used_};
  }
  void use(std::size_t count) { used_ += count; }

 private:
  std::unique_ptr<ByteStream> from_;
  std::array<char, std::size_t{64} * 1024> bytes_{};
  std::size_t used_ = 0, size_ = 0;
};

constexpr int kGzipOnly = 15 + 16;  // the largest window, and the header and check sum of gzip

class GzipStream final : public ByteStream {
 public:
  explicit GzipStream(std::unique_ptr<ByteStream> from) : piece_(std::move(from)) {
    if (inflateInit2(&state_, kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~GzipStream() override { inflateEnd(&state_); }

  std::size_t read(char* to, std::size_t most, std::string& problem) override {
    const std::size_t wanted = std::min(most, std::size_t{1} << 30U);
    std::size_t got = 0;
    while (got == 0 && !ended_) {
      // A full output may have left something behind that needs no more input.
      const std::string_view rest = full_ ? std::string_view() : piece_.rest(problem);
      if (!problem.empty()) return 0;
      if (rest.empty() && !full_) {
        ended_ = true;
        if (inside_) problem = "is cut off: its last gzip stream has no end";
        if (!any_) problem = "is empty, not compressed with gzip";
        return 0;
      }
      if (!inside_ && any_ && begin_next(rest)) continue;
      inside_ = any_ = true;
      state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest.data()));
      state_.avail_in = static_cast<uInt>(rest.size());
      state_.next_out = reinterpret_cast<Bytef*>(to);
      state_.avail_out = static_cast<uInt>(wanted);
      const int result = inflate(&state_, Z_NO_FLUSH);
      piece_.use(rest.size() - state_.avail_in);
      got = wanted - state_.avail_out;
      full_ = inside_ && state_.avail_out == 0 && result != Z_STREAM_END;
      if (result == Z_STREAM_END) {
        inside_ = false;
        inflateReset(&state_);
      } else if (result != Z_OK && result != Z_BUF_ERROR) {
        ended_ = true;
        problem = state_.msg != nullptr ? fmt::format("is not sound gzip: {}", state_.msg)
                                        : std::string("is not sound gzip");
        // What came out before the damage counts; the problem waits for the next call.
        if (got > 0) later_.swap(problem);
      }
    }
    if (got == 0 && !later_.empty()) problem.swap(later_);
    return got;
  }

 private:
  /// Behind a stream: padding is passed over, another stream begins.
  bool begin_next(std::string_view rest) {
    const std::size_t padding = std::min(rest.find_first_not_of('\0'), rest.size());
    piece_.use(padding);
    return padding > 0;
  }

  Piece piece_;
  z_stream state_{};
  bool inside_ = false, any_ = false, ended_ = false, full_ = false;
  std::string later_;
};

class ZstdStream final : public ByteStream {
 public:
  explicit ZstdStream(std::unique_ptr<ByteStream> from) : piece_(std::move(from)), state_(ZSTD_createDCtx()) {
    if (state_ == nullptr) throw std::bad_alloc();
  }
  ~ZstdStream() override { ZSTD_freeDCtx(state_); }

  std::size_t read(char* to, std::size_t most, std::string& problem) override {
    ZSTD_outBuffer out{to, most, 0};
    while (out.pos == 0 && !ended_) {
      const std::string_view rest = full_ ? std::string_view() : piece_.rest(problem);
      if (!problem.empty()) return 0;
      if (rest.empty() && !full_) {
        ended_ = true;
        if (inside_) problem = "is cut off: its last zstd frame has no end";
        if (!any_) problem = "is empty, not compressed with zstd";
        return 0;
      }
      any_ = true;
      ZSTD_inBuffer in{rest.data(), rest.size(), 0};
      const std::size_t result = ZSTD_decompressStream(state_, &out, &in);
      piece_.use(in.pos);
      if (ZSTD_isError(result) != 0) {
        ended_ = true;
        problem = fmt::format("is not sound zstd: {}", ZSTD_getErrorName(result));
        return 0;
      }
      inside_ = result != 0;
      full_ = inside_ && out.pos == out.size;
    }
    return out.pos;
  }

 private:
  Piece piece_;
  ZSTD_DCtx* state_;
  bool inside_ = false, any_ = false, ended_ = false, full_ = false;
};

}  // namespace

std::unique_ptr<ByteStream> decompressed(std::unique_ptr<ByteStream> bytes, Compression compression) {
  if (compression == Compression::gzip) return std::make_unique<GzipStream>(std::move(bytes));
  if (compression == Compression::zstd) return std::make_unique<ZstdStream>(std::move(bytes));
  return bytes;
}

}  // namespace cablelint
