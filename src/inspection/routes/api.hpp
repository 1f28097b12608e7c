// SPDX-License-Identifier: Apache-2.0
// Campaigns, visits and problems as the screens get them. Points are tenths of a point.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "api/api.hpp"
#include "inspection/routes/checklist_api.hpp"
#include "law/why.hpp"

namespace ankao::inspection::dto {

struct CampaignPhase {
  std::string id, zh, en, clause;
  Date from, to;
  bool now = false;
};
BOOST_DESCRIBE_STRUCT(CampaignPhase, (), (id, zh, en, clause, from, to, now))

struct CampaignProgress {
  std::string district, district_name, checklist;
  std::int64_t targets = 0, inspected = 0, failed = 0, self = 0;
};
BOOST_DESCRIBE_STRUCT(CampaignProgress, (), (district, district_name, checklist, targets, inspected, failed, self))

struct CampaignPair {
  std::string clause, by, by_name, of, of_name;
};
BOOST_DESCRIBE_STRUCT(CampaignPair, (), (clause, by, by_name, of, of_name))

struct CampaignView {
  std::string id;
  int year = 0;
  std::string title, state;
  std::vector<CampaignPhase> phases;
  std::vector<CampaignProgress> progress;
  std::vector<CampaignPair> pairs;
  std::int64_t open_defects = 0, overdue_defects = 0; ///< within the caller's scope
};
BOOST_DESCRIBE_STRUCT(CampaignView, (), (id, year, title, state, phases, progress, pairs, open_defects, overdue_defects))

struct CampaignList {
  std::vector<CampaignView> items;
};
BOOST_DESCRIBE_STRUCT(CampaignList, (), (items))

struct CampaignOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(CampaignOf, (), (id))

struct CampaignNew {
  int year;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(CampaignNew, (), (year, title))

struct TargetQuery {
  std::string id; ///< of the campaign
  std::string q, district, checklist, state;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(TargetQuery, (), (id, q, district, checklist, state, page, size, sort))

struct TargetView {
  std::string id, checklist, name, district, district_name;
  bool special_operation = true;
  std::int64_t visits = 0;
  std::string last, verdict;
  bool mine = false; ///< the caller may inspect it in some phase
};
BOOST_DESCRIBE_STRUCT(TargetView, (), (id, checklist, name, district, district_name, special_operation, visits, last, verdict, mine))

struct TargetPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<TargetView> items;
};
BOOST_DESCRIBE_STRUCT(TargetPage, (), (total, page, size, items))

struct TeamMember {
  std::string role; ///< leader, inspector, liaison, expert
  std::string name;
  std::optional<std::string> unit, institution;
};
BOOST_DESCRIBE_STRUCT(TeamMember, (), (role, name, unit, institution))

struct VisitNew {
  std::string campaign, phase, target;
  Date planned;
  std::vector<TeamMember> team;
};
BOOST_DESCRIBE_STRUCT(VisitNew, (), (campaign, phase, target, planned, team))

struct VisitQuery {
  std::string q, campaign, phase, district, checklist, state;
  std::optional<bool> differs;
  std::string verdict;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(VisitQuery, (), (q, campaign, phase, district, checklist, state, differs, verdict, page, size, sort))

struct VisitRow {
  std::string id, campaign, phase, checklist, name, district, district_name, by, by_name;
  int version = 1;
  Date planned;
  std::string state, verdict, conclusion;
  int total = 0;
  bool scored = true;
  std::optional<Instant> signed_at;
  bool mine = false; ///< the caller may work on it
  int differences = 0; ///< figures that did not agree with the register when it was signed
};
BOOST_DESCRIBE_STRUCT(VisitRow, (), (id, campaign, phase, checklist, name, district, district_name, by, by_name, version, planned, state, verdict, conclusion, total, scored, signed_at, mine, differences))

struct VisitPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<VisitRow> items;
};
BOOST_DESCRIBE_STRUCT(VisitPage, (), (total, page, size, items))

struct AnsweredPart {
  std::string part;
  std::string mark; ///< open, met, partly, not, inapplicable
  std::optional<std::vector<std::string>> missing;
  std::optional<int> minus;
  std::optional<std::string> reason;
  std::optional<std::vector<CountedFact>> counts;
};
BOOST_DESCRIBE_STRUCT(AnsweredPart, (), (part, mark, missing, minus, reason, counts))

struct AnswerNew {
  std::string id; ///< of the visit
  std::string client;
  std::optional<std::int64_t> seen;
  std::string item;
  std::string column; ///< finding, score, written, on_site
  std::vector<AnsweredPart> parts;
  std::optional<bool> serious, settles;
  std::optional<std::string> serious_reason, note;
  std::optional<Instant> device_at;
};
BOOST_DESCRIBE_STRUCT(AnswerNew, (), (id, client, seen, item, column, parts, serious, settles, serious_reason, note, device_at))

struct AnswerView {
  std::int64_t seq = 0;
  std::string client, item, column;
  std::vector<AnsweredPart> parts;
  bool serious = false;
  std::string serious_reason, note, person;
  bool own = false;
  bool conflict = false;
  Instant at;
  std::optional<Instant> device_at;
  bool clock_wrong = false;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (), (seq, client, item, column, parts, serious, serious_reason, note, person, own, conflict, at, device_at, clock_wrong))

/// Every version of every answer: none is lost.
struct AnswerHistory {
  std::vector<AnswerView> items;
};
BOOST_DESCRIBE_STRUCT(AnswerHistory, (), (items))

struct FindingView {
  std::string part, column, kind, missing, reason, clause;
  int asked = 0, taken = 0;
  bool counts = true;
};
BOOST_DESCRIBE_STRUCT(FindingView, (), (part, column, kind, missing, reason, clause, asked, taken, counts))

struct ColumnView {
  std::string column;
  int score = 0;
};
BOOST_DESCRIBE_STRUCT(ColumnView, (), (column, score))

struct ItemScore {
  std::string item;
  int points = 0, score = 0;
  std::vector<ColumnView> columns;
  std::vector<FindingView> findings;
  bool open = false, failed = false, vetoed = false, serious = false, serious_suggested = false;
};
BOOST_DESCRIBE_STRUCT(ItemScore, (), (item, points, score, columns, findings, open, failed, vetoed, serious, serious_suggested))

struct ScoreView {
  int points = 0, total = 0;
  std::string verdict, failed_by;
  std::vector<std::string> open, vetoes, serious;
  std::vector<ItemScore> items;
  int scoring = 1;
};
BOOST_DESCRIBE_STRUCT(ScoreView, (), (points, total, verdict, failed_by, open, vetoes, serious, items, scoring))

/// What the register knows about a part.
struct FactView {
  std::string item, part, name;
  int at_least = 0;
  std::optional<int> known;
  std::string text;         ///< what the register says in words
  std::string source;       ///< record; confirmed, declared, expired: a condition of the place; "" not known
  bool contradicts = false; ///< the answer says met, the register or the count says it cannot be; or the two differ
  std::string kind;         ///< of that: below, differs; "" they agree
  std::optional<int> counted; ///< of that
};
BOOST_DESCRIBE_STRUCT(FactView, (), (item, part, name, at_least, known, text, source, contradicts, kind, counted))

struct InspectionStep {
  std::string action, who, reason;
  Instant at;
  std::int64_t index = 0;
};
BOOST_DESCRIBE_STRUCT(InspectionStep, (), (action, who, reason, at, index))

struct VisitView {
  VisitRow visit;
  std::vector<TeamMember> team;
  std::vector<std::string> team_differs; ///< leaders, inspectors, liaisons, experts
  std::string opinion, signed_by;
  bool special_operation = true;
  ChecklistView checklist;
  std::vector<AnswerView> answers;
  bool conflicts = false;
  ScoreView score;
  bool score_stands = true; ///< as signed and as computed now are the same
  std::vector<FactView> facts;
  std::vector<std::string> defects;
  law::Why why;
  std::vector<InspectionStep> steps;
  VisitRecord record;
};
BOOST_DESCRIBE_STRUCT(VisitView, (), (visit, team, team_differs, opinion, signed_by, special_operation, checklist, answers, conflicts, score, score_stands, facts, defects, why, steps, record))

struct VisitOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(VisitOf, (), (id))

struct VisitFormOf {
  std::string id;
  std::string format = "pdf"; ///< pdf, docx
};
BOOST_DESCRIBE_STRUCT(VisitFormOf, (), (id, format))

struct VisitSign {
  std::string id;
  std::optional<std::string> conclusion, opinion;
};
BOOST_DESCRIBE_STRUCT(VisitSign, (), (id, conclusion, opinion))

struct DefectQuery {
  std::string q, campaign, phase, district, checklist, state;
  std::optional<bool> overdue;
  std::string found; ///< by an office, by the unit itself: office, self
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(DefectQuery, (), (q, campaign, phase, district, checklist, state, overdue, found, page, size, sort))

struct DefectRow {
  std::string id, visit, campaign, phase, name, district, district_name, checklist, item, number, clause, text;
  int level = 1;
  std::string state, person;
  std::optional<Date> limit;
  bool overdue = false, escalated = false;
  Instant found_at;
  std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(DefectRow, (), (id, visit, campaign, phase, name, district, district_name, checklist, item, number, clause, text, level, state, person, limit, overdue, escalated, found_at, closed_at))

struct DefectPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<DefectRow> items;
};
BOOST_DESCRIBE_STRUCT(DefectPage, (), (total, page, size, items))

/// What the visit counted for the item of a problem.
struct DefectFigure {
  std::string name, zh, en, unit_zh, unit_en;
  int at_least = 0;
  std::optional<int> counted, known;
};
BOOST_DESCRIBE_STRUCT(DefectFigure, (), (name, zh, en, unit_zh, unit_en, at_least, counted, known))

struct DefectView {
  DefectRow defect;
  std::string measure, correction, before, after, repeats;
  bool may_assign = false, may_correct = false, may_check = false;
  bool own_correction = false; ///< the caller corrected it: somebody else checks
  std::vector<InspectionStep> steps;
  std::vector<DefectFigure> figures;
};
BOOST_DESCRIBE_STRUCT(DefectView, (), (defect, measure, correction, before, after, repeats, may_assign, may_correct, may_check, own_correction, steps, figures))

struct DefectOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(DefectOf, (), (id))

struct DefectAssign {
  std::string id, measure, person;
  Date limit;
};
BOOST_DESCRIBE_STRUCT(DefectAssign, (), (id, measure, person, limit))

struct DefectCorrect {
  std::string id, correction, before, after;
};
BOOST_DESCRIBE_STRUCT(DefectCorrect, (), (id, correction, before, after))

struct DefectCheck {
  std::string id;
  bool accept;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(DefectCheck, (), (id, accept, reason))

} // namespace ankao::inspection::dto
