# Words for the scripts: one line per step, Chinese then English; one clear sentence when something is missing.
say() { printf '\033[1m▸\033[0m %s\n' "$*"; }
die() { # die SENTENCE REMEDY
  printf '✗ %s\n  %s\n' "$1" "${2-}" >&2
  exit 2
}
seconds_since() { echo $(($(date +%s) - $1)); }

# At least this much must be free where the build goes; the build itself takes about 1.5 GB.
need_megabytes() { # need_megabytes DIR MB
  local free
  free=$(df -Pm "$1" | awk 'NR==2 {print $4}')
  [ "$free" -ge "$2" ] || die "磁盘空间不足：$1 只剩 ${free} MB · disk nearly full" "需要至少 $2 MB；请清理后再试 · free at least $2 MB and try again"
}
