// SPDX-License-Identifier: Apache-2.0
#include "draw/study/crowding.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace ankao::draw {
namespace {

using Opening = std::pair<int, int>; ///< room, time

/// What a set of batches asks of the rooms it may go to.
struct Demand {
  std::map<int, std::int64_t> people; ///< of a subject
  std::map<int, int> largest;         ///< seats of a subject in the largest room
  std::set<Opening> openings;
  std::set<int> sites;
};

/// The exclusive rooms of the batch; nothing when it may go to a mixed one.
std::optional<std::set<int>> rooms_of(const Model& model, int b) {
  std::set<int> out;
  const int subject = at(model.instance.batches, b).subject;
  for (const DrawnSite& drawn : at(model.batches, b).order)
    for (int room : at(model.instance.sites, drawn.site).rooms) {
      if (model.seats(room, subject) == 0) continue;
      if (!at(model.instance.rooms, room).exclusive) return std::nullopt;
      out.insert(room);
    }
  return out;
}

Demand demand_of(const Model& model, const std::vector<int>& batches) {
  Demand out;
  for (int b : batches) {
    const int subject = at(model.instance.batches, b).subject;
    out.people[subject] += at(model.instance.batches, b).candidates;
    for (const DrawnSite& drawn : at(model.batches, b).order)
      for (int room : at(model.instance.sites, drawn.site).rooms)
        for (int t = 0; model.seats(room, subject) > 0 && t < model.times; ++t)
          if (at(at(model.open, room), t) && at(at(model.batches, b).ready, t) == Ready::Yes) {
            out.openings.insert({room, t});
            out.sites.insert(drawn.site);
            out.largest[subject] = std::max(out.largest[subject], model.seats(room, subject));
          }
  }
  return out;
}

/// People that the sessions seat at most when each is as large as its subject's largest room, the fullest sessions first.
struct Count {
  std::int64_t sessions = 0; ///< needed
  std::int64_t seated = 0;   ///< at most
};

Count count_of_sessions(const Demand& demand) {
  std::vector<std::int64_t> parts;
  for (const auto& [subject, people] : demand.people) {
    const auto largest = demand.largest.find(subject);
    if (largest == demand.largest.end()) continue; // it has no opening at all: a shortage of seats, told elsewhere
    for (std::int64_t left = people; left > 0; left -= largest->second) parts.push_back(std::min<std::int64_t>(left, largest->second));
  }
  std::sort(parts.begin(), parts.end(), std::greater<>());
  Count out{static_cast<std::int64_t>(parts.size()), 0};
  for (std::size_t i = 0; i < parts.size() && i < demand.openings.size(); ++i) out.seated += parts[i];
  return out;
}

bool is_crowded(const Model& model, const std::vector<int>& batches) {
  const Demand demand = demand_of(model, batches);
  return count_of_sessions(demand).sessions > static_cast<std::int64_t>(demand.openings.size());
}

/// Everybody who can sit in rooms of the batch and nowhere else.
std::vector<int> beside(const Model& model, const std::set<int>& rooms) {
  std::vector<int> out;
  for (int b = 0; b < static_cast<int>(model.batches.size()); ++b)
    if (const auto own = rooms_of(model, b); own && !own->empty() && std::includes(rooms.begin(), rooms.end(), own->begin(), own->end())) out.push_back(b);
  return out;
}

} // namespace

std::optional<Deficit> crowding_of(const Model& model, int asked) {
  const auto rooms = rooms_of(model, asked);
  if (!rooms || rooms->empty()) return std::nullopt;
  std::vector<int> set = beside(model, *rooms);
  if (!is_crowded(model, set)) return std::nullopt;
  // Small batches are given up first: few large ones make the shorter sentence. The batch itself comes last.
  std::vector<int> turns = set;
  std::stable_sort(turns.begin(), turns.end(), [&](int a, int b) {
    const auto key = [&](int one) { return std::pair{one == asked ? 1 : 0, at(model.instance.batches, one).candidates}; };
    return key(a) < key(b);
  });
  for (int b : turns) {
    std::vector<int> others = set;
    std::erase(others, b);
    if (!others.empty() && is_crowded(model, others)) set = std::move(others);
  }
  const Demand demand = demand_of(model, set);
  const Count count = count_of_sessions(demand);
  Deficit out;
  out.limit = Deficit::Limit::Sessions;
  out.batches = set;
  out.sites.assign(demand.sites.begin(), demand.sites.end());
  for (const auto& [subject, people] : demand.people) {
    out.subjects.push_back(subject);
    out.candidates += people;
  }
  out.seats = count.seated;
  out.openings = static_cast<int>(demand.openings.size());
  out.sessions = static_cast<int>(count.sessions);
  return out;
}

} // namespace ankao::draw
