#!/usr/bin/env bash
# Opens the html reports of a cablelint program in headless Chromium: console, counts, keyboard, axe-core in light and
# dark.
#   browser.sh PROGRAM SOURCE_FOLDER WORK_FOLDER
# WORK_FOLDER is that of run.sh, which installs the npm packages; CHROMIUM names another program than `chromium`.
set -euo pipefail
program=$(realpath "$1") source=$(realpath "$2")
mkdir -p "$3"
work=$(realpath "$3")
here=$source/tests/validators
chromium=${CHROMIUM:-chromium}

command -v "$chromium" >/dev/null || {
  echo "validators: the program $chromium is missing; on Debian: apt-get install chromium" >&2
  exit 2
}
# shellcheck source=install.sh
source "$here/install.sh"
cp "$here"/*.mjs "$work/"
exec node "$work/browser.mjs" "$program" "$source" "$work" "$chromium"
