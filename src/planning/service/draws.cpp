// SPDX-License-Identifier: Apache-2.0
#include "planning/service/draws.hpp"

#include <exception>
#include <stdexcept>

#include "base/sm3.hpp"
#include "draw/check/check.hpp"
#include "draw/check/difference.hpp"
#include "draw/engine/engine.hpp"
#include "draw/engine/redraw.hpp"
#include "draw/files/files.hpp"
#include "ledger/service/ledger.hpp"
#include "planning/service/digest.hpp"
#include "planning/service/plan_rows.hpp"
#include "planning/service/redraws.hpp"
#include "planning/service/stages.hpp"
#include "planning/store/plans.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::planning {

namespace {

const ledger::Actor k_system{"system", "平台", "system", "city"};
constexpr std::int64_t k_beat_ms = 1000;

std::map<std::string, std::string> room_names(db::Transaction& transaction, Date day) {
  std::map<std::string, std::string> names;
  for (const auto& site : registry::snapshot(transaction, day).sites)
    for (const auto& room : site.record.rooms) names[room.id] = room.name;
  return names;
}

draw::ReadInstance frozen_instance(const World& world, const PlanVersion& plan) {
  return look(world.database, [&](db::Transaction& transaction) {
    const auto file = find_file(transaction, plan.month, plan.version, "instance.json");
    ensure(file.has_value(), "a frozen plan has its instance");
    auto read = draw::read_instance(file->body);
    ensure(read.ok(), "a frozen instance can be read");
    ensure(to_hex(read->digest) == plan.instance_sm3, "a frozen instance has the digest that was announced");
    return std::move(read).value();
  });
}

/// The drawn plan as stored, and what the checker says of it.
struct Outcome {
  draw::Plan plan;
  std::string text;
  draw::CheckReport report;
  draw::Levels greedy;
};

/// A redraw repairs the version in force, nothing else: only what was lost moves.
Outcome redraw_and_check(const draw::ReadInstance& after, const PlanVersion& plan, const RedrawGround& ground) {
  ensure(plan.engine == draw::redraw_name(), "the redraw is the one that was frozen with the instance");
  const auto seed = digest_from_hex(plan.seed);
  ensure(seed.has_value(), "a seeded plan has a seed");
  auto redrawn = draw::redraw(after.instance, after.digest, ground.before, *seed, *ground.lost.not_before);
  if (!redrawn.ok()) throw std::runtime_error(redrawn.problem().id);
  Outcome outcome;
  outcome.plan = std::move(*redrawn);
  outcome.text = draw::write_plan(outcome.plan);
  outcome.greedy = ground.before.levels;
  const auto read = draw::read_plan(outcome.text);
  ensure(read.ok(), "a plan that was written can be read");
  outcome.report = draw::check(after.instance, after.digest, *read);
  for (auto& breach : draw::check_redraw(after.instance, ground.before, *read, ground.lost.not_before)) outcome.report.breaches.push_back(std::move(breach));
  return outcome;
}

Outcome solve_and_check(const draw::ReadInstance& frozen, const PlanVersion& plan,
                        const std::function<void(std::int64_t, const draw::Levels&)>& progress) {
  const auto seed = digest_from_hex(plan.seed);
  ensure(seed.has_value(), "a seeded plan has a seed");
  draw::EngineOptions options;
  options.work_limit = plan.work_limit;
  options.progress = [&](const draw::Progress& now) { progress(now.work_done, now.best); };
  ensure(draw::engine_id(options) == plan.engine, "the engine is the one that was frozen with the instance");
  Outcome outcome;
  outcome.plan = draw::solve(frozen.instance, frozen.digest, *seed, options);
  outcome.text = draw::write_plan(outcome.plan);
  outcome.greedy = draw::greedy(frozen.instance, frozen.digest, *seed).levels;
  // What is checked is what is stored: the bytes, read again.
  const auto read = draw::read_plan(outcome.text);
  ensure(read.ok(), "a plan that was written can be read");
  outcome.report = draw::check(frozen.instance, frozen.digest, *read);
  return outcome;
}

PlanVersion store_outcome(db::Transaction& transaction, const World& world, const Act& act, PlanVersion plan,
                          const draw::ReadInstance& frozen, const Outcome& outcome) {
  const PlanVersion before = plan;
  plan.lawful = outcome.report.lawful();
  plan.stage = plan.lawful ? Stage::Drawn : Stage::Failed;
  plan.plan_sm3 = to_hex(sm3(outcome.text));
  plan.levels = outcome.plan.levels;
  plan.greedy = outcome.greedy;
  plan.work_done = plan.work_limit;
  plan.failure = plan.lawful ? "" : "planning.unlawful";
  put_file(transaction, plan.month, plan.version, "plan.json", outcome.text);
  put_file(transaction, plan.month, plan.version, "check.json", check_json(outcome.report, outcome.greedy));
  if (plan.lawful) store_drawn_rows(transaction, plan, frozen.instance, outcome.plan, room_names(transaction, act.today()));
  if (plan.lawful && plan.engine == draw::redraw_name()) store_moves(transaction, plan, frozen.instance, outcome.plan);
  ensure(update_version(transaction, plan, Stage::Drawing), "nobody else ended this draw");
  const Act system{k_system, act.at};
  note_step(transaction, system, plan.lawful ? "plan.drawn" : "plan.draw_failed", "S-1.2a", &before, plan, plan.failure);
  put_file(transaction, plan.month, plan.version, "record.json",
           record_json(transaction, world, *find_version(transaction, plan.month, plan.version)));
  return plan;
}

} // namespace

