// SPDX-License-Identifier: Apache-2.0
#include "planning/service/plans.hpp"

#include <algorithm>

#include "base/sm3.hpp"
#include "draw/engine/engine.hpp"
#include "draw/files/files.hpp"
#include "draw/study/depth.hpp"
#include "planning/service/assembly.hpp"
#include "planning/service/parameters.hpp"
#include "planning/service/ceremonies.hpp"
#include "planning/service/plan_rows.hpp"
#include "planning/service/redraws.hpp"
#include "planning/service/stages.hpp"
#include "planning/service/told.hpp"
#include "planning/store/bookings.hpp"
#include "planning/store/plans.hpp"
#include "planning/store/rows.hpp"

namespace ankao::planning {

Date publication_deadline(const PlanningLaw& law, Month month) {
  const Month before = month.previous();
  return make_date(before.year, before.month, static_cast<unsigned>(law.publication_day));
}

namespace {

constexpr std::size_t k_max_text = 500;

Result<void> check_text(const std::string& text, std::size_t longest, const char* at) {
  if (text.empty()) return problem("planning.text_missing", {}, at);
  if (text.size() > longest) return problem("planning.text_too_long", {{"limit", std::to_string(longest)}}, at);
  const bool control = std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  if (control) return problem("planning.text_control", {}, at);
  return {};
}

Result<void> check_slots(const PlanningLaw& law, const std::vector<std::string>& slots) {
  for (const auto& slot : slots)
    if (std::find(law.slot_order.begin(), law.slot_order.end(), slot) == law.slot_order.end())
      return problem("planning.slot_unknown", {{"value", slot}}, "slots");
  return {};
}

Result<void> check_policy(const World& world, const PolicyChanges& changes) {
  const auto in_range = [](const std::optional<int>& value, int low, int high) { return !value || (*value >= low && *value <= high); };
  if (!in_range(changes.order_depth, 1, 50)) return problem("planning.policy_range", {{"low", "1"}, {"high", "50"}}, "policy/order_depth");
  if (!in_range(changes.min_fragment, 1, 1000))
    return problem("planning.policy_range", {{"low", "1"}, {"high", "1000"}}, "policy/min_fragment");
  if (!in_range(changes.max_sessions_per_slot, 1, 100000))
    return problem("planning.policy_range", {{"low", "1"}, {"high", "100000"}}, "policy/max_sessions_per_slot");
  if (!in_range(changes.max_sites_per_institution_slot, 1, 1000))
    return problem("planning.policy_range", {{"low", "1"}, {"high", "1000"}}, "policy/max_sites_per_institution_slot");
  for (const auto& [subject, quota] : changes.quotas) {
    if (!world.subject_names.contains(subject)) return problem("planning.booking_subject_unknown", {{"value", subject}}, "policy/quotas");
    if (quota < 0 || quota > 100000) return problem("planning.policy_range", {{"low", "0"}, {"high", "100000"}}, "policy/quotas");
  }
  return {};
}

std::vector<std::string> ordered_slots(const PlanningLaw& law, const std::vector<std::string>& wanted) {
  if (wanted.empty()) return law.default_slots;
  std::vector<std::string> slots;
  for (const auto& slot : law.slot_order)
    if (std::find(wanted.begin(), wanted.end(), slot) != wanted.end()) slots.push_back(slot);
  return slots;
}

/// A month whose successor is fixed already cannot be placed anew: both would take the same candidates.
Result<void> check_next_month(db::Transaction& transaction, Month month) {
  const auto next = newest_version(transaction, month.next());
  if (next && next->stage != Stage::Collecting && next->stage != Stage::Returned)
    return problem("planning.next_month_fixed", {{"month", to_string(month.next())}});
  return {};
}

/// A fresh collecting version after `before`; approvals of waivers stand on.
PlanVersion open_version(db::Transaction& transaction, const std::optional<PlanVersion>& before, Month month) {
  PlanVersion plan;
  plan.month = month;
  plan.version = before ? before->version + 1 : 1;
  if (before)
    for (const auto& approval : approvals(transaction, month, before->version))
      if (approval.kind == "waiver") put_approval(transaction, month, plan.version, approval);
  return plan;
}

Result<PlanVersion> write_announcement(db::Transaction& transaction, const World& world, const Act& act, const Announcement& in,
                                       const std::optional<PlanVersion>& newest) {
  const bool collecting = newest && newest->stage == Stage::Collecting;
  PlanVersion plan = collecting ? *newest : open_version(transaction, newest, in.month);
  plan.announced_source = in.announced_source;
  plan.slots = ordered_slots(world.law, in.slots);
  plan.policy = write_changes(in.policy);
  plan.demo = plan.demo || in.demo;
  if (!collecting) {
    insert_version(transaction, plan);
    note_step(transaction, act, "plan.create", "S-2.2", nullptr, plan, in.reason);
    return plan;
  }
  if (!update_version(transaction, plan, Stage::Collecting)) return stage_moved(plan.month);
  note_step(transaction, act, "plan.create", "S-2.2", &*newest, plan, in.reason);
  return plan;
}

} // namespace

Result<PlanVersion> announce(const World& world, const Act& act, const Announcement& in) {
  if (const auto fine = check_text(in.announced_source, k_max_text, "announced_source"); !fine.ok()) return fine.problem();
  if (const auto fine = check_slots(world.law, in.slots); !fine.ok()) return fine.problem();
  if (const auto fine = check_policy(world, in.policy); !fine.ok()) return fine.problem();
  if (in.month < month_of(act.today())) return problem("planning.month_past", {{"month", to_string(in.month)}}, "month");
  return decide(world.database, [&](db::Transaction& transaction) -> Result<PlanVersion> {
    const auto newest = newest_version(transaction, in.month);
    if (newest && newest->stage != Stage::Collecting && newest->stage != Stage::Published && newest->stage != Stage::Returned)
      return wrong_stage(*newest, "plan.create");
    if (newest && newest->stage == Stage::Published) {
      if (in.reason.empty()) return problem("planning.reason_missing", {}, "reason");
      if (const auto fine = check_next_month(transaction, in.month); !fine.ok()) return fine.problem();
    }
    return write_announcement(transaction, world, act, in, newest);
  });
}

Result<PlanVersion> approve_waiver(const World& world, const Act& act, Month month, const std::string& institution,
                                   const std::string& subject, const std::string& reason) {
  if (const auto fine = check_text(reason, k_max_text, "reason"); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<PlanVersion> {
    const auto plan = at_stage(transaction, month, {Stage::Collecting}, "waiver.approve");
    if (!plan.ok()) return plan.problem();
    const auto built = build(load_input(transaction, world, *plan, act.today()));
    const bool needed = std::any_of(built.waivers.begin(), built.waivers.end(), [&](const Waiver& one) {
      return one.needs_approval && one.institution == institution && one.subject == subject;
    });
    if (!needed) return problem("planning.waiver_not_needed", {{"institution", institution}, {"subject", subject}});
    put_approval(transaction, month, plan->version,
                 {"waiver", institution, "", subject, 0, reason, act.actor.role, act.actor.name, act.at});
    note_step(transaction, act, "waiver.approve", "G-12", &*plan, *plan, institution + " " + subject + "：" + reason);
    return *plan;
  });
}

namespace {

Result<void> nothing_blocks(const std::vector<Finding>& all) {
  Problem blocked = problem("planning.blocked");
  for (const auto& one : all)
    if (one.blocks) blocked.parts.push_back(one.what);
  if (blocked.parts.empty()) return {};
  blocked.details.push_back({"count", std::to_string(blocked.parts.size())});
  return blocked;
}

void count_instance(PlanVersion& plan, const draw::Instance& instance) {
  std::vector<bool> seen(instance.institutions.size());
  plan.batches = static_cast<std::int64_t>(instance.batches.size());
  plan.candidates = 0;
  for (const auto& batch : instance.batches) {
    plan.candidates += batch.candidates;
    seen[static_cast<std::size_t>(batch.institution)] = true;
  }
  plan.institutions = std::count(seen.begin(), seen.end(), true);
  plan.sites = static_cast<std::int64_t>(instance.sites.size());
}

} // namespace

namespace {

/// The month's own policy with the depth that trial draws gave, and the data they were drawn from.
struct Offered {
  PolicyChanges changes;
  Digest digest{};
};

/// `before` is taken over where it was found from the same data.
Offered offer_of(db::Transaction& transaction, const World& world, const PlanVersion& plan, Date today, std::optional<std::int64_t> work_limit, const std::optional<Offered>& before) {
  Offered out{read_changes(plan.policy), {}};
  out.changes.depth.reset();
  if (out.changes.order_depth) return out;
  PlanVersion bare = plan;
  bare.policy = write_changes(out.changes);
  const auto read = draw::read_instance(draw::write_instance(build(load_input(transaction, world, bare, today)).instance));
  if (!read.ok()) return out;
  if (before && before->digest == read->digest) return *before;
  out.digest = read->digest;
  draw::DepthRule rule = law_in(transaction, world, plan.month.first()).depth;
  if (work_limit) rule.work = std::min(rule.work, *work_limit);
  out.changes.depth = draw::choose_depth(read->instance, read->digest, rule);
  return out;
}

} // namespace

Result<PlanVersion> freeze(const World& world, const Act& act, Month month, const CeremonyWish& wish, std::optional<std::int64_t> work_limit) {
  if (work_limit && (*work_limit < 1 || *work_limit > 1'000'000'000'000))
    return problem("planning.policy_range", {{"low", "1"}, {"high", "1000000000000"}}, "work_limit");
  // Trial draws take seconds in a big city: they are made before the transaction, and again only when the data moved meanwhile.
  std::optional<Offered> offered;
  if (const auto told = look(world.database, [&](db::Transaction& transaction) -> Result<int> {
        const auto found = at_stage(transaction, month, {Stage::Collecting}, "plan.freeze");
        if (!found.ok()) return found.problem();
        offered = offer_of(transaction, world, *found, act.today(), work_limit, std::nullopt);
        return 0;
      });
      !told.ok())
    return told.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<PlanVersion> {
    const auto found = at_stage(transaction, month, {Stage::Collecting}, "plan.freeze");
    if (!found.ok()) return found.problem();
    PlanVersion plan = *found;
    offered = offer_of(transaction, world, plan, act.today(), work_limit, offered);
    plan.policy = write_changes(offered->changes);
    const auto input = load_input(transaction, world, plan, act.today());
    const auto built = build(input);
    const auto clear = nothing_blocks(findings(input, built, plan, approvals(transaction, month, plan.version)));
    if (!clear.ok()) return clear.problem();
    const auto canonical = draw::write_instance(built.instance);
    const auto read = draw::read_instance(canonical);
    if (!read.ok()) return problem("planning.instance_invalid", {{"at", read.problem().at}, {"reason", read.problem().id}});
    plan.stage = Stage::Frozen;
    plan.instance_sm3 = to_hex(read->digest);
    plan.work_limit = work_limit.value_or(draw::default_work_limit());
    draw::EngineOptions options;
    options.work_limit = plan.work_limit;
    plan.engine = draw::engine_id(options);
    plan.demo = plan.demo || std::any_of(input.bookings.begin(), input.bookings.end(), [](const Booking& one) { return one.demo; });
    count_instance(plan, built.instance);
    if (!update_version(transaction, plan, Stage::Collecting)) return stage_moved(month);
    put_file(transaction, month, plan.version, "instance.json", read->canonical);
    put_waivers(transaction, month, plan.version, built.waivers);
    store_frozen_rows(transaction, {month, plan.version}, input, built);
    if (const auto opened = open_ceremony(transaction, world, act, plan, built.instance, wish); !opened.ok()) return opened.problem();
    note_step(transaction, act, "plan.freeze", "S-3.1", &*found, plan, "");
    return plan;
  });
}

