#!/usr/bin/env bash
# Lists of a running server at 100,000 rows: page 1, page 1000, a search, and the exported files, on SQLite.
#   benchmarks/lists/run.sh build/release [ROWS]
set -euo pipefail
ankao=$1/bin/ankao rows=${2:-100000}
work=$(mktemp -d)
cleanup() {
  [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

mkdir "$work/assets"; echo "<html></html>" >"$work/assets/index.html"
"$ankao" setup --database "sqlite:$work/lists.db" >/dev/null
password='清单 at full length 9'
printf '%s' "$password" | "$ankao" account create --database "sqlite:$work/lists.db" --account bench --role auditor --name 审计 --password-stdin --keep-password >/dev/null

# The same entries under other names and numbers, and events of a log, until there are as many as wanted.
python3 - "$work/lists.db" "$rows" <<'PY'
import sqlite3, sys
base = sqlite3.connect(sys.argv[1])
wanted = int(sys.argv[2])
columns = [line[1] for line in base.execute("PRAGMA table_info(register_version)")]
entries = base.execute("SELECT * FROM register_version WHERE kind = 'institution'").fetchall()
id_, name = columns.index("id"), columns.index("name")
def copies():
    for i in range(wanted - len(entries)):
        row = list(entries[i % len(entries)])
        row[id_] = f"{row[id_]}-{i}"
        row[name] = f"{row[name]}{i}"
        yield row
base.executemany(f"INSERT INTO register_version VALUES ({','.join('?' * len(columns))})", copies())
columns = [line[1] for line in base.execute("PRAGMA table_info(ledger_event)")]
last = base.execute("SELECT * FROM ledger_event ORDER BY number DESC LIMIT 1").fetchone()
number = columns.index("number")
def events():
    for i in range(wanted - last[number] - 1000):  # room below the limit of an export
        row = list(last)
        row[number] = last[number] + 1 + i
        row[columns.index("salt")] = None
        yield row
base.executemany(f"INSERT INTO ledger_event VALUES ({','.join('?' * len(columns))})", events())
# The program gives events without salt their leaves when it starts.
base.execute("UPDATE ledger_event SET salt = NULL")
base.execute("DELETE FROM ledger_node")
base.execute("DELETE FROM ledger_checkpoint")
base.execute("ANALYZE")
base.commit()
PY

"$ankao" serve --database "sqlite:$work/lists.db" --port 0 --assets "$work/assets" >"$work/out" 2>"$work/log" &
server=$!
until grep -q http "$work/out"; do kill -0 "$server"; sleep 0.1; done
address=$(grep -o 'http://[^ ]*' "$work/out")
memory() { awk '/VmHWM/ {print int($2 / 1024)}' "/proc/$server/status"; }
curl -sf -c "$work/cookie" -H 'x-ankao: 1' -H 'content-type: application/json' -d "{\"account\":\"bench\",\"password\":\"$password\"}" "$address/api/session" -o /dev/null

ask() { # ask WORDS PATH: median of five (other sizes each time: public pages are kept in memory), bytes
  for i in 1 2 3 4 5; do curl -s -b "$work/cookie" "$address${2//SIZE/$((95 + i))}" -o "$work/answer" -w '%{time_total} %{http_code} %{size_download}\n'; done | sort -n | sed -n 3p |
    awk -v w="$1" -v m="$(memory)" '{printf "%-44s %8.0f ms  %d  %9d bytes  peak %d MB\n", w, $1 * 1000, $2, $3, m}'
}
list=/api/registry/institutions
ask "registry, $rows rows: page 1" "$list?size=SIZE&q=&sort=name"
ask "registry: page 1000" "$list?size=SIZE&page=1000&sort=name"
ask "registry: search, page 1" "$list?size=SIZE&q=%E6%8A%80%E5%B8%88&sort=-since"
ask "registry: export xlsx" "$list/export?format=xlsx"
ask "registry: export csv" "$list/export?format=csv"
ask "registry: export csv gb18030" "$list/export?format=csv-gb18030"
ask "ledger events, $rows rows: page 1" "/api/ledger/events?size=SIZE"
ask "ledger events: page 1000" "/api/ledger/events?size=SIZE&page=1000"
ask "ledger events: export xlsx" "/api/ledger/events/export?format=xlsx"
