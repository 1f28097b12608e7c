// SPDX-License-Identifier: Apache-2.0
#include "draw/study/measures.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "draw/study/placed.hpp"

namespace ankao::draw {

Measures measures_of(const Model& model, const Plan& plan) {
  const Instance& in = model.instance;
  const Seating seating = seating_of(model, plan);
  Measures out;
  out.levels = plan.levels;
  out.batches = count_of(in.batches);
  out.sessions = count_of(seating);
  for (const Batch& batch : in.batches) out.candidates += batch.candidates;
  std::map<std::string, SiteLoad> loads;
  for (int r = 0; r < count_of(in.rooms); ++r)
    for (int t = 0; t < model.times; ++t)
      if (at(at(model.open, r), t)) ++loads[at(in.sites, at(in.rooms, r).site).id].openings;
  std::map<int, int> sittings; // batch -> sessions
  std::set<std::pair<int, int>> used;
  for (const Sitting& sitting : seating) {
    const int site = at(in.rooms, sitting.room).site;
    SiteLoad& load = loads[at(in.sites, site).id];
    ++load.sessions;
    if (used.insert({sitting.room, sitting.time}).second) ++load.used;
    for (const Share& share : sitting.seats) {
      const Batch& batch = at(in.batches, share.batch);
      const auto& order = at(model.batches, share.batch).order;
      const int place = at(at(model.batches, share.batch).place, site);
      load.candidates += share.candidates;
      out.placed += share.candidates;
      out.metres += share.candidates * at(at(in.distance_m, batch.institution), site);
      out.weeks += std::int64_t{share.candidates} * model.weeks_waited(share.batch, sitting.time);
      if (place == 0) out.at_first += share.candidates;
      if (at(order, place).band == order.front().band) out.within_nearest += share.candidates;
      if (++sittings[share.batch] > 1) ++out.split;
    }
  }
  for (auto& [site, load] : loads) {
    load.site = site;
    out.sites.push_back(load);
  }
  return out;
}

Measures added(Measures sum, const Measures& more) {
  Levels& a = sum.levels;
  const Levels& b = more.levels;
  a = {a.unplaced + b.unplaced, a.exceptions + b.exceptions, a.beyond_offer + b.beyond_offer, a.envy + b.envy, a.vacant + b.vacant, a.quality + b.quality};
  sum.batches += more.batches;
  sum.candidates += more.candidates;
  sum.placed += more.placed;
  sum.sessions += more.sessions;
  sum.metres += more.metres;
  sum.weeks += more.weeks;
  sum.at_first += more.at_first;
  sum.within_nearest += more.within_nearest;
  sum.split += more.split;
  std::map<std::string, SiteLoad> loads;
  for (const std::vector<SiteLoad>* side : {&std::as_const(sum.sites), &more.sites})
    for (const SiteLoad& one : *side) {
      SiteLoad& load = loads[one.site];
      load.site = one.site;
      load.sessions += one.sessions;
      load.candidates += one.candidates;
      load.used += one.used;
      load.openings += one.openings;
    }
  sum.sites.clear();
  for (auto& [site, load] : loads) sum.sites.push_back(std::move(load));
  return sum;
}

} // namespace ankao::draw
