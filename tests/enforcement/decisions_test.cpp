// SPDX-License-Identifier: Apache-2.0
// The life of a decision and what it does to register and draw, on every database.
#include <gtest/gtest.h>

#include <memory>

#include "db/use_case.hpp"
#include "draw/files/files.hpp"
#include "enforcement/files/law.hpp"
#include "enforcement/rules/check.hpp"
#include "enforcement/service/decisions.hpp"
#include "enforcement/service/records.hpp"
#include "inspection/store/inspection.hpp"
#include "ledger/service/ledger.hpp"
#include "planning/service/assembly.hpp"
#include "planning/support/story.hpp"
#include "deadlines/service/calendar.hpp"
#include "registry/service/imports.hpp"
#include "registry/service/reading.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::enforcement {
namespace {

using planning::day;

constexpr const char* k_site = "GZ-A01-S1";
constexpr const char* k_home = "440111";

Act by(const char* account, const char* role, const char* kind, const char* id, const char* date) {
  const std::string scope = std::string(kind) + (*id == 0 ? "" : ":") + id;
  return {{account, account, role, scope}, planning::at(planning::k_bureau, date).at, {kind, id}};
}
Act chen(const char* date = "2024-02-20") { return by("chen", "city_bureau", "city", "", date); }
Act lin(const char* date = "2024-02-20") { return by("lin", "city_bureau", "city", "", date); }

template <class T>
std::string refusal(const Result<T>& result) {
  if (result.ok()) return "";
  return result.problem().parts.empty() ? result.problem().id : result.problem().parts.front().id;
}

/// Whom and how, wherever the data comes from.
class Deciding {
protected:
  explicit Deciding(db::Database& database)
      : storage_(database) {
    site_ = db::look(storage_, [](db::Transaction& t) { return *registry::site_in(t, k_site, day("2024-02-20")); });
  }
  virtual ~Deciding() = default;
  db::Database& database() { return storage_; }
  Draft suspension(const char* from = "2024-02-20", const char* to = "2024-06-30") {
    Draft d;
    d.subject = std::string("site:") + k_site;
    d.ground = "P-3.2.5";
    d.kind = Kind::Suspension;
    d.facts = "考试全过程未开启网络摄像机";
    d.from = day(from);
    d.to = day(to);
    return d;
  }
  Draft revocation() {
    Draft d = suspension();
    d.ground = "C-1b";
    d.kind = Kind::Revocation;
    d.to.reset();
    return d;
  }
  Draft order() {
    Draft d = suspension();
    d.kind = Kind::Correct;
    d.from.reset();
    d.to.reset();
    d.due = day("2024-03-20");
    return d;
  }
  Act officer(const char* account, const char* date = "2024-02-20") { return by(account, "district_bureau", "district", site_.record.district.c_str(), date); }
  Decision proposed(const Draft& draft, const Act& act) {
    const auto made = propose(database(), act, draft);
    if (!made.ok()) throw std::runtime_error("refused: " + refusal(made));
    return *made;
  }
  Decision in_force(const Draft& draft) {
    const auto done = sign(database(), lin(), proposed(draft, chen()).id, true, "");
    if (!done.ok()) throw std::runtime_error("refused: " + done.problem().id);
    return *done;
  }
  std::vector<registry::Suspension> suspended() {
    return db::look(storage_, [](db::Transaction& t) { return registry::snapshot(t, day("2024-02-20")); }).suspensions;
  }
  std::size_t events(const std::string& subject) {
    return db::look(storage_, [&](db::Transaction& t) { return ledger::time_line(t, subject); }).size();
  }

