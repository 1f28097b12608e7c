// SPDX-License-Identifier: Apache-2.0
// The demo city with March published, laid once and copied for every test.
#pragma once

#include "planning/store/rows.hpp"
#include "planning/support/story.hpp"

namespace ankao::planning {

class Published : public ::testing::TestWithParam<std::string> {
protected:
  Published()
      : store_(GetParam(), prepared())
      , world_(shipped_world(store_.database())) {}

  static tests::Prepared prepared() {
    return {"published", [](db::Database& database) {
              migrate_for_demo(database);
              const World world = shipped_world(database);
              const DemoRequest request{7, 1, k_march, day("2024-02-20")};
              ensure(lay_ground(world, at(k_bureau, "2024-02-20"), request).ok(), "the demo city is laid");
              lay_bookings(world, at(k_desk, "2024-02-20"), request, true);
              ensure(freeze_demo(world, at(k_desk, "2024-02-20"), k_march).ok(), "March is frozen");
              ensure(publish_demo(world, at(k_desk, "2024-02-20"), k_march).ok(), "March is published");
            }};
  }

  std::string text(const std::string& sql) {
    return look(world_.database, [&](db::Transaction& transaction) { return transaction.query(sql).text(0, "x"); });
  }
  std::int64_t number(const std::string& sql) {
    return look(world_.database, [&](db::Transaction& transaction) { return transaction.query(sql).integer(0, "x"); });
  }

  tests::Store store_;
  World world_;
};

inline ledger::Actor of_site(const std::string& id) { return {"kaodian", "赵六", "exam_site", "site:" + id}; }
inline ledger::Actor of_institution(const std::string& id) { return {"jigou", "孙七", "institution", "institution:" + id}; }

} // namespace ankao::planning
