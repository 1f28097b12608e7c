// SPDX-License-Identifier: Apache-2.0
// Handovers, pairs, teams, spot checks, receipts, cases, look back and closing as the screens get them.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "inspection/routes/api.hpp"

namespace ankao::inspection::dto {

/// A campaign named in query or body.
struct OfCampaign {
  std::string campaign;
};
BOOST_DESCRIBE_STRUCT(OfCampaign, (), (campaign))

struct PaperOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(PaperOf, (), (id))

struct PaperDecision {
  std::string id;
  bool accept;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(PaperDecision, (), (id, accept, reason))

// handover
struct HandoverPiece {
  std::string id, name, text, note;
};
BOOST_DESCRIBE_STRUCT(HandoverPiece, (), (id, name, text, note))

struct HandoverView {
  std::string id; ///< "" while it is being prepared
  std::string campaign, by, by_name, of, of_name, state; ///< open, made, received
  Date due;
  bool overdue = false;
  std::vector<HandoverPiece> visits, problems, evidence, missing;
  std::string proposals, made_name, received_name;
  std::optional<Instant> made_at, received_at;
  bool may_make = false, may_receive = false;
  std::vector<InspectionStep> steps;
  std::int64_t visits_total = 0, problems_total = 0, evidence_total = 0, missing_total = 0; ///< the lists may be shorter: the city reads many at once
};
BOOST_DESCRIBE_STRUCT(HandoverView, (), (id, campaign, by, by_name, of, of_name, state, due, overdue, visits, problems, evidence, missing, proposals, made_name, received_name, made_at, received_at, may_make, may_receive, steps, visits_total, problems_total, evidence_total, missing_total))

struct HandoverList {
  std::vector<HandoverView> items;
};
BOOST_DESCRIBE_STRUCT(HandoverList, (), (items))

struct HandoverMake {
  std::string campaign, of, proposals;
};
BOOST_DESCRIBE_STRUCT(HandoverMake, (), (campaign, of, proposals))

// pairing
struct PairingView {
  std::string campaign, title, state; ///< annex: Annex 4 holds; none, announced, valued, drawn
  std::string how, available_at, rule, rule_sm3, value, seed;
  std::vector<std::string> districts;
  std::vector<CampaignPair> barred, pairs;
  bool own_value = false; ///< the caller entered it: somebody else confirms
  std::vector<InspectionStep> steps; ///< to those who are signed in
};
BOOST_DESCRIBE_STRUCT(PairingView, (), (campaign, title, state, how, available_at, rule, rule_sm3, value, seed, districts, barred, pairs, own_value, steps))

struct PairingAnnounce {
  std::string campaign, how;
  Instant available_at;
};
BOOST_DESCRIBE_STRUCT(PairingAnnounce, (), (campaign, how, available_at))

struct PairingValue {
  std::string campaign, value;
};
BOOST_DESCRIBE_STRUCT(PairingValue, (), (campaign, value))

// teams
struct TeamTieView {
  std::string kind, subject;
  std::optional<std::string> name, note;
};
BOOST_DESCRIBE_STRUCT(TeamTieView, (), (kind, subject, name, note))

struct TeamPersonView {
  std::string name, role, unit, declared_name;
  std::optional<Instant> declared_at;
  std::vector<TeamTieView> ties;
  std::string effect; ///< asked for a target: free, marked, refused
};
BOOST_DESCRIBE_STRUCT(TeamPersonView, (), (name, role, unit, declared_name, declared_at, ties, effect))

struct TeamTieKind {
  std::string id, zh, en, clause;
  bool refused = true;
};
BOOST_DESCRIBE_STRUCT(TeamTieKind, (), (id, zh, en, clause, refused))

struct TeamList {
  std::vector<TeamPersonView> items;
  std::vector<TeamTieKind> kinds;
};
BOOST_DESCRIBE_STRUCT(TeamList, (), (items, kinds))

struct TeamQuery {
  std::string campaign;
  std::string target; ///< "": nobody is judged
};
BOOST_DESCRIBE_STRUCT(TeamQuery, (), (campaign, target))

struct TeamDeclare {
  std::string campaign, name, role;
  std::optional<std::string> unit;
  std::vector<TeamTieView> ties;
};
BOOST_DESCRIBE_STRUCT(TeamDeclare, (), (campaign, name, role, unit, ties))

// spot checks
struct SpotLine {
  std::string target, name, district_name;
  int weight = 0;
  std::vector<std::string> reasons; ///< "open:2"
  std::string visit;                ///< made from the draw
};
BOOST_DESCRIBE_STRUCT(SpotLine, (), (target, name, district_name, weight, reasons, visit))

struct SpotDraw {
  std::string id, district_name, nonce, list_sm3, seed, drawn_by;
  Date planned;
  std::optional<Instant> drawn_at;
  std::int64_t candidates = 0, weight = 0; ///< of all candidates together
  std::vector<SpotLine> drawn;
};
BOOST_DESCRIBE_STRUCT(SpotDraw, (), (id, district_name, nonce, list_sm3, seed, drawn_by, planned, drawn_at, candidates, weight, drawn))

struct SpotView {
  Date from, to;
  int most = 0;
  std::vector<SpotLine> candidates; ///< as of today, the heaviest first
  std::vector<SpotDraw> draws;
};
BOOST_DESCRIBE_STRUCT(SpotView, (), (from, to, most, candidates, draws))

struct SpotAsk {
  std::string campaign;
  std::optional<std::string> district;
  int count;
  Date planned;
};
BOOST_DESCRIBE_STRUCT(SpotAsk, (), (campaign, district, count, planned))

// receipts and working groups
struct OfficeChoice {
  std::string id, zh, en, clause;
};
BOOST_DESCRIBE_STRUCT(OfficeChoice, (), (id, zh, en, clause))

struct GroupPart {
  std::string division, person;
  std::optional<std::string> duty;
};
BOOST_DESCRIBE_STRUCT(GroupPart, (), (division, person, duty))

struct GroupNode {
  std::string day, task;
};
BOOST_DESCRIBE_STRUCT(GroupNode, (), (day, task))

struct OfficeView {
  std::string district, district_name;
  bool own = false;
  bool filed = false, overdue = false;
  std::optional<Instant> filed_at;
  std::string leader, person, department, telephone, account; ///< telephone and account masked for all but the district itself
  std::string group_leader;
  std::vector<GroupPart> parts;
  std::vector<GroupNode> nodes;
  std::string plan; ///< subject of the files of its implementation plan
};
BOOST_DESCRIBE_STRUCT(OfficeView, (), (district, district_name, own, filed, overdue, filed_at, leader, person, department, telephone, account, group_leader, parts, nodes, plan))

struct OfficeList {
  Date due;
  std::vector<OfficeView> items;
  std::vector<OfficeChoice> divisions;
};
BOOST_DESCRIBE_STRUCT(OfficeList, (), (due, items, divisions))

struct ReceiptFile {
  std::string campaign, leader, person, department, telephone, account;
};
BOOST_DESCRIBE_STRUCT(ReceiptFile, (), (campaign, leader, person, department, telephone, account))

struct GroupName {
  std::string campaign, leader;
  std::vector<GroupPart> parts;
  std::vector<GroupNode> nodes;
};
BOOST_DESCRIBE_STRUCT(GroupName, (), (campaign, leader, parts, nodes))

// production units
struct UnitAdd {
  std::string campaign, name, code, address;
};
BOOST_DESCRIBE_STRUCT(UnitAdd, (), (campaign, name, code, address))

struct UnitAdded {
  std::string target, subject;
};
BOOST_DESCRIBE_STRUCT(UnitAdded, (), (target, subject))

// typical cases
struct CaseView {
  std::string id, campaign, district_name, kind, state, title, facts;
  std::vector<std::string> persons;
  std::string public_title, public_text, reason, reported_by;
  std::optional<Instant> reported_at, done_at;
  bool may_word = false, may_publish = false;
  bool own_wording = false; ///< the caller worded it: somebody else lets it out
  std::vector<InspectionStep> steps;
};
BOOST_DESCRIBE_STRUCT(CaseView, (), (id, campaign, district_name, kind, state, title, facts, persons, public_title, public_text, reason, reported_by, reported_at, done_at, may_word, may_publish, own_wording, steps))

struct CaseList {
  std::vector<CaseView> items;
  std::vector<OfficeChoice> kinds;
};
BOOST_DESCRIBE_STRUCT(CaseList, (), (items, kinds))

struct CaseReport {
  std::string campaign, kind, title, facts;
  std::vector<std::string> persons;
};
BOOST_DESCRIBE_STRUCT(CaseReport, (), (campaign, kind, title, facts, persons))

struct CaseWording {
  std::string id;
  bool accept;
  std::optional<std::string> title, text, reason;
};
BOOST_DESCRIBE_STRUCT(CaseWording, (), (id, accept, title, text, reason))

struct PublicCase {
  std::string district_name, kind_zh, kind_en, title, text;
  Date published;
};
BOOST_DESCRIBE_STRUCT(PublicCase, (), (district_name, kind_zh, kind_en, title, text, published))

struct PublicCampaign {
  std::string id, title, state;
  std::vector<CampaignPhase> phases;
  std::int64_t targets = 0, self = 0, inspected = 0, failed = 0, problems = 0, closed = 0;
  std::vector<CampaignProgress> progress; ///< by district; nobody is named
  std::vector<PublicCase> cases;
};
BOOST_DESCRIBE_STRUCT(PublicCampaign, (), (id, title, state, phases, targets, self, inspected, failed, problems, closed, progress, cases))

struct PublicCampaigns {
  std::vector<PublicCampaign> items;
};
BOOST_DESCRIBE_STRUCT(PublicCampaigns, (), (items))

// look back and closing
struct LookBackLine {
  DefectRow defect;
  std::string why, result, note, visit, looked_by;
  std::optional<Instant> looked_at;
};
BOOST_DESCRIBE_STRUCT(LookBackLine, (), (defect, why, result, note, visit, looked_by, looked_at))

struct LookBackQuery {
  std::string campaign, q, district;
  std::string why;   ///< overdue, open, repeated, corrected; "" all
  std::string state; ///< waiting, done; "" both
  int page = 1, size = 20;
};
BOOST_DESCRIBE_STRUCT(LookBackQuery, (), (campaign, q, district, why, state, page, size))

struct LookBackList {
  Date from, to;
  bool may_record = false;
  std::int64_t total = 0;         ///< that fit
  std::int64_t all = 0, done = 0; ///< of the campaign; looked at again
  std::vector<LookBackLine> items;
};
BOOST_DESCRIBE_STRUCT(LookBackList, (), (from, to, may_record, total, all, done, items))

struct LookBackRecord {
  std::string id; ///< of the problem
  std::string result, note;
  std::optional<std::string> visit;
};
BOOST_DESCRIBE_STRUCT(LookBackRecord, (), (id, result, note, visit))

struct OpenLine {
  std::string subject, name, district_name;
  std::optional<Date> due;
  bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(OpenLine, (), (subject, name, district_name, due, overdue))

struct OpenKind {
  std::string id, zh, en, clause;
  bool needed = true;
  std::int64_t count = 0;
  std::vector<OpenLine> first; ///< at most twenty
};
BOOST_DESCRIBE_STRUCT(OpenKind, (), (id, zh, en, clause, needed, count, first))

struct PhaseStand {
  std::string phase;
  bool mine = false; ///< the caller says that it is complete
  std::int64_t open = 0;
};
BOOST_DESCRIBE_STRUCT(PhaseStand, (), (phase, mine, open))

struct ClosingView {
  std::string campaign, title, state;
  std::vector<OpenKind> kinds;
  std::vector<PhaseStand> phases;
  bool may_close = false;
  std::vector<InspectionStep> steps;
};
BOOST_DESCRIBE_STRUCT(ClosingView, (), (campaign, title, state, kinds, phases, may_close, steps))

struct PhaseComplete {
  std::string campaign, phase;
};
BOOST_DESCRIBE_STRUCT(PhaseComplete, (), (campaign, phase))

struct CampaignClose {
  std::string campaign;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(CampaignClose, (), (campaign, reason))

} // namespace ankao::inspection::dto
