#!/usr/bin/env bash
# Installs the Debian packages of the given lists that are missing, and nothing else.
#   tools/setup/install.sh packages.txt [packages-test.txt ...]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/say.sh"

wanted=$(cd "$here" && sed 's/#.*//' "$@" | xargs -n1 | sort -u)
missing=()
for entry in $wanted; do
  package=${entry%%/*}
  case $entry in */*) command -v "${entry#*/}" >/dev/null && continue ;; esac
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root=(sudo)
  elif command -v sudo >/dev/null && [ -t 0 ]; then as_root=(sudo)
  else
    die "缺少软件包且无权安装：${missing[*]} · packages are missing and this user may not install them" \
        "请由管理员执行 · ask an administrator to run: apt-get install ${missing[*]}"
  fi
fi
say "安装 ${#missing[@]} 个软件包 · installing ${#missing[@]} packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"; }
if ! apt update >"$log" 2>&1; then
  tail -n 3 "$log" >&2
  die "无法取得软件包列表 · the package lists could not be fetched" "请检查网络和 /etc/apt 的软件源 · check the network and the package sources"
fi
if ! apt install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
  tail -n 5 "$log" >&2
  die "软件包安装失败 · installing packages failed" "请检查网络、软件源和磁盘空间后重试 · check network, package sources and disk space, then try again"
fi
