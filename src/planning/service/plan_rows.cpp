// SPDX-License-Identifier: Apache-2.0
#include "planning/service/plan_rows.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/ensure.hpp"
#include "draw/files/files.hpp"
#include "planning/service/stages.hpp"
#include "planning/store/bookings.hpp"
#include "planning/store/ceremonies.hpp"
#include "planning/store/history.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {

using nlohmann::json;

namespace {

std::vector<PartyRow> party_rows(const BuildInput& input, const draw::Instance& instance) {
  std::vector<PartyRow> rows;
  std::map<std::string, const InstitutionInput*> institutions;
  std::map<std::string, const SiteInput*> sites;
  for (const auto& one : input.institutions) institutions[one.record.id] = &one;
  for (const auto& one : input.sites) sites[one.record.id] = &one;
  for (const auto& one : instance.institutions) {
    const auto& in = *institutions.at(one.id);
    rows.push_back({"institution", one.id, in.record.name, in.record.supervising_district, in.place, !in.record.place, false});
  }
  for (const auto& one : instance.sites) {
    const auto& in = *sites.at(one.id);
    rows.push_back({"site", one.id, in.record.name, in.record.district, in.place, !in.record.place, in.record.public_base});
  }
  return rows;
}

} // namespace

void store_frozen_rows(db::Transaction& transaction, PlanKey key, const BuildInput& input, const Built& built) {
  const auto& instance = built.instance;
  put_parties(transaction, key, party_rows(input, instance));
  std::map<std::string, const Booking*> bookings;
  for (const auto& one : input.bookings) bookings[one.id] = &one;
  std::vector<BatchRow> rows;
  for (const auto& batch : instance.batches) {
    const auto& institution = instance.institutions[static_cast<std::size_t>(batch.institution)];
    const auto& subject = instance.subjects[static_cast<std::size_t>(batch.subject)];
    const auto& booking = *bookings.at(batch.id);
    BatchRow row;
    row.id = batch.id;
    row.class_id = booking.class_id;
    row.institution = institution.id;
    row.institution_name = institution.name.value_or(institution.id);
    row.subject = subject.id;
    row.subject_name = subject.name.value_or(subject.id);
    row.kind = booking.kind;
    row.own_school = batch.own_school;
    row.started = batch.started;
    row.completed = batch.completed;
    row.not_before = batch.not_before;
    row.finish_by = batch.finish_by;
    row.carried = batch.carried;
    row.candidates = batch.candidates;
    if (const auto waived = built.waived.find(batch.id); waived != built.waived.end()) row.waiver = std::string(name_of(waived->second));
    rows.push_back(std::move(row));
  }
  put_batches(transaction, key, rows);
}

namespace {

/// Turns a drawn plan into rows; looks things up by id.
class DrawnRows {
public:
  DrawnRows(const draw::Instance& instance, const std::map<std::string, PartyRow>& sites,
            const std::map<std::string, std::string>& room_names)
      : instance_(instance)
      , sites_(sites)
      , room_names_(room_names) {
    for (std::size_t i = 0; i < instance.batches.size(); ++i) batch_index_[instance.batches[i].id] = i;
    for (std::size_t i = 0; i < instance.sites.size(); ++i) site_index_[instance.sites[i].id] = i;
    for (const auto& room : instance.rooms) rooms_[room.id] = &room;
    for (std::size_t i = 0; i < instance.subjects.size(); ++i) subject_index_[instance.subjects[i].id] = static_cast<int>(i);
    for (std::size_t i = 0; i < instance.calendar.slots.size(); ++i) slot_place_[instance.calendar.slots[i]] = static_cast<int>(i);
    for (const auto& batch : instance.batches) {
      BatchRow row;
      row.id = batch.id;
      row.candidates = batch.candidates;
      batches.push_back(std::move(row));
    }
  }

