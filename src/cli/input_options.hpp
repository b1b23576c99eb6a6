#pragma once

#include <cablelint/document_stream.hpp>
#include <string>
#include <vector>

#include "cli/settings.hpp"

namespace cablelint::cli {

struct Command;
struct Parameter;

/// What the commands that read cables have in common.
struct InputOptions {
  std::vector<std::string> paths;  // those of a list, too
  ReadOptions read;
  unsigned threads = 0;  // 0: as many as the machine has
};

/// Adds PATH...
Parameter& add_paths(Command& command, std::vector<std::string>& paths);
/// Throws UsageError when no path was given. `command` is how it is called: "cablelint check".
void require_paths(const std::vector<std::string>& paths, const std::string& command);
/// Reads the list of paths, too. Throws UsageError.
[[nodiscard]] InputOptions input_options(const Settings& settings, const std::vector<std::string>& paths);
/// At least 1.
[[nodiscard]] unsigned thread_count(const InputOptions& options);
/// "4". Throws UsageError that begins with `label`.
[[nodiscard]] unsigned parse_jobs(const std::string& word, std::string_view label);

/// "id=doc_id" or "text=body": the name of a column. Throws UsageError that begins with `label`.
void parse_csv_column(const std::string& word, std::string_view label, CsvColumns& columns);

}  // namespace cablelint::cli
