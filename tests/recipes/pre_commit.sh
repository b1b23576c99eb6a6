#!/usr/bin/env bash
# The hooks under the real pre-commit, in a scratch repository that uses examples/ci/.pre-commit-config.yaml.
#   pre_commit.sh PROGRAM SOURCE_FOLDER WORK_FOLDER
set -euo pipefail
program=$1 source=$2 work=$3

for tool in git pre-commit; do
  command -v "$tool" >/dev/null || {
    echo "pre_commit: the program $tool is missing; on Debian: apt-get install git pre-commit" >&2
    exit 2
  }
done

rm -rf "$work"
mkdir -p "$work/bin" "$work/home" "$work/hooks" "$work/user/cables" "$work/user/our-rules"
ln -s "$program" "$work/bin/cablelint"
export PATH="$work/bin:$PATH" HOME="$work/home" PRE_COMMIT_HOME="$work/home" PRE_COMMIT_COLOR=never
export CABLELINT_AS_OF=2026-01-01
unset "${!GIT_@}" 2>/dev/null || true
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=test GIT_COMMITTER_NAME=test
export GIT_AUTHOR_EMAIL=test@cablelint.invalid GIT_COMMITTER_EMAIL=test@cablelint.invalid

# The repository that has the hooks.
cp "$source/.pre-commit-hooks.yaml" "$work/hooks/"
git -C "$work/hooks" init -q -b main
git -C "$work/hooks" add .
git -C "$work/hooks" commit -qm hooks
git -C "$work/hooks" tag v0.1.0

# The repository that uses them.
cd "$work/user"
git init -q -b main
sed "s|https://github.com/OWNER/cablelint.*|$work/hooks|" "$source/examples/ci/.pre-commit-config.yaml" \
  >.pre-commit-config.yaml
pre-commit validate-config
pre-commit validate-manifest "$source/.pre-commit-hooks.yaml"
pre-commit install >/dev/null
git add .pre-commit-config.yaml

failures=0
# expect NAME WANTED_STATUS PATTERN...: a commit of what is staged ends so, and each pattern is a line of what it says.
expect() {
  local name=$1 wanted=$2 said status=0 pattern
  shift 2
  said=$(git commit -qm "$name" 2>&1) || status=$?
  for pattern in "$@"; do
    grep -qE -- "$pattern" <<<"$said" && continue
    printf 'pre_commit: %s: no line matches %s\n%s\n' "$name" "$pattern" "$said" >&2
    failures=$((failures + 1))
  done
  if ((status != wanted)); then
    printf 'pre_commit: %s: the commit ended with %s, not %s\n%s\n' "$name" "$status" "$wanted" "$said" >&2
    failures=$((failures + 1))
  fi
}

expect "nothing to check" 0 '^cablelint\.+\(no files to check\)Skipped$'

cp "$source/examples/cables/era-e-2006-event.txt" cables/sound.txt
git add .
expect "a sound cable" 0 '^cablelint\.+Passed$' '^cablelint rules test\.+\(no files to check\)Skipped$'

cp "$source/examples/cables/faulty.txt" cables/faulty.txt
git add .
expect "a faulty cable" 1 '^cablelint\.+Failed$' '^- exit code: 1$' \
  '^cables/faulty\.txt:15:19: DCL004 error: ' '^Found [0-9]+ findings .* in 1 of 1 cable\.$'

printf 'exclude: [faulty.txt]\n' >cablelint.yaml
git add .
expect "a faulty cable that the configuration leaves out" 0 '^cablelint\.+Passed$'

printf 'fail_onn: error\n' >cablelint.yaml
cp "$source/examples/cables/era-f-2011-derived.txt" cables/other.txt
git add .
expect "a faulty configuration" 1 '^cablelint\.+Failed$' '^- exit code: 2$' 'fail_on'
git rm -qf cablelint.yaml cables/other.txt

cp "$source"/examples/custom-rules/*.yaml our-rules/
git add .
expect "rules with proof" 0 '^cablelint rules test\.+Passed$'

"$program" rules new ACME001 | sed 's/ACME001/FAIR001/' >our-rules/again.yaml
git add .
expect "rules with a fault" 1 '^cablelint rules test\.+Failed$' '^- exit code: 2$' 'FAIR001'

((failures == 0)) || exit 1
echo "pre_commit: 7 commits ended as they should"