  db::Database& storage_;
  registry::SiteEntry site_;
};

std::vector<db::Migration> own_steps() {
  std::vector<db::Migration> steps = inspection::migrations();
  for (auto& one : migrations()) steps.push_back(one);
  return steps;
}

db::Database& with_steps(db::Database& database) {
  db::migrate(database, own_steps());
  return database;
}

/// The register of Annex 6 is enough for the life of a decision.
tests::Prepared annex6() {
  return {"decisions", [](db::Database& database) {
            std::vector<db::Migration> steps = ledger::migrations();
            for (const auto& more : {registry::migrations(), deadlines::migrations(), own_steps()}) steps.insert(steps.end(), more.begin(), more.end());
            db::migrate(database, steps);
            ensure(registry::import_annex6(database, planning::at(planning::k_bureau, "2024-01-05").at).ok(), "Annex 6 is read");
          }};
}

class DecisionLife : public ::testing::TestWithParam<std::string>, protected Deciding {
protected:
  DecisionLife()
      : DecisionLife(std::make_unique<tests::Store>(GetParam(), annex6())) {}
  template <class Work>
  auto look(const Work& work) {
    return db::look(storage_, work);
  }

private:
  explicit DecisionLife(std::unique_ptr<tests::Store> store)
      : Deciding(store->database())
      , store_(std::move(store)) {}
  std::unique_ptr<tests::Store> store_;
};
INSTANTIATE_TEST_SUITE_P(Databases, DecisionLife, ::testing::Values("memory", "postgresql"), [](const auto& kind) { return kind.param; });

/// A demo city whose month can be frozen.
class DecisionInTheDraw : public planning::Story, protected Deciding {
protected:
  DecisionInTheDraw()
      : Deciding(with_steps(world_.database)) {}
  template <class Work>
  auto look(const Work& work) {
    return db::look(world_.database, work);
  }
  /// The instance that a freeze of March would make.
  draw::Instance frozen() {
    return look([&](db::Transaction& t) {
      planning::PlanVersion plan;
      plan.month = planning::k_march;
      return planning::build(planning::load_input(t, world_, plan, day("2024-02-20"))).instance;
    });
  }
  const draw::Site* site_in(const draw::Instance& instance) {
    for (const auto& one : instance.sites)
      if (one.id == k_site) return &one;
    return nullptr;
  }
  int rooms_in(const draw::Instance& instance) {
    int n = 0;
    for (const auto& room : instance.rooms) n += instance.sites[static_cast<std::size_t>(room.site)].id == k_site ? 1 : 0;
    return n;
  }
};
// What the register holds is told on both databases above; a demo city on PostgreSQL takes its seconds.
INSTANTIATE_TEST_SUITE_P(Databases, DecisionInTheDraw, ::testing::Values("memory"), [](const auto& kind) { return kind.param; });

TEST_P(DecisionInTheDraw, ASuspendedSiteIsSuspendedInTheNextInstanceAndFreeAgainWhenTheDecisionIsAnnulled) {
  ASSERT_NE(site_in(frozen()), nullptr);
  EXPECT_TRUE(site_in(frozen())->suspended.empty());
  const Decision waiting = proposed(suspension(), officer("he"));
  EXPECT_TRUE(site_in(frozen())->suspended.empty()) << "a proposal changes nothing";
  const auto done = sign(database(), lin(), waiting.id, true, "");
  ASSERT_TRUE(done.ok()) << done.problem().id;
  EXPECT_EQ(done->effect.rfind("SP-", 0), 0U);
  ASSERT_EQ(site_in(frozen())->suspended.size(), 1U);
  EXPECT_EQ(site_in(frozen())->suspended[0].from, day("2024-02-20"));
  EXPECT_EQ(site_in(frozen())->suspended[0].to, day("2024-06-30"));
  EXPECT_EQ(events("decision:" + waiting.id), 2U);
  ASSERT_TRUE(take_back(database(), chen(), waiting.id, "事实不成立").ok());
  EXPECT_TRUE(site_in(frozen())->suspended.empty());
  EXPECT_EQ(events("decision:" + waiting.id), 3U);
}

TEST_P(DecisionInTheDraw, ASuspensionThatHasBegunEndsTheDayBeforeItIsLifted) {
  const Decision d = in_force(suspension());
  ASSERT_TRUE(take_back(database(), chen("2024-03-11"), d.id, "复核后解除").ok());
  ASSERT_EQ(site_in(frozen())->suspended.size(), 1U) << "what was suspended stays suspended";
  EXPECT_EQ(site_in(frozen())->suspended[0].to, day("2024-03-10"));
}

TEST_P(DecisionInTheDraw, AnInstitutionIsSuspendedByItsOwnGroundOnly) {
  Draft d = suspension();
  d.subject = "institution:" + site_.record.owner;
  EXPECT_EQ(refusal(propose(database(), chen(), d)), "enforcement.ground_subject") << "G-60: P-3.2 strikes the site";
  d.ground = "C-3a";
  const auto before = frozen().institutions;
  const Decision done = in_force(d);
  const auto after = frozen().institutions;
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < after.size(); ++i) EXPECT_EQ(after[i].suspended.size(), before[i].suspended.size() + (after[i].id == site_.record.owner ? 1U : 0U)) << after[i].id;
  EXPECT_TRUE(site_in(frozen())->suspended.empty());
  EXPECT_EQ(done.district, look([&](db::Transaction& t) { return registry::institution_in(t, site_.record.owner, day("2024-02-20"))->record.supervising_district; }));
}

