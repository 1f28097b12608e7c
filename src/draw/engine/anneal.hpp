// SPDX-License-Identifier: Apache-2.0
// Local search on the grid of a month: each trial changes a few cells and is kept by its energy (the levels weighed against each
// other) and a threshold that falls with the work done; the best month by the levels themselves is remembered. The sequence of
// trials depends on the instance and on constants alone.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "draw/engine/chance.hpp"
#include "draw/engine/month.hpp"

namespace ankao::draw {

class Anneal {
public:
  using Told = std::function<void(std::int64_t work, const Score& best)>;

  Anneal(const Field& field, std::uint64_t start);
  void run(std::int64_t work_limit, const Told& told);
  Seating best_seating();
  const Score& best_score() const { return best_; }
  std::int64_t work() const { return month_.work(); }
  int trials() const { return trials_; }
  const Month& month() const { return month_; }

private:
  struct Spot {
    int time = 0, use = 0;
  };
  bool could_ever_sit(int batch) const;
  void draft();
  void set_scale();
  std::int64_t energy(const Score& score) const;
  void cool(std::int64_t work_limit);
  void trial();
  void remember();
  void secure_best();
  void back_to_best();
  bool propose();
  bool propose_for_left();
  bool propose_plainer();
  bool reserve_for(int batch);
  bool propose_earlier();
  bool propose_fuller();
  bool propose_move();
  bool propose_times();
  bool propose_rooms();
  bool propose_subject();
  bool open_for(int batch, int before, bool reserved);
  bool pick(Spot& spot);
  int any_batch();
  int vacancy(const Spot& spot) const;
  bool propose_other_room(const Spot& spot);
  int any_time(int room) { return at(f_.compact.open_times, room)[static_cast<std::size_t>(chance_.below(count_of(at(f_.compact.open_times, room))))]; }
  template <class V>
  auto any(const V& v) {
    return at(v, chance_.below(count_of(v)));
  }
  void move(const Spot& from, const Spot& to);
  void list_lacking();
  void list_vacant();

  const Field& f_;
  Month month_;
  Sequence chance_;
  std::vector<int> batches_; ///< that could sit somewhere
  std::vector<int> lacking_; ///< without a seat, or beyond their offer
  bool lacking_known_ = false;
  std::vector<Spot> vacant_; ///< sessions that are counted in V
  bool vacant_known_ = false;
  std::int64_t unit_ = 1; ///< of energy: about the quality of one candidate
  std::int64_t heat_ = 0;
  bool late_ = false; ///< half of the work is done: R7 may be exceeded for those who still have no seat
  std::int64_t now_ = 0; ///< energy
  std::vector<std::pair<int, int>> envious_;
  Score current_, best_;
  bool at_best_ = false;
  Month::Decided best_decided_;
  int trials_ = 0;
};

} // namespace ankao::draw
