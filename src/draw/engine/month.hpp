// SPDX-License-Identifier: Apache-2.0
// The month as it follows from a grid (which room serves which subject when): the times in order, at each the subjects, in each the
// batches in first-come order. A batch takes all it can before anyone behind it is asked, and what it could still take but must
// leave (R9) stays empty: so nobody has justified envy, and all rules hold, by construction.
//
// A trial changes some cells or flags and is decoded only where something can have changed: a subject is served again at a time
// when its cells, its own state or what it shares with others there differ, and is left alone as soon as it meets its old state.
#pragma once

#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

#include "draw/engine/field.hpp"
#include "draw/engine/score.hpp"
#include "draw/rules/seating.hpp"

namespace ankao::draw {

/// One share. `key`: the visit it begins (R7), -1 when it begins none.
struct Sit {
  int batch = 0, use = 0, candidates = 0, key = -1;
  bool operator==(const Sit&) const = default;
};

/// What the sessions of one subject at one time add to the levels.
struct Tally {
  std::int64_t quality = 0; ///< waiting and distance, weighted
  std::int64_t vacant = 0;  ///< of exclusive rooms
  std::int64_t split = 0, exceptions = 0, beyond = 0;
  std::int64_t alone = 0;    ///< sessions that hold retakers only
  std::int64_t regulars = 0; ///< regular batches that got their first seat
  void add(const Tally& o, std::int64_t sign);
};

struct Served {
  std::vector<Sit> sits;
  std::vector<int> uses; ///< the sessions
  Tally tally;
};

/// In this session the batch is asked before all others. It is what can make envy; for months so tight that it is worth it.
struct Reservation {
  int use = 0, batch = 0;
  auto operator<=>(const Reservation&) const = default;
};

class Month {
public:
  explicit Month(const Field& field);

  /// The grid is that of the last month kept, plus the edits of the trial.
  const std::vector<int>& cells(int time, int subject) const { return at(cells_, cell(time, subject)); }
  bool is_open(int time, int use) const;
  /// The use of an exclusive room then, -1 = none.
  int occupant(int time, int room) const { return occupant_[Field::index(time, f_.rooms, room)]; }

  void begin();
  void open(int time, int use); ///< closes what an exclusive room was used for
  void close(int time, int use);
  void reserve(int time, const Reservation& reservation);
  void release(int time, const Reservation& reservation);
  const std::vector<Reservation>& reservations(int time, int subject) const { return at(reservations_, cell(time, subject)); }
  int reserved() const { return reserved_; }
  void let_beyond(int batch, int from); ///< may sit beyond its offer from that time on; f.times = never
  void excuse(int batch, bool excused); ///< may exceed the limit of R7
  bool edited() const { return !edits_.empty() || !flags_.empty(); }
  void decode();
  void keep();
  void drop();

  /// Without J.
  Score score() const;
  /// Level J of the trial, before it is kept or dropped.
  std::int64_t envy();
  /// Pairs of the last count: who envies, who is envied.
  const std::vector<std::pair<int, int>>& pairs() const { return pairs_; }
  /// Σ rarity · weight of candidates without a seat, of the trial: level U without its squares.
  std::int64_t missing() const;
  const Served& served(int time, int subject) const {
    const int here = cell(time, subject);
    return at(mark_, here) == trial_ ? at(trial_served_, here) : at(served_, here);
  }
  /// At the end of the month, of the trial.
  int left(int batch) const { return lefts(f_.times, at(f_.parties, batch).subject)[batch]; }
  int beyond_from(int batch) const { return at(beyond_from_, batch); }
  bool excused(int batch) const { return at(excused_, batch) != 0; }
  bool group_has(int time, int institution, int site) const { return has(group(time, institution), site); }
  Seating seating() const;
  /// All that was decided, as it was before the edits of the trial.
  struct Decided {
    std::vector<std::vector<int>> cells;
    std::vector<std::vector<Reservation>> reservations;
    std::vector<int> beyond_from;
    std::vector<char> excused;
  };
  Decided before() const;
  void become(const Decided& decided);
  std::int64_t work() const { return work_; }
  void spend(std::int64_t units) { work_ += units; }

private:
  struct Desk {
    int use = 0, room = 0, site = 0, seats = 0, free = 0, used = 0;
    bool blocked = false, regular = false;
  };
  enum class Change { Open, Close, Reserve, Release };
  struct Edit {
    int time = 0, use = 0;
    Change change = Change::Open;
    int batch = -1;
  };
  struct Flag {
    int batch = 0, before = 0;
    bool excuse = false;
  };

