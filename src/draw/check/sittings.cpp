// SPDX-License-Identifier: Apache-2.0
#include "draw/check/sittings.hpp"

#include <algorithm>

namespace ankao::draw::checking {
namespace {

template <class T, class F>
std::map<std::string, int> places(const std::vector<T>& all, F&& id) {
  std::map<std::string, int> out;
  for (std::size_t i = 0; i < all.size(); ++i) out.emplace(id(all[i]), static_cast<int>(i));
  return out;
}

constexpr int k_unknown = -1;

int find(const std::map<std::string, int>& places, const std::string& id) {
  const auto found = places.find(id);
  return found == places.end() ? k_unknown : found->second;
}

} // namespace

std::string session_id(const Session& session) { return session.room + " " + session.date + " " + session.slot + " " + session.subject; }

std::int64_t Sitting::taken() const {
  std::int64_t sum = 0;
  for (const Share& share : shares) sum += share.candidates;
  return sum;
}

std::int64_t Sitting::held_by(int batch) const {
  std::int64_t sum = 0;
  for (const Share& share : shares) sum += share.batch == batch ? share.candidates : 0;
  return sum;
}

Sittings::Sittings(const Facts& facts, const Plan& plan, std::vector<Breach>& breaches)
    : facts_(&facts) {
  const Instance& in = instance();
  const auto id = [](const auto& one) { return one.id; };
  rooms_ = places(in.rooms, id);
  sites_ = places(in.sites, id);
  subjects_ = places(in.subjects, id);
  batches_ = places(in.batches, id);
  dates_ = places(in.calendar.dates, [](Date date) { return to_string(date); });
  slots_ = places(in.calendar.slots, [](const std::string& slot) { return slot; });
  of_batch_.resize(in.batches.size());
  placed_.resize(in.batches.size());
  visits_.resize(in.institutions.size());
  for (std::size_t i = 0; i < plan.sessions.size(); ++i) {
    const Session& session = plan.sessions[i];
    Sitting sitting;
    sitting.place = "/sessions/" + std::to_string(i);
    const auto faults = read(session, sitting);
    breaches.insert(breaches.end(), faults.begin(), faults.end());
    if (sitting.room == k_unknown || sitting.subject == k_unknown || sitting.time == k_unknown) continue;
    all_.push_back(std::move(sitting));
    count(all_.back(), static_cast<int>(all_.size()) - 1);
  }
}

std::vector<Breach> Sittings::read(const Session& session, Sitting& out) const {
  std::vector<Breach> faults;
  out.id = session_id(session);
  const auto fault = [&](const char* rule, const char* clause, const char* id, std::vector<Detail> details, const std::string& member) {
    details.push_back({"session", out.id});
    faults.push_back({rule, clause, {out.id}, problem(id, std::move(details), out.place + member)});
  };
  out.room = find(rooms_, session.room);
  out.subject = find(subjects_, session.subject);
  if (out.room == k_unknown) fault("R0", "-", "draw.fault.room_unknown", {{"room", session.room}}, "/room");
  if (out.subject == k_unknown) fault("R0", "-", "draw.fault.subject_unknown", {{"subject", session.subject}}, "/subject");
  const int date = find(dates_, session.date), slot = find(slots_, session.slot);
  if (date == k_unknown) fault("R4", "P-3.2, C", "draw.fault.date_unknown", {{"date", session.date}}, "/date");
  if (slot == k_unknown) fault("R4", "P-3.2, C", "draw.fault.slot_unknown", {{"slot", session.slot}}, "/slot");
  out.time = date == k_unknown || slot == k_unknown ? k_unknown : facts_->time(date, slot);
  for (const Seats& seats : session.seats) {
    const int batch = find(batches_, seats.batch);
    if (batch == k_unknown) {
      faults.push_back({"R0", "-", {out.id, seats.batch}, problem("draw.fault.batch_unknown", {{"session", out.id}, {"batch", seats.batch}}, out.place + "/seats")});
    } else {
      out.shares.push_back({batch, seats.candidates});
    }
  }
  if (out.room == k_unknown) return faults;
  const Room& room = instance().rooms[at(out.room)];
  out.site = room.site;
  if (find(sites_, session.site) != room.site)
    fault("R0", "-", "draw.fault.room_of_other_site", {{"room", session.room}, {"site", instance().sites[at(room.site)].id}, {"found", session.site}}, "/site");
  const auto seats = room.seats.find(out.subject);
  out.seats = seats == room.seats.end() ? 0 : seats->second;
  return faults;
}

void Sittings::count(const Sitting& sitting, int number) {
  taken_[{sitting.room, sitting.time}] += sitting.taken();
  for (const Share& share : sitting.shares) {
    const Batch& batch = instance().batches[at(share.batch)];
    auto& sessions = of_batch_[at(share.batch)];
    if (sessions.empty() || sessions.back() != number) sessions.push_back(number);
    placed_[at(share.batch)] += share.candidates;
    class_at_[{batch.class_id, sitting.time}].insert(share.batch);
    if (facts_->of(share.batch).counts) visits_[at(batch.institution)].push_back({share.batch, sitting.site, batch.subject, sitting.time});
  }
}

std::int64_t Sittings::taken(int room, int time) const {
  const auto found = taken_.find({room, time});
  return found == taken_.end() ? 0 : found->second;
}

std::int64_t Sittings::free(const Sitting& sitting) const {
  const Room& room = instance().rooms[at(sitting.room)];
  return std::max<std::int64_t>(0, std::min(sitting.seats - sitting.taken(), room.capacity - taken(sitting.room, sitting.time)));
}

const std::set<int>& Sittings::class_at(const std::string& class_id, int time) const {
  static const std::set<int> nobody;
  const auto found = class_at_.find({class_id, time});
  return found == class_at_.end() ? nobody : found->second;
}

} // namespace ankao::draw::checking
