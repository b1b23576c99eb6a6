# Puts the pinned npm packages into $work, once; $here is this folder. Sourced by the scripts beside it.

for tool in node npm; do
  command -v "$tool" >/dev/null || {
    echo "validators: the program $tool is missing; on Debian: apt-get install nodejs npm" >&2
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
