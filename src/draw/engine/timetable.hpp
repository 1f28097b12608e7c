// SPDX-License-Identifier: Apache-2.0
// The month as it follows from the search's choices: who sits where at every time, kept subject by subject and time by time. A
// trial changes some cells or flags and is decoded only where something can have changed: a subject is served again at a time when
// its cells, its own state, or what it shares with the others there (institutions, classes, mixed rooms, limits of R8) differ, and
// is left alone again as soon as its state meets the old one. A trial stands beside the month until it is kept.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "draw/engine/choices.hpp"
#include "draw/engine/compact.hpp"
#include "draw/engine/record.hpp"
#include "draw/engine/score.hpp"
#include "draw/engine/usher.hpp"

namespace ankao::draw {

/// A share of a batch.
struct Seat {
  int time = 0;
  int room = 0;
  int candidates = 0;
};

class Timetable {
public:
  Timetable(const Compact& compact, const Choices& choices, Usher& usher);

  /// Nobody sits anywhere.
  void clear();

  /// A new trial; what the one before changed is forgotten unless it was kept.
  void begin_trial();
  /// The cells of this time were `before` and are now those of the choices.
  void cells_changed(int time, const std::vector<Cell>& before);
  /// A flag of one of the subject's batches changed.
  void flags_changed(int subject);
  /// Everything changed.
  void all_changed();
  void decode();
  void keep();

  /// Of the trial.
  Score score() const;
  const Record& record(int time, int subject) const { return at(record_mark_, cell(time, subject)) == trial_ ? at(trial_records_, cell(time, subject)) : at(records_, cell(time, subject)); }
  /// What the trial replaces.
  const Record& record_before(int time, int subject) const { return at(records_, cell(time, subject)); }
  const std::vector<Seat>& seats(int batch) const { return at(seat_mark_, batch) == trial_ ? at(trial_seats_, batch) : at(seats_, batch); }
  int left_in_trial(int batch) const { return state_of(at(c_.batches, batch).subject)[static_cast<std::size_t>(at(c_.batches, batch).rank)]; }
  /// Batches whose seats the trial changed; (time, subject) whose sessions it changed.
  const std::vector<int>& moved() const { return moved_; }
  const std::vector<std::pair<int, int>>& reseated() const { return reseated_; }
  /// Candidates in the room then, of all subjects.
  int used(int time, int room) const;

  /// Of the month as kept (equal to the trial's right after keep()).
  int left(int batch) const { return at(at(states_, cell(c_.times, at(c_.batches, batch).subject)), at(c_.batches, batch).rank); }

private:
  using State = std::vector<int>;
  /// A subject with its cells of the time at hand.
  struct Turn {
    int subject = 0;
    const Cell* cells = nullptr;
    int count = 0;
  };
  int cell(int time, int subject) const { return time * c_.subject_count + subject; }
  const State& state_before(int time, int subject) const;
  const State& state_of(int subject) const;
  void want(int subject) { at(wanted_, subject) = want_mark_; }
  bool wanted(int subject) const { return at(wanted_, subject) == want_mark_; }
  void read_order(int time);
  void add_emptied(int time, int subject);
  bool gather_wanted(int time);
  bool waits(int batch, int time) const;
  bool nobody_waits(int time) const;
  void want_members(int institution, int time);
  void read_sites();
  void undo();
  bool seated_at(int institution, int time) const;
  void pass_over(int time);
  void serve_time(int time);
  void serve(int time, const Turn& turn);
  void stray(int time, int subject, const State& after);
  void note_change(const Record& before, const Record& after);
  bool coupled(int time, const Turn& turn) const;
  void close_time(int time);
  void note_group(int time, int institution, const int* sites);
  void move_seats(int time, const Record& before, const Record& after);
  void sum_up(int subject, const Costs& cost, const Costs& before);
  void take_seats(int batch, int time);
  void count_sessions(const Record& record, int step);
  bool same_state(int subject, const State& a, const State& b) const;
  void read_finals();
  std::int64_t shortage_of(int subject, const State& state) const;

