// SPDX-License-Identifier: Apache-2.0
// From the platform's records to the instance of a draw: a pure function. The same records give the same instance, byte for byte.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "draw/words/instance.hpp"
#include "planning/rules/distance.hpp"
#include "planning/words/booking.hpp"
#include "planning/words/law.hpp"
#include "planning/words/workdays.hpp"
#include "registry/words/record.hpp"

namespace ankao::planning {

/// A visit held or planned before the month (S-3.1, S-3.2).
struct HeldVisit {
  std::string institution, site, subject;
  Date date;
  std::string slot;
  bool waived = false;
  auto operator<=>(const HeldVisit&) const = default;
};

/// Sessions of a subject at a site in one month.
struct HeldSessions {
  std::string site, subject;
  Month month;
  std::int64_t count = 0;
};

struct InstitutionInput {
  registry::InstitutionRecord record;
  Point place;
  bool published = false;
};

struct SiteInput {
  registry::SiteRecord record;
  Point place;
  bool published = false;
};

struct BuildInput {
  std::string city;
  Month month;
  Date as_of;                          ///< the day of freezing: later completions do not count (G-18)
  std::vector<std::string> slots;      ///< of a day, in time order
  std::vector<std::string> slot_order; ///< all slots the law knows
  draw::Policy policy;
  std::map<std::string, int> max_sessions; ///< quota by subject (S-2.1)
  std::map<std::string, std::string> subject_names;
  std::vector<InstitutionInput> institutions; ///< by id, all standings
  std::vector<SiteInput> sites;               ///< by id, all standings
  std::vector<registry::Suspension> suspensions;
  std::vector<Booking> bookings; ///< those that wait, of this month and before
  std::vector<HeldVisit> visits;
  std::vector<HeldSessions> sessions;
  std::vector<Exemption> exemptions;
  std::vector<std::string> elsewhere;   ///< bookings examined in another city (P-2.6b): not among `bookings`
  std::vector<std::string> no_basis;    ///< own-school bookings without a recorded basis (P-2.3d): they are drawn as all others
  Workdays calendar;
};

/// A booking that does not take part, and why: "not_completed", "institution_not_published", "nothing_waiting".
struct LeftOut {
  std::string booking;
  std::string because;
  bool operator==(const LeftOut&) const = default;
};

struct Built {
  draw::Instance instance;
  std::map<std::string, WaiverBasis> waived;    ///< batch -> basis (G-10)
  std::vector<Waiver> waivers;                  ///< by institution, subject, basis
  std::vector<LeftOut> left_out;                ///< by booking
  std::vector<std::string> own_school_unproven; ///< bookings marked own school whose institution is no such school (G-49)
};

/// O(rooms × days + institutions × sites + bookings).
Built build(const BuildInput& input);

} // namespace ankao::planning
