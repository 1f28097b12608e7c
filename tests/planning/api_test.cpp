// SPDX-License-Identifier: Apache-2.0
// Stories over the API: who may, what the public sees and when, what a file of bookings says about its cells.
#include <nlohmann/json.hpp>

#include "api/endpoints.hpp"
#include "draw/bundle/seed.hpp"
#include "planning/routes/routes.hpp"
#include "planning/service/drawn.hpp"
#include "planning/service/draws.hpp"
#include "planning/support/story.hpp"

namespace ankao::planning {
namespace {

using nlohmann::json;

/// The cookie names the person; permissions as law/roles.yaml gives them to such a person.
class People : public ::ankao::api::Authenticator {
public:
  ::ankao::api::Caller caller(const http::Request& request, Instant) override {
    const auto who = request.header("x-test-who").value_or("");
    if (who == "desk")
      return person("kaoshi", "exam_organisation", "city", "",
                    {"booking.create", "booking.list", "booking.import", "booking.withdraw", "plan.create", "plan.freeze", "plan.draw",
                     "plan.submit", "plan.view_draft", "seed.commit", "seed.reveal", "seed.announce", "seed.confirm"});
    if (who == "bureau")
      return person("shiju", "city_bureau", "city", "",
                    {"booking.list", "plan.publish", "plan.withdraw", "plan.view_draft", "waiver.approve", "exception.approve", "seed.commit", "seed.reveal", "seed.announce",
                     "seed.confirm"});
    if (who == "school")
      return person("jigou", "institution", "institution", "GZ-A01",
                    {"booking.create", "booking.list", "booking.import", "booking.withdraw", "seed.commit", "seed.reveal"});
    return {};
  }

private:
  static ::ankao::api::Caller person(const char* account, const char* role, const char* kind, const char* id,
                                     std::set<std::string> permissions) {
    ::ankao::api::Caller caller;
    caller.account = caller.name = account;
    caller.role = role;
    caller.permissions = std::move(permissions);
    caller.scope_kind = kind;
    caller.scope_id = id;
    return caller;
  }
};

class FixedClock : public ::ankao::api::Clock {
public:
  Instant now() override { return time; }
  Instant time = at(k_desk, "2024-02-22").at;
};

class ApiStory : public Story {
protected:
  ApiStory()
      : draws_(
            world_, [] { return at(k_desk, "2024-02-22").at; }, [](const std::function<void()>& job) { job(); })
      , endpoints_(people_, clock_) {
    add_routes(endpoints_, world_, draws_, drawn_);
  }

  http::Response call(const std::string& who, http::Verb verb, const std::string& path, const json& body = nullptr,
                      std::vector<std::pair<std::string, std::string>> query = {}) {
    http::Request request;
    request.verb = verb;
    request.path = path;
    request.query = std::move(query);
    if (!who.empty()) request.headers["x-test-who"] = who;
    request.headers["x-ankao"] = "1";
    if (!body.is_null()) {
      request.headers["content-type"] = "application/json";
      request.body = body.dump();
    }
    return endpoints_.handle(request);
  }

  json get(const std::string& who, const std::string& path, std::vector<std::pair<std::string, std::string>> query = {}) {
    const auto response = call(who, http::Verb::Get, path, nullptr, std::move(query));
    EXPECT_EQ(response.status, 200) << path << " " << response.body;
    return json::parse(response.body);
  }

