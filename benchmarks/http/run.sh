#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Requests a second and p99 of a cached public JSON list against nginx serving the same bytes as a file, on this machine, in turns.
# Both log every request into a file. Usage: benchmarks/http/run.sh BUILD_FOLDER [SECONDS] [ROUNDS]
# Client and server share the machine's cores, so compare the two columns, not the figures with those of another machine. The
# server's own processor time per request is given beside them, because it hardly depends on what else the machine does.
set -eu
build=${1:?build folder}
seconds=${2:-5}
rounds=${3:-3}
for tool in nginx wrk python3; do
  command -v "$tool" >/dev/null || { echo "benchmarks/http: $tool is missing (tools/setup/packages-bench.txt)" >&2; exit 2; }
done
work=$(mktemp -d)
cleanup() {
  [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
  [ ! -f "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT INT TERM

# About 40 kB: sixty institutions with Chinese names, as the public register has them.
python3 - "$work/list.json" <<'PY'
import gzip, json, sys
rows = [{"id": f"GZ-A{i:02}", "name": f"广州市第{i}安全生产培训中心有限公司", "district": f"4401{i % 12:02}", "addresses": [f"广州市天河区某某路{i * 7}号{i}栋"] * 2,
         "projects": [f"OP{(i * k) % 30:02}" for k in range(1, 8)], "telephones": [f"020-{38000000 + i * 7919}"], "standing": "published",
         "since": "2023-11-04", "sites": i % 3, "note": "安全生产培训、考试、机构、登记 " * 4} for i in range(62)]
text = json.dumps({"total": 62, "page": 1, "size": 100, "items": rows}, ensure_ascii=False).encode()
open(sys.argv[1], "wb").write(text)
open(sys.argv[1] + ".gz", "wb").write(gzip.compress(text, 7))
print(f"list.json {len(text)} bytes, gzip {len(gzip.compress(text, 7))} bytes")
PY

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat > "$work/nginx.conf" <<CONF
worker_processes $(nproc);
pid $work/nginx.pid;
error_log $work/error.log;
daemon on;
events { worker_connections 4096; }
http {
  access_log $work/access.log combined buffer=32k flush=1s;
  client_body_temp_path $work/a; proxy_temp_path $work/b; fastcgi_temp_path $work/c; uwsgi_temp_path $work/d; scgi_temp_path $work/e;
  types { application/json json; }
  sendfile on; tcp_nopush on; keepalive_timeout 65; keepalive_requests 100000000;
  open_file_cache max=100; gzip_static on;
  server { listen 127.0.0.1:$port reuseport; root $work; }
}
CONF
chmod 755 "$work"
nginx -c "$work/nginx.conf" -e "$work/error.log"
"$build/bin/http_bench_server" "$work/list.json" "$work/ankao.log" > "$work/port" &
server=$!
while [ ! -s "$work/port" ]; do kill -0 "$server"; done
ankao="http://127.0.0.1:$(cat "$work/port")/api/list"
nginx="http://127.0.0.1:$port/list.json"

# Clock ticks that the processes have used
ticks() { for pid in "$@"; do cut -d ' ' -f 14,15 "/proc/$pid/stat"; done | awk '{sum += $1 + $2} END {print sum}'; }
# measure URL CODING PID...: requests/s, p99, microseconds of processor time a request
measure() {
  url=$1; coding=$2; shift 2
  before=$(ticks "$@")
  wrk -t 2 -c 64 -d "${seconds}s" --latency -H "Accept-Encoding: $coding" "$url" > "$work/wrk"
  used=$(($(ticks "$@") - before))
  awk -v used="$used" -v hertz="$(getconf CLK_TCK)" '/99%/ {p = $2} /requests in/ {n = $1} /Requests\/sec/ {r = $2} /Non-2xx/ {bad = "bad"} END {print r, p, used / hertz / n * 1e6, bad}' "$work/wrk"
}
nginx_workers=$(pgrep -P "$(cat "$work/nginx.pid")")

for coding in identity gzip; do
  curl -sf -o /dev/null "$ankao" 2>/dev/null || true
  : > "$work/ankao.$coding"; : > "$work/nginx.$coding"
  i=0
  while [ "$i" -lt "$rounds" ]; do
    measure "$ankao" "$coding" "$server" >> "$work/ankao.$coding"
    measure "$nginx" "$coding" $nginx_workers >> "$work/nginx.$coding"
    i=$((i + 1))
  done
  python3 - "$coding" "$work/ankao.$coding" "$work/nginx.$coding" <<'PY'
import statistics, sys
def read(path):
    rows = [line.split() for line in open(path)]
    bad = [row for row in rows if len(row) > 3]
    if bad: sys.exit(f"answers other than 2xx: {bad}")
    return statistics.median(float(row[0]) for row in rows), sorted(row[1] for row in rows), statistics.median(float(row[2]) for row in rows)
a, a99, acpu = read(sys.argv[2]); n, n99, ncpu = read(sys.argv[3])
print(f"{sys.argv[1]:9} ankao {a:9.0f}/s p99 {' '.join(a99)} cpu {acpu:.1f} us   nginx {n:9.0f}/s p99 {' '.join(n99)} cpu {ncpu:.1f} us   "
      f"ratio {a / n:.2f} (by processor time {ncpu / acpu:.2f})")
PY
done
