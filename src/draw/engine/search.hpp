// SPDX-License-Identifier: Apache-2.0
// Local search from a given plan, for months so tight that first come, first served leaves somebody out who could have a seat: all
// shares are pinned at first and let go wherever that makes the plan no worse. Each trial changes one or two times of the grid and
// decodes again from the earliest of them; it is kept when it is no worse than what stood some hundred trials ago (late acceptance),
// level by level. Stops when its work limit is spent; the sequence of trials depends on the instance and on constants alone.
#pragma once

#include <functional>
#include <limits>
#include <utility>
#include <vector>

#include "draw/engine/chance.hpp"
#include "draw/engine/decoder.hpp"
#include "draw/engine/envy_count.hpp"

namespace ankao::draw {

constexpr Score k_worst{std::numeric_limits<std::int64_t>::max(), 0, 0, 0, 0, 0};

class Search {
public:
  using Told = std::function<void(std::int64_t work, const Score& best)>;

  explicit Search(const Compact& compact);
  /// Runs until `work_limit` engine units are spent.
  void improve(const Seating& plan, std::int64_t work_limit, const Told& told);
  /// There is something to gain above level V.
  bool tight(const Score& score) const;
  Seating best_seating() const;
  const Score& best_score() const { return best_; }
  int trials() const { return trials_; }

private:
  struct Edit {
    int time = 0;
    std::vector<Cell> cells;
  };
  struct Spot {
    int time = 0, room = 0, subject = 0;
  };

  struct Toggle {
    std::vector<char>* flags = nullptr;
    int batch = 0;
  };

  void descend(std::int64_t work_limit, const Told& told);
  void start_from(const Seating& seating);
  Choices pinned_choices(const Seating& seating) const;
  void back_to_best();
  void be_fairer(std::int64_t work_limit);
  void loosen(std::int64_t work_limit);
  void loosen_spots(const Spot* from, const Spot* to, std::int64_t work_limit);
  void loosen_shares(const Spot& spot, std::int64_t work_limit);
  bool try_loosening(const Spot* from, const Spot* to);
  bool try_edits();
  bool propose_exchange();
  bool propose_ejection(int batch);
  bool propose_return();
  bool find_seat(int batch, int time, Spot& spot) const;
  Cell* edited_cell(const Spot& spot);
  enum class Acceptance { Late, Any };
  void trial(Acceptance acceptance);
  void kick();
  bool propose_fairness();
  bool propose();
  bool propose_open();
  bool propose_bend();
  bool has_unfair_cells() const;
  std::int64_t envy_of_trial(int from);
  static void append(Seating& seating, int time, const Record& record);
  bool propose_close();
  bool propose_move();
  bool propose_swap();
  bool propose_for_unplaced();
  bool propose_tightening();
  void toggle(std::vector<char>& flags, int batch, char value);
  void undo_toggles();
  bool could_ever_sit(int batch) const;
  bool pick_session(Spot& spot);
  bool pick_opening(int batch, Spot& spot);
  void put(const Spot& spot);
  void favour(int batch, const Spot& spot);
  void take(const Spot& spot);
  std::vector<Cell>& edited(int time);
  void swap_edits();
  void decode_from(int time);
  void keep(int from);
  void remember();
  std::vector<int> unplaced() const;

  const Compact& c_;
  Choices choices_;
  Decoder decoder_;
  EnvyCount envy_;
  Sequence chance_;
  std::vector<Moment> moments_, trial_moments_; ///< [time], the last one after the month
  std::vector<Record> records_, trial_records_;
  std::vector<Edit> edits_;
  std::vector<Toggle> toggled_;
  std::vector<std::pair<int, int>> pairs_, trial_pairs_; ///< with justified envy
  std::vector<int> hopeful_;                             ///< batches that could sit somewhere, in first-come order
  int trials_ = 0, steps_ = 0, last_gain_ = 0, last_best_ = 0, last_tight_gain_ = 0;
  std::int64_t hopeless_ = 0; ///< level U of those who can sit nowhere at all
  bool forcing_ = false;      ///< the next trial seats somebody who has no seat, or none in the offer
  Choices best_choices_;
  int trial_from_ = 0;
  Score current_, trial_score_, best_;
  Score worst_worth_;       ///< a trial above this will not be kept, so its envy need not be counted
  std::vector<Record> best_records_;
  std::vector<Score> late_;
  std::size_t late_at_ = 0;
};

} // namespace ankao::draw
