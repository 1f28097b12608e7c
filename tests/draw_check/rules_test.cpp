// SPDX-License-Identifier: Apache-2.0
// Every rule of draw.md, satisfied, violated, just inside and just outside; the last test fails when a rule lacks one of them.
#include <gtest/gtest.h>

#include <functional>

#include "draw/check/rules.hpp"
#include "draw_check/support/world.hpp"

namespace ankao::draw::testing {
namespace {

enum class Case { Satisfied, Violated, JustInside, JustOutside };

struct Vector {
  std::string rule;
  Case kind;
  std::string title;
  std::function<void(World&)> arrange;
};

/// `sub` with one session of `n` of its candidates at S02 (by default), on 4 March in the morning.
void one(World& w, int candidates, int seated, const std::string& site = "S02") {
  w.batch("B1", "T01", "LV", candidates);
  w.session(site, 4, "am", "LV", {{"B1", seated}});
}

const std::vector<Vector>& vectors() {
  static const std::vector<Vector> all = {
      {"R0", Case::Satisfied, "a batch wholly seated in its subject", [](World& w) { one(w, 20, 20); }},
      {"R0", Case::JustInside, "as many seated as the batch has, in two sessions",
       [](World& w) {
         one(w, 30, 20);
         w.session("S04", 5, "am", "LV", {{"B1", 10}});
       }},
      {"R0", Case::JustOutside, "one more seated than the batch has",
       [](World& w) {
         one(w, 30, 20);
         w.session("S04", 5, "am", "LV", {{"B1", 11}});
       }},
      {"R0", Case::Violated, "a batch in another subject's session",
       [](World& w) {
         w.batch("B1", "T01", "LV", 20);
         w.session("S02", 4, "am", "HV", {{"B1", 20}});
       }},
      {"R0", Case::Violated, "a batch twice in a session",
       [](World& w) {
         w.batch("B1", "T01", "LV", 20);
         w.session("S02", 4, "am", "LV", {{"B1", 10}, {"B1", 10}});
       }},
      {"R0", Case::Violated, "a session without a batch",
       [](World& w) {
         w.batch("B1", "T01", "LV", 20);
         w.session("S02", 4, "am", "LV", {});
       }},
      {"R0", Case::Violated, "a room without the subject's seats",
       [](World& w) {
         w.batch("B1", "T01", "TH", 5);
         w.instance.policy.min_fragment = 0;
         w.session("S02", 4, "am", "TH", {{"B1", 5}});
         w.room("S02").seats = {{0, 40}};
       }},
      {"R0", Case::Violated, "a room of another site",
       [](World& w) {
         one(w, 20, 20);
         w.plan.sessions[0].site = "S03";
       }},
      {"R0", Case::Violated, "an unknown room",
       [](World& w) {
         one(w, 20, 20);
         w.plan.sessions[0].room = "S99-1";
       }},
      {"R0", Case::Violated, "an unknown batch",
       [](World& w) {
         w.session("S02", 4, "am", "LV", {{"B9", 20}});
       }},
      {"R0", Case::Violated, "an unknown subject", [](World& w) { w.session("S02", 4, "am", "XX", {}); }},

      {"R1", Case::Satisfied, "at another institution's site", [](World& w) { one(w, 20, 20); }},
      {"R1", Case::Violated, "at its own institution's site", [](World& w) { one(w, 20, 20, "S01"); }},
      {"R1", Case::JustInside, "own-school students at their own site",
       [](World& w) {
         one(w, 20, 20, "S01");
         w.instance.batches[0].own_school = true;
       }},
      {"R1", Case::JustInside, "an exempt subject at the own site",
       [](World& w) {
         one(w, 20, 20, "S01");
         w.subject("LV").cross = Cross::Exempt;
       }},
      {"R1", Case::JustInside, "the own site where no other owner's offers the subject",
       [](World& w) {
         one(w, 20, 20, "S01");
         for (const char* id : {"S02", "S03", "S04"}) w.room(id).seats.erase(0);
       }},
      {"R1", Case::JustOutside, "the own site where a site without owner still offers the subject",
       [](World& w) {
         one(w, 20, 20, "S01");
         for (const char* id : {"S02", "S03"}) w.room(id).seats.erase(0);
       }},
      {"R1", Case::JustOutside, "retakers at their own institution's site",
       [](World& w) {
         one(w, 20, 20, "S01");
         w.instance.batches[0].kind = BatchKind::Retake;
       }},

      {"R2", Case::Satisfied, "fewer than the seats", [](World& w) { one(w, 20, 20); }},
      {"R2", Case::JustInside, "as many as the seats", [](World& w) { one(w, 40, 40); }},
      {"R2", Case::JustOutside, "one more than the seats", [](World& w) { one(w, 41, 41); }},
      {"R2", Case::JustInside, "a mixed room filled by two subjects",
       [](World& w) {
         w.batch("B1", "T01", "LV", 30);
         w.batch("B2", "T02", "HV", 20);
         w.session("S04", 4, "am", "LV", {{"B1", 30}});
         w.session("S04", 4, "am", "HV", {{"B2", 20}});
       }},
      {"R2", Case::JustOutside, "a mixed room filled beyond its capacity by two subjects",
       [](World& w) {
         w.batch("B1", "T01", "LV", 30);
         w.batch("B2", "T02", "HV", 21);
         w.session("S04", 4, "am", "LV", {{"B1", 30}});
         w.session("S04", 4, "am", "HV", {{"B2", 21}});
       }},
      {"R2", Case::Violated, "two batches that do not fit together",
       [](World& w) {
         w.batch("B1", "T01", "LV", 30);
         w.batch("B2", "T03", "LV", 30);
         w.session("S02", 4, "am", "LV", {{"B1", 30}, {"B2", 30}});
       }},

      {"R3", Case::Satisfied, "one subject in an exclusive room", [](World& w) { one(w, 20, 20); }},
      {"R3", Case::Violated, "two subjects in an exclusive room in one slot",
       [](World& w) {
         one(w, 20, 20);
         w.batch("B2", "T03", "HV", 20);
         w.session("S02", 4, "am", "HV", {{"B2", 20}});
       }},
      {"R3", Case::JustInside, "two subjects in an exclusive room in two slots of a day",
       [](World& w) {
         one(w, 20, 20);
         w.batch("B2", "T03", "HV", 20);
         w.session("S02", 4, "pm", "HV", {{"B2", 20}});
       }},
      {"R3", Case::JustInside, "two subjects in a mixed room in one slot",
       [](World& w) {
         one(w, 20, 20, "S04");
         w.batch("B2", "T03", "HV", 20);
         w.session("S04", 4, "am", "HV", {{"B2", 20}});
       }},
      {"R3", Case::JustOutside, "two sessions of one subject in a mixed room in one slot",
       [](World& w) {
         one(w, 15, 15, "S04");
         w.batch("B2", "T03", "LV", 15);
         w.session("S04", 4, "am", "LV", {{"B2", 15}});
       }},

      {"R4", Case::Satisfied, "an open room", [](World& w) { one(w, 20, 20); }},
      {"R4", Case::Violated, "a slot in which the room is not open",
       [](World& w) {
         one(w, 20, 20);
         w.room("S02").open = {{0, {1}}};
       }},
      {"R4", Case::Violated, "a date that is not in the calendar",
       [](World& w) {
         one(w, 20, 20);
         w.plan.sessions[0].date = "2024-03-09";
       }},
      {"R4", Case::Violated, "a slot that is not in the calendar",
       [](World& w) {
         one(w, 20, 20);
         w.plan.sessions[0].slot = "night";
       }},
      {"R4", Case::JustOutside, "the last day of the site's suspension",
       [](World& w) {
         one(w, 20, 20);
         w.site("S02").suspended = {{day(1), day(4)}};
       }},
      {"R4", Case::JustInside, "the day after the site's suspension",
       [](World& w) {
         one(w, 20, 20);
         w.site("S02").suspended = {{day(1), day(3)}};
       }},
      {"R4", Case::JustOutside, "the first day of the institution's suspension",
       [](World& w) {
         one(w, 20, 20);
         w.instance.institutions[0].suspended = {{day(4), day(31)}};
       }},
      {"R4", Case::JustInside, "the day before the institution's suspension",
       [](World& w) {
         one(w, 20, 20);
         w.instance.institutions[0].suspended = {{day(5), day(31)}};
       }},

      {"R5", Case::Satisfied, "long after completion", [](World& w) { one(w, 20, 20); }},
      {"R5", Case::JustInside, "the day after completion",
       [](World& w) {
         one(w, 20, 20);
         w.instance.batches[0].completed = day(3);
       }},
      {"R5", Case::JustOutside, "the day of completion",
       [](World& w) {
         one(w, 20, 20);
         w.instance.batches[0].completed = day(4);
       }},
      {"R5", Case::JustInside, "on not_before",
       [](World& w) {
         one(w, 20, 20);
         w.instance.batches[0].not_before = day(4);
       }},
      {"R5", Case::JustOutside, "the day before not_before",
       [](World& w) {
         one(w, 20, 20);
         w.instance.batches[0].not_before = day(5);
       }},
      {"R5", Case::JustInside, "on finish_by",
       [](World& w) {
         one(w, 20, 20);
         w.instance.batches[0].finish_by = day(4);
       }},
      {"R5", Case::JustOutside, "the day after finish_by",
       [](World& w) {
         one(w, 20, 20);
         w.instance.batches[0].finish_by = day(3);
       }},
      {"R5", Case::JustInside, "a finish_by of the month before bars nothing",
       [](World& w) {
         one(w, 20, 20);
         w.instance.batches[0].finish_by = make_date(2024, 2, 29);
       }},
      {"R5", Case::Violated, "before completion",
       [](World& w) {
         one(w, 20, 20);
         w.instance.batches[0].completed = day(20);
       }},

      {"R6", Case::Satisfied, "two groups at two sites",
       [](World& w) {
         one(w, 20, 20);
         w.batch("B2", "T01", "HV", 20);
         w.session("S03", 5, "am", "HV", {{"B2", 20}});
       }},
      {"R6", Case::Violated, "two groups in a row at one site",
       [](World& w) {
         one(w, 20, 20);
         w.batch("B2", "T01", "HV", 20);
         w.session("S02", 6, "pm", "HV", {{"B2", 20}});
       }},
      {"R6", Case::JustInside, "again at the site after a group elsewhere",
       [](World& w) {
         one(w, 20, 20);
         w.batch("B2", "T01", "HV", 20);
         w.batch("B3", "T01", "LV", 20);
         w.session("S03", 4, "pm", "HV", {{"B2", 20}});
         w.session("S02", 5, "am", "LV", {{"B3", 20}});
       }},
      {"R6", Case::JustOutside, "again at the site after a group of retakers elsewhere, who make no visit",
       [](World& w) {
         one(w, 20, 20);
         w.batch("B2", "T01", "HV", 20).kind = BatchKind::Retake;
         w.batch("B3", "T01", "LV", 20);
         w.session("S03", 4, "pm", "HV", {{"B2", 20}});
         w.session("S02", 5, "am", "LV", {{"B3", 20}});
       }},
      {"R6", Case::JustOutside, "one common site of two groups of two sites",
       [](World& w) {
         one(w, 20, 20);
         w.batch("B2", "T01", "HV", 20);
         w.batch("B3", "T01", "LV", 20);
         w.session("S03", 4, "am", "HV", {{"B2", 20}});
         w.session("S03", 5, "am", "LV", {{"B3", 20}});
       }},
      {"R6", Case::JustOutside, "the site of the history's latest group",
       [](World& w) {
         one(w, 20, 20);
         w.visited("T01", "S02", "HV", make_date(2023, 12, 20));
       }},
      {"R6", Case::JustInside, "a site of the history before its latest group",
       [](World& w) {
         one(w, 20, 20);
         w.visited("T01", "S02", "HV", make_date(2024, 2, 20));
         w.visited("T01", "S03", "HV", make_date(2024, 2, 21));
       }},
      {"R6", Case::JustInside, "a waived visit of the history is none",
       [](World& w) {
         one(w, 20, 20);
         w.visited("T01", "S02", "HV", make_date(2024, 2, 20), true);
       }},
      {"R6", Case::JustInside, "a batch with only one eligible site",
       [](World& w) {
         one(w, 20, 20);
         w.visited("T01", "S02", "HV", make_date(2024, 2, 20));
         for (const char* id : {"S03", "S04"}) w.room(id).seats.erase(0);
       }},
      {"R6", Case::JustInside, "waived batches at their own site every time",
       [](World& w) {
         one(w, 20, 20, "S01");
         w.instance.batches[0].own_school = true;
         w.batch("B2", "T01", "HV", 20).own_school = true;
         w.session("S01", 5, "am", "HV", {{"B2", 20}});
       }},

      {"R7", Case::Satisfied, "one visit", [](World& w) { one(w, 20, 20); }},
      {"R7", Case::JustInside, "the third visit of the year",
       [](World& w) {
         one(w, 20, 20);
         w.visited("T01", "S02", "LV", make_date(2024, 1, 10));
         w.visited("T01", "S02", "LV", make_date(2024, 1, 12));
         w.visited("T01", "S03", "LV", make_date(2024, 1, 15));
       }},
      {"R7", Case::JustOutside, "a fourth visit that is not listed",
       [](World& w) {
         one(w, 20, 20);
         for (unsigned d : {10U, 12U, 14U}) w.visited("T01", "S02", "LV", make_date(2024, 1, d));
         w.visited("T01", "S03", "LV", make_date(2024, 1, 15));
       }},
      {"R7", Case::JustInside, "a fourth visit that is listed",
       [](World& w) {
         one(w, 20, 20);
         for (unsigned d : {10U, 12U, 14U}) w.visited("T01", "S02", "LV", make_date(2024, 1, d));
         w.visited("T01", "S03", "LV", make_date(2024, 1, 15));
         w.plan.exceptions = {{"T01", "S02", "LV", 4}};
       }},
      {"R7", Case::JustInside, "visits of another subject or of the year before are others",
       [](World& w) {
         one(w, 20, 20);
         for (unsigned d : {10U, 12U, 14U}) w.visited("T01", "S02", "HV", make_date(2024, 1, d));
         for (unsigned d : {10U, 12U, 14U}) w.visited("T01", "S02", "LV", make_date(2023, 1, d));
         w.visited("T01", "S03", "LV", make_date(2024, 1, 15));
       }},
      {"R7", Case::JustInside, "a repeated entry of the history counts once",
       [](World& w) {
         one(w, 20, 20);
         for (int i = 0; i < 3; ++i) w.visited("T01", "S02", "LV", make_date(2024, 1, 10));
         w.visited("T01", "S03", "LV", make_date(2024, 1, 15));
       }},
      {"R7", Case::Violated, "four visits in the month that are not listed",
       [](World& w) {
         for (int i = 0; i < 4; ++i) {
           const std::string id = std::to_string(i);
           w.batch("A" + id, "T01", "LV", 20);
           w.session("S02", 4 + static_cast<unsigned>(i), "am", "LV", {{"A" + id, 20}});
           w.batch("Z" + id, "T01", "HV", 20);
           w.session("S03", 4 + static_cast<unsigned>(i), "pm", "HV", {{"Z" + id, 20}});
         }
         w.plan.exceptions = {{"T01", "S03", "HV", 4}};
       }},

      {"R8", Case::Satisfied, "no quota",
       [](World& w) {
         one(w, 20, 20);
         w.instance.policy.max_sessions_per_slot = std::nullopt;
       }},
      {"R8", Case::JustInside, "as many sessions of the subject as allowed",
       [](World& w) {
         one(w, 20, 20);
         w.subject("LV").max_sessions = 1;
       }},
      {"R8", Case::JustOutside, "one more session of the subject than allowed",
       [](World& w) {
         one(w, 30, 20);
         w.session("S04", 5, "am", "LV", {{"B1", 10}});
         w.subject("LV").max_sessions = 1;
       }},
      {"R8", Case::JustInside, "as many sessions in the slot as allowed",
       [](World& w) {
         one(w, 30, 20);
         w.session("S04", 4, "am", "LV", {{"B1", 10}});
         w.instance.policy.max_sessions_per_slot = 2;
       }},
      {"R8", Case::JustOutside, "one more session in the slot than allowed",
       [](World& w) {
         one(w, 30, 20);
         w.session("S04", 4, "am", "LV", {{"B1", 10}});
         w.instance.policy.max_sessions_per_slot = 1;
       }},
      {"R8", Case::Violated, "an institution at three sites in one slot",
       [](World& w) {
         one(w, 60, 20);
         w.session("S03", 4, "am", "LV", {{"B1", 20}});
         w.session("S04", 4, "am", "LV", {{"B1", 20}});
       }},
      {"R8", Case::JustInside, "an institution at two sites, its retakers at a third",
       [](World& w) {
         one(w, 40, 20);
         w.session("S03", 4, "am", "LV", {{"B1", 20}});
         w.batch("B2", "T01", "HV", 20).kind = BatchKind::Retake;
         w.session("S04", 4, "am", "HV", {{"B2", 20}});
       }},

      {"R9", Case::Satisfied, "a whole batch", [](World& w) { one(w, 20, 20); }},
      {"R9", Case::JustInside, "a share of min_fragment",
       [](World& w) {
         one(w, 30, 20);
         w.session("S04", 5, "am", "LV", {{"B1", 10}});
       }},
      {"R9", Case::JustOutside, "a share of one less than min_fragment",
       [](World& w) {
         one(w, 29, 20);
         w.session("S04", 5, "am", "LV", {{"B1", 9}});
       }},
      {"R9", Case::JustInside, "a whole batch smaller than min_fragment", [](World& w) { one(w, 3, 3); }},
      {"R9", Case::JustInside, "a share that fills a room smaller than min_fragment",
       [](World& w) {
         one(w, 26, 20);
         w.room("S04").seats[0] = 6;
         w.session("S04", 5, "am", "LV", {{"B1", 6}});
       }},
      {"R9", Case::Violated, "part of a small batch", [](World& w) { one(w, 3, 2); }},

      {"R10", Case::Satisfied, "two classes in one slot",
       [](World& w) {
         one(w, 20, 20);
         w.batch("B2", "T01", "HV", 20);
         w.session("S03", 4, "am", "HV", {{"B2", 20}});
       }},
      {"R10", Case::Violated, "two batches of one class at two sites in one slot",
       [](World& w) {
         one(w, 20, 20);
         w.batch("B2", "T01", "TH", 20).class_id = "C-B1";
         w.session("S04", 4, "am", "TH", {{"B2", 20}});
       }},
      {"R10", Case::JustInside, "two batches of one class in two slots of a day",
       [](World& w) {
         one(w, 20, 20);
         w.batch("B2", "T01", "TH", 20).class_id = "C-B1";
         w.session("S04", 4, "pm", "TH", {{"B2", 20}});
       }},
      {"R10", Case::JustOutside, "two batches of one class in one session",
       [](World& w) {
         w.batch("B1", "T01", "LV", 20);
         w.batch("B2", "T01", "LV", 10).class_id = "C-B1";
         w.session("S02", 4, "am", "LV", {{"B1", 20}, {"B2", 10}});
       }},
      {"R10", Case::JustInside, "one batch in two rooms in one slot",
       [](World& w) {
         one(w, 30, 20);
         w.session("S04", 4, "am", "LV", {{"B1", 10}});
       }},
  };
  return all;
}

bool is_lawful(Case kind) { return kind == Case::Satisfied || kind == Case::JustInside; }

TEST(Rules, EveryVectorBreaksItsRuleAndNoOtherOrNone) {
  for (const Vector& v : vectors()) {
    World w;
    v.arrange(w);
    const auto broken = w.broken();
    if (is_lawful(v.kind)) {
      EXPECT_EQ(broken, std::set<std::string>{}) << v.rule << ": " << v.title;
    } else {
      EXPECT_TRUE(broken.contains(v.rule)) << v.rule << ": " << v.title;
    }
  }
}

/// Where a vector breaks its rule only at the edge, nothing else may be told.
TEST(Rules, AVectorJustOutsideBreaksNothingElse) {
  for (const Vector& v : vectors()) {
    if (v.kind != Case::JustOutside) continue;
    World w;
    v.arrange(w);
    EXPECT_EQ(w.broken(), std::set<std::string>{v.rule}) << v.rule << ": " << v.title;
  }
}

TEST(Rules, EveryRuleHasAllFourKindsOfVectors) {
  for (const checking::Rule& rule : checking::rules())
    for (const Case kind : {Case::Satisfied, Case::Violated, Case::JustInside, Case::JustOutside})
      EXPECT_TRUE(std::any_of(vectors().begin(), vectors().end(), [&](const Vector& v) { return v.rule == rule.id && v.kind == kind; }))
          << rule.id << " lacks a vector of kind " << static_cast<int>(kind);
}

TEST(Rules, ABreachTellsClauseAndIds) {
  World w;
  one(w, 20, 20, "S01");
  const auto report = w.complete().report();
  ASSERT_EQ(report.breaches.size(), 1U);
  EXPECT_EQ(report.breaches[0].rule, "R1");
  EXPECT_EQ(report.breaches[0].clause, "S-1.2, P-2.3");
  EXPECT_EQ(report.breaches[0].ids, (std::vector<std::string>{"B1", "S01-1 2024-03-04 am LV"}));
}

} // namespace
} // namespace ankao::draw::testing
