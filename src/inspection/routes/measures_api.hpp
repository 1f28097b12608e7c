// SPDX-License-Identifier: Apache-2.0
// The measures of a campaign: honesty of self-inspections, severity of teams. Points are tenths.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "api/api.hpp"

namespace ankao::inspection::dto {

struct MeasuresOf {
  std::string id; ///< of the campaign
};
BOOST_DESCRIBE_STRUCT(MeasuresOf, (), (id))

/// Means over the places that have points on both sides; counts of items over all.
struct HonestySumView {
  std::string district, district_name;
  std::int64_t places = 0, without = 0, scored = 0, self_mean = 0, official_mean = 0, gap_mean = 0, said_met = 0, hidden = 0;
};
BOOST_DESCRIBE_STRUCT(HonestySumView, (), (district, district_name, places, without, scored, self_mean, official_mean, gap_mean, said_met, hidden))

struct HonestyPlaceRow {
  std::string target, name, district, district_name, checklist, self_visit, official_visit;
  bool scored = true;
  std::int64_t items = 0, points = 0, self_score = 0, official_score = 0, gap = 0, self_found = 0, official_found = 0, hidden = 0;
};
BOOST_DESCRIBE_STRUCT(HonestyPlaceRow, (), (target, name, district, district_name, checklist, self_visit, official_visit, scored, items, points, self_score, official_score, gap, self_found, official_found, hidden))

struct HonestyItemRow {
  std::string checklist, item, number, title_zh, title_en;
  std::int64_t places = 0, said_met = 0, hidden = 0;
};
BOOST_DESCRIBE_STRUCT(HonestyItemRow, (), (checklist, item, number, title_zh, title_en, places, said_met, hidden))

struct WithoutSelfRow {
  std::string target, name, district, district_name, checklist, official_visit;
  bool report = false;
};
BOOST_DESCRIBE_STRUCT(WithoutSelfRow, (), (target, name, district, district_name, checklist, official_visit, report))

struct HonestyView {
  HonestySumView city;
  std::vector<HonestySumView> districts;
  std::vector<HonestyPlaceRow> places; ///< the first `most`, the greatest gap first
  std::int64_t places_total = 0;
  std::vector<HonestyItemRow> items;
  std::vector<WithoutSelfRow> without; ///< the first `most`
  std::int64_t without_total = 0;
};
BOOST_DESCRIBE_STRUCT(HonestyView, (), (city, districts, places, places_total, items, without, without_total))

struct TeamSeverityRow {
  std::string team, team_name;
  std::int64_t visits = 0, raw = 0, shared = 0;
  std::string compared; ///< yes, too_few, alone
  std::int64_t group = 0, severity = 0, corrected = 0, spread = 0;
};
BOOST_DESCRIBE_STRUCT(TeamSeverityRow, (), (team, team_name, visits, raw, shared, compared, group, severity, corrected, spread))

struct SharedPlacesRow {
  std::string one, one_name, other, other_name;
  std::int64_t places = 0, difference = 0;
  bool used = false;
};
BOOST_DESCRIBE_STRUCT(SharedPlacesRow, (), (one, one_name, other, other_name, places, difference, used))

struct DistrictScoresRow {
  std::string district, district_name;
  std::int64_t visits = 0, raw = 0, group = 0, compared = 0, corrected = 0, shift = 0;
};
BOOST_DESCRIBE_STRUCT(DistrictScoresRow, (), (district, district_name, visits, raw, group, compared, corrected, shift))

struct ComparisonRow {
  std::string target, name, district_name, earlier, earlier_name, earlier_visit, later, later_name, later_visit;
  std::int64_t items = 0, corrected = 0;
  std::int64_t difference = 0; ///< points the later team took more
  bool used = false;
};
BOOST_DESCRIBE_STRUCT(ComparisonRow, (), (target, name, district_name, earlier, earlier_name, earlier_visit, later, later_name, later_visit, items, corrected, difference, used))

struct SeverityView {
  std::int64_t least_places = 0, most_weight = 0;
  std::string reason_zh, reason_en;
  std::vector<TeamSeverityRow> teams;
  std::vector<SharedPlacesRow> pairs;
  std::vector<DistrictScoresRow> districts;
  DistrictScoresRow city;
  std::vector<ComparisonRow> places; ///< the first `most`
  std::int64_t places_total = 0;
};
BOOST_DESCRIBE_STRUCT(SeverityView, (), (least_places, most_weight, reason_zh, reason_en, teams, pairs, districts, city, places, places_total))

struct CampaignMeasures {
  std::string campaign, title;
  std::string district; ///< whose own figures these are; "" the city's
  std::int64_t most = 0; ///< rows of a list
  HonestyView honesty;
  SeverityView severity;
};
BOOST_DESCRIBE_STRUCT(CampaignMeasures, (), (campaign, title, district, most, honesty, severity))

} // namespace ankao::inspection::dto
