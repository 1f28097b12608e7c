// SPDX-License-Identifier: Apache-2.0
// The ceremony's types.
//   GET  /api/ceremonies                     ceremony.list  -> Ceremonies      (public)
//   GET  /api/ceremonies/{month}             ceremony.show  -> CeremonyView    (public, at every stage)
//   GET  /api/seeds/own?month=               seed.own       -> OwnPart
//   POST /api/seeds/commitments              seed.commit    CommitBody -> OwnPart
//   POST /api/seeds/reveals                  seed.reveal    RevealBody -> OwnPart
#pragma once

#include <boost/describe.hpp>

#include "planning/routes/api.hpp"
#include "planning/words/ceremony.hpp"

namespace ankao::planning {

BOOST_DESCRIBE_ENUM(Phase, Committing, Revealing, Waiting, Due, Announced, Seeded)

namespace dto {

struct CeremonyItem {
  std::string month;
  int version = 1;
  Stage stage = Stage::Frozen;
  Phase phase = Phase::Committing;
  bool demo = false;
  std::string frozen_at, commitments_until, reveals_until, available_at;
};
BOOST_DESCRIBE_STRUCT(CeremonyItem, (), (month, version, stage, phase, demo, frozen_at, commitments_until, reveals_until, available_at))

struct Ceremonies {
  std::vector<CeremonyItem> items; ///< newest first
};
BOOST_DESCRIBE_STRUCT(Ceremonies, (), (items))

/// Somebody who may commit; empty texts: not done.
struct PartyItem {
  std::string id, name;
  std::string role; ///< institution, site, officer
  std::string commitment, committed_at, nonce, revealed_at;
  bool absent = false; ///< committed, and the reveals are closed without its nonce
};
BOOST_DESCRIBE_STRUCT(PartyItem, (), (id, name, role, commitment, committed_at, nonce, revealed_at, absent))

struct CeremonyView {
  CeremonyItem ceremony;
  std::string source, how;
  std::string instance_sm3, rule_sm3, engine;
  std::int64_t work_limit = 0, batches = 0, candidates = 0;
  std::int64_t invited = 0;
  std::vector<PartyItem> parties; ///< those who committed, by id
  std::string value, value_at, seed, plan_sm3; ///< empty until they stand
  std::optional<FileItem> bundle;              ///< once published
};
BOOST_DESCRIBE_STRUCT(CeremonyView, (),
                      (ceremony, source, how, instance_sm3, rule_sm3, engine, work_limit, batches, candidates, invited, parties, value, value_at, seed, plan_sm3, bundle))

struct OwnPart {
  CeremonyItem ceremony;
  PartyItem party;
};
BOOST_DESCRIBE_STRUCT(OwnPart, (), (ceremony, party))

struct CommitBody {
  Month month;
  std::string commitment; ///< SM3(id | 0x00 | nonce), 64 small hexadecimal digits
};
BOOST_DESCRIBE_STRUCT(CommitBody, (), (month, commitment))

struct RevealBody {
  Month month;
  std::string nonce; ///< 64 small hexadecimal digits
};
BOOST_DESCRIBE_STRUCT(RevealBody, (), (month, nonce))

} // namespace dto
} // namespace ankao::planning
