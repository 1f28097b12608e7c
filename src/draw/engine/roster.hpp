// SPDX-License-Identifier: Apache-2.0
// Who sits where, share by share, with all levels kept exact while shares come and go. Nothing is right by construction here: whoever changes shares asks `fits` before and `sound`
// after, and takes the whole trial back where a rule is broken. rules/judge.hpp is the oracle.
//
// A slot is (time, use), in one number.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "draw/engine/field.hpp"
#include "draw/engine/score.hpp"
#include "draw/rules/seating.hpp"

namespace ankao::draw {

__extension__ using Wide = __int128;

/// What is charged for a look at something, measured at loads 1 to 30 (decision 0044).
struct Charge {
  static constexpr int change = 16, fits = 25, use = 1, taker = 10, wish = 2, visit = 5, look = 2, trial = 40;
};

class Roster {
public:
  struct Stay {
    int slot = 0, candidates = 0;
  };
  struct Step {
    int batch = 0, slot = 0, candidates = 0; ///< below 0: taken away
  };
  struct Session {
    std::vector<Share> seats;
    int used = 0, regulars = 0;
    int last = -1; ///< of its batches, in first-come order
  };

  explicit Roster(const Field& field);
  void load(const Seating& seating);
  Seating seating() const;

  int slot(int time, int use) const { return (time << shift_) | use; }
  int time_of(int slot) const { return slot >> shift_; }
  int use_of(int slot) const { return slot & ((1 << shift_) - 1); }
  const Session& session(int slot) const { return at(sessions_, slot); }
  const std::vector<Stay>& stays(int batch) const { return at(stays_, batch); }
  int left(int batch) const { return at(left_, batch); }
  /// The uses of the subject with anybody in them then.
  const std::vector<int>& held(int time, int subject) const { return held_[Field::index(subject, f_.times, time)]; }
  /// The use that an exclusive room has then; -1 = none.
  int occupant(int time, int room) const { return taken(time, room).occupant; }
  int free_seats(int slot) const {
    const Use& u = at(f_.uses, use_of(slot));
    const Taken& there = taken(time_of(slot), u.room);
    if (!u.exclusive) return std::min(u.seats - session(slot).used, u.capacity - there.used);
    return there.occupant >= 0 && there.occupant != use_of(slot) ? 0 : std::min(u.seats, u.capacity) - there.used;
  }
  /// Nobody sits in the session.
  bool empty(int slot) const {
    const Use& u = at(f_.uses, use_of(slot));
    return u.exclusive ? taken(time_of(slot), u.room).occupant != use_of(slot) : session(slot).used == 0;
  }
  /// Vacancy of the slot's room when so many more sit there; 0 when nobody does.
  std::int64_t vacancy(int slot, int more) const { return vacancy_of(slot, taken(time_of(slot), at(f_.uses, use_of(slot)).room).used + more); }
  /// What more of them there change in it.
  std::int64_t vacancy_step(int slot, int more) const {
    const int used = taken(time_of(slot), at(f_.uses, use_of(slot)).room).used;
    return vacancy_of(slot, used + more) - vacancy_of(slot, used);
  }
  /// How many of those left to seat there so that R9 holds for them and for what is left; 0 = none.
  int share_at(int batch, int slot) const;
  /// How many of those left find a seat there when so many seats are spared for others, though what is left then may be too few for
  /// any session (R9); 0 = none.
  int most_at(int batch, int slot, int spared) const;
  /// No rule but R7 is broken by the share itself; R7 neither where `excused`.
  bool fits(int batch, int slot, bool excused) const;
  /// What Q changes by a new session of the use, at weight and all.
  Wide imbalance_step(int use) const;
  bool alone_matters(int subject) const { return at(regulars_, subject) > 0; }

  // A trial: shares taken and put, then kept or dropped.
  void begin();
  void put(int batch, int slot, int candidates);
  int take(int batch, int slot);
  /// What taking away may break: R6 of the institutions touched, R9 of the shares.
  bool sound() const;
  /// Level J of the trial, exactly.
  std::int64_t envy();
  void keep();
  void drop();
  bool changed() const { return !log_.empty(); }
  const std::vector<Step>& steps() const { return log_; }
  /// Whose wishes the trial has asked anew; some more than once.
  template <class Tell>
  void each_saved(Tell tell) const {
    for (std::size_t i = 0; i < saved_count_; ++i) tell(saved_[i].batch);
  }

  /// Without J.
  Score score() const;
  /// Σ rarity · weight of candidates without a seat.
  std::int64_t missing() const { return missing_; }
  /// Those whose wishes the last count asked anew.
  const std::vector<int>& recounted() const { return recount_; }
  std::int64_t kept_envy() const { return envy_sum_; }
  /// Slots that the batch envies somebody for, as of the last count.
  const std::vector<int>& wishes(int batch) const { return at(wishes_, batch); }

  /// Pairs in which the batch, seated at the time, would envy somebody. Of one batch after begin_envies(), until shares change.
  void begin_envies(int batch);
  int envies_before(int time);
  /// Who would envy the batch in the slot.
  int envied_by(int batch, int slot, int share) const;

