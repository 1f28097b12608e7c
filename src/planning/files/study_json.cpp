// SPDX-License-Identifier: Apache-2.0
#include "planning/files/study_json.hpp"

#include <nlohmann/json.hpp>

namespace ankao::planning {

using nlohmann::json;

namespace {

template <class T>
void put(json& out, const char* name, const std::optional<T>& value) {
  if (value) out[name] = *value;
}

template <class T>
void take(const json& in, const char* name, std::optional<T>& value) {
  if (in.contains(name)) value = in.at(name).get<T>();
}

/// Every number of the policy, once for both directions.
template <class Policy, class Work>
void each_number(Policy& policy, const Work& work) {
  work("visits_per_year", policy.visits_per_year);
  work("order_depth", policy.order_depth);
  work("min_fragment", policy.min_fragment);
  work("vacancy_free_percent", policy.vacancy_free_percent);
  work("max_sessions_per_slot", policy.max_sessions_per_slot);
  work("max_sites_per_institution_slot", policy.max_sites_per_institution_slot);
  work("bands_m", policy.bands_m);
  work("imbalance", policy.imbalance);
  work("waiting", policy.waiting);
  work("distance", policy.distance);
  work("split", policy.split);
  work("retake_alone", policy.retake_alone);
}

json measures(const draw::Measures& m) {
  json sites = json::array();
  for (const auto& one : m.sites) sites.push_back({one.site, one.sessions, one.candidates, one.used, one.openings});
  return {{"levels", m.levels.values()}, {"batches", m.batches}, {"candidates", m.candidates}, {"placed", m.placed},   {"sessions", m.sessions},
          {"metres", m.metres},          {"weeks", m.weeks},     {"at_first", m.at_first},     {"within_nearest", m.within_nearest}, {"split", m.split}, {"sites", std::move(sites)}};
}

draw::Measures read_measures(const json& in) {
  draw::Measures m;
  const auto levels = in.at("levels").get<std::array<std::int64_t, 6>>();
  m.levels = {levels[0], levels[1], levels[2], levels[3], levels[4], levels[5]};
  m.batches = in.at("batches");
  m.candidates = in.at("candidates");
  m.placed = in.at("placed");
  m.sessions = in.at("sessions");
  m.metres = in.at("metres");
  m.weeks = in.at("weeks");
  m.at_first = in.at("at_first");
  m.within_nearest = in.at("within_nearest");
  m.split = in.at("split");
  for (const auto& one : in.at("sites")) m.sites.push_back({one.at(0), one.at(1), one.at(2), one.at(3), one.at(4)});
  return m;
}

} // namespace

std::string write(const WhatIfRequest& request) {
  json policy = json::object(), rooms = json::array(), bases = json::array();
  each_number(request.wish.policy, [&](const char* name, const auto& value) { put(policy, name, value); });
  for (const auto& one : request.wish.rooms) rooms.push_back({{"site", one.site}, {"room", one.room}, {"percent", one.percent}});
  for (const auto& one : request.wish.bases)
    bases.push_back({{"name", one.name}, {"longitude_e6", one.place.longitude_e6}, {"latitude_e6", one.place.latitude_e6}, {"rooms", one.rooms}, {"seats", one.seats}, {"subjects", one.subjects}});
  return json{{"policy", policy}, {"rooms", rooms}, {"closed", request.wish.closed}, {"bases", bases}, {"draws", request.draws}, {"work", request.work}}.dump();
}

WhatIfRequest read_what_if(const std::string& text) {
  const json in = json::parse(text);
  WhatIfRequest out;
  each_number(out.wish.policy, [&](const char* name, auto& value) { take(in.at("policy"), name, value); });
  for (const auto& one : in.at("rooms")) out.wish.rooms.push_back({one.at("site"), one.at("room"), one.at("percent")});
  out.wish.closed = in.at("closed").get<std::vector<std::string>>();
  for (const auto& one : in.at("bases"))
    out.wish.bases.push_back({one.at("name"), {one.at("longitude_e6"), one.at("latitude_e6")}, one.at("rooms"), one.at("seats"), one.at("subjects").get<std::vector<std::string>>()});
  out.draws = in.at("draws");
  out.work = in.at("work");
  return out;
}

std::string write(const YearRequest& request) { return json{{"percents", request.percents}, {"work", request.work}}.dump(); }
YearRequest read_year(const std::string& text) {
  const json in = json::parse(text);
  return {in.at("percents").get<std::vector<int>>(), in.at("work")};
}

std::string write(const ChancesRequest& request) { return json{{"draws", request.draws}, {"work", request.work}}.dump(); }
ChancesRequest read_chances(const std::string& text) {
  const json in = json::parse(text);
  return {in.at("draws"), in.at("work")};
}

std::string write(const WhatIfAnswer& answer) {
  return json{{"draws", answer.draws}, {"work", answer.work}, {"as_is", measures(answer.as_is)}, {"as_if", measures(answer.as_if)}}.dump();
}
WhatIfAnswer read_what_if_answer(const std::string& text) {
  const json in = json::parse(text);
  return {in.at("draws"), in.at("work"), read_measures(in.at("as_is")), read_measures(in.at("as_if"))};
}

std::string write(const YearAnswer& answer) {
  json months = json::array();
  for (const auto& one : answer.months) months.push_back({{"month", to_string(one.month)}, {"percent", one.percent}, {"carried_in", one.carried_in}, {"measures", measures(one.measures)}});
  return json{{"work", answer.work}, {"months", std::move(months)}}.dump();
}
YearAnswer read_year_answer(const std::string& text) {
  const json in = json::parse(text);
  YearAnswer out;
  out.work = in.at("work");
  for (const auto& one : in.at("months")) out.months.push_back({*parse_month(one.at("month").get<std::string>()), one.at("percent"), one.at("carried_in"), read_measures(one.at("measures"))});
  return out;
}

std::string write(const ChancesAnswer& a) {
  json batches = json::array();
  for (const auto& one : a.batches) {
    json sites = json::array();
    for (const auto& site : one.sites) sites.push_back({site.site, site.seated, site.nearest});
    batches.push_back({one.batch, one.institution, one.subject, one.candidates, one.unplaced, one.nearest, one.lean, one.floor, one.effective, one.weeks_x10, std::move(sites)});
  }
  return json{{"draws", a.draws}, {"work", a.work}, {"instance_sm3", a.instance_sm3}, {"measured", a.measured}, {"lean_median", a.lean_median}, {"lean_p90", a.lean_p90},
              {"floor_median", a.floor_median}, {"floor_p90", a.floor_p90}, {"effective_median", a.effective_median}, {"batches", std::move(batches)}}
      .dump();
}
ChancesAnswer read_chances_answer(const std::string& text) {
  const json in = json::parse(text);
  ChancesAnswer a;
  a.draws = in.at("draws");
  a.work = in.at("work");
  a.instance_sm3 = in.at("instance_sm3");
  a.measured = in.at("measured");
  a.lean_median = in.at("lean_median");
  a.lean_p90 = in.at("lean_p90");
  a.floor_median = in.at("floor_median");
  a.floor_p90 = in.at("floor_p90");
  a.effective_median = in.at("effective_median");
  for (const auto& one : in.at("batches")) {
    BatchChance b{one.at(0), one.at(1), one.at(2), one.at(3), one.at(4), one.at(5), one.at(6), one.at(7), one.at(8), one.at(9), {}};
    for (const auto& site : one.at(10)) b.sites.push_back({site.at(0), site.at(1), site.at(2)});
    a.batches.push_back(std::move(b));
  }
  return a;
}

} // namespace ankao::planning
