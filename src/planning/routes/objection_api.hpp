// SPDX-License-Identifier: Apache-2.0
// Types of changes between versions, admission, objections.
//   GET  /api/plans/{month}/changes      plan.changes       MovesQuery      -> MovesPage      (public, /export)
//   GET  /api/admission                  admission.find     AdmissionQuery  -> AdmissionView  (public)
//   GET  /api/own-admission              admission.own      None            -> OwnAdmission   (institution)
//   POST /api/objections                 objection.file     ObjectionBody   -> ReceiptView    (public)
//   GET  /api/objections/receipt         objection.track    ReceiptQuery    -> ObjectionAnswer (public)
//   GET  /api/objections                 objection.list     ObjectionsQuery -> ObjectionsPage (/export)
//   POST /api/objections/{id}/answer     objection.answer   ObjectionAnswerBody -> ObjectionRow
//   POST /api/objections/{id}/confirm    objection.confirm  ObjectionConfirmBody -> ObjectionRow
#pragma once

#include <boost/describe.hpp>

#include "planning/routes/api.hpp"
#include "planning/words/after.hpp"

namespace ankao::planning {

BOOST_DESCRIBE_ENUM(ObjectionState, Open, Upheld, Rejected, Proposed)

namespace dto {

struct MovesQuery {
  Month month;
  std::optional<int> version;
  std::string q, institution, site;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(MovesQuery, (), (month, version, q, institution, site, page, size, sort))

struct MoveRow {
  std::string batch, class_id, institution, institution_name, subject, subject_name;
  bool came = false;
  std::string date, slot, site, site_name, room;
  int candidates = 0;
  bool lost = false; ///< the place is not there any more; else moved so that the rules hold
};
BOOST_DESCRIBE_STRUCT(MoveRow, (), (batch, class_id, institution, institution_name, subject, subject_name, came, date, slot, site, site_name, room, candidates, lost))

struct MovesPage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  int version = 1;
  std::string reason;
  std::vector<MoveRow> items;
};
BOOST_DESCRIBE_STRUCT(MovesPage, (), (total, page, size, version, reason, items))

struct AdmissionQuery {
  Month month;
  std::string code; ///< a batch's number, or the class as its institution calls it
};
BOOST_DESCRIBE_STRUCT(AdmissionQuery, (), (month, code))

struct AdmissionPlace {
  std::string session, date, slot, time, site, site_name, address, room_name;
  int candidates = 0;
};
BOOST_DESCRIBE_STRUCT(AdmissionPlace, (), (session, date, slot, time, site, site_name, address, room_name, candidates))

struct AdmissionItem {
  std::string batch, class_id, institution, institution_name, subject, subject_name;
  int candidates = 0, placed = 0;
  std::vector<AdmissionPlace> places;
};
BOOST_DESCRIBE_STRUCT(AdmissionItem, (), (batch, class_id, institution, institution_name, subject, subject_name, candidates, placed, places))

struct AdmissionView {
  std::string month;
  int version = 1;
  bool confirmed = false; ///< else places may still change
  bool demo = false;
  std::string published_at; ///< of the version: an admission notice that is older is made anew
  std::string bring;      ///< caller's language
  std::string objections_until;
  std::vector<AdmissionItem> items;
};
BOOST_DESCRIBE_STRUCT(AdmissionView, (), (month, version, confirmed, demo, published_at, bring, objections_until, items))

struct OwnAdmission {
  std::vector<AdmissionView> months; ///< of this month and later ones
};
BOOST_DESCRIBE_STRUCT(OwnAdmission, (), (months))

struct ObjectionBody {
  Month month;
  std::string batch; ///< number of the batch, or the class together with the institution
  std::optional<std::string> institution, session;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ObjectionBody, (), (month, batch, institution, session, text))

struct ReceiptView {
  std::string id, receipt; ///< shown once; whoever holds it sees the answer
  std::string until;       ///< by when it is answered; empty when the calendar does not know
};
BOOST_DESCRIBE_STRUCT(ReceiptView, (), (id, receipt, until))

struct ReceiptQuery {
  std::string receipt;
};
BOOST_DESCRIBE_STRUCT(ReceiptQuery, (), (receipt))

struct ObjectionAnswer {
  std::string id, month, batch, at, answer, answered_at;
  ObjectionState state = ObjectionState::Open; ///< a proposal is still open to its author
  int repaired_in = 0;
};
BOOST_DESCRIBE_STRUCT(ObjectionAnswer, (), (id, month, batch, at, answer, answered_at, state, repaired_in))

struct ObjectionsQuery {
  std::string q, state;
  std::optional<Month> month;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(ObjectionsQuery, (), (q, state, month, page, size, sort))

struct ObjectionRow {
  std::string id;
  ObjectionState state = ObjectionState::Open;
  std::string month;
  int version = 1;
  std::string institution, institution_name, batch, session;
  bool by_institution = false;
  std::string text, at, answer, not_before, first_by, first_at, second_by, second_at;
  int repaired_in = 0;
  bool own_draft = false;
};
BOOST_DESCRIBE_STRUCT(ObjectionRow, (),
                      (id, state, month, version, institution, institution_name, batch, session, by_institution, text, at, answer, not_before, first_by, first_at, second_by, second_at,
                       repaired_in, own_draft))

struct ObjectionsPage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  std::vector<ObjectionRow> items;
};
BOOST_DESCRIBE_STRUCT(ObjectionsPage, (), (total, page, size, items))

struct ObjectionAnswerBody {
  std::string id, answer;
  bool uphold = false;
  std::optional<Date> not_before; ///< needed to uphold: the batch sits no earlier
};
BOOST_DESCRIBE_STRUCT(ObjectionAnswerBody, (), (id, answer, uphold, not_before))

struct ObjectionConfirmBody {
  std::string id;
  bool uphold = true;
};
BOOST_DESCRIBE_STRUCT(ObjectionConfirmBody, (), (id, uphold))

} // namespace dto
} // namespace ankao::planning
