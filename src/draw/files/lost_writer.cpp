// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "draw/files/format.hpp"
#include "draw/files/lost_file.hpp"

namespace ankao::draw {
namespace {

using Json = nlohmann::json;

template <class Things>
Json places(const std::vector<LostPlace>& all, const Things& things, const char* kind) {
  Json out = Json::array();
  for (const LostPlace& one : all)
    out.push_back({{kind, things[static_cast<std::size_t>(one.index)].id}, {"from", to_string(one.days.from)}, {"to", to_string(one.days.to)}});
  return out;
}

} // namespace

std::string write_lost(const Lost& lost, const Instance& instance) {
  Json sessions = Json::array(), batches = Json::array();
  for (const LostSession& one : lost.sessions)
    sessions.push_back({{"room", instance.rooms[static_cast<std::size_t>(one.room)].id},
                        {"date", to_string(instance.calendar.dates[static_cast<std::size_t>(one.date)])},
                        {"slot", instance.calendar.slots[static_cast<std::size_t>(one.slot)]}});
  for (const LateBatch& one : lost.batches) batches.push_back({{"batch", instance.batches[static_cast<std::size_t>(one.index)].id}, {"not_before", to_string(one.not_before)}});
  Json out{{"format", k_lost_format},
           {"sites", places(lost.sites, instance.sites, "site")},
           {"rooms", places(lost.rooms, instance.rooms, "room")},
           {"sessions", std::move(sessions)}};
  if (!lost.institutions.empty()) out["institutions"] = places(lost.institutions, instance.institutions, "institution");
  if (!lost.batches.empty()) out["batches"] = std::move(batches);
  if (lost.not_before) out["not_before"] = to_string(*lost.not_before);
  return out.dump();
}

} // namespace ankao::draw
