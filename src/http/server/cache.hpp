// SPDX-License-Identifier: Apache-2.0
// Cacheable answers in memory. An answer is good for its age and until changed(); past half its age one request renews it
// while the others still get it; when it is too old, requests for it wait for one run of the route instead of running it each.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "http/server/prepared.hpp"

namespace ankao::http {

class Cache {
public:
  using Time = std::chrono::steady_clock::time_point;
  /// Called with the answer, or with nullptr: run the route yourself. From any thread.
  using Waiter = std::function<void(PreparedPtr)>;

  explicit Cache(std::chrono::milliseconds age) : age_(age) {}

  /// One run of a route on behalf of several requests.
  struct Flight {
    std::uint64_t generation = 0;
    PreparedPtr previous;
    std::vector<Waiter> waiters;
  };
  using FlightPtr = std::shared_ptr<Flight>;

  struct Lookup {
    PreparedPtr answer;           ///< fresh: send it
    FlightPtr flight;             ///< the caller must run the route and land() this
    bool joined = false;          ///< no answer now: the waiter was kept and will be called
    std::uint64_t generation = 0; ///< for store()
  };

  /// `waiter` makes the callback that joins a flight; it is only called when there is one to join.
  Lookup find(const std::string& key, Time now, const std::function<Waiter()>& waiter);
  /// The first answer to a key; kept when it is cacheable and nothing changed since `generation` was read.
  void store(const std::string& key, std::uint64_t generation, const PreparedPtr& answer, Time now);
  /// Ends a flight; nullptr: it failed. Calls the waiters.
  void land(const std::string& key, const FlightPtr& flight, const PreparedPtr& answer, Time now);
  void changed();

private:
  struct Slot {
    PreparedPtr answer;
    Time made;
    std::uint64_t generation = 0;
    FlightPtr flight;
  };
  FlightPtr take_off(Slot& slot);
  void make_room(std::size_t more);

  const std::chrono::milliseconds age_;
  std::mutex mutex_;
  std::atomic<std::uint64_t> generation_{1};
  std::unordered_map<std::string, Slot> slots_;
  std::size_t bytes_ = 0;
};

} // namespace ankao::http
