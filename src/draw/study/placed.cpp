// SPDX-License-Identifier: Apache-2.0
#include "draw/study/placed.hpp"

#include <map>

namespace ankao::draw {
namespace {

template <class Things>
std::map<std::string, int> by_id(const Things& things) {
  std::map<std::string, int> out;
  for (int i = 0; i < count_of(things); ++i) out[at(things, i).id] = i;
  return out;
}

int found(const std::map<std::string, int>& all, const std::string& id) {
  const auto one = all.find(id);
  return one == all.end() ? -1 : one->second;
}

} // namespace

Seating seating_of(const Model& model, const Plan& plan) {
  const Instance& in = model.instance;
  const auto rooms = by_id(in.rooms), subjects = by_id(in.subjects), batches = by_id(in.batches);
  std::map<std::string, int> dates, slots;
  for (int d = 0; d < count_of(in.calendar.dates); ++d) dates[to_string(at(in.calendar.dates, d))] = d;
  for (int s = 0; s < count_of(in.calendar.slots); ++s) slots[at(in.calendar.slots, s)] = s;
  Seating out;
  for (const Session& session : plan.sessions) {
    const int room = found(rooms, session.room), subject = found(subjects, session.subject);
    const int date = found(dates, session.date), slot = found(slots, session.slot);
    if (room < 0 || subject < 0 || date < 0 || slot < 0) continue;
    Sitting sitting{room, date * model.slots_per_day + slot, subject, {}};
    const int site = at(in.rooms, room).site;
    for (const Seats& seats : session.seats)
      if (const int batch = found(batches, seats.batch); batch >= 0 && at(at(model.batches, batch).place, site) >= 0)
        sitting.seats.push_back({batch, seats.candidates});
    if (!sitting.seats.empty()) out.push_back(std::move(sitting));
  }
  return out;
}

} // namespace ankao::draw
