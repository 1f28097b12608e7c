// SPDX-License-Identifier: Apache-2.0
#include "planning/service/losses.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "planning/service/reading.hpp"
#include "planning/store/answers.hpp"
#include "planning/store/failures.hpp"
#include "planning/store/objections.hpp"
#include "planning/store/plans.hpp"
#include "registry/service/reading.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::planning {

std::string_view name_of(LossKind kind) {
  constexpr std::string_view k_names[] = {"refused", "no_show", "site_suspended", "site_gone", "institution_suspended", "objection"};
  return k_names[static_cast<std::size_t>(kind)];
}

namespace {

/// The plan's sessions and who sits in them, read once.
class Finder {
public:
  Finder(db::Transaction& transaction, const PlanVersion& plan, Date today)
      : transaction_(transaction)
      , plan_(plan)
      , today_(today)
      , sessions_(sessions_in(transaction, plan)) {
    for (const auto& one : sessions_) by_id_[one.id] = &one;
  }

  std::vector<Loss> run() {
    answered();
    not_provided();
    suspended();
    gone();
    objected();
    return std::move(out_);
  }

private:
  static Date day_of(const SessionRow& session) { return *parse_date(session.date); }
  bool to_come(const SessionRow& session) const { return day_of(session) >= today_; }

  void answered() {
    std::map<std::string, Loss> by_site;
    for (const auto& answer : answers(transaction_, key_of(plan_))) {
      const auto found = by_id_.find(answer.session);
      if (!answer.refused || found == by_id_.end() || !to_come(*found->second)) continue;
      Loss& loss = by_site[answer.site];
      loss = {LossKind::Refused, answer.site, found->second->site_name, "S-5.1b", answer.explanation, std::move(loss.sessions), loss.candidates + found->second->candidates, {}, {}};
      loss.sessions.push_back(answer.session);
    }
    for (auto& [site, loss] : by_site) out_.push_back(std::move(loss));
  }

  void not_provided() {
    for (const auto& failure : failures_of(transaction_, plan_.month)) {
      if (failure.kind != FailureKind::NoShow) continue;
      Loss loss{LossKind::NoShow, failure.site, failure.site_name, "S-5.1c", failure.explanation, {}, 0, {}, {}};
      for (const auto& id : failure.sessions)
        if (const auto found = by_id_.find(id); found != by_id_.end()) {
          loss.sessions.push_back(id);
          loss.candidates += found->second->candidates;
        }
      if (!loss.sessions.empty()) out_.push_back(std::move(loss));
    }
  }

  int seated(const std::vector<std::string>& sessions, const std::string& institution, std::vector<std::string>& touched) {
    int sum = 0;
    for (const auto& seat : seats_of_sessions(transaction_, key_of(plan_), sessions)) {
      if (seat.institution != institution) continue;
      sum += seat.candidates;
      if (touched.empty() || touched.back() != seat.session) touched.push_back(seat.session);
    }
    return sum;
  }

  void suspended() {
    for (const auto& one : registry::snapshot(transaction_, today_).suspensions) {
      const auto colon = one.subject.find(':');
      const std::string kind = one.subject.substr(0, colon), id = one.subject.substr(colon + 1);
      Loss loss{kind == "site" ? LossKind::SiteSuspended : LossKind::InstitutionSuspended, id, id, one.clause, one.reason, {}, 0, std::max(one.from, today_), one.to};
      std::vector<std::string> ids;
      for (const auto& session : sessions_) {
        const Date day = day_of(session);
        if (!to_come(session) || day < one.from || day > one.to) continue;
        if (kind == "institution") ids.push_back(session.id);
        if (kind != "site" || session.site != id) continue;
        loss.name = session.site_name;
        loss.sessions.push_back(session.id);
        loss.candidates += session.candidates;
      }
      if (kind == "institution") {
        loss.candidates = seated(ids, id, loss.sessions);
        if (const auto entry = registry::institution_in(transaction_, id, today_)) loss.name = entry->record.name;
      }
      if (!loss.sessions.empty()) out_.push_back(std::move(loss));
    }
  }

  /// Sites that have left the register by the day of a session.
  void gone() {
    std::map<std::string, Loss> by_site;
    std::map<std::pair<std::string, Date>, bool> stands;
    for (const auto& session : sessions_) {
      if (!to_come(session)) continue;
      const auto [known, fresh] = stands.try_emplace({session.site, day_of(session)}, true);
      if (fresh) {
        const auto entry = registry::site_in(transaction_, session.site, day_of(session));
        known->second = entry && entry->standing == registry::Standing::Published;
      }
      if (known->second) continue;
      Loss& loss = by_site[session.site];
      if (loss.sessions.empty()) loss = {LossKind::SiteGone, session.site, session.site_name, "S-5.1c", "", {}, 0, day_of(session), plan_.month.last()};
      loss.from = std::min(loss.from, day_of(session));
      loss.sessions.push_back(session.id);
      loss.candidates += session.candidates;
    }
    for (auto& [site, loss] : by_site) out_.push_back(std::move(loss));
  }

