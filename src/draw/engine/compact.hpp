// SPDX-License-Identifier: Apache-2.0
// The model flattened for inner loops.
#pragma once

#include <cstdint>
#include <vector>

#include "draw/rules/model.hpp"

namespace ankao::draw {

struct CompactBatch {
  int candidates = 0;
  int institution = 0;
  int subject = 0;
  int class_index = 0;
  int weight = 1;
  int offer = 0;
  int order = 0;       ///< length of the drawn order
  int first_place = 0; ///< of the drawn order in Compact::order_sites
  int fragment = 1;    ///< min(min_fragment, candidates), at least 1
  int least_rest = 1;  ///< the smallest rest that some room can still take
  bool counts = false;
  bool chained = false;
  bool regular = true;
};

/// A batch at a site.
struct CompactPlace {
  int place = -1; ///< in the drawn order, -1 = not eligible
  int cost = 0;   ///< 10 · band + inner
  int key = -1;   ///< of R7
};

struct Compact {
  explicit Compact(const Model& model);

  int seats(int room, int subject) const { return room_seats[index(room, subject_count, subject)]; }
  const CompactPlace& place(int batch, int site) const { return places[index(batch, site_count, site)]; }
  bool ready(int batch, int time) const { return readiness[index(batch, times, time)] != 0; }
  int order_site(int batch, int place) const { return at(order_sites, at(batches, batch).first_place + place); }
  /// Times after `time` when the batch could sit in its offer, as far as rooms and dates go.
  int times_left(int batch, int time) const { return chances[index(batch, times, time)]; }
  int pair(int subject, int site) const { return pairs[index(subject, site_count, site)]; }
  static std::size_t index(int row, int width, int column) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column);
  }

  const Model& model;
  int times, batch_count, subject_count, site_count, room_count, institution_count, class_count, key_count;
  int pair_count = 0;
  std::vector<CompactBatch> batches;
  std::vector<CompactPlace> places;
  std::vector<int> order_sites;
  std::vector<int> chances;
  std::vector<char> readiness;
  std::vector<int> room_seats;
  std::vector<int> room_site, room_capacity;
  std::vector<char> room_exclusive;
  std::vector<int> pairs;                 ///< index of (subject, site) among those that offer it; -1
  std::vector<std::int64_t> pair_past;    ///< sessions of the year before the month
  std::vector<std::int64_t> rarity;       ///< [subject]
  std::vector<std::int64_t> total_weight; ///< [subject] d of level U
  std::vector<int> smallest_fragment;     ///< [subject]
  std::vector<int> subject_turn;          ///< [subject] place in the order in which subjects are served: rarest first (S-3.6)
  std::vector<int> max_sessions;          ///< [subject], large when there is no limit
  int max_sessions_per_slot;
  int max_sites;                               ///< per institution and slot
  std::vector<int> limit;                      ///< [key] visits of the month before an exception
  std::vector<std::vector<int>> room_subjects; ///< [room]
  std::vector<std::vector<int>> open_times;    ///< [room]
  std::vector<std::vector<int>> open_rooms;    ///< [time]
  std::vector<std::vector<int>> subject_rooms; ///< [subject] rooms that have it and open at least once
};

} // namespace ankao::draw
