// SPDX-License-Identifier: Apache-2.0
// Two teams at one place: what they took on the items that nobody corrected in between.
#include <algorithm>
#include <map>

#include "inspection/rules/honesty.hpp"
#include "inspection/rules/severity.hpp"

namespace ankao::inspection {
namespace {

bool before(const MeasuredVisit& a, const MeasuredVisit& b) { return a.at != b.at ? a.at < b.at : a.number < b.number; }

int taken(const MeasuredVisit& visit, const std::string& item) {
  for (const FoundItem& one : visit.found)
    if (one.item == item) return one.taken;
  return 0;
}

/// What stood between two visits of an item at the place, found by anybody.
enum class Between { NeverFound, Standing, Corrected };

Between between(const std::vector<const MeasuredVisit*>& all, const MeasuredVisit& earlier, const MeasuredVisit& later, const std::string& item) {
  Between out = Between::NeverFound;
  for (const MeasuredVisit* visit : all) {
    if (visit == &later || !before(*visit, later)) continue;
    for (const FoundItem& one : visit->found) {
      if (one.item != item || (one.corrected && *one.corrected <= earlier.at)) continue;
      if (one.corrected && *one.corrected <= later.at) return Between::Corrected;
      out = Between::Standing;
    }
  }
  return out;
}

Comparison compare(const std::vector<const MeasuredVisit*>& all, const MeasuredVisit& earlier, const MeasuredVisit& later, const MeasuredForms& forms) {
  Comparison out;
  out.earlier = earlier.by;
  out.later = later.by;
  out.earlier_visit = earlier.id;
  out.later_visit = later.id;
  out.target = later.target;
  out.name = later.name;
  out.district = later.district;
  for (const FormItem* item : common_items(forms, earlier, later)) {
    const Between found = between(all, earlier, later, item->item);
    out.at_risk += found != Between::NeverFound ? 1 : 0;
    if (found == Between::Corrected) {
      ++out.corrected;
      continue;
    }
    ++out.items;
    out.left += found == Between::Standing ? 1 : 0;
    (found == Between::Standing ? out.standing : out.clean) += taken(later, item->item) - taken(earlier, item->item);
  }
  return out;
}

} // namespace

std::vector<Comparison> comparisons(const std::vector<MeasuredVisit>& visits, const MeasuredForms& forms) {
  std::map<std::string, std::vector<const MeasuredVisit*>> places;
  for (const MeasuredVisit& one : visits)
    if (forms.at(one.form).scored) places[one.target].push_back(&one);
  std::vector<Comparison> out;
  for (auto& [target, all] : places) {
    std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return before(*a, *b); });
    std::vector<const MeasuredVisit*> first;
    for (const MeasuredVisit* one : all) {
      if (one->self() || one->phase == "summary") continue;
      if (std::none_of(first.begin(), first.end(), [&](const auto* other) { return other->by == one->by; })) first.push_back(one);
    }
    for (std::size_t b = 1; b < first.size(); ++b)
      for (std::size_t a = 0; a < b; ++a) {
        Comparison one = compare(all, *first[a], *first[b], forms);
        one.teams = static_cast<int>(first.size());
        if (one.items > 0) out.push_back(std::move(one));
      }
  }
  return out;
}

} // namespace ankao::inspection