  int cell(int time, int subject) const { return time * f_.subjects + subject; }
  const Word* group(int time, int institution) const { return groups_.data() + Field::index(time * f_.institutions + institution, f_.site_words, 0); }
  static constexpr int k_unlimited = 1'000'000'000;
  Word* chain(int time, int institution) { return chains_.data() + Field::index(time * f_.institutions + institution, f_.site_words, 0); }
  /// The subject's row of states before the time: of the trial where it is astray.
  const Word* alive(int time, int subject) const { return row(alive_, trial_alive_, time, subject) + at(f_.first_word, subject); }
  const int* lefts(int time, int subject) const {
    const int where = at(where_, subject);
    return (where < 0 ? left_ : trial_left_).data() + Field::index(where < 0 ? time : where, f_.capacity, 0);
  }
  const Word* row(const std::vector<Word>& kept, const std::vector<Word>& trial, int time, int subject) const {
    const int where = at(where_, subject);
    return where < 0 ? kept.data() + Field::index(time, f_.words, 0) : trial.data() + Field::index(where, f_.words, 0);
  }
  bool any_site(const Word* set) const;

  // month_edits.cpp: cells, reservations and flags; keeping and dropping
  void put_cell(int time, int use);
  void put_reservation(int time, const Reservation& reservation);
  void take_reservation(int time, const Reservation& reservation);
  void undo(const Edit& edit);
  void take_cell(int time, int use);
  void set_beyond(int batch, int from);
  void settle();
  void restore_visits(int time, int subject);
  void write_state(int time, int subject, int where);
  void write_groups(int institution);
  void drop_empty(int time, int subject);

  // month.cpp: what follows from them
  void read_start();
  void log_stray(int time, int subject);
  void gather_wanted(int time);
  void want_members(int time, int institution);
  void want(int subject);
  bool nobody_waits(int time) const;
  const Word* open_sites(int time, int subject);
  void count_session(int use, int step);
  void pass_over(int time);
  void serve_time(int time);
  bool upset(int time, int subject) const;
  void serve(int time, int subject);
  void load(int time, int subject);
  void stray(int time, int subject);
  bool meets(int time, int subject) const;
  void shift_visits(int time, int subject, const Served& before, const Served& after);
  void note_change(const Served& before, const Served& after);
  void note_sit(const Sit& sit);
  void count_sessions(const Served& served, int step);
  void close_time(int time);
  void reckon(int subject);
  std::int64_t shortage_of(int subject) const;

  // month_seats.cpp: who sits where at one time
  void begin_time(int time);
  void admit(const Served& served);
  void fill(int subject, Served& served);
  void open_desks(int subject, const std::vector<int>& cells);
  void seat(int batch, bool beyond);
  void seat_reserved(const Reservation& reservation);
  void shut(Desk& desk);
  void use_room(int room, int candidates);
  int visits_before(int key, int time) const;
  void list_options(int batch, const Word* reach, bool excused);
  int pick(int batch) const;
  int share_at(const Party& party, int left, const Desk& desk) const;
  void sit(int batch, Desk& desk, int share);
  void block(int batch);
  void close_desks();
  bool may_visit(int batch, int site, bool excused) const;
  void be_present(const Party& party, int site);
  const Word* latest(int institution) const;
  std::int64_t mixed_vacancy() const;

  // month_envy.cpp
  struct Session {
    int time = 0, use = 0, free = 0;
    std::vector<Share> seats;
  };
  struct Visit {
    int time = 0, site = 0, batch = 0;
  };
  void ask_for(int time, int use);
  bool wants(int batch, const Session& session);
  int used_in(int time, int room) const;
  const Word* alive_after(int time, int subject) const;
  bool body_elsewhere(int batch, int time) const;
  void read_visits();
  bool could_visit(int batch, int time, int site);
  bool latest_has(int institution, int time, int site) const;
  bool chain_holds(int batch, int time, int site);

  std::vector<std::pair<int, int>> pairs_;
  std::vector<std::vector<Visit>> visit_lists_; ///< [institution], in time order
  std::vector<int> visit_sites_;
  bool visits_read_ = false;
  std::vector<int> stray_mark_, stray_row_; ///< [time][subject] trial in which the state before the time differs; where it stands

