#!/usr/bin/env bash
# Background jobs from enqueued to done, on both databases.
#   benchmarks/jobs/run.sh build/bench [JOBS]
set -euo pipefail
bench=$1/bin/ankao_bench_jobs count=${2:-5000}
. "$(dirname "$0")/../support/postgres.sh"
work=$(mktemp -d)
chmod 755 "$work"
cleanup() { stop_postgres; rm -rf "$work"; }
trap cleanup EXIT

echo "load of the machine: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores"
mkdir "$work/postgres"
start_postgres "$work/postgres/server"
for url in "sqlite:$work/jobs.db" "$postgres_url"; do
  echo "--- ${url%%:*}"
  "$bench" "$url" "$count"
done
