#pragma once

#include <string>
#include <string_view>

#include "reports/report.hpp"

namespace cablelint::cli {

/// The page of a folder that leads to the others.
inline constexpr std::string_view kIndexPage = "index.html";

/// A folder of pages. They appear in it when all are written and not before; without `finish` none does.
/// Other files there stay.
class OutputFolder final : public reports::Pages {
 public:
  /// Makes the folder where it is missing, but not the one it is to lie in. Throws OutputError.
  explicit OutputFolder(const std::string& path);
  ~OutputFolder() override;

  /// The path of its index, which is an output like others and the last to appear.
  [[nodiscard]] std::string index() const { return path_ + "/" + std::string(kIndexPage); }
  std::string add(const std::string& name, std::string_view text) override;
  /// False after a failed write.
  [[nodiscard]] bool writable() const { return failure_ == 0; }
  /// Throws OutputError.
  void finish();

 private:
  /// Makes a new file for a page; when the name is taken, the descriptor is negative.
  [[nodiscard]] int make(const std::string& name) const;

  std::string name_;  // as given, for messages
  std::string path_;
  std::string hidden_;  // the folder within in which the pages wait
  bool made_ = false;
  int failure_ = 0;  // errno of the first failed write
};

}  // namespace cablelint::cli