  /// Remembers this roster, and comes back to it.
  void mark() { journal_.clear(); }
  void back_to_mark();
  /// In units of the engine: about ten nanoseconds each, whatever the size of the city.
  std::int64_t work() const { return work_; }
  void spend(std::int64_t units) { work_ += units; }

private:
  /// A room at one time.
  struct Taken {
    int occupant = -1; ///< use, of an exclusive room alone
    int used = 0;      ///< seats, of all its sessions
  };
  struct Visit {
    int time = 0, site = 0, batch = 0, subject = 0;
    bool chained = false;
  };
  struct Wished {
    int batch = 0;
    std::int64_t pairs = 0;
    std::vector<int> slots;
  };

  void change(int batch, int slot, int candidates);
  void change_stay(int batch, int slot, int candidates);
  void change_session(int batch, int slot, int candidates);
  void change_visits(const Party& party, int batch, int slot, bool come);
  void open_session(int slot, int step);
  void find_latest(int time, int subject);
  void set_missing(int subject, std::int64_t step);
  int visits_then(int key, int institution, int time, int site, int subject, bool& there) const;
  using Visits = std::span<const Visit>;
  Visits visits_at(int institution, int time) const {
    const int* first = &first_visit_[Field::index(institution, f_.times + 1, time)];
    const Visit* visits = at(visits_, institution).data();
    return {visits + first[0], visits + first[1]};
  }
  const Taken& taken(int time, int room) const { return taken_[Field::index(time, f_.rooms, room)]; }
  std::int64_t vacancy_of(int slot, int used) const { return used == 0 ? 0 : std::max(0, at(fullness_, use_of(slot)) - used); }
  Visits group_before(int institution, const Visit* from, int gone, int time) const;
  Visits group_after(int institution, const Visit* from, int gone, int time) const;
  bool chain_sound(int institution, int time) const;
  bool gap_holds(int institution, Visits now, int gone, int time, int site) const;
  bool body_elsewhere(int batch, int time) const;
  const Word* last_visit(int institution) const { return f_.last_visits.data() + Field::index(institution, f_.site_words, 0); }
  int limit_of(int batch, int site) const { return at(f_.compact.limit, f_.key[f_.at_site(batch, site)]); }

  // roster_envy.cpp
  void gather_touched();
  void touch(int batch);
  void save(int batch);
  void look_around(int batch);
  void look_into(int slot);
  bool may_wish(int batch, int time, int subject) const;
  const std::vector<int>& looked_at(int batch, int time, int subject) const;
  bool wants(int batch, int slot) const;
  bool could_visit(int batch, int time, int site) const;
  int times_gone(int batch, int time, int site) const;
  bool chain_holds(int batch, int time) const;
  void count_pairs(int batch);

  const Field& f_;
  int shift_ = 0; ///< bits of a slot that are its use
  std::vector<Session> sessions_;         ///< [slot]
  std::vector<std::vector<int>> held_;    ///< [subject][time]
  std::vector<int> latest_;               ///< [subject][time] last of those who sit there, in first-come order; -1
  std::vector<Taken> taken_;              ///< [time][room]
  std::vector<std::vector<Stay>> stays_;  ///< [batch]
  std::vector<int> left_, last_time_;     ///< [batch]; the last is `times` while somebody is left
  std::vector<Word> waiting_;             ///< [time] batches whose last time is later
  std::vector<std::vector<Visit>> visits_; ///< [institution] of counting batches, in time order
  std::vector<int> first_visit_;          ///< [institution][time] place of the first from then on, and one past the last
  std::vector<int> key_visits_;           ///< [key]
  std::vector<int> month_sessions_, time_sessions_, pair_sessions_;
  std::vector<int> fullness_; ///< [use] seats that must be taken before nothing is vacant
  std::vector<std::int64_t> offering_; ///< [subject] sites that have a practical one, 0 of theory
  std::vector<std::int64_t> totals_, alone_, regulars_, short_, shortage_; ///< [subject]

  // Sums.
  std::int64_t missing_ = 0, shortage_sum_ = 0, exceptions_ = 0, beyond_ = 0, vacant_ = 0, split_ = 0, quality_ = 0;
  Wide imbalance_ = 0;

  // The trial.
  std::vector<Step> log_, journal_;
  std::vector<std::vector<int>> wishes_;  ///< [batch] slots
  std::vector<std::vector<int>> wishers_; ///< [slot] batches
  std::vector<std::int64_t> pairs_;       ///< [batch]
  std::int64_t envy_sum_ = 0, kept_envy_sum_ = 0;
  std::size_t counted_ = 0; ///< steps of the trial that level J has seen
  std::vector<Wished> saved_;
  std::size_t saved_count_ = 0;
  std::vector<int> touched_, touched_slots_, envied_, recount_;
  std::vector<int> envies_; ///< [time]
  int envies_batch_ = 0, envies_known_ = 0;
  std::vector<int> touch_mark_, save_mark_, slot_mark_, institution_mark_;
  int stamp_ = 0;
  mutable std::int64_t work_ = 0;
};

} // namespace ankao::draw
