// SPDX-License-Identifier: Apache-2.0
// The HTTP server: Boost.Beast, one io_context per core; routes run on a pool of workers so that a slow query never stops the
// network. Graceful stop: no new connections, running requests finish, streams are closed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "http/message.hpp"

namespace ankao::http {

/// Limits, each tested at its edge.
inline constexpr std::size_t k_max_header_bytes = 16 * 1024;
inline constexpr std::size_t k_max_json_bytes = 4 * 1024 * 1024;
inline constexpr std::size_t k_max_upload_bytes = 32 * 1024 * 1024;
inline constexpr int k_idle_seconds = 60;

struct Options {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080; ///< 0 takes a free one
  unsigned io_threads = 0;   ///< 0 = one per core
  unsigned workers = 0;      ///< 0 = twice the cores
  std::string assets;        ///< folder of the built web app; files with .gz / .br beside them are served encoded; empty: none
  int shutdown_seconds = 10;
};

/// Numbers for /metrics; all since start.
struct Metrics {
  std::uint64_t requests = 0, errors = 0, bytes_out = 0, open_connections = 0, cached = 0;
};

class Server {
public:
  using Handler = std::function<Response(Request&)>;
  /// Every request that is no asset goes to `handler`, on a worker thread. An exception becomes a 500 problem.
  Server(Options options, Handler handler);
  ~Server();
  /// Binds and listens; throws std::system_error with the address in its text (port busy, no right).
  void start();
  std::uint16_t port() const;
  /// Public data changed: forget every cacheable answer.
  void changed();
  Metrics metrics() const;
  /// Stops gracefully; returns when the last request has ended or the limit is reached.
  void stop();

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace ankao::http