  const Field& f_;
  // The month as kept.
  std::vector<std::vector<int>> cells_;   ///< [time][subject] uses, ascending
  std::vector<std::vector<Reservation>> reservations_; ///< [time][subject], ascending
  int reserved_ = 0;
  std::vector<int> occupant_;             ///< [time][room]
  std::vector<int> beyond_from_;          ///< [batch]
  std::vector<char> excused_;             ///< [batch]
  std::vector<int> wide_;                 ///< [subject] number of batches that may sit beyond their offer
  std::vector<Word> wide_batches_;        ///< they
  std::vector<Served> served_;            ///< [time][subject]
  std::vector<int> left_;                 ///< [time][batch] before the time; one time more than the month has
  std::vector<Word> alive_;               ///< [time] sets of batches with somebody left
  std::vector<int> sessions_;             ///< [time][subject] of the month
  std::vector<std::uint64_t> hash_;       ///< [time][subject] of the three above
  std::vector<Word> groups_, chains_;     ///< [time][institution] sites of the latest group before the time; of the group at it
  std::vector<std::int64_t> mixed_;       ///< [time] vacancy of mixed rooms
  std::vector<Word> visits_; ///< [key] set of times, of the trial
  int time_words_ = 1;
  // Sums over the whole month, of the trial.
  Tally sum_, kept_sum_;
  std::vector<std::int64_t> alone_, regulars_, shortage_, short_, totals_; ///< [subject]; short_ = Σ weight · left
  std::vector<int> pair_sessions_;
  std::int64_t mixed_sum_ = 0, imbalance_ = 0, shortage_sum_ = 0;
  std::int64_t kept_mixed_sum_ = 0, kept_imbalance_ = 0, kept_shortage_sum_ = 0;

  // The trial.
  int trial_ = 1;
  std::vector<Served> trial_served_;
  std::vector<int> mark_; ///< [time][subject] trial in which trial_served_ holds
  std::vector<Edit> edits_;
  std::vector<Flag> flags_;
  std::vector<std::pair<int, int>> served_list_; ///< (time, subject)
  std::vector<int> trial_left_, trial_sessions_;
  std::vector<Word> trial_alive_;
  std::vector<std::uint64_t> trial_hash_;
  std::vector<int> where_; ///< [subject] row of its trial state; -1 = it is as in the month
  std::vector<int> astray_; ///< subjects with a trial state
  struct Strayed {
    int time = 0, subject = 0, where = 0;
  };
  std::vector<Strayed> strayed_; ///< states before a time that differ from the month's
  std::vector<char> forced_;     ///< [subject]
  bool any_forced_ = false;
  int first_ = 0, last_edit_ = -1;
  std::vector<std::pair<int, std::int64_t>> trial_mixed_;
  struct OldShortage {
    int subject = 0;
    std::int64_t missing = 0, level = 0;
  };
  std::vector<OldShortage> old_shortage_;
  struct Summed {
    int subject = 0;
    std::int64_t alone = 0, regulars = 0;
  };
  std::vector<Summed> summed_;
  std::vector<std::pair<int, int>> counted_; ///< (use, step)
  struct Rechained {
    int time = 0, institution = 0;
    std::size_t words = 0;
  };
  std::vector<Rechained> rechained_;
  std::vector<Word> rechained_words_;
  std::vector<int> regrouped_;        ///< institutions with other groups than before
  std::vector<char> group_over_;      ///< [institution] over_ holds
  std::vector<Word> over_;            ///< [institution]
  std::vector<int> dirty_;            ///< institutions
  std::vector<int> regrouped_mark_;
  int regroup_stamp_ = 0;
  std::int64_t past_imbalance_ = 0;
  struct Shifted {
    int key = 0, institution = 0, subject = 0;
  };
  std::vector<Shifted> shifted_;
  std::vector<int> visit_shift_;                   ///< [key] visits of the trial more than in the month, up to the time at hand

  // The time at hand.
  int time_ = 0, stamp_ = 0, opened_ = 0, subject_ = 0;
  std::vector<int> want_mark_;
  std::vector<int> sites_mark_;
  int want_stamp_ = 0;
  bool any_wanted_ = false;
  std::vector<int> body_stamp_, body_batch_, key_stamp_, room_used_, room_stamp_, site_count_, upset_mark_;
  std::vector<int> mixed_rooms_, present_, upset_;
  std::vector<Word> attended_, chained_, upset_batches_, bits_, open_sites_;
  std::vector<int> upset_rooms_;
  bool any_upset_ = false;
  std::vector<Desk> desks_;
  std::vector<int> options_;
  int usable_ = 0;
  Served* record_ = nullptr;
  int* left_now_ = nullptr;
  Word* alive_now_ = nullptr;
  int* sessions_now_ = nullptr;
  std::uint64_t* hash_now_ = nullptr;
  std::vector<std::uint64_t> salt_; ///< [batch]
  std::int64_t work_ = 0;
};

} // namespace ankao::draw
