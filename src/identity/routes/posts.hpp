// SPDX-License-Identifier: Apache-2.0
// Posts, leavers, everybody's sessions, the log of attempts, acting for somebody else.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "identity/routes/routes.hpp"

namespace ankao::identity {

void add_post_routes(api::Endpoints& endpoints, Identity& identity);
void add_delegation_routes(api::Endpoints& endpoints, Identity& identity);

namespace dto {

struct PostForm {
  std::string id;
  std::string role;
  std::optional<std::string> scope_id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(PostForm, (), (id, role, scope_id, reason))

struct LeaveForm {
  std::string id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(LeaveForm, (), (id, reason))

struct PostItem {
  Instant since;
  std::string role;
  std::string role_name;
  std::string scope_id;
  std::string by;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(PostItem, (), (since, role, role_name, scope_id, by, reason))

struct AttemptsQuery {
  std::string account;
  std::string outcome;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(AttemptsQuery, (), (account, outcome, page, size, sort))

struct AttemptItem {
  std::string id;
  Instant at;
  std::string account; ///< "" when no such account stands
  std::string outcome;
  std::string peer;
  std::string agent;
};
BOOST_DESCRIBE_STRUCT(AttemptItem, (), (id, at, account, outcome, peer, agent))

struct AttemptsPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<AttemptItem> items;
};
BOOST_DESCRIBE_STRUCT(AttemptsPage, (), (total, page, size, items))

struct OnlineSession {
  std::string id;
  std::string account;
  Instant created_at;
  Instant seen_at;
  std::string peer;
  std::string agent;
};
BOOST_DESCRIBE_STRUCT(OnlineSession, (), (id, account, created_at, seen_at, peer, agent))

struct OnlineQuery {
  std::string account;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(OnlineQuery, (), (account, page, size, sort))

struct OnlinePage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<OnlineSession> items;
};
BOOST_DESCRIBE_STRUCT(OnlinePage, (), (total, page, size, items))

struct DelegationForm {
  std::string taker;
  std::vector<std::string> permissions;
  Instant starts_at;
  Instant ends_at;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DelegationForm, (), (taker, permissions, starts_at, ends_at, reason))

enum class DelegationState { Coming, InForce, Over };
BOOST_DESCRIBE_ENUM(DelegationState, Coming, InForce, Over)

struct DelegationItem {
  std::string id;
  std::string giver;
  std::string giver_name;
  std::string taker;
  std::string taker_name;
  std::vector<PermissionItem> permissions;
  Instant starts_at;
  Instant ends_at;
  std::optional<Instant> ended_at;
  std::string reason;
  DelegationState state = DelegationState::Over;
  bool mine = false; ///< given by the caller
};
BOOST_DESCRIBE_STRUCT(DelegationItem, (),
                      (id, giver, giver_name, taker, taker_name, permissions, starts_at, ends_at, ended_at, reason, state, mine))

/// What the caller may hand over, and to whom.
struct DelegationChoices {
  std::vector<PermissionItem> takers;
  std::vector<PermissionItem> permissions;
};
BOOST_DESCRIBE_STRUCT(DelegationChoices, (), (takers, permissions))

struct DelegationId {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(DelegationId, (), (id))

struct ActForForm {
  std::optional<std::string> delegation; ///< missing: for oneself again
};
BOOST_DESCRIBE_STRUCT(ActForForm, (), (delegation))

} // namespace dto
} // namespace ankao::identity
