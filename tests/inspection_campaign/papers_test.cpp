// SPDX-License-Identifier: Apache-2.0
// Handover, pairing, teams and spot checks, on every database.
#include "inspection_campaign/support/desk.hpp"

#include "inspection/files/law.hpp"
#include "inspection/rules/pairing.hpp"
#include "inspection/rules/spot.hpp"
#include "inspection/service/handovers.hpp"
#include "inspection/service/pairings.hpp"
#include "inspection/service/spots.hpp"
#include "inspection/service/teams.hpp"

namespace ankao::inspection::tests_ {
namespace {

class Papers : public Desk {
protected:
  std::vector<Pair> draw() {
    must(announce_pairing(database(), city("2026-10-11"), "SI-2026", "双色球第2026120期", at("2026-10-15")));
    must(enter_pairing_value(database(), city("2026-10-16"), "SI-2026", "01 02 03"));
    must(confirm_pairing_value(database(), city("2026-10-16", "lin"), "SI-2026", "01 02 03"));
    return look([&](db::Transaction& t) { return pairs_of(t, *store::campaign(t, "SI-2026")); });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, Papers, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Papers, ThePairsFollowFromARuleThatStoodBeforeTheValue) {
  EXPECT_EQ(refusal(enter_pairing_value(database(), city("2026-10-16"), "SI-2026", "01")), "inspection.pairing_none");
  EXPECT_EQ(refusal(announce_pairing(database(), city("2026-10-11"), "SI-2026", "号码", at("2026-10-11"))), "inspection.pairing_time") << "the value must be to come";
  EXPECT_EQ(refusal(announce_pairing(database(), city("2023-10-31"), "SI-2023", "号码", at("2026-10-15"))), "inspection.pairing_year") << "2023 has Annex 4";
  must(announce_pairing(database(), city("2026-10-11"), "SI-2026", "号码", at("2026-10-15")));
  EXPECT_EQ(refusal(announce_pairing(database(), city("2026-10-11"), "SI-2026", "别的", at("2026-10-16"))), "inspection.pairing_stands");
  EXPECT_EQ(refusal(enter_pairing_value(database(), city("2026-10-14"), "SI-2026", "01 02")), "inspection.pairing_early");
  must(enter_pairing_value(database(), city("2026-10-15"), "SI-2026", "01 02"));
  EXPECT_EQ(refusal(confirm_pairing_value(database(), city("2026-10-16"), "SI-2026", "01 02")), "inspection.pairing_own");
  EXPECT_EQ(refusal(confirm_pairing_value(database(), city("2026-10-16", "lin"), "SI-2026", "01 03")), "inspection.pairing_differs");
  EXPECT_TRUE(look([&](db::Transaction& t) { return pairs_of(t, *store::campaign(t, "SI-2026")); }).empty());
  const Paper paper = must(confirm_pairing_value(database(), city("2026-10-16", "lin"), "SI-2026", "01 02"));
  const auto record = read_content<PairingRecord>(paper.content);
  EXPECT_EQ(record.districts.size(), 11U);
  const auto again = *draw_pairs(record.districts, record.barred, pairing_seed(record.rule_sm3, "01 02"));
  ASSERT_EQ(again.size(), record.pairs.size());
  for (std::size_t i = 0; i < again.size(); ++i) EXPECT_EQ(again[i].by + again[i].of, record.pairs[i].by + record.pairs[i].of);
}

TEST_P(Papers, ADistrictInspectsThoseThatWereDrawnForIt) {
  const Target unit = first("institution", "440113");
  const auto cross = [&](const std::string& by) {
    const Party party = district(by, "2026-11-20");
    return refusal(plan_visit(database(), party.actor, party.now, party.viewer, {"SI-2026", "enforcement", unit.id, day("2026-11-22"), {}}));
  };
  EXPECT_EQ(cross("440104"), "inspection.not_yours") << "the pairs of 2023 do not hold in 2026";
  for (const Pair& one : draw()) EXPECT_EQ(cross(one.by), one.of == "440113" || one.by == "440113" ? "" : "inspection.not_yours") << one.by;
}

TEST_P(Papers, ProblemsEvidenceAndProposalsAreHandedOverAndReceived) {
  const Target unit = first("institution", "440113", "SI-2023");
  const Party by = district("440104", "2023-11-24"); // A4-01
  const FilesOf files = [](db::Transaction&, const std::string& kind, const std::string&) { return kind == "visit" ? std::vector<Handover::Piece>{{"f1", "照片.jpg", "", "ab12"}} : std::vector<Handover::Piece>{}; };
  const auto make = [&](const Party& party, const std::string& of) { return make_handover(database(), party, "SI-2023", of, "责令限期整改", files); };
  EXPECT_EQ(refusal(make(by, "440113")), "inspection.handover_nothing");
  EXPECT_EQ(refusal(make(by, "440111")), "inspection.not_paired");
  const Visit open = must(plan_visit(database(), by.actor, by.now, by.viewer, {"SI-2023", "enforcement", first("theory_site", "440113", "SI-2023").id, day("2023-11-25"), {}}));
  inspected(by, unit, "enforcement", "2023-11-24", "A1-13", "SI-2023");
  EXPECT_EQ(refusal(make(by, "440113")), "inspection.handover_open") << "a visit is not signed";
  database().write([&](db::Transaction& t) { t.execute("DELETE FROM visit WHERE number = " + open.id.substr(2)); });
  EXPECT_EQ(term("campaign_handover", "handover:SI-2023/district:440104"), "open");
  EXPECT_EQ(due("campaign_handover", "handover:SI-2023/district:440104"), "2023-11-30") << "with the end of the phase (G-48)";
  const Paper paper = must(make(by, "440113"));
  const auto content = read_content<Handover>(paper.content);
  EXPECT_EQ(content.visits.size(), 1U);
  ASSERT_EQ(content.problems.size(), 1U);
  ASSERT_EQ(content.evidence.size(), 1U);
  EXPECT_EQ(content.evidence[0].note, "ab12");
  EXPECT_GT(content.missing.size(), 0U) << "full coverage is shown (M-3.2c)";
  EXPECT_EQ(term("campaign_handover", "handover:SI-2023/district:440104"), "done");
  EXPECT_EQ(refusal(make(by, "440113")), "inspection.handover_made");
  EXPECT_EQ(refusal(receive_handover(database(), by, paper.id())), "inspection.not_yours");
  EXPECT_EQ(refusal(receive_handover(database(), district("440111", "2023-11-25"), paper.id())), "inspection.paper_unknown");
  EXPECT_EQ(must(receive_handover(database(), district("440113", "2023-11-25"), paper.id())).state, "received");
  EXPECT_EQ(refusal(receive_handover(database(), district("440113", "2023-11-26"), paper.id())), "inspection.paper_state");
}

TEST_P(Papers, WhoDeclaredATieDoesNotInspectTheUnit) {
  const Target unit = first("institution", "440111");
  const Party own = district("440111", "2026-11-20");
  EXPECT_EQ(refusal(declare_member(database(), own, "SI-2026", "张工", {"某校", "driver", {}})), "inspection.member_role");
  EXPECT_EQ(refusal(declare_member(database(), own, "SI-2026", "张工", {"某校", "expert", {{"friend", unit.subject, "", ""}}})), "inspection.tie_unknown");
  EXPECT_EQ(refusal(declare_member(database(), own, "SI-2026", "张工", {"某校", "expert", {{"teaching", "institution:none", "", ""}}})), "inspection.target_unknown");
  must(declare_member(database(), own, "SI-2026", "张工", {"某校", "expert", {{"teaching", unit.subject, "", "兼职教员"}}}));
  const auto with = [&](const std::string& name) { return refusal(plan_visit(database(), own.actor, own.now, own.viewer, {"SI-2026", "enforcement", unit.id, day("2026-11-22"), {{MemberRole::Expert, name, "", ""}}})); };
  EXPECT_EQ(with("张工"), "inspection.member_tied");
  must(declare_member(database(), own, "SI-2026", "张工", {"某校", "expert", {{"former", unit.subject, "", "2015年前"}}}));
  EXPECT_EQ(with("张工"), "") << "marked only";
  EXPECT_EQ(look([&](db::Transaction& t) { return members_of(t, "SI-2026", "440111"); }).size(), 1U);
}

TEST_P(Papers, ASpotDrawIsKeptWithWhatItStoodOnAndMakesVisits) {
  const Chance chance = [](std::span<std::uint8_t> bytes) { std::fill(bytes.begin(), bytes.end(), std::uint8_t{7}); };
  const auto ask = [&](int count, const std::string& planned) { return draw_spot(database(), city("2026-12-01"), {"SI-2026", "440111", count, day(planned)}, chance); };
  EXPECT_EQ(refusal(ask(0, "2026-12-05")), "inspection.spot_count");
  EXPECT_EQ(refusal(ask(51, "2026-12-05")), "inspection.spot_count");
  EXPECT_EQ(refusal(ask(2, "2026-11-30")), "inspection.planned_outside");
  EXPECT_EQ(refusal(draw_spot(database(), district("440111", "2026-12-01"), {"SI-2026", "", 2, day("2026-12-05")}, chance)), "inspection.not_yours");
  inspected(district("440111", "2026-11-22"), first("institution", "440111"), "enforcement", "2026-11-22", "A1-13");
  const Paper paper = must(ask(3, "2026-12-05"));
  const auto record = read_content<SpotRecord>(paper.content);
  EXPECT_EQ(record.drawn, draw_spots(record.candidates, spot_seed(list_digest(record.candidates), record.nonce), 3)) << "anybody draws the same";
  ASSERT_EQ(record.visits.size(), 3U);
  for (const std::string& one : record.visits) {
    const auto visit = look([&](db::Transaction& t) { return store::visit(t, one); });
    ASSERT_TRUE(visit.has_value());
    EXPECT_EQ(visit->phase, "spot");
    EXPECT_EQ(visit->by, "") << "by the city";
  }
  for (const SpotCandidate& one : record.candidates)
    if (one.target == first("institution", "440111").id) {
      EXPECT_EQ(one.reasons, (std::vector<std::string>{"open:1"}));
    } else if (one.target.rfind("institution", 0) == 0) {
      EXPECT_EQ(one.reasons, (std::vector<std::string>{"never:1"}));
    }
}

} // namespace
} // namespace ankao::inspection::tests_
