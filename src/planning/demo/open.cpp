// SPDX-License-Identifier: Apache-2.0
#include "planning/demo/open.hpp"

#include "deadlines/service/calendar.hpp"
#include "draw/bundle/seed.hpp"
#include "ledger/service/ledger.hpp"
#include "planning/service/bookings.hpp"
#include "planning/service/ceremonies.hpp"
#include "planning/service/draws.hpp"
#include "planning/service/plan_rows.hpp"
#include "planning/service/plans.hpp"
#include "planning/store/ceremonies.hpp"
#include "planning/store/history.hpp"
#include "planning/store/migrations.hpp"
#include "planning/store/plans.hpp"
#include "registry/service/imports.hpp"
#include "registry/service/institutions.hpp"
#include "registry/service/sites.hpp"
#include "registry/service/snapshot.hpp"
#include "registry/service/suspensions.hpp"

namespace ankao::planning {

void migrate_for_demo(db::Database& database) {
  std::vector<db::Migration> steps = ledger::migrations();
  for (const auto& more : {registry::migrations(), migrations(), deadlines::migrations()})
    steps.insert(steps.end(), more.begin(), more.end());
  db::migrate(database, steps);
}

namespace {

constexpr std::int64_t k_minute = 60'000;
constexpr const char* k_reason = "演示数据，不是真实情况";

struct Parties {
  std::vector<InstitutionInput> institutions;
  std::vector<SiteInput> sites;
};

Parties parties_of(const World& world, Date day) {
  return look(world.database, [&](db::Transaction& transaction) {
    PlanVersion plan;
    plan.month = month_of(day);
    auto input = load_input(transaction, world, plan, day);
    return Parties{std::move(input.institutions), std::move(input.sites)};
  });
}

std::map<std::string, int> versions_of(const World& world, Date day) {
  return look(world.database, [&](db::Transaction& transaction) {
    const auto snapshot = registry::snapshot(transaction, day);
    std::map<std::string, int> versions;
    for (const auto& one : snapshot.institutions) versions[one.record.id] = one.version;
    for (const auto& one : snapshot.sites) versions[one.record.id] = one.version;
    return versions;
  });
}

/// Each edit names the version it was made on, as people's edits do.
class GroundWork {
public:
  GroundWork(const World& world, const Act& act)
      : world_(world)
      , act_(act)
      , versions_(versions_of(world, act.today())) {}

  Result<void> edit_institution(const std::string& id, const registry::InstitutionChanges& changes) {
    const auto done = registry::edit_institution(world_.database, act_, {id, versions_[id], k_reason}, changes);
    if (!done.ok()) return done.problem();
    versions_[id] = done->version;
    return {};
  }

  Result<void> edit_site(const std::string& id, const registry::SiteChanges& changes) {
    const auto done = registry::edit_site(world_.database, act_, {id, versions_[id], k_reason}, changes);
    if (!done.ok()) return done.problem();
    versions_[id] = done->version;
    return {};
  }

