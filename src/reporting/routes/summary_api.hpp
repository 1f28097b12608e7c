// SPDX-License-Identifier: Apache-2.0
// Summary reports as the screens get them. Money is in fen, scores and shares are tenths.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "api/api.hpp"
#include "reporting/routes/api.hpp"

namespace ankao::reporting::dto {

struct SummaryQuery {
  std::string campaign, district, state;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(SummaryQuery, (), (campaign, district, state, page, size, sort))

struct SummaryRow {
  std::string id, campaign, district, district_name, state; ///< state: draft, proposed, filed, returned, received, signed
  std::optional<Date> due;
  bool overdue = false;
  std::optional<Instant> filed_at;
  bool on_time = false;
  int edition = 0;
  std::string drafter, signer;
};
BOOST_DESCRIBE_STRUCT(SummaryRow, (), (id, campaign, district, district_name, state, due, overdue, filed_at, on_time, edition, drafter, signer))

struct SummaryPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<SummaryRow> items;
};
BOOST_DESCRIBE_STRUCT(SummaryPage, (), (total, page, size, items))

struct DistrictChapter {
  std::string district, name, text;
};
BOOST_DESCRIBE_STRUCT(DistrictChapter, (), (district, name, text))

struct SummaryChapter {
  std::string id, zh, en, clause, guidance_zh, guidance_en, text, origin, person;
  std::optional<Instant> at;
  int version = 0;
  bool by_person = false, needed = true, empty = true;
  std::string newer_draft; ///< drafted since a person wrote here; "" none
  std::vector<std::string> tables;
};
BOOST_DESCRIBE_STRUCT(SummaryChapter, (), (id, zh, en, clause, guidance_zh, guidance_en, text, origin, person, at, version, by_person, needed, empty, newer_draft, tables))

struct SummaryFigureView {
  std::string id, zh, en, unit, clause, list, row, ref;
  std::int64_t value = 0, later = 0;
  std::string shown, shown_later;
};
BOOST_DESCRIBE_STRUCT(SummaryFigureView, (), (id, zh, en, unit, clause, list, row, ref, value, later, shown, shown_later))

struct SummaryPhase {
  std::string phase;
  std::int64_t found = 0, left = 0;
};
BOOST_DESCRIBE_STRUCT(SummaryPhase, (), (phase, found, left))

struct SummaryCause {
  std::string checklist, item, number, clause, title;
  std::int64_t found = 0, closed = 0, overdue = 0, repeated = 0, share = 0;
  std::vector<std::string> places;
};
BOOST_DESCRIBE_STRUCT(SummaryCause, (), (checklist, item, number, clause, title, found, closed, overdue, repeated, share, places))

struct SummaryScore {
  std::string target, name, district_name, checklist, self_visit, official_visit;
  std::int64_t self_score = 0, official_score = 0, gap = 0, self_problems = 0, official_problems = 0;
};
BOOST_DESCRIBE_STRUCT(SummaryScore, (), (target, name, district_name, checklist, self_visit, official_visit, self_score, official_score, gap, self_problems, official_problems))

struct SummaryTeam {
  std::string team, name;
  std::int64_t visits = 0, places = 0, severity = 0, raw = 0, corrected = 0, spread = 0; ///< points are tenths
};
BOOST_DESCRIBE_STRUCT(SummaryTeam, (), (team, name, visits, places, severity, raw, corrected, spread))

struct SummaryDistrict {
  std::string id, district, name, state;
  std::optional<Instant> filed_at;
  bool on_time = false;
};
BOOST_DESCRIBE_STRUCT(SummaryDistrict, (), (id, district, name, state, filed_at, on_time))

struct SummaryEdition {
  int edition = 0;
  std::string number, sm3, drafter, signer;
  Instant at;
  std::int64_t event = 0;
};
BOOST_DESCRIBE_STRUCT(SummaryEdition, (), (edition, number, sm3, drafter, signer, at, event))

struct SummaryView {
  SummaryRow head;
  int year = 0, revision = 0;
  std::string title, clause, number, reason, received_by;
  std::optional<Instant> received_at, taken_at;
  std::string table_month;
  int tables_missing = 0;
  std::string mailbox, mailbox_other, mailbox_clause, mailbox_zh, mailbox_en, severity_said;
  std::vector<SummaryChapter> chapters;
  std::vector<SummaryFigureView> figures;
  std::vector<SummaryPhase> phases;
  std::vector<SummaryCause> causes;
  std::vector<SummaryScore> scores;
  std::vector<SummaryTeam> teams;
  std::vector<SummaryDistrict> districts;
  std::vector<SummaryEdition> editions;
  std::vector<ReturnStep> steps;
  bool may_write = false, may_propose = false, may_sign = false, own_proposal = false, may_receive = false, may_revise = false;
};
BOOST_DESCRIBE_STRUCT(SummaryView, (),
                      (head, year, revision, title, clause, number, reason, received_by, received_at, taken_at, table_month, tables_missing, mailbox, mailbox_other, mailbox_clause, mailbox_zh, mailbox_en, severity_said, chapters, figures, phases, causes, scores, teams,
                       districts, editions, steps, may_write, may_propose, may_sign, own_proposal, may_receive, may_revise))

struct SummaryOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(SummaryOf, (), (id))

struct SummaryFileOf {
  std::string id;
  std::string format = "docx"; ///< docx, pdf
  int edition = 0;             ///< 0: as it stands
};
BOOST_DESCRIBE_STRUCT(SummaryFileOf, (), (id, format, edition))

struct SummaryFigureChange {
  std::string id, zh, en, before, now;
};
BOOST_DESCRIBE_STRUCT(SummaryFigureChange, (), (id, zh, en, before, now))

struct SummaryRedraw {
  std::vector<SummaryFigureChange> figures;
  std::vector<std::string> replaced, beside; ///< chapters
};
BOOST_DESCRIBE_STRUCT(SummaryRedraw, (), (figures, replaced, beside))

struct SummaryChapterOf {
  std::string id, chapter;
  int from = 0, to = 0; ///< two versions to compare; 0: the newest, and the one before it
};
BOOST_DESCRIBE_STRUCT(SummaryChapterOf, (), (id, chapter, from, to))

struct SummaryVersion {
  int version = 0;
  std::string text, origin, person;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(SummaryVersion, (), (version, text, origin, person, at))

struct SummaryTextLine {
  std::string mark, text; ///< mark: same, removed, added
};
BOOST_DESCRIBE_STRUCT(SummaryTextLine, (), (mark, text))

struct SummaryVersions {
  std::vector<SummaryVersion> items; ///< the newest first
  int from = 0, to = 0;
  std::vector<SummaryTextLine> lines;
  std::vector<DistrictChapter> districts; ///< of the city's: what districts wrote
};
BOOST_DESCRIBE_STRUCT(SummaryVersions, (), (items, from, to, lines, districts))

struct SummaryWriting {
  std::string id, chapter;
  std::int64_t version = 0; ///< the one that was written on
  std::string text;
};
BOOST_DESCRIBE_STRUCT(SummaryWriting, (), (id, chapter, version, text))

struct SummaryRestoring {
  std::string id, chapter;
  std::int64_t version = 0, from = 0; ///< from 0: what the platform last drafted
};
BOOST_DESCRIBE_STRUCT(SummaryRestoring, (), (id, chapter, version, from))

struct SummaryProposal {
  std::string id;
  std::int64_t revision = 0;
  std::optional<std::string> number, reason;
};
BOOST_DESCRIBE_STRUCT(SummaryProposal, (), (id, revision, number, reason))

struct SummaryDecision {
  std::string id;
  std::int64_t revision = 0;
  bool accept = false;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(SummaryDecision, (), (id, revision, accept, reason))

struct SummaryRevision {
  std::string id;
  std::int64_t revision = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(SummaryRevision, (), (id, revision, reason))

} // namespace ankao::reporting::dto
