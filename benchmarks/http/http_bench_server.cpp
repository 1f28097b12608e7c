// SPDX-License-Identifier: Apache-2.0
// Serves one public, cacheable JSON list the way the platform does, for run.sh to measure: http_bench_server FILE LOG.
// The route reads the file anew each time, so what stays in memory is the server's doing.
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <string>

#include "http/server.hpp"

namespace {

std::string content_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const int log = ::open(argv[2], O_WRONLY | O_CREAT | O_APPEND, 0644);
  if (log < 0) return 2;
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  ankao::http::Options options;
  options.port = 0;
  options.log = [log](std::string_view lines) { [[maybe_unused]] const auto n = ::write(log, lines.data(), lines.size()); };
  ankao::http::Server server(options, [path = argv[1]](ankao::http::Request& request) {
    request.route = "/api/list";
    ankao::http::Response response;
    response.body = content_of(path);
    response.cacheable = true;
    return response;
  });
  server.start();
  std::printf("%u\n", unsigned{server.port()});
  std::fflush(stdout);
  int signal = 0;
  ::sigwait(&ending, &signal);
  server.stop();
  return 0;
}
