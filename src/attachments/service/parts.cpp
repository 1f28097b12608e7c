// SPDX-License-Identifier: Apache-2.0
#include "attachments/service/parts.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace ankao::attachments {
namespace {

namespace fs = std::filesystem;

std::string context(const std::string& upload, std::int64_t start) { return "upload:" + upload + ":" + std::to_string(start); }

fs::path folder_of(const Room& room, const std::string& upload) { return fs::path(room.parts) / upload; }

bool write_flushed(const std::string& path, std::string_view bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) return false;
  bool done = true;
  while (done && !bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    done = wrote > 0;
    if (done) bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  done = done && ::fsync(fd) == 0;
  const int reason = errno;
  ::close(fd);
  errno = reason;
  return done;
}

/// Names stay different across restarts: a part of an earlier process may have the same start.
std::string fresh_name(const fs::path& folder, std::int64_t start) {
  static std::atomic<std::uint64_t> count = 0;
  for (;;) {
    const std::string name = std::to_string(start) + "." + std::to_string(::getpid()) + "-" + std::to_string(++count);
    if (!fs::exists(folder / name)) return name;
  }
}

} // namespace

Result<std::string> keep_part(const Room& room, const std::string& upload, std::int64_t start, std::string_view bytes) {
  const fs::path folder = folder_of(room, upload);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return problem("file.unwritable", {{"path", folder.string()}, {"reason", error.message()}});
  const std::string name = fresh_name(folder, start);
  if (write_flushed((folder / name).string(), room.vault.seal(context(upload, start), bytes))) return name;
  const Problem refused = problem("file.unwritable", {{"path", folder.string()}, {"reason", std::strerror(errno)}});
  fs::remove(folder / name, error);
  return refused;
}

void remove_part(const Room& room, const std::string& upload, const std::string& file) {
  std::error_code error;
  fs::remove(folder_of(room, upload) / file, error);
}

void remove_parts(const Room& room, const std::string& upload) {
  std::error_code error;
  fs::remove_all(folder_of(room, upload), error);
}

Result<std::string> read_parts(const Room& room, const std::string& upload, const std::vector<Part>& parts) {
  std::string out;
  for (const Part& part : parts) {
    std::ifstream file(folder_of(room, upload) / part.file, std::ios::binary);
    std::ostringstream sealed;
    sealed << file.rdbuf();
    const auto clear = room.vault.open(context(upload, part.start), sealed.str());
    if (!file || !clear.ok() || static_cast<std::int64_t>(clear->size()) != part.size || static_cast<std::int64_t>(out.size()) != part.start)
      return problem("uploads.part_lost", {{"offset", std::to_string(part.start)}});
    out += *clear;
  }
  return out;
}

} // namespace ankao::attachments