  void add(const draw::Session& session) {
    SessionRow row;
    row.id = session.date + "." + session.slot + "." + session.room + "." + session.subject;
    row.date = session.date;
    row.slot = session.slot;
    row.slot_place = slot_place_.at(session.slot);
    row.site = session.site;
    row.site_name = sites_.at(session.site).name;
    row.district = sites_.at(session.site).district;
    row.room = session.room;
    const auto name = room_names_.find(session.room);
    row.room_name = name == room_names_.end() || name->second.empty() ? session.room : name->second;
    row.subject = session.subject;
    const auto& subject = instance_.subjects[static_cast<std::size_t>(subject_index_.at(session.subject))];
    row.subject_name = subject.name.value_or(subject.id);
    row.seats = rooms_.at(session.room)->seats.at(subject_index_.at(session.subject));
    for (const auto& seat : session.seats) add_seat(row, seat);
    sessions.push_back(std::move(row));
  }

  void add(const draw::Unplaced& unplaced) {
    auto& row = batches[batch_index_.at(unplaced.batch)];
    for (const auto& because : unplaced.because) row.because += (row.because.empty() ? "" : " ") + because.site + ":" + because.rule;
  }

  void finish() {
    for (auto& row : batches) row.state = row.placed == 0 ? "unplaced" : row.placed < row.candidates ? "partly" : "placed";
  }

  std::vector<BatchRow> batches;
  std::vector<SessionRow> sessions;
  std::vector<SeatRow> seats;

private:
  void add_seat(SessionRow& session, const draw::Seats& seat) {
    const auto index = batch_index_.at(seat.batch);
    const auto institution = static_cast<std::size_t>(instance_.batches[index].institution);
    const auto distance = instance_.distance_m[institution][site_index_.at(session.site)];
    session.candidates += seat.candidates;
    seats.push_back({session.id, seat.batch, instance_.institutions[institution].id, seat.candidates, distance});
    auto& row = batches[index];
    row.placed += seat.candidates;
    row.distance_m = std::max(row.distance_m, distance);
    if (row.first_date.empty() || session.date < row.first_date) row.first_date = session.date;
  }

  const draw::Instance& instance_;
  const std::map<std::string, PartyRow>& sites_;
  const std::map<std::string, std::string>& room_names_;
  std::map<std::string, std::size_t> batch_index_, site_index_;
  std::map<std::string, int> subject_index_, slot_place_;
  std::map<std::string, const draw::Room*> rooms_;
};

} // namespace

void store_drawn_rows(db::Transaction& transaction, PlanVersion& plan, const draw::Instance& instance, const draw::Plan& drawn,
                      const std::map<std::string, std::string>& room_names) {
  const PlanKey key{plan.month, plan.version};
  const auto sites = parties(transaction, key, "site");
  DrawnRows rows(instance, sites, room_names);
  for (const auto& session : drawn.sessions) rows.add(session);
  for (const auto& unplaced : drawn.unplaced) rows.add(unplaced);
  rows.finish();
  put_sessions(transaction, key, rows.sessions, rows.seats);
  place_batches(transaction, key, rows.batches);
  std::map<std::string, int> used;
  plan.placed = 0;
  for (const auto& session : rows.sessions) {
    ++used[session.site];
    plan.placed += session.candidates;
  }
  plan.sessions = static_cast<std::int64_t>(rows.sessions.size());
  plan.sites = static_cast<std::int64_t>(used.size());
}

void settle_bookings(db::Transaction& transaction, const PlanVersion& plan, int sign) {
  BatchFilter all;
  all.limit = 1'000'000;
  for (const auto& batch : list_batches(transaction, {plan.month, plan.version}, all).items) {
    auto booking = find_booking(transaction, batch.id);
    if (!booking) continue;
    booking->placed += sign * batch.placed;
    const bool rest = batch.placed < batch.candidates;
    if (rest) booking->carried += sign;
    if (booking->state != BookingState::Withdrawn) booking->state = booking->waiting() > 0 ? BookingState::Booked : BookingState::Planned;
    ensure(update_booking(transaction, *booking), "a booking was changed inside the transaction that read it");
  }
}

