// SPDX-License-Identifier: Apache-2.0
// The HTTP server: Boost.Beast, one io_context per core; routes run on a pool of workers so that a slow query never stops the
// network. Graceful stop: no new connections, running requests finish, streams are closed.
// It answers /healthz and /metrics (the latter only to the machine itself), files of the web app, and hands the rest to the handler.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "http/message.hpp"

namespace ankao::http {

/// Limits, each tested at its edge.
inline constexpr std::size_t k_max_header_bytes = 16 * 1024;
inline constexpr std::size_t k_max_json_bytes = 4 * 1024 * 1024;
inline constexpr std::size_t k_max_upload_bytes = 32 * 1024 * 1024; ///< multipart/form-data
inline constexpr int k_idle_seconds = 60;
inline constexpr std::size_t k_max_connections = 8192;
inline constexpr std::size_t k_max_waiting_requests = 2048;   ///< for a worker; beyond it 503 http.busy
inline constexpr std::chrono::milliseconds k_cache_age{1000}; ///< so that several servers on one database stay fresh
inline constexpr std::size_t k_max_cache_bytes = 64 * 1024 * 1024;
inline constexpr std::size_t k_min_compressed_bytes = 1024;                ///< smaller answers are sent as they are
inline constexpr std::size_t k_max_stream_backlog_bytes = 4 * 1024 * 1024; ///< a slower reader of events is let go

/// How long a client may take; each is generous for a phone on a bad network.
struct Timeouts {
  std::chrono::milliseconds header{10'000};              ///< from the first byte of a request to the end of its header
  std::chrono::milliseconds idle{1000 * k_idle_seconds}; ///< between two requests of a connection
  std::chrono::milliseconds body{20'000};                ///< without a single byte of the body
  std::chrono::milliseconds write{30'000};               ///< without progress; large bodies get a second per 8 kB more
  std::chrono::milliseconds linger{5'000};               ///< reading away what a refused client still sends
  std::chrono::milliseconds heartbeat{15'000};           ///< comment on a silent stream of events
};

/// Requests of one peer: a bucket of `burst` that fills with `per_second`. An examination site sits behind one address.
struct RateLimit {
  double per_second = 500;
  double burst = 2000;
  bool loopback = false; ///< whether it also holds for this machine
};

struct Options {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080; ///< 0 takes a free one
  unsigned io_threads = 0;   ///< 0 = one per core
  unsigned workers = 0;      ///< 0 = twice the cores
  std::string assets = {};   ///< folder of the built web app; files with .gz / .br beside them are served encoded; empty: none
  int shutdown_seconds = 10;
  Timeouts timeouts = {};
  std::chrono::milliseconds cache_age = k_cache_age; ///< of a cacheable answer
  RateLimit rate = {};
  /// Behind a proxy that sets X-Forwarded-For: its last address is the peer. Never set it without a proxy.
  bool behind_proxy = false;
  /// Where log lines go (one JSON object a line, may be several lines at once); empty: stderr.
  std::function<void(std::string_view)> log = {};
  /// Whether the platform can work (e.g. its database answers); asked for /healthz on a worker. Empty: yes.
  std::function<bool()> healthy = {};
};

/// Numbers for /metrics; all since start, but open_connections.
struct Metrics {
  std::uint64_t requests = 0, errors = 0, bytes_out = 0, open_connections = 0, cached = 0;
};

class Server {
public:
  using Handler = std::function<Response(Request&)>;
  /// Every request that is no asset goes to `handler`, on a worker thread. An exception becomes a 500 problem.
  Server(Options options, Handler handler);
  /// Stops, and waits for the last handler however long it takes.
  ~Server();
  /// Binds and listens; throws std::system_error with the address in its text (port busy, no right).
  void start();
  std::uint16_t port() const;
  /// Public data changed: forget every cacheable answer.
  void changed();
  Metrics metrics() const;
  /// Stops gracefully; returns when the last request has ended (true) or the limit is reached (false).
  bool stop();

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace ankao::http