TEST_P(DecisionInTheDraw, ARevokedSiteLeavesTheRegisterAndItsRoomsTheInstance) {
  ASSERT_GT(rooms_in(frozen()), 0);
  const Decision d = in_force(revocation());
  EXPECT_EQ(rooms_in(frozen()), 0);
  EXPECT_EQ(d.barred_until, day("2027-02-19"));
  const auto entry = [&] { return look([&](db::Transaction& t) { return *registry::site_in(t, k_site, day("2024-02-20")); }); };
  EXPECT_EQ(entry().standing, registry::Standing::Deregistered);
  EXPECT_EQ(refusal(sign(database(), lin(), proposed(revocation(), chen()).id, true, "")), "register.entry_not_published") << "nobody is struck twice";
  ASSERT_TRUE(take_back(database(), lin(), d.id, "复议撤销").ok());
  EXPECT_EQ(entry().standing, registry::Standing::Published);
  EXPECT_GT(rooms_in(frozen()), 0);
}

TEST_P(DecisionLife, TheProposerNeverSignsAndSuspensionsBelongToTheCity) {
  const Decision d = proposed(suspension(), chen());
  EXPECT_EQ(refusal(sign(database(), chen(), d.id, true, "")), "enforcement.same_person");
  Act deputy = lin();
  deputy.actor.behalf = "chen";
  EXPECT_EQ(refusal(sign(database(), deputy, d.id, true, "")), "enforcement.same_person") << "not through a deputy either";
  EXPECT_EQ(refusal(sign(database(), officer("he"), d.id, true, "")), "enforcement.not_decider") << "G-72";
  EXPECT_EQ(refusal(sign(database(), lin(), d.id, false, " ")), "enforcement.reason_missing");
  ASSERT_TRUE(sign(database(), lin(), d.id, false, "证据不足").ok());
  EXPECT_TRUE(suspended().empty());
  EXPECT_EQ(refusal(sign(database(), lin(), d.id, true, "")), "enforcement.wrong_state");
  EXPECT_EQ(refusal(take_back(database(), lin(), d.id, "x")), "enforcement.wrong_state");
}

TEST_P(DecisionLife, ADistrictDecidesOrdersOfItsOwnUnitsByTwoPeople) {
  const Decision d = proposed(order(), officer("he"));
  EXPECT_EQ(refusal(sign(database(), officer("he"), d.id, true, "")), "enforcement.same_person");
  const std::string strange = site_.record.district == k_home ? "440106" : k_home;
  EXPECT_EQ(refusal(sign(database(), by("wu", "district_bureau", "district", strange.c_str(), "2024-02-20"), d.id, true, "")), "enforcement.unknown");
  EXPECT_EQ(refusal(propose(database(), by("wu", "district_bureau", "district", strange.c_str(), "2024-02-20"), order())), "enforcement.not_yours");
  ASSERT_TRUE(sign(database(), officer("wu"), d.id, true, "").ok());
  EXPECT_TRUE(suspended().empty());
}

TEST_P(DecisionLife, EveryStepTellsOnceAndARefusedStepTellsNobody) {
  std::vector<State> told;
  const Tell tell = [&](db::Transaction&, const Decision& d, Instant) { told.push_back(d.state); };
  const auto made = propose(database(), chen(), suspension(), tell);
  ASSERT_TRUE(made.ok());
  EXPECT_FALSE(sign(database(), chen(), made->id, true, "", tell).ok());
  ASSERT_TRUE(sign(database(), lin(), made->id, true, "", tell).ok());
  ASSERT_TRUE(take_back(database(), lin(), made->id, "撤销", tell).ok());
  EXPECT_EQ(told, (std::vector<State>{State::Proposed, State::InForce, State::Annulled}));
}

