// SPDX-License-Identifier: Apache-2.0
// What a plan means, over the API: an institution sees its own batches, a site its own sessions; shortages come with their numbers.
#include <nlohmann/json.hpp>

#include "api/endpoints.hpp"
#include "planning/routes/routes.hpp"
#include "planning/service/bookings.hpp"
#include "planning/service/drawn.hpp"
#include "planning/service/draws.hpp"
#include "planning/service/late_edits.hpp"
#include "planning/service/plan_rows.hpp"
#include "planning/support/story.hpp"
#include "registry/service/sites.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::planning {
namespace {

using nlohmann::json;

class People : public ::ankao::api::Authenticator {
public:
  ::ankao::api::Caller caller(const http::Request& request, Instant) override {
    const auto who = request.header("x-test-who").value_or("");
    ::ankao::api::Caller caller;
    if (who.empty()) return caller;
    caller.account = caller.name = who;
    if (who == "desk") {
      caller.role = "exam_organisation";
      caller.scope_kind = "city";
      caller.permissions = {"plan.view_draft", "study.view", "study.site"};
    } else if (who.starts_with("school:")) {
      caller.role = caller.scope_kind = "institution";
      caller.scope_id = who.substr(7);
      caller.permissions = {"study.view"};
    } else {
      caller.role = "exam_site";
      caller.scope_kind = "site";
      caller.scope_id = who.substr(5);
      caller.permissions = {"study.site"};
    }
    return caller;
  }
};

class FixedClock : public ::ankao::api::Clock {
public:
  Instant now() override { return at(k_desk, "2024-02-22").at; }
};

class Studies : public Story {
protected:
  Studies()
      : draws_(
            world_, [] { return at(k_desk, "2024-02-22").at; }, [](const std::function<void()>& job) { job(); })
      , endpoints_(people_, clock_) {
    add_routes(endpoints_, world_, draws_, drawn_);
  }

  std::pair<int, json> get(const std::string& who, const std::string& path) {
    http::Request request;
    request.verb = http::Verb::Get;
    request.path = path;
    if (path == "/api/studies/unplaced") request.query = {{"month", "2024-03"}};
    if (!who.empty()) request.headers["x-test-who"] = who;
    const auto response = endpoints_.handle(request);
    return {response.status, json::parse(response.body, nullptr, false)};
  }

  void open(int sessions_per_slot) {
    Announcement in;
    in.month = k_march;
    in.announced_source = "2024年2月22日开奖的体育彩票";
    in.policy.max_sessions_per_slot = sessions_per_slot;
    ASSERT_TRUE(announce(world_, at(k_desk, "2024-02-20"), in).ok());
    const auto plan = newest();
    const auto built = look(world_.database, [&](db::Transaction& t) { return build(load_input(t, world_, plan, day("2024-02-20"))); });
    for (const auto& waiver : built.waivers)
      ASSERT_TRUE(!waiver.needs_approval || approve_waiver(world_, at(k_bureau, "2024-02-20"), k_march, waiver.institution, waiver.subject, "本市没有其他考试点").ok());
  }

