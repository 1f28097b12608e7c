// SPDX-License-Identifier: Apache-2.0
// nlohmann::json keeps the members of an object sorted by the bytes of their keys, which for UTF-8 is the order of code points, and
// its compact dump escapes only what canonical JSON escapes; a test holds it against canonical_json().
#include <nlohmann/json.hpp>

#include "draw/files/files.hpp"
#include "draw/files/format.hpp"

namespace ankao::draw {
namespace {

using Json = nlohmann::json;

std::size_t idx(int place) { return static_cast<std::size_t>(place); }

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}
Json or_null(const std::optional<Date>& value) { return value ? Json(to_string(*value)) : Json(nullptr); }

void put_name(Json& out, const std::optional<std::string>& name) {
  if (name) out["name"] = *name;
}

Json ranges(const std::vector<DateRange>& all) {
  Json out = Json::array();
  for (const DateRange& range : all) out.push_back({to_string(range.from), to_string(range.to)});
  return out;
}

Json calendar(const Calendar& calendar) {
  Json dates = Json::array();
  for (const Date date : calendar.dates) dates.push_back(to_string(date));
  return {{"dates", std::move(dates)}, {"slots", calendar.slots}};
}

Json policy(const Policy& policy) {
  const Weights& w = policy.weights;
  return {{"visits_per_year", policy.visits_per_year},
          {"bands_m", policy.bands_m},
          {"order_depth", policy.order_depth},
          {"min_fragment", policy.min_fragment},
          {"vacancy_free_percent", policy.vacancy_free_percent},
          {"max_sessions_per_slot", or_null(policy.max_sessions_per_slot)},
          {"max_sites_per_institution_slot", or_null(policy.max_sites_per_institution_slot)},
          {"weights",
           {{"imbalance", w.imbalance},
            {"waiting", w.waiting},
            {"distance", w.distance},
            {"split", w.split},
            {"retake_alone", w.retake_alone}}}};
}

Json subject(const Subject& subject) {
  Json out = {{"id", subject.id},
              {"kind", subject.kind == SubjectKind::Practical ? "practical" : "theory"},
              {"cross", subject.cross == Cross::Required ? "required" : "exempt"},
              {"max_sessions", or_null(subject.max_sessions)}};
  put_name(out, subject.name);
  return out;
}

Json institution(const Institution& institution) {
  Json out = {{"id", institution.id}, {"suspended", ranges(institution.suspended)}};
  put_name(out, institution.name);
  return out;
}

Json room(const Instance& instance, const Room& room) {
  Json seats = Json::object();
  for (const auto& [subject, count] : room.seats) seats[instance.subjects[idx(subject)].id] = count;
  Json open = Json::array();
  for (const Opening& opening : room.open) {
    Json slots = Json::array();
    for (const int slot : opening.slots) slots.push_back(instance.calendar.slots[idx(slot)]);
    open.push_back({{"date", to_string(instance.calendar.dates[idx(opening.date)])}, {"slots", std::move(slots)}});
  }
  return {
      {"id", room.id}, {"exclusive", room.exclusive}, {"capacity", room.capacity}, {"seats", std::move(seats)}, {"open", std::move(open)}};
}

Json site(const Instance& instance, const Site& site) {
  Json rooms = Json::array();
  for (const int r : site.rooms) rooms.push_back(room(instance, instance.rooms[idx(r)]));
  Json out = {{"id", site.id},
              {"owner", site.owner ? Json(instance.institutions[idx(*site.owner)].id) : Json(nullptr)},
              {"public_base", site.public_base},
              {"suspended", ranges(site.suspended)},
              {"rooms", std::move(rooms)}};
  put_name(out, site.name);
  return out;
}

Json distances(const Instance& instance) {
  Json out = Json::object();
  for (std::size_t i = 0; i < instance.institutions.size(); ++i) {
    Json row = Json::object();
    for (std::size_t s = 0; s < instance.sites.size(); ++s) row[instance.sites[s].id] = instance.distance_m[i][s];
    out[instance.institutions[i].id] = std::move(row);
  }
  return out;
}

Json batch(const Instance& instance, const Batch& batch) {
  return {{"id", batch.id},
          {"class", batch.class_id},
          {"institution", instance.institutions[idx(batch.institution)].id},
          {"subject", instance.subjects[idx(batch.subject)].id},
          {"kind", batch.kind == BatchKind::Regular ? "regular" : "retake"},
          {"own_school", batch.own_school},
          {"started", to_string(batch.started)},
          {"completed", to_string(batch.completed)},
          {"not_before", or_null(batch.not_before)},
          {"finish_by", or_null(batch.finish_by)},
          {"carried", batch.carried},
          {"candidates", batch.candidates}};
}

Json history(const Instance& instance) {
  Json visits = Json::array();
  for (const PastVisit& visit : instance.visits)
    visits.push_back({{"institution", instance.institutions[idx(visit.institution)].id},
                      {"site", instance.sites[idx(visit.site)].id},
                      {"subject", instance.subjects[idx(visit.subject)].id},
                      {"date", to_string(visit.date)},
                      {"slot", instance.calendar.slots[idx(visit.slot)]},
                      {"waived", visit.waived}});
  Json sessions = Json::array();
  for (const PastSessions& past : instance.sessions)
    sessions.push_back(
        {{"site", instance.sites[idx(past.site)].id}, {"subject", instance.subjects[idx(past.subject)].id}, {"count", past.count}});
  return {{"visits", std::move(visits)}, {"sessions", std::move(sessions)}};
}

template <class T, class F>
Json list(const std::vector<T>& all, F&& each) {
  Json out = Json::array();
  for (const T& one : all) out.push_back(each(one));
  return out;
}

Json session(const Session& session) {
  return {{"room", session.room},
          {"site", session.site},
          {"subject", session.subject},
          {"date", session.date},
          {"slot", session.slot},
          {"seats", list(session.seats, [](const Seats& seats) {
             return Json{{"batch", seats.batch}, {"candidates", seats.candidates}};
           })}};
}

Json unplaced(const Unplaced& unplaced) {
  const auto because = [](const Because& one) { return Json{{"site", one.site}, {"rule", one.rule}}; };
  return {{"batch", unplaced.batch}, {"candidates", unplaced.candidates}, {"because", list(unplaced.because, because)}};
}

Json exception(const Exception& exception) {
  return {{"institution", exception.institution}, {"site", exception.site}, {"subject", exception.subject}, {"visits", exception.visits}};
}

} // namespace

