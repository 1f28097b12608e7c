// SPDX-License-Identifier: Apache-2.0
#include "jobs/service/workers.hpp"

#include <algorithm>
#include <chrono>

namespace ankao::jobs {
namespace {

constexpr std::int64_t k_idle_ms = 1'000;
constexpr std::int64_t k_away_ms = 5'000; ///< after the database failed

/// Three chances before a lease ends.
std::int64_t beat_ms(const Kinds& kinds) {
  std::int64_t shortest = Policy{}.lease_ms;
  for (const auto& [name, kind] : kinds.all()) shortest = std::min(shortest, kind.policy.lease_ms);
  return std::max<std::int64_t>(shortest / 3, 1);
}

} // namespace

Workers::Workers(db::Database& database, const Kinds& kinds, Now now, std::function<void(const std::string&)> said)
    : database_(database)
    , kinds_(kinds)
    , now_(std::move(now))
    , said_(std::move(said)) {}

Workers::~Workers() { stop(); }

void Workers::start(int threads, const std::string& name) {
  ensure(threads_.empty(), "workers are started once");
  keeping_ = true;
  for (int i = 0; i < threads; ++i) workers_.push_back(std::make_unique<Worker>(database_, kinds_, name + "/" + std::to_string(i + 1)));
  for (const auto& worker : workers_) threads_.emplace_back([this, &worker = *worker] { work(worker); });
  keeper_ = std::thread([this] { keep(); });
}

void Workers::wake() {
  const std::lock_guard lock(mutex_);
  ++wakes_;
  changed_.notify_all();
}

void Workers::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
  }
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
  {
    // Leases are kept until the last job has ended.
    const std::lock_guard lock(mutex_);
    keeping_ = false;
    changed_.notify_all();
  }
  if (keeper_.joinable()) keeper_.join();
}

bool Workers::stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

bool Workers::pause(std::int64_t ms) {
  std::unique_lock lock(mutex_);
  const auto seen = wakes_;
  changed_.wait_for(lock, std::chrono::milliseconds(ms), [&] { return stopping_ || wakes_ != seen; });
  return !stopping_;
}

/// The database may be away for a while; a worker outlives that.
template <class What>
bool Workers::attempt(const What& what) {
  try {
    what();
    return true;
  } catch (const std::exception& error) {
    said_(error.what());
    return false;
  }
}

void Workers::work(Worker& worker) {
  while (!stopping()) {
    bool busy = false;
    const bool well = attempt([&] { busy = worker.run_once(now_).has_value(); });
    if (busy) continue;
    if (!pause(well ? k_idle_ms : k_away_ms)) return;
  }
}

void Workers::keep() {
  std::unique_lock lock(mutex_);
  while (keeping_) {
    changed_.wait_for(lock, std::chrono::milliseconds(beat_ms(kinds_)), [this] { return !keeping_; });
    lock.unlock();
    for (const auto& worker : workers_)
      attempt([&] { worker->beat(now_()); });
    lock.lock();
  }
}

} // namespace ankao::jobs
