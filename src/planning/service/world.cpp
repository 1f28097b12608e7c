// SPDX-License-Identifier: Apache-2.0
#include "planning/service/world.hpp"

#include "planning/files/law.hpp"
#include "planning/words/booking.hpp"
#include "registry/service/city.hpp"

namespace ankao::planning {

namespace {

using Days = std::shared_ptr<const deadlines::WorkingDays>;

std::optional<bool> working(const deadlines::WorkingDays& days, Date date) {
  const auto kind = days.kind(date);
  return kind.ok() ? std::optional(kind->is_working()) : std::nullopt;
}

std::string label(const deadlines::WorkingDays& days, Date date) {
  const auto kind = days.kind(date);
  if (!kind.ok()) return "";
  if (kind->kind == deadlines::DayKind::Kind::WorkedWeekend) return "调休上班";
  return kind->holiday;
}

} // namespace

World shipped_world(db::Database& database) {
  const auto& city = registry::City::shipped();
  const auto live = std::make_shared<deadlines::LiveCalendar>();
  World world{database, shipped_law(), live, {}, city.catalogue.city, {}, {}};
  world.calendar.working = [live](Date date) { return working(*live->now(), date); };
  world.calendar.label = [live](Date date) { return label(*live->now(), date); };
  for (const auto& project : city.catalogue.projects) {
    world.subject_names[project.id] = project.name;
    world.subject_english[project.id] = project.english;
  }
  world.subject_names[std::string(k_theory)] = std::string(k_theory_name);
  world.subject_english[std::string(k_theory)] = "work-safety theory examination";
  return world;
}

Workdays calendar_in(db::Transaction& transaction, const World& world) {
  const Days days = world.live_calendar->refresh(transaction);
  Workdays out;
  out.working = [days](Date date) { return working(*days, date); };
  out.label = [days](Date date) { return label(*days, date); };
  return out;
}

} // namespace ankao::planning
