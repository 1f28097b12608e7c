// SPDX-License-Identifier: Apache-2.0
// What the shared rooms of a certificate are to one of its subjects, laid out for many evaluations.
#pragma once

#include <cstdint>
#include <vector>

#include "draw/bounds/certificate.hpp"
#include "draw/rules/model.hpp"

namespace ankao::draw::producing {

/// Batches of one weight or more: each of their candidates that is left out counts `step`.
struct OutlookLayer {
  struct Cut {
    std::int64_t lack = 0;  ///< candidates of some batches who have no seat elsewhere
    std::vector<int> slots; ///< [room] that these batches can use
  };
  int step = 1;
  std::int64_t lack = 0; ///< of all batches of the layer
  std::vector<Cut> cuts; ///< by the rooms that the batches are confined to
};

struct Outlook {
  int subject = 0;
  std::int64_t candidates = 0;
  std::vector<int> seats; ///< [room] of a session
  std::vector<int> most;  ///< [room] sessions that can be of use
  std::vector<OutlookLayer> layers;
  std::vector<int> confined;           ///< batches without a seat elsewhere
  std::vector<std::int64_t> by_shares; ///< Σ weight·unplaced by whole shares, for every number of sessions; empty: not counted

  /// Σ weight·unplaced at least, with so many sessions.
  std::int64_t unplaced(const std::vector<int>& sessions) const;
  /// The same with so many seats, wherever they are.
  std::int64_t unplaced_with_seats(std::int64_t count) const;
};

/// `confined` false: layers without cuts.
Outlook outlook_of(const Model& model, const SharedRooms& shared, int subject, bool confined);

/// Slots of the room within its dates in which a batch of the list may sit.
int slots_for(const Model& model, const SharedRoom& room, const std::vector<int>& batches);

} // namespace ankao::draw::producing
