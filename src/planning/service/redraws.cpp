// SPDX-License-Identifier: Apache-2.0
#include "planning/service/redraws.hpp"

#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "base/sm3.hpp"
#include "deadlines/service/terms.hpp"
#include "draw/check/difference.hpp"
#include "draw/engine/redraw.hpp"
#include "draw/files/files.hpp"
#include "draw/files/lost_file.hpp"
#include "draw/rules/losses.hpp"
#include "planning/files/after_law.hpp"
#include "planning/rules/ceremony.hpp"
#include "planning/service/assignments.hpp"
#include "planning/service/ceremonies.hpp"
#include "planning/service/feedback.hpp"
#include "planning/service/losses.hpp"
#include "planning/service/stages.hpp"
#include "planning/store/objections.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {
namespace {

constexpr std::int64_t k_all = 1'000'000;

/// The ceremony's windows may be shorter for a redraw; the pause before the public value may not.
CeremonyTerms shorter_terms(const World& world, Date day) {
  CeremonyTerms terms = world.law.ceremony;
  terms.commitments_minutes = shipped_after_law().number("commitments_minutes", day);
  terms.reveals_minutes = shipped_after_law().number("reveals_minutes", day);
  terms.clause = "G-62";
  return terms;
}

/// Whoever moves hears of it so many days ahead, from the day on which the seed can be known.
Date first_day(const CeremonyTerms& terms, const CeremonyWish& wish, Instant at) {
  const Date known = date_of(plan_of(terms, wish, at).available_at);
  return known + shipped_after_law().number("notice_days", known);
}

/// Parties, batches, waivers and approvals stand as they did; places come with the draw.
void copy_rows(db::Transaction& transaction, const PlanVersion& from, const PlanVersion& to) {
  std::vector<PartyRow> all;
  for (const char* kind : {"institution", "site"})
    for (const auto& [id, party] : parties(transaction, key_of(from), kind)) all.push_back(party);
  put_parties(transaction, key_of(to), all);
  BatchFilter everything;
  everything.limit = k_all;
  auto batches = list_batches(transaction, key_of(from), everything).items;
  for (auto& row : batches) {
    row.placed = 0;
    row.state = "unplaced";
    row.first_date.clear();
    row.because.clear();
    row.distance_m = 0;
  }
  put_batches(transaction, key_of(to), batches);
  put_waivers(transaction, to.month, to.version, waivers(transaction, from.month, from.version));
  for (const auto& approval : approvals(transaction, from.month, from.version)) put_approval(transaction, to.month, to.version, approval);
}

draw::ReadInstance instance_of(db::Transaction& transaction, const PlanVersion& plan) {
  const auto file = find_file(transaction, plan.month, plan.version, "instance.json");
  ensure(file.has_value(), "a published plan has its instance");
  auto read = draw::read_instance(file->body);
  ensure(read.ok(), "a frozen instance can be read");
  return std::move(*read);
}

PlanVersion version_after(const PlanVersion& former, int newest, const RedrawWish& wish, const std::string& instance_sm3) {
  PlanVersion plan;
  plan.month = former.month;
  plan.version = newest + 1;
  plan.stage = Stage::Frozen;
  plan.announced_source = wish.source;
  plan.slots = former.slots;
  plan.policy = former.policy;
  plan.instance_sm3 = instance_sm3;
  plan.engine = draw::redraw_name();
  plan.work_limit = former.work_limit;
  plan.demo = former.demo;
  plan.batches = former.batches;
  plan.candidates = former.candidates;
  plan.institutions = former.institutions;
  plan.sites = former.sites;
  return plan;
}

} // namespace

bool is_redraw(const PlanVersion& plan) { return plan.engine == draw::redraw_name(); }

Result<PlanVersion> start_redraw(const World& world, const Act& act, const RedrawWish& wish) {
  if (const auto fine = check_said(wish.source, "source", 500); !fine.ok()) return fine.problem();
  if (const auto fine = check_said(wish.reason, "reason", 500); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<PlanVersion> {
    const auto former = in_force(transaction, wish.month);
    if (!former.ok()) return former.problem();
    if (const auto way = nothing_under_way(transaction, wish.month); !way.ok()) return way.problem();
    const auto losses = losses_of(transaction, world, *former, act.today());
    if (losses.empty()) return problem("planning.redraw_nothing", {{"month", to_string(wish.month)}});
    const auto terms = shorter_terms(world, act.today());
    const auto before = instance_of(transaction, *former);
    const auto lost = lost_of(losses, before.instance, first_day(terms, wish.ceremony, act.at));
    const std::string bytes = draw::write_instance(draw::after_loss(before.instance, lost));
    const auto after = draw::read_instance(bytes);
    ensure(after.ok(), "the instance after a loss is an instance");
    const auto plan = version_after(*former, newest_version(transaction, wish.month)->version, wish, to_hex(after->digest));
    insert_version(transaction, plan);
    put_file(transaction, plan.month, plan.version, "instance.json", bytes);
    put_file(transaction, plan.month, plan.version, "lost.json", draw::write_lost(lost, before.instance));
    copy_rows(transaction, *former, plan);
    if (const auto opened = open_ceremony(transaction, world, act, plan, after->instance, wish.ceremony, terms); !opened.ok()) return opened.problem();
    note_step(transaction, act, "plan.redraw", "G-62", nullptr, plan, wish.reason);
    return plan;
  });
}

