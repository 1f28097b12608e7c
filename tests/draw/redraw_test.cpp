// SPDX-License-Identifier: Apache-2.0
// What a redraw promises: who was not hit stays, who was hit gets a lawful place or none, and as few as possible move.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <map>
#include <set>

#include "draw/check/check.hpp"
#include "draw/check/difference.hpp"
#include "draw/engine/engine.hpp"
#include "draw/engine/redraw.hpp"
#include "draw/engine/redraw_chain.hpp"
#include "draw/rules/losses.hpp"
#include "draw/support/chance.hpp"
#include "draw/support/tiny.hpp"

namespace ankao::draw::testing {
namespace {

const Digest k_before = sm3("before the loss");
const Digest k_after = sm3("after the loss");

Plan drawn(const Instance& instance, const Seed& seed) {
  EngineOptions options;
  options.work_limit = 30'000;
  return solve(instance, k_before, seed, options);
}

Lost random_loss(const Instance& instance, Chance& chance) {
  Lost lost;
  const DateRange days{instance.month.first() + chance.between(0, 20), instance.month.last()};
  const int rooms = count_of(instance.rooms);
  const int kind = chance.between(0, 3);
  if (kind <= 1) lost.sites.push_back({chance.between(0, count_of(instance.sites) - 1), kind == 0 ? DateRange{instance.month.first(), days.to} : days});
  if (kind == 2 && rooms > 0) lost.rooms.push_back({chance.between(0, rooms - 1), days});
  if (kind == 3 && rooms > 0)
    for (int d = 0; d < count_of(instance.calendar.dates); ++d) lost.sessions.push_back({chance.between(0, rooms - 1), d, 0});
  return lost;
}

/// The room of one of the plan's sessions, then.
Lost middle_session(const Instance& instance, const Plan& plan) {
  Lost lost;
  if (plan.sessions.empty()) return lost;
  const Session& session = at(plan.sessions, count_of(plan.sessions) / 2);
  const auto place = [](const auto& all, const auto& is_it) { return static_cast<int>(std::find_if(all.begin(), all.end(), is_it) - all.begin()); };
  lost.sessions.push_back({place(instance.rooms, [&](const Room& room) { return room.id == session.room; }),
                           place(instance.calendar.dates, [&](Date date) { return to_string(date) == session.date; }),
                           place(instance.calendar.slots, [&](const std::string& slot) { return slot == session.slot; })});
  return lost;
}

/// A small month, its plan, what it lost and what became of it.
struct Story {
  Instance instance, after;
  Plan before, now;
  Difference changed;
  Seed fresh;

