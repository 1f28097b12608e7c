// SPDX-License-Identifier: Apache-2.0
#include "inspection/rules/honesty.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace ankao::inspection {
namespace {

const MeasuredForm& form_of(const MeasuredForms& forms, const MeasuredVisit& visit) {
  const auto found = forms.find(visit.form);
  ensure(found != forms.end(), "a visit has its form");
  return found->second;
}

const FoundItem* found_in(const MeasuredVisit& visit, const std::string& item) {
  const auto at = std::find_if(visit.found.begin(), visit.found.end(), [&](const FoundItem& one) { return one.item == item; });
  return at == visit.found.end() ? nullptr : &*at;
}

bool seen(const MeasuredVisit& visit, const std::string& item) { return std::find(visit.unseen.begin(), visit.unseen.end(), item) == visit.unseen.end(); }

bool before(const MeasuredVisit& a, const MeasuredVisit& b) { return a.at != b.at ? a.at < b.at : a.number < b.number; }

/// The two visits of a target that are compared; `self` may be missing.
struct Two {
  const MeasuredVisit* self = nullptr;
  const MeasuredVisit* official = nullptr;
};

std::map<std::string, Two> by_target(const std::vector<MeasuredVisit>& visits) {
  std::map<std::string, Two> out;
  for (const MeasuredVisit& one : visits) {
    Two& two = out[one.target];
    if (one.self() || one.phase == "summary") continue;
    if (two.official == nullptr || before(one, *two.official)) two.official = &one;
  }
  for (const MeasuredVisit& one : visits) {
    Two& two = out[one.target];
    if (!one.self() || two.official == nullptr || !before(one, *two.official)) continue;
    if (two.self == nullptr || before(*two.self, one)) two.self = &one;
  }
  return out;
}

using Items = std::map<std::pair<std::string, std::string>, HonestyItem>;

HonestyPlace compare(const Two& two, const MeasuredForms& forms, Items& items, HonestySum& sum) {
  const MeasuredVisit &self = *two.self, &office = *two.official;
  HonestyPlace out{office.target, office.subject, office.name, office.district, office.form.checklist, self.id, office.id};
  out.scored = form_of(forms, office).scored;
  for (const FormItem* item : common_items(forms, office, self)) {
    const FoundItem *told = found_in(self, item->item), *found = found_in(office, item->item);
    HonestyItem& line = items[{out.checklist, item->item}];
    if (line.item.empty()) line = {out.checklist, item->item, item->number, item->title};
    ++out.items;
    ++line.places;
    out.points += item->points;
    out.self_score += item->points - (told ? told->taken : 0);
    out.official_score += item->points - (found ? found->taken : 0);
    out.self_found += told ? 1 : 0;
    out.official_found += found ? 1 : 0;
    if (told) continue;
    ++line.said_met;
    ++sum.said_met;
    if (!found) continue;
    ++line.hidden;
    ++out.hidden;
    ++sum.hidden;
  }
  out.gap = out.self_score - out.official_score;
  return out;
}

/// Sums become means.
void conclude(HonestySum& sum) {
  sum.gap_mean = mean_of(sum.self_mean - sum.official_mean, sum.scored);
  sum.self_mean = mean_of(sum.self_mean, sum.scored);
  sum.official_mean = mean_of(sum.official_mean, sum.scored);
}

void add(HonestySum& sum, const HonestyPlace& place) {
  ++sum.places;
  if (!place.scored) return;
  ++sum.scored;
  sum.self_mean += place.self_score;
  sum.official_mean += place.official_score;
}

} // namespace

std::int64_t mean_of(std::int64_t sum, std::int64_t count) {
  if (count == 0) return 0;
  const std::int64_t twice = 2 * sum + count, by = 2 * count;
  return twice >= 0 ? twice / by : -((-twice + by - 1) / by);
}

std::vector<const FormItem*> common_items(const MeasuredForms& forms, const MeasuredVisit& one, const MeasuredVisit& other) {
  std::vector<const FormItem*> out;
  if (one.form.checklist != other.form.checklist) return out;
  const auto& theirs = form_of(forms, other).items;
  const bool same_form = one.form == other.form;
  for (const FormItem& item : form_of(forms, one).items) {
    if (same_form) {
      if (seen(one, item.item) && seen(other, item.item)) out.push_back(&item);
      continue;
    }
    const auto same = std::find_if(theirs.begin(), theirs.end(), [&](const FormItem& two) { return two.item == item.item; });
    if (same != theirs.end() && same->points == item.points && seen(one, item.item) && seen(other, item.item)) out.push_back(&item);
  }
  return out;
}

HonestyGap honesty(const std::vector<MeasuredVisit>& visits, const MeasuredForms& forms, const std::set<std::string>& reported) {
  HonestyGap out;
  std::map<std::string, HonestySum> districts;
  Items items;
  for (const auto& [target, two] : by_target(visits)) {
    if (two.official == nullptr) continue;
    const MeasuredVisit& office = *two.official;
    HonestySum& sum = districts[office.district];
    if (two.self == nullptr) {
      out.without.push_back({office.target, office.subject, office.name, office.district, office.form.checklist, office.id, reported.contains(office.subject)});
      ++sum.without;
      continue;
    }
    out.places.push_back(compare(two, forms, items, sum));
    add(sum, out.places.back());
  }
  for (auto& [code, sum] : districts) {
    sum.district = code;
    out.city.places += sum.places;
    out.city.without += sum.without;
    out.city.scored += sum.scored;
    out.city.self_mean += sum.self_mean;
    out.city.official_mean += sum.official_mean;
    out.city.said_met += sum.said_met;
    out.city.hidden += sum.hidden;
    conclude(sum);
    if (!code.empty()) out.districts.push_back(sum);
  }
  conclude(out.city);
  std::stable_sort(out.places.begin(), out.places.end(), [](const HonestyPlace& a, const HonestyPlace& b) { return a.gap != b.gap ? a.gap > b.gap : a.hidden > b.hidden; });
  for (auto& [key, line] : items) out.items.push_back(std::move(line));
  std::stable_sort(out.items.begin(), out.items.end(), [](const HonestyItem& a, const HonestyItem& b) { return a.hidden > b.hidden; });
  return out;
}

} // namespace ankao::inspection
