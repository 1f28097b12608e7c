// SPDX-License-Identifier: Apache-2.0
// The worker threads of a process, and the one that keeps their leases alive.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "jobs/service/worker.hpp"

namespace ankao::jobs {

class Workers {
public:
  /// All must outlive it. `now` is called from many threads; `said` takes a line for the log when the database is away.
  Workers(db::Database& database, const Kinds& kinds, Now now, std::function<void(const std::string&)> said);
  /// Stops.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// Once. `name` tells this process from others.
  void start(int threads, const std::string& name);
  /// Looks for work at once instead of at the next second.
  void wake();
  /// Takes no further job and waits for those that run; they end by their own time limits.
  void stop();

private:
  void work(Worker& worker);
  void keep();
  /// Waits for wake(), stop() or the time; false when stopping.
  bool pause(std::int64_t ms);
  bool stopping();
  template <class What>
  bool attempt(const What& what);

  db::Database& database_;
  const Kinds& kinds_;
  Now now_;
  std::function<void(const std::string&)> said_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  bool keeping_ = false;
  std::uint64_t wakes_ = 0;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<std::thread> threads_;
  std::thread keeper_;
};

} // namespace ankao::jobs
