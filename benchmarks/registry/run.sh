#!/usr/bin/env bash
# The public registry list of a running server beside nginx serving the same bytes, at the notice's rows and at ten times as many.
#   benchmarks/registry/run.sh build/release [SECONDS]
set -euo pipefail
ankao=$1/bin/ankao seconds=${2:-5}
work=$(mktemp -d)
chmod 755 "$work"
cleanup() {
  [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
  [ ! -f "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

# Ten times the rows of table a: the same rows under other names and numbers, so that they are other institutions.
"$ankao" registry export --raw --table a --format tsv --out "$work/a.tsv"
awk -F '\t' -v OFS='\t' 'NF < 7 {next} $1 !~ /^[0-9]+$/ {print; next} {for (i = 0; i < 10; ++i) {n = $1 + 100 * i; name = $2; address = $4; telephone = $7; if (i) {sub(/^ */, "第" i "批", name); address = "广州市" $3 "试验路" n "号"; telephone = sprintf("020-%08d", 30000000 + n)}; print n, name, $3, address, $5, $6, telephone}}' "$work/a.tsv" >"$work/ten.tsv"

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >"$work/nginx.conf" <<CONF
worker_processes $(nproc);
pid $work/nginx.pid;
error_log $work/error.log;
events { worker_connections 4096; }
http { access_log $work/access.log combined buffer=32k flush=1s; types { application/json json; } sendfile on; tcp_nopush on; keepalive_requests 100000000;
  client_body_temp_path $work/b; proxy_temp_path $work/p; fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;
  open_file_cache max=100; server { listen 127.0.0.1:$port reuseport; root $work; } }
CONF
nginx -c "$work/nginx.conf" -e "$work/error.log"

load() { # load URL: requests a second and p99
  wrk -t 2 -c 64 -d "${seconds}s" --latency "$1" | awk '/99%/ {p = $2} /Requests\/sec/ {r = $2} /Non-2xx/ {bad = " answers other than 2xx"} END {print r, p bad}'
}
n=0
for rows in 1 10; do
  "$ankao" setup --database "sqlite:$work/$rows.db" >/dev/null
  [ "$rows" = 1 ] || "$ankao" registry import "$work/ten.tsv" --table a --database "sqlite:$work/$rows.db" >/dev/null
  "$ankao" serve --database "sqlite:$work/$rows.db" --port 0 >"$work/out.$rows" 2>"$work/log.$rows" &
  server=$!
  until grep -q http "$work/out.$rows"; do kill -0 "$server"; sleep 0.1; done
  address=$(grep -o 'http://[^ ]*' "$work/out.$rows")
  for path in '/api/registry/institutions?size=50' '/api/registry/institutions?size=50&q=%E6%8A%80%E5%B8%88&sort=name'; do
    n=$((n + 1)); list=list-$n.json; curl -sf "$address$path" -o "$work/$list"
    total=$(grep -o '"total":[0-9]*' "$work/$list" | head -n 1 | cut -d: -f2)
    ours=$(load "$address$path") theirs=$(load "http://127.0.0.1:$port/$list")
    awk -v t="$total" -v b="$(wc -c <"$work/$list")" -v p="$path" -v o="$ours" -v n="$theirs" 'BEGIN {split(o, x, " "); split(n, y, " ");
      printf "%5d institutions, %6d bytes  ankao %8.0f/s p99 %s   nginx %8.0f/s p99 %s   ratio %.2f   %s\n", t, b, x[1], x[2], y[1], y[2], x[1] / y[1], p}'
  done
  # Without the memory: a new question every time goes to the database.
  started=$(date +%s%N)
  for i in $(seq 200); do curl -sf "$address/api/registry/institutions?size=50&q=x$i" -o /dev/null; done
  echo "      200 different searches, one after another: $((($(date +%s%N) - started) / 200000)) us each, with the start of curl"
  kill "$server"; wait "$server" || true; server=
done
