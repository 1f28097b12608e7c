// SPDX-License-Identifier: Apache-2.0
// The log: one JSON object a line. Carries no query, no path values, no cookie, no address, no body.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace ankao::http {

/// Verb, route template and figures of one answered request.
struct LogLine {
  std::string_view id;
  std::string_view verb;
  std::string_view route;
  int status = 0;
  std::int64_t microseconds = 0;
  std::size_t bytes = 0;
  bool cached = false;
};

/// Gathers lines so that a fast answer does not wait for a write; one object per io thread, flushed by its tick.
class LogBuffer {
public:
  using Sink = std::function<void(std::string_view)>;
  explicit LogBuffer(Sink sink)
      : sink_(std::move(sink)) {}
  ~LogBuffer() { flush(); }
  void add(const LogLine& line);
  void flush();

private:
  std::string_view time_text();
  Sink sink_;
  std::string lines_;
  std::int64_t second_ = -1;
  std::string time_;
};

/// A failure for the operator: digits in long runs (identity numbers, telephones) are blanked out.
void log_failure(const LogBuffer::Sink& sink, std::string_view request_id, std::string_view route, std::string_view what);
std::string without_long_numbers(std::string_view text);

/// Writes to stderr, whole lines at once.
void write_to_stderr(std::string_view lines);

} // namespace ankao::http
