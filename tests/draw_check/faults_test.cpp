// SPDX-License-Identifier: Apache-2.0
// What the checker finds is told in words: every fault has its text and its remedy in both languages with all figures filled in, and
// names a place that stands in the plan. Plans are bent at random until each fault of the catalogue has been seen.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <random>

#include "draw/check/difference.hpp"
#include "draw_check/support/text.hpp"
#include "problems/catalogue.hpp"

namespace ankao::draw::testing {
namespace {

using Random = std::mt19937;

std::size_t one_of(Random& random, std::size_t count) { return random() % count; }

template <class T>
T& any(Random& random, std::vector<T>& all) {
  return all[one_of(random, all.size())];
}

std::string any_of(Random& random, std::initializer_list<const char*> all) { return *(all.begin() + static_cast<std::ptrdiff_t>(one_of(random, all.size()))); }

void bend_session(World& w, Random& random) {
  Session& session = any(random, w.plan.sessions);
  switch (one_of(random, 10)) {
  case 0: session.room = any_of(random, {"S01-1", "S02-1", "S03-1", "S04-1", "S09-1"}); break;
  case 1: session.site = any_of(random, {"S01", "S02", "S09"}); break;
  case 2: session.subject = any_of(random, {"LV", "HV", "TH", "XX"}); break;
  case 3: session.date = any_of(random, {"2024-03-04", "2024-03-05", "2024-03-06", "2024-03-30"}); break;
  case 4: session.slot = any_of(random, {"am", "pm", "night"}); break;
  case 5: session.seats.clear(); break;
  case 6: session.seats.push_back({any_of(random, {"B1", "B2", "B3", "B4", "B9"}), static_cast<int>(one_of(random, 60))}); break;
  case 7: w.plan.sessions.push_back(session); break;
  case 8: std::swap(session, any(random, w.plan.sessions)); break;
  default: session.seats.insert(session.seats.begin(), session.seats.begin(), session.seats.end()); break;
  }
}

void bend_lists(World& w, Random& random) {
  const std::string batch = any_of(random, {"B1", "B2", "B4", "B9"});
  switch (one_of(random, 7)) {
  case 0: w.plan.unplaced.clear(); break;
  case 1: w.plan.unplaced.insert(w.plan.unplaced.begin(), {batch, 5, {}}); break;
  case 2: w.plan.unplaced.push_back({batch, 10, {{"S01", "R1"}}}); break;
  case 3: w.plan.exceptions.push_back({"T01", any_of(random, {"S01", "S02", "S04"}), "LV", 1 + static_cast<int>(one_of(random, 3))}); break;
  case 4: w.plan.levels.vacant += 1; break;
  case 5: w.plan.seed = any_of(random, {"no seed", w.plan.seed.c_str()}); break;
  default: w.plan.instance_sm3[0] = 'x'; break;
  }
}

void bend_data(World& w, Random& random) {
  auto& policy = w.instance.policy;
  switch (one_of(random, 11)) {
  case 0: any(random, w.instance.sites).suspended = {{day(1), day(31)}}; break;
  case 1: any(random, w.instance.institutions).suspended = {{day(1), day(31)}}; break;
  case 2: any(random, w.instance.rooms).open.clear(); break;
  case 3: any(random, w.instance.batches).completed = day(20); break;
  case 4: any(random, w.instance.batches).not_before = day(20); break;
  case 5: any(random, w.instance.batches).finish_by = day(2); break;
  case 6: for (Batch& one : w.instance.batches) one.class_id = "C"; break;
  case 7: policy.visits_per_year = 0; break;
  case 8: policy.max_sessions_per_slot = policy.max_sites_per_institution_slot = 0; break;
  case 9: w.subject("LV").max_sessions = 1; break;
  default: w.visited("T01", any_of(random, {"S02", "S04"}), "LV", make_date(2024, 2, 27)); break;
  }
}

using Seen = std::map<std::string, Problem>;

void look(const World& w, Seen& seen) {
  const Json plan = Json::parse(write_plan(w.plan));
  for (const Breach& one : check(w.instance, w.digest, w.plan).breaches) {
    EXPECT_TRUE(plan.contains(Json::json_pointer(one.fault.at))) << one.fault.id << " at " << one.fault.at;
    seen.emplace(one.fault.id, one.fault);
  }
}

void look_at_redraws(Seen& seen) {
  const World before = full_world();
  const auto note = [&](const World& now, std::optional<Date> not_before) {
    for (const Breach& one : check_redraw(before.instance, before.plan, now.plan, not_before)) seen.emplace(one.fault.id, one.fault);
  };
  World moved = before;
  moved.plan.sessions[0].date = "2024-03-05";
  note(moved, day(8));
  World more = before;
  more.session("S04", 8, "pm", "LV", {{"B1", 10}});
  note(more, std::nullopt);
}

TEST(Faults, EachIsToldInBothLanguagesWithItsPlaceItsFiguresAndItsRemedy) {
  Random random(20240304);
  Seen seen;
  for (int round = 0; round < 4000; ++round) {
    World w = full_world();
    const std::function<void(World&, Random&)> bends[] = {bend_session, bend_lists, bend_data};
    for (std::size_t i = 0, times = 1 + one_of(random, 3); i < times; ++i) bends[one_of(random, 3)](w, random);
    look(w, seen);
  }
  look_at_redraws(seen);
  const auto& catalogue = problems::Catalogue::shipped();
  for (const auto& [id, fault] : seen)
    for (const auto language : {problems::Language::Chinese, problems::Language::English}) {
      const problems::Text text = catalogue.text(fault, language);
      EXPECT_EQ(text.title.find('{'), std::string::npos) << text.title;
      EXPECT_EQ(text.remedy.find('{'), std::string::npos) << text.remedy;
      EXPECT_FALSE(text.remedy.empty()) << id;
    }
  for (const std::string& id : catalogue.ids())
    EXPECT_TRUE(seen.contains(id) || !id.starts_with("draw.fault.") || id == "draw.fault.told") << id << " was never seen";
}

} // namespace
} // namespace ankao::draw::testing
