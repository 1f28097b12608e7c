#!/usr/bin/env bash
# A city with so many visits: the demo campaign, through the services, and copies of it; then every list and board of a real server, on
# SQLite and on PostgreSQL.
#   benchmarks/inspections/run.sh ANKAO [VISITS [TIMES [sqlite|postgresql ...]]]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../support/postgres.sh"
ankao=$(readlink -f "$1") wanted=${2:-2000} times=${3:-40}
shift; shift || true; shift || true
[ $# -gt 0 ] || set -- sqlite postgresql
limit=100
work=$(mktemp -d)
chmod 755 "$work"
server=
cleanup() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  wait 2>/dev/null || true
  stop_postgres >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap cleanup EXIT
cd "$work" # the keys of a PostgreSQL database stand beside the program
mkdir "$work/assets"; echo "<html></html>" >"$work/assets/index.html"
password='检查 at full length 9'
counts="SELECT MAX(number) FROM visit; SELECT MAX(seq) FROM visit_answer; SELECT MAX(number) FROM defect; SELECT MAX(seq) FROM visit_question; SELECT MAX(number) FROM visit_signature; SELECT MAX(number) FROM decision;"

sql() { # sql URL FILE: the answers of its queries, one a line
  case $1 in
    sqlite:*) python3 - "${1#sqlite:}" "$2" <<'PY'
import sqlite3, sys
base = sqlite3.connect(sys.argv[1], isolation_level=None)
for one in open(sys.argv[2], encoding="utf-8").read().split(";\n"):
    if one.strip():
        for row in base.execute(one):
            print(*row)
PY
      ;;
    *) psql -q -At -v ON_ERROR_STOP=1 -f "$2" "$1" ;;
  esac
}

bad=0
for kind in "$@"; do
  if [ "$kind" = sqlite ]; then url=sqlite:$work/city.db; else start_postgres "$work/postgres"; url=$postgres_url; fi
  started=$(date +%s)
  "$ankao" demo city --database "$url" >"$work/accounts"
  "$ankao" demo campaign --database "$url"
  # The auditor sees every row of the city and signs in without a second factor.
  printf '%s' "$password" | "$ankao" account create --database "$url" --account bench --role auditor --name 测 --password-stdin --keep-password >/dev/null
  printf '%s' "$counts" | sed 's/; /;\n/g' >"$work/counts.sql"
  read -r -d '' visits answers defects questions signatures decisions < <(sql "$url" "$work/counts.sql" | tr '\n' ' ' && printf '\0') || true
  copies=$(((wanted + visits - 1) / visits - 1))
  python3 "$here/grow.py" "$copies" "$visits" "$answers" "$defects" "$questions" "$signatures" "$decisions" >"$work/grow.sql"
  sql "$url" "$work/grow.sql"
  echo "$kind: $((visits * (copies + 1))) visits, $((defects * (copies + 1))) problems, $((answers * (copies + 1))) answers; filled in $(($(date +%s) - started)) s"
  "$ankao" serve --database "$url" --port 0 --assets "$work/assets" >"$work/out" 2>"$work/log" &
  server=$!
  until grep -q http "$work/out"; do kill -0 "$server"; sleep 0.1; done
  python3 "$here/ask.py" "$(grep -o 'http://[^ ]*' "$work/out")" "$password" "$limit" "$times" bench || bad=1
  kill "$server"; wait "$server" || true; server=
  [ "$kind" = sqlite ] || stop_postgres
done
echo "load while measuring: $(cut -d' ' -f1-3 /proc/loadavg)"
exit $bad
