// SPDX-License-Identifier: Apache-2.0
#include "http/server/io_thread.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <ctime>
#include <random>
#include <vector>

#include <fmt/format.h>

#include "http/server/connection.hpp"

namespace ankao::http {
namespace {

/// Short enough that a timeout is at most an eighth late, long enough to cost nothing.
std::chrono::milliseconds tick_of(const Timeouts& t) {
  const auto shortest = std::min({t.header, t.idle, t.body, t.write, t.linger, t.heartbeat});
  return std::clamp(shortest / 8, std::chrono::milliseconds(5), std::chrono::milliseconds(250));
}

} // namespace

IoThread::IoThread(Shared& shared)
    : log_(shared.log)
    , id_prefix_(std::random_device()())
    , tick_every_(tick_of(shared.options.timeouts))
    , context_(1)
    , work_(context_.get_executor())
    , timer_(context_) {}

IoThread::~IoThread() { join(); }

void IoThread::run() {
  boost::asio::post(context_, [this] { tick(); });
  thread_ = std::thread([this] { context_.run(); });
}

void IoThread::join() {
  context_.stop();
  if (thread_.joinable()) thread_.join();
  log_.flush();
}

void IoThread::for_each(std::function<void(Connection&)> what) {
  boost::asio::post(context_, [this, what = std::move(what)] { visit(what); });
}

/// A visited connection may close and so leave the set.
void IoThread::visit(const std::function<void(Connection&)>& what) {
  const std::vector<Connection*> all(connections_.begin(), connections_.end());
  for (Connection* connection : all)
    if (connections_.contains(connection)) what(*connection);
}

void IoThread::tick() {
  const auto now = std::chrono::steady_clock::now();
  visit([now](Connection& connection) { connection.tick(now); });
  log_.flush();
  timer_.expires_at(now + tick_every_);
  timer_.async_wait([this](const boost::system::error_code& error) {
    if (!error) tick();
  });
}

const std::string& IoThread::date_line() {
  const std::time_t now = std::time(nullptr);
  if (now == date_second_) return date_line_;
  date_second_ = now;
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  char text[64];
  const std::size_t size = std::strftime(text, sizeof text, "date: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts);
  date_line_.assign(text, size);
  return date_line_;
}

std::string IoThread::next_id() { return fmt::format("{:08x}{:08x}", id_prefix_, ++id_count_); }

} // namespace ankao::http
