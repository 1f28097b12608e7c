// SPDX-License-Identifier: Apache-2.0
// Roster: where an institution goes, for R6 (never the same site twice running), R7 and R8. Its visits stand in time order; a group
// of R6 are the visits of one time that R6 looks at. `gone` is a batch whose visits later than `time` count as taken away; -1 is none.
#include <algorithm>

#include "draw/engine/roster.hpp"

namespace ankao::draw {
/// The last group before the visit; empty when there is none.
Roster::Visits Roster::group_before(int institution, const Visit* from, int gone, int time) const {
  const Visit* begin = at(visits_, institution).data();
  while (from != begin && (!(from - 1)->chained || ((from - 1)->batch == gone && (from - 1)->time > time))) --from;
  const Visit* first = from;
  while (first != begin && (first - 1)->time == (from - 1)->time) --first;
  return {first, from};
}

/// The first group from the visit on.
Roster::Visits Roster::group_after(int institution, const Visit* from, int gone, int time) const {
  const auto& visits = at(visits_, institution);
  const Visit* end = visits.data() + visits.size();
  while (from != end && (!from->chained || (from->batch == gone && from->time > time))) ++from;
  const Visit* last = from;
  while (last != end && last->time == from->time) ++last;
  return {from, last};
}

namespace {

/// A visit of the group that R6 looks at, to the site.
template <class Visits>
bool goes_to(Visits group, int site, int gone, int time) {
  return std::any_of(group.begin(), group.end(), [&](const auto& v) { return v.chained && v.site == site && !(v.batch == gone && v.time > time); });
}

template <class Visits>
bool meet(Visits group, Visits next, int gone, int time) {
  return std::any_of(group.begin(), group.end(), [&](const auto& v) { return v.chained && !(v.batch == gone && v.time > time) && goes_to(next, v.site, gone, time); });
}

} // namespace

/// R6: neither the group before the time nor the one after it has the site.
bool Roster::gap_holds(int institution, Visits now, int gone, int time, int site) const {
  const Visits before = group_before(institution, now.data(), gone, time);
  if (before.empty() ? has(last_visit(institution), site) : goes_to(before, site, gone, time)) return false;
  return !goes_to(group_after(institution, now.data() + now.size(), gone, time), site, gone, time);
}

/// R6 around a time at which something was taken away.
bool Roster::chain_sound(int institution, int time) const {
  const Visits now = visits_at(institution, time);
  const Visits before = group_before(institution, now.data(), -1, time), after = group_after(institution, now.data() + now.size(), -1, time);
  const bool stands = std::any_of(now.begin(), now.end(), [](const Visit& v) { return v.chained; });
  const auto follows = [&](Visits next) {
    if (!before.empty()) return !meet(before, next, -1, time);
    return std::none_of(next.begin(), next.end(), [&](const Visit& v) { return v.chained && has(last_visit(institution), v.site); });
  };
  return stands ? follows(now) && !meet(now, after, -1, time) : follows(after);
}

/// R6, R7 and the third part of R8 with the batch's later seats taken away.
bool Roster::could_visit(int batch, int time, int site) const {
  const Party& party = at(f_.parties, batch);
  work_ += Charge::visit;
  const Visits now = visits_at(party.institution, time);
  int sites = 1;
  bool there = false;
  for (auto v = now.begin(); v != now.end(); ++v) {
    there = there || (v->site == site && v->subject == party.subject);
    if (v->site != site && std::none_of(now.begin(), v, [&](const Visit& w) { return w.site == v->site; })) ++sites;
  }
  if (sites > f_.compact.max_sites) return false;
  const int times = at(key_visits_, f_.key[f_.at_site(batch, site)]) + !there;
  const int limit = limit_of(batch, site);
  if (times > limit && times - times_gone(batch, time, site) > limit) return false;
  return !party.chained || (gap_holds(party.institution, now, batch, time, site) && chain_holds(batch, time));
}

/// Times later than this at which only the batch's own seats bring its institution to the site in its subject.
int Roster::times_gone(int batch, int time, int site) const {
  const Party& party = at(f_.parties, batch);
  int gone = 0;
  const auto& mine = stays(batch);
  for (auto stay = mine.begin(); stay != mine.end(); ++stay) {
    const int then = time_of(stay->slot);
    const auto same = [&](const Stay& other) { return time_of(other.slot) == then && at(f_.uses, use_of(other.slot)).site == site; };
    if (then <= time || !same(*stay) || std::any_of(mine.begin(), stay, same)) continue;
    const Visits visits = visits_at(party.institution, then);
    gone += std::none_of(visits.begin(), visits.end(), [&](const Visit& v) { return v.batch != batch && v.site == site && v.subject == party.subject; });
  }
  return gone;
}

/// R6 where a group is gone with the batch's later seats: those before and after it come to be neighbours. gap_holds has looked at
/// the new visit itself.
bool Roster::chain_holds(int batch, int time) const {
  const int institution = at(f_.parties, batch).institution;
  for (const Stay& stay : stays(batch)) {
    const int then = time_of(stay.slot);
    if (then <= time) continue;
    const Visits now = visits_at(institution, then);
    if (std::any_of(now.begin(), now.end(), [&](const Visit& v) { return v.chained && v.batch != batch; })) continue;
    const Visits before = group_before(institution, now.data(), batch, time);
    if (before.empty() || before.front().time < time) continue;
    if (meet(before, group_after(institution, now.data() + now.size(), batch, time), batch, time)) return false;
  }
  return true;
}

} // namespace ankao::draw