PlanVersion run_draw(const World& world, const Act& act, const PlanVersion& plan,
                     const std::function<void(std::int64_t, const draw::Levels&)>& progress) {
  const auto frozen = frozen_instance(world, plan);
  const auto ground = look(world.database, [&](db::Transaction& transaction) { return redraw_ground(transaction, plan); });
  const auto outcome = ground ? redraw_and_check(frozen, plan, *ground) : solve_and_check(frozen, plan, progress);
  const auto stored = decide(world.database, [&](db::Transaction& transaction) -> Result<PlanVersion> {
    const auto now = find_version(transaction, plan.month, plan.version);
    ensure(now && now->stage == Stage::Drawing, "a draw ends the version that it began");
    return store_outcome(transaction, world, act, *now, frozen, outcome);
  });
  return *stored;
}

Draws::Draws(const World& world, Clock now, Spawn spawn)
    : world_(world)
    , now_(std::move(now))
    , spawn_(std::move(spawn)) {
  if (!spawn_) spawn_ = [this](std::function<void()> job) { spawn_thread(std::move(job)); };
}

Draws::~Draws() {
  stopping_ = true;
  wait();
}

void Draws::spawn_thread(std::function<void()> job) {
  const std::lock_guard lock(mutex_);
  threads_.emplace_back(std::move(job));
}

void Draws::wait() {
  std::vector<std::thread> threads;
  {
    const std::lock_guard lock(mutex_);
    threads.swap(threads_);
  }
  for (auto& thread : threads) thread.join();
}

Result<PlanVersion> Draws::claim(const Act& act, Month month, bool even_alive) {
  return decide(world_.database, [&](db::Transaction& transaction) -> Result<PlanVersion> {
    const auto found = at_stage(transaction, month, {Stage::Seeded, Stage::Failed, Stage::Drawing}, "plan.draw");
    if (!found.ok()) return found.problem();
    const bool alive = found->stage == Stage::Drawing && act.at.ms - found->beat.ms < k_lost_after_ms;
    if (alive && !even_alive) return problem("planning.draw_running", {{"month", to_string(month)}});
    PlanVersion plan = *found;
    plan.stage = Stage::Drawing;
    plan.beat = act.at;
    plan.work_done = 0;
    plan.failure.clear();
    plan.runner = act.actor.account;
    if (!update_version(transaction, plan, found->stage)) return stage_moved(month);
    note_step(transaction, act, "plan.draw", "S-1.2a", &*found, plan, "");
    return plan;
  });
}

