// SPDX-License-Identifier: Apache-2.0
// The administrator, and nobody else, sees the jobs and acts on them.
#include "jobs/routes/routes.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "identity/files/roles.hpp"
#include "jobs/support/bench.hpp"

namespace ankao::jobs {
namespace {

using http::Verb;
using nlohmann::json;
using tests::k_start;

class RoleAuthenticator : public api::Authenticator {
public:
  std::string role = "administrator";
  api::Caller caller(const http::Request&, Instant) override {
    api::Caller out;
    out.account = out.name = out.role = role;
    out.permissions = identity::shipped_roles().find(role)->permissions;
    out.scope_kind = "city";
    return out;
  }
};

class FixedClock : public api::Clock {
public:
  Instant now() override { return k_start; }
};

class JobRoutes : public ::testing::Test {
protected:
  JobRoutes() {
    tests::migrate_jobs(store_.database());
    kinds_.on("mail.send", [](const jobs::Run&) -> Result<void> { return for_good(problem("jobs.crashed", {{"what", "no such mailbox"}})); });
    kinds_.every("deadline.sweep", 10, [](const jobs::Run&) -> Result<void> { return {}; });
    add_routes(endpoints_, store_.database(), kinds_, [this] { ++woken_; });
    number_ = tests::enqueue(store_.database(), {"mail.send", "k", R"({"delivery":"7"})", k_start});
  }
  http::Response send(Verb verb, const std::string& path, const std::map<std::string, std::string>& query = {}) {
    http::Request request;
    request.verb = verb;
    request.path = path;
    for (const auto& [name, value] : query) request.query.emplace_back(name, value);
    request.headers["x-ankao"] = "1";
    request.headers["accept-language"] = "en";
    return endpoints_.handle(request);
  }
  std::string path(const std::string& verb = "") { return "/api/jobs/" + std::to_string(number_) + (verb.empty() ? "" : "/" + verb); }

  tests::Store store_{"memory"};
  Kinds kinds_;
  RoleAuthenticator authenticator_;
  FixedClock clock_;
  api::Endpoints endpoints_{authenticator_, clock_};
  std::int64_t number_ = 0;
  int woken_ = 0;
};

TEST_F(JobRoutes, the_list_counts_by_state_and_shows_why_a_job_died) {
  Worker worker(store_.database(), kinds_, "ankao:1/1");
  while (worker.run_once(k_start)) {}
  const json all = json::parse(send(Verb::Get, "/api/jobs").body);
  EXPECT_EQ(all["total"], 2);
  EXPECT_EQ(all["counts"]["dead"], 1);
  EXPECT_EQ(all["counts"]["done"], 1);
  EXPECT_EQ(all["turns"][0]["minutes"], 10);
  const json dead = json::parse(send(Verb::Get, "/api/jobs", {{"state", "dead"}}).body);
  ASSERT_EQ(dead["total"], 1);
  EXPECT_EQ(dead["items"][0]["reason"], "it failed: no such mailbox");
  EXPECT_EQ(dead["items"][0]["attempts"], 1);
  EXPECT_EQ(dead["items"][0]["tries"], 8);
  EXPECT_EQ(send(Verb::Get, "/api/jobs", {{"state", "sleeping"}}).status, 422);
}

TEST_F(JobRoutes, a_job_is_shown_cancelled_and_retried) {
  EXPECT_EQ(json::parse(send(Verb::Get, path()).body)["payload"], R"({"delivery":"7"})");
  EXPECT_EQ(json::parse(send(Verb::Post, path("cancel")).body)["job"]["state"], "cancelled");
  EXPECT_EQ(send(Verb::Post, path("cancel")).status, 409);
  EXPECT_EQ(json::parse(send(Verb::Post, path("retry")).body)["job"]["state"], "waiting");
  EXPECT_EQ(woken_, 1);
  EXPECT_EQ(send(Verb::Get, "/api/jobs/999").status, 404);
}

TEST_F(JobRoutes, only_the_administrator) {
  for (const auto& role : identity::shipped_roles().roles) {
    authenticator_.role = role.id;
    const int status = send(Verb::Get, "/api/jobs").status;
    const bool administrator = role.id == "administrator";
    EXPECT_EQ(status, administrator ? 200 : 403) << role.id;
    if (administrator) continue;
    EXPECT_EQ(send(Verb::Post, path("retry")).status, 403) << role.id;
    EXPECT_EQ(send(Verb::Post, path("cancel")).status, 403) << role.id;
  }
}

} // namespace
} // namespace ankao::jobs
