// SPDX-License-Identifier: Apache-2.0
// One client's connection, living wholly on its io thread: read a request, answer it, again. Beast parses; the answer's bytes are
// ready (prepared.hpp) and go out in one gathered write.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "http/server/events.hpp"
#include "http/server/io_thread.hpp"
#include "http/server/shared.hpp"

namespace ankao::http {

class Connection : public std::enable_shared_from_this<Connection> {
public:
  using Time = std::chrono::steady_clock::time_point;
  using Socket = boost::asio::ip::tcp::socket;
  Connection(Socket socket, IoThread& io, Shared& shared);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void start();
  /// Ends what took too long; heartbeats on streams.
  void tick(Time now);
  /// The server stops: idle connections go at once, others after their answer, streams now.
  void wind_down();
  void close();

private:
  enum class State { Idle, Header, Body, Waiting, Writing, Streaming, Lingering, Closed };
  using Error = boost::system::error_code;

  // Reading (connection_read.cpp)
  void next_request();
  void read();
  void on_read(const Error& error, std::size_t count);
  void feed();
  bool on_header();
  std::optional<Problem> fault_of_header() const;
  void on_parse_error(const Error& error);
  void send_continue();
  void read_timeout();
  std::string_view field(boost::beast::http::field name) const;

  // Answering (connection_answer.cpp)
  void dispatch();
  bool answer_from_memory();
  void run_route(std::optional<Cache::FlightPtr> flight, std::string key, std::uint64_t generation);
  Request make_request() const;
  Wanted make_wanted() const;
  Verb verb() const;
  std::string peer() const;
  problems::Language language() const;
  void answer_problem(const Problem& problem);
  void answer(const PreparedPtr& prepared, bool cached);

  // Writing (connection_write.cpp)
  void write_head_and_body();
  void write_file(std::uint64_t offset);
  void finish_answer(std::uint64_t body_bytes);
  void linger();
  void start_stream();
  void flush_events();
  void write_events(std::string text, bool last);

  void expire_in(std::chrono::milliseconds time) { deadline_ = std::chrono::steady_clock::now() + time; }

  Socket socket_;
  IoThread& io_;
  Shared& shared_;
  std::string peer_address_;
  State state_ = State::Idle;
  Time deadline_ = Time::max();
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  std::size_t header_bytes_ = 0; ///< of this request so far
  bool reading_ = false;

  std::string id_;
  Time started_;
  PreparedPtr answer_;
  bool cached_ = false;
  int status_ = 0;
  std::string head_;
  bool keep_ = false;         ///< another request may follow
  bool client_sends_ = false; ///< refused in the middle of its request: what it still sends is read away

  std::shared_ptr<EventQueue> events_;
  std::string chunk_;
  bool chunked_ = false;
  bool writing_events_ = false;
  Time last_event_;
};

} // namespace ankao::http
