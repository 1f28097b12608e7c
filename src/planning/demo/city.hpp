// SPDX-License-Identifier: Apache-2.0
// A plausible synthetic city on the real register (演示数据): what the notice does not print, a month's bookings, and a history. A pure
// function of seed, load, month and register; no figure in it is a real one.
#pragma once

#include <string>
#include <vector>

#include "planning/rules/builder.hpp"
#include "planning/words/booking.hpp"
#include "planning/words/law.hpp"
#include "planning/words/workdays.hpp"
#include "registry/words/record.hpp"

namespace ankao::planning {

struct DemoRequest {
  std::uint64_t seed = 1;
  int load = 3; ///< about 250 batches and 8,300 candidates each
  Month month;
  Date as_of; ///< the day the bookings are looked at; trainings are completed by then
};

struct DemoPlace {
  std::string id; ///< institution or site
  registry::Place place;
};
struct DemoSchool {
  std::string institution;
  registry::SchoolAuthority school = registry::SchoolAuthority::None;
};
struct DemoRooms {
  std::string site;
  std::vector<registry::RoomRecord> rooms; ///< ids are their ends: "R1"
};

/// What stands whatever the load is.
struct DemoGround {
  std::vector<DemoPlace> institutions, sites;
  std::vector<DemoSchool> schools;
  std::vector<DemoRooms> rooms;
};
DemoGround demo_ground(std::uint64_t seed, Month month, const std::vector<InstitutionInput>& institutions,
                       const std::vector<SiteInput>& sites);

std::vector<registry::Suspension> demo_suspensions(Month month, const std::vector<InstitutionInput>& institutions,
                                                   const std::vector<SiteInput>& sites);

/// On the register with the ground laid.
std::vector<Booking> demo_bookings(const DemoRequest& request, const PlanningLaw& law, const Workdays& calendar,
                                   const std::vector<InstitutionInput>& institutions, const std::vector<SiteInput>& sites);

struct DemoHistory {
  std::vector<HeldVisit> visits;
  std::vector<HeldSessions> sessions;
};
DemoHistory demo_history(const DemoRequest& request, const Workdays& calendar, const std::vector<InstitutionInput>& institutions,
                         const std::vector<SiteInput>& sites);

} // namespace ankao::planning
