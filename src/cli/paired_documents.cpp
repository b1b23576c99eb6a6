#include "cli/paired_documents.hpp"

#include <fmt/format.h>

#include <cablelint/input/file_kind.hpp>
#include <cablelint/terminal_text.hpp>
#include <filesystem>
#include <limits>
#include <system_error>
#include <utility>

#include "cli/messages.hpp"
#include "cli/pipeline.hpp"

namespace cablelint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSeveral = std::numeric_limits<std::size_t>::max();

/// A folder, or a file that holds many documents.
bool holds_many(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored) || kind_of_name(path).content != cablelint::Content::cables;
}

/// What a document is called within what was named: the path below a folder or an archive without what says
/// how it is packed, or the id of a record.
std::string key_of(const Input& input, const std::string& root) {
  if (input.line > 0) return input.name;
  std::string key = input.name.starts_with(root + "/")
                        ? input.name.substr(root.size() + 1)
                        : fs::path(input.name).lexically_relative(root).string();
  if (kind_of_name(key).compression != Compression::none) key.resize(key.rfind('.'));
  return key;
}

/// An original, or why there is none.
struct Read {
  KnownOriginal original;
  std::string problem;
};

/// Reads originals on one thread.
class OriginalReader {
 public:
  OriginalReader(const Parser& parser, const std::string& root) : parser_(&parser), root_(&root) {}

  Read operator()(const Input& input, std::string_view bytes) {
    Read read{{input.name, key_of(input, *root_), {}, {}}, input.problem};
    if (!read.problem.empty()) return read;
    const Source source = Source::borrow(input.name, bytes);
    parser_->parse(source, cable_);
    if (cable_.record) read.original.id = source.text(cable_.record->id);
    read.original.held = input.standard_input || !input.container.empty();
    if (read.original.held) read.original.text = bytes;
    return read;
  }

 private:
  const Parser* parser_;
  const std::string* root_;
  Cable cable_;
};

void add(std::unordered_map<std::string, std::size_t>& index, const std::string& word, std::size_t at) {
  if (word.empty()) return;
  const auto [known, added] = index.try_emplace(word, at);
  if (!added) known->second = kSeveral;
}

}  // namespace

PairedDocuments::PairedDocuments(std::string originals, std::string releases, const ReadOptions& options)
    : originals_path_(std::move(originals)), releases_path_(std::move(releases)), options_(options) {
  std::error_code ignored;
  if (originals_path_ == releases_path_ || fs::equivalent(originals_path_, releases_path_, ignored))
    throw UsageError(fmt::format("{} and {} are the same; name the original first and then its release",
                                 visible(originals_path_), visible(releases_path_)));
  single_ = !holds_many(originals_path_);
  if (single_ == holds_many(releases_path_)) {
    for (const std::string& path : {originals_path_, releases_path_}) {
      if (path != "-" && !fs::exists(path, ignored))
        throw UsageError(fmt::format("{}: no such file or folder", visible(path)));
    }
    throw UsageError(
        "one path holds many documents and the other one; give two files, or two folders or files of many");
  }
  options_.walk.containers = true;
  releases_stream_ = std::make_unique<DocumentStream>(std::vector{releases_path_}, options_);
}

void PairedDocuments::read_originals(const Parser& parser, unsigned threads, const Complain& complain) {
  DocumentStream stream({originals_path_}, options_);
  run_in_order<Read>(
      stream, threads, [&] { return OriginalReader(parser, originals_path_); },
      [&](Read&& read) {
        if (!read.problem.empty()) {
          complain(read.original.name, read.problem);
          return true;
        }
        add(by_id_, read.original.id, originals_.size());
        add(by_key_, read.original.key, originals_.size());
        originals_.push_back(std::move(read.original));
        return true;
      });
  taken_.assign(originals_.size(), false);
}

const KnownOriginal* PairedDocuments::find(const std::unordered_map<std::string, std::size_t>& index,
                                           const std::string& word) const {
  const auto at = index.find(word);
  return word.empty() || at == index.end() || at->second == kSeveral ? nullptr : &originals_[at->second];
}

const KnownOriginal* PairedDocuments::original_of(const Input& release, std::string_view id) const {
  if (single_) return originals_.empty() ? nullptr : &originals_.front();
  const std::string own(id);
  const std::string key = key_of(release, releases_path_);
  // Collections name their records by the id of the trailer, too.
  if (const KnownOriginal* const found = find(by_id_, own)) return found;
  if (const KnownOriginal* const found = find(by_key_, key)) return found;
  if (const KnownOriginal* const found = find(by_id_, key)) return found;
  return find(by_key_, own);
}

std::string PairedDocuments::no_original() const {
  return "has no original with its record id or its name in " + originals_path_;
}

void PairedDocuments::take(const KnownOriginal& original) {
  taken_[static_cast<std::size_t>(&original - originals_.data())] = true;
}

void PairedDocuments::tell_rest(const Complain& complain) const {
  for (std::size_t at = 0; at < originals_.size(); ++at) {
    if (!taken_[at])
      complain(originals_[at].name, "has no release with its record id or its name in " + releases_path_);
  }
}

}  // namespace cablelint::cli