  void objected() {
    for (const auto& one : open_repairs(transaction_, plan_.month)) {
      Loss loss{LossKind::Objection, one.batch, one.institution_name, "S-2.3", one.answer, {}, 0, *one.not_before, plan_.month.last()};
      for (const auto& place : places_of_batch(transaction_, plan_, one.batch)) {
        if (!to_come(place.session) || day_of(place.session) >= *one.not_before) continue;
        loss.sessions.push_back(place.session.id);
        loss.candidates += place.seat.candidates;
      }
      if (!loss.sessions.empty()) out_.push_back(std::move(loss));
    }
  }

  db::Transaction& transaction_;
  const PlanVersion& plan_;
  Date today_;
  std::vector<SessionRow> sessions_;
  std::map<std::string, const SessionRow*> by_id_;
  std::vector<Loss> out_;
};

template <class Things>
std::map<std::string, int> places(const Things& things) {
  std::map<std::string, int> out;
  for (std::size_t i = 0; i < things.size(); ++i) out[things[i].id] = static_cast<int>(i);
  return out;
}

/// "2024-03-05.am.ROOM.SUBJECT" as indices; ids of rooms may hold dots, dates and slots do not.
void add_session(const std::string& id, const draw::Instance& instance, const std::map<std::string, int>& rooms, draw::Lost& out) {
  const auto first = id.find('.'), second = id.find('.', first + 1), last = id.rfind('.');
  const auto day = parse_date(id.substr(0, first));
  const auto& dates = instance.calendar.dates;
  const auto& slots = instance.calendar.slots;
  const auto slot = std::find(slots.begin(), slots.end(), id.substr(first + 1, second - first - 1));
  const auto room = rooms.find(id.substr(second + 1, last - second - 1));
  ensure(day && slot != slots.end() && room != rooms.end(), "a session of a plan is one of its instance");
  const draw::LostSession lost{room->second, static_cast<int>(std::lower_bound(dates.begin(), dates.end(), *day) - dates.begin()), static_cast<int>(slot - slots.begin())};
  const bool again = std::any_of(out.sessions.begin(), out.sessions.end(), [&](const draw::LostSession& o) { return o.room == lost.room && o.date == lost.date && o.slot == lost.slot; });
  if (!again) out.sessions.push_back(lost);
}

void add_place(std::vector<draw::LostPlace>& out, int index, Date from, Date to) {
  const bool again = std::any_of(out.begin(), out.end(), [&](const draw::LostPlace& o) { return o.index == index && o.days.from == from && o.days.to == to; });
  if (!again) out.push_back({index, {from, to}});
}

} // namespace

std::vector<Loss> losses_of(db::Transaction& transaction, const World&, const PlanVersion& plan, Date today) { return Finder(transaction, plan, today).run(); }

draw::Lost lost_of(const std::vector<Loss>& losses, const draw::Instance& instance, Date not_before) {
  const auto sites = places(instance.sites), institutions = places(instance.institutions), batches = places(instance.batches), rooms = places(instance.rooms);
  draw::Lost out;
  out.not_before = not_before;
  for (const Loss& loss : losses) {
    switch (loss.kind) {
    case LossKind::Refused:
    case LossKind::NoShow:
      for (const auto& id : loss.sessions) add_session(id, instance, rooms, out);
      break;
    case LossKind::SiteSuspended:
    case LossKind::SiteGone:
      add_place(out.sites, sites.at(loss.id), loss.from, loss.to);
      break;
    case LossKind::InstitutionSuspended:
      add_place(out.institutions, institutions.at(loss.id), loss.from, loss.to);
      break;
    case LossKind::Objection:
      if (std::none_of(out.batches.begin(), out.batches.end(), [&](const draw::LateBatch& o) { return o.index == batches.at(loss.id); }))
        out.batches.push_back({batches.at(loss.id), loss.from});
      break;
    }
  }
  return out;
}

void watch_losses(const World& world, Instant now) {
  const Date today = date_of(now);
  world.database.write([&](db::Transaction& transaction) {
    for (const PlanVersion& newest : newest_versions(transaction)) {
      if (newest.month < month_of(today)) continue;
      const auto plan = published_version(transaction, newest.month);
      if (!plan) continue;
      const std::string month = to_string(plan->month);
      for (const Loss& loss : losses_of(transaction, world, *plan, today))
        world.tell(transaction,
                   {"exam_organisation", "city", "", "plan.redraw", {month + "考试计划需要重排：" + loss.name, "the plan of " + month + " needs a redraw: " + loss.name},
                    {std::to_string(loss.sessions.size()) + "场" + std::to_string(loss.candidates) + "人受影响（" + loss.clause + "）", std::to_string(loss.sessions.size()) + " sessions, " + std::to_string(loss.candidates) + " people (" + loss.clause + ")"},
                    "/work/desk/" + month + "/after", "loss:" + month + "/" + std::to_string(plan->version) + "/" + std::string(name_of(loss.kind)) + ":" + loss.id},
                   now);
    }
  });
}

Result<void> nothing_under_way(db::Transaction& transaction, Month month) {
  const auto newest = newest_version(transaction, month);
  if (newest && newest->stage != Stage::Published && newest->stage != Stage::Returned)
    return problem("planning.version_under_way", {{"month", to_string(month)}, {"version", std::to_string(newest->version)}});
  return {};
}

} // namespace ankao::planning
