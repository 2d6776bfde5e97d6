# Sourced by the scripts beside it: where things are, and how the scripts speak.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${KONTINGENT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/kontingent}

# A step that may take long says what it does.
say() { printf '\033[1m==>\033[0m %s\n' "$*"; }

fail() {
  printf 'kontingent: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# The first of the named programs that exists.
first_of() {
  local program
  for program in "$@"; do
    if have "$program"; then
      echo "$program"
      return
    fi
  done
  return 1
}

# A key of 12 hexadecimal digits for standard input.
key_of_input() { sha256sum | cut -c1-12; }

jobs() { nproc 2>/dev/null || echo 2; }
