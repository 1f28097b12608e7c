// SPDX-License-Identifier: Apache-2.0
// Types of the steps after publication: the sites' feedback, filing, confirmation.
//   GET  /api/after/{month}                 after.show       MonthQuery     -> AfterView        (desk)
//   GET  /api/after/{month}/sites           feedback.list    FeedbackQuery  -> FeedbackPage     (/export)
//   GET  /api/own-sessions                  session.own      OwnQuery       -> OwnSessions      (site, its owner)
//   POST /api/after/{month}/answers         session.answer   AnswerBody     -> OwnSessions
//   POST /api/after/{month}/filing          filing.make      FilingBody     -> AfterView
//   POST /api/after/{month}/filing/receipt  filing.record    FiledBody      -> AfterView
//   POST /api/after/{month}/redraw          plan.redraw      RedrawBody     -> AfterView
//   POST /api/after/{month}/confirm         plan.confirm     ConfirmBody    -> AfterView
#pragma once

#include <boost/describe.hpp>

#include "planning/routes/desk_api.hpp"
#include "planning/service/losses.hpp"
#include "planning/words/after.hpp"

namespace ankao::planning {

BOOST_DESCRIBE_ENUM(SiteState, Waiting, Confirmed, Refused, Silent)
BOOST_DESCRIBE_ENUM(LossKind, Refused, NoShow, SiteSuspended, SiteGone, InstitutionSuspended, Objection)

namespace dto {

struct LossItem {
  LossKind kind = LossKind::Refused;
  std::string id, name, clause, reason;
  int sessions = 0, candidates = 0;
};
BOOST_DESCRIBE_STRUCT(LossItem, (), (kind, id, name, clause, reason, sessions, candidates))

struct FeedbackSums {
  std::int64_t sites = 0, confirmed = 0, refused = 0, silent = 0, waiting = 0;
};
BOOST_DESCRIBE_STRUCT(FeedbackSums, (), (sites, confirmed, refused, silent, waiting))

struct FilingItem {
  std::string document, data_sm3, made_at, made_by, filed_on, reference, noted_at, noted_by; ///< filed_on empty: not filed yet
};
BOOST_DESCRIBE_STRUCT(FilingItem, (), (document, data_sm3, made_at, made_by, filed_on, reference, noted_at, noted_by))

struct ConfirmationItem {
  std::string at, by, note;
};
BOOST_DESCRIBE_STRUCT(ConfirmationItem, (), (at, by, note))

/// What the desk sees of a published month.
struct AfterView {
  std::string month;
  int version = 1;
  bool demo = false;
  std::string published_at;
  std::string feedback_until;  ///< last day (S-5.1b)
  bool term_over = false;
  std::string objections_until;
  FeedbackSums feedback;
  std::vector<LossItem> losses; ///< not empty: a redraw is proposed
  std::optional<FilingItem> filing;
  std::string filing_due;       ///< last day of S-2.3
  bool filing_overdue = false;
  std::optional<ConfirmationItem> confirmation;
  std::optional<int> under_way; ///< version on the desk that is to take the place of this one
  int notice_days = 0;          ///< of a redraw
  std::vector<std::string> next; ///< operations that the state allows: "filing.make", "filing.record", "plan.redraw", "plan.confirm"
  std::int64_t open_objections = 0, open_failures = 0;
  std::vector<VersionItem> versions;
};
BOOST_DESCRIBE_STRUCT(AfterView, (),
                      (month, version, demo, published_at, feedback_until, term_over, objections_until, feedback, losses, filing, filing_due, filing_overdue, confirmation, under_way,
                       notice_days, next, open_objections, open_failures, versions))

struct FeedbackQuery {
  Month month;
  std::string q, district, answer; ///< answer: confirmed, refused, open
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(FeedbackQuery, (), (month, q, district, answer, page, size, sort))

struct FeedbackRow {
  std::string site, site_name, district;
  int sessions = 0, candidates = 0, confirmed = 0, refused = 0;
  SiteState state = SiteState::Waiting;
  bool late = false;
  std::string last_at, explanation;
};
BOOST_DESCRIBE_STRUCT(FeedbackRow, (), (site, site_name, district, sessions, candidates, confirmed, refused, state, late, last_at, explanation))

struct FeedbackPage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  std::vector<FeedbackRow> items;
};
BOOST_DESCRIBE_STRUCT(FeedbackPage, (), (total, page, size, items))

struct OwnQuery {
  std::string site; ///< none: all of the caller's
};
BOOST_DESCRIBE_STRUCT(OwnQuery, (), (site))

struct OwnSession {
  std::string id, date, slot, time, room_name, subject, subject_name;
  int candidates = 0;
  std::string answer; ///< "", "confirmed", "refused"
  std::string explanation, failure;
  bool late = false, past = false, carried = false;
};
BOOST_DESCRIBE_STRUCT(OwnSession, (), (id, date, slot, time, room_name, subject, subject_name, candidates, answer, explanation, failure, late, past, carried))

struct OwnPlan {
  std::string month;
  int version = 1;
  std::string site, site_name, published_at, feedback_until;
  bool term_over = false;
  SiteState state = SiteState::Waiting;
  std::vector<OwnSession> sessions;
};
BOOST_DESCRIBE_STRUCT(OwnPlan, (), (month, version, site, site_name, published_at, feedback_until, term_over, state, sessions))

struct OwnSessions {
  int failures_this_year = 0; ///< verified, of all of the caller's sites
  int failures_limit = 0;
  std::vector<OwnPlan> plans; ///< of this month and later ones
};
BOOST_DESCRIBE_STRUCT(OwnSessions, (), (failures_this_year, failures_limit, plans))

struct AnswerBody {
  Month month;
  std::string site;
  std::optional<std::vector<std::string>> sessions; ///< none: all that have no answer yet
  bool refused = false;
  std::optional<std::string> explanation; ///< needed for a refusal, and when the exam organisation enters it
};
BOOST_DESCRIBE_STRUCT(AnswerBody, (), (month, site, sessions, refused, explanation))

struct FilingBody {
  Month month;
  std::optional<std::string> document; ///< id of the official document
};
BOOST_DESCRIBE_STRUCT(FilingBody, (), (month, document))

struct FiledBody {
  Month month;
  Date filed_on;
  std::string reference;
};
BOOST_DESCRIBE_STRUCT(FiledBody, (), (month, filed_on, reference))

struct RedrawBody {
  Month month;
  std::string source; ///< where the public value will come from
  std::string how;    ///< how anybody reads it there
  std::string reason;
  std::optional<Instant> commitments_until, reveals_until, available_at;
};
BOOST_DESCRIBE_STRUCT(RedrawBody, (), (month, source, how, reason, commitments_until, reveals_until, available_at))

struct ConfirmBody {
  Month month;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ConfirmBody, (), (month, note))

} // namespace dto
} // namespace ankao::planning
