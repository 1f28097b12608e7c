// SPDX-License-Identifier: Apache-2.0
// A database that only has its tables.
#pragma once

#include "db/support/stores.hpp"
#include "deadlines/service/calendar.hpp"
#include "identity/service/identity.hpp"
#include "jobs/service/jobs.hpp"
#include "ledger/service/ledger.hpp"
#include "notices/service/notices.hpp"

namespace ankao::tests {

inline Prepared notices_and_jobs() {
  return {"notices", [](db::Database& database) {
            auto steps = ledger::migrations();
            for (const auto& more : {jobs::migrations(), identity::migrations(), notices::migrations(), deadlines::migrations()})
              steps.insert(steps.end(), more.begin(), more.end());
            db::migrate(database, steps);
          }};
}

} // namespace ankao::tests
