// SPDX-License-Identifier: Apache-2.0
// The legal values that planning works with, as read from law/draw_policy.yaml and law/planning.yaml.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "draw/words/depth.hpp"
#include "draw/words/instance.hpp"
#include "planning/words/ceremony.hpp"
#include "planning/words/feed.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

/// A reason for which a batch may sit at a site of its own institution, within its dates.
struct Exemption {
  WaiverBasis basis = WaiverBasis::Exempt;
  std::string clause;
  Date from;
  std::optional<Date> to;
  std::set<std::string> subjects; ///< basis Exempt only
  std::set<std::string> schools;  ///< basis OwnSchool only: "education", "human_resources"
  std::string approval;           ///< clause that asks for an approval; empty when none
  std::string zh, en;
  bool holds_on(Date date) const { return from <= date && (!to || date <= *to); }
};

struct PlanningLaw {
  draw::Policy policy;
  draw::DepthRule depth; ///< how the offer of a month gets its number of sites where the desk sets none
  std::map<std::string, std::string> policy_clauses; ///< value -> clause
  int booking_working_days = 0;
  int retake_months = 0;
  int publication_day = 0;
  int feedback_working_days = 0;
  std::vector<std::string> slot_order;
  std::vector<std::string> default_slots;
  std::map<std::string, SlotHours> slot_hours;
  std::vector<Exemption> exemptions;
  std::set<std::string> cross_city_subjects; ///< that may be examined in another city (P-2.6b)
  CeremonyTerms ceremony;
  std::vector<Office> offices; ///< that may commit besides institutions and sites
};

} // namespace ankao::planning
