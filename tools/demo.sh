#!/usr/bin/env bash
# The demonstration: the sample reports into a ledger, its incidents as a table, a report, and the workbench.
# SERVE=0 leaves the workbench out; it changes nothing outside demo-output/.
set -euo pipefail
cd "$(dirname "$0")/.."
kroniek=.venv/bin/kroniek
output=demo-output
ledger=$output/demo.ledger

rm -rf "$output"
mkdir -p "$output"
cp samples/kroniek.toml "$output/kroniek.toml"

printf '\nReading the sample reports in samples/ into %s\n' "$ledger"
"$kroniek" build samples/reports --ledger "$ledger"

printf '\nThe incidents, each with its range of people killed and its grade\n'
"$kroniek" incidents --ledger "$ledger"

printf '\nFigures held against each other\n'
"$kroniek" check "$ledger"

printf '\nA report as a web page\n'
"$kroniek" report --ledger "$ledger" --output "$output/report.html"
printf 'Written: %s\n' "$output/report.html"

if [ "${SERVE:-1}" = 0 ]; then
  printf '\nThe workbench was left out (SERVE=0). To open it: make serve\n'
else
  printf '\nThe workbench: open the address below in a browser; Ctrl-C ends it.\n'
  # Ctrl-C is how it is meant to end, so it is no failure
  "$kroniek" serve --ledger "$ledger" || [ $? -eq 130 ]
fi