std::optional<RedrawGround> redraw_ground(db::Transaction& transaction, const PlanVersion& plan) {
  if (!is_redraw(plan)) return std::nullopt;
  const auto former = published_version(transaction, plan.month);
  const auto file = find_file(transaction, plan.month, plan.version, "lost.json");
  ensure(former && file, "a redraw has a version in force and what it lost");
  const auto before = instance_of(transaction, *former);
  auto lost = draw::read_lost(file->body, before.instance);
  const auto plan_file = find_file(transaction, former->month, former->version, "plan.json");
  ensure(lost.ok() && lost->not_before && plan_file, "what was stored for a redraw can be read");
  auto drawn = draw::read_plan(plan_file->body);
  ensure(drawn.ok(), "a stored plan can be read");
  return RedrawGround{std::move(*lost), std::move(*drawn)};
}

void store_moves(db::Transaction& transaction, const PlanVersion& plan, const draw::Instance& after, const draw::Plan& now) {
  const auto ground = redraw_ground(transaction, plan);
  ensure(ground.has_value(), "a redraw has its ground");
  const auto changed = draw::difference(after, ground->before, now);
  const auto sites = parties(transaction, key_of(plan), "site");
  BatchFilter everything;
  everything.limit = k_all;
  std::map<std::string, BatchRow> batches;
  for (auto& row : list_batches(transaction, key_of(plan), everything).items) batches[row.id] = std::move(row);
  std::vector<Move> moves;
  nlohmann::json items = nlohmann::json::array();
  for (const auto& batch : changed.batches) {
    const BatchRow& row = batches.at(batch.batch);
    const auto add = [&](const draw::PlaceChanged& place, bool came) {
      moves.push_back({batch.batch, row.class_id, row.institution, row.institution_name, row.subject, came, place.date, place.slot, place.site, sites.at(place.site).name, place.room, place.candidates, place.lost});
      items.push_back({{"batch", batch.batch}, {"came", came}, {"date", place.date}, {"slot", place.slot}, {"site", place.site}, {"room", place.room}, {"candidates", place.candidates}, {"lost", place.lost}});
    };
    for (const auto& place : batch.left) add(place, false);
    for (const auto& place : batch.came) add(place, true);
  }
  put_moves(transaction, plan.month, plan.version, moves);
  put_file(transaction, plan.month, plan.version, "redraw.json",
           nlohmann::json{{"format", "ankao-redraw/1"}, {"month", to_string(plan.month)}, {"version", plan.version}, {"hit", changed.hit}, {"moved", changed.moved}, {"without", changed.without}, {"moves", items}}
               .dump());
}

namespace {

void close_objections(db::Transaction& transaction, const Act& act, const PlanVersion& now) {
  for (auto one : open_repairs(transaction, now.month)) {
    const Objection before = one;
    one.repaired_in = now.version;
    put_objection(transaction, one);
    log(transaction, act, "objection.repair", "objection:" + one.id, to_hex(sm3(before.id + "/0")), to_hex(sm3(one.id + "/" + std::to_string(now.version))), "G-62", "");
  }
}

void tell_moved(db::Transaction& transaction, const World& world, const Act& act, const PlanVersion& now) {
  MoveFilter everything;
  everything.limit = k_all;
  std::map<std::string, std::int64_t> institutions;
  std::set<std::string> sites;
  for (const auto& move : list_moves(transaction, now.month, now.version, everything).items) {
    if (!move.came) institutions[move.institution] += move.candidates;
    sites.insert(move.site);
  }
  const std::string month = to_string(now.month), version = std::to_string(now.version), link = "/plans/" + month + "/changes?version=" + version;
  const std::string key = "redraw:" + month + "/" + version;
  for (const auto& [institution, candidates] : institutions)
    world.tell(transaction,
               {"institution", "institution", institution, "plan.redraw", {month + "考试计划第" + version + "版：本机构" + std::to_string(candidates) + "人的场次有调整", "plan of " + month + ", version " + version + ": " + std::to_string(candidates) + " of your candidates move"},
                {"请查看调整前后的时间和考试点，并通知考生", "see the old and the new places, and tell your candidates"}, link, key},
               act.at);
  for (const auto& site : sites)
    world.tell(transaction,
               {"exam_site", "site", site, "plan.redraw", {month + "考试计划第" + version + "版：本考试点的场次有调整", "plan of " + month + ", version " + version + ": your sessions have changed"},
                {"有变动的场次请在2个工作日内重新反馈", "answer for the changed sessions within two working days"}, "/work/own-sessions", key},
               act.at);
}

} // namespace

void follow_up(db::Transaction& transaction, const World& world, const Act& act, const PlanVersion& former, const PlanVersion& now) {
  carry_answers(transaction, act, former, now);
  if (is_redraw(now)) {
    close_objections(transaction, act, now);
    tell_moved(transaction, world, act, now);
  }
  tell_examiners(transaction, world, act, now);
  deadlines::happened(transaction, {{act.actor, act.at, "plan.publish_again", "plan:" + to_string(now.month) + "/" + std::to_string(now.version), to_string(now.month), {"city", "", world.city, ""}, act.today()}});
}

} // namespace ankao::planning
