// SPDX-License-Identifier: Apache-2.0
// The two queues of a database: WriterGate lets one writer of this process in at a time, Pool lends connections.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "base/ensure.hpp"
#include "db/db.hpp"

namespace ankao::db {

/// How long a caller waits for its turn before it is told that the database is busy.
inline constexpr std::chrono::seconds k_turn_limit{30};

class WriterGate {
public:
  /// Throws Failure (Conflict) after k_turn_limit. A thread that already writes is a broken invariant: it would wait for itself.
  void enter() {
    std::unique_lock lock(mutex_);
    ensure(!taken_ || owner_ != std::this_thread::get_id(), "a write transaction begun inside a write transaction of the same thread");
    if (!free_.wait_for(lock, k_turn_limit, [this] { return !taken_; }))
      throw Failure(Failure::Kind::Conflict,
                    "数据库正忙，另一项写入尚未结束，请稍后再试 · the database is busy with another write; try again");
    taken_ = true;
    owner_ = std::this_thread::get_id();
  }
  void leave() {
    {
      const std::lock_guard lock(mutex_);
      taken_ = false;
    }
    free_.notify_one();
  }

private:
  std::mutex mutex_;
  std::condition_variable free_;
  bool taken_ = false;
  std::thread::id owner_;
};

/// Holds the gate until it goes.
class WriterTurn {
public:
  explicit WriterTurn(WriterGate& gate)
      : gate_(&gate) {
    gate.enter();
  }
  WriterTurn(WriterTurn&& other) noexcept
      : gate_(std::exchange(other.gate_, nullptr)) {}
  WriterTurn& operator=(WriterTurn&&) = delete;
  ~WriterTurn() {
    if (gate_ != nullptr) gate_->leave();
  }

private:
  WriterGate* gate_;
};

template <class Connection>
class Pool {
public:
  using Factory = std::function<std::unique_ptr<Connection>()>;
  Pool(std::size_t limit, Factory factory)
      : limit_(limit)
      , factory_(std::move(factory)) {}

  /// A lent connection; goes back by itself, or is thrown away after discard().
  class Lease {
  public:
    Lease(Pool& pool, std::unique_ptr<Connection> connection)
        : pool_(&pool)
        , connection_(std::move(connection)) {}
    Lease(Lease&& other) noexcept
        : pool_(other.pool_)
        , connection_(std::move(other.connection_))
        , discarded_(std::exchange(other.discarded_, false)) {}
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (connection_ || discarded_) pool_->give_back(std::move(connection_));
    }
    Connection* operator->() const { return connection_.get(); }
    Connection& operator*() const { return *connection_; }
    void discard() {
      connection_.reset();
      discarded_ = true;
    }

  private:
    Pool* pool_;
    std::unique_ptr<Connection> connection_;
    bool discarded_ = false;
  };

  /// Waits for a free connection; Failure (Unavailable) after k_turn_limit.
  Lease lend() {
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, k_turn_limit, [this] { return !idle_.empty() || lent_ < limit_; }))
      throw Failure(Failure::Kind::Unavailable,
                    "数据库连接已全部占用，请稍后再试 · all " + std::to_string(limit_) + " database connections are in use; try again");
    ++lent_;
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return Lease(*this, std::move(connection));
    }
    lock.unlock();
    try {
      return Lease(*this, factory_());
    } catch (...) {
      give_back(nullptr);
      throw;
    }
  }

private:
  void give_back(std::unique_ptr<Connection> connection) {
    {
      const std::lock_guard lock(mutex_);
      --lent_;
      if (connection) idle_.push_back(std::move(connection));
    }
    returned_.notify_one();
  }

  const std::size_t limit_;
  const Factory factory_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t lent_ = 0;
};

/// Enough for twice as many workers as cores, which is what the server runs.
inline std::size_t pool_limit() { return std::max<std::size_t>(8, 2 * std::thread::hardware_concurrency() + 2); }

} // namespace ankao::db
