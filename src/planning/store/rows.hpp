// SPDX-License-Identifier: Apache-2.0
// The rows of a plan that people search: parties, batches, sessions, seats. Written when a plan is frozen and drawn, never changed after
// publication; names are those of the day of freezing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "planning/rules/distance.hpp"
#include "planning/words/booking.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

struct PlanKey {
  Month month;
  int version = 1;
};

struct PartyRow {
  std::string kind; ///< "institution" or "site"
  std::string id, name, district;
  Point place;
  bool marked = false; ///< the place is its district's centre
  bool public_base = false;
};

struct BatchRow {
  std::string id, class_id, institution, institution_name, subject, subject_name;
  BookingKind kind = BookingKind::Regular;
  bool own_school = false;
  Date started, completed;
  std::optional<Date> not_before, finish_by;
  int carried = 0, candidates = 0, placed = 0;
  std::string state = "unplaced"; ///< placed, partly, unplaced
  std::string waiver;             ///< name of the basis, or empty
  std::string first_date;         ///< of its sessions
  std::int64_t distance_m = 0;    ///< of its farthest place
  std::string because;            ///< "site:rule site:rule" of what stays unplaced
};

struct SessionRow {
  std::string id, date, slot;
  int slot_place = 0;
  std::string site, site_name, district, room, room_name, subject, subject_name;
  int seats = 0, candidates = 0;
};

struct SeatRow {
  std::string session, batch, institution;
  int candidates = 0;
  std::int64_t distance_m = 0;
};

void put_parties(db::Transaction& transaction, PlanKey key, const std::vector<PartyRow>& rows);
void put_batches(db::Transaction& transaction, PlanKey key, const std::vector<BatchRow>& rows);
/// Sets what the draw gave them.
void place_batches(db::Transaction& transaction, PlanKey key, const std::vector<BatchRow>& rows);
void put_sessions(db::Transaction& transaction, PlanKey key, const std::vector<SessionRow>& sessions, const std::vector<SeatRow>& seats);

std::map<std::string, PartyRow> parties(db::Transaction& transaction, PlanKey key, const std::string& kind);

struct SessionFilter {
  std::string q, site, institution, subject, district, date, slot, order = "date, slot_place, id"; ///< order: SQL
  std::int64_t limit = 50, offset = 0;
};
struct SessionList {
  std::int64_t total = 0, candidates = 0;
  std::vector<SessionRow> items;
};
SessionList list_sessions(db::Transaction& transaction, PlanKey key, const SessionFilter& filter);

struct BatchFilter {
  std::string q, institution, subject, kind, state, waiver, order = "id"; ///< order: SQL
  std::int64_t limit = 50, offset = 0;
};
struct BatchList {
  std::int64_t total = 0, candidates = 0, placed = 0;
  std::vector<BatchRow> items;
};
BatchList list_batches(db::Transaction& transaction, PlanKey key, const BatchFilter& filter);
std::optional<BatchRow> find_batch(db::Transaction& transaction, PlanKey key, const std::string& id);
std::vector<BatchRow> batches_by_id(db::Transaction& transaction, PlanKey key, const std::vector<std::string>& ids);

/// Seats of these sessions, by session, then batch.
std::vector<SeatRow> seats_of_sessions(db::Transaction& transaction, PlanKey key, const std::vector<std::string>& sessions);
/// Seats of these batches with their sessions, by batch, then time.
struct PlaceRow {
  SeatRow seat;
  SessionRow session;
};
std::vector<PlaceRow> places_of_batches(db::Transaction& transaction, PlanKey key, const std::vector<std::string>& batches);

struct CellRow {
  std::string date, slot;
  std::int64_t sessions = 0, seats = 0, candidates = 0;
};
std::vector<CellRow> calendar(db::Transaction& transaction, PlanKey key, const SessionFilter& filter);

} // namespace ankao::planning
