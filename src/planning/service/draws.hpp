// SPDX-License-Identifier: Apache-2.0
// The draw as a background job: one at a time per month, its state in the database. What a stopped process left behind can be started
// again and gives the same plan, because nothing but instance, seed, engine and work limit goes into it.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "planning/service/world.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

struct DrawEvent {
  enum class Kind { Progress, Done, Failed };
  Kind kind = Kind::Progress;
  Month month;
  Stage stage = Stage::Drawing;
  std::int64_t work_done = 0;
  std::int64_t work_limit = 0;
  draw::Levels levels;
  std::string failure;
};

class Draws {
public:
  using Clock = std::function<Instant()>;
  /// Returns false when it wants no more events. Called from the job's thread.
  using Listener = std::function<bool(const DrawEvent&)>;
  /// Runs a job; tests run it at once.
  using Spawn = std::function<void(std::function<void()>)>;

  /// `world` must outlive it. Without `spawn` each job has a thread of its own.
  Draws(const World& world, Clock now, Spawn spawn = {});
  /// Running draws are given up and can be started again.
  ~Draws();
  Draws(const Draws&) = delete;
  Draws& operator=(const Draws&) = delete;

  /// planning.draw_running while one gives signs of life.
  Result<PlanVersion> start(const Act& act, Month month);
  /// The state now, then events until the draw ends; the listener also hears the end.
  Result<void> listen(Month month, Listener listener);
  /// Starts again what another process left behind. On SQLite there is no other process that could still be at it.
  void resume();
  /// Until no job runs.
  void wait();

private:
  struct Stopped {};
  Result<PlanVersion> claim(const Act& act, Month month, bool even_alive);
  void run(const Act& act, PlanVersion plan);
  void draw(const Act& act, PlanVersion plan);
  void fail(const Act& act, const PlanVersion& plan, const std::string& why);
  void tell(const DrawEvent& event);
  void spawn_thread(std::function<void()> job);

  const World& world_;
  Clock now_;
  Spawn spawn_;
  std::atomic<bool> stopping_ = false;
  std::mutex mutex_;
  std::map<Month, std::vector<Listener>> listeners_;
  std::vector<std::thread> threads_;
};

/// A running draw without a sign of life for so long may be started again.
inline constexpr std::int64_t k_lost_after_ms = 120'000;

/// Solves, checks and stores; the newest version of the month must be at stage Drawing. What `Draws` runs and the command line calls.
/// `progress` may throw to give up. Answers the version as stored: Drawn, or Failed when the checker finds the plan unlawful.
PlanVersion run_draw(const World& world, const Act& act, const PlanVersion& plan,
                     const std::function<void(std::int64_t, const draw::Levels&)>& progress);

} // namespace ankao::planning
