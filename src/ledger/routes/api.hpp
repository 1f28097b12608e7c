// SPDX-License-Identifier: Apache-2.0
// What the API shows of the log. Hashes and signatures in hexadecimal.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::ledger::dto {

struct LedgerCheckpoint {
  std::string origin;
  std::int64_t size = 0;
  std::string root;
  Instant at;
  std::string text;      ///< the signed bytes
  std::string signature; ///< SM2, DER
};
BOOST_DESCRIBE_STRUCT(LedgerCheckpoint, (), (origin, size, root, at, text, signature))

struct LedgerNewest {
  std::optional<LedgerCheckpoint> checkpoint; ///< none while the log is empty
};
BOOST_DESCRIBE_STRUCT(LedgerNewest, (), (checkpoint))

struct LedgerCheckpointSearch {
  std::optional<Date> from; ///< day of sealing
  std::optional<Date> to;   ///< that day included
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(LedgerCheckpointSearch, (), (from, to, page, size, sort))

struct LedgerCheckpoints {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<LedgerCheckpoint> items;
};
BOOST_DESCRIBE_STRUCT(LedgerCheckpoints, (), (total, page, size, items))

struct LedgerKey {
  std::string origin;
  std::string algorithm; ///< "SM2 with SM3, user id 1234567812345678"
  std::string point;     ///< 65 bytes
  std::string pem;
};
BOOST_DESCRIBE_STRUCT(LedgerKey, (), (origin, algorithm, point, pem))

struct LedgerProofOf {
  std::int64_t number = 0;
  std::int64_t size = 0; ///< of the tree; 0: that of the first checkpoint over the event, or of the whole log
};
BOOST_DESCRIBE_STRUCT(LedgerProofOf, (), (number, size))

struct LedgerProof {
  std::int64_t number = 0;
  std::int64_t size = 0;
  std::string leaf;
  std::vector<std::string> path; ///< from the leaf up
  std::string root;
  std::optional<LedgerCheckpoint> checkpoint; ///< signed statement of this root; none when not sealed yet
};
BOOST_DESCRIBE_STRUCT(LedgerProof, (), (number, size, leaf, path, root, checkpoint))

struct LedgerSpan {
  std::int64_t from = 0;
  std::int64_t to = 0;
};
BOOST_DESCRIBE_STRUCT(LedgerSpan, (), (from, to))

struct LedgerConsistency {
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::string from_root;
  std::string to_root;
  std::vector<std::string> path;
};
BOOST_DESCRIBE_STRUCT(LedgerConsistency, (), (from, to, from_root, to_root, path))

struct LedgerSearch {
  std::string q;
  std::string action;
  std::string subject;
  std::string account;
  std::optional<Date> from;
  std::optional<Date> to;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(LedgerSearch, (), (q, action, subject, account, from, to, page, size, sort))

struct LedgerEvent {
  std::int64_t number = 0;
  Instant at;
  std::string account;
  std::string name;
  std::string role;
  std::string scope;
  std::string behalf;
  std::string action;
  std::string action_zh; ///< what the action is called
  std::string action_en;
  std::string subject;
  std::string before;
  std::string after;
  std::string clause;
  std::string reason;
  std::string bytes; ///< the leaf bytes (docs/ledger-format.md)
};
BOOST_DESCRIBE_STRUCT(LedgerEvent, (), (number, at, account, name, role, scope, behalf, action, action_zh, action_en, subject, before, after, clause, reason, bytes))

struct LedgerEvents {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<LedgerEvent> items; ///< newest first
};
BOOST_DESCRIBE_STRUCT(LedgerEvents, (), (total, page, size, items))

struct LedgerEventId {
  std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(LedgerEventId, (), (number))

} // namespace ankao::ledger::dto