void store_history(db::Transaction& transaction, const PlanVersion& plan) {
  const PlanKey key{plan.month, plan.version};
  const auto text = find_file(transaction, plan.month, plan.version, "plan.json");
  const auto drawn = draw::read_plan(text->body);
  ensure(drawn.ok(), "a stored plan can be read");
  BatchFilter all;
  all.limit = 1'000'000;
  std::map<std::string, BatchRow> batches;
  for (auto& batch : list_batches(transaction, key, all).items) batches[batch.id] = std::move(batch);
  std::vector<HeldVisit> visits;
  std::map<std::pair<std::string, std::string>, std::int64_t> counts;
  for (const auto& session : drawn->sessions) {
    ++counts[{session.site, session.subject}];
    for (const auto& seat : session.seats) {
      const auto& batch = batches.at(seat.batch);
      if (batch.kind == BookingKind::Retake || batch.subject == k_theory) continue;
      visits.push_back({batch.institution, session.site, session.subject, *parse_date(session.date), session.slot, !batch.waiver.empty()});
    }
  }
  std::vector<HeldSessions> held;
  for (const auto& [place, count] : counts) held.push_back({place.first, place.second, plan.month, count});
  put_history(transaction, "plan:" + to_string(plan.month), visits, held);
}

void supersede(db::Transaction& transaction, const Act& act, PlanVersion former) {
  settle_bookings(transaction, former, -1);
  const PlanVersion before = former;
  former.stage = Stage::Superseded;
  ensure(update_version(transaction, former, Stage::Published), "the version in force is superseded inside the transaction that read it");
  note_step(transaction, act, "plan.supersede", "G-62", &before, former, "");
}

std::vector<draw::Exception> exceptions_of(db::Transaction& transaction, const PlanVersion& plan) {
  const auto file = find_file(transaction, plan.month, plan.version, "plan.json");
  if (!file) return {};
  const auto drawn = draw::read_plan(file->body);
  ensure(drawn.ok(), "a stored plan can be read");
  return drawn->exceptions;
}

std::vector<draw::Exception> unapproved_exceptions(db::Transaction& transaction, const PlanVersion& plan) {
  auto open = exceptions_of(transaction, plan);
  const auto given = approvals(transaction, plan.month, plan.version);
  std::erase_if(open, [&](const draw::Exception& one) {
    return std::any_of(given.begin(), given.end(), [&](const Approval& a) {
      return a.kind == "exception" && a.institution == one.institution && a.site == one.site && a.subject == one.subject &&
             a.visits >= one.visits;
    });
  });
  return open;
}

namespace {

json levels_json(const draw::Levels& l) {
  return {{"U", l.unplaced}, {"E", l.exceptions}, {"X", l.beyond_offer}, {"J", l.envy}, {"V", l.vacant}, {"Q", l.quality}};
}

} // namespace

namespace {

json fault_json(const Problem& fault) {
  json details = json::object();
  for (const Detail& one : fault.details) details[one.name] = one.value;
  return {{"id", fault.id}, {"at", fault.at}, {"details", std::move(details)}};
}

/// Reports written before the faults had words of their own hold one English sentence.
Problem fault_of(const json& breach) {
  if (!breach.contains("fault")) return problem("draw.fault.told", {{"what", breach.at("what").get<std::string>()}});
  const json& in = breach.at("fault");
  Problem fault = problem(in.at("id").get<std::string>(), {}, in.at("at").get<std::string>());
  for (const auto& [name, value] : in.at("details").items()) fault.details.push_back({name, value.get<std::string>()});
  return fault;
}

} // namespace

std::string check_json(const draw::CheckReport& report, const draw::Levels& greedy) {
  json breaches = json::array();
  for (const auto& one : report.breaches)
    breaches.push_back({{"rule", one.rule}, {"clause", one.clause}, {"ids", one.ids}, {"fault", fault_json(one.fault)}});
  return json{
      {"format", "ankao-draw-check/1"},       {"lawful", report.lawful()}, {"breaches", breaches}, {"levels", levels_json(report.levels)},
      {"greedy_levels", levels_json(greedy)}, {"tickets", report.tickets}}
      .dump();
}

