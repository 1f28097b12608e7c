// SPDX-License-Identifier: Apache-2.0
// The one place where the capabilities are joined: their schema steps, their services, their operations.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "api/endpoints.hpp"
#include "db/db.hpp"
#include "identity/words/oidc.hpp"
#include "lists/words/list.hpp"
#include "server/places.hpp"

namespace ankao::server {

/// The schema steps of every capability.
std::vector<db::Migration> migrations();

/// Every list that has a description.
std::vector<const lists::List*> all_lists();

/// What the operator of this installation set.
struct Operated {
  std::optional<identity::oidc::Provider> provider = {}; ///< who else may say who signs in
};

/// Everything that answers the API over one database.
class Platform {
public:
  /// `database` is migrated and outlives the platform, `places` are its folders; `changed` is called whenever public data is not what it was.
  Platform(db::Database& database, const Places& places, std::function<void()> changed, const Operated& operated = {});
  ~Platform();
  Platform(const Platform&) = delete;
  Platform& operator=(const Platform&) = delete;

  const api::Endpoints& endpoints() const;
  /// Answers one request; a database that is away becomes 503. After an operation other than GET that succeeded `changed` is called.
  http::Response handle(http::Request& request);
  /// The database answers a query.
  bool healthy();
  /// Starts what a stopped process left behind.
  void resume();

private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

} // namespace ankao::server