  void draw() {
    ASSERT_TRUE(freeze(world_, at(k_desk, "2024-02-21"), k_march, quick("2024-02-21"), 20'000).ok());
    ASSERT_TRUE(sow(world_, "2024-02-21", k_march, "1 2 3 4 5 6 7").ok());
    ASSERT_TRUE(draws_.start(at(k_desk, "2024-02-22"), k_march).ok());
  }

  void publish_it() {
    ASSERT_TRUE(submit(world_, at(k_desk, "2024-02-22"), k_march, "").ok());
    for (const auto& one : look(world_.database, [&](db::Transaction& t) { return exceptions_of(t, *newest_version(t, k_march)); }))
      ASSERT_TRUE(approve_exception(world_, at(k_bureau, "2024-02-22"), k_march, one.institution, one.site, one.subject, "座位不足").ok());
    ASSERT_TRUE(publish(world_, at(k_bureau, "2024-02-22"), k_march, "").ok());
  }

  LateEdits edits(const char* date) {
    return *look(world_.database, [&](db::Transaction& t) { return late_edits(t, world_, k_march, std::nullopt, at(k_desk, date).at); });
  }

  People people_;
  FixedClock clock_;
  DrawnPlans drawn_;
  Draws draws_;
  ::ankao::api::Endpoints endpoints_;
};

INSTANTIATE_TEST_SUITE_P(Databases, Studies, ::testing::Values("memory", "postgresql"), [](const auto& kind) { return kind.param; });

/// What is drawn is the same on every database; one is enough for what only reads it.
class Months : public Studies {};
INSTANTIATE_TEST_SUITE_P(Databases, Months, ::testing::Values("memory"), [](const auto& kind) { return kind.param; });

TEST_P(Months, AMonthThatIsTooFullSaysWhyAndForWhom) {
  open(2);
  draw();
  EXPECT_EQ(get("", "/api/studies/unplaced").first, 401);
  const auto [status, all] = get("desk", "/api/studies/unplaced");
  ASSERT_EQ(status, 200) << all;
  ASSERT_GT(all.at("batches"), 3);
  std::int64_t short_ones = 0;
  for (const auto& one : all.at("items"))
    if (!one.at("shortage").is_null()) {
      ++short_ones;
      const auto& shortage = one.at("shortage");
      EXPECT_LT(shortage.at("seats"), shortage.at("candidates"));
      EXPECT_EQ(shortage.at("missing"), shortage.at("candidates").get<int>() - shortage.at("seats").get<int>());
      EXPECT_NE(shortage.at("text").get<std::string>().find(std::to_string(shortage.at("seats").get<int>())), std::string::npos);
    }
  EXPECT_GT(short_ones, 0) << "two sessions a slot cannot hold the month";
  const auto& first = all.at("items").at(0);
  const std::string batch = first.at("batch"), school = first.at("institution");
  const auto [one_status, one] = get("desk", "/api/studies/2024-03/batches/" + batch);
  ASSERT_EQ(one_status, 200);
  EXPECT_EQ(one.at("unplaced"), first.at("unplaced"));

  // Nobody else sees anything before the bureau publishes.
  EXPECT_EQ(get("school:" + school, "/api/studies/unplaced").first, 404);
  publish_it();
  const auto [own_status, own] = get("school:" + school, "/api/studies/unplaced");
  ASSERT_EQ(own_status, 200);
  ASSERT_GT(own.at("items").size(), 0U);
  for (const auto& item : own.at("items")) EXPECT_EQ(item.at("institution"), school);
  EXPECT_LT(own.at("batches"), all.at("batches"));
  EXPECT_EQ(get("school:" + school, "/api/studies/2024-03/batches/" + batch).first, 200);
  std::string strange;
  for (const auto& item : all.at("items"))
    if (item.at("institution") != school) strange = item.at("batch");
  ASSERT_FALSE(strange.empty());
  EXPECT_EQ(get("school:" + school, "/api/studies/2024-03/batches/" + strange).first, 404);
  EXPECT_EQ(get("school:" + school, "/api/studies/2024-03/institutions/" + school).first, 200);
  EXPECT_EQ(get("school:" + school, "/api/studies/2024-03/institutions/GZ-XX").first, 404);
}

TEST_P(Months, TheSumsOfTheSitesAreThePlanAndASiteSeesItselfOnly) {
  open(60);
  draw();
  publish_it();
  const auto plan = newest();
  std::int64_t seated = 0;
  std::string site, school;
  for (const auto& one : look(world_.database, [](db::Transaction& t) { return registry::snapshot(t, day("2024-02-22")); }).sites)
    if (auto [status, study] = get("site:" + one.record.id, "/api/studies/2024-03/sites/" + one.record.id); status == 200) {
      seated += study.at("seats_used").get<std::int64_t>();
      site = one.record.id;
      if (!one.record.owner.empty()) school = one.record.owner;
    }
  EXPECT_EQ(seated, plan.placed);
  EXPECT_EQ(get("site:other", "/api/studies/2024-03/sites/" + site).first, 404) << "a site sees its own sessions only";
  EXPECT_EQ(get("site:" + site, "/api/studies/unplaced").first, 403);
  const auto [status, own] = get("school:" + school, "/api/studies/2024-03/institutions/" + school);
  ASSERT_EQ(status, 200);
  std::int64_t placed = 0;
  for (const auto& one : own.at("batches")) placed += one.at("placed").get<std::int64_t>();
  EXPECT_EQ(own.at("placed"), placed);
}

TEST_P(Studies, LateEditsAreToldWithWhoWhenAndWhoseLotTheyChange) {
  open(60);
  EXPECT_TRUE(edits("2024-02-21").edits.empty());
  // Somebody closes a room's seats, somebody moves a completion date, somebody books late.
  const auto site = look(world_.database, [](db::Transaction& t) {
    for (const auto& one : registry::snapshot(t, day("2024-02-20")).sites)
      if (!one.record.rooms.empty() && !one.record.rooms.front().seats.empty()) return one;
    return registry::SiteEntry{};
  });
  const auto& room = site.record.rooms.front();
  registry::RoomDraft draft{room.id, room.name, room.exclusive, room.capacity, room.seats, std::nullopt, std::nullopt};
  const std::string subject = draft.seats.begin()->first;
  draft.seats.begin()->second += 5;
  draft.capacity += 5;
  registry::Edit edit;
  edit.id = site.record.id;
  edit.version = site.version;
  edit.reason = "增加座位";
  ASSERT_TRUE(registry::put_room(world_.database, at_minute(k_bureau, "2024-02-20", 30), edit, draft).ok());
  const auto booking = std::find_if(bookings_.begin(), bookings_.end(), [](const Booking& one) { return one.completed && one.kind == BookingKind::Regular && one.carried == 0 && !one.finish_by; });
  ASSERT_NE(booking, bookings_.end());
  BookingEdit moved;
  moved.id = booking->id;
  moved.version = booking->version;
  moved.completed = *booking->completed - 3;
  moved.candidates = booking->candidates + 1;
  moved.reason = "结业日期更正";
  ASSERT_TRUE(change_booking(world_, at_minute(k_desk, "2024-02-20", 40), moved).ok());

  const auto found = edits("2024-02-21");
  ASSERT_EQ(found.edits.size(), 2U);
  const auto& of_booking = found.edits.at(0);
  EXPECT_EQ(of_booking.kind, "booking") << "the newest of those that matter comes first";
  EXPECT_EQ(of_booking.steps.at(0).person, "李四");
  EXPECT_EQ(of_booking.steps.at(0).reason, "结业日期更正");
  ASSERT_EQ(of_booking.fields.size(), 2U);
  EXPECT_EQ(of_booking.fields.at(0), (FieldEdit{"candidates", "", std::to_string(booking->candidates), std::to_string(booking->candidates + 1)}));
  EXPECT_EQ(of_booking.fields.at(1).after, to_string(*booking->completed - 3));
  EXPECT_EQ(of_booking.effect.people, std::vector<std::string>{booking->id});
  EXPECT_TRUE(of_booking.effect.sites.empty());
  const auto& of_site = found.edits.at(1);
  EXPECT_EQ(of_site.kind, "site");
  EXPECT_EQ(of_site.steps.at(0).person, "王五");
  ASSERT_FALSE(of_site.effect.seats.empty());
  EXPECT_EQ(of_site.effect.seats.at(0).subject, subject);
  EXPECT_GT(of_site.effect.seats.at(0).after, of_site.effect.seats.at(0).before);

  // Once frozen, later edits are no late edits: the draw does not see them.
  ASSERT_TRUE(freeze(world_, at(k_desk, "2024-02-21"), k_march, quick("2024-02-21"), 20'000).ok());
  edit.version += 1;
  draft.capacity += 5;
  ASSERT_TRUE(registry::put_room(world_.database, at(k_bureau, "2024-02-22"), edit, draft).ok());
  const auto later = edits("2024-02-22");
  ASSERT_EQ(later.edits.size(), 2U);
  EXPECT_EQ(later.edits.at(1).effect.seats.at(0).after, of_site.effect.seats.at(0).after);
}

} // namespace
} // namespace ankao::planning
