// SPDX-License-Identifier: Apache-2.0
#include "draw/check/chains.hpp"

#include <algorithm>

namespace ankao::draw::checking {

/// A waived entry counts not at all, nor does one of a theory subject: by the words, it is no visit.
History::History(const Facts& facts)
    : facts_(&facts)
    , latest_(facts.instance().institutions.size())
    , latest_sites_(latest_.size()) {
  for (const PastVisit& visit : facts.instance().visits) {
    if (visit.waived || facts.instance().subjects[at(visit.subject)].kind == SubjectKind::Theory) continue;
    const SlotOfDay when{visit.date, visit.slot};
    if (in_year_of(facts.instance(), visit.date)) year_[{visit.institution, visit.site, visit.subject}].insert(when);
    auto& latest = latest_[at(visit.institution)];
    auto& sites = latest_sites_[at(visit.institution)];
    if (!latest || *latest < when) {
      latest = when;
      sites.clear();
    }
    if (*latest == when) sites.insert(visit.site);
  }
}

std::vector<Repeat> History::repeats(int institution, const std::vector<Visit>& visits) const {
  std::map<int, std::set<int>> groups;
  for (const Visit& visit : visits)
    if (facts_->of(visit.batch).order.size() != 1) groups[visit.time].insert(visit.site);
  std::vector<Repeat> out;
  std::optional<int> before;
  const std::set<int>* sites_before = &latest_sites_[at(institution)];
  for (const auto& [time, sites] : groups) {
    for (const int site : sites)
      if (sites_before->contains(site)) out.push_back({before, time, site});
    before = time;
    sites_before = &sites;
  }
  return out;
}

std::int64_t History::past_visits(int institution, int site, int subject) const {
  const auto found = year_.find({institution, site, subject});
  return found == year_.end() ? 0 : static_cast<std::int64_t>(found->second.size());
}

std::int64_t History::visit_limit(int institution, int site, int subject) const {
  return std::max<std::int64_t>(facts_->instance().policy.visits_per_year, past_visits(institution, site, subject));
}

std::int64_t History::visits_of_year(int institution, int site, int subject, const std::vector<Visit>& visits) const {
  std::set<int> times;
  for (const Visit& visit : visits)
    if (visit.site == site && visit.subject == subject) times.insert(visit.time);
  return past_visits(institution, site, subject) + static_cast<std::int64_t>(times.size());
}

std::set<int> History::sites_at(int time, const std::vector<Visit>& visits) {
  std::set<int> sites;
  for (const Visit& visit : visits)
    if (visit.time == time) sites.insert(visit.site);
  return sites;
}

} // namespace ankao::draw::checking
