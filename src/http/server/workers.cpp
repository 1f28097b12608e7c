// SPDX-License-Identifier: Apache-2.0
#include "http/server/workers.hpp"

#include "http/server.hpp"

namespace ankao::http {

Workers::Workers(unsigned count) {
  for (unsigned i = 0; i < count; ++i) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool Workers::post(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || jobs_.size() >= k_max_waiting_requests) return false;
    jobs_.push_back(std::move(job));
  }
  wake_.notify_one();
  return true;
}

void Workers::close() {
  std::deque<std::function<void()>> dropped; // destroyed outside the lock
  const std::lock_guard lock(mutex_);
  closed_ = true;
  dropped.swap(jobs_);
}

void Workers::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
    if (jobs_.empty()) return;
    const std::function<void()> job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    job();
    lock.lock();
  }
}

} // namespace ankao::http
