#!/usr/bin/env bash
# The log of changes: appended and sealed, exported and verified, proved, on both databases.
#   benchmarks/ledger/run.sh build/bench [EVENTS [EVENTS FOR THE PROOF]]
set -euo pipefail
bench=$1/bin/ankao_bench_ledger events=${2:-100000} many=${3:-10000000}
. "$(dirname "$0")/../support/postgres.sh"
work=$(mktemp -d)
chmod 755 "$work"
cleanup() { stop_postgres; rm -rf "$work"; }
trap cleanup EXIT

echo "load of the machine: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores"
"$bench" sm3
mkdir "$work/postgres"
start_postgres "$work/postgres/server"
for url in "sqlite:$work/log.db" "$postgres_url"; do
  echo "--- ${url%%:*}"
  "$bench" append "$url" "$events"
  "$bench" verify "$url" "$work/export.bin"
  "$bench" prove "$url" "$((events * 10 + events + events / 5 + events / 50))"
  "$bench" prove "$url" "$many"
done
echo "load of the machine: $(cut -d' ' -f1-3 /proc/loadavg)"