  const Compact& c_;
  const Choices& choices_;
  Usher& usher_;

  // The month.
  std::vector<State> states_;             ///< [time][subject] before the time; one time more than the month has
  std::vector<Record> records_;           ///< [time][subject]
  std::vector<Costs> costs_;              ///< the same
  std::vector<std::int64_t> mixed_;       ///< [time] vacancy of mixed rooms
  std::vector<std::vector<int>> groups_;  ///< [time] before the time, sets of sites by institution
  std::vector<std::vector<Seat>> seats_;  ///< [batch]
  std::vector<int> sessions_;             ///< [pair]
  std::vector<std::int64_t> totals_;      ///< [subject] sessions of the year
  std::vector<std::int64_t> shortages_;   ///< [subject] level U
  std::vector<std::int64_t> alone_, regulars_; ///< [subject] sums of Costs
  Costs sum_;
  std::int64_t mixed_sum_ = 0, imbalance_ = 0, shortage_sum_ = 0;

  // The trial.
  int trial_ = 0;
  std::vector<State> trial_states_;
  std::vector<Record> trial_records_;
  std::vector<Costs> trial_costs_;
  std::vector<int> record_mark_, seat_mark_;
  std::vector<std::vector<Seat>> trial_seats_;
  std::vector<std::pair<int, int>> served_, reseated_;          ///< (time, subject)
  std::vector<std::pair<int, std::int64_t>> trial_mixed_;       ///< (time, vacancy)
  std::vector<int> moved_;
  std::vector<int> where_;                                      ///< [subject] time of its trial state; -1 = as in the month
  std::vector<int> astray_;                                     ///< subjects with a trial state
  struct Strayed {
    int time = 0, subject = 0, where = 0;
  };
  std::vector<Strayed> strayed_;                                ///< states before a time that differ from the month's
  std::vector<int> over_;                                       ///< groups before the time at hand, where they differ
  std::vector<char> group_changed_;                             ///< [institution]
  std::vector<int> changed_groups_;                             ///< institutions
  struct Regrouped {
    int time = 0, institution = 0;
    std::size_t words = 0; ///< where they stand in group_words_
  };
  std::vector<Regrouped> regrouped_;
  std::vector<int> group_words_;
  struct Counted {
    int subject = 0, pair = 0, step = 0;
  };
  std::vector<Counted> counted_; ///< sessions, to be undone
  struct Summed {
    int subject = 0;
    std::int64_t alone = 0, regulars = 0;
  };
  std::vector<Summed> summed_; ///< the same for alone_ and regulars_
  std::vector<std::pair<int, std::int64_t>> trial_shortages_;   ///< (subject, level U)
  Costs trial_sum_;
  std::int64_t trial_mixed_sum_ = 0, trial_imbalance_ = 0, trial_shortage_sum_ = 0;

  // What the trial has to look at.
  bool everything_ = false;
  int first_ = 0, last_edit_ = -1;
  int settled_ = 0; ///< time from which the trial is as the month was
  std::vector<std::pair<int, int>> edits_; ///< (time, subject)
  std::vector<char> forced_;               ///< [subject]
  bool any_forced_ = false;
  std::vector<Turn> order_; ///< of the time at hand
  std::vector<int> wanted_, sites_mark_;   ///< [subject]
  std::vector<int> subject_sites_;         ///< [subject] sets of sites, where sites_mark_ is want_mark_
  int want_mark_ = 0;
  std::vector<int> institution_mark_, class_mark_, room_mark_; ///< changed at the time at hand
  std::vector<int> upset_;                                     ///< institutions so marked
  int slot_mark_ = 0;
  bool opened_changed_ = false, slot_upset_ = false;
};

} // namespace ankao::draw
