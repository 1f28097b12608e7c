// SPDX-License-Identifier: Apache-2.0
// The month decoded where a trial changed it against the month decoded from nothing, and its levels against the judge's.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "draw/engine/chance.hpp"
#include "draw/engine/draft.hpp"
#include "draw/engine/envy_count.hpp"
#include "draw/engine/timetable.hpp"
#include "draw/rules/judge.hpp"
#include "draw/support/random_instance.hpp"
#include "draw/support/tiny.hpp"

namespace ankao::draw {
namespace {

using testing::random_instance;
using testing::test_seed;

Choices no_choices(const Compact& c) {
  Choices choices;
  choices.grid.resize(static_cast<std::size_t>(c.times));
  choices.beyond.assign(static_cast<std::size_t>(c.batch_count), 0);
  choices.excused = choices.beyond;
  return choices;
}

/// A timetable with its choices, changed by chance.
class Month {
public:
  Month(const Compact& compact, std::uint64_t start)
      : choices(no_choices(compact))
      , usher(compact, choices)
      , timetable(compact, choices, usher)
      , envy(compact, timetable, usher)
      , c_(compact)
      , chance_(start) {}

  /// Changes up to three times and a flag, and decodes; then keeps it or not. True when kept.
  bool turn() {
    const Choices before = choices;
    timetable.begin_trial();
    for (int n = 1 + chance_.below(3); n > 0; --n) change_time();
    if (chance_.below(4) == 0) change_flag();
    timetable.decode();
    score = timetable.score();
    score.envy = envy.count();
    if (chance_.below(2) == 0) {
      choices = before;
      timetable.begin_trial();
      return false;
    }
    envy.keep();
    timetable.keep();
    return true;
  }

  Seating seating() const {
    Seating out;
    for (int t = 0; t < c_.times; ++t)
      for (int j = 0; j < c_.subject_count; ++j)
        for (const Held& held : timetable.record(t, j)) out.push_back({held.room, t, held.subject, held.seats});
    return out;
  }

  Choices choices;
  Usher usher;
  Timetable timetable;
  EnvyCount envy;
  Score score;

private:
  void change_time() {
    const int t = chance_.below(c_.times);
    const std::vector<Cell> before = at(choices.grid, t);
    std::vector<Cell>& cells = at(choices.grid, t);
    if (!cells.empty() && chance_.below(3) == 0) cells.erase(cells.begin() + chance_.below(count_of(cells)));
    const auto& rooms = at(c_.open_rooms, t);
    if (!rooms.empty() && chance_.below(4) != 0) open(cells, at(rooms, chance_.below(count_of(rooms))));
    timetable.cells_changed(t, before);
  }
  void open(std::vector<Cell>& cells, int room) {
    Cell cell;
    cell.room = room;
    cell.subject = at(at(c_.room_subjects, room), chance_.below(count_of(at(c_.room_subjects, room))));
    if (chance_.below(6) == 0) cell.cap = 1 + chance_.below(20);
    if (chance_.below(6) == 0) cell.generous = true;
    const auto& queue = at(c_.model.subjects, cell.subject).queue;
    if (!queue.empty() && chance_.below(6) == 0) cell.favourite = at(queue, chance_.below(count_of(queue)));
    if (!queue.empty() && chance_.below(6) == 0) cell.excluded = at(queue, chance_.below(count_of(queue)));
    if (!queue.empty() && chance_.below(6) == 0) cell.pins = {{at(queue, chance_.below(count_of(queue))), 1 + chance_.below(40)}};
    std::erase_if(cells, [&](const Cell& other) { return other.room == room && (at(c_.room_exclusive, room) || other.subject == cell.subject); });
    cells.push_back(cell);
    sort_cells(c_, cells);
  }
  void change_flag() {
    const int batch = chance_.below(c_.batch_count);
    (chance_.below(2) == 0 ? choices.beyond : choices.excused)[static_cast<std::size_t>(batch)] ^= 1;
    timetable.flags_changed(at(c_.batches, batch).subject);
  }

  const Compact& c_;
  Sequence chance_;
};

void expect_as_from_nothing(const Compact& compact, const Month& month, const std::string& where) {
  Usher usher(compact, month.choices);
  Timetable fresh(compact, month.choices, usher);
  fresh.all_changed();
  fresh.decode();
  for (int t = 0; t < compact.times; ++t)
    for (int j = 0; j < compact.subject_count; ++j) ASSERT_EQ(fresh.record(t, j), month.timetable.record(t, j)) << where << ": time " << t << ", subject " << j;
  const Verdict verdict = judge(compact.model, month.seating());
  const Levels told{month.score.unplaced, month.score.exceptions, month.score.beyond_offer, month.score.envy, month.score.vacant, month.score.quality};
  ASSERT_EQ(told, verdict.levels) << where;
  ASSERT_TRUE(verdict.lawful()) << where;
}

TEST(Timetable, IsAfterAnyChangesWhatItIsFromNothing) {
  for (int seed = 0; seed < 150; ++seed) {
    const Instance instance = random_instance(static_cast<std::uint64_t>(seed) + 70000, 1 + seed % 40);
    const Model model(instance, test_seed(seed));
    const Compact compact(model);
    if (compact.batch_count == 0 || compact.times == 0) continue;
    Month month(compact, static_cast<std::uint64_t>(seed) + 1);
    for (int turn = 0; turn < 60; ++turn)
      if (month.turn()) {
        expect_as_from_nothing(compact, month, "seed " + std::to_string(seed) + ", turn " + std::to_string(turn));
        if (HasFatalFailure()) return;
      }
  }
}

} // namespace
} // namespace ankao::draw
