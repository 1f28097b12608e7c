// SPDX-License-Identifier: Apache-2.0
#include "look/ask.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <utility>
#include <vector>

namespace ankao::look {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t k_block = 1 << 18;
constexpr std::size_t k_longest_report = 2 * k_largest_drawn + (1 << 14);

std::string beside() {
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::string() : (self.parent_path() / "ankao-look").string();
}

class Handle {
public:
  explicit Handle(int fd) : fd_(fd) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { close(); }
  int get() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

private:
  int fd_;
};

/// 0 when it cannot be started. The child has nothing but the one socket: no environment, no other file.
pid_t start(const std::string& program, const std::vector<std::string>& words, int socket) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  std::vector<char*> arguments{const_cast<char*>(program.c_str())};
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  char* environment[] = {nullptr};
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, program.c_str(), &actions, &attributes, arguments.data(), environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return failed == 0 ? child : 0;
}

enum class Talk { Done, Slow, Failed };

/// What can be sent now; false when the child has gone.
bool send_some(int socket, std::string_view& bytes) {
  if (bytes.empty()) return true;
  const ssize_t sent = ::send(socket, bytes.data(), std::min(bytes.size(), k_block), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent < 0) return errno == EINTR || errno == EAGAIN;
  bytes.remove_prefix(static_cast<std::size_t>(sent));
  if (bytes.empty()) ::shutdown(socket, SHUT_WR);
  return true;
}

/// Sends everything while reading the answer, so that neither side waits for the other.
Talk talk(int socket, std::string_view bytes, std::string& answer) {
  const auto end = Clock::now() + std::chrono::milliseconds(k_patience_ms);
  std::string block(k_block, '\0');
  if (bytes.empty()) ::shutdown(socket, SHUT_WR);
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) return Talk::Slow;
    pollfd wanted{socket, static_cast<short>(bytes.empty() ? POLLIN : POLLIN | POLLOUT), 0};
    if (::poll(&wanted, 1, static_cast<int>(left)) < 0 && errno != EINTR) return Talk::Failed;
    if ((wanted.revents & POLLOUT) != 0 && !send_some(socket, bytes)) return Talk::Failed;
    if ((wanted.revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
    const ssize_t got = ::recv(socket, block.data(), block.size(), MSG_DONTWAIT);
    if (got == 0) return Talk::Done;
    if (got < 0 && errno != EINTR && errno != EAGAIN) return Talk::Failed;
    if (got > 0) answer.append(block, 0, static_cast<std::size_t>(got));
    if (answer.size() > k_longest_report) return Talk::Failed;
  }
}

Result<Found> ask(const std::string& program, const std::vector<std::string>& words, std::string_view bytes) {
  int pair[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) return problem("look.failed");
  Handle ours(pair[0]);
  Handle theirs(pair[1]);
  const pid_t child = start(program, words, theirs.get());
  theirs.close();
  if (child == 0) return problem("look.failed");
  std::string answer;
  const Talk talked = talk(ours.get(), bytes, answer);
  if (talked != Talk::Done) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  if (talked == Talk::Slow) return problem("look.slow");
  if (talked == Talk::Failed || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return problem("look.failed");
  return read_report(answer);
}

} // namespace

Looker::Looker(std::string program)
    : program_(program.empty() ? beside() : std::move(program)) {}

Result<std::string> Looker::type_of(std::string_view bytes) const {
  const auto found = ask(program_, {"type"}, bytes);
  if (!found.ok()) return found.problem();
  return found->type;
}

Result<Found> Looker::picture_of(std::string_view bytes, const Drawing& drawing) const {
  auto found = ask(program_, {"picture", std::to_string(drawing.pixels), std::to_string(drawing.small), std::to_string(drawing.large)}, bytes);
  if (!found.ok()) return found.problem();
  if (found->fault == Fault::TooManyPixels) return problem("look.too_many_pixels", {{"limit", std::to_string(drawing.pixels)}});
  if (found->fault == Fault::Broken) return problem("look.broken_picture");
  return found;
}

} // namespace ankao::look
