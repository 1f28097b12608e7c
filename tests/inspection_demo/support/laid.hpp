// SPDX-License-Identifier: Apache-2.0
// The demo campaign over every sixth unit, laid once a program: the tests only read it.
#pragma once

#include "base/ensure.hpp"
#include "db/support/stores.hpp"
#include "deadlines/service/calendar.hpp"
#include "inspection/demo/campaign.hpp"
#include "inspection/store/inspection.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/demo/conditions.hpp"
#include "registry/service/imports.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::inspection::tests_ {

inline Date day(const std::string& text) { return *parse_date(text); }
inline constexpr std::size_t k_every = 6; ///< of the 137 units, so that the tests stay short
inline DemoCampaign laid_counts;

inline tests::Prepared laid() {
  return {"demo-campaign", [](db::Database& database) {
            std::vector<db::Migration> steps = ledger::migrations();
            for (auto& more : {registry::migrations(), deadlines::migrations(), migrations()}) steps.insert(steps.end(), more.begin(), more.end());
            db::migrate(database, steps);
            ensure(registry::import_annex6(database, {start_of(day("2023-11-05")).ms}).ok(), "Annex 6 is read");
            ensure(registry::lay_demo_conditions(database, {start_of(day("2024-02-10")).ms}).ok(), "the conditions are laid");
            const auto done = lay_demo_campaign(database, k_every);
            ensure(done.ok(), "the demo campaign is laid: " + (done.ok() ? "" : done.problem().id + " " + done.problem().at));
            laid_counts = *done;
          }};
}

} // namespace ankao::inspection::tests_
