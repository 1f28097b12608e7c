// SPDX-License-Identifier: Apache-2.0
#include "inspection/words/visit.hpp"

#include "inspection/words/defect.hpp"

namespace ankao::inspection {

const char* name_of(MemberRole value) {
  switch (value) {
  case MemberRole::Leader:
    return "leader";
  case MemberRole::Inspector:
    return "inspector";
  case MemberRole::Liaison:
    return "liaison";
  case MemberRole::Expert:
    break;
  }
  return "expert";
}

std::optional<MemberRole> member_role_of(const std::string& name) {
  for (const MemberRole one : {MemberRole::Leader, MemberRole::Inspector, MemberRole::Liaison, MemberRole::Expert})
    if (name == name_of(one)) return one;
  return std::nullopt;
}

const char* name_of(DefectState value) {
  switch (value) {
  case DefectState::Found:
    return "found";
  case DefectState::Assigned:
    return "assigned";
  case DefectState::Corrected:
    return "corrected";
  case DefectState::Closed:
    break;
  }
  return "closed";
}

std::optional<DefectState> defect_state_of(const std::string& name) {
  for (const DefectState one : {DefectState::Found, DefectState::Assigned, DefectState::Corrected, DefectState::Closed})
    if (name == name_of(one)) return one;
  return std::nullopt;
}

} // namespace ankao::inspection
