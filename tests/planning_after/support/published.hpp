// SPDX-License-Identifier: Apache-2.0
// A demo city whose month March 2024 was published on Thursday 22 February: laid and drawn once, copied for every test.
#pragma once

#include <array>
#include <utility>

#include "planning/service/feedback.hpp"
#include "planning/service/plans.hpp"
#include "planning/service/reading.hpp"
#include "planning/support/story.hpp"

namespace ankao::planning {

inline const ledger::Actor k_other_officer{"shiju2", "赵六", "city_bureau", "city"};
inline const ledger::Actor k_other_desk{"kaoshi2", "钱七", "exam_organisation", "city"};

inline ledger::Actor site_actor(const std::string& site) { return {"kaodian-" + site, "考点", "exam_site", "site:" + site}; }

class PublishedStory : public ::testing::TestWithParam<std::string> {
protected:
  PublishedStory()
      : store_(GetParam(), prepared())
      , world_(shipped_world(store_.database())) {
    world_.tell = [this](db::Transaction&, const deadlines::Note& note, Instant) { told_.push_back(note); };
    world_.chance = [this](std::span<std::uint8_t> bytes) {
      for (auto& byte : bytes) byte = static_cast<std::uint8_t>(++chance_ * 37);
    };
  }

  PlanVersion in_force_now() {
    return look(world_.database, [](db::Transaction& t) { return *published_version(t, k_march); });
  }
  std::vector<SessionRow> sessions(const std::string& site = "") {
    return look(world_.database, [&](db::Transaction& t) { return sessions_in(t, *published_version(t, k_march), site); });
  }
  std::vector<std::string> sites() {
    std::vector<std::string> out;
    for (const auto& one : sessions())
      if (std::find(out.begin(), out.end(), one.site) == out.end()) out.push_back(one.site);
    return out;
  }
  Result<SiteFeedback> answer(const std::string& site, const char* date, bool refused, std::vector<std::string> which = {}, const std::string& text = "") {
    return answer_sessions(world_, at(site_actor(site), date), {k_march, site, std::move(which), refused, text});
  }
  FeedbackSum sum(const char* date) {
    return look(world_.database, [&](db::Transaction& t) { return sum_of(t, world_, *published_version(t, k_march), day(date)); });
  }
  std::int64_t count(const std::string& sql) {
    return look(world_.database, [&](db::Transaction& t) { return t.query(sql).integer(0, "n"); });
  }
  std::int64_t events(const std::string& action) { return count("SELECT COUNT(*) AS n FROM ledger_event WHERE action = '" + action + "'"); }

  static tests::Prepared prepared() {
    return {"published-2024-03", [](db::Database& database) {
              migrate_for_demo(database);
              const World world = shipped_world(database);
              const DemoRequest request{7, 1, k_march, day("2024-02-20")};
              ensure(lay_ground(world, at(k_bureau, "2024-02-20"), request).ok(), "the demo city is laid");
              lay_bookings(world, at(k_desk, "2024-02-20"), request, true);
              Announcement announcement;
              announcement.month = k_march;
              announcement.announced_source = "开奖公告";
              announcement.demo = true;
              const Act desk = at(k_desk, "2024-02-22");
              ensure(announce(world, desk, announcement).ok(), "the month is opened");
              const auto plan = look(database, [&](db::Transaction& t) { return *newest_version(t, k_march); });
              for (const auto& waiver : look(database, [&](db::Transaction& t) { return build(load_input(t, world, plan, day("2024-02-22"))); }).waivers)
                if (waiver.needs_approval) ensure(approve_waiver(world, at(k_bureau, "2024-02-22"), k_march, waiver.institution, waiver.subject, "没有其他考试点").ok(), "approved");
              ensure(freeze(world, desk, k_march, quick("2024-02-22"), 20'000).ok(), "frozen");
              const auto published = publish_demo(world, desk, k_march);
              ensure(published.ok(), "published" + (published.ok() ? "" : ": " + published.problem().id));
            }};
  }

  tests::Store store_;
  World world_;
  std::vector<deadlines::Note> told_;
  int chance_ = 0;
};

} // namespace ankao::planning
