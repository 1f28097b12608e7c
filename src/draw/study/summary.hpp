// SPDX-License-Identifier: Apache-2.0
// What a plan is for one institution and for one site: counts that a person can follow back to sessions, nothing weighed.
#pragma once

#include <cstdint>
#include <vector>

#include "draw/rules/model.hpp"
#include "draw/rules/seating.hpp"

namespace ankao::draw {

struct BatchOutcome {
  int batch = 0;
  int placed = 0;
  int best_place = -1;  ///< of the drawn order, from 0, among the sites it sits at; -1 = nowhere
  int worst_place = -1;
  std::int64_t farthest_m = 0;
  int weeks_waited = 0; ///< the longest
  int sessions = 0;
  int envied = 0;       ///< batches behind it that hold seats it could have had (level J)
};

/// One date and slot in which counting batches of the institution are examined.
struct VisitStep {
  int time = -1; ///< -1: the latest of the history
  std::vector<int> sites;
};

struct VisitCount {
  int site = 0, subject = 0;
  int held = 0, planned = 0, limit = 0; ///< of the year
};

struct InstitutionStudy {
  std::vector<BatchOutcome> batches; ///< ascending
  std::int64_t candidates = 0, placed = 0;
  std::int64_t at_first = 0;         ///< candidates at the first site of their drawn order
  std::int64_t within_offer = 0;     ///< candidates within their offer
  std::int64_t candidate_metres = 0; ///< Σ candidates · distance
  std::int64_t candidate_weeks = 0;
  std::vector<VisitStep> chain;      ///< R6, in time order, the history's latest group first
  std::vector<VisitCount> visits;    ///< R7, those with a visit in the month or at the limit already
};

struct SubjectAtSite {
  int subject = 0;
  std::int64_t seats = 0;      ///< of the month, as if every opening served this subject
  int sessions = 0;
  std::int64_t past_sessions = 0; ///< of the year, before the month
  std::int64_t candidates = 0;
  int eligible = 0, in_offer = 0, first = 0; ///< batches: in their drawn order, in their offer, first of it
  int first_here = 0;                        ///< of those whose first site this is, that sit here at least in part
  std::int64_t average_sessions_x10 = 0;     ///< of the year, over the sites that offer the subject, this month's included, in tenths
};

struct SiteStudy {
  int openings = 0, used = 0;            ///< (room, date, slot)
  std::int64_t seats_used = 0, seats_of_used = 0;
  std::int64_t vacant = 0;               ///< level V here
  std::vector<SubjectAtSite> subjects;   ///< offered here, ascending
  std::vector<std::pair<int, std::int64_t>> institutions; ///< who sits here, with candidates, most first
};

InstitutionStudy study_institution(const Model& model, const Seating& seating, int institution);
SiteStudy study_site(const Model& model, const Seating& seating, int site);

} // namespace ankao::draw
