#!/usr/bin/env bash
# Proves that a package works on a bare Debian: installs it with apt-get into a new system that has nothing but what
# apt needs, and checks a cable there.
#   bare_debian.sh PACKAGE.deb CABLE.txt
# Needs mmdebstrap and a mirror of Debian; as root, or with user namespaces.
set -euo pipefail
package=$1 cable=$2
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
mmdebstrap --quiet --variant=apt --format=null --dpkgopt=force-unsafe-io --aptopt='Acquire::Languages "none"' \
  --customize-hook="copy-in '$package' /" \
  --customize-hook="upload '$cable' /cable.txt" \
  --customize-hook="chroot \"\$1\" sh -c 'DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install /$(basename "$package")' >&2" \
  --customize-hook="chroot \"\$1\" cablelint --version >&2" \
  --customize-hook="chroot \"\$1\" sh -c 'cablelint check --as-of 2026-01-01 --exit-zero - </cable.txt' >&3" \
  "$suite" 3>&1 >/dev/null
