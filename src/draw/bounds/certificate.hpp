// SPDX-License-Identifier: Apache-2.0
// Lower bounds of a plan's levels and what proves them ("ankao-draw-bounds/1", docs/draw-bounds.md), by index, as plain values.
// A bound is valid for every lawful plan whose higher levels stand at the plan's values. Every proof is a weak-duality argument:
// whatever numbers stand in a certificate, the value computed from them is a lower bound, so that only the claim can be wrong.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"

namespace ankao::draw {

/// Multipliers of a Lagrangian relaxation, all in units of 1/scale.
struct Prices {
  std::int64_t scale = 1;
  std::vector<std::int64_t> batch;                   ///< [batch] what a seat for one more candidate is worth; any sign
  std::vector<std::int64_t> session;                 ///< [subject] of one session more, where the month's sessions are limited
  std::map<std::array<int, 3>, std::int64_t> visit;  ///< (institution, site, subject): of a seat there, R7
  std::int64_t beyond = 0;                           ///< of one candidate beyond its offer, X
  std::int64_t vacancy = 0;                          ///< of one vacant seat, V
  std::map<std::pair<int, int>, std::int64_t> tangent; ///< (subject, site): sessions at which the imbalance is linearised
};

/// At least `unplaced` (weighted as in level U) of a subject find no seat.
struct SubjectShortage {
  int subject = 0;
  std::int64_t unplaced = 0;
  Prices prices;
};

/// An exclusive room on some dates, both ends included.
struct SharedRoom {
  int room = 0;
  Date from, to;
};

/// Level U of these subjects together: a slot of an exclusive room serves one of them (R3). Without prices every division of the
/// rooms' slots is tried; with them, one for each room, a slot costs its price and what all slots are worth is taken off again.
struct SharedRooms {
  std::vector<int> subjects;
  std::vector<SharedRoom> rooms;
  std::optional<std::vector<std::int64_t>> prices;
};

/// An institution cannot place its batches of a subject with fewer visits above R7's limit.
struct NeededExceptions {
  int institution = 0, subject = 0;
  std::int64_t exceptions = 0;
};

/// least[p]: no set of sessions that holds p candidates of the subject leaves fewer vacant seats.
struct CoinTable {
  int subject = 0;
  std::vector<std::int64_t> least;
};

struct Bounds {
  std::string instance_sm3, plan_sm3;               ///< hex
  std::array<std::optional<std::int64_t>, 6> levels; ///< U, E, X, J, V, Q
  std::vector<SubjectShortage> shortages;           ///< U
  std::vector<SharedRooms> shared;                  ///< U, of subjects that share rooms
  std::vector<NeededExceptions> exceptions;         ///< E
  std::optional<Prices> beyond;                     ///< X
  std::vector<CoinTable> coins;                     ///< V, for some subjects
  std::optional<Prices> vacancy;                    ///< V, for the others
  std::optional<Prices> quality;                    ///< Q
};

enum class Aim { Shortage, Beyond, Vacancy, Quality };

/// The largest price a certificate may hold, either sign, and the largest scale: 128 bits then do for all but absurd instances.
inline constexpr std::int64_t k_most_price = std::int64_t{1} << 60;
inline constexpr std::int64_t k_most_scale = std::int64_t{1} << 20;

/// Without prices a certificate names at most so many rooms, and tries at most so many sums: numbers of slots used, of all rooms, times
/// the numbers of sessions that its subjects can have. With prices: candidates times rooms times the digits of their slots.
inline constexpr int k_most_divided_rooms = 6;
inline constexpr std::int64_t k_most_divisions = std::int64_t{1} << 26;
/// Whole shares are counted for subjects with no more than so many (candidates left of each batch) times (numbers of sessions) times (ways
/// to fill a session), in rooms of no more than so many seats; others as if shares were divisible.
inline constexpr std::int64_t k_most_packings = std::int64_t{1} << 26;
inline constexpr std::int64_t k_most_packed_seats = 512;

} // namespace ankao::draw
