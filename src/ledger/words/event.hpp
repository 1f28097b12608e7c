// SPDX-License-Identifier: Apache-2.0
// What happened, once, in the words every capability uses.
#pragma once

#include <string>

#include "base/date.hpp"

namespace ankao::ledger {

/// Who acts: a signed-in person in one role, or the platform itself (account "system").
struct Actor {
  std::string account; ///< account id
  std::string name;    ///< as shown at the time
  std::string role;    ///< role id under which the act was permitted
  std::string scope;   ///< "city", "district:440106", "institution:GZ-A01", "site:GZ-A01-S1"
  std::string behalf = {}; ///< account acted for under a delegation (代办); empty usually
};

/// One change. `before` and `after` are SM3 hex of the canonical JSON of the record, empty when there was or is none.
struct Event {
  Actor actor;
  Instant at;
  std::string action;  ///< noun.verb, e.g. "plan.publish"
  std::string subject; ///< kind:id, e.g. "plan:2024-03"
  std::string before;
  std::string after;
  std::string clause; ///< e.g. "S-2.3"; may be empty
  std::string reason; ///< may be empty; never personal data
};

} // namespace ankao::ledger
