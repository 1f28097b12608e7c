// SPDX-License-Identifier: Apache-2.0
// Sign-in, own sessions, own password, accounts.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "lists/words/list.hpp"

namespace ankao::api {
class Endpoints;
}

namespace ankao::identity {

class Identity;

/// The routes; also names the permissions for refusals. `identity` must outlive `endpoints`.
void add_routes(api::Endpoints& endpoints, Identity& identity);

/// For the description of all lists.
std::vector<const lists::List*> described_lists();

namespace dto {

struct SignInForm {
  std::string account;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(SignInForm, (), (account, password))

/// Who the browser is. Anonymous: signed_in is false and the rest is empty.
struct SessionView {
  bool signed_in = false;
  std::string account;
  std::string name;
  std::string role;      ///< id
  std::string role_name; ///< in the language of the request
  std::string scope_kind;
  std::string scope_id;
  std::vector<std::string> permissions;
  bool must_change_password = false;
  std::int64_t idle_seconds = 0; ///< a session without a request ends after this
  std::string behalf;            ///< account acted for under a delegation; role, scope and permissions are then those given
  std::string behalf_name;
  std::string step; ///< what is still to be shown: "code", "enrol" (then signed_in is false, account and name are told), "password", "" nothing
};
BOOST_DESCRIBE_STRUCT(SessionView, (),
                      (signed_in, account, name, role, role_name, scope_kind, scope_id, permissions, must_change_password, idle_seconds,
                       behalf, behalf_name, step))

struct OwnSession {
  std::string id;
  Instant created_at;
  Instant seen_at;
  std::string peer;
  std::string agent;
  bool current = false; ///< the one that asks
};
BOOST_DESCRIBE_STRUCT(OwnSession, (), (id, created_at, seen_at, peer, agent, current))

struct SessionId {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(SessionId, (), (id))

struct PasswordForm {
  std::string present;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(PasswordForm, (), (present, password))

struct AccountsQuery {
  std::string q;
  std::string role;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(AccountsQuery, (), (q, role, page, size, sort))

struct AccountItem {
  std::string account;
  std::string name;
  std::string role;
  std::string role_name;
  std::string scope_kind;
  std::string scope_id;
  bool enabled = true;
  std::optional<Instant> left_at;
  std::optional<Instant> second_at; ///< since when a device for one-time codes is bound
  bool must_change_password = false;
  Instant created_at;
  std::optional<Instant> signed_in_at;
};
BOOST_DESCRIBE_STRUCT(AccountItem, (),
                      (account, name, role, role_name, scope_kind, scope_id, enabled, left_at, second_at, must_change_password, created_at, signed_in_at))

struct AccountsPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<AccountItem> items;
};
BOOST_DESCRIBE_STRUCT(AccountsPage, (), (total, page, size, items))

struct AccountForm {
  std::string account;
  std::string name;
  std::string role;
  std::optional<std::string> scope_id;
  std::optional<std::string> password; ///< missing: one is made and told once
};
BOOST_DESCRIBE_STRUCT(AccountForm, (), (account, name, role, scope_id, password))

struct AccountOpened {
  AccountItem account;
  std::optional<std::string> password; ///< the made one
};
BOOST_DESCRIBE_STRUCT(AccountOpened, (), (account, password))

struct AccountId {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(AccountId, (), (id))

struct PermissionItem {
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(PermissionItem, (), (id, name))

struct RoleItem {
  std::string id;
  std::string name;
  std::string scope_kind;
  std::vector<PermissionItem> permissions;
  std::vector<std::string> deputies; ///< roles that may act for it
  bool decides = false;              ///< a second factor is required
};
BOOST_DESCRIBE_STRUCT(RoleItem, (), (id, name, scope_kind, permissions, deputies, decides))

} // namespace dto
} // namespace ankao::identity
