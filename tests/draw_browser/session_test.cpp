// SPDX-License-Identifier: Apache-2.0
// What a page is told of a record: facts of the file, each part with its findings, an institution's batches.
#include <gtest/gtest.h>

#include <cstdio>
#include <set>

#include <nlohmann/json.hpp>

#include "draw/browser/session.hpp"
#include "draw_bundle/support/bundles.hpp"

namespace ankao::draw::testing {
namespace {

using Json = nlohmann::json;

constexpr const char* k_parts[] = {"digests", "ceremony", "records", "rules", "redraw"};

Json look(const browser::Session& session, const char* part) { return Json::parse(session.look(part)); }

TEST(BrowserSession, AGoodRecordAgreesInEveryPart) {
  browser::Session session;
  const std::string bytes = write_bundle(good_bundle());
  const Json opened = Json::parse(session.open(bytes));
  EXPECT_TRUE(opened["ok"].get<bool>());
  EXPECT_EQ(opened["sm3"], to_hex(sm3(bytes)));
  EXPECT_EQ(opened["record"]["month"], "2024-03");
  for (const char* part : k_parts) EXPECT_EQ(look(session, part)["findings"], Json::array()) << part;
  EXPECT_EQ(look(session, "redraw")["redrawn_sm3"], look(session, "redraw")["stated_sm3"]);
  EXPECT_EQ(look(session, "rules")["found"], look(session, "rules")["stated"]);
  EXPECT_EQ(look(session, "rules")["rules"].size(), 17U) << "R0 to R10 and the six parts of a plan";
  EXPECT_EQ(look(session, "ceremony")["seed"]["recomputed"], good_bundle().seed);
}

TEST(BrowserSession, ThePartsTogetherFindWhatTheCommandFinds) {
  Bundle bent = good_bundle();
  bent.plan.sessions.front().seats.front().candidates += 1;
  bent.reveals[0].nonce = nonce(9);
  bent.records.waivers.pop_back();
  const std::string bytes = write_bundle(bent);
  browser::Session session;
  session.open(bytes);
  std::string parts;
  for (const char* part : k_parts) {
    const Json answer = look(session, part);
    for (const Json& one : answer["findings"]) parts += one["id"].get<std::string>() + " at " + one["at"].get<std::string>() + "\n";
  }
  EXPECT_EQ(parts, found_in(bytes));
  EXPECT_NE(parts.find("draw.bundle.redraw_differs"), std::string::npos);
}

TEST(BrowserSession, ABreachIsCountedAtItsRule) {
  Bundle bent = good_bundle();
  bent.plan.levels.vacant += 1;
  browser::Session session;
  session.open(write_bundle(bent));
  const Json rules = look(session, "rules");
  EXPECT_EQ(rules["rules"]["levels"], 1);
  EXPECT_EQ(rules["rules"]["R2"], 0);
  EXPECT_NE(rules["found"]["V"], rules["stated"]["V"]);
}

TEST(BrowserSession, ARefusedFileLeavesNothingOpen) {
  browser::Session session;
  session.open(write_bundle(good_bundle()));
  const Json refused = Json::parse(session.open("{\"format\":"));
  EXPECT_FALSE(refused["ok"].get<bool>());
  EXPECT_EQ(refused["finding"]["id"], "draw.file.cut_short");
  for (const char* part : k_parts) EXPECT_EQ(session.look(part), "null");
  EXPECT_EQ(session.people(), "null");
  EXPECT_EQ(session.institution("T01"), "null");
}

TEST(BrowserSession, BytesThatAreNoTextStillMakeAnAnswer) {
  browser::Session session;
  const Json refused = Json::parse(session.open("\"\xFF\xFE\""));
  EXPECT_FALSE(refused["ok"].get<bool>());
  EXPECT_EQ(look(session, "nothing"), Json());
}

TEST(BrowserSession, AnInstitutionSeesItsTicketsOrderAndPlaces) {
  const Bundle bundle = good_bundle();
  browser::Session session;
  session.open(write_bundle(bundle));
  const Json people = Json::parse(session.people());
  std::set<std::string> batches;
  std::int64_t placed = 0;
  for (const Json& one : people["institutions"]) {
    placed += one["placed"].get<std::int64_t>();
    const Json own = Json::parse(session.institution(one["id"].get<std::string>()));
    for (const Json& batch : own["batches"]) {
      const Json& why = batch["why"];
      const auto id = why["batch"].get<std::string>();
      batches.insert(id);
      EXPECT_EQ(why["institution"], one["id"]);
      for (const Json& rung : why["order"]) {
        char expected[20];
        std::snprintf(expected, sizeof expected, "%016llx", static_cast<unsigned long long>(ticket(*digest_from_hex(bundle.seed), id, rung["site"].get<std::string>())));
        EXPECT_EQ(rung["ticket"], expected) << id;
      }
    }
  }
  EXPECT_EQ(batches.size(), bundle.instance.batches.size());
  std::int64_t seated = 0;
  for (const auto& session_ : bundle.plan.sessions)
    for (const auto& seats : session_.seats) seated += seats.candidates;
  EXPECT_EQ(placed, seated);
}

} // namespace
} // namespace ankao::draw::testing
