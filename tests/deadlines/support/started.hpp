// SPDX-License-Identifier: Apache-2.0
// A database that only has its tables.
#pragma once

#include "db/support/stores.hpp"
#include "deadlines/service/calendar.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::tests {

inline Prepared calendar_and_terms() {
  return {"deadlines", [](db::Database& database) {
            auto steps = ledger::migrations();
            for (auto& step : deadlines::migrations()) steps.push_back(step);
            db::migrate(database, steps);
          }};
}

} // namespace ankao::tests
