#!/usr/bin/env bash
# Opens the html reports of a cablelint program and pages of audits in headless Chromium: console, counts, keyboard,
# scripts, axe-core in light and dark.
#   browser.sh PROGRAM SOURCE_FOLDER WORK_FOLDER TESTS
# TESTS is the test program, which writes the pages of audits. WORK_FOLDER is that of run.sh, which installs the npm packages; CHROMIUM names another program than `chromium`.
set -euo pipefail
program=$(realpath "$1") source=$(realpath "$2") tests=$(realpath "$4")
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
rm -rf "$work/audit"
CABLELINT_AUDIT_PAGES=$work/audit "$tests" --run_test=audit_page_test --report_level=no
for run in first second; do
  code=0
  (cd "$source" && "$program" audit examples/cables --as-of 2026-01-01 --out "$work/audit/$run" \
    ${compared:+--compare "$work/audit/first"} >"$work/audit-$run.log" 2>&1) || code=$?
  if [[ $code -gt 1 ]]; then
    cat "$work/audit-$run.log" >&2
    exit 2
  fi
  compared=yes
done
node "$work/browser.mjs" "$program" "$source" "$work" "$chromium"
exec node "$work/audit.mjs" "$work/audit" "$work" "$chromium"
