#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Brings node 22 and npm 11 into the checkout (.cache/node) and prints the folder with their programs.
# Debian 12 has node 18 and npm 9, on which the web build does not run. Safe to call again; needs no root.
#   PATH="$(tools/web/node.sh):$PATH" npm ci
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
home="${ANKAO_NODE_HOME:-$root/.cache/node}"
bin="$home/node_modules/.bin"

# node of that version, and npm run by it: npm 9 under node 18 would skip native parts.
stands() {
    [ -x "$bin/node" ] && [ -x "$bin/npm" ] || return 1
    case "$("$bin/node" --version 2>/dev/null)" in v22.*) ;; *) return 1 ;; esac
    case "$(PATH="$bin:$PATH" "$bin/npm" --version 2>/dev/null)" in 11.*) return 0 ;; *) return 1 ;; esac
}

refuse() {
    echo "node.sh: $1" >&2
    exit 1
}

install_tools() {
    command -v npm >/dev/null 2>&1 || refuse "npm is missing; install it first: apt-get install npm"
    mkdir -p "$home" 2>/dev/null || refuse "cannot write to $home; check the rights of the folder"
    [ -f "$home/package.json" ] || echo '{"private":true}' >"$home/package.json"
    npm install --prefix "$home" --no-audit --no-fund --no-package-lock --loglevel=error node@22 npm@11 >&2 ||
        refuse "the npm registry did not answer or the disk is full; check the network and run the command again"
}

stands || install_tools
stands || refuse "node 22 did not start on this machine; remove $home and run the command again"
echo "$bin"
