// SPDX-License-Identifier: Apache-2.0
// Every operation of the log over HTTP: who may, what it answers, how it refuses.
#include "ledger/routes/routes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "identity/files/roles.hpp"
#include "ledger/rules/tree.hpp"
#include "ledger/support/log.hpp"
#include "verifier.hpp"

namespace ankao::ledger {
namespace {

using http::Verb;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

class RoleAuthenticator : public api::Authenticator {
public:
  std::string role = "auditor"; ///< "" is nobody
  api::Caller caller(const http::Request&, Instant) override {
    api::Caller out;
    if (role.empty()) return out;
    out.account = out.name = out.role = role;
    out.permissions = identity::shipped_roles().find(role)->permissions;
    out.scope_kind = "city";
    return out;
  }
};

class FixedClock : public api::Clock {
public:
  Instant at;
  Instant now() override { return at; }
};

std::string raw(const std::string& hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) out += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return out;
}

Digest digest(const json& hex) { return *digest_from_hex(hex.get<std::string>()); }

class LedgerRoutes : public ::testing::TestWithParam<std::string> {
protected:
  LedgerRoutes() {
    add_routes(endpoints_, log_.database(), log_.sealer, log_.folder.path);
    log_.grow(7);
    log_.seal();
    log_.grow(6);
    log_.seal();
    log_.grow(2);
    clock_.at = log_.day(40);
  }
  http::Response send(Verb verb, const std::string& path, const std::map<std::string, std::string>& query = {}, const std::string& body = "") {
    http::Request request;
    request.verb = verb;
    request.path = path;
    for (const auto& [name, value] : query) request.query.emplace_back(name, value);
    request.headers["x-ankao"] = "1";
    request.headers["accept-language"] = "en";
    if (!body.empty()) request.headers["content-type"] = "application/json";
    request.body = body;
    return endpoints_.handle(request);
  }
  json get(const std::string& path, const std::map<std::string, std::string>& query = {}) {
    const auto response = send(Verb::Get, path, query);
    EXPECT_EQ(response.status, 200) << path << " " << response.body;
    return json::parse(response.body);
  }
  int status(Verb verb, const std::string& path, const std::string& body = "") { return send(verb, path, {}, body).status; }
  std::string problem_of(const http::Response& response) { return json::parse(response.body)["type"]; }

