// SPDX-License-Identifier: Apache-2.0
// What all connections of a server share.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>

#include "http/server.hpp"
#include "http/server/cache.hpp"
#include "http/server/counters.hpp"
#include "http/server/files.hpp"
#include "http/server/log.hpp"
#include "http/server/prepared.hpp"
#include "http/server/rates.hpp"
#include "http/server/workers.hpp"

namespace ankao::http {

struct Shared {
  Shared(Options chosen, Server::Handler route);

  Options options;
  Server::Handler handler;
  LogBuffer::Sink log;
  Cache cache;
  Counters counters;
  Rates rates;
  Assets assets;
  Workers* workers = nullptr;
  std::atomic<bool> stopping{false};
  std::mutex closing;
  std::condition_variable connection_closed;

  /// Runs asset, health, metrics or route; whatever it throws becomes a 500 problem. For worker threads.
  PreparedPtr produce(Request& request, const Wanted& wanted, const PreparedPtr& previous);

private:
  Response respond(Request& request, const Wanted& wanted);
  std::optional<Response> own_answer(Request& request);
};

} // namespace ankao::http
