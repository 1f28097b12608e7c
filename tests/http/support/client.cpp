// SPDX-License-Identifier: Apache-2.0
#include "http/support/client.hpp"

#include <arpa/inet.h>
#include <brotli/decode.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace ankao::http::test {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

Answer parse_head(std::string head) {
  Answer answer;
  answer.status = std::stoi(head.substr(9, 3));
  std::size_t at = head.find("\r\n") + 2;
  while (at < head.size()) {
    const std::size_t end = head.find("\r\n", at);
    const std::string line = head.substr(at, end - at);
    at = end + 2;
    const std::size_t colon = line.find(": ");
    if (colon != std::string::npos) answer.headers[lower(line.substr(0, colon))] = line.substr(colon + 2);
  }
  return answer;
}

} // namespace

Client::Client(unsigned short port)
    : handle_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  ::inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
  const timeval limit{10, 0};
  ::setsockopt(handle_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  const int on = 1;
  ::setsockopt(handle_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (::connect(handle_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("the test cannot connect");
}

Client::~Client() { ::close(handle_); }

bool Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::send(handle_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

bool Client::fill() {
  char block[65536];
  const ssize_t n = ::recv(handle_, block, sizeof block, 0);
  if (n > 0) buffer_.append(block, static_cast<std::size_t>(n));
  return n > 0;
}

std::string Client::take(std::size_t count) {
  while (buffer_.size() < count && fill()) {
  }
  const std::string out = buffer_.substr(0, count);
  buffer_.erase(0, out.size());
  return out;
}

std::string Client::until(std::string_view text) {
  std::size_t at = buffer_.find(text);
  while (at == std::string::npos && fill()) at = buffer_.find(text);
  return at == std::string::npos ? std::string() : take(at + text.size());
}

Answer Client::receive(Body body) {
  const std::string head = until("\r\n\r\n");
  if (head.empty()) return {};
  Answer answer = parse_head(head);
  if (answer.status == 100) return receive(body);
  const bool carries = body == Body::Expected && answer.status != 204 && answer.status != 304;
  if (carries && answer.headers.contains("content-length")) answer.body = take(std::stoul(answer.header("content-length")));
  return answer;
}

Answer Client::get(std::string_view target, std::string_view extra) {
  return exchange("GET " + std::string(target) + " HTTP/1.1\r\nHost: t\r\n" + std::string(extra) + "\r\n");
}

std::string Client::rest() {
  while (fill()) {
  }
  return take(buffer_.size());
}

void Client::close_sending() { ::shutdown(handle_, SHUT_WR); }

std::string gunzipped(std::string_view bytes) {
  z_stream stream{};
  ::inflateInit2(&stream, 15 + 16);
  std::string out(16 * 1024 * 1024, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int state = ::inflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  ::inflateEnd(&stream);
  return state == Z_STREAM_END ? out : "not gzip";
}

std::string unbrotlied(std::string_view bytes) {
  std::string out(16 * 1024 * 1024, '\0');
  std::size_t size = out.size();
  const auto state = ::BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                               reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(size);
  return state == BROTLI_DECODER_RESULT_SUCCESS ? out : "not brotli";
}

} // namespace ankao::http::test
