// SPDX-License-Identifier: Apache-2.0
#include "http/server.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <future>
#include <system_error>
#include <thread>

#include "http/server/connection.hpp"
#include "http/server/io_thread.hpp"

namespace ankao::http {
namespace {

using Tcp = boost::asio::ip::tcp;
using Error = boost::system::error_code;

constexpr auto k_accept_pause = std::chrono::milliseconds(100); ///< when the process is out of handles

unsigned cores() { return std::max(1u, std::thread::hardware_concurrency()); }

[[noreturn]] void fail(const Error& error, const Options& options) {
  throw std::system_error(error.value(), std::system_category(),
                          "cannot listen on " + options.address + ":" + std::to_string(options.port));
}

} // namespace

/// One acceptor hands connections round: the kernel's own sharing (SO_REUSEPORT) would let a second server take the same port
/// silently, and spreads few connections unevenly.
struct Server::Impl {
  Impl(Options options, Handler handler)
      : shared(std::move(options), std::move(handler)) {}

  void listen();
  void accept();
  void on_accept(const Error& error, Tcp::socket socket);
  bool wait_until_idle(std::chrono::seconds limit);
  void stop_accepting();

  Shared shared;
  std::vector<std::unique_ptr<IoThread>> threads;
  std::unique_ptr<Tcp::acceptor> acceptor;
  std::unique_ptr<boost::asio::steady_timer> pause;
  std::unique_ptr<Workers> workers; // goes first: its jobs hold connections
  std::size_t next = 0;
  std::uint16_t port = 0;
  bool running = false;
};

void Server::Impl::listen() {
  Error error;
  const auto address = boost::asio::ip::make_address(shared.options.address, error);
  if (error) fail(error, shared.options);
  const Tcp::endpoint endpoint(address, shared.options.port);
  acceptor = std::make_unique<Tcp::acceptor>(threads.front()->context());
  pause = std::make_unique<boost::asio::steady_timer>(threads.front()->context());
  acceptor->open(endpoint.protocol(), error);
  if (!error) acceptor->set_option(Tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor->bind(endpoint, error);
  if (!error) acceptor->listen(boost::asio::socket_base::max_listen_connections, error);
  if (error) fail(error, shared.options);
  port = acceptor->local_endpoint().port();
}

void Server::Impl::accept() {
  next = (next + 1) % threads.size();
  acceptor->async_accept(threads[next]->context(), [this](const Error& error, Tcp::socket socket) { on_accept(error, std::move(socket)); });
}

void Server::Impl::on_accept(const Error& error, Tcp::socket socket) {
  if (shared.stopping || !acceptor->is_open()) return;
  if (error) {
    pause->expires_after(k_accept_pause);
    pause->async_wait([this](const Error& stopped) {
      if (!stopped && !shared.stopping) accept();
    });
    return;
  }
  if (shared.counters.open() < k_max_connections) {
    const auto connection = std::make_shared<Connection>(std::move(socket), *threads[next], shared);
    boost::asio::post(threads[next]->context(), [connection] { connection->start(); });
  }
  accept();
}

void Server::Impl::stop_accepting() {
  std::promise<void> closed;
  boost::asio::post(threads.front()->context(), [this, &closed] {
    Error ignored;
    acceptor->close(ignored);
    pause->cancel();
    closed.set_value();
  });
  closed.get_future().wait();
}

bool Server::Impl::wait_until_idle(std::chrono::seconds limit) {
  std::unique_lock lock(shared.closing);
  return shared.connection_closed.wait_for(lock, limit, [this] { return shared.counters.open() == 0; });
}

Server::Server(Options options, Handler handler)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(handler))) {}

Server::~Server() { stop(); }

void Server::start() {
  Impl& me = *impl_;
  const Options& options = me.shared.options;
  for (unsigned i = 0; i < (options.io_threads != 0 ? options.io_threads : cores()); ++i)
    me.threads.push_back(std::make_unique<IoThread>(me.shared));
  me.listen();
  me.workers = std::make_unique<Workers>(options.workers != 0 ? options.workers : 2 * cores());
  me.shared.workers = me.workers.get();
  me.accept();
  for (auto& thread : me.threads) thread->run();
  me.running = true;
}

std::uint16_t Server::port() const { return impl_->port; }
void Server::changed() { impl_->shared.cache.changed(); }
Metrics Server::metrics() const { return impl_->shared.counters.metrics(); }

bool Server::stop() {
  Impl& me = *impl_;
  if (!std::exchange(me.running, false)) return true;
  me.shared.stopping = true;
  me.stop_accepting();
  for (auto& thread : me.threads) thread->for_each([](Connection& connection) { connection.wind_down(); });
  const bool idle = me.wait_until_idle(std::chrono::seconds(me.shared.options.shutdown_seconds));
  for (auto& thread : me.threads) thread->join();
  me.workers->close();
  return idle;
}

} // namespace ankao::http