  Story(Instance month, int number, bool one_session = false)
      : instance(std::move(month))
      , fresh(test_seed(number + 77)) {
    Chance chance(static_cast<std::uint64_t>(number));
    before = drawn(instance, test_seed(number));
    after = after_loss(instance, one_session ? middle_session(instance, before) : random_loss(instance, chance));
    now = redraw(after, k_after, before, fresh);
    changed = difference(after, before, now);
  }
};

Story story(int number, int size = 10) { return Story(random_instance(static_cast<std::uint64_t>(number) + 500, size), number); }

TEST(Redraw, GivesAPlanThatIsLawfulForTheMonthAfterTheLoss) {
  int hit = 0, placed_again = 0;
  for (int n = 0; n < 80; ++n) {
    const Story s = story(n);
    const CheckReport report = check(s.after, k_after, s.now);
    EXPECT_TRUE(report.lawful()) << n << " " << (report.lawful() ? "" : report.breaches.front().rule + " " + report.breaches.front().fault.id);
    hit += s.changed.hit > 0;
    placed_again += s.changed.without < s.changed.moved;
  }
  EXPECT_GT(hit, 25);
  EXPECT_GT(placed_again, 8);
}

TEST(Redraw, MovesAllWhoWereHitAndOthersOnlyOfAnInstitutionWhoseChainBroke) {
  for (int n = 0; n < 80; ++n) {
    const Story s = story(n);
    EXPECT_GE(s.changed.moved, s.changed.hit) << n;
    if (s.changed.moved == s.changed.hit) continue;
    std::set<std::string> moved_besides;
    for (const BatchChanged& b : s.changed.batches)
      for (const PlaceChanged& p : b.left)
        if (!p.lost) moved_besides.insert(b.batch);
    // Had these stayed and all who were hit gone home, R6 would be broken for their institution.
    const Model model(s.after, s.fresh);
    Seating stays;
    for (const Session& session : s.before.sessions) {
      const auto room = std::find_if(s.after.rooms.begin(), s.after.rooms.end(), [&](const Room& r) { return r.id == session.room; });
      const auto& dates = s.after.calendar.dates;
      const auto& slots = s.after.calendar.slots;
      Sitting sitting{static_cast<int>(room - s.after.rooms.begin()), 0, 0, {}};
      sitting.time = static_cast<int>(std::find(dates.begin(), dates.end(), *parse_date(session.date)) - dates.begin()) * count_of(slots) +
                     static_cast<int>(std::find(slots.begin(), slots.end(), session.slot) - slots.begin());
      if (!at(at(model.open, sitting.room), sitting.time)) continue;
      for (const Seats& seats : session.seats)
        for (int b = 0; b < count_of(s.after.batches); ++b)
          if (at(s.after.batches, b).id == seats.batch) sitting.seats.push_back({b, seats.candidates});
      sitting.subject = at(s.after.batches, sitting.seats.front().batch).subject;
      stays.push_back(sitting);
    }
    const Board board(model, stays);
    for (const Batch& batch : s.after.batches) {
      if (!moved_besides.contains(batch.id)) continue;
      EXPECT_TRUE(board.first_repeat(batch.institution)) << n << " " << batch.id;
    }
  }
}

TEST(Redraw, SeatsNobodyWhoHadNoSeatBefore) {
  for (int n = 0; n < 80; ++n) {
    const Story s = story(n);
    std::map<std::string, int> balance;
    for (const Session& session : s.before.sessions)
      for (const Seats& seats : session.seats) balance[seats.batch] += seats.candidates;
    for (const Session& session : s.now.sessions)
      for (const Seats& seats : session.seats) balance[seats.batch] -= seats.candidates;
    for (const auto& [batch, count] : balance) EXPECT_GE(count, 0) << n << " " << batch;
  }
}

TEST(Redraw, GivesTheSamePlanForTheSameSeedAndAnyPlanForNoLoss) {
  for (int n = 0; n < 40; ++n) {
    const Story s = story(n);
    const Plan again = redraw(s.after, k_after, s.before, s.fresh);
    EXPECT_EQ(again.sessions, s.now.sessions) << n;
    EXPECT_EQ(again.levels, s.now.levels) << n;
    EXPECT_EQ(again.unplaced, s.now.unplaced) << n;
    const Plan same = redraw(after_loss(s.instance, {}), k_before, s.before, s.fresh);
    EXPECT_EQ(same.sessions, s.before.sessions);
    EXPECT_EQ(same.seed, s.before.seed);
    EXPECT_EQ(same.engine, s.before.engine);
    EXPECT_EQ(same.levels, s.before.levels);
  }
}

/// Everything that could be: which of those who were not hit move besides, and where all who move go. Small months only.
class AllRedraws {
public:
  AllRedraws(const Instance& after, const Plan& before, const Seed& seed)
      : model_(after, seed) {
    owed_.assign(after.batches.size(), 0);
    for (const Session& session : before.sessions)
      for (const Seats& seats : session.seats) enter(session, seats);
  }
  std::size_t stays() const { return kept_.size(); }
  int owed_shares() const { return static_cast<int>(std::count_if(owed_.begin(), owed_.end(), [](int n) { return n > 0; })); }

  /// Fewest candidates who move though they were not hit; nothing when there are too many plans to look at.
  std::optional<int> fewest_besides() {
    int least = 1'000'000;
    for (unsigned set = 0; set < 1U << kept_.size(); ++set) {
      Seating seating;
      std::vector<int> owed = owed_;
      int besides = 0;
      for (std::size_t i = 0; i < kept_.size(); ++i) {
        if ((set >> i & 1U) == 0) {
          put(seating, kept_[i]);
        } else {
          besides += kept_[i].candidates;
          at(owed, kept_[i].batch) += kept_[i].candidates;
        }
      }
      if (besides < least && can_be_lawful(seating, owed, 0, 0)) least = besides;
      if (judged_ > k_most_judged) return std::nullopt;
    }
    return least;
  }

private:
  void enter(const Session& session, const Seats& seats) {
    const Instance& in = model_.instance;
    Stand stand;
    stand.candidates = seats.candidates;
    while (at(in.batches, stand.batch).id != seats.batch) ++stand.batch;
    while (at(in.rooms, stand.room).id != session.room) ++stand.room;
    while (to_string(model_.date_of(stand.time)) != session.date || at(in.calendar.slots, stand.time % model_.slots_per_day) != session.slot) ++stand.time;
    if (at(at(model_.open, stand.room), stand.time)) {
      kept_.push_back(stand);
    } else {
      at(owed_, stand.batch) += stand.candidates;
    }
  }

  void put(Seating& seating, const Stand& s) const {
    const int subject = at(model_.instance.batches, s.batch).subject;
    for (Sitting& sitting : seating) {
      if (sitting.room != s.room || sitting.time != s.time || sitting.subject != subject) continue;
      for (Share& share : sitting.seats)
        if (share.batch == s.batch) {
          share.candidates += s.candidates;
          return;
        }
      sitting.seats.push_back({s.batch, s.candidates});
      return;
    }
    seating.push_back({s.room, s.time, subject, {{s.batch, s.candidates}}});
  }

  bool can_be_lawful(const Seating& seating, std::vector<int>& owed, int batch, int cell) {
    const int cells = count_of(model_.instance.rooms) * model_.times;
    if (++judged_ > k_most_judged) return false;
    const Verdict verdict = judge(model_, seating);
    if (verdict.lawful()) return true;
    for (int rule : {0, 1, 2, 3, 4, 5, 8, 9, 10})
      if (verdict.breaks(rule)) return false;
    for (; batch < count_of(owed); ++batch, cell = 0)
      for (; cell < cells; ++cell)
        for (int n = at(owed, batch); n > 0; --n) {
          Seating more = seating;
          put(more, {batch, cell / model_.times, cell % model_.times, n});
          at(owed, batch) -= n;
          const bool found = can_be_lawful(more, owed, batch, cell + 1);
          at(owed, batch) += n;
          if (found) return true;
        }
    return false;
  }

