// SPDX-License-Identifier: Apache-2.0
#include "inspection/rules/severity.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "inspection/rules/honesty.hpp"
#include "inspection/rules/least_squares.hpp"

namespace ankao::inspection {
namespace {

/// Severities are kept in thousandths of a tenth until they are shown.
constexpr std::int64_t k_fine = 1000;

using Two = std::pair<std::string, std::string>;
Two ordered(const std::string& a, const std::string& b) { return a < b ? Two{a, b} : Two{b, a}; }

/// Nearest tenth, halves away from zero, so that turning two teams round turns the sign and nothing else.
std::int64_t tenths(std::int64_t fine, std::int64_t by = k_fine) {
  const std::int64_t size = (2 * (fine < 0 ? -fine : fine) + by) / (2 * by);
  return fine < 0 ? -size : size;
}

/// Gives every found item that was left its weight; takes out two teams of whom too much was corrected in between.
void weigh(const SeverityLaw& law, std::vector<Comparison>& places) {
  std::map<Two, std::pair<std::int64_t, std::int64_t>> found_left; // earlier, later
  for (const Comparison& one : places) {
    auto& sums = found_left[{one.earlier, one.later}];
    sums.first += one.at_risk;
    sums.second += one.left;
  }
  for (Comparison& one : places) {
    const auto& [found, left] = found_left.at({one.earlier, one.later});
    one.used = found <= left * law.weight;
    const std::int64_t weight = left == 0 ? k_fine : tenths(found * k_fine, left);
    one.difference = one.clean * k_fine + one.standing * weight;
  }
}

std::vector<SharedPlaces> shared_places(const SeverityLaw& law, std::vector<Comparison>& places) {
  std::map<Two, SharedPlaces> all;
  std::map<Two, std::int64_t> sums;
  for (const Comparison& one : places) {
    const Two key = ordered(one.earlier, one.later);
    SharedPlaces& pair = all[key];
    pair.one = key.first;
    pair.other = key.second;
    if (!one.used) continue;
    ++pair.places;
    sums[key] += one.later == key.second ? one.difference : -one.difference;
  }
  std::vector<SharedPlaces> out;
  for (auto& [key, pair] : all) {
    pair.used = pair.places >= law.places;
    if (pair.places > 0) pair.difference = tenths(sums[key], k_fine * pair.places);
    out.push_back(pair);
  }
  for (Comparison& one : places) one.used = one.used && all.at(ordered(one.earlier, one.later)).used;
  return out;
}

/// Groups of teams that hang together by used places, each in alphabetical order.
std::vector<std::vector<std::string>> groups_of(const std::vector<SharedPlaces>& pairs) {
  std::map<std::string, std::set<std::string>> next;
  for (const SharedPlaces& one : pairs)
    if (one.used) {
      next[one.one].insert(one.other);
      next[one.other].insert(one.one);
    }
  std::vector<std::vector<std::string>> out;
  std::set<std::string> seen;
  for (const auto& [start, near] : next) {
    if (!seen.insert(start).second) continue;
    std::vector<std::string> group{start};
    for (std::size_t i = 0; i < group.size(); ++i)
      for (const std::string& other : next[group[i]])
        if (seen.insert(other).second) group.push_back(other);
    std::sort(group.begin(), group.end());
    out.push_back(std::move(group));
  }
  return out;
}

/// Severities of all teams that are compared, in thousandths.
using Fine = std::map<std::string, std::int64_t>;

void solve_group(const std::vector<std::string>& group, const std::vector<Comparison>& places, Fine& out) {
  // A place of k teams gives k(k-1)/2 differences but k visits: weight 1/k is least squares with an effect of the place.
  std::int64_t scale = 1;
  std::vector<const Comparison*> mine;
  const auto place = [&](const std::string& team) { return std::lower_bound(group.begin(), group.end(), team); };
  for (const Comparison& one : places) {
    const auto at = place(one.later);
    if (!one.used || at == group.end() || *at != one.later) continue;
    mine.push_back(&one);
    scale = std::lcm(scale, std::int64_t{one.teams});
  }
  std::vector<Difference> measured;
  for (const Comparison* one : mine)
    measured.push_back({static_cast<std::size_t>(place(one->earlier) - group.begin()), static_cast<std::size_t>(place(one->later) - group.begin()), one->difference, scale / one->teams});
  const auto values = least_squares(group.size(), measured);
  for (std::size_t i = 0; i < group.size(); ++i) out[group[i]] = values[i];
}

bool counts(const MeasuredVisit& visit, const MeasuredForms& forms) { return !visit.self() && visit.phase != "summary" && forms.at(visit.form).scored; }

std::vector<TeamSeverity> teams_of(const std::vector<Comparison>& places, const std::vector<MeasuredVisit>& visits, const MeasuredForms& forms, const std::vector<std::vector<std::string>>& groups, const Fine& fine) {
  std::map<std::string, TeamSeverity> all;
  std::map<std::string, std::int64_t> sums;
  for (const MeasuredVisit& one : visits) {
    if (!counts(one, forms)) continue;
    ++all[one.by].visits;
    sums[one.by] += one.total;
  }
  std::map<std::string, std::set<std::string>> shared;
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> distance; // sum, count
  for (const Comparison& one : places)
    for (const std::string& team : {one.earlier, one.later}) {
      shared[team].insert(one.target);
      if (!one.used) continue;
      const std::int64_t off = one.difference - (fine.at(one.later) - fine.at(one.earlier));
      distance[team].first += off < 0 ? -off : off;
      ++distance[team].second;
    }
  for (auto& [team, out] : all) {
    out.team = team;
    out.raw = mean_of(sums[team], out.visits);
    out.shared = static_cast<int>(shared[team].size());
    if (out.shared > 0) out.compared = Compared::TooFew;
    out.corrected = out.raw;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (!std::binary_search(groups[g].begin(), groups[g].end(), team)) continue;
      out.compared = Compared::Yes;
      out.group = static_cast<int>(g) + 1;
      out.severity = tenths(fine.at(team));
      out.corrected = mean_of(sums[team] * k_fine + fine.at(team) * out.visits, out.visits * k_fine);
      out.spread = tenths(distance[team].first, k_fine * distance[team].second);
    }
  }
  std::vector<TeamSeverity> out;
  for (auto& [team, one] : all) out.push_back(std::move(one));
  return out;
}

/// What all teams gave the places of a district: as they stand, and as they would if all teams of the greatest group were alike.
DistrictScores scores_of(const std::string& district, const std::vector<const MeasuredVisit*>& visits, const std::map<std::string, int>& groups, const Fine& fine) {
  DistrictScores out;
  out.district = district;
  std::int64_t sum = 0;
  std::map<int, int> by_group;
  for (const MeasuredVisit* one : visits) {
    ++out.visits;
    sum += one->total;
    if (const auto group = groups.find(one->by); group != groups.end()) ++by_group[group->second];
  }
  out.raw = mean_of(sum, out.visits);
  for (const auto& [group, count] : by_group)
    if (count > out.compared) {
      out.compared = count;
      out.group = group;
    }
  std::int64_t shifts = 0, totals = 0;
  for (const MeasuredVisit* one : visits) {
    const auto group = groups.find(one->by);
    if (group == groups.end() || group->second != out.group) continue;
    shifts += fine.at(one->by);
    totals += one->total;
  }
  out.shift = mean_of(shifts, k_fine * out.compared);
  out.corrected = out.compared == 0 ? out.raw : mean_of(totals * k_fine + shifts, k_fine * out.compared);
  return out;
}

} // namespace

