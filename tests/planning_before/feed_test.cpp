// SPDX-License-Identifier: Apache-2.0
// Timetables and feeds over a published month: who sees which seats, and what becomes of an address.
#include "planning_before/support/published.hpp"

#include "planning/service/feeds.hpp"
#include "planning/store/feeds.hpp"
#include "planning_before/support/ics.hpp"

namespace ankao::planning {
namespace {

class Feeds : public Published {};
INSTANTIATE_TEST_SUITE_P(Databases, Feeds, ::testing::Values("file", "postgresql"), [](const auto& kind) { return kind.param; });

FeedPorts ports(std::optional<std::string> scope) {
  auto counter = std::make_shared<std::uint8_t>(std::uint8_t{0});
  return {[counter](std::span<std::uint8_t> bytes) { std::fill(bytes.begin(), bytes.end(), ++*counter); },
          [scope](const std::string&) { return scope; }, "https://ankao.example"};
}

TEST_P(Feeds, EverybodySeesWhatIsTheirs) {
  const PlanKey key{k_march, 1};
  const std::string site = text("SELECT site AS x FROM planning_session ORDER BY id LIMIT 1");
  const std::string institution = text("SELECT institution AS x FROM planning_seat ORDER BY session, batch LIMIT 1");
  look(world_.database, [&](db::Transaction& t) {
    const auto whole = seen_sessions(t, key, *sight_of(k_desk, {}));
    EXPECT_EQ(static_cast<std::int64_t>(whole.size()), t.query("SELECT COUNT(*) AS x FROM planning_session").integer(0, "x"));

    const auto own_rooms = seen_sessions(t, key, *sight_of(of_site(site), {}));
    EXPECT_FALSE(own_rooms.empty());
    for (const auto& one : own_rooms) {
      EXPECT_EQ(one.session.site, site);
      int seated = 0;
      for (const auto& seat : one.seats) seated += seat.seat.candidates;
      EXPECT_EQ(seated, one.session.candidates) << "a site sees everybody it receives";
    }
    const auto own_seats = seen_sessions(t, key, *sight_of(of_institution(institution), {}));
    EXPECT_FALSE(own_seats.empty());
    for (const auto& one : own_seats) {
      EXPECT_FALSE(one.seats.empty());
      for (const auto& seat : one.seats) EXPECT_EQ(seat.batch.institution, institution) << "never another's trainees";
    }
    const std::string room = own_rooms.front().session.room;
    for (const auto& one : seen_sessions(t, key, *sight_of(of_site(site), {"", site, room, "", false}))) EXPECT_EQ(one.session.room, room);
    return 0;
  });
  EXPECT_EQ(sight_of(of_site(site), {"", "GZ-Z99-S1", "", "", false}).problem().id, "planning.timetable_scope");
  EXPECT_EQ(sight_of(of_institution(institution), {"", "", "", "GZ-Z99", false}).problem().id, "planning.timetable_scope");
  EXPECT_EQ(sight_of({"x", "x", "trainee", "own:x"}, {}).problem().id, "planning.timetable_scope");
  const auto district = sight_of({"x", "x", "district_bureau", "district:440103"}, {});
  EXPECT_EQ(district->district, "440103");
}

TEST_P(Feeds, AFeedIsReadByItsAddressUntilItIsRevoked) {
  const std::string site = text("SELECT site AS x FROM planning_session ORDER BY id LIMIT 1");
  const auto actor = of_site(site);
  const auto way = ports(actor.scope);
  const auto made = create_feed(world_, way, at(actor, "2024-02-26"), {}, "我的考场", "zh");
  ASSERT_TRUE(made.ok()) << made.problem().id;
  EXPECT_EQ(made->secret.size(), 64u);
  EXPECT_EQ(number("SELECT COUNT(*) AS x FROM planning_feed WHERE secret_sm3 = '" + made->secret + "'"), 0) << "the secret itself is stored nowhere";

  const auto bytes = read_feed(world_, way, made->secret, at(actor, "2024-02-27").at);
  ASSERT_TRUE(bytes.ok());
  const auto read = tests::read_ics(*bytes);
  EXPECT_EQ(read.fault, "");
  EXPECT_EQ(static_cast<std::int64_t>(read.events.size()), number("SELECT COUNT(*) AS x FROM planning_session WHERE site = '" + site + "'"));
  EXPECT_EQ(list_feeds(world_, actor).front().read_on, "2024-02-27");

  const auto id = made->feed.id;
  EXPECT_EQ(read_feed(world_, ports("site:GZ-Z99-S1"), made->secret, at(actor, "2024-02-27").at).problem().id, "planning.feed_unknown") << "the account belongs elsewhere now";
  EXPECT_EQ(read_feed(world_, ports(std::nullopt), made->secret, at(actor, "2024-02-27").at).problem().id, "planning.feed_unknown") << "the account is gone";
  EXPECT_EQ(read_feed(world_, way, std::string(64, 'a'), at(actor, "2024-02-27").at).problem().id, "planning.feed_unknown");
  EXPECT_EQ(read_feed(world_, way, "../../etc/passwd", at(actor, "2024-02-27").at).problem().id, "planning.feed_unknown");
  EXPECT_EQ(revoke_feed(world_, at(k_desk, "2024-02-28"), id).problem().id, "planning.feed_unknown") << "nobody ends another's feed";
  ASSERT_TRUE(revoke_feed(world_, at(actor, "2024-02-28"), id).ok());
  EXPECT_EQ(read_feed(world_, way, made->secret, at(actor, "2024-02-28").at).problem().id, "planning.feed_unknown");
  EXPECT_EQ(revoke_feed(world_, at(actor, "2024-02-28"), id).problem().id, "planning.feed_revoked");
  EXPECT_EQ(number("SELECT COUNT(*) AS x FROM ledger_event WHERE action LIKE 'feed.%'"), 2);
}

TEST_P(Feeds, ANewVersionCancelsWhatMovedAndKeepsTheRest) {
  const std::string institution = text("SELECT institution AS x FROM planning_seat ORDER BY session, batch LIMIT 1");
  const std::string gone = text("SELECT session AS x FROM planning_seat WHERE institution = '" + institution + "' ORDER BY session LIMIT 1");
  const auto actor = of_institution(institution);
  const auto way = ports(actor.scope);
  const auto made = create_feed(world_, way, at(actor, "2024-02-26"), {}, "本机构", "zh");
  const auto before = tests::read_ics(*read_feed(world_, way, made->secret, at(actor, "2024-02-27").at));
  // Version 2 as a redraw leaves it: the same rows but for one session.
  world_.database.write([&](db::Transaction& t) {
    auto second = *find_version(t, k_march, 1);
    for (const char* table : {"planning_session", "planning_seat", "planning_batch"}) {
      const auto columns = std::string(table) == "planning_session" ? "id, date, slot, slot_place, site, site_name, district, room, room_name, subject, subject_name, seats, candidates, search"
                           : std::string(table) == "planning_seat"  ? "session, batch, institution, candidates, distance_m"
                                                                    : "id, class, institution, institution_name, subject, subject_name, kind, own_school, started, completed, not_before, finish_by, carried, candidates, placed, state, waiver, first_date, distance_m, because, search";
      t.execute(std::string("INSERT INTO ") + table + " (month, version, " + columns + ") SELECT month, 2, " + columns + " FROM " + table + " WHERE version = 1");
    }
    t.execute("DELETE FROM planning_session WHERE version = 2 AND id = $1", {gone});
    t.execute("DELETE FROM planning_seat WHERE version = 2 AND session = $1", {gone});
    auto former = second;
    former.stage = Stage::Superseded;
    update_version(t, former, Stage::Published);
    second.version = 2;
    insert_version(t, second);
    add_step(t, k_march, 2, {"plan.publish", at(k_bureau, "2024-02-28").at, "city_bureau", "王五", ""});
  });
  const auto after = tests::read_ics(*read_feed(world_, way, made->secret, at(actor, "2024-02-29").at));
  ASSERT_EQ(after.events.size(), before.events.size());
  for (const auto& [uid, event] : after.events) {
    ASSERT_TRUE(before.events.contains(uid)) << "UIDs are the same in every version";
    const bool moved = uid.rfind(gone + "@", 0) == 0;
    EXPECT_EQ(event.text("STATUS"), moved ? "CANCELLED" : "CONFIRMED") << uid;
    EXPECT_EQ(event.text("SEQUENCE"), moved ? "1" : "0");
  }
}

TEST_P(Feeds, AnAccountHasSoManyFeedsAndNoMore) {
  const auto way = ports("city");
  for (int i = 0; i < k_most_feeds; ++i) ASSERT_TRUE(create_feed(world_, way, at(k_desk, "2024-02-26"), {}, "第" + std::to_string(i), "en").ok());
  EXPECT_EQ(create_feed(world_, way, at(k_desk, "2024-02-26"), {}, "多", "en").problem().id, "planning.feed_too_many");
  ASSERT_TRUE(revoke_feed(world_, at(k_desk, "2024-02-26"), list_feeds(world_, k_desk).front().id).ok());
  EXPECT_TRUE(create_feed(world_, way, at(k_desk, "2024-02-26"), {}, "再", "en").ok());
  EXPECT_EQ(create_feed(world_, way, at(k_desk, "2024-02-26"), {}, "", "en").problem().id, "planning.text_missing");
}

} // namespace
} // namespace ankao::planning
