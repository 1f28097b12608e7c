#!/usr/bin/env bash
# ./bench chance [SEEDS [WORK [name=value ...]]]: the demo's bookings at load 1, on all cores; WORK 0: the work limit of the engine's version.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build/release/bin/ankao demo bookings --seed 7 --load 1 --month 2024-03 --out "$work/in.json" 2>/dev/null
nice -n 19 build/bench/bin/ankao_bench_chance "$work/in.json" "${1:-1000}" "${2:-0}" "${@:3}"
