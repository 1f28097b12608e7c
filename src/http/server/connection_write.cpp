// SPDX-License-Identifier: Apache-2.0
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <cerrno>
#include <sys/sendfile.h>

#include <fmt/format.h>

#include "http/server/connection.hpp"

namespace ankao::http {
namespace {

constexpr std::uint64_t k_slowest_bytes_per_second = 8 * 1024;
constexpr std::uint64_t k_sendfile_bytes = 1024 * 1024; ///< then others have their turn

std::string_view verb_name(boost::beast::http::verb verb) {
  const auto name = boost::beast::http::to_string(verb);
  return {name.data(), name.size()};
}

} // namespace

Connection::Connection(Socket socket, IoThread& io, Shared& shared)
    : socket_(std::move(socket))
    , io_(io)
    , shared_(shared) {}

/// A producer may outlive the server; it must not wake what is no more.
Connection::~Connection() {
  if (events_) events_->client_gone();
}

void Connection::write_head_and_body() {
  state_ = State::Writing;
  const bool header_known = parser_->is_header_done();
  const bool body_wanted = status_ != 304 && !(header_known && verb() == Verb::Head);
  const bool streams = answer_->stream && body_wanted;
  chunked_ = streams && parser_->get().version() == 11;
  keep_ = keep_ && !streams && !shared_.stopping;
  head_ = head_of(*answer_, status_);
  if (chunked_) head_ += "transfer-encoding: chunked\r\nx-accel-buffering: no\r\n";
  head_ += io_.date_line();
  head_ += "x-request-id: ";
  head_ += id_;
  head_ += !keep_ ? "\r\nconnection: close\r\n\r\n" : parser_->get().version() == 10 ? "\r\nconnection: keep-alive\r\n\r\n" : "\r\n\r\n";
  const bool whole = body_wanted && !answer_->file && !streams;
  const boost::asio::const_buffer body = whole ? boost::asio::buffer(answer_->body) : boost::asio::const_buffer();
  expire_in(shared_.options.timeouts.write + std::chrono::seconds(body.size() / k_slowest_bytes_per_second));
  boost::asio::async_write(socket_, std::array<boost::asio::const_buffer, 2>{boost::asio::buffer(head_), body},
                           [self = shared_from_this(), body_wanted, streams](const Error& error, std::size_t count) {
                             if (self->state_ != State::Writing) return;
                             if (error) return self->close();
                             if (streams) return self->start_stream();
                             if (body_wanted && self->answer_->file) return self->write_file(self->answer_->part.first);
                             self->finish_answer(count - self->head_.size());
                           });
}

/// The kernel copies; the thread only waits for room.
void Connection::write_file(std::uint64_t offset) {
  const std::uint64_t end = answer_->part.last + 1;
  auto at = static_cast<off_t>(offset);
  const ssize_t sent =
      ::sendfile(socket_.native_handle(), answer_->file->handle(), &at, static_cast<std::size_t>(std::min(end - offset, k_sendfile_bytes)));
  if (sent == 0 || (sent < 0 && errno != EAGAIN && errno != EINTR)) return close(); // the file became shorter, or the client left
  if (sent > 0) {
    offset += static_cast<std::uint64_t>(sent);
    expire_in(shared_.options.timeouts.write);
  }
  if (offset == end) return finish_answer(answer_->body_bytes());
  socket_.async_wait(Socket::wait_write, [self = shared_from_this(), offset](const Error& error) {
    if (self->state_ != State::Writing) return;
    if (error)
      self->close();
    else
      self->write_file(offset);
  });
}

void Connection::finish_answer(std::uint64_t body_bytes) {
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - started_);
  const std::size_t bytes = head_.size() + static_cast<std::size_t>(body_bytes);
  shared_.counters.request_ended(status_, took, bytes);
  const std::string_view verb_text = parser_->is_header_done() ? verb_name(parser_->get().method()) : "-";
  io_.log().add({id_, verb_text, answer_->route, status_, took.count(), bytes, cached_});
  if (keep_) return next_request();
  linger();
}

/// Closing with unread bytes would throw the answer away before the client has read it, so we wait for its end.
void Connection::linger() {
  Error ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
  if (ignored || (shared_.stopping && !client_sends_)) return close();
  state_ = State::Lingering;
  buffer_.consume(buffer_.size());
  expire_in(shared_.options.timeouts.linger);
  read();
}

void Connection::start_stream() {
  state_ = State::Streaming;
  deadline_ = Time::max();
  last_event_ = std::chrono::steady_clock::now();
  events_ = std::make_shared<EventQueue>([weak = weak_from_this(), executor = socket_.get_executor()] {
    boost::asio::post(executor, [weak] {
      if (const auto self = weak.lock()) self->flush_events();
    });
  });
  read(); // tells when the client leaves
  const bool taken =
      shared_.workers->post([stream = answer_->stream, queue = events_, shared = &shared_, id = id_, route = answer_->route] {
        try {
          stream(std::make_shared<QueuedStream>(queue));
        } catch (const std::exception& error) {
          log_failure(shared->log, id, route, error.what());
          queue->end();
        }
      });
  if (!taken) events_->end();
}

void Connection::flush_events() {
  if (state_ != State::Streaming || writing_events_) return;
  EventQueue::Pending pending = events_->take();
  if (pending.overflowed) return close();
  if (pending.text.empty() && !pending.ended) return;
  write_events(std::move(pending.text), pending.ended);
}

void Connection::write_events(std::string text, bool last) {
  chunk_ = chunked_ && !text.empty() ? fmt::format("{:x}\r\n{}\r\n", text.size(), text) : std::move(text);
  if (chunked_ && last) chunk_ += "0\r\n\r\n";
  writing_events_ = true;
  last_event_ = std::chrono::steady_clock::now();
  expire_in(shared_.options.timeouts.write);
  boost::asio::async_write(socket_, boost::asio::buffer(chunk_), [self = shared_from_this(), last](const Error& error, std::size_t) {
    self->writing_events_ = false;
    if (self->state_ != State::Streaming) return;
    if (error) return self->close();
    self->deadline_ = Time::max();
    if (!last) return self->flush_events();
    self->events_->client_gone();
    self->finish_answer(0);
  });
}

void Connection::tick(Time now) {
  if (state_ == State::Streaming && !writing_events_ && now - last_event_ >= shared_.options.timeouts.heartbeat)
    return write_events(":\n\n", false);
  if (now < deadline_) return;
  if (state_ == State::Header || state_ == State::Body) return read_timeout();
  close();
}

void Connection::wind_down() {
  if (state_ == State::Idle || (state_ == State::Lingering && !client_sends_)) return close();
  if (state_ == State::Streaming) events_->end();
}

void Connection::close() {
  if (state_ == State::Closed) return;
  if (state_ == State::Streaming) io_.log().add({id_, "GET", answer_->route, status_, 0, head_.size(), false});
  state_ = State::Closed;
  if (events_) events_->client_gone();
  Error ignored;
  socket_.close(ignored);
  io_.remove(this);
  shared_.counters.closed();
  const std::lock_guard lock(shared_.closing);
  shared_.connection_closed.notify_all();
}

} // namespace ankao::http
