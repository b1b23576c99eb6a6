#include "support/program.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#ifndef CABLELINT_PROGRAM
#define CABLELINT_PROGRAM "cablelint"
#endif

namespace cablelint::tests {
namespace {

std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string path = std::filesystem::temp_directory_path() / "cablelint-test-XXXXXX";
  if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = path;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void TemporaryFolder::write(const std::string& name, std::string_view bytes) const {
  const std::filesystem::path path = path_ / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

std::string TemporaryFolder::read(const std::string& name) const {
  return slurp(path_ / name);
}

Ran run_shell(const TemporaryFolder& folder, const std::string& script) {
  // What the script is and writes stays out of the folder that it works in.
  const TemporaryFolder own;
  own.write("script", "unset NO_COLOR FORCE_COLOR CLICOLOR CLICOLOR_FORCE\nexport TERM=xterm LC_ALL=C\ncd '" +
                          folder.path().string() +
                          "' || exit 99\ncablelint() { '" CABLELINT_PROGRAM "' \"$@\"; }\n" + script + "\n");
  const std::string base = own.path().string();
  const std::string command =
      "sh '" + base + "/script' </dev/null >'" + base + "/out' 2>'" + base + "/error'";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), own.read("out"),
          own.read("error")};
}

}  // namespace cablelint::tests