TEST_P(DecisionLife, NoDecisionIsTakenOnAUnitThatIsNoRegisterPlace) {
  // A district's exam organisation (G-09): its problems are corrected, the measures of the notice are for institutions and sites.
  database().write([&](db::Transaction& t) {
    inspection::Campaign campaign;
    campaign.id = "SI-2023", campaign.year = 2023, campaign.title = "专项检查", campaign.created_at = chen().at;
    inspection::Visit v;
    v.id = "V-1", v.campaign = campaign.id, v.phase = "enforcement", v.by = k_home, v.planned = day("2024-02-20");
    v.target = {"exam_organisation:EO-01", "exam_organisation", "exam_organisation:EO-01", "区考试中心", k_home, "", "", true};
    inspection::store::insert(t, campaign, {v.target});
    inspection::store::insert(t, v);
    inspection::Defect d;
    d.id = "Q-1", d.visit = "V-1", d.campaign = "SI-2023", d.phase = "enforcement", d.target = "exam_organisation:EO-01", d.checklist = "exam_organisation", d.name = "区考试中心", d.district = k_home;
    d.item = d.clause = "A21-1", d.number = "1", d.text = "制度不全", d.by = k_home, d.found_at = chen().at;
    inspection::store::insert(t, d, "exam_organisation:EO-01");
  });
  EXPECT_EQ(refusal(db::look(database(), [](db::Transaction& t) { return basis_of(t, {"district", k_home}, "Q-1"); })), "enforcement.no_subject");
  Draft draft = order();
  draft.subject = "exam_organisation:EO-01";
  EXPECT_EQ(refusal(propose(database(), chen(), draft)), "enforcement.subject_unknown") << "nor by naming it";
}

TEST_P(DecisionLife, NothingTakesEffectBeforeItIsSigned) {
  const Decision d = proposed(suspension(), chen());
  EXPECT_EQ(refusal(sign(database(), lin("2024-02-21"), d.id, true, "")), "enforcement.begins_past") << "signed a day after it was to begin";
  ASSERT_TRUE(take_back(database(), chen("2024-02-21"), d.id, "改期").ok());
  EXPECT_EQ(look([&](db::Transaction& t) { return store::decision(t, d.id)->state; }), State::Withdrawn);
}

TEST_P(DecisionLife, ARefusalOfTheRegisterLeavesNothingBehind) {
  const Decision first = in_force(suspension()), second = proposed(suspension(), chen());
  EXPECT_EQ(refusal(sign(database(), lin(), second.id, true, "")), "register.suspension_doubled");
  EXPECT_EQ(look([&](db::Transaction& t) { return store::decision(t, second.id)->state; }), State::Proposed);
  EXPECT_EQ(events("decision:" + second.id), 1U);
  EXPECT_NE(first.id, second.id);
}

TEST_P(DecisionLife, RecordsMustExistAndBelongToTheSubject) {
  Draft d = order();
  d.problems = {"Q-1"};
  EXPECT_EQ(refusal(propose(database(), chen(), d)), "enforcement.record_unknown");
  d = order();
  d.visits = {"V-9"};
  EXPECT_EQ(refusal(propose(database(), chen(), d)), "enforcement.record_unknown");
  d = order();
  d.subject = "site:GZ-Z99-S1";
  EXPECT_EQ(refusal(propose(database(), chen(), d)), "enforcement.subject_unknown");
}

TEST_P(DecisionLife, ListsShowTheOwnScopeAndTheStatisticsOnlyWhatStands) {
  const Decision waiting = proposed(order(), chen());
  const Decision standing = in_force(suspension());
  const auto seen = [&](const Viewer& viewer) {
    store::Filter filter;
    filter.viewer = viewer;
    return look([&](db::Transaction& t) { return store::decisions(t, filter); }).total;
  };
  EXPECT_EQ(seen({"city", ""}), 2);
  EXPECT_EQ(seen({"district", site_.record.district}), 2);
  EXPECT_EQ(seen({"district", "440199"}), 0);
  EXPECT_EQ(seen({"institution", site_.record.owner}), 1) << "a proposal is not shown to the unit";
  EXPECT_EQ(seen({"site", k_site}), 1);
  EXPECT_EQ(seen({"site", ""}), 0);
  const auto counted = [&](const std::string& district, const char* from, const char* before) {
    return look([&](db::Transaction& t) { return decisions_between(t, district, start_of(day(from)), start_of(day(before))); }).size();
  };
  EXPECT_EQ(counted("", "2024-02-20", "2024-02-21"), 1U);
  EXPECT_EQ(counted(site_.record.district, "2024-02-20", "2024-02-21"), 1U);
  EXPECT_EQ(counted("440199", "2024-02-20", "2024-02-21"), 0U);
  EXPECT_EQ(counted("", "2024-02-21", "2024-03-21"), 0U);
  ASSERT_TRUE(take_back(database(), lin(), standing.id, "撤销").ok());
  EXPECT_EQ(counted("", "2024-02-20", "2024-02-21"), 0U) << "an annulled decision counts no more";
  EXPECT_NE(waiting.id, standing.id);
}

} // namespace
} // namespace ankao::enforcement
