// SPDX-License-Identifier: Apache-2.0
#include "http/server/counters.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace ankao::http {

void Counters::request_ended(int status, Micros took, std::size_t bytes) {
  const auto order = std::memory_order_relaxed;
  by_class_[static_cast<std::size_t>(std::clamp(status / 100, 0, 5))].fetch_add(1, order);
  const auto bound = std::lower_bound(k_bounds_us.begin(), k_bounds_us.end(), took.count());
  took_[static_cast<std::size_t>(bound - k_bounds_us.begin())].fetch_add(1, order);
  took_sum_us_.fetch_add(static_cast<std::uint64_t>(std::max<std::int64_t>(0, took.count())), order);
  bytes_.fetch_add(bytes, order);
}

Metrics Counters::metrics() const {
  Metrics out;
  for (const Count& count : by_class_) out.requests += count.load();
  out.errors = by_class_[5].load();
  out.bytes_out = bytes_.load();
  out.open_connections = open_.load();
  out.cached = cached_.load();
  return out;
}

std::string Counters::prometheus() const {
  std::string out = "# HELP ankao_http_requests_total Requests answered, by class of status.\n# TYPE ankao_http_requests_total counter\n";
  for (std::size_t i = 1; i < by_class_.size(); ++i)
    out += fmt::format("ankao_http_requests_total{{class=\"{}xx\"}} {}\n", i, by_class_[i].load());
  out += "# HELP ankao_http_request_seconds Time from the end of the header to the last byte sent.\n# TYPE ankao_http_request_seconds "
         "histogram\n";
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < k_bounds_us.size(); ++i) {
    sum += took_[i].load();
    out += fmt::format("ankao_http_request_seconds_bucket{{le=\"{}\"}} {}\n", static_cast<double>(k_bounds_us[i]) / 1e6, sum);
  }
  sum += took_.back().load();
  out += fmt::format(
      "ankao_http_request_seconds_bucket{{le=\"+Inf\"}} {}\nankao_http_request_seconds_sum {}\nankao_http_request_seconds_count {}\n", sum,
      static_cast<double>(took_sum_us_.load()) / 1e6, sum);
  const auto one = [&out](const char* name, const char* kind, const char* help, std::uint64_t value) {
    out += fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", name, help, kind, value);
  };
  one("ankao_http_sent_bytes_total", "counter", "Bytes sent.", bytes_.load());
  one("ankao_http_cached_total", "counter", "Answers from memory.", cached_.load());
  one("ankao_http_rate_limited_total", "counter", "Requests refused because a peer sent too many.", limited_.load());
  one("ankao_http_open_connections", "gauge", "Connections open now.", open_.load());
  return out;
}

} // namespace ankao::http
