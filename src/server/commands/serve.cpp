// SPDX-License-Identifier: Apache-2.0
#include "server/commands/serve.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <pthread.h>
#include <sys/resource.h>

#include "http/server.hpp"
#include "program/command.hpp"
#include "server/wiring.hpp"

namespace ankao::server {
namespace {

/// Every connection and streamed file takes a handle; the soft limit of a login shell is low.
void allow_many_handles() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// SIGINT and SIGTERM wait for sigwait() instead of ending the process; threads made from here on inherit it.
sigset_t held_back_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  return ending;
}

http::Options http_options(const ServeOptions& options, Platform& platform) {
  http::Options out;
  out.address = options.address;
  out.port = options.port;
  out.assets = options.assets;
  out.behind_proxy = options.behind_proxy;
  out.healthy = [&platform] { return platform.healthy(); };
  return out;
}

void say_listening(const ServeOptions& options, std::uint16_t port) {
  const bool six = options.address.find(':') != std::string::npos;
  std::printf("listening http://%s%s%s:%u\n", six ? "[" : "", options.address.c_str(), six ? "]" : "", unsigned{port});
  std::fflush(stdout);
}

} // namespace

int serve(const ServeOptions& options) {
  const sigset_t ending = held_back_signals();
  allow_many_handles();
  const auto database = db::open(options.database);
  db::migrate(*database, migrations());
  http::Server* running = nullptr; // routes may tell of changes before and after the server's life
  Platform platform(*database, options.places, [&running] {
    if (running != nullptr) running->changed();
  }, options.operated);
  http::Server server(http_options(options, platform), [&platform](http::Request& request) { return platform.handle(request); });
  running = &server;
  server.start();
  platform.resume();
  say_listening(options, server.port());
  int signal = 0;
  ::sigwait(&ending, &signal);
  const bool graceful = server.stop();
  running = nullptr;
  if (graceful) return k_exit_done;
  std::fputs("ankao serve: 仍有请求未结束，已到停机时限 · requests were still running at the limit\n", stderr);
  std::fflush(nullptr);
  std::_Exit(k_exit_done); // waiting for them is what the limit forbids; their transactions roll back
}

} // namespace ankao::server
