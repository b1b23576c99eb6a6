#!/usr/bin/env bash
# What `cmake --install` puts into place: everything is there, and examples/library builds against it and finds what the
# program finds, through find_package and through pkg-config.
#   installed.sh BUILD_FOLDER SOURCE_FOLDER WORK_FOLDER
set -euo pipefail
build=$1 source=$2 work=$3
prefix=$work/prefix
rm -rf "$work"
mkdir -p "$work"

cmake --install "$build" --prefix "$prefix" >"$work/install.log"
missing=0
for file in bin/cablelint lib*/**/libcablelint.a lib*/**/cablelint-config.cmake lib*/**/cablelint.pc \
  include/cablelint/lint.hpp share/man/man1/cablelint.1.gz share/bash-completion/completions/cablelint \
  share/zsh/site-functions/_cablelint share/fish/vendor_completions.d/cablelint.fish \
  share/cablelint/rules/declassification.yaml share/cablelint/rules/vocabulary/tags.yaml share/doc/cablelint/LICENSE \
  share/doc/cablelint/examples/ci/jenkins/Jenkinsfile; do
  (shopt -s globstar nullglob && cd "$prefix" && found=($file) && [[ -s ${found[0]-} ]]) && continue
  echo "installed: $file is missing" >&2
  missing=1
done
((missing == 0)) || exit 1
gzip -dc "$prefix/share/man/man1/cablelint.1.gz" | cmp - <("$prefix/bin/cablelint" man)
cmp "$prefix/share/bash-completion/completions/cablelint" <("$prefix/bin/cablelint" completions bash)

# as the shipped example has them: `line:column RULE level`
wanted=$source/examples/cables/faulty.findings
# check PROGRAM: it finds what stands there, and ends with 1.
check() {
  local status=0
  "$1" "$source/examples/cables/faulty.txt" >"$work/found" || status=$?
  diff -u "$wanted" "$work/found"
  ((status == 1))
}

cmake -S "$source/examples/library" -B "$work/library" -DCMAKE_PREFIX_PATH="$prefix" >"$work/cmake.log"
cmake --build "$work/library" >>"$work/cmake.log"
check "$work/library/findings"

export PKG_CONFIG_PATH
PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name cablelint.pc)")
# shellcheck disable=SC2046
"${CXX:-c++}" -std=c++20 "$source/examples/library/findings.cpp" -o "$work/findings" \
  $(pkg-config --cflags --libs --static cablelint)
check "$work/findings"
echo "installed: everything is in place, and examples/library works with CMake and pkg-config"
