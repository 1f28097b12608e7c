// SPDX-License-Identifier: Apache-2.0
// Runs the platform until a signal ends it.
#pragma once

#include <cstdint>
#include <string>

#include "server/places.hpp"
#include "server/wiring.hpp"

namespace ankao::server {

struct ServeOptions {
  std::string database; ///< URL as db::open takes it
  Places places;
  Operated operated;
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080; ///< 0 takes a free one
  std::string assets;        ///< empty: no web app
  bool behind_proxy = false;
};

/// Prints "listening http://ADDRESS:PORT" on stdout once it answers; returns the exit code after SIGINT or SIGTERM. Throws
/// db::Failure when the database cannot be opened, std::system_error when the port is busy or needs a right we do not have.
int serve(const ServeOptions& options);

} // namespace ankao::server
