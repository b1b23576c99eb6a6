#!/usr/bin/env bash
# The Debian packages that cpack makes: their control files, what Debian asks of all packages, and that they install on
# a bare system of this release and work there.
#   debian_package.sh BUILD_FOLDER SOURCE_FOLDER WORK_FOLDER
set -euo pipefail
build=$1 source=$2 work=$3

for tool in dpkg-deb dpkg-shlibdeps file gzip mmdebstrap; do
  command -v "$tool" >/dev/null || {
    echo "debian_package: the program $tool is missing; on Debian: apt-get install dpkg-dev file gzip mmdebstrap" >&2
    exit 2
  }
done
rm -rf "$work"
mkdir -p "$work"
cpack --config "$build/CPackConfig.cmake" -G DEB -B "$work" >"$work/cpack.log" || {
  cat "$work/cpack.log" >&2
  exit 1
}
rm -rf "$work/_CPack_Packages"
program=$(echo "$work"/cablelint_*.deb)
library=$(echo "$work"/libcablelint-dev_*.deb)

fail() {
  echo "debian_package: $*" >&2
  exit 1
}
# field PACKAGE NAME WANTED: the field of the control file matches a regular expression as a whole.
field() {
  local value
  value=$(dpkg-deb -f "$1" "$2")
  [[ $value =~ ^($3)$ ]] || fail "$(basename "$1"): $2 is '$value', which does not match $3"
}
version=$("$build/cablelint" --version)
version=${version#cablelint }
field "$program" Package cablelint
field "$program" Version "$version-[0-9]+"
field "$program" Section text
field "$program" Maintainer '.+ <.+@.+>'
field "$program" Depends '.*libc6 \(>= .*libre2-[0-9]+.*libyaml-cpp0.*'
field "$library" Package libcablelint-dev
field "$library" Section libdevel
[[ $(sed -n 1p "$source/cmake/debian/changelog") == "cablelint ($(dpkg-deb -f "$program" Version)) "* ]] ||
  fail "cmake/debian/changelog does not begin with the version of the package"

dpkg-deb -c "$program" >"$work/files"
for file in usr/bin/cablelint usr/share/man/man1/cablelint.1.gz usr/share/doc/cablelint/copyright \
  usr/share/doc/cablelint/changelog.Debian.gz usr/share/bash-completion/completions/cablelint \
  usr/share/zsh/vendor-completions/_cablelint usr/share/fish/vendor_completions.d/cablelint.fish; do
  grep -qE "^-rw[x-]r-[x-]r-[x-] root/root .* \./$file\$" "$work/files" || fail "$file is missing, or its mode is wrong"
done
if command -v lintian >/dev/null; then
  lintian --allow-root --fail-on error "$program" "$library" || fail "lintian is not content"
fi

here() { "$build/cablelint" check --as-of 2026-01-01 --exit-zero - <"$source/examples/cables/faulty.txt"; }

# A container may not let anybody mount, and then there is no second system to install into.
if ! unshare --mount true 2>/dev/null; then
  apt-get install --simulate --no-install-recommends "$(realpath "$program")" >"$work/simulated" ||
    fail "apt-get would not install it"
  dpkg-deb -x "$program" "$work/unpacked"
  diff <(here) <(
    "$work/unpacked/usr/bin/cablelint" check --as-of 2026-01-01 --exit-zero - <"$source/examples/cables/faulty.txt"
  ) || fail "unpacked it finds something else"
  echo "debian_package: mounting is not permitted here: apt-get would install $(basename "$program"), and unpacked it" \
    "finds what it finds here; THE BARE SYSTEM WAS NOT TRIED"
  exit
fi

"$source/tests/packaging/bare_debian.sh" "$program" "$source/examples/cables/faulty.txt" >"$work/bare" 2>"$work/bare.log" || {
  tail -n 20 "$work/bare.log" >&2
  fail "it does not install on a bare system, or does not work there"
}
diff <(here) "$work/bare" || fail "on a bare system it finds something else"
echo "debian_package: $(basename "$program") installs on a bare system and finds there what it finds here"
