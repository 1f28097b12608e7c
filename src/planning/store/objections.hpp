// SPDX-License-Identifier: Apache-2.0
// Objections to published plans.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "planning/words/after.hpp"

namespace ankao::planning {

/// Adds it, or writes what may change; the id says which.
void put_objection(db::Transaction& transaction, const Objection& objection);
std::optional<Objection> find_objection(db::Transaction& transaction, const std::string& id);
std::optional<Objection> objection_by_receipt(db::Transaction& transaction, const std::string& receipt_sm3);
/// Upheld and not yet repaired, by id.
std::vector<Objection> open_repairs(db::Transaction& transaction, Month month);

struct ObjectionFilter {
  std::string q, state, month, institution;
  bool own_only = false;    ///< filed by the institution itself
  std::string order = "id"; ///< SQL
  std::int64_t limit = 50, offset = 0;
};
struct ObjectionList {
  std::int64_t total = 0;
  std::vector<Objection> items;
};
ObjectionList list_objections(db::Transaction& transaction, const ObjectionFilter& filter);

/// A change of place that a redraw made, as people read it.
struct Move {
  std::string batch, class_id, institution, institution_name, subject;
  bool came = false; ///< else: left
  std::string date, slot, site, site_name, room_name;
  int candidates = 0;
  bool lost = false;
};
void put_moves(db::Transaction& transaction, Month month, int version, const std::vector<Move>& moves);
struct MoveFilter {
  std::string q, institution, site;
  std::string order = "number"; ///< SQL
  std::int64_t limit = 50, offset = 0;
};
struct MoveList {
  std::int64_t total = 0;
  std::vector<Move> items;
};
MoveList list_moves(db::Transaction& transaction, Month month, int version, const MoveFilter& filter);

} // namespace ankao::planning