Result<PlanVersion> approve_exception(const World& world, const Act& act, Month month, const std::string& institution,
                                      const std::string& site, const std::string& subject, const std::string& reason) {
  if (const auto fine = check_text(reason, k_max_text, "reason"); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<PlanVersion> {
    const auto plan = at_stage(transaction, month, {Stage::Drawn, Stage::Submitted}, "exception.approve");
    if (!plan.ok()) return plan.problem();
    for (const auto& one : exceptions_of(transaction, *plan)) {
      if (one.institution != institution || one.site != site || one.subject != subject) continue;
      put_approval(transaction, month, plan->version,
                   {"exception", institution, site, subject, one.visits, reason, act.actor.role, act.actor.name, act.at});
      note_step(transaction, act, "exception.approve", "G-15", &*plan, *plan, institution + " " + site + " " + subject + "：" + reason);
      return *plan;
    }
    return problem("planning.exception_not_in_plan", {{"institution", institution}, {"site", site}, {"subject", subject}});
  });
}

Result<PlanVersion> submit(const World& world, const Act& act, Month month, const std::string& reason) {
  return decide(world.database, [&](db::Transaction& transaction) -> Result<PlanVersion> {
    const auto found = at_stage(transaction, month, {Stage::Drawn}, "plan.submit");
    if (!found.ok()) return found.problem();
    if (!found->lawful) return problem("planning.unlawful", {{"month", to_string(month)}});
    PlanVersion plan = *found;
    plan.stage = Stage::Submitted;
    if (!update_version(transaction, plan, Stage::Drawn)) return stage_moved(month);
    note_step(transaction, act, "plan.submit", "S-2.3", &*found, plan, reason);
    return plan;
  });
}

