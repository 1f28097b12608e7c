// SPDX-License-Identifier: Apache-2.0
#include "http/server/log.hpp"

#include <cerrno>
#include <unistd.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/date.hpp"

namespace ankao::http {
namespace {

constexpr std::size_t k_flush_bytes = 32 * 1024;

std::int64_t wall_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

} // namespace

/// The text of the second is made once; only the milliseconds change.
std::string_view LogBuffer::time_text() {
  const std::int64_t now = wall_ms();
  if (now / 1000 != second_) {
    second_ = now / 1000;
    time_ = to_string(Instant{now});
  }
  const auto ms = static_cast<int>(now % 1000);
  const std::size_t at = time_.size() - 9; // ".123+08:00"
  time_[at] = static_cast<char>('0' + ms / 100);
  time_[at + 1] = static_cast<char>('0' + ms / 10 % 10);
  time_[at + 2] = static_cast<char>('0' + ms % 10);
  return time_;
}

void LogBuffer::add(const LogLine& line) {
  fmt::format_to(std::back_inserter(lines_),
                 R"({{"time":"{}","id":"{}","verb":"{}","route":"{}","status":{},"us":{},"bytes":{}{}}})"
                 "\n",
                 time_text(), line.id, line.verb, line.route, line.status, line.microseconds, line.bytes,
                 line.cached ? R"(,"cached":true)" : "");
  if (lines_.size() >= k_flush_bytes || line.status >= 500) flush();
}

void LogBuffer::flush() {
  if (lines_.empty()) return;
  sink_(lines_);
  lines_.clear();
}

void log_failure(const LogBuffer::Sink& sink, std::string_view request_id, std::string_view route, std::string_view what) {
  const nlohmann::ordered_json line = {
      {"time", to_string(Instant{wall_ms()})}, {"id", request_id}, {"route", route}, {"failure", without_long_numbers(what)}};
  sink(line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

std::string without_long_numbers(std::string_view text) {
  constexpr std::size_t longest = 6;
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end - i > longest)
      out += "***";
    else
      out += text.substr(i, end - i);
    if (end < text.size()) out += text[end];
    i = end + 1;
  }
  return out;
}

void write_to_stderr(std::string_view lines) {
  while (!lines.empty()) {
    const ssize_t n = ::write(STDERR_FILENO, lines.data(), lines.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return; // nobody reads the log: nothing to be done here
    lines.remove_prefix(static_cast<std::size_t>(n));
  }
}

} // namespace ankao::http
