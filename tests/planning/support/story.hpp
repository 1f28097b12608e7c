// SPDX-License-Identifier: Apache-2.0
// A demo city in a fresh database of each kind, for stories of a month.
#pragma once

#include <gtest/gtest.h>

#include "base/ensure.hpp"
#include "db/support/stores.hpp"
#include "planning/demo/open.hpp"
#include "planning/service/ceremonies.hpp"
#include "planning/service/plans.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {

inline Date day(const char* text) { return *parse_date(text); }
inline const Month k_march{2024, 3};
inline const ledger::Actor k_desk{"kaoshi", "李四", "exam_organisation", "city"};
inline const ledger::Actor k_bureau{"shiju", "王五", "city_bureau", "city"};

inline Act at(const ledger::Actor& actor, const char* date) { return {actor, {start_of(day(date)).ms + 36'000'000}}; }

/// A moment of a day: "10:00" is what at() takes.
inline Act at_minute(const ledger::Actor& actor, const char* date, int minutes) { return {actor, {start_of(day(date)).ms + 36'000'000 + minutes * 60'000LL}}; }

/// A ceremony within half an hour, as synthetic months may have it: until 10:10, until 10:20, the value at 10:30.
inline CeremonyWish quick(const char* date) {
  const auto in = [&](int minutes) { return at_minute(k_desk, date, minutes).at; };
  return {"按开奖公告的次序", in(10), in(20), in(30)};
}

/// Nobody takes part; two people enter the value.
inline Result<PlanVersion> sow(const World& world, const char* frozen, Month month, const std::string& value) {
  if (auto told = announce_value(world, at_minute(k_desk, frozen, 31), month, value); !told.ok()) return told;
  return confirm_value(world, at_minute(k_bureau, frozen, 32), month, value);
}

/// A city that is laid once and copied for every test: register, rooms, bookings and history of a month at load 1.
struct City {
  DemoRequest request;
  const char* day;
  std::vector<Booking> bookings = {};

  tests::Prepared prepared() {
    return {day, [this](db::Database& database) {
              migrate_for_demo(database);
              const World world = shipped_world(database);
              const auto laid = lay_ground(world, at(k_bureau, day), request);
              ensure(laid.ok(), "the demo city is laid" + (laid.ok() ? "" : ": " + laid.problem().id + " " + laid.problem().at));
              bookings = lay_bookings(world, at(k_desk, day), request, true);
            }};
  }
};

inline City& city_of_march() {
  static City city{{7, 1, k_march, day("2024-02-20")}, "2024-02-20"};
  return city;
}

class Story : public ::testing::TestWithParam<std::string> {
protected:
  explicit Story(City& city = city_of_march())
      : store_(GetParam(), city.prepared())
      , world_(shipped_world(store_.database()))
      , bookings_(city.bookings) {
    world_.changed = [this] { ++changed_; };
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
  std::vector<Booking> bookings_; ///< as they were laid; the same on every kind of database
  int changed_ = 0;
};

} // namespace ankao::planning
