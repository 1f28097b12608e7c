// SPDX-License-Identifier: Apache-2.0
// What /metrics tells; written by every thread.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

#include "http/server.hpp"

namespace ankao::http {

class Counters {
public:
  using Micros = std::chrono::microseconds;
  void request_ended(int status, Micros took, std::size_t bytes);
  void answered_from_cache() { cached_.fetch_add(1, std::memory_order_relaxed); }
  void refused_by_rate() { limited_.fetch_add(1, std::memory_order_relaxed); }
  void opened() { open_.fetch_add(1, std::memory_order_relaxed); }
  void closed() { open_.fetch_sub(1, std::memory_order_relaxed); }
  std::uint64_t open() const { return open_.load(std::memory_order_relaxed); }
  Metrics metrics() const;
  /// Prometheus text exposition, version 0.0.4.
  std::string prometheus() const;

private:
  static constexpr std::array<std::int64_t, 9> k_bounds_us = {500, 1'000, 5'000, 10'000, 50'000, 100'000, 500'000, 1'000'000, 5'000'000};
  using Count = std::atomic<std::uint64_t>;
  std::array<Count, 6> by_class_{}; ///< index = first digit of the status
  std::array<Count, k_bounds_us.size() + 1> took_{};
  Count took_sum_us_{0}, bytes_{0}, cached_{0}, limited_{0}, open_{0};
};

} // namespace ankao::http