std::int64_t tenths_of(std::int64_t fine) { return tenths(fine); }

const char* name_of(Compared value) {
  switch (value) {
  case Compared::Yes:
    return "yes";
  case Compared::TooFew:
    return "too_few";
  case Compared::Alone:
    return "alone";
  }
  return "";
}

Severity solve(const SeverityLaw& law, std::vector<Comparison> places, const std::vector<MeasuredVisit>& visits, const MeasuredForms& forms) {
  Severity out;
  out.law = law;
  weigh(law, places);
  out.pairs = shared_places(law, places);
  const auto groups = groups_of(out.pairs);
  Fine fine;
  std::map<std::string, int> group_of;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    solve_group(groups[g], places, fine);
    for (const std::string& team : groups[g]) group_of[team] = static_cast<int>(g) + 1;
  }
  out.teams = teams_of(places, visits, forms, groups, fine);
  std::map<std::string, std::vector<const MeasuredVisit*>> districts;
  std::vector<const MeasuredVisit*> all;
  for (const MeasuredVisit& one : visits) {
    if (!counts(one, forms)) continue;
    all.push_back(&one);
    if (!one.district.empty()) districts[one.district].push_back(&one);
  }
  for (const auto& [code, mine] : districts) out.districts.push_back(scores_of(code, mine, group_of, fine));
  out.city = scores_of("", all, group_of, fine);
  out.places = std::move(places);
  return out;
}

Severity severity(const SeverityLaw& law, const std::vector<MeasuredVisit>& visits, const MeasuredForms& forms) { return solve(law, comparisons(visits, forms), visits, forms); }

} // namespace ankao::inspection