Result<PlanVersion> publish(const World& world, const Act& act, Month month, const std::string& reason) {
  auto published = decide(world.database, [&](db::Transaction& transaction) -> Result<PlanVersion> {
    const auto found = at_stage(transaction, month, {Stage::Submitted}, "plan.publish");
    if (!found.ok()) return found.problem();
    if (!found->lawful) return problem("planning.unlawful", {{"month", to_string(month)}});
    if (const auto open = unapproved_exceptions(transaction, *found); !open.empty())
      return problem("planning.exceptions_open", {{"count", std::to_string(open.size())}});
    if (const auto fine = check_next_month(transaction, month); !fine.ok()) return fine.problem();
    const auto former = published_version(transaction, month);
    if (former) supersede(transaction, act, *former);
    PlanVersion plan = *found;
    plan.stage = Stage::Published;
    if (!update_version(transaction, plan, Stage::Submitted)) return stage_moved(month);
    note_step(transaction, act, "plan.publish", "S-2.3", &*found, plan, reason);
    settle_bookings(transaction, plan, 1);
    store_history(transaction, plan);
    tell_published(transaction, world, act, plan);
    if (former) follow_up(transaction, world, act, *former, plan);
    const auto stored = find_version(transaction, month, plan.version);
    put_file(transaction, month, plan.version, "record.json", record_json(transaction, world, *stored));
    if (const std::string bundle = bundle_text(transaction, *stored, is_redraw(*stored) ? former : std::nullopt); !bundle.empty())
      put_file(transaction, month, plan.version, "bundle.json", bundle);
    return *stored;
  });
  if (published.ok()) world.changed();
  return published;
}

Result<PlanVersion> send_back(const World& world, const Act& act, Month month, const std::string& reason) {
  if (const auto fine = check_text(reason, k_max_text, "reason"); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<PlanVersion> {
    const auto found =
        at_stage(transaction, month, {Stage::Frozen, Stage::Seeded, Stage::Failed, Stage::Drawn, Stage::Submitted}, "plan.return");
    if (!found.ok()) return found.problem();
    PlanVersion plan = *found;
    plan.stage = Stage::Returned;
    if (!update_version(transaction, plan, found->stage)) return stage_moved(month);
    note_step(transaction, act, "plan.return", "G-73", &*found, plan, reason);
    return plan;
  });
}

} // namespace ankao::planning
