#!/usr/bin/env bash
# Checks the reports of a cablelint program with other people's validators.
#   run.sh PROGRAM SOURCE_FOLDER WORK_FOLDER [SCHEMA_FOLDER]
# The pinned npm packages go into WORK_FOLDER, once. SCHEMA_FOLDER may hold sarif-2.1.0.schema.json (OASIS) and
# junit-10.xsd (the Jenkins xUnit plugin), which are not part of this repository.
set -euo pipefail
program=$1 source=$2 work=$3 schemas=${4:-}
here=$source/tests/validators

command -v xmllint >/dev/null || {
  echo "validators: the program xmllint is missing; on Debian: apt-get install libxml2-utils" >&2
  exit 2
}
# shellcheck source=install.sh
source "$here/install.sh"
cp "$here"/*.mjs "$work/"
exec node "$work/validate.mjs" "$program" "$source" "$work" "$schemas"
