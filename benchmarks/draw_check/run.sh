#!/usr/bin/env bash
# N demo months, loads 1 to 4: draws each, checks it with the independent checker, and compares with the greedy clerk.
#   benchmarks/draw_check/run.sh build/release/bin/ankao [N] [MONTH]
set -euo pipefail
ankao=$1 seeds=${2:-10} month=${3:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
level() { grep -o "\"$1\":[0-9]*" "$2" | tail -n 1 | cut -d: -f2; }
levels() { for l in U E X J V Q; do printf '%s=%s ' "$l" "$(level "$l" "$1")"; done; }
lawful=0 better=0 fair=0 drawn=0
for seed in $(seq "$seeds"); do
  for load in 1 2 3 4; do
    "$ankao" demo bookings --seed "$seed" --load "$load" ${month:+--month "$month"} --out "$work/i.json" 2>/dev/null
    ticket=$(printf '%064x' "$seed")
    started=$(date +%s%N)
    "$ankao" draw "$work/i.json" --seed "$ticket" --out "$work/p.json" >/dev/null 2>&1
    took=$((($(date +%s%N) - started) / 1000000))
    "$ankao" draw "$work/i.json" --seed "$ticket" --out "$work/g.json" --greedy >/dev/null 2>&1
    drawn=$((drawn + 1))
    "$ankao" check "$work/i.json" "$work/p.json" >/dev/null && lawful=$((lawful + 1))
    [ $(($(level J "$work/p.json") * 10)) -le "$(level J "$work/g.json")" ] && fair=$((fair + 1))
    word=equal
    for l in U E X J V Q; do
      a=$(level "$l" "$work/p.json") b=$(level "$l" "$work/g.json")
      [ "$a" -lt "$b" ] && { word=better; better=$((better + 1)); break; }
      [ "$a" -gt "$b" ] && { word=WORSE; break; }
    done
    printf 'seed %3s load %s  %5s ms  %-6s engine %s| greedy %s\n' "$seed" "$load" "$took" "$word" "$(levels "$work/p.json")" "$(levels "$work/g.json")"
  done
done
echo "$drawn drawn, $lawful lawful, $better better than greedy, $fair with at most a tenth of its envy"
[ "$lawful" -eq "$drawn" ]
