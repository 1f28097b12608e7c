// SPDX-License-Identifier: Apache-2.0
// The producer's reading of an instance: which batch may sit in which room on which day and what a seat there costs, laid out for
// many quick evaluations. Rooms open twice on a day are one group with two slots: nothing in the relaxations tells them apart.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "draw/bounds/certificate.hpp"
#include "draw/rules/model.hpp"
#include "draw/words/plan.hpp"

namespace ankao::draw::producing {

inline constexpr std::int64_t k_scale = 4096;
/// More seats to weigh than this would take more memory and time than a bound is worth.
inline constexpr std::size_t k_most_bids = 16'000'000;

struct Bid {
  int batch = 0;
  int key = -1;          ///< into Frame::keys, -1: makes no visit that counts
  std::int64_t cost = 0; ///< of a seat, in 1/k_scale
  int least = 1, limit = 0; ///< of a share (R9, R2)
  bool beyond = false;
};

struct Group {
  int room = 0;
  int slots = 1;
  int first = 0, last = 0; ///< into Frame::offers
};

/// What one subject finds in a group.
struct Offer {
  int subject = 0;
  int seats = 0;
  int vacancy_limit = 0;
  int first = 0, last = 0; ///< into Frame::bids
};

struct Key {
  std::array<int, 3> id{}; ///< institution, site, subject
  std::int64_t seats = 0;  ///< that R7 leaves
  bool tight = false;      ///< its batches could want more
};

/// Rooms up to so many seats are filled with whole shares, larger ones as if shares were divisible.
inline constexpr int k_most_whole = 512;

struct Frame {
  Aim aim = Aim::Quality;
  const Model* model = nullptr;
  std::vector<Group> groups;
  std::vector<Offer> offers;
  std::vector<Bid> bids;
  std::vector<Key> keys;
  std::vector<std::int64_t> reach; ///< [batch] candidates that could find a seat at all
  std::int64_t share_cost = 0;     ///< of every share, whatever its size, in 1/k_scale
  bool fits = true;                ///< false: the numbers or their count are beyond the producer
};

/// `keep_beyond` false: seats outside the offer are left out. `of_subject` -1: all subjects.
Frame make_frame(const Model& model, const Levels& levels, Aim aim, int of_subject = -1);

/// Candidates of each batch that could find a seat if nobody else sat.
std::vector<std::int64_t> reachable(const Model& model);

/// Slots of the date in which the room is open.
int open_slots(const Model& model, int room, int date);
/// The batch may sit in the room on the date when a slot is open: R1, R4, R5.
bool may_sit(const Model& model, int batch, int room, int date);
/// Seats of one session (R2), 0: none.
int session_seats(const Model& model, int room, int subject);
/// The most seats for the subject at the site in one (date, slot).
std::int64_t seats_at_once(const Model& model, int site, int subject);

} // namespace ankao::draw::producing
