// SPDX-License-Identifier: Apache-2.0
// A seating that grows share by share and knows at every moment which rules would stand in the way of the next one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "draw/rules/model.hpp"
#include "draw/rules/seating.hpp"

namespace ankao::draw {

/// A set of rules: bit n stands for Rn.
using Barriers = unsigned;
constexpr Barriers barrier(int rule) { return 1U << rule; }

class Board {
public:
  explicit Board(const Model& model);
  Board(const Model& model, const Seating& seating);

  /// What stands in the way of seating `candidates` more of the batch there; 0 = nothing. R1 is not asked: the site must be in
  /// the batch's drawn order. Joins the session of its subject when there is one, else opens it.
  Barriers barriers(int batch, int room, int time, int candidates) const;
  /// Seats the batch could still take in that room then, by R2 and R3 alone.
  int free_seats(int batch, int room, int time) const;
  /// How many of the batch to seat there so that R9 holds for this share and for what is left of it; 0 = none.
  int fitting_share(int batch, int room, int time) const;
  void seat(int batch, int room, int time, int candidates);

  int left(int batch) const { return at(left_, batch); }
  bool has_session(int room, int time, int subject) const { return find(room, time, subject) != nullptr; }
  Seating seating() const;
  /// R6: the times of the institution's first two neighbouring groups that share a site, -1 for the history's latest group.
  std::optional<std::pair<int, int>> first_repeat(int institution) const;

private:
  using Sites = std::map<int, int>; ///< site -> shares there
  struct InRoom {
    int subject = 0;
    int used = 0;
    std::vector<Share> seats;
  };
  const InRoom* find(int room, int time, int subject) const;
  bool breaks_chain(int institution, int site, int time) const;
  bool breaks_limit(const BatchFacts& facts, int site, int time) const;
  bool breaks_site_cap(int institution, int site, int time) const;
  bool breaks_quota(int subject, int time) const;
  std::size_t cell(int room, int time) const {
    return static_cast<std::size_t>(room) * static_cast<std::size_t>(model_.times) + static_cast<std::size_t>(time);
  }

  const Model& model_;
  std::vector<int> left_;
  std::vector<std::vector<InRoom>> rooms_;     ///< [cell]
  std::vector<std::map<int, Sites>> chains_;   ///< [institution] time -> sites of its chained batches
  std::vector<std::map<int, Sites>> attended_; ///< the same of its counting batches
  std::vector<std::map<int, int>> visits_;     ///< [visit key] time -> shares
  std::map<std::pair<int, int>, int> bodies_;  ///< (class, time) -> batch
  std::vector<int> by_subject_, by_time_;      ///< sessions
};

} // namespace ankao::draw
