#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/config_layout.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"

namespace cablelint::cli {
namespace {

/// Makes a file that was not there; nothing stays of it when it cannot be written.
void write_new(const std::string& path, const std::string& text) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0 && errno == EEXIST)
    throw UsageError(fmt::format("{} is there already; edit it, or remove it first", path));
  if (file < 0) throw OutputError(path, errno);
  DescriptorBuffer buffer(file);
  buffer.sputn(text.data(), static_cast<std::streamsize>(text.size()));
  buffer.pubsync();
  const int closing = close(file) == 0 ? 0 : errno;
  const int failure = buffer.failure() != 0 ? buffer.failure() : closing;
  if (failure == 0) return;
  (void)unlink(path.c_str());
  throw OutputError(path, failure);
}

}  // namespace

void add_config_init(Command& config) {
  Command& command =
      config.add_command("init", "Write a cablelint.yaml that explains itself into the working directory");
  command.footer =
      "Every key is in it, as a comment. A file that is there is never overwritten.\n\n"
      "Example: begin a configuration\n"
      "  cablelint config init";
  command.run = [] {
    write_new(std::string(kConfigName), config_template());
    Output output;
    output.stream() << fmt::format("Wrote {}\n", kConfigName);
    output.finish();
    return static_cast<int>(kClean);
  };
}

}  // namespace cablelint::cli
