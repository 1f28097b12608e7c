// SPDX-License-Identifier: Apache-2.0
// What a campaign says about those who inspect: what units told of themselves beside what was found (honesty), and how severe each team
// is beside the others (severity). Points are tenths. Teams only, never persons.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/date.hpp"
#include "inspection/words/campaign.hpp"

namespace ankao::inspection {

/// An item of a form as it binds a place.
struct FormItem {
  std::string item, number;
  Words title;
  int points = 0;
};
struct FormKey {
  std::string checklist;
  int version = 1;
  bool special_operation = true;
  auto operator<=>(const FormKey&) const = default;
};
struct MeasuredForm {
  bool scored = true;
  std::vector<FormItem> items;
};
using MeasuredForms = std::map<FormKey, MeasuredForm>;

/// A failed item of a signed visit, and when the unit first said that it had corrected it.
struct FoundItem {
  std::string item;
  int taken = 0;
  std::optional<Instant> corrected;
};

/// A signed visit as the measures see it: an item that is neither found nor unseen was in order.
struct MeasuredVisit {
  std::string id; ///< "V-12"
  std::int64_t number = 0;
  std::string target, subject, name, district;
  FormKey form;
  std::string by; ///< "" the city, a district's code, "institution:..." itself
  std::string phase;
  Instant at; ///< signed
  int total = 0;
  std::vector<FoundItem> found;
  std::vector<std::string> unseen; ///< a veto ended the inspection before them
  bool self() const { return by.find(':') != std::string::npos; }
};

/// A place that was inspected: itself first, then by an office. Scores are of the items that both looked at under the same points.
struct HonestyPlace {
  std::string target, subject, name, district, checklist, self_visit, official_visit;
  bool scored = true;
  int items = 0;                       ///< compared
  int points = 0, self_score = 0, official_score = 0;
  int gap = 0;                         ///< self less official: positive told better of itself than was found
  int self_found = 0, official_found = 0;
  int hidden = 0;                      ///< said met, found not
};
/// Inspected by an office, without a self-inspection of its own that could be compared.
struct WithoutSelf {
  std::string target, subject, name, district, checklist, official_visit;
  bool report = false; ///< has handed in Annex 3, which has no score
};
struct HonestyItem {
  std::string checklist, item, number;
  Words title;
  int places = 0;   ///< compared
  int said_met = 0; ///< of these, said met by the unit
  int hidden = 0;   ///< of these, found not
};
/// Means over the scored places, rounded half up; counts over all.
struct HonestySum {
  std::string district; ///< "" the city
  int places = 0, without = 0, scored = 0;
  std::int64_t self_mean = 0, official_mean = 0, gap_mean = 0;
  std::int64_t said_met = 0, hidden = 0;
};
struct HonestyGap {
  HonestySum city;
  std::vector<HonestySum> districts;
  std::vector<HonestyPlace> places; ///< the greatest gap first
  std::vector<HonestyItem> items;   ///< the most often hidden first
  std::vector<WithoutSelf> without;
};

/// Two teams at one place: the later visit against the earlier one.
struct Comparison {
  std::string earlier, later; ///< teams
  std::string earlier_visit, later_visit, target, name, district;
  int teams = 2;              ///< that visited the place
  int items = 0, corrected = 0; ///< compared; left out because they were corrected in between
  std::int64_t clean = 0;     ///< points taken by the later less those by the earlier, on items nobody had found before
  std::int64_t standing = 0;  ///< the same on items that had been found and not yet corrected
  int at_risk = 0, left = 0;  ///< items found before the later visit; of these, not corrected
  std::int64_t difference = 0; ///< thousandths of a tenth, as it enters the comparison
  bool used = false;
};

enum class Compared { Yes, TooFew, Alone }; ///< TooFew: shares places, fewer than the law asks; Alone: shares none
const char* name_of(Compared value);

struct TeamSeverity {
  std::string team;
  int visits = 0;
  std::int64_t raw = 0; ///< mean score of its visits
  int shared = 0;       ///< places shared with another team
  Compared compared = Compared::Alone;
  int group = 0;              ///< only teams of one group are comparable; 0 none
  std::int64_t severity = 0;  ///< tenths of a point a visit, against the mean of its group; positive takes more
  std::int64_t corrected = 0; ///< raw and severity
  std::int64_t spread = 0;    ///< mean distance of a shared place from what the severities say, tenths
};
struct SharedPlaces {
  std::string one, other;
  int places = 0;
  std::int64_t difference = 0; ///< mean: points taken by `other` less those by `one`, tenths
  bool used = false;
};
/// Places of a district as all teams saw them.
struct DistrictScores {
  std::string district; ///< "" the city's mean over all
  int visits = 0;
  std::int64_t raw = 0;
  int group = 0;    ///< of the teams whose visits are corrected; 0: not comparable
  int compared = 0; ///< visits by teams of that group
  std::int64_t corrected = 0, shift = 0; ///< of those visits
};
struct Severity {
  SeverityLaw law;
  std::vector<TeamSeverity> teams;
  std::vector<SharedPlaces> pairs;
  std::vector<DistrictScores> districts;
  DistrictScores city;
  std::vector<Comparison> places;
};

} // namespace ankao::inspection
