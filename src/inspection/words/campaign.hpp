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

struct InspectionLaw {
  std::vector<PhaseLaw> phases;
  TeamLaw team;
  int repeat_months = 12;
  std::string repeat_clause;
  std::vector<Pair> pairs;
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
  std::string subject; ///< "institution:GZ-A01", "site:GZ-A01-S1", "city:exam_organisation"
  std::string name;
  std::string district;
  std::string institution; ///< whose it is; "" for the examination organisation
  std::string site;        ///< "" for institutions
  bool special_operation = true;
};

/// The phases of a year.
std::vector<Phase> phases_of(const InspectionLaw& law, int year);

} // namespace ankao::inspection
