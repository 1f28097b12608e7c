// SPDX-License-Identifier: Apache-2.0
// A visit 检查: one target, one checklist version, one team, its answers and its result.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inspection/words/answers.hpp"
#include "inspection/words/campaign.hpp"

namespace ankao::inspection {

enum class MemberRole { Leader, Inspector, Liaison, Expert }; ///< the liaison officer is one of the inspectors

struct Member {
  MemberRole role = MemberRole::Inspector;
  std::string name;
  std::string unit;        ///< as people call it
  std::string institution; ///< id, when the member belongs to one
  bool operator==(const Member&) const = default;
};

enum class VisitState { Open, Signed };

struct Visit {
  std::string id; ///< "V-12"
  std::string campaign, phase;
  Target target;
  int version = 1; ///< of the checklist
  std::string by;  ///< inspecting district; "" the city; "institution:..." or "site:..." inspecting itself
  Date planned;
  VisitState state = VisitState::Open;
  std::vector<Member> team;
  std::string conclusion, opinion; ///< of the team: "met" or "not_met" where the form has no points; problems and corrective opinion
  std::optional<Instant> signed_at;
  std::string signed_by;
  std::string verdict; ///< as signed
  int total = 0;
  std::string score_sm3; ///< of the result as signed
  std::vector<std::string> unseen; ///< items that nobody looked at, since a veto ended the inspection
  int differences = 0;             ///< figures that did not agree with the register when it was signed
  bool self() const { return by.find(':') != std::string::npos; }
};

/// What a device says of its own clock: when something was written, and how far it was behind the platform's clock when it sent it.
struct Stamp {
  std::optional<Instant> device_at;
  std::optional<std::int64_t> behind_ms;
  bool operator==(const Stamp&) const = default;
};

/// An answer as it stands in the record: every version stays.
struct StoredAnswer {
  std::int64_t seq = 0;
  std::string client; ///< chosen by the device; counts once
  Answer answer;
  std::string account, person;
  Instant at;
  bool conflict = false; ///< differs from what another person had answered meanwhile; stands until somebody decides
  Stamp stamp = {};
};

/// What an officer sees of visits.
struct Viewer {
  std::string kind; ///< "city", "district", "institution", "site"; "organisation": the city's exam organisation, as a unit that is inspected
  std::string id;   ///< "" for the city
};

const char* name_of(MemberRole value);
std::optional<MemberRole> member_role_of(const std::string& name);

} // namespace ankao::inspection
