# Builds the program and the web app; sourced by run, test and bench from the top of the checkout.

# The compile cache serves every checkout of this machine, wherever it stands.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

build_program() { # build_program PRESET [TARGET ...]
  local preset=$1 log started
  shift
  need_megabytes . 3000
  mkdir -p build
  log=build/$preset.log
  started=$(date +%s)
  if [ ! -f "build/$preset/build.ninja" ] || ! cmp -s CMakePresets.json "build/$preset/presets.json"; then # changed presets have other options
    say "配置构建 $preset · configuring"
    cmake --preset "$preset" >"$log" 2>&1 || { tail -n 15 "$log" >&2; die "构建配置失败，详见 $log · configuring failed" "请先运行 · run first: tools/setup/install.sh packages.txt"; }
    cp CMakePresets.json "build/$preset/presets.json"
  fi
  say "编译 $preset（首次在双核机器上可能要二三十分钟）· compiling, up to half an hour on two cores the first time"
  if [ -t 1 ]; then
    cmake --build --preset "$preset" ${1:+--target "$@"} || die "编译失败 · the build failed" "错误见上 · the error stands above"
  else
    cmake --build --preset "$preset" ${1:+--target "$@"} >"$log" 2>&1 || { grep -m 20 -A6 -E 'error|FAILED' "$log" >&2 || tail -n 30 "$log" >&2; die "编译失败，详见 $log · the build failed" "错误见上 · the error stands above"; }
  fi
  say "编译完成，用时 $(seconds_since "$started") 秒 · compiled"
}

web_stamp() { find web tools/web data/problems build/wasm/bin/ankao-draw.wasm -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1; }

web_modules() { # node, npm and the packages of web/package-lock.json
  local lock
  PATH=$(tools/web/node.sh):$PATH || die "无法准备 Node · Node could not be set up" "请检查网络和 npm 软件源 · check the network and the npm registry setting"
  export PATH
  lock=$(sha256sum web/package-lock.json | cut -d' ' -f1)
  if [ "$(cat web/node_modules/.ankao-lock 2>/dev/null)" != "$lock" ]; then
    say "安装网页依赖 · installing web packages"
    (cd web && npm ci --no-audit --no-fund --loglevel=error >../build/npm.log 2>&1) || { tail -n 8 build/npm.log >&2; die "网页依赖安装失败 · installing web packages failed" "请检查网络和 npm 软件源 · check the network and the npm registry setting"; }
    echo "$lock" >web/node_modules/.ankao-lock
  fi
}

# The draw's core for the browser; ninja knows whether its sources changed, so a second call costs nothing.
build_core() {
  build_program wasm
}

build_web() { # the core stands already: its digest is part of the stamp, since the verifier carries it
  local stamp
  mkdir -p build
  stamp=$(web_stamp)
  [ "$(cat web/dist/.ankao-stamp 2>/dev/null)" = "$stamp" ] && return 0
  web_modules
  say "构建网页 · building the web app"
  (cd web && npm run build >../build/web.log 2>&1) || { tail -n 25 build/web.log >&2; die "网页构建失败，详见 build/web.log · building the web app failed" "错误见上 · the error stands above"; }
  echo "$stamp" >web/dist/.ankao-stamp
}
