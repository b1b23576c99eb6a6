#!/usr/bin/env bash
# Checks the reports of a cablelint program with other people's validators.
#   run.sh PROGRAM SOURCE_FOLDER WORK_FOLDER [SCHEMA_FOLDER]
# The pinned npm packages go into WORK_FOLDER, once. SCHEMA_FOLDER may hold sarif-2.1.0.schema.json (OASIS) and
# junit-10.xsd (the Jenkins xUnit plugin), which are not part of this repository.
set -euo pipefail
program=$1 source=$2 work=$3 schemas=${4:-}
here=$source/tests/validators

for tool in node npm xmllint; do
  command -v "$tool" >/dev/null || {
    echo "validators: the program $tool is missing; on Debian: apt-get install nodejs npm libxml2-utils" >&2
    exit 2
  }
done

mkdir -p "$work"
if ! cmp -s "$here/package-lock.json" "$work/installed-lock.json"; then
  cp "$here/package.json" "$here/package-lock.json" "$work/"
  (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || {
    echo "validators: npm could not install the packages of tests/validators/package-lock.json; the lines above say why" >&2
    exit 2
  }
  cp "$here/package-lock.json" "$work/installed-lock.json"
fi
cp "$here/validate.mjs" "$work/"
exec node "$work/validate.mjs" "$program" "$source" "$work" "$schemas"