  static constexpr int k_most_judged = 200'000;

  const Model model_;
  std::vector<Stand> kept_;
  std::vector<int> owed_;
  int judged_ = 0;
};

TEST(Redraw, MovesAsFewAsAnExhaustiveSearchOnTinyMonths) {
  int tried = 0, needed = 0;
  for (int n = 0; n < 2500 && (tried < 40 || needed < 3); ++n) {
    Instance month = random_instance(static_cast<std::uint64_t>(n) + 91000, 6);
    for (Batch& batch : month.batches) {
      batch.candidates = 1 + batch.candidates % 2;
      batch.institution = 0; // one institution, so that its chain is long
    }
    month.policy.max_sites_per_institution_slot = std::nullopt;
    const Story s(std::move(month), n, n % 4 != 0);
    if (s.changed.hit == 0) continue;
    AllRedraws all(s.after, s.before, s.fresh);
    const std::int64_t besides = s.changed.moved - s.changed.hit;
    if (all.stays() > 5 || all.owed_shares() > 2 || (tried >= 40 && besides == 0)) continue;
    const std::optional<int> fewest = all.fewest_besides();
    if (!fewest) continue;
    ++tried;
    needed += besides > 0;
    EXPECT_EQ(besides, *fewest) << n;
  }
  EXPECT_GE(tried, 40);
  EXPECT_GE(needed, 3);
  RecordProperty("moved_besides", needed);
}

/// A day in the middle of the month, so that places lie on both sides of it.
Date middle_of(const Instance& instance) { return at(instance.calendar.dates, count_of(instance.calendar.dates) / 2); }

TEST(RedrawWithNotice, NobodyGetsAPlaceBeforeTheDayAndWhoWasNotHitKeepsAnEarlierOne) {
  int redrawn = 0, blocked = 0, moved = 0;
  for (int n = 0; n < 80; ++n) {
    const Story s = story(n);
    const Date day = middle_of(s.after);
    const auto now = redraw(s.after, k_after, s.before, s.fresh, day);
    if (!now) {
      EXPECT_EQ(now.problem().id, "draw.redraw_blocked");
      ++blocked;
      continue;
    }
    ++redrawn;
    EXPECT_TRUE(check(s.after, k_after, *now).lawful()) << n;
    EXPECT_TRUE(check_redraw(s.after, s.before, *now, day).empty()) << n;
    moved += difference(s.after, s.before, *now).moved > 0;
  }
  EXPECT_GT(redrawn, 60) << "blocked " << blocked;
  EXPECT_GT(moved, 15);
}

TEST(RedrawWithNotice, TheCheckerFindsWhoCameTooSoon) {
  int found = 0;
  for (int n = 0; n < 120; ++n) {
    const Story s = story(n);
    const Date day = middle_of(s.after);
    bool too_soon = false;
    for (const BatchChanged& batch : s.changed.batches) {
      for (const PlaceChanged& place : batch.came) too_soon = too_soon || *parse_date(place.date) < day;
      for (const PlaceChanged& place : batch.left) too_soon = too_soon || (!place.lost && *parse_date(place.date) < day);
    }
    EXPECT_EQ(!check_redraw(s.after, s.before, s.now, day).empty(), too_soon) << n;
    EXPECT_TRUE(check_redraw(s.after, s.before, s.now, std::nullopt).empty()) << n;
    found += too_soon;
  }
  EXPECT_GT(found, 8);
}

TEST(RedrawWithNotice, ASuspendedInstitutionSitsAfterItsSuspensionAndALateBatchNotBeforeItsDay) {
  int hit = 0;
  for (int n = 0; n < 40; ++n) {
    const Instance instance = random_instance(static_cast<std::uint64_t>(n) + 900, 10);
    const Plan before = drawn(instance, test_seed(n));
    if (before.sessions.empty()) continue;
    const auto batch = std::find_if(instance.batches.begin(), instance.batches.end(), [&](const Batch& b) { return b.id == before.sessions.front().seats.front().batch; });
    const Date day = *parse_date(before.sessions.front().date) + 1;
    for (const bool institution : {true, false}) {
      Lost lost;
      if (institution)
        lost.institutions.push_back({batch->institution, {instance.month.first(), day}});
      else
        lost.batches.push_back({static_cast<int>(batch - instance.batches.begin()), day});
      const Instance after = after_loss(instance, lost);
      const Plan now = redraw(after, k_after, before, test_seed(n + 77));
      const Difference changed = difference(after, before, now);
      EXPECT_TRUE(check(after, k_after, now).lawful()) << n;
      EXPECT_GT(changed.hit, 0) << n;
      hit += changed.hit > 0;
    }
  }
  EXPECT_GT(hit, 20);
}

} // namespace
} // namespace ankao::draw::testing
