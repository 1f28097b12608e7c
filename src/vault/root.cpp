// SPDX-License-Identifier: Apache-2.0
#include "vault/root.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/sm3.hpp"

namespace ankao::vault {
namespace {

constexpr std::string_view k_head = "ankao root key 1\n";
constexpr std::size_t k_longest = 4096;

/// Closes when it goes.
struct Handle {
  int fd = -1;
  ~Handle() {
    if (fd >= 0) ::close(fd);
  }
};

Problem failed(const char* id, const std::string& path, const std::string& reason) { return problem(id, {{"path", path}, {"reason", reason}}); }

std::string check_of(const std::string& hex) { return to_hex(sm3("ankao root check " + hex)); }

/// Sealing key and mark are derived, so neither tells the secret nor the other.
Root root_of(const Digest& secret) {
  const std::string_view key(reinterpret_cast<const char*>(secret.data()), secret.size());
  Root root;
  const std::string sealing = hmac_sm3(key, "ankao root: sealing of data keys");
  std::memcpy(root.sealing.data(), sealing.data(), root.sealing.size());
  const std::string mark = hmac_sm3(key, "ankao root: mark");
  root.mark = to_hex(reinterpret_cast<const std::uint8_t*>(mark.data()), 8);
  return root;
}

Digest fresh_secret(const Chance& chance) {
  Digest secret{};
  chance(secret.data(), secret.size());
  return secret;
}

Result<Root> parsed(const std::string& path, const std::string& text) {
  const auto damaged = failed("vault.root_damaged", path, "");
  if (!text.starts_with(k_head)) return damaged;
  const std::string body = text.substr(k_head.size());
  if (body.size() != 130 || body[64] != '\n' || body[129] != '\n') return damaged;
  const std::string hex = body.substr(0, 64);
  const auto secret = digest_from_hex(hex);
  if (!secret || body.substr(65, 64) != check_of(hex)) return damaged;
  return root_of(*secret);
}

bool flush_folder(const std::string& folder) {
  const Handle handle{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  return handle.fd >= 0 && ::fsync(handle.fd) == 0;
}

/// A whole new file under a passing name; link() then gives it its own, and fails when that is taken.
bool write_new(const std::string& path, const std::string& text) {
  const std::string passing = path + "." + std::to_string(::getpid());
  ::unlink(passing.c_str());
  bool done = false;
  {
    const Handle handle{::open(passing.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
    done = handle.fd >= 0 && ::write(handle.fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(handle.fd) == 0;
  }
  done = done && (::link(passing.c_str(), path.c_str()) == 0 || errno == EEXIST);
  const int reason = errno;
  ::unlink(passing.c_str());
  errno = reason;
  return done;
}

Result<std::optional<Root>> read_file(const std::string& path) {
  const Handle handle{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (handle.fd < 0 && (errno == ENOENT || errno == ENOTDIR)) return std::optional<Root>();
  if (handle.fd < 0) return failed("vault.root_unreadable", path, std::strerror(errno));
  struct stat about {};
  if (::fstat(handle.fd, &about) != 0) return failed("vault.root_unreadable", path, std::strerror(errno));
  if ((about.st_mode & 077U) != 0) return failed("vault.root_exposed", path, "");
  std::string text(k_longest, '\0');
  const ssize_t got = ::read(handle.fd, text.data(), text.size());
  if (got < 0) return failed("vault.root_unreadable", path, std::strerror(errno));
  text.resize(static_cast<std::size_t>(got));
  const auto root = parsed(path, text);
  if (!root.ok()) return root.problem();
  return std::optional<Root>(*root);
}

Result<Root> make_file(const std::string& path, const std::string& folder, const Chance& chance) {
  const Digest secret = fresh_secret(chance);
  const std::string hex = to_hex(secret);
  if (!write_new(path, std::string(k_head) + hex + "\n" + check_of(hex) + "\n") || !flush_folder(folder))
    return failed("vault.root_unwritable", path, std::strerror(errno));
  const auto root = read_file(path); // another process may have been first: what stands counts
  if (!root.ok()) return root.problem();
  if (!*root) return failed("vault.root_unwritable", path, "");
  return **root;
}

} // namespace

std::string root_path(const std::string& folder) { return (std::filesystem::path(folder) / "root.key").string(); }

std::string next_root_path(const std::string& folder) { return root_path(folder) + ".next"; }

Result<std::optional<Root>> read_root(const std::string& folder) { return read_file(root_path(folder)); }

Result<std::vector<Root>> read_roots(const std::string& folder) {
  std::vector<Root> out;
  for (const std::string& path : {root_path(folder), next_root_path(folder)}) {
    const auto root = read_file(path);
    if (!root.ok()) return root.problem();
    if (*root) out.push_back(**root);
  }
  return out;
}

Result<Root> make_root(const std::string& folder, const Chance& chance) {
  std::error_code error;
  if (std::filesystem::create_directories(folder, error)) ::chmod(folder.c_str(), 0700);
  if (error) return failed("vault.root_unwritable", root_path(folder), error.message());
  return make_file(root_path(folder), folder, chance);
}

Result<Root> make_next_root(const std::string& folder, const Chance& chance) { return make_file(next_root_path(folder), folder, chance); }

Result<void> take_up_next_root(const std::string& folder) {
  if (::rename(next_root_path(folder).c_str(), root_path(folder).c_str()) != 0 || !flush_folder(folder))
    return failed("vault.root_unwritable", root_path(folder), std::strerror(errno));
  return {};
}

Root passing_root(const Chance& chance) { return root_of(fresh_secret(chance)); }

} // namespace ankao::vault
