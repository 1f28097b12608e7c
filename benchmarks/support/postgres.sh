# A PostgreSQL server of its own for a benchmark, as one is run: every commit is flushed to the disk. Sourced; start_postgres FOLDER sets
# postgres_url, stop_postgres ends it.
postgres_programs=/usr/lib/postgresql/15/bin

as_server() { # PostgreSQL refuses to run as root
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgres() {
  postgres_folder=$1
  mkdir -p "$postgres_folder"
  [ "$(id -u)" != 0 ] || chown postgres "$postgres_folder"
  as_server "$postgres_programs/initdb" -D "$postgres_folder/data" -U owner -A trust -E UTF8 --locale=C >"$postgres_folder/../initdb.log"
  local port
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  as_server "$postgres_programs/pg_ctl" -s -w -D "$postgres_folder/data" -l "$postgres_folder/log" \
    -o "-h 127.0.0.1 -p $port -c unix_socket_directories= -c shared_buffers=1GB -c max_wal_size=8GB" start
  postgres_url=postgresql://owner@127.0.0.1:$port/postgres
}

stop_postgres() {
  [ -z "${postgres_folder:-}" ] || as_server "$postgres_programs/pg_ctl" -s -m immediate -D "$postgres_folder/data" stop || true
}
