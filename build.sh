#!/usr/bin/env bash
# The one entrance for chores.
#   ./build.sh test [dotnet test arguments]   install what the tests need, then run all of them
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# What the tests need of the machine: program and the Debian package that brings it.
needed=(node:nodejs npm:npm chromium:chromium postgres:postgresql)

# Debian keeps PostgreSQL's programs off PATH.
have() { command -v "$1" >/dev/null 2>&1 || compgen -G "/usr/lib/postgresql/*/bin/$1" >/dev/null; }

install_programs() {
  have dotnet || { echo "The .NET 10 SDK is needed (dotnet is not on PATH). Debian has no package: install it as Microsoft describes for your system." >&2; exit 2; }
  local missing=()
  for pair in "${needed[@]}"; do have "${pair%%:*}" || missing+=("${pair##*:}"); done
  [ "${#missing[@]}" -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ] || ! have apt-get; then
    echo "The tests need these Debian packages: ${missing[*]}. Install them (apt-get install ${missing[*]}) and run again." >&2
    exit 2
  fi
  echo "Installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

case "${1:-}" in
  test)
    shift
    install_programs
    export UTVARDERING_REQUIRE_PROGRAMS=1 DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
    # Release, as the program is run; one project's tests at a time, since each uses both cores.
    dotnet build Utvardering.sln -c Release
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    status=0
    dotnet test Utvardering.sln -c Release --no-build -m:1 "$@" | tee "$log" || status=$?
    # One line over all projects, for people and for machines that read the end of a log.
    sed -n 's/.*Failed: *\([0-9]*\), Passed: *\([0-9]*\), Skipped: *\([0-9]*\),.*/\1 \2 \3/p' "$log" |
      awk '{ failed += $1; passed += $2; skipped += $3 } END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped }'
    exit "$status"
    ;;
  *)
    sed -n '2,3p' "$0" | sed 's/^# \{0,1\}//'
    exit 2
    ;;
esac