CheckFile read_check(const std::string& text) {
  const json in = json::parse(text);
  CheckFile file;
  file.lawful = in.at("lawful").get<bool>();
  for (const auto& one : in.at("breaches"))
    file.breaches.push_back({one.at("rule"), one.at("clause"), one.at("ids").get<std::vector<std::string>>(), fault_of(one)});
  return file;
}

namespace {

json approvals_json(db::Transaction& transaction, const PlanVersion& plan) {
  json out = json::array();
  for (const auto& one : approvals(transaction, plan.month, plan.version))
    out.push_back({{"kind", one.kind},
                   {"institution", one.institution},
                   {"site", one.site},
                   {"subject", one.subject},
                   {"visits", one.visits},
                   {"reason", one.reason},
                   {"role", one.role},
                   {"at", to_string(one.at)}});
  return out;
}

json waivers_json(db::Transaction& transaction, const PlanVersion& plan) {
  json out = json::array();
  for (const auto& one : waivers(transaction, plan.month, plan.version))
    out.push_back({{"institution", one.institution},
                   {"subject", one.subject},
                   {"basis", name_of(one.basis)},
                   {"clause", one.clause},
                   {"batches", one.batches},
                   {"candidates", one.candidates},
                   {"needs_approval", one.needs_approval}});
  return out;
}

json steps_json(const PlanVersion& plan) {
  json out = json::array();
  for (const auto& one : plan.steps)
    out.push_back({{"step", one.step}, {"at", to_string(one.at)}, {"role", one.role}, {"reason", one.reason}});
  return out;
}

json versions_json(db::Transaction& transaction, Month month) {
  json out = json::array();
  for (const auto& one : versions(transaction, month)) {
    if (one.instance_sm3.empty()) continue;
    out.push_back({{"version", one.version},
                   {"stage", name_of(one.stage)},
                   {"instance_sm3", one.instance_sm3},
                   {"public_value", one.public_value},
                   {"seed", one.seed},
                   {"plan_sm3", one.plan_sm3},
                   {"reason", one.steps.empty() ? "" : one.steps.back().reason}});
  }
  return out;
}

} // namespace

namespace {

/// Those who committed; who did not reveal has an empty nonce.
json participants_json(db::Transaction& transaction, const PlanVersion& plan) {
  json out = json::array();
  for (const auto& one : ceremony_parties(transaction, plan.month, plan.version))
    if (!one.commitment.empty()) out.push_back({{"id", one.id}, {"name", one.name}, {"role", one.role}, {"commitment", one.commitment}, {"nonce", one.nonce}});
  return out;
}

} // namespace

std::string record_json(db::Transaction& transaction, const World& world, const PlanVersion& plan) {
  json record{{"format", "ankao-draw-record/1"},
              {"city", world.city},
              {"month", to_string(plan.month)},
              {"version", plan.version},
              {"demo", plan.demo},
              {"announced_source", plan.announced_source},
              {"participants", participants_json(transaction, plan)},
              {"instance_sm3", plan.instance_sm3},
              {"engine", plan.engine},
              {"work_limit", plan.work_limit},
              {"public_value", plan.public_value},
              {"seed_rule", "SM3(instance_sm3 as 32 bytes || revealed nonces, 32 bytes each, by participant id || public_value as UTF-8)"},
              {"seed", plan.seed},
              {"plan_sm3", plan.plan_sm3},
              {"lawful", plan.lawful},
              {"levels", levels_json(plan.levels)},
              {"greedy_levels", levels_json(plan.greedy)}};
  record["waivers"] = waivers_json(transaction, plan);
  record["approvals"] = approvals_json(transaction, plan);
  record["steps"] = steps_json(plan);
  record["versions"] = versions_json(transaction, plan.month);
  return record.dump();
}

} // namespace ankao::planning
