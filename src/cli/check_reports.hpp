#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/check_options.hpp"
#include "cli/fix_outputs.hpp"
#include "cli/output.hpp"
#include "cli/output_folder.hpp"
#include "reports/report.hpp"

namespace cablelint::cli {

/// What checking one document gave, ready to be written.
struct Checked {
  std::string source;
  std::string container;  // of a document that is no file of its own
  std::string problem;    // not empty: the document could not be read
  reports::Summary counts;
  std::vector<reports::Part> parts;  // one a report
  Mended mended;
};

/// Makes a writer, or null when no format has that name.
using MakeWriter = std::unique_ptr<reports::Writer> (*)(std::string_view format, const reports::Run& run,
                                                        const reports::Target& target);

/// The reports of one run, each with the output it goes to. All outputs are opened at once, so that one that
/// cannot be written stops the run before it begins.
class CheckReports {
 public:
  /// Throws OutputError.
  CheckReports(const CheckOptions& options, std::vector<ActiveRule> rules,
               MakeWriter make = reports::make_writer);
  CheckReports(const CheckReports&) = delete;  // the writers hold on to the run
  CheckReports& operator=(const CheckReports&) = delete;

  /// A report shows the cables themselves.
  [[nodiscard]] bool want_cables() const;
  /// Formats a document for each report; may run on many threads at once.
  void format(const reports::Document& document, std::vector<reports::Part>& parts) const;

  /// Takes the documents in the order of the input.
  void add(const Checked& checked);
  /// False when no report can be written any more.
  [[nodiscard]] bool wanted() const;
  /// The reader of the only report went away, so that the run ended early.
  [[nodiscard]] bool abandoned() const;
  /// Finishes every report that can be finished; false when one could not, which is then on standard error.
  [[nodiscard]] bool finish(const reports::Summary& summary);

 private:
  struct Report {
    std::unique_ptr<OutputFolder> folder;  // where the report has pages beside its output
    std::unique_ptr<Output> output;
    std::unique_ptr<reports::Writer> writer;
  };

  reports::Run run_;
  std::vector<Report> reports_;
};

}  // namespace cablelint::cli