  Result<void> put_room(const std::string& site, const registry::RoomRecord& room) {
    const registry::RoomDraft draft{room.id, room.name, room.exclusive, room.capacity, room.seats, room.openings, std::nullopt};
    const auto done = registry::put_room(world_.database, act_, {site, versions_[site], k_reason}, draft);
    if (!done.ok()) return done.problem();
    versions_[site] = done->version;
    return {};
  }

private:
  const World& world_;
  const Act& act_;
  std::map<std::string, int> versions_;
};

Result<void> lay_parties(GroundWork& work, const DemoGround& ground) {
  std::map<std::string, registry::InstitutionChanges> changes;
  for (const auto& one : ground.institutions) changes[one.id].place = one.place;
  for (const auto& one : ground.schools) changes[one.institution].school = one.school;
  for (const auto& [id, change] : changes)
    if (const auto done = work.edit_institution(id, change); !done.ok()) return done.problem();
  for (const auto& one : ground.sites) {
    registry::SiteChanges change;
    change.place = one.place;
    if (const auto done = work.edit_site(one.id, change); !done.ok()) return done.problem();
  }
  for (const auto& site : ground.rooms)
    for (const auto& room : site.rooms)
      if (const auto done = work.put_room(site.site, room); !done.ok()) return done.problem();
  return {};
}

} // namespace

Result<void> lay_ground(const World& world, const Act& act, const DemoRequest& request) {
  const auto before = parties_of(world, act.today());
  if (!before.institutions.empty()) return problem("planning.demo_not_empty");
  if (const auto imported = registry::import_annex6(world.database, act.at); !imported.ok()) return imported.problem();
  const auto parties = parties_of(world, act.today());
  GroundWork work(world, act);
  const auto laid = lay_parties(work, demo_ground(request.seed, request.month, parties.institutions, parties.sites));
  if (!laid.ok()) return laid.problem();
  const auto now = parties_of(world, act.today());
  for (const auto& one : demo_suspensions(request.month, now.institutions, now.sites))
    if (const auto done = registry::record_suspension(world.database, act, one); !done.ok()) return done.problem();
  return {};
}

std::vector<Booking> lay_bookings(const World& world, const Act& act, const DemoRequest& request, bool with_history) {
  const auto parties = parties_of(world, act.today());
  auto bookings = demo_bookings(request, world.law, world.calendar, parties.institutions, parties.sites);
  const auto history = demo_history(request, world.calendar, parties.institutions, parties.sites);
  world.database.write([&](db::Transaction& transaction) {
    store_demo_bookings(transaction, world, act, bookings);
    if (with_history) put_history(transaction, "demo", history.visits, history.sessions);
  });
  return bookings;
}

Result<PlanVersion> freeze_demo(const World& world, const Act& act, Month month) {
  Announcement announcement;
  announcement.month = month;
  announcement.announced_source = k_demo_source;
  announcement.demo = true;
  const auto opened = announce(world, act, announcement);
  if (!opened.ok()) return opened.problem();
  const auto built =
      look(world.database, [&](db::Transaction& transaction) { return build(load_input(transaction, world, *opened, act.today())); });
  for (const auto& waiver : built.waivers) {
    if (!waiver.needs_approval) continue;
    const auto approved = approve_waiver(world, act, month, waiver.institution, waiver.subject, "演示：本市没有其他单位的考试点开设该科目");
    if (!approved.ok()) return approved.problem();
  }
  const auto later = [&](int minutes) { return Instant{act.at.ms + minutes * k_minute}; };
  return freeze(world, act, month, {k_demo_how, later(10), later(20), later(30)});
}

namespace {

/// A nonce of the demo: anybody can form it, as nothing depends on it.
Digest demo_nonce(Month month, const std::string& participant) { return sm3("demo " + to_string(month) + " " + participant); }

struct DemoParticipant {
  ledger::Actor actor;
  std::string id;
};

/// An institution, a site, and the two offices; the site does not reveal, so that the record shows how that is told.
std::vector<DemoParticipant> demo_participants(const World& world, Month month) {
  const auto parties = look(world.database, [&](db::Transaction& transaction) { return ceremony_parties(transaction, month, newest_version(transaction, month)->version); });
  std::vector<DemoParticipant> all;
  for (const char* role : {"institution", "site"})
    for (const auto& one : parties)
      if (one.role == role) {
        all.push_back({{"demo-" + one.role, one.name, role == std::string("site") ? "exam_site" : role, std::string(role) + ":" + one.id}, one.id});
        break;
      }
  for (const auto& office : world.law.offices) all.push_back({{"demo-" + office.role, "演示·" + office.zh, office.role, "city"}, office.role});
  return all;
}

Result<void> hold_ceremony(const World& world, const Act& act, Month month) {
  const auto later = [&](int minutes) { return Instant{act.at.ms + minutes * k_minute}; };
  const auto people = demo_participants(world, month);
  for (const auto& one : people)
    if (const auto done = commit(world, {one.actor, later(5)}, month, to_hex(draw::commitment_of(one.id, demo_nonce(month, one.id)))); !done.ok()) return done.problem();
  for (const auto& one : people) {
    if (one.actor.role == "exam_site") continue;
    if (const auto done = reveal(world, {one.actor, later(15)}, month, to_hex(demo_nonce(month, one.id))); !done.ok()) return done.problem();
  }
  const ledger::Actor first{"demo-exam_organisation", "演示·市考试机构", "exam_organisation", "city"}, second{"demo-city_bureau", "演示·市应急管理局", "city_bureau", "city"};
  if (const auto told = announce_value(world, {first, later(31)}, month, k_demo_value); !told.ok()) return told.problem();
  if (const auto sown = confirm_value(world, {second, later(32)}, month, k_demo_value); !sown.ok()) return sown.problem();
  return {};
}

} // namespace

Result<PlanVersion> publish_demo(const World& world, const Act& frozen, Month month) {
  if (const auto held = hold_ceremony(world, frozen, month); !held.ok()) return held.problem();
  const Act act{frozen.actor, {frozen.at.ms + 33 * k_minute}};
  Draws draws(
      world, [&act] { return act.at; }, [](const std::function<void()>& job) { job(); });
  if (const auto drawn = draws.start(act, month); !drawn.ok()) return drawn.problem();
  const auto plan = look(world.database, [&](db::Transaction& transaction) { return newest_version(transaction, month); });
  if (!plan->lawful) return problem("planning.unlawful", {{"month", to_string(month)}});
  for (const auto& one : look(world.database, [&](db::Transaction& transaction) { return exceptions_of(transaction, *plan); })) {
    const auto approved = approve_exception(world, act, month, one.institution, one.site, one.subject, "演示：考试点不足，经批准超过三次");
    if (!approved.ok()) return approved.problem();
  }
  if (const auto submitted = submit(world, act, month, "演示"); !submitted.ok()) return submitted.problem();
  return publish(world, act, month, "演示");
}

} // namespace ankao::planning