  tests::Log log_{GetParam()};
  RoleAuthenticator authenticator_;
  FixedClock clock_;
  api::Endpoints endpoints_{authenticator_, clock_};
};

TEST_P(LedgerRoutes, AnybodySeesCheckpointsAndTheKeyAndCanVerifyThem) {
  authenticator_.role = "";
  const json newest = get("/api/ledger/checkpoint")["checkpoint"];
  const json key = get("/api/ledger/key");
  EXPECT_EQ(newest["size"], 13);
  EXPECT_EQ(newest["origin"], key["origin"]);
  EXPECT_TRUE(verify_seal(raw(key["point"]), newest["text"].get<std::string>(), raw(newest["signature"])));
  EXPECT_THAT(key["pem"].get<std::string>(), HasSubstr("BEGIN PUBLIC KEY"));
  const json all = get("/api/ledger/checkpoints", {{"size", "1"}, {"page", "2"}});
  EXPECT_EQ(all["total"], 2);
  EXPECT_EQ(all["items"][0]["size"], 7);
  EXPECT_EQ(send(Verb::Get, "/api/ledger/checkpoint.txt").body, newest["text"].get<std::string>() + newest["signature"].get<std::string>() + "\n");
  EXPECT_EQ(send(Verb::Get, "/api/ledger/checkpoints", {{"size", "100000"}}).status, 400);
}

TEST_P(LedgerRoutes, AnEmptyLogHasNoCheckpoint) {
  tests::Log empty("memory");
  api::Endpoints endpoints(authenticator_, clock_);
  add_routes(endpoints, empty.database(), empty.sealer, "");
  http::Request request;
  request.path = "/api/ledger/checkpoint";
  EXPECT_EQ(json::parse(endpoints.handle(request).body)["checkpoint"], nullptr);
  request.path = "/api/ledger/checkpoint.txt";
  EXPECT_EQ(endpoints.handle(request).status, 404);
}

TEST_P(LedgerRoutes, AnybodyProvesAnEventOfWhichOnlyTheNumberIsKnown) {
  authenticator_.role = "";
  for (int number = 1; number <= 15; ++number) {
    const json proof = get("/api/ledger/events/" + std::to_string(number) + "/proof");
    const std::int64_t size = number <= 7 ? 7 : number <= 13 ? 13 : 15;
    ASSERT_EQ(proof["size"], size) << number;
    EXPECT_EQ(proof["checkpoint"].is_null(), number > 13);
    if (number <= 13) {
      EXPECT_EQ(proof["checkpoint"]["root"], proof["root"]);
    }
    Hashes path;
    for (const json& one : proof["path"]) path.push_back(digest(one));
    EXPECT_TRUE(verify_inclusion(digest(proof["leaf"]), number - 1, size, path, digest(proof["root"]))) << number;
  }
  EXPECT_EQ(get("/api/ledger/events/3/proof", {{"size", "13"}})["size"], 13);
  EXPECT_EQ(status(Verb::Get, "/api/ledger/events/16/proof"), 404);
  EXPECT_EQ(status(Verb::Get, "/api/ledger/events/0/proof"), 404);
  EXPECT_EQ(send(Verb::Get, "/api/ledger/events/3/proof", {{"size", "16"}}).status, 422);
  EXPECT_EQ(send(Verb::Get, "/api/ledger/events/3/proof", {{"size", "-1"}}).status, 422);
}

TEST_P(LedgerRoutes, AnybodyProvesThatOneCheckpointContinuesTheOther) {
  authenticator_.role = "";
  const json found = get("/api/ledger/consistency", {{"from", "7"}, {"to", "13"}});
  Hashes path;
  for (const json& one : found["path"]) path.push_back(digest(one));
  EXPECT_TRUE(verify_consistency(7, 13, digest(found["from_root"]), digest(found["to_root"]), path));
  for (const auto& [from, to] : {std::pair{"0", "13"}, {"13", "7"}, {"7", "16"}})
    EXPECT_EQ(send(Verb::Get, "/api/ledger/consistency", {{"from", from}, {"to", to}}).status, 422) << from << " " << to;
}

TEST_P(LedgerRoutes, TheAuditorFindsEventsAndReadsOneWithItsBytes) {
  EXPECT_EQ(get("/api/ledger/events")["total"], 15);
  EXPECT_EQ(get("/api/ledger/events", {{"action", "plan."}, {"size", "2"}})["items"].size(), 2u);
  EXPECT_EQ(get("/api/ledger/events", {{"subject", "room:B"}})["total"], 0);
  EXPECT_EQ(get("/api/ledger/events", {{"from", "2024-01-03"}, {"to", "2024-01-04"}})["total"], 2);
  const json event = get("/api/ledger/events/3");
  EXPECT_EQ(to_hex(leaf_hash(raw(event["bytes"]))), get("/api/ledger/events/3/proof")["leaf"]);
  EXPECT_EQ(status(Verb::Get, "/api/ledger/events/16"), 404);
  log_.sql("DELETE FROM ledger_event WHERE number = 4");
  EXPECT_THAT(problem_of(send(Verb::Get, "/api/ledger/events/4")), HasSubstr("ledger.payload_expired"));
}

TEST_P(LedgerRoutes, ACheckIsRunAndItsResultKept) {
  EXPECT_EQ(get("/api/ledger/check")["check"], nullptr);
  EXPECT_EQ(json::parse(send(Verb::Post, "/api/ledger/check").body)["intact"], true);
  log_.sql("UPDATE ledger_event SET reason = 'x' WHERE number = 5");
  EXPECT_EQ(status(Verb::Post, "/api/ledger/check"), 200);
  const json last = get("/api/ledger/check")["check"];
  EXPECT_EQ(last["intact"], false);
  EXPECT_EQ(last["account"], "auditor");
  EXPECT_EQ(last["findings"], json::parse(R"([{"kind":"edited","first":5,"last":5}])"));
}

TEST_P(LedgerRoutes, TheExportIsSentFromAFileThatVerifiesAndIsLogged) {
  const auto response = send(Verb::Post, "/api/ledger/export");
  ASSERT_EQ(response.status, 200) << response.body;
  std::ifstream in(response.file, std::ios::binary);
  const std::string file((std::istreambuf_iterator<char>(in)), {});
  const auto outcome = ankao_ledger_verify::verify(file, {log_.sealer.key.point(), {}});
  EXPECT_TRUE(outcome.good) << outcome.fault;
  EXPECT_EQ(outcome.signed_to, 15u);
  const json event = get("/api/ledger/events", {{"action", "ledger.export"}})["items"][0];
  EXPECT_EQ(event["after"], to_hex(sm3(file)));
  clock_.at.ms += 3'600'000;
  const std::string second = send(Verb::Post, "/api/ledger/export").file;
  EXPECT_TRUE(std::ifstream(response.file).good()) << "an hour old, not more";
  clock_.at.ms += 1;
  send(Verb::Post, "/api/ledger/export");
  EXPECT_FALSE(std::ifstream(response.file).good());
  EXPECT_TRUE(std::ifstream(second).good());
}

TEST_P(LedgerRoutes, HoldsArePlacedByTheBureauAndLiftedWithAReason) {
  authenticator_.role = "city_bureau";
  const std::string form = R"({"first":"2024-01","last":"2024-02","reason":"案件调查"})";
  const json hold = json::parse(send(Verb::Post, "/api/ledger/holds", {}, form).body);
  EXPECT_EQ(hold["term"], "");
  EXPECT_EQ(hold["placed_by"], "city_bureau");
  EXPECT_EQ(status(Verb::Post, "/api/ledger/holds", R"({"first":"2024-03","last":"2024-02","reason":"x"})"), 422);
  EXPECT_EQ(status(Verb::Post, "/api/ledger/holds", R"({"first":"2024-01","last":"2024-02","reason":" "})"), 422);
  EXPECT_EQ(status(Verb::Post, "/api/ledger/holds", R"({"first":"2024-01","last":"2024-02","term":"none","reason":"x"})"), 422);
  const std::string lift = "/api/ledger/holds/" + hold["id"].get<std::string>() + "/lift";
  EXPECT_EQ(status(Verb::Post, lift, R"({"reason":""})"), 422);
  EXPECT_EQ(json::parse(send(Verb::Post, lift, {}, R"({"reason":"结案"})").body)["lift_reason"], "结案");
  EXPECT_EQ(status(Verb::Post, lift, R"({"reason":"结案"})"), 409);
  EXPECT_EQ(status(Verb::Post, "/api/ledger/holds/H9/lift", R"({"reason":"结案"})"), 404);
  EXPECT_EQ(get("/api/ledger/holds")["items"].size(), 1u);
}

TEST_P(LedgerRoutes, TermsAndWhatMayGoTodayAreShown) {
  clock_.at = start_of(make_date(2027, 2, 1));
  const json shown = get("/api/ledger/retention");
  EXPECT_EQ(shown["oldest"], "2024-01");
  EXPECT_TRUE(shown["expired"].empty());
  for (const json& term : shown["terms"]) {
    EXPECT_FALSE(term["clause"].get<std::string>().empty());
    if (term["id"] == "log") {
      EXPECT_EQ(term["expires_before"], "2024-02");
    }
    if (term["id"] == "ledger") {
      EXPECT_EQ(term["expires_before"], nullptr);
    }
  }
}

TEST_P(LedgerRoutes, OnlyWhoMayDoesEach) {
  const std::string form = R"({"first":"2024-01","last":"2024-02","reason":"x"})";
  authenticator_.role = "";
  for (const char* path : {"/api/ledger/events", "/api/ledger/events/3", "/api/ledger/check", "/api/ledger/holds", "/api/ledger/retention"}) EXPECT_EQ(status(Verb::Get, path), 401) << path;
  for (const auto& role : identity::shipped_roles().roles) {
    authenticator_.role = role.id;
    const bool reads = role.id == "auditor" || role.id == "city_bureau";
    const bool holds = role.id == "city_bureau";
    EXPECT_EQ(status(Verb::Get, "/api/ledger/events/3"), reads ? 200 : 403) << role.id;
    EXPECT_EQ(status(Verb::Get, "/api/ledger/holds"), reads ? 200 : 403) << role.id;
    EXPECT_EQ(status(Verb::Get, "/api/ledger/retention"), reads ? 200 : 403) << role.id;
    EXPECT_EQ(status(Verb::Post, "/api/ledger/check"), reads ? 200 : 403) << role.id;
    EXPECT_EQ(status(Verb::Post, "/api/ledger/export"), reads ? 200 : 403) << role.id;
    EXPECT_EQ(status(Verb::Post, "/api/ledger/holds", form), holds ? 200 : 403) << role.id;
    EXPECT_EQ(status(Verb::Post, "/api/ledger/holds/H9/lift", R"({"reason":"x"})"), holds ? 404 : 403) << role.id;
  }
}

INSTANTIATE_TEST_SUITE_P(Databases, LedgerRoutes, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao::ledger
