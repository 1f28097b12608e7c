// SPDX-License-Identifier: Apache-2.0
// A campaign 专项检查: the phases of one year's special inspection and whom it inspects.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "inspection/words/checklist.hpp"

namespace ankao::inspection {

/// A phase as the law has it, for any year.
struct PhaseLaw {
  std::string id; ///< self, enforcement, spot, summary
  Words title;
  std::string clause;
  unsigned from_month = 1, from_day = 1, to_month = 1, to_day = 1;
  bool next_year = false;
};

/// A4: `by` inspects the units of `of`; codes of districts.
struct Pair {
  std::string clause, by, of;
};

struct TeamLaw {
  std::string clause;
  int leaders = 1, inspectors = 3, liaisons = 1, experts = 2;
};

/// A word of the law with its id.
struct Choice {
  std::string id;
  Words words;
  std::string clause;
};

/// What may stand in the way of closing.
struct ClosingLaw {
  std::string id;
  Words words;
  std::string clause;
  bool needed = true;
};

/// What ties a member of a team to a unit.
struct TieLaw {
  std::string id;
  Words words;
  std::string clause;
  bool refused = true; ///< false: marked
};

/// How a target's weight is made up when the city draws whom it looks at.
struct SpotLaw {
  std::string clause;
  int base = 1, open = 0, overdue = 0, repeated = 0, failed = 0, never = 0, most = 50;
};

/// What is needed before two teams are compared: our own choice (law/inspection.yaml, severity).
struct SeverityLaw {
  int places = 3; ///< fewest places that two teams must share
  int weight = 4; ///< most places that an uncorrected problem may stand for
  Words reason;
};

struct InspectionLaw {
  std::vector<PhaseLaw> phases;
  TeamLaw team;
  int repeat_months = 12;
  std::string repeat_clause;
  std::vector<Pair> pairs;
  int pairs_year = 0; ///< the pairs of the file are those of this year; others are drawn
  std::string self_clause;
  Date self_from;     ///< M-3.1b
  int self_years = 3; ///< G-08
  std::string handover_clause;
  int handover_days = 0; ///< after the phase (G-48)
  SpotLaw spot;
  SeverityLaw severity;
  std::vector<TieLaw> ties;
  std::vector<Choice> cases, divisions;
  std::vector<ClosingLaw> closing;
  const TieLaw* tie(const std::string& id) const;
};

struct Phase {
  std::string id;
  Words title;
  std::string clause;
  Date from, to;
};

enum class CampaignState { Running, Closed };

struct Campaign {
  std::string id; ///< "SI-2023"
  int year = 0;
  std::string title;
  CampaignState state = CampaignState::Running;
  std::vector<Phase> phases;
  Instant created_at;
  const Phase* phase(const std::string& id) const;
};

/// One unit under one checklist: "site:GZ-A01-S1:theory_site".
struct Target {
  std::string id;
  std::string checklist;
  std::string subject; ///< "institution:GZ-A01", "site:GZ-A01-S1", "city:exam_organisation", "exam_organisation:EO-01"
  std::string name;
  std::string district;    ///< "" for the city's examination organisation
  std::string institution; ///< whose it is; "" for examination organisations
  std::string site;        ///< "" for institutions
  bool special_operation = true;
};

/// A unit that has no account of its own: a production unit (G-07), a district's examination organisation (G-09). The bureau of its
/// district writes for it. Of targets, papers, problems and news alike.
template <class Unit>
bool without_account(const Unit& one) {
  return one.institution.empty() && one.site.empty() && !one.district.empty();
}

/// The phases of a year.
std::vector<Phase> phases_of(const InspectionLaw& law, int year);

} // namespace ankao::inspection
