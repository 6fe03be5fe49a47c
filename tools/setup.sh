#!/usr/bin/env bash
# Sets up all that a command needs, once:
#   tools/setup.sh run      Kroniek itself in .venv, enough for `make demo` and `make serve`
#   tools/setup.sh dev      that, and what the tests need
#   tools/setup.sh bench    that, and what the benchmarks compare with
#   tools/setup.sh system   Chromium and PostgreSQL for the tests, through apt where they are absent
# A stamp in .venv holds the hash of all that it was made from: nothing is done twice, and a change is noticed.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_apt() {
  command -v apt-get >/dev/null 2>&1 || return 1
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }
}

apt_updated=
apt_install() {
  can_apt || return 1
  local options=(-o DPkg::Lock::Timeout=120 -o Acquire::Retries=2 -o Acquire::http::Timeout=60)
  if [ -z "$apt_updated" ]; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" update -qq >&2 || return 1
    apt_updated=yes
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" install -y -qq --no-install-recommends "$@" </dev/null >&2
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3 python3.11 python3.12 python3.13 /usr/bin/python3; do
    if [ -n "$candidate" ] && new_enough "$candidate"; then printf '%s\n' "$candidate"; return 0; fi
  done
  return 1
}

make_environment() {
  local python
  if ! python=$(find_python); then
    say 'Python 3.11 or newer is absent: installing it.'
    apt_install python3 python3-venv || true
    python=$(find_python) || { say 'KRONIEK NEEDS PYTHON 3.11 OR NEWER, AND NONE COULD BE INSTALLED.'; exit 1; }
  fi
  rm -rf .venv
  # on Debian `venv` is a package of its own; without it the first attempt leaves half an environment
  if ! "$python" -m venv .venv >/dev/null 2>&1 || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    say 'The venv module of Python is absent: installing python3-venv.'
    rm -rf .venv
    apt_install python3-venv || true
    if ! "$python" -m venv .venv || ! .venv/bin/python -m pip --version >/dev/null; then
      rm -rf .venv
      say 'NO VIRTUAL ENVIRONMENT COULD BE MADE: INSTALL python3-venv BY HAND AND TRY AGAIN.'
      exit 1
    fi
  fi
}

# an environment that was moved or copied still starts the programs of where it came from
usable() { .venv/bin/python -c '' 2>/dev/null && head -n 3 .venv/bin/pip 2>/dev/null | grep -qF "$PWD/.venv/"; }

fingerprint() { cat pyproject.toml constraints.txt | sha256sum | cut -d' ' -f1; }

install_packages() {
  local extras=$1 stamp level
  stamp=$(fingerprint)
  shift
  for level in "$@"; do
    if [ "$(cat ".venv/.ready-$level" 2>/dev/null)" = "$stamp" ] && usable; then return 0; fi
  done
  usable || make_environment
  say "Installing Kroniek and its packages into .venv (once; a minute or two) ..."
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input -c constraints.txt -e ".$extras" </dev/null >&2
  printf '%s\n' "$stamp" >".venv/.ready-$1"
}

have_browser() {
  command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1
}

have_postgresql() {
  local program
  for program in /usr/lib/postgresql/*/bin/initdb; do [ -x "$program" ] && return 0; done
  command -v initdb >/dev/null 2>&1
}

install_system() {
  if ! have_browser; then
    say 'Chromium is absent: installing it for the tests of the workbench.'
    apt_install chromium fonts-dejavu-core fonts-liberation || true
    have_browser || say 'CHROMIUM COULD NOT BE INSTALLED: THE TESTS IN A REAL BROWSER WILL BE SKIPPED.'
  fi
  if ! have_postgresql; then
    say 'PostgreSQL is absent: installing it for the tests of the ledger.'
    apt_install postgresql || true
    have_postgresql || say 'POSTGRESQL COULD NOT BE INSTALLED: THE TESTS OF THE LEDGER ON POSTGRESQL WILL BE SKIPPED.'
  fi
}

case "${1:-}" in
  run) install_packages '' run dev bench ;;
  dev) install_packages '[dev,scale]' dev bench ;;
  bench) install_packages '[dev,scale,bench]' bench ;;
  system) install_system ;;
  *) say 'usage: tools/setup.sh run|dev|bench|system'; exit 2 ;;
esac
