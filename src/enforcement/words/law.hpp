// SPDX-License-Identifier: Apache-2.0
// What the law lets a decision be (law/enforcement.yaml).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::enforcement {

struct Words {
  std::string zh, en;
};

/// The measures 处理措施 (G-41: one enumeration, the printed term stands with the ground).
enum class Kind { Warning, Correct, Suspension, Fine, Persons, Removal, Revocation, MarketReferral, PoliceReferral };
const char* name_of(Kind kind); ///< "market_referral"
std::optional<Kind> kind_of(const std::string& name);

/// What a decision of a kind has to name.
enum class Need { Due, Dates, Start, Amount, Basis, Persons, Authority };
const char* name_of(Need need);
std::optional<Need> need_of(const std::string& name);

struct KindLaw {
  Kind kind = Kind::Warning;
  Words words;
  std::string clause;
  std::vector<Need> needs;
  std::vector<std::string> decided_by; ///< roles
  bool needs_it(Need need) const;
};

struct MeasureLaw {
  Kind kind = Kind::Warning;
  Words term; ///< as printed
  std::string clause;
  int months_from = 0, months_to = 0; ///< 0: no range; both included
};

struct GroundLaw {
  std::string clause;
  std::vector<std::string> against; ///< "institution", "site"
  Words words;
  int bars_years = 0; ///< C-3c; 0: no ban
  std::vector<std::string> gaps;
  std::vector<MeasureLaw> measures;
  const MeasureLaw* measure(Kind kind) const;
  bool is_against(const std::string& subject_kind) const;
};

struct EnforcementLaw {
  Date from;
  std::vector<KindLaw> kinds;
  std::map<std::string, Words> notes; ///< gap -> how it was resolved
  std::vector<GroundLaw> grounds;
  const KindLaw& kind(Kind kind) const;
  const GroundLaw* ground(const std::string& clause) const;
};

} // namespace ankao::enforcement
