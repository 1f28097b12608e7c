// SPDX-License-Identifier: Apache-2.0
// Local search on a plan's shares (roster.hpp): each trial takes a few shares out and seats them anew where that is cheapest, and is
// kept by the weighed levels and a threshold that falls with the work done. One level after another is worked on, while those above
// it may not rise any more. The sequence of trials depends on the instance and on constants alone.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "draw/engine/chance.hpp"
#include "draw/engine/pool.hpp"
#include "draw/engine/roster.hpp"

namespace ankao::draw {

class Refine {
public:
  using Told = std::function<void(std::int64_t work, const Score& best)>;

  Refine(const Field& field, std::uint64_t start);
  /// Starts from the plan. Whatever it costs, the result is no worse. `afresh`: where people stay without a seat, it may look far from it.
  void run(const Seating& plan, std::int64_t work_limit, bool afresh, const Told& told);
  Seating best_seating();
  const Score& best_score() const { return best_; }
  std::int64_t work() const;
  std::int64_t trials() const { return trials_; }
  const Roster& roster() const { return roster_; }

private:
  /// What a stretch of the search works on: the levels above it stay as good as in the best plan.
  struct Aim {
    int locked = 0; ///< levels
    int left_out = 0, unplaced = 0, exceptions = 0, beyond = 0, envy = 0, vacant = 0; ///< weights, in units
    int hot = 0, cold = 0; ///< sixteenths of a unit
    int part = 0;          ///< of the work, in hundredths
    bool seats_alone = false; ///< level U alone, from a heat that it gives itself
  };
  static const std::vector<Aim>& aims();
  void work_on_seats(const Aim& after, std::int64_t work_limit, const Told& told);
  void set_heat(std::int64_t rest);
  bool worth(const Aim& aim) const;
  void work_on(const Aim& aim, std::int64_t work_limit, const Told& told);
  void trial();
  bool above_best(const Score& score, int levels) const;
  Wide energy(const Score& score) const;
  bool repair();
  void back_to_best();
  void list_spots();
  void look_at_batch(int batch);
  void look_at_room(int slot);

  // What is taken out.
  bool ruin();
  bool ruin_for_lacking();
  bool ruin_for_left_out();
  bool ruin_for_envious();
  bool ruin_for_envied();
  bool ruin_vacant();
  bool ruin_some();
  void ruin_batch(int batch);
  void ruin_session(int slot);
  void ruin_room(int slot);
  void ruin_place_for(int batch);
  void ruin_between(int batch, int from);
  void ruin_mates(int batch, int count);
  void take_latest(int batch);
  void loosen(int batch);
  int any_seated();
  int any_slot_of(int batch);

  // Where it goes.
  void recreate();
  void place(int batch);
  bool place_within(int batch, int from, int to, bool excused = false);
  Wide cost(int batch, int slot, int share) const;

  template <class V>
  auto any(const V& v) {
    return at(v, chance_.below(count_of(v)));
  }

  const Field& f_;
  Roster roster_;
  Sequence chance_;
  std::vector<std::vector<int>> slots_; ///< [pair] slots in which a room is open
  std::vector<int> batches_;            ///< that could sit somewhere
  std::vector<std::vector<int>> mates_; ///< [institution] the same
  Pool lacking_, envious_; ///< batches without a seat or beyond their offer; that envy somebody
  Pool vacant_;            ///< slots
  std::vector<int> loose_, in_session_, left_out_;
  std::size_t first_loose_ = 0; ///< those before it are seated first, in this order
  Aim aim_;
  std::int64_t shortage_ = 0; ///< level U where the stretch began
  std::int64_t hopeless_ = 0; ///< level U of those who can sit nowhere at all
  std::int64_t unit_ = 1, heat_ = 0;
  Wide now_ = 0;
  Score current_, best_;
  std::int64_t trials_ = 0;
};

} // namespace ankao::draw
