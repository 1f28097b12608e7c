// SPDX-License-Identifier: Apache-2.0
#include "program/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace ankao {
namespace {

Problem unreadable(const std::string& path) {
  return problem("file.unreadable", {{"path", path}, {"reason", std::strerror(errno)}});
}

Problem unwritable(const std::string& path) {
  return problem("file.unwritable", {{"path", path}, {"reason", std::strerror(errno)}});
}

bool write_all(int handle, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(handle, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

/// However writing ends, with a throw too: the handle is closed, and nothing half-written stays under the passing name.
struct Unfinished {
  int handle;
  std::string temporary; ///< gone when it was renamed
  Unfinished(int open, std::string path)
      : handle(open)
      , temporary(std::move(path)) {}
  ~Unfinished() {
    ::close(handle);
    if (!temporary.empty()) ::unlink(temporary.c_str());
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
};

} // namespace

Result<std::string> read_file(const std::string& path) {
  const int handle = path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle < 0) return unreadable(path);
  std::string out;
  char buffer[1 << 16];
  for (;;) {
    const ssize_t n = ::read(handle, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      const Problem refused = unreadable(path);
      ::close(handle);
      return refused;
    }
    if (n == 0) break;
    out.append(buffer, static_cast<std::size_t>(n));
  }
  ::close(handle);
  return out;
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  return write_file(path, [bytes](const Piece& piece) { piece(bytes); });
}

Result<void> write_file(const std::string& path, const std::function<void(const Piece&)>& make) {
  const bool standard = path == "-";
  const std::string temporary = path + ".part-" + std::to_string(::getpid());
  const int handle = standard ? ::dup(STDOUT_FILENO) : ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (handle < 0) return unwritable(path);
  const Unfinished unfinished{handle, standard ? "" : temporary};
  int failed = 0;
  make([&](std::string_view bytes) {
    if (failed == 0 && !write_all(handle, bytes)) failed = errno;
  });
  errno = failed;
  if (failed != 0) return unwritable(path);
  if (!standard && (::fsync(handle) != 0 || ::rename(temporary.c_str(), path.c_str()) != 0)) return unwritable(path);
  return {};
}

} // namespace ankao
