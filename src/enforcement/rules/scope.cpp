// SPDX-License-Identifier: Apache-2.0
#include "enforcement/rules/scope.hpp"

namespace ankao::enforcement {

bool may_handle(const Viewer& viewer, const std::string& district) { return viewer.kind == "city" || (viewer.kind == "district" && !viewer.id.empty() && viewer.id == district); }

bool may_see(const Viewer& viewer, const Decision& decision) {
  if (may_handle(viewer, decision.district)) return true;
  const bool signed_once = decision.state == State::InForce || decision.state == State::Annulled;
  if (viewer.id.empty() || !signed_once) return false;
  return (viewer.kind == "institution" && viewer.id == decision.institution) || (viewer.kind == "site" && viewer.id == decision.site);
}

} // namespace ankao::enforcement
