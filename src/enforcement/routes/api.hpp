// SPDX-License-Identifier: Apache-2.0
// Decisions as the screens get them. Money is in fen.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "api/api.hpp"
#include "law/why.hpp"

namespace ankao::enforcement::dto {

struct MeasureView {
  std::string kind, kind_zh, kind_en, term_zh, term_en, clause;
  int months_from = 0, months_to = 0; ///< 0: no range
  std::vector<std::string> needs, decided_by;
};
BOOST_DESCRIBE_STRUCT(MeasureView, (), (kind, kind_zh, kind_en, term_zh, term_en, clause, months_from, months_to, needs, decided_by))

struct NoteView {
  std::string gap, zh, en;
};
BOOST_DESCRIBE_STRUCT(NoteView, (), (gap, zh, en))

struct GroundView {
  std::string clause, zh, en, text; ///< text as printed, "" where the notice is not quoted
  std::vector<std::string> against;
  int bars_years = 0;
  std::vector<NoteView> notes;
  std::vector<MeasureView> measures;
};
BOOST_DESCRIBE_STRUCT(GroundView, (), (clause, zh, en, text, against, bars_years, notes, measures))

struct GroundList {
  std::vector<GroundView> items;
};
BOOST_DESCRIBE_STRUCT(GroundList, (), (items))

struct DecisionBasisOf {
  std::string record; ///< "Q-7" or "V-12"
};
BOOST_DESCRIBE_STRUCT(DecisionBasisOf, (), (record))

struct DecisionBasis {
  std::string subject, name, district, district_name, facts;
  std::vector<std::string> problems, visits;
  std::vector<std::string> decisions; ///< that rest on the record already
};
BOOST_DESCRIBE_STRUCT(DecisionBasis, (), (subject, name, district, district_name, facts, problems, visits, decisions))

struct DecisionQuery {
  std::string q, district, kind, ground, state, subject;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(DecisionQuery, (), (q, district, kind, ground, state, subject, page, size, sort))

struct DecisionRow {
  std::string id, subject, name, district, district_name, ground, kind, term_zh, term_en, state;
  std::optional<Date> from, to, due;
  std::int64_t amount = 0;
  std::int64_t persons = 0;
  std::string proposed_name;
  Instant proposed_at;
  std::optional<Instant> decided_at;
  bool mine = false; ///< waits for the caller's signature
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (), (id, subject, name, district, district_name, ground, kind, term_zh, term_en, state, from, to, due, amount, persons, proposed_name, proposed_at, decided_at, mine))

struct DecisionPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<DecisionRow> items;
};
BOOST_DESCRIBE_STRUCT(DecisionPage, (), (total, page, size, items))

struct DecisionStep {
  std::string action, who, reason;
  Instant at;
  std::int64_t index = 0;
};
BOOST_DESCRIBE_STRUCT(DecisionStep, (), (action, who, reason, at, index))

struct DecisionView {
  DecisionRow decision;
  std::string facts, basis, authority, decided_name, ended_name, reason, effect;
  std::vector<std::string> problems, visits, person_list;
  std::optional<Instant> ended_at;
  std::optional<Date> barred_until;
  bool may_sign = false, may_take_back = false;
  bool own_proposal = false; ///< the caller proposed it: somebody else signs
  std::vector<std::string> decided_by; ///< roles that may sign it
  law::Why why;
  std::vector<DecisionStep> steps;
};
BOOST_DESCRIBE_STRUCT(DecisionView, (), (decision, facts, basis, authority, decided_name, ended_name, reason, effect, problems, visits, person_list, ended_at, barred_until, may_sign, may_take_back, own_proposal, decided_by, why, steps))

struct DecisionOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(DecisionOf, (), (id))

struct DecisionNew {
  std::string subject, ground, kind, facts;
  std::optional<std::string> basis, amount, authority; ///< amount in yuan: "5000.50"
  std::optional<std::vector<std::string>> problems, visits, persons;
  std::optional<Date> from, to, due;
};
BOOST_DESCRIBE_STRUCT(DecisionNew, (), (subject, ground, kind, facts, basis, amount, authority, problems, visits, persons, from, to, due))

struct DecisionSign {
  std::string id;
  bool accept;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(DecisionSign, (), (id, accept, reason))

struct DecisionTakeBack {
  std::string id, reason;
};
BOOST_DESCRIBE_STRUCT(DecisionTakeBack, (), (id, reason))

} // namespace ankao::enforcement::dto
