// SPDX-License-Identifier: Apache-2.0
// A defect 问题: a failed item, followed until it is corrected and somebody else has checked that.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.hpp"

namespace ankao::inspection {

/// Found -> assigned (measure, limit, person) -> corrected (with evidence) -> closed by somebody else; refused: back to assigned.
enum class DefectState { Found, Assigned, Corrected, Closed };

struct Defect {
  std::string id; ///< "Q-7"
  std::string visit, campaign, phase, target, checklist;
  std::string item, number, clause;
  std::string text;         ///< what was found, from the findings
  std::string name;         ///< of the unit
  std::string district, institution, site, by;
  bool self = false;        ///< found by the unit itself
  int level = 1;            ///< 2 and more: the same clause at the same place within the time of law/inspection.yaml
  std::string before;       ///< the defect it repeats
  DefectState state = DefectState::Found;
  std::string measure, person; ///< responsible
  std::optional<Date> limit;
  bool escalated = false;
  std::string corrected_by; ///< account
  std::string correction, evidence_before, evidence_after;
  Instant found_at;
  std::optional<Instant> closed_at;
  std::optional<int> taken;             ///< points the item lost, tenths; nothing for problems older than this record
  std::optional<Instant> corrected_at;  ///< when the unit first said so
  bool overdue(Date today) const { return state != DefectState::Closed && limit && *limit < today; }
};

const char* name_of(DefectState value);
std::optional<DefectState> defect_state_of(const std::string& name);

} // namespace ankao::inspection
