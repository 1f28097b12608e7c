// SPDX-License-Identifier: Apache-2.0
// What the engine promises, on hundreds of odd little months and on a city's.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <thread>

#include "draw/engine/clerk.hpp"
#include "draw/engine/engine.hpp"
#include "draw/support/city_instance.hpp"
#include "draw/support/tiny.hpp"

namespace ankao::draw::testing {
namespace {

const Digest k_digest = sm3("an instance");

EngineOptions little_work(std::int64_t units = 150'000) {
  EngineOptions options;
  options.work_limit = units;
  return options;
}

Seating seating_of(const Instance& instance, const Plan& plan) {
  std::map<std::string, int> rooms, subjects, batches, slots;
  for (int i = 0; i < count_of(instance.rooms); ++i) rooms[at(instance.rooms, i).id] = i;
  for (int i = 0; i < count_of(instance.subjects); ++i) subjects[at(instance.subjects, i).id] = i;
  for (int i = 0; i < count_of(instance.batches); ++i) batches[at(instance.batches, i).id] = i;
  for (int i = 0; i < count_of(instance.calendar.slots); ++i) slots[at(instance.calendar.slots, i)] = i;
  Seating seating;
  for (const Session& session : plan.sessions) {
    const auto& dates = instance.calendar.dates;
    const auto date = std::find(dates.begin(), dates.end(), *parse_date(session.date)) - dates.begin();
    Sitting s{rooms.at(session.room), static_cast<int>(date) * count_of(slots) + slots.at(session.slot), subjects.at(session.subject), {}};
    for (const Seats& seats : session.seats) s.seats.push_back({batches.at(seats.batch), seats.candidates});
    seating.push_back(std::move(s));
  }
  return seating;
}

std::string bytes_of(const Plan& plan) {
  std::ostringstream out;
  out << plan.instance_sm3 << plan.seed << plan.engine;
  for (const Session& s : plan.sessions) {
    out << s.room << s.site << s.subject << s.date << s.slot;
    for (const Seats& seats : s.seats) out << seats.batch << seats.candidates;
  }
  for (const Unplaced& u : plan.unplaced) {
    out << u.batch << u.candidates;
    for (const Because& b : u.because) out << b.site << b.rule;
  }
  for (const Exception& e : plan.exceptions) out << e.institution << e.site << e.subject << e.visits;
  for (std::int64_t level : plan.levels.values()) out << ' ' << level;
  return out.str();
}

TEST(Engine, IsLawfulHonestAboutItsLevelsAndNeverWorseThanTheClerk) {
  int better_count = 0;
  for (int seed = 0; seed < 400; ++seed) {
    const Instance instance = random_instance(static_cast<std::uint64_t>(seed), 1 + seed % 25);
    const Plan mine = solve(instance, k_digest, test_seed(seed), little_work());
    const Plan clerks = greedy(instance, k_digest, test_seed(seed));
    const Model model(instance, test_seed(seed));
    for (const Plan* plan : {&mine, &clerks}) {
      const Verdict verdict = judge(model, seating_of(instance, *plan));
      EXPECT_TRUE(verdict.lawful()) << seed;
      EXPECT_EQ(verdict.levels, plan->levels) << seed;
    }
    EXPECT_LE(mine.levels, clerks.levels) << seed;
    better_count += mine.levels < clerks.levels ? 1 : 0;
    EXPECT_EQ(clerks.levels.exceptions, 0) << seed;
  }
  EXPECT_GT(better_count, 200);
}

TEST(Engine, GivesTheSameBytesTwice) {
  for (int seed = 0; seed < 40; ++seed) {
    const Instance instance = random_instance(static_cast<std::uint64_t>(seed) + 5000, 20);
    const Plan once = solve(instance, k_digest, test_seed(seed), little_work());
    EXPECT_EQ(bytes_of(once), bytes_of(solve(instance, k_digest, test_seed(seed), little_work()))) << seed;
  }
}

TEST(Engine, TheSeedReachesTheResultThroughTheTickets) {
  const Instance instance = city_instance(4, 1);
  const Plan one = solve(instance, k_digest, test_seed(1), little_work(2'000'000));
  const Plan two = solve(instance, k_digest, test_seed(2), little_work(2'000'000));
  EXPECT_NE(one.sessions, two.sessions);
}

TEST(Engine, TheProgressIsToldAndDoesNotChangeThePlan) {
  const Instance instance = city_instance(3, 1);
  const Plan silent = solve(instance, k_digest, test_seed(1), little_work(3'000'000));
  EngineOptions options = little_work(3'000'000);
  int told = 0;
  std::int64_t last = 0;
  options.progress = [&](const Progress& progress) {
    ++told;
    EXPECT_GE(progress.work_done, last);
    EXPECT_EQ(progress.work_limit, 3'000'000);
    last = progress.work_done;
  };
  EXPECT_EQ(bytes_of(silent), bytes_of(solve(instance, k_digest, test_seed(1), options)));
  EXPECT_GT(told, 0);
}

TEST(Engine, ACitysMonthHasNoEnvyWhereEverybodyHasAPlace) {
  for (int seed = 1; seed <= 2; ++seed) {
    const Instance instance = city_instance(static_cast<std::uint64_t>(seed), 1);
    const Plan mine = solve(instance, k_digest, test_seed(seed), little_work(4'000'000));
    const Plan clerks = greedy(instance, k_digest, test_seed(seed));
    EXPECT_LT(mine.levels, clerks.levels);
    EXPECT_GT(clerks.levels.envy, 10);
    EXPECT_EQ(mine.levels.envy, 0);
    EXPECT_EQ(mine.levels.beyond_offer, 0);
  }
}

/// A month in which half of the rooms are shut: the first search loses to the clerk, who goes beyond the offers at once.
Instance tight_month(std::uint64_t seed) {
  Instance instance = city_instance(seed, 1);
  for (Room& room : instance.rooms) std::erase_if(room.open, [&](const Opening& opening) { return (opening.date + room.site) % 3 != 0; });
  return instance;
}

TEST(Engine, ATightMonthIsBetteredWithATenthOfTheClerksEnvy) {
  for (int seed = 1; seed <= 2; ++seed) {
    const Instance instance = tight_month(static_cast<std::uint64_t>(seed));
    const Plan mine = solve(instance, k_digest, test_seed(seed), little_work(4'000'000));
    const Plan clerks = greedy(instance, k_digest, test_seed(seed));
    EXPECT_LT(mine.levels, clerks.levels) << seed;
    EXPECT_GT(clerks.levels.envy, 100) << seed;
    EXPECT_LE(mine.levels.envy * 10, clerks.levels.envy) << seed;
  }
}

TEST(Engine, DrawnOnSeveralThreadsAtOnceThePlansAreTheSame) {
  const Instance city = city_instance(6, 1);
  std::vector<Instance> months{city, city};
  for (int seed = 1; seed < 30; ++seed) months.push_back(random_instance(static_cast<std::uint64_t>(seed) + 6000, 25));
  std::vector<std::string> alone;
  for (int i = 0; i < count_of(months); ++i) alone.push_back(bytes_of(solve(at(months, i), k_digest, test_seed(i / 2), little_work(500'000))));
  std::vector<std::string> together(months.size());
  {
    std::vector<std::jthread> threads;
    for (int of = 0; of < 5; ++of)
      threads.emplace_back([&, of] {
        for (int i = of; i < count_of(months); i += 5) at(together, i) = bytes_of(solve(at(months, i), k_digest, test_seed(i / 2), little_work(500'000)));
      });
  }
  EXPECT_EQ(alone, together);
  EXPECT_EQ(alone[0], alone[1]);
}

TEST(Engine, NamesTheRulesThatStoodInTheWay) {
  Tiny tiny;
  tiny.batch(20);
  tiny.edit(0).completed = make_date(2024, 3, 5);
  const Plan plan = solve(tiny.instance, k_digest, test_seed(), little_work());
  ASSERT_EQ(plan.unplaced.size(), 1U);
  EXPECT_EQ(plan.unplaced[0].candidates, 20);
  const std::vector<Because> expected{{"S1", "R5"}, {"S2", "R5"}};
  EXPECT_EQ(plan.unplaced[0].because, expected);
  EXPECT_EQ(plan.instance_sm3, to_hex(k_digest));
  EXPECT_EQ(plan.seed, to_hex(test_seed()));
  EXPECT_EQ(plan.engine, engine_name() + ", work 150000");
}

TEST(Engine, MakesAnExceptionRatherThanLeaveSomebodyOut) {
  Tiny tiny;
  tiny.instance.policy.visits_per_year = 0;
  tiny.batch(20);
  const Plan plan = solve(tiny.instance, k_digest, test_seed(), little_work());
  EXPECT_TRUE(plan.unplaced.empty());
  EXPECT_EQ(plan.levels.exceptions, 1);
  ASSERT_EQ(plan.exceptions.size(), 1U);
  EXPECT_EQ(plan.exceptions[0], (Exception{"T1", plan.sessions.at(0).site, "LV", 1}));
}

TEST(Engine, EmptyMonthsAreMonthsToo) {
  Tiny tiny;
  EXPECT_TRUE(solve(tiny.instance, k_digest, test_seed(), little_work()).sessions.empty());
  tiny.batch(20);
  tiny.instance.calendar.dates.clear();
  for (Room& room : tiny.instance.rooms) room.open.clear();
  const Plan plan = solve(tiny.instance, k_digest, test_seed(), little_work());
  ASSERT_EQ(plan.unplaced.size(), 1U);
  EXPECT_TRUE(plan.unplaced[0].because.empty()); // no eligible site at all
  EXPECT_TRUE(solve(Instance{}, k_digest, test_seed(), little_work()).sessions.empty());
}

TEST(Clerk, TakesTheEarliestTimeAtTheNearestSiteAndGoesBeyondTheOfferWhenItIsFull) {
  Tiny tiny;
  tiny.instance.policy.order_depth = 1;
  tiny.instance.rooms[1].open = {{1, {0}}};
  tiny.batch(65);
  const Plan plan = greedy(tiny.instance, k_digest, test_seed());
  ASSERT_EQ(plan.sessions.size(), 2U);
  EXPECT_EQ(plan.sessions[1].room, "S1-1"); // nearest, although it opens only on the second day
  EXPECT_EQ(plan.sessions[1].seats[0].candidates, 40);
  EXPECT_EQ(plan.sessions[0].room, "S2-2");
  EXPECT_EQ(plan.sessions[0].date + plan.sessions[0].slot, "2024-03-04am");
  EXPECT_EQ(plan.levels.beyond_offer, 25);
}

TEST(Clerk, LeavesARestThatR9LetsSit) {
  Tiny tiny;
  tiny.batch(45);
  const Plan plan = greedy(tiny.instance, k_digest, test_seed());
  ASSERT_EQ(plan.sessions.size(), 2U);
  EXPECT_EQ(plan.sessions[0].seats[0].candidates + plan.sessions[1].seats[0].candidates, 45);
  EXPECT_GE(std::min(plan.sessions[0].seats[0].candidates, plan.sessions[1].seats[0].candidates), 10);
}

/// Tries every number of candidates of every batch in every (room, time): the least U there is.
class AllPlans {
public:
  explicit AllPlans(const Model& model)
      : model_(model) {
    for (int b = 0; b < count_of(model.batches); ++b)
      for (int r = 0; r < count_of(model.instance.rooms); ++r)
        for (int t = 0; t < model.times; ++t)
          if (model.seats(r, at(model.instance.batches, b).subject) > 0 && at(at(model.open, r), t)) choices_.push_back({b, r, t});
    for (const Batch& batch : model.instance.batches) left_.push_back(batch.candidates);
  }
  std::size_t size() const { return choices_.size(); }
  std::int64_t least_unplaced() {
    descend(0);
    return least_;
  }

private:
  struct Choice {
    int batch, room, time;
  };
  void descend(std::size_t i) {
    const Verdict verdict = judge(model_, seating_);
    if (verdict.lawful()) least_ = std::min(least_, verdict.levels.unplaced);
    for (; i < choices_.size() && least_ > 0; ++i) {
      const Choice choice = choices_[i];
      const int most = std::min(left_[static_cast<std::size_t>(choice.batch)],
                                model_.seats(choice.room, at(model_.instance.batches, choice.batch).subject));
      for (int n = most; n >= std::max(1, model_.smallest_share(choice.batch, choice.room)); --n) {
        put(choice, n);
        if (!grossly_wrong()) descend(i + 1);
        take(choice, n);
      }
    }
  }
  /// Breaches that further seats cannot mend.
  bool grossly_wrong() const {
    const Verdict verdict = judge(model_, seating_);
    for (int rule : {0, 1, 2, 3, 4, 5, 8, 9, 10})
      if (verdict.breaks(rule)) return true;
    return false;
  }
  void put(const Choice& c, int n) {
    left_[static_cast<std::size_t>(c.batch)] -= n;
    const int subject = at(model_.instance.batches, c.batch).subject;
    for (Sitting& s : seating_) {
      if (s.room != c.room || s.time != c.time || s.subject != subject) continue;
      s.seats.push_back({c.batch, n});
      return;
    }
    seating_.push_back({c.room, c.time, subject, {{c.batch, n}}});
  }
  void take(const Choice& c, int n) {
    left_[static_cast<std::size_t>(c.batch)] += n;
    const int subject = at(model_.instance.batches, c.batch).subject;
    for (auto s = seating_.begin(); s != seating_.end(); ++s) {
      if (s->room != c.room || s->time != c.time || s->subject != subject) continue;
      s->seats.pop_back();
      if (s->seats.empty()) seating_.erase(s);
      return;
    }
  }

  const Model& model_;
  std::vector<Choice> choices_;
  std::vector<int> left_;
  Seating seating_;
  std::int64_t least_ = std::numeric_limits<std::int64_t>::max();
};

TEST(Engine, LeavesNoMoreUnplacedThanExhaustiveSearchOnTinyMonths) {
  int tried = 0;
  for (int seed = 0; tried < 40 && seed < 3000; ++seed) {
    Instance instance = random_instance(static_cast<std::uint64_t>(seed) + 20000, 3);
    for (Batch& batch : instance.batches) batch.candidates = 1 + batch.candidates % 6;
    for (Room& room : instance.rooms)
      for (auto& [subject, seats] : room.seats) seats = 1 + seats % 5;
    instance.policy.min_fragment = std::min(instance.policy.min_fragment, 2);
    const Model model(instance, test_seed(seed));
    AllPlans all(model);
    if (all.size() < 2 || all.size() > 7) continue;
    ++tried;
    EXPECT_EQ(solve(instance, k_digest, test_seed(seed), little_work(400'000)).levels.unplaced, all.least_unplaced()) << seed;
  }
  EXPECT_EQ(tried, 40);
}

} // namespace
} // namespace ankao::draw::testing