std::string write_instance(const Instance& instance) {
  const Json out = {{"format", k_instance_format},
                    {"city", instance.city},
                    {"month", to_string(instance.month)},
                    {"calendar", calendar(instance.calendar)},
                    {"policy", policy(instance.policy)},
                    {"subjects", list(instance.subjects, subject)},
                    {"institutions", list(instance.institutions, institution)},
                    {"sites", list(instance.sites, [&](const Site& one) { return site(instance, one); })},
                    {"distance_m", distances(instance)},
                    {"batches", list(instance.batches, [&](const Batch& one) { return batch(instance, one); })},
                    {"history", history(instance)}};
  return out.dump();
}

std::string write_plan(const Plan& plan) {
  const Levels& l = plan.levels;
  const Json out = {
      {"format", k_plan_format},
      {"instance_sm3", plan.instance_sm3},
      {"seed", plan.seed},
      {"engine", plan.engine},
      {"sessions", list(plan.sessions, session)},
      {"unplaced", list(plan.unplaced, unplaced)},
      {"exceptions", list(plan.exceptions, exception)},
      {"levels", {{"U", l.unplaced}, {"E", l.exceptions}, {"X", l.beyond_offer}, {"J", l.envy}, {"V", l.vacant}, {"Q", l.quality}}}};
  return out.dump();
}

} // namespace ankao::draw
