// SPDX-License-Identifier: Apache-2.0
// A plan's sessions with their ids looked up, and what follows from them: who sits when, whose visits go where.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "draw/check/check.hpp"
#include "draw/check/facts.hpp"

namespace ankao::draw::checking {

struct Share {
  int batch = 0;
  int candidates = 0;
};

struct Sitting {
  int room = 0;
  int site = 0; ///< the room's
  int subject = 0;
  int time = 0;
  int seats = 0; ///< of the room for the subject; 0 when it has none
  std::vector<Share> shares;
  std::string id;    ///< "room date slot subject"
  std::string place; ///< its JSON pointer in the plan
  std::int64_t taken() const;
  std::int64_t held_by(int batch) const;
};

/// A counting batch at a site in a slot.
struct Visit {
  int batch = 0;
  int site = 0;
  int subject = 0;
  int time = 0;
};

class Sittings {
public:
  /// Looks the plan's ids up; what cannot be looked up is a breach of R0 (rooms, subjects, batches) or R4 (dates, slots) and left out.
  Sittings(const Facts& facts, const Plan& plan, std::vector<Breach>& breaches);

  const Facts& facts() const { return *facts_; }
  const Instance& instance() const { return facts_->instance(); }
  const std::vector<Sitting>& all() const { return all_; }
  /// The sittings of one batch, in the plan's order.
  const std::vector<int>& of(int batch) const { return of_batch_[at(batch)]; }
  std::int64_t placed(int batch) const { return placed_[at(batch)]; }
  std::int64_t unplaced(int batch) const { return instance().batches[at(batch)].candidates - placed(batch); }
  /// All seats taken in a room in a slot.
  std::int64_t taken(int room, int time) const;
  /// Seats still free in a sitting: of the room's seats for the subject and of its capacity.
  std::int64_t free(const Sitting& sitting) const;
  /// What the institution's counting batches attend in the plan.
  const std::vector<Visit>& visits(int institution) const { return visits_[at(institution)]; }
  /// Batches of a class that sit in a slot.
  const std::set<int>& class_at(const std::string& class_id, int time) const;

private:
  std::vector<Breach> read(const Session& session, Sitting& out) const;
  void count(const Sitting& sitting, int number);

  const Facts* facts_;
  std::vector<Sitting> all_;
  std::vector<std::vector<int>> of_batch_;
  std::vector<std::int64_t> placed_;
  std::map<std::pair<int, int>, std::int64_t> taken_;
  std::vector<std::vector<Visit>> visits_;
  std::map<std::pair<std::string, int>, std::set<int>> class_at_;

  std::map<std::string, int> rooms_, sites_, subjects_, batches_, dates_, slots_;
};

std::string session_id(const Session& session);

} // namespace ankao::draw::checking
