// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "draw/files/bounds_file.hpp"
#include "draw/files/format.hpp"

namespace ankao::draw {
namespace {

using Json = nlohmann::json;

template <class Things>
const std::string& id_of(const Things& things, int place) {
  return things[static_cast<std::size_t>(place)].id;
}

Json prices(const Instance& in, const Prices& p) {
  Json batches = Json::object(), sessions = Json::object(), visits = Json::array(), tangent = Json::array();
  for (std::size_t b = 0; b < p.batch.size(); ++b)
    if (p.batch[b] != 0) batches[in.batches[b].id] = p.batch[b];
  for (std::size_t s = 0; s < p.session.size(); ++s)
    if (p.session[s] != 0) sessions[in.subjects[s].id] = p.session[s];
  for (const auto& [key, price] : p.visit)
    visits.push_back({{"institution", id_of(in.institutions, key[0])}, {"site", id_of(in.sites, key[1])}, {"subject", id_of(in.subjects, key[2])}, {"price", price}});
  for (const auto& [key, count] : p.tangent)
    tangent.push_back({{"subject", id_of(in.subjects, key.first)}, {"site", id_of(in.sites, key.second)}, {"sessions", count}});
  return {{"scale", p.scale},   {"batches", std::move(batches)}, {"sessions", std::move(sessions)}, {"visits", std::move(visits)},
          {"beyond", p.beyond}, {"vacancy", p.vacancy},          {"tangent", std::move(tangent)}};
}

Json shared_rooms(const Instance& in, const SharedRooms& shared) {
  Json subjects = Json::array(), rooms = Json::array();
  for (int s : shared.subjects) subjects.push_back(id_of(in.subjects, s));
  for (const SharedRoom& r : shared.rooms) rooms.push_back({{"room", id_of(in.rooms, r.room)}, {"from", to_string(r.from)}, {"to", to_string(r.to)}});
  return {{"subjects", std::move(subjects)}, {"rooms", std::move(rooms)}, {"prices", shared.prices ? Json(*shared.prices) : Json(nullptr)}};
}

Json or_null(const Instance& in, const std::optional<Prices>& p) { return p ? prices(in, *p) : Json(nullptr); }

} // namespace

std::string write_bounds(const Instance& in, const Bounds& bounds) {
  Json levels = Json::object(), shortages = Json::array(), shared = Json::array(), exceptions = Json::array(), coins = Json::array();
  for (std::size_t i = 0; i < bounds.levels.size(); ++i)
    levels[std::string(1, "UEXJVQ"[i])] = bounds.levels[i] ? Json(*bounds.levels[i]) : Json(nullptr);
  for (const SubjectShortage& s : bounds.shortages)
    shortages.push_back({{"subject", id_of(in.subjects, s.subject)}, {"unplaced", s.unplaced}, {"prices", prices(in, s.prices)}});
  for (const SharedRooms& s : bounds.shared) shared.push_back(shared_rooms(in, s));
  for (const NeededExceptions& e : bounds.exceptions)
    exceptions.push_back(
        {{"institution", id_of(in.institutions, e.institution)}, {"subject", id_of(in.subjects, e.subject)}, {"exceptions", e.exceptions}});
  for (const CoinTable& c : bounds.coins) coins.push_back({{"subject", id_of(in.subjects, c.subject)}, {"least", c.least}});
  const Json out = {{"format", k_bounds_format},
                    {"instance_sm3", bounds.instance_sm3},
                    {"plan_sm3", bounds.plan_sm3},
                    {"levels", std::move(levels)},
                    {"certificates",
                     {{"U", std::move(shortages)},
                      {"shared", std::move(shared)},
                      {"E", std::move(exceptions)},
                      {"X", or_null(in, bounds.beyond)},
                      {"V", {{"tables", std::move(coins)}, {"prices", or_null(in, bounds.vacancy)}}},
                      {"Q", or_null(in, bounds.quality)}}}};
  return out.dump();
}

} // namespace ankao::draw