  std::string after(int minutes) { return to_string(Instant{start_.ms + minutes * 60'000LL}); }

  /// The school commits and reveals, the desk announces, the bureau confirms.
  void hold_ceremony() {
    start_ = clock_.time;
    const json times{{"how", "按次序"}, {"commitments_until", after(10)}, {"reveals_until", after(20)}, {"available_at", after(30)}, {"work_limit", 20000}};
    const auto frozen = call("desk", http::Verb::Post, "/api/desk/2024-03/freeze", times);
    ASSERT_EQ(frozen.status, 200) << frozen.body;
    const json open = get("", "/api/ceremonies/2024-03");
    EXPECT_EQ(open.at("ceremony").at("phase"), "committing");
    EXPECT_EQ(open.at("instance_sm3").get<std::string>().size(), 64U);
    const auto rule = call("", http::Verb::Get, "/api/ceremonies/2024-03/rule");
    EXPECT_EQ(to_hex(sm3(rule.body)), open.at("rule_sm3")) << "the rule is open before anybody commits";
    const Digest nonce = sm3("a nonce of the school");
    const json commitment{{"month", "2024-03"}, {"commitment", to_hex(draw::commitment_of("GZ-A01", nonce))}};
    EXPECT_EQ(call("", http::Verb::Post, "/api/seeds/commitments", commitment).status, 401);
    ASSERT_EQ(call("school", http::Verb::Post, "/api/seeds/commitments", commitment).status, 200);
    EXPECT_EQ(call("school", http::Verb::Post, "/api/seeds/commitments", commitment).status, 409) << "the first counts";
    EXPECT_EQ(call("school", http::Verb::Post, "/api/seeds/reveals", {{"month", "2024-03"}, {"nonce", to_hex(nonce)}}).status, 409) << "not while others commit";
    clock_.time = {start_.ms + 15 * 60'000LL};
    EXPECT_EQ(call("school", http::Verb::Post, "/api/seeds/reveals", {{"month", "2024-03"}, {"nonce", to_hex(sm3("another"))}}).status, 422);
    ASSERT_EQ(call("school", http::Verb::Post, "/api/seeds/reveals", {{"month", "2024-03"}, {"nonce", to_hex(nonce)}}).status, 200);
    EXPECT_EQ(get("school", "/api/seeds/own", {{"month", "2024-03"}}).at("party").at("id"), "GZ-A01");
    const json value{{"public_value", "1 2 3 4 5 6 7"}};
    EXPECT_EQ(call("desk", http::Verb::Post, "/api/desk/2024-03/value", value).status, 409) << "the value is not there yet";
    clock_.time = {start_.ms + 31 * 60'000LL};
    ASSERT_EQ(call("desk", http::Verb::Post, "/api/desk/2024-03/value", value).status, 200);
    EXPECT_EQ(get("", "/api/ceremonies/2024-03").at("value"), "") << "nobody has confirmed it";
    EXPECT_EQ(call("desk", http::Verb::Post, "/api/desk/2024-03/value/confirm", value).status, 409) << "nobody is a second person for himself";
    EXPECT_EQ(call("bureau", http::Verb::Post, "/api/desk/2024-03/value/confirm", {{"public_value", "1 2 3 4 5 6 8"}}).status, 422);
    ASSERT_EQ(call("bureau", http::Verb::Post, "/api/desk/2024-03/value/confirm", value).status, 200);
    EXPECT_EQ(get("", "/api/ceremonies/2024-03").at("ceremony").at("phase"), "seeded");
  }

  void publish_all() {
    ASSERT_EQ(call("desk", http::Verb::Post, "/api/desk/2024-03", {{"announced_source", "2024年2月22日开奖的体育彩票"}}).status, 200);
    const json desk = get("desk", "/api/desk/2024-03");
    for (const auto& waiver : desk.at("waivers"))
      if (waiver.at("needs_approval").get<bool>()) {
        const json body{{"institution", waiver.at("institution")}, {"subject", waiver.at("subject")}, {"reason", "本市没有其他考试点"}};
        EXPECT_EQ(call("desk", http::Verb::Post, "/api/desk/2024-03/waivers", body).status, 403);
        EXPECT_EQ(call("bureau", http::Verb::Post, "/api/desk/2024-03/waivers", body).status, 200);
      }
    hold_ceremony();
    ASSERT_EQ(call("desk", http::Verb::Post, "/api/desk/2024-03/draw", json::object()).status, 200);
    ASSERT_EQ(call("desk", http::Verb::Post, "/api/desk/2024-03/submit", json::object()).status, 200);
    const json drawn = get("bureau", "/api/desk/2024-03");
    for (const auto& one : drawn.at("exceptions"))
      EXPECT_EQ(
          call("bureau", http::Verb::Post, "/api/desk/2024-03/exceptions",
               {{"institution", one.at("institution")}, {"site", one.at("site")}, {"subject", one.at("subject")}, {"reason", "座位不足"}})
              .status,
          200);
  }

  People people_;
  FixedClock clock_;
  Instant start_;
  DrawnPlans drawn_;
  Draws draws_;
  ::ankao::api::Endpoints endpoints_;
};

INSTANTIATE_TEST_SUITE_P(Databases, ApiStory, ::testing::Values("memory", "postgresql"), [](const auto& kind) { return kind.param; });

TEST_P(ApiStory, ThePublicSeesAPlanOnceTheBureauPublishedIt) {
  publish_all();
  EXPECT_EQ(get("", "/api/plans").at("total"), 0);
  for (const char* path :
       {"/api/plans/2024-03", "/api/plans/2024-03/sessions", "/api/plans/2024-03/batches", "/api/plans/2024-03/files/plan.json"})
    EXPECT_EQ(call("", http::Verb::Get, path).status, 404) << path;
  EXPECT_EQ(call("", http::Verb::Get, "/api/plans/2024-03", nullptr, {{"version", "1"}}).status, 404) << "nor by its number";
  EXPECT_EQ(call("", http::Verb::Get, "/api/desk/2024-03/draft/sessions").status, 401);
  EXPECT_EQ(call("school", http::Verb::Get, "/api/desk/2024-03/draft/sessions").status, 403);
  EXPECT_GT(get("desk", "/api/desk/2024-03/draft/sessions").at("total"), 0);
  EXPECT_EQ(call("desk", http::Verb::Post, "/api/desk/2024-03/publish", json::object()).status, 403)
      << "the drafter does not publish (G-73)";
  ASSERT_EQ(call("bureau", http::Verb::Post, "/api/desk/2024-03/publish", json::object()).status, 200);

  EXPECT_EQ(get("", "/api/plans").at("total"), 1);
  const json record = get("", "/api/plans/2024-03");
  EXPECT_TRUE(record.at("demo").get<bool>());
  EXPECT_TRUE(record.at("check").at("lawful").get<bool>());
  EXPECT_TRUE(record.at("deadline").at("kept").get<bool>());
  EXPECT_EQ(record.at("feedback_until"), "2024-02-26") << "two working days after 22 February (S-5.1b)";
  EXPECT_EQ(record.at("files").size(), 6U) << "rule and bundle too";
  for (const auto& step : record.at("steps"))
    EXPECT_TRUE(!step.contains("name") || step.at("name").is_null()) << "the public sees roles, not names";
  EXPECT_LE(record.at("levels").at("u"), record.at("greedy").at("u"));

  const json sessions = get("", "/api/plans/2024-03/sessions", {{"size", "200"}, {"sort", "-candidates"}, {"subject", "OP01"}});
  ASSERT_GT(sessions.at("items").size(), 0U);
  for (const auto& one : sessions.at("items")) EXPECT_EQ(one.at("subject"), "OP01");
  const json calendar = get("", "/api/plans/2024-03/calendar");
  EXPECT_EQ(calendar.at("days").size(), 31U);
}

TEST_P(ApiStory, ABatchIsExplainedAndItsInstitutionHasLines) {
  publish_all();
  const json batches = get("desk", "/api/desk/2024-03/draft/batches", {{"state", "placed"}, {"size", "1"}, {"sort", "id"}});
  ASSERT_EQ(batches.at("items").size(), 1U);
  const json& batch = batches.at("items").at(0);
  const json why = get("desk", "/api/desk/2024-03/draft/batches/" + batch.at("id").get<std::string>());
  ASSERT_GT(why.at("order").size(), 0U);
  int seated = 0;
  for (const auto& rung : why.at("order")) {
    seated += rung.at("seated").get<int>();
    EXPECT_EQ(rung.at("ticket").get<std::string>().size(), 16U);
    const json& panel = rung.at("why");
    EXPECT_FALSE(panel.at("decision").at("zh").get<std::string>().empty());
    for (const auto& rule : panel.at("rules")) EXPECT_FALSE(rule.at("clauses").empty()) << rule.dump();
    EXPECT_EQ(panel.at("proofs").at(0).at("text"), rung.at("ticket"));
    EXPECT_GT(panel.at("event").get<int>(), 0);
    EXPECT_EQ(rung.at("outcome") == "seated", rung.at("seated").get<int>() > 0);
  }
  EXPECT_EQ(seated, batch.at("placed").get<int>());
  EXPECT_GE(why.at("queue_place"), 1);
  const json lines = get("desk", "/api/desk/2024-03/draft/institutions/" + batch.at("institution").get<std::string>());
  EXPECT_GT(lines.at("lines").size(), 0U);
  EXPECT_EQ(call("desk", http::Verb::Get, "/api/desk/2024-03/draft/batches/B-999999").status, 404);
}

TEST_P(ApiStory, AnInstitutionBooksWithinItsScope) {
  const json body{{"class_id", "C-77"},
                  {"subject", "OP01"},
                  {"class_opened", "2024-02-20"},
                  {"started", "2024-02-20"},
                  {"planned_completed", "2024-03-08"},
                  {"candidates", 30}};
  EXPECT_EQ(call("", http::Verb::Post, "/api/bookings", body).status, 401);
  const auto made = call("school", http::Verb::Post, "/api/bookings", body);
  ASSERT_EQ(made.status, 200) << made.body;
  EXPECT_EQ(json::parse(made.body).at("institution"), "GZ-A01");
  EXPECT_EQ(json::parse(made.body).at("book_by"), "2024-02-23");
  json foreign = body;
  foreign["institution"] = "GZ-A02";
  EXPECT_EQ(call("school", http::Verb::Post, "/api/bookings", foreign).status, 403);
  json wrong = body;
  wrong["class_id"] = "<script>";
  wrong["class_opened"] = "2024-02-21";
  EXPECT_EQ(call("school", http::Verb::Post, "/api/bookings", wrong).status, 422);
  // Late is explained with each day of the count and what follows from it; a stranger's booking is unknown.
  json tardy = body;
  tardy["class_id"] = "C-late";
  tardy["class_opened"] = tardy["started"] = "2024-02-05";
  tardy["late_reason"] = "系统故障";
  const auto late = call("school", http::Verb::Post, "/api/bookings", tardy);
  ASSERT_EQ(late.status, 200) << late.body;
  const std::string id = json::parse(late.body).at("id");
  const json why = get("school", "/api/bookings/" + id + "/why");
  EXPECT_EQ(why.at("rules").at(1).at("clauses").at(0).at("id"), "C-4.2.2");
  EXPECT_EQ(why.at("days").back().at("number"), 3);
  EXPECT_EQ(why.at("days").at(0).at("starts"), true);
  EXPECT_GT(why.at("event").get<int>(), 0);
  EXPECT_EQ(call("school", http::Verb::Get, "/api/bookings/B-999999/why").status, 404);
  const json list = get("school", "/api/bookings", {{"q", "c-77"}});
  EXPECT_EQ(list.at("total"), 1);
  EXPECT_EQ(get("school", "/api/bookings", {{"q", "%' OR 1=1 --"}}).at("total"), 0);
  for (const auto& one : get("school", "/api/bookings", {{"size", "200"}}).at("items")) EXPECT_EQ(one.at("institution"), "GZ-A01");
  EXPECT_EQ(call("school", http::Verb::Get, "/api/bookings", nullptr, {{"size", "201"}}).status, 400);
}

} // namespace
} // namespace ankao::planning
