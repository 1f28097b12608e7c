// SPDX-License-Identifier: Apache-2.0
#include "server/wiring.hpp"

#include "http/problem_answer.hpp"
#include "server/system_clock.hpp"

#include "law/routes.hpp"
#include "ledger/service/ledger.hpp"
#include "identity/files/roles.hpp"
#include "identity/files/settings.hpp"
#include "identity/routes/authenticator.hpp"
#include "identity/routes/routes.hpp"
#include "identity/service/identity.hpp"
#include "deadlines/routes/routes.hpp"
#include "deadlines/service/calendar.hpp"
#include "registry/routes/routes.hpp"
#include "registry/service/snapshot.hpp"
#include "planning/routes/routes.hpp"
#include "planning/store/migrations.hpp"

namespace ankao::server {
namespace {

bool reads(http::Verb verb) { return verb == http::Verb::Get || verb == http::Verb::Head; }

} // namespace

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> all;
  const auto join = [&all](const std::vector<db::Migration>& more) { all.insert(all.end(), more.begin(), more.end()); };
  join(ledger::migrations());
  join(registry::migrations());
  join(planning::migrations());
  join(identity::migrations());
  join(deadlines::migrations());
  return all;
}

/// In the order they need each other; destroyed the other way round.
struct Platform::Parts {
  Parts(db::Database& storage, const Places& folders, std::function<void()> on_change);

  db::Database& database;
  Places places;
  std::function<void()> changed;
  SystemClock clock;
  identity::SystemRandom random;
  identity::Identity identity;
  identity::SessionAuthenticator authenticator;
  planning::World world;
  planning::DrawnPlans drawn;
  planning::Draws draws;
  api::Endpoints endpoints;
};

Platform::Parts::Parts(db::Database& storage, const Places& folders, std::function<void()> on_change)
    : database(storage)
    , places(folders)
    , changed(std::move(on_change))
    , identity(database, identity::shipped_roles(), identity::shipped_settings(), random)
    , authenticator(identity)
    , world(planning::shipped_world(database))
    , draws(world, [this] { return clock.now(); })
    , endpoints(authenticator, clock) {
  law::add_routes(endpoints);
  ankao::identity::add_routes(endpoints, identity);
  registry::add_routes(endpoints, database, changed);
  const auto take_up_calendar = [this] { database.read([this](db::Transaction& transaction) { world.live_calendar->refresh(transaction); }); };
  take_up_calendar();
  deadlines::add_routes(endpoints, database, [this, take_up_calendar] {
    take_up_calendar();
    changed();
  });
  world.changed = changed;
  planning::add_routes(endpoints, world, draws, drawn);
}

Platform::Platform(db::Database& database, const Places& places, std::function<void()> changed)
    : parts_(std::make_unique<Parts>(database, places, std::move(changed))) {}
Platform::~Platform() = default;

const api::Endpoints& Platform::endpoints() const { return parts_->endpoints; }

http::Response Platform::handle(http::Request& request) {
  try {
    http::Response response = parts_->endpoints.handle(request);
    if (!reads(request.verb) && response.status < 400) parts_->changed();
    return response;
  } catch (const db::Failure& failure) {
    if (failure.kind() != db::Failure::Kind::Unavailable && failure.kind() != db::Failure::Kind::Conflict) throw;
    return http::problem_answer(problem("http.unavailable", {{"request", request.id}}), http::language_of(request), request.id);
  }
}

bool Platform::healthy() {
  try {
    parts_->database.begin(db::Mode::Read)->query("SELECT 1 AS one");
    return true;
  } catch (const db::Failure&) {
    return false;
  }
}

void Platform::resume() {
  parts_->draws.resume();
}

} // namespace ankao::server
