// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::ledger::dto {

struct LedgerFinding {
  std::string kind; ///< edited, deleted, reordered, added, node, truncated, checkpoint, signature, replaced, older, shard
  std::int64_t first = 0;
  std::int64_t last = 0;
};
BOOST_DESCRIBE_STRUCT(LedgerFinding, (), (kind, first, last))

struct LedgerCheck {
  std::int64_t id = 0;
  Instant at;
  std::string account;
  std::int64_t size = 0;
  bool intact = false;
  std::vector<LedgerFinding> findings;
};
BOOST_DESCRIBE_STRUCT(LedgerCheck, (), (id, at, account, size, intact, findings))

struct LedgerLastCheck {
  std::optional<LedgerCheck> check;
};
BOOST_DESCRIBE_STRUCT(LedgerLastCheck, (), (check))

struct LedgerTerm {
  std::string id;
  std::string name;
  std::string clause;
  std::optional<int> years; ///< none: never expires
  std::vector<std::string> kinds;
  std::optional<Month> expires_before; ///< months before this one may go today, unless held
};
BOOST_DESCRIBE_STRUCT(LedgerTerm, (), (id, name, clause, years, kinds, expires_before))

struct LedgerShard {
  std::string month;
  std::string term;
  Instant expired_at;
  std::int64_t event = 0;
  std::int64_t events = 0;
};
BOOST_DESCRIBE_STRUCT(LedgerShard, (), (month, term, expired_at, event, events))

struct LedgerRetention {
  std::vector<LedgerTerm> terms;
  std::vector<LedgerShard> expired;
  std::optional<Month> oldest; ///< month of the oldest event with its payload
};
BOOST_DESCRIBE_STRUCT(LedgerRetention, (), (terms, expired, oldest))

struct LedgerHold {
  std::string id;
  Month first;
  Month last;
  std::string term;
  std::string reason;
  std::string placed_by;
  Instant placed_at;
  std::string lift_reason;
  std::string lifted_by;
  std::optional<Instant> lifted_at;
};
BOOST_DESCRIBE_STRUCT(LedgerHold, (), (id, first, last, term, reason, placed_by, placed_at, lift_reason, lifted_by, lifted_at))

struct LedgerHolds {
  std::vector<LedgerHold> items;
};
BOOST_DESCRIBE_STRUCT(LedgerHolds, (), (items))

struct LedgerHoldForm {
  Month first;
  Month last;
  std::optional<std::string> term;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(LedgerHoldForm, (), (first, last, term, reason))

struct LedgerLiftForm {
  std::string id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(LedgerLiftForm, (), (id, reason))

} // namespace ankao::ledger::dto
