// SPDX-License-Identifier: Apache-2.0
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include "http/server/connection.hpp"

namespace ankao::http {
namespace {

namespace beast_http = boost::beast::http;

constexpr std::size_t k_read_header_bytes = 8 * 1024;
constexpr std::size_t k_read_body_bytes = 64 * 1024;
constexpr std::size_t k_kept_buffer_bytes = 32 * 1024;

bool same_letters(std::string_view a, std::string_view b) { return boost::beast::iequals(a, b); }

bool is_upload(std::string_view content_type) { return same_letters(content_type.substr(0, 19), "multipart/form-data"); }

Problem too_large(std::size_t limit) { return problem("http.body_too_large", {{"limit", std::to_string(limit / 1024 / 1024) + " MB"}}); }

} // namespace

void Connection::start() {
  io_.add(this);
  shared_.counters.opened();
  Error ignored;
  socket_.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
  socket_.native_non_blocking(true, ignored);
  const auto remote = socket_.remote_endpoint(ignored);
  if (!ignored) peer_address_ = remote.address().to_string();
  next_request();
}

void Connection::next_request() {
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(k_max_header_bytes));
  parser_->body_limit(boost::none); // decided when the header is there
  answer_ = nullptr;
  id_.clear();
  header_bytes_ = 0;
  if (buffer_.size() == 0 && buffer_.capacity() > k_kept_buffer_bytes) buffer_.shrink_to_fit();
  if (shared_.stopping && buffer_.size() == 0) return close();
  state_ = buffer_.size() > 0 ? State::Header : State::Idle;
  expire_in(state_ == State::Header ? shared_.options.timeouts.header : shared_.options.timeouts.idle);
  if (state_ == State::Header)
    feed();
  else
    read();
}

void Connection::read() {
  if (reading_) return;
  reading_ = true;
  socket_.async_read_some(buffer_.prepare(state_ == State::Body ? k_read_body_bytes : k_read_header_bytes),
                          [self = shared_from_this()](const Error& error, std::size_t count) { self->on_read(error, count); });
}

void Connection::on_read(const Error& error, std::size_t count) {
  reading_ = false;
  if (state_ == State::Closed) return;
  if (error) return state_ == State::Waiting || state_ == State::Writing ? void() : close();
  if (state_ == State::Lingering || state_ == State::Streaming) return read(); // read away
  buffer_.commit(count);
  if (state_ == State::Idle) {
    state_ = State::Header;
    expire_in(shared_.options.timeouts.header);
  }
  if (state_ == State::Body) expire_in(shared_.options.timeouts.body);
  if (state_ == State::Header || state_ == State::Body) feed();
}

void Connection::feed() {
  while (buffer_.size() > 0 && !parser_->is_done()) {
    Error error;
    const std::size_t used = parser_->put(buffer_.data(), error);
    buffer_.consume(used);
    if (state_ == State::Header) header_bytes_ += used;
    if (error == beast_http::error::need_more) return read();
    if (error) return on_parse_error(error);
    if (state_ == State::Header && parser_->is_header_done() && !on_header()) return;
  }
  if (parser_->is_done()) return dispatch();
  read();
}

/// False when the header was answered already, or the client waits for "100 Continue".
bool Connection::on_header() {
  started_ = std::chrono::steady_clock::now();
  id_ = io_.next_id();
  state_ = State::Body;
  expire_in(shared_.options.timeouts.body);
  keep_ = parser_->keep_alive() && !shared_.stopping;
  if (const auto fault = fault_of_header()) {
    keep_ = false;
    client_sends_ = true;
    answer_problem(*fault);
    return false;
  }
  if (parser_->is_done()) return true;
  parser_->eager(true);
  if (!same_letters(field(beast_http::field::expect), "100-continue")) return true;
  send_continue();
  return false;
}

/// What Beast lets pass and we do not: two readings of where a request ends, and bodies beyond the limit.
std::optional<Problem> Connection::fault_of_header() const {
  const auto& message = parser_->get();
  if (header_bytes_ > k_max_header_bytes) return problem("http.header_too_large", {{"limit", std::to_string(k_max_header_bytes)}});
  const bool old = message.version() == 10;
  const auto lengths = message.count(beast_http::field::content_length);
  const auto codings = message.count(beast_http::field::transfer_encoding);
  const auto hosts = message.count(beast_http::field::host);
  const bool coded_otherwise = codings > 0 && !same_letters(field(beast_http::field::transfer_encoding), "chunked");
  const bool listed = field(beast_http::field::content_length).find(',') != std::string_view::npos; // Beast takes "5, 5"
  const bool unclear = listed || lengths > 1 || codings > 1 || (lengths > 0 && codings > 0) || coded_otherwise || (old && codings > 0);
  if (unclear || hosts > 1 || (hosts == 0 && !old) || (message.version() != 11 && !old)) return problem("http.bad_request");
  const std::size_t limit = is_upload(field(beast_http::field::content_type)) ? k_max_upload_bytes : k_max_json_bytes;
  const auto length = parser_->content_length();
  if (length && *length > limit) return too_large(limit);
  const_cast<Connection*>(this)->parser_->body_limit(limit);
  return std::nullopt;
}

void Connection::on_parse_error(const Error& error) {
  if (id_.empty()) {
    id_ = io_.next_id();
    started_ = std::chrono::steady_clock::now();
  }
  keep_ = false;
  client_sends_ = true;
  if (error == beast_http::error::header_limit)
    return answer_problem(problem("http.header_too_large", {{"limit", std::to_string(k_max_header_bytes)}}));
  if (error == beast_http::error::body_limit)
    return answer_problem(too_large(is_upload(field(beast_http::field::content_type)) ? k_max_upload_bytes : k_max_json_bytes));
  answer_problem(problem("http.bad_request"));
}

void Connection::send_continue() {
  static constexpr std::string_view text = "HTTP/1.1 100 Continue\r\n\r\n";
  boost::asio::async_write(socket_, boost::asio::buffer(text.data(), text.size()),
                           [self = shared_from_this()](const Error& error, std::size_t) {
                             if (self->state_ != State::Body) return;
                             if (error)
                               self->close();
                             else
                               self->feed();
                           });
}

void Connection::read_timeout() {
  if (id_.empty()) {
    id_ = io_.next_id();
    started_ = std::chrono::steady_clock::now();
  }
  keep_ = false;
  client_sends_ = true;
  answer_problem(problem("http.timeout"));
}

std::string_view Connection::field(beast_http::field name) const {
  const auto& fields = parser_->get();
  const auto found = fields.find(name);
  if (found == fields.end()) return {};
  return {found->value().data(), found->value().size()};
}

} // namespace ankao::http
