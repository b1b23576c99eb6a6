#pragma once

#include <cablelint/document_stream.hpp>
#include <cablelint/files.hpp>
#include <cablelint/parse.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cablelint::cli {

/// An original that a release may be held against.
struct KnownOriginal {
  std::string name;  // as reports show it
  std::string key;   // the path below the folder, or the id that a record has where it stands
  std::string id;    // of its trailer; may be empty
  std::string text;  // of a document that is no file of its own; others are read again
  bool held = false;
};

/// Two paths: a cable and its release, or two folders or files of many. Originals that are files of their own
/// are known by path and id alone; those of containers are held in memory.
class PairedDocuments {
 public:
  using Complain = std::function<void(const std::string& source, const std::string& reason)>;

  /// Throws UsageError when one path holds many documents and the other one, or both are the same.
  PairedDocuments(std::string originals, std::string releases, const ReadOptions& options);

  /// Reads all originals; what cannot be read is told. To be called once.
  void read_originals(const Parser& parser, unsigned threads, const Complain& complain);
  /// The releases, to be read to their end.
  [[nodiscard]] DocumentStream& releases() { return *releases_stream_; }

  /// The original of a release by what its trailer says and where it stands; null when there is none. Of one
  /// pair the only original. Safe on many threads.
  [[nodiscard]] const KnownOriginal* original_of(const Input& release, std::string_view id) const;
  /// Whether there is one original and one release.
  [[nodiscard]] bool single() const { return single_; }
  /// Why a release has no original.
  [[nodiscard]] std::string no_original() const;

  /// Notes that an original has a release.
  void take(const KnownOriginal& original);
  /// Tells the originals without a release.
  void tell_rest(const Complain& complain) const;

 private:
  [[nodiscard]] const KnownOriginal* find(const std::unordered_map<std::string, std::size_t>& index,
                                          const std::string& word) const;

  std::string originals_path_, releases_path_;
  ReadOptions options_;
  bool single_ = false;
  std::unique_ptr<DocumentStream> releases_stream_;
  std::vector<KnownOriginal> originals_;
  std::unordered_map<std::string, std::size_t> by_id_, by_key_;  // kSeveral: nobody can say which is meant
  std::vector<bool> taken_;
};

}  // namespace cablelint::cli
