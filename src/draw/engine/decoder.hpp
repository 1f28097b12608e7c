// SPDX-License-Identifier: Apache-2.0
// From the search's choices to a seating: the times of the month in order, at each time the subjects (rarest first), in each the
// batches in first-come order. A batch takes all it can before anyone behind it is asked, and what it could still take but must
// leave (R9) stays empty: so nobody has justified envy, by construction. All rules hold by construction too.
#pragma once

#include <cstdint>
#include <vector>

#include "draw/engine/choices.hpp"
#include "draw/engine/compact.hpp"
#include "draw/engine/score.hpp"
#include "draw/rules/seating.hpp"

namespace ankao::draw {

/// Everything that the times before leave to a time. Copied often, so it is one block of numbers.
struct Moment {
  std::vector<int> numbers;
  std::int64_t imbalance = 0, waiting = 0, distance = 0, split = 0, vacant = 0, exceptions = 0, beyond = 0;
};

/// What was seated at one time.
struct Held {
  int room = 0;
  int subject = 0;
  int used = 0;
  std::vector<Share> seats;
};

struct Record {
  std::vector<Held> held; ///< the first `count` are valid; the rest keep their memory
  int count = 0;
  Held& add() {
    if (count == static_cast<int>(held.size())) held.emplace_back();
    return held[static_cast<std::size_t>(count++)];
  }
};

class Decoder {
public:
  Decoder(const Compact& compact, const Choices& choices);

  Moment start() const;
  /// Seats everybody who can sit at time `t` in the cells (in order of the subjects' turn) and moves `moment` past it.
  void step(int t, const std::vector<Cell>& cells, Moment& moment, Record& record);
  /// The same, but chooses the cells: again and again the fullest session of the rarest subject, as long as nothing is left vacant
  /// or somebody would sit there who has fewer than `few_times` times left.
  std::vector<Cell> draft(int t, int few_times, Moment& moment, Record& record);
  Score score(const Moment& moment) const;
  int left(const Moment& moment, int batch) const { return at(moment.numbers, batch); }
  int head(const Moment& moment, int subject) const { return at(moment.numbers, at_head_ + subject); }
  bool last_group_has(const Moment& moment, int institution, int site) const;

  /// Work done since construction, in engine units.
  std::int64_t work() const { return work_; }
  /// Work done elsewhere counts too, and so does a trial that came to nothing: every search ends.
  void spend(std::int64_t units) { work_ += units; }
  void sort_cells(std::vector<Cell>& cells) const;

private:
  struct Desk {
    int room = 0, site = 0, seats = 0;
    int free = 0;   ///< that may be used
    int capped = 0; ///< that are free but kept empty
    int record = -1, excluded = -1, favourite = -1;
    int next = -1; ///< another desk at the same site
    bool generous = false, blocked = false, closed = false;
    const std::vector<Share>* pins = nullptr;
  };
  struct Estimate {
    int room = 0, subject = 0, used = 0;
    bool urgent = false;   ///< somebody would sit there who has few times left
    std::int64_t cost = 0; ///< quality per thousand seats
  };

  void begin(int t, Moment& moment, Record& record);
  void finish();
  void serve(int subject, const Cell* cells, int count);
  void open_desks(int subject, const Cell* cells, int count);
  void close_desks();
  void seat_favourites();
  void seat_pinned();
  void seat_pin(const Share& pin, Desk& desk);
  bool may_open(int subject, const Desk& desk) const;
  void seat_batch(int batch, int only = -1);
  int pick_desk(int batch) const;
  int share_at(int batch, const Desk& desk) const;
  void sit(int batch, Desk& desk, int share);
  void note_visit(int batch, const CompactPlace& place, int site);
  bool may_visit(int batch, const CompactPlace& place, int site, bool excused) const;
  bool body_elsewhere(int batch) const;
  int need(int batch, const Desk& desk) const;
  void block_desks(int batch);
  int first_desk(int site) const { return at(site_stamp_, site) == serve_stamp_ ? at(site_desk_, site) : -1; }
  bool anything_left(int subject) const;
  void count_vacancy();
  bool estimate(Estimate& e);
  std::int64_t imbalance_step(int subject, int pair) const;

  int* left() const { return now_->numbers.data(); }
  int* head() const { return now_->numbers.data() + at_head_; }
  int* month_sessions() const { return now_->numbers.data() + at_sessions_; }
  int* retakes_alone() const { return now_->numbers.data() + at_alone_; }
  int* regulars() const { return now_->numbers.data() + at_regulars_; }
  int* pair_sessions() const { return now_->numbers.data() + at_pairs_; }
  int* visits() const { return now_->numbers.data() + at_visits_; }
  int* groups() const { return now_->numbers.data() + at_groups_; }

  const Compact& c_;
  const Choices& choices_;
  int at_head_, at_sessions_, at_alone_, at_regulars_, at_pairs_, at_visits_, at_groups_, size_;
  std::int64_t past_imbalance_ = 0;
  std::vector<std::int64_t> past_total_; ///< [subject]
  std::int64_t work_ = 0;

  // The time being decoded.
  Moment* now_ = nullptr;
  Record* record_ = nullptr;
  int time_ = 0;
  int few_times_ = 0;
  int stamp_ = 0;
  int opened_ = 0;
  std::vector<Desk> desks_;
  std::vector<int> options_;                ///< indices into desks_
  std::vector<int> site_desk_, site_stamp_; ///< [site] its first desk, valid when the stamp is serve_stamp_
  int serve_stamp_ = 0;
  bool desks_changed_ = false;
  std::vector<int> class_stamp_, class_batch_, key_stamp_, room_stamp_, room_used_, site_count_;
  std::vector<int> attended_, chained_; ///< sets of sites by institution
  std::vector<int> touched_;            ///< institutions
  std::vector<int> mixed_rooms_;
};

} // namespace ankao::draw
