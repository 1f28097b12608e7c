// SPDX-License-Identifier: Apache-2.0
// Synthetic conditions for every institution and site of the register, labelled as such and the same on every machine: most confirmed when
// the notice came, some below the form, some expired or about to, some waiting for their district.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "db/db.hpp"

namespace ankao::registry {

struct DemoConditions {
  int places = 0, waiting = 0, below = 0;
};
/// Nothing where any place has declared already. The register of the notice must stand. Problems of the use cases it goes through.
Result<DemoConditions> lay_demo_conditions(db::Database& database, Instant now);

} // namespace ankao::registry
