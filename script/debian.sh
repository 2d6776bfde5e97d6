# Sourced by scripts that take something from Debian: the machine's own packages, and packages of a
# newer release downloaded into a folder without touching the system.
# shellcheck shell=bash

readonly newer_release=forky
readonly debian_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

is_debian() { have apt-get && have dpkg; }
is_debian_root() { is_debian && [ "$(id -u)" = 0 ]; }

install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update </dev/null
  # Hundreds of small packages: on a machine that is used once, do not wait for the disk after each.
  local options=()
  [ -z "${CI:-}" ] || options=(-o Dpkg::Options::=--force-unsafe-io)
  apt-get -qq install -y --no-install-recommends "${options[@]}" "$@" </dev/null >"$(install_log)" 2>&1 || {
    tail -n 30 "$(install_log)" >&2
    fail "apt-get could not install: $*"
  }
}
install_log() { echo "${TMPDIR:-/tmp}/kontingent-apt-$$.log"; }

# The mirror that this machine's own apt sources name, whether in a .list or a .sources file.
debian_mirror() {
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' |
    grep -v -e security -e backports | grep -m1 '/debian/*$' ||
    fail "no Debian mirror in this machine's apt sources"
}

# Sets APT_CONFIG for commands on the newer release: own lists and cache below the folder given.
use_newer_release() { # folder
  local folder=$1 mirror
  mirror=$(debian_mirror)
  mkdir -p "$folder/lists/partial" "$folder/archives/partial"
  printf '%s [signed-by=%s] %s %s main\n' \
    deb "$debian_keyring" "$mirror" "$newer_release" \
    deb-src "$debian_keyring" "$mirror" "$newer_release" >"$folder/sources.list"
  cat >"$folder/apt.conf" <<CONF
Dir::State::Lists "$folder/lists";
Dir::Cache "$folder";
Dir::Etc::SourceList "$folder/sources.list";
Dir::Etc::SourceParts "-";
Acquire::Check-Valid-Until "false";
Acquire::Languages "none";
APT::Sandbox::User "root";
CONF
  export APT_CONFIG=$folder/apt.conf
  apt-get -qq update </dev/null
}
