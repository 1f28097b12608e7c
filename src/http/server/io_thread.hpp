// SPDX-License-Identifier: Apache-2.0
// One io_context, its thread, its connections and what they need of the moment: a tick for timeouts, the Date line, ids, log.
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <string>
#include <thread>
#include <unordered_set>

#include "http/server/log.hpp"
#include "http/server/shared.hpp"

namespace ankao::http {

class Connection;

class IoThread {
public:
  explicit IoThread(Shared& shared);
  ~IoThread();
  IoThread(const IoThread&) = delete;
  IoThread& operator=(const IoThread&) = delete;

  void run();
  /// Lets go of the network and ends the thread; callbacks that wait are dropped.
  void join();
  boost::asio::io_context& context() { return context_; }
  /// Runs `what` for every connection, on this thread, soon.
  void for_each(std::function<void(Connection&)> what);

  // Only on this thread:
  void add(Connection* connection) { connections_.insert(connection); }
  void remove(Connection* connection) { connections_.erase(connection); }
  const std::string& date_line();
  std::string next_id();
  LogBuffer& log() { return log_; }

private:
  void tick();
  void visit(const std::function<void(Connection&)>& what);

  LogBuffer log_;
  std::unordered_set<Connection*> connections_;
  std::int64_t date_second_ = -1;
  std::string date_line_;
  std::uint32_t id_prefix_;
  std::uint32_t id_count_ = 0;
  std::chrono::milliseconds tick_every_;
  boost::asio::io_context context_; // after all that its callbacks touch
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
  boost::asio::steady_timer timer_;
  std::thread thread_;
};

} // namespace ankao::http