Result<PlanVersion> Draws::start(const Act& act, Month month) {
  const auto claimed = claim(act, month, false);
  if (!claimed.ok()) return claimed.problem();
  spawn_([this, act, plan = *claimed] { run(act, plan); });
  return *claimed;
}

void Draws::run(const Act& act, PlanVersion plan) {
  try {
    draw(act, plan);
  } catch (const Stopped&) {
    // Back to where it can be started again.
    fail(act, plan, "planning.draw_stopped");
  } catch (const std::exception& error) {
    fail(act, plan, error.what());
  }
}

void Draws::draw(const Act& act, PlanVersion plan) {
  std::int64_t last_beat = 0;
  const auto stored = run_draw(world_, {act.actor, now_()}, plan, [&](std::int64_t done, const draw::Levels& best) {
    if (stopping_) throw Stopped{};
    const Instant now = now_();
    if (now.ms - last_beat < k_beat_ms && last_beat != 0) return;
    last_beat = now.ms;
    world_.database.write([&](db::Transaction& transaction) { beat(transaction, plan.month, plan.version, done, best, now); });
    tell({DrawEvent::Kind::Progress, plan.month, Stage::Drawing, done, plan.work_limit, best, ""});
  });
  tell({stored.lawful ? DrawEvent::Kind::Done : DrawEvent::Kind::Failed, plan.month, stored.stage, stored.work_done, stored.work_limit,
        stored.levels, stored.failure});
}

void Draws::fail(const Act& act, const PlanVersion& plan, const std::string& why) {
  const auto failed = decide(world_.database, [&](db::Transaction& transaction) -> Result<PlanVersion> {
    auto now = find_version(transaction, plan.month, plan.version);
    if (!now || now->stage != Stage::Drawing) return problem("planning.stage_moved", {{"month", to_string(plan.month)}});
    const PlanVersion before = *now;
    now->stage = Stage::Failed;
    now->failure = why;
    now->lawful = false;
    if (!update_version(transaction, *now, Stage::Drawing)) return stage_moved(plan.month);
    note_step(transaction, {k_system, act.at}, "plan.draw_failed", "S-1.2a", &before, *now, why);
    return *now;
  });
  if (failed.ok()) tell({DrawEvent::Kind::Failed, plan.month, Stage::Failed, failed->work_done, failed->work_limit, failed->levels, why});
}

void Draws::tell(const DrawEvent& event) {
  const std::lock_guard lock(mutex_);
  auto& listeners = listeners_[event.month];
  std::erase_if(listeners, [&](const Listener& one) { return !one(event); });
  if (event.kind != DrawEvent::Kind::Progress) listeners.clear();
}

Result<void> Draws::listen(Month month, Listener listener) {
  // Under the lock, so that the end of the draw cannot fall between the look and the listening.
  const std::lock_guard lock(mutex_);
  const auto plan = look(world_.database, [&](db::Transaction& transaction) { return newest_version(transaction, month); });
  if (!plan) return problem("planning.month_unknown", {{"month", to_string(month)}});
  const auto kind = plan->stage == Stage::Drawing  ? DrawEvent::Kind::Progress
                    : plan->stage == Stage::Failed ? DrawEvent::Kind::Failed
                                                   : DrawEvent::Kind::Done;
  const bool more = listener({kind, month, plan->stage, plan->work_done, plan->work_limit, plan->levels, plan->failure});
  if (more && plan->stage == Stage::Drawing) listeners_[month].push_back(std::move(listener));
  return {};
}

void Draws::resume() {
  const auto plans = look(world_.database, [](db::Transaction& transaction) { return newest_versions(transaction); });
  const Act act{k_system, now_()};
  const bool alone = world_.database.dialect() == "sqlite";
  for (const auto& plan : plans) {
    if (plan.stage != Stage::Drawing) continue;
    const auto claimed = claim(act, plan.month, alone);
    if (claimed.ok()) spawn_([this, act, taken = *claimed] { run(act, taken); });
  }
}

} // namespace ankao::planning
