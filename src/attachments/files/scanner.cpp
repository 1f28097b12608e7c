// SPDX-License-Identifier: Apache-2.0
#include "attachments/files/scanner.hpp"

#include <netdb.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace ankao::attachments {
namespace {

constexpr std::size_t k_chunk = 1 << 16;

class Socket {
public:
  Socket() = default;
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  ~Socket() { close(); }

  /// With limits on every step; false when nobody answers there.
  bool open(int family, const sockaddr* address, socklen_t size, int timeout_s) {
    close();
    fd_ = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd_ < 0) return false;
    const timeval limit{timeout_s, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    return ::connect(fd_, address, size) == 0;
  }

  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) continue;
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  std::string receive() {
    std::string out;
    char block[512];
    while (out.size() < k_longest_answer && out.find('\0') == std::string::npos) {
      const ssize_t got = ::recv(fd_, block, sizeof block, 0);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      out.append(block, static_cast<std::size_t>(got));
    }
    return out;
  }

private:
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }
  int fd_ = -1;
};

bool open_path(Socket& socket, const ScannerSettings& settings) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string& path = settings.address->path;
  if (path.size() >= sizeof address.sun_path) return false;
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  return socket.open(AF_UNIX, reinterpret_cast<const sockaddr*>(&address), sizeof address, settings.timeout_s);
}

bool open_host(Socket& socket, const ScannerSettings& settings) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(settings.address->host.c_str(), settings.address->port.c_str(), &wanted, &found) != 0) return false;
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> all(found, ::freeaddrinfo);
  for (const addrinfo* one = found; one != nullptr; one = one->ai_next)
    if (socket.open(one->ai_family, one->ai_addr, one->ai_addrlen, settings.timeout_s)) return true;
  return false;
}

/// clamd may break off in the middle and say why: its answer counts, whether all was sent or not.
void send_stream(Socket& socket, std::string_view bytes) {
  if (!socket.send(std::string_view("zINSTREAM\0", 10))) return;
  for (std::size_t at = 0; at < bytes.size(); at += k_chunk) {
    const std::string_view chunk = bytes.substr(at, k_chunk);
    if (!socket.send(chunk_head(static_cast<std::uint32_t>(chunk.size()))) || !socket.send(chunk)) return;
  }
  static_cast<void>(socket.send(chunk_head(0)));
}

} // namespace

Result<ScannerSettings> scanner_settings(const std::function<std::optional<std::string>(const char*)>& value) {
  const auto text = value("ANKAO_CLAMD");
  if (!text) return ScannerSettings{};
  const auto address = scanner_address(*text);
  if (!address.ok()) return address.problem();
  return ScannerSettings{*address};
}

Verdict scan(const ScannerSettings& settings, std::string_view bytes) {
  if (!settings.address) return {Scan::Unchecked, "no scanner"};
  Socket socket;
  if (!(settings.address->path.empty() ? open_host(socket, settings) : open_path(socket, settings))) return {Scan::Unchecked, "scanner away"};
  send_stream(socket, bytes);
  Verdict out = read_answer(socket.receive());
  if (out.scan == Scan::Unchecked && out.note.empty()) out.note = "scanner broke off";
  return out;
}

} // namespace ankao::attachments
