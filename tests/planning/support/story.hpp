// SPDX-License-Identifier: Apache-2.0
// A demo city in a fresh database of each kind, for stories of a month.
#pragma once

#include <gtest/gtest.h>

#include "db/support/stores.hpp"
#include "planning/demo/open.hpp"
#include "planning/service/plans.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {

inline Date day(const char* text) { return *parse_date(text); }
inline const Month k_march{2024, 3};
inline const ledger::Actor k_desk{"kaoshi", "李四", "exam_organisation", "city"};
inline const ledger::Actor k_bureau{"shiju", "王五", "city_bureau", "city"};

inline Act at(const ledger::Actor& actor, const char* date) { return {actor, {start_of(day(date)).ms + 36'000'000}}; }

class Story : public ::testing::TestWithParam<std::string> {
protected:
  Story()
      : store_(GetParam())
      , world_(shipped_world(store_.database())) {
    migrate_for_demo(store_.database());
    world_.changed = [this] { ++changed_; };
  }

  /// Register, rooms, bookings and history of March 2024 at load 1.
  void open_city() {
    const auto laid = lay_ground(world_, at(k_bureau, "2024-02-20"), request_);
    ASSERT_TRUE(laid.ok()) << laid.problem().id << " " << laid.problem().at;
    bookings_ = lay_bookings(world_, at(k_desk, "2024-02-20"), request_, true);
  }

  PlanVersion newest(Month month = k_march) {
    return *look(world_.database, [&](db::Transaction& transaction) { return newest_version(transaction, month); });
  }
  std::string file(const PlanVersion& plan, const char* name) {
    return look(world_.database,
                [&](db::Transaction& transaction) { return find_file(transaction, plan.month, plan.version, name)->body; });
  }
  std::int64_t count(const std::string& sql) {
    return look(world_.database, [&](db::Transaction& transaction) { return transaction.query(sql).integer(0, "n"); });
  }

  tests::Store store_;
  World world_;
  DemoRequest request_{7, 1, k_march, day("2024-02-20")};
  std::vector<Booking> bookings_;
  int changed_ = 0;
};

} // namespace ankao::planning
