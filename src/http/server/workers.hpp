// SPDX-License-Identifier: Apache-2.0
// A fixed pool of threads with a bounded queue.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ankao::http {

class Workers {
public:
  explicit Workers(unsigned count);
  /// Runs what is queued, then joins.
  ~Workers();
  /// False when the queue is full or the pool is closing; the job was not taken. Jobs must not throw.
  bool post(std::function<void()> job);
  /// Drops what is queued and takes nothing more.
  void close();

private:
  void run();
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

} // namespace ankao::http
