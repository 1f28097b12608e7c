// SPDX-License-Identifier: Apache-2.0
#include "planning/service/studies.hpp"

#include <algorithm>

#include "draw/engine/engine.hpp"
#include "draw/files/files.hpp"
#include "draw/study/chances.hpp"
#include "draw/study/depth.hpp"
#include "draw/study/measures.hpp"
#include "draw/study/placed.hpp"
#include "draw/study/year.hpp"
#include "jobs/service/jobs.hpp"
#include "jobs/service/kinds.hpp"
#include "ledger/service/ledger.hpp"
#include "planning/service/assembly.hpp"
#include "planning/service/parameters.hpp"
#include "planning/store/bookings.hpp"
#include "planning/store/plans.hpp"
#include "planning/store/studies.hpp"

namespace ankao::planning {

namespace {

Problem out_of_range(const char* at, std::int64_t value, std::int64_t low, std::int64_t high) {
  return problem("planning.study_range", {{"value", std::to_string(value)}, {"low", std::to_string(low)}, {"high", std::to_string(high)}}, at);
}

std::string study_id(std::int64_t number) {
  std::string digits = std::to_string(number);
  while (digits.size() < 6) digits.insert(0, "0");
  return "ST-" + digits;
}

Result<void> check_work(std::int64_t& work) {
  if (work == 0) work = k_study_work;
  if (work < 10'000 || work > draw::default_work_limit()) return out_of_range("/work", work, 10'000, draw::default_work_limit());
  return {};
}

/// The question, its event and its job in one transaction. `check(ground)` refuses what cannot be asked.
template <class Check>
Result<StudyRow> ask(const World& world, const Act& act, StudyRow study, const char* action, const char* clause, const Check& check) {
  auto asked = decide(world.database, [&](db::Transaction& transaction) -> Result<StudyRow> {
    const auto ground = study_ground(transaction, world, study.month, act.today());
    if (!ground.ok()) return ground.problem();
    if (const auto fine = check(*ground); !fine.ok()) return fine.problem();
    study.id = study_id(next_number(transaction, "study"));
    study.asked_at = act.at;
    study.person = act.actor.name;
    study.role = act.actor.role;
    insert_study(transaction, study);
    ledger::append(transaction, {act.actor, act.at, action, "study:" + study.id, "", to_hex(sm3(study.request)), clause, study.title});
    jobs::enqueue(transaction, {k_study_job, study.id, study.id, act.at});
    return study;
  });
  if (asked.ok()) world.job_waits();
  return asked;
}

} // namespace

Result<StudyGround> study_ground(db::Transaction& transaction, const World& world, Month month, Date today) {
  const auto plan = newest_version(transaction, month);
  if (!plan) return problem("planning.month_unknown", {{"month", to_string(month)}});
  const BuildInput input = load_input(transaction, world, *plan, today);
  const auto file = plan->stage == Stage::Collecting ? std::nullopt : find_file(transaction, plan->month, plan->version, "instance.json");
  auto read = draw::read_instance(file ? file->body : draw::write_instance(build(input).instance));
  if (!read.ok()) return problem("planning.finding_no_openings", {{"count", "0"}});
  StudyGround out{std::move(read->instance), read->digest, {}, {}};
  if (plan->stage == Stage::Collecting && !read_changes(plan->policy).order_depth) out.depth = law_in(transaction, world, month.first()).depth;
  for (const auto& one : input.institutions) out.institutions[one.record.id] = one.place;
  return out;
}

Result<StudyRow> ask_what_if(const World& world, const Act& act, Month month, const std::string& title, WhatIfRequest request) {
  if (request.draws < 1 || request.draws > 20) return out_of_range("/draws", request.draws, 1, 20);
  if (const auto fine = check_work(request.work); !fine.ok()) return fine.problem();
  StudyRow study;
  study.month = month;
  study.kind = StudyKind::WhatIf;
  study.title = title;
  study.steps = 2 * request.draws;
  study.request = write(request);
  return ask(world, act, study, "study.what_if", "S-6.2", [&](const StudyGround& ground) -> Result<void> {
    const auto possible = changed(ground.instance, request.wish, ground.institutions);
    if (!possible.ok()) return possible.problem();
    const auto read = draw::read_instance(draw::write_instance(*possible));
    return read.ok() ? Result<void>{} : Result<void>(read.problem());
  });
}

Result<StudyRow> ask_year(const World& world, const Act& act, Month month, const std::string& title, YearRequest request) {
  if (request.percents.empty() || request.percents.size() > 12) return out_of_range("/percents", static_cast<std::int64_t>(request.percents.size()), 1, 12);
  for (int percent : request.percents)
    if (percent < 0 || percent > 400) return out_of_range("/percents", percent, 0, 400);
  if (const auto fine = check_work(request.work); !fine.ok()) return fine.problem();
  StudyRow study;
  study.month = month;
  study.kind = StudyKind::Year;
  study.title = title;
  study.steps = static_cast<std::int64_t>(request.percents.size());
  study.request = write(request);
  return ask(world, act, study, "study.year", "S-2.1", [](const StudyGround&) { return Result<void>{}; });
}

Result<StudyRow> ask_chances(const World& world, const Act& act, Month month, const std::string& title, ChancesRequest request) {
  if (request.draws < 10 || request.draws > k_most_draws) return out_of_range("/draws", request.draws, 10, k_most_draws);
  if (const auto fine = check_work(request.work); !fine.ok()) return fine.problem();
  StudyRow study;
  study.month = month;
  study.kind = StudyKind::Chances;
  study.title = title;
  study.steps = request.draws;
  study.request = write(request);
  return ask(world, act, study, "study.chances", "S-1.2a", [](const StudyGround&) { return Result<void>{}; });
}

namespace {

using Tell = std::function<void(std::int64_t)>;

draw::EngineOptions options_of(std::int64_t work) {
  draw::EngineOptions options;
  options.work_limit = work;
  return options;
}

/// A month that is not frozen yet, with the depth that its freeze would give it.
void settle_depth(draw::Instance& instance, const StudyGround& ground, std::int64_t work) {
  if (!ground.depth) return;
  draw::DepthRule rule = *ground.depth;
  rule.work = std::min(rule.work, work);
  instance.policy.order_depth = draw::choose_depth(instance, ground.digest, rule).depth;
}

WhatIfAnswer answer(const StudyGround& ground, const WhatIfRequest& request, const Tell& tell) {
  auto wish = changed(ground.instance, request.wish, ground.institutions);
  ensure(wish.ok(), "a question that was asked can be answered");
  if (!request.wish.policy.order_depth) settle_depth(*wish, ground, request.work);
  WhatIfAnswer out;
  out.draws = request.draws;
  out.work = request.work;
  std::int64_t done = 0;
  for (int n = 0; n < request.draws; ++n)
    for (const bool as_if : {false, true}) {
      const draw::Instance& instance = as_if ? *wish : ground.instance;
      const auto seed = draw::simulated_seed(ground.digest, n); // the same for both: the same tickets
      auto& sum = as_if ? out.as_if : out.as_is;
      sum = added(std::move(sum), measures_of(draw::Model(instance, seed), draw::solve(instance, ground.digest, seed, options_of(request.work))));
      tell(++done);
    }
  return out;
}

YearAnswer answer(const StudyGround& ground, const YearRequest& request, const Tell& tell) {
  YearAnswer out;
  out.work = request.work;
  draw::Instance month = ground.instance;
  for (std::size_t i = 0; i < request.percents.size(); ++i) {
    if (i == 0) {
      auto first = draw::pattern_in(ground.instance, ground.instance.month, request.percents[0]);
      first.visits = ground.instance.visits;
      first.sessions = ground.instance.sessions;
      month = std::move(first);
    }
    settle_depth(month, ground, request.work);
    const auto seed = draw::simulated_seed(ground.digest, static_cast<int>(i));
    const auto plan = draw::solve(month, ground.digest, seed, options_of(request.work));
    YearMonth one{month.month, request.percents[i], 0, measures_of(draw::Model(month, seed), plan)};
    for (const auto& batch : month.batches)
      if (batch.carried > 0) one.carried_in += batch.candidates;
    out.months.push_back(std::move(one));
    tell(static_cast<std::int64_t>(i) + 1);
    if (i + 1 < request.percents.size()) month = draw::after(month, plan, draw::pattern_in(ground.instance, month.month.next(), request.percents[i + 1]));
  }
  return out;
}

std::int64_t thousandths(std::int64_t part, std::int64_t whole) { return whole == 0 ? 0 : part * 1000 / whole; }

BatchChance chance_of(const draw::Instance& instance, const draw::BatchChances& one) {
  const auto& batch = draw::at(instance.batches, one.batch);
  BatchChance out;
  out.batch = batch.id;
  out.institution = draw::at(instance.institutions, batch.institution).id;
  out.subject = draw::at(instance.subjects, batch.subject).id;
  out.candidates = batch.candidates;
  const std::int64_t all = one.placed + one.unplaced;
  out.unplaced = thousandths(one.unplaced, all);
  out.nearest = static_cast<std::int64_t>(one.nearest.size());
  out.lean = one.lean();
  out.floor = one.floor();
  out.effective = one.effective_sites();
  out.weeks_x10 = one.placed == 0 ? 0 : one.weeks * 10 / one.placed;
  for (const auto& [site, count] : one.seated)
    out.sites.push_back({draw::at(instance.sites, site).id, thousandths(count, all), std::binary_search(one.nearest.begin(), one.nearest.end(), site)});
  std::stable_sort(out.sites.begin(), out.sites.end(), [](const auto& a, const auto& b) { return a.seated > b.seated; });
  return out;
}

ChancesAnswer answer(const StudyGround& ground, const ChancesRequest& request, const Tell& tell) {
  draw::Chances chances(ground.instance);
  for (int n = 0; n < request.draws; ++n) {
    const auto seed = draw::simulated_seed(ground.digest, n);
    const draw::Model model(ground.instance, seed);
    chances.add(model, draw::seating_of(model, draw::solve(ground.instance, ground.digest, seed, options_of(request.work))));
    tell(n + 1);
  }
  ChancesAnswer out;
  out.draws = request.draws;
  out.work = request.work;
  out.instance_sm3 = to_hex(ground.digest);
  std::vector<std::int64_t> leans, floors, effective;
  for (const auto* one : measured(ground.instance, chances)) {
    leans.push_back(one->lean());
    floors.push_back(one->floor());
    effective.push_back(one->effective_sites());
  }
  out.measured = static_cast<std::int64_t>(leans.size());
  out.lean_median = draw::percentile(leans, 50);
  out.lean_p90 = draw::percentile(leans, 90);
  out.floor_median = draw::percentile(floors, 50);
  out.floor_p90 = draw::percentile(floors, 90);
  out.effective_median = draw::percentile(effective, 50);
  for (const auto& one : chances.batches()) out.batches.push_back(chance_of(ground.instance, one));
  return out;
}

std::string answered(const StudyRow& study, const StudyGround& ground, const Tell& tell) {
  switch (study.kind) {
  case StudyKind::WhatIf:
    return write(answer(ground, read_what_if(study.request), tell));
  case StudyKind::Year:
    return write(answer(ground, read_year(study.request), tell));
  case StudyKind::Chances:
    return write(answer(ground, read_chances(study.request), tell));
  }
  return "";
}

} // namespace

Result<void> run_study(const World& world, const std::string& id, Instant now) {
  struct Begun {
    StudyRow study;
    StudyGround ground;
  };
  auto begun = look(world.database, [&](db::Transaction& transaction) -> Result<Begun> {
    auto study = find_study(transaction, id);
    if (!study) return problem("planning.study_unknown", {{"value", id}});
    auto ground = study_ground(transaction, world, study->month, date_of(study->asked_at));
    if (!ground.ok()) return ground.problem();
    return Begun{std::move(*study), std::move(*ground)};
  });
  if (!begun.ok()) return begun.problem();
  if (begun->study.state == StudyState::Done) return {};
  const Tell tell = [&](std::int64_t done) { world.database.write([&](db::Transaction& transaction) { set_progress(transaction, id, done); }); };
  StudyRow ended = begun->study;
  settle_depth(begun->ground.instance, begun->ground, k_study_work);
  ended.result = answered(ended, begun->ground, tell);
  ended.state = StudyState::Done;
  ended.done = ended.steps;
  ended.ended_at = now;
  world.database.write([&](db::Transaction& transaction) { end_study(transaction, ended); });
  return {};
}

void add_jobs(jobs::Kinds& kinds, const World& world) {
  kinds.on(k_study_job, [&world](const jobs::Run& run) { return run_study(world, run.payload, run.now); }, {.tries = 2});
  kinds.stopped(k_study_job, [](db::Transaction& transaction, const jobs::Job& job, Instant now) {
    if (auto study = find_study(transaction, job.payload); study && study->state != StudyState::Done) {
      study->state = StudyState::Failed;
      study->failure = "planning.study_stopped";
      study->ended_at = now;
      end_study(transaction, *study);
    }
  });
}

} // namespace ankao::planning
