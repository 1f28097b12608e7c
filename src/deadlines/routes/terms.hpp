// SPDX-License-Identifier: Apache-2.0
// The register of deadlines and the work list over HTTP: everybody reads the register, the holder of work.list the terms of their scope.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "api/endpoints.hpp"
#include "db/db.hpp"
#include "deadlines/service/terms.hpp"
#include "law/why.hpp"

namespace ankao::deadlines {

/// All must outlive the endpoints.
void add_term_routes(api::Endpoints& endpoints, db::Database& database, Owners owners);

namespace dto {

struct DeadlineEscalation {
  std::string role;
  int after = 0;
};
BOOST_DESCRIBE_STRUCT(DeadlineEscalation, (), (role, after))

struct DeadlineRow {
  std::string id;
  std::string clause;
  std::string clause_text; ///< as printed in the notice
  std::vector<std::string> related;
  std::string zh, en;
  std::string starts; ///< event, date, month, year, hand
  std::string starts_zh, starts_en;
  std::string unit; ///< working_day, day, month, year, minute, day_of_month, day_of_year, date, decided, any_time
  int count = 0;
  std::string last; ///< "2023-11-10" or "12-31"
  int months_from = 0;
  int months_to = 0;
  bool first_day = false;
  bool last_day = true;
  bool working_days = false; ///< counts on the State Council's calendar
  std::string role;
  std::string scope;
  std::string done_zh, done_en;
  std::string done_event;
  bool by_hand = false; ///< the holder confirms
  std::string missed_clause;
  std::string missed_zh, missed_en;
  std::vector<int> before, after;
  std::vector<DeadlineEscalation> escalate;
  std::vector<std::string> copies;
  Date from;
  std::optional<Date> to;
  int line = 0; ///< of law/deadlines.yaml
};
BOOST_DESCRIBE_STRUCT(DeadlineRow, (),
                      (id, clause, clause_text, related, zh, en, starts, starts_zh, starts_en, unit, count, last, months_from, months_to, first_day, last_day,
                       working_days, role, scope, done_zh, done_en, done_event, by_hand, missed_clause, missed_zh, missed_en, before, after, escalate, copies, from,
                       to, line))

struct DeadlineQuery {
  std::string q;
  std::string role; ///< "" all
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(DeadlineQuery, (), (q, role, page, size, sort))

struct DeadlineList {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<DeadlineRow> items;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(DeadlineList, (), (total, page, size, items, source))

enum class TermBox { ToDo, Done, Copied, All };
BOOST_DESCRIBE_ENUM(TermBox, ToDo, Done, Copied, All)

struct TermQuery {
  TermBox box = TermBox::ToDo;
  std::string q;
  std::string deadline;
  std::optional<bool> overdue;
  std::string sort = "due";
  int page = 1;
  int size = 50;
  std::optional<Date> from, to; ///< of the last day
};
BOOST_DESCRIBE_STRUCT(TermQuery, (), (box, q, deadline, overdue, sort, page, size, from, to))

struct TermRow {
  std::string id;
  std::string deadline;
  std::string clause;
  std::string zh, en;
  std::string subject;
  std::string title;
  std::string role;
  std::string owner;
  std::string owner_id;
  Date anchor;
  std::optional<Date> due_day;
  std::optional<Instant> due_at;
  std::optional<int> days_left; ///< in the deadline's own days; 0 on the last day, below 0 when overdue
  bool working_days = false;
  std::string state; ///< open, done, waived
  bool overdue = false;
  bool late = false;
  std::string claimed_name;
  bool mine = false;     ///< taken by the caller
  bool own = false;      ///< the caller's role and scope have to do it
  bool by_hand = false;  ///< confirmed by hand
  Instant opened_at;
  std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(TermRow, (),
                      (id, deadline, clause, zh, en, subject, title, role, owner, owner_id, anchor, due_day, due_at, days_left, working_days, state, overdue, late,
                       claimed_name, mine, own, by_hand, opened_at, closed_at))

struct TermCounts {
  std::int64_t to_do = 0;
  std::int64_t done = 0;
  std::int64_t copied = 0;
  std::int64_t all = 0;
  std::int64_t overdue = 0; ///< of to_do
};
BOOST_DESCRIBE_STRUCT(TermCounts, (), (to_do, done, copied, all, overdue))

/// How many terms of a deadline stand in the box.
struct TermKind {
  std::string deadline;
  std::string zh, en;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(TermKind, (), (deadline, zh, en, count))

struct TermPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<TermRow> items;
  TermCounts counts;
  std::vector<TermKind> kinds; ///< of the box, whatever else is filtered
};
BOOST_DESCRIBE_STRUCT(TermPage, (), (total, page, size, items, counts, kinds))

struct TermMonthQuery {
  std::string month; ///< "2026-04"
  TermBox box = TermBox::ToDo;
};
BOOST_DESCRIBE_STRUCT(TermMonthQuery, (), (month, box))

struct TermDay {
  Date date;
  int weekday = 1;  ///< 1 = Monday
  std::string kind; ///< work, rest, worked_weekend, weekend; "" for a year without data
  std::string name; ///< of the holiday
  std::int64_t open = 0;
  std::int64_t overdue = 0;
  std::int64_t closed = 0;
};
BOOST_DESCRIBE_STRUCT(TermDay, (), (date, weekday, kind, name, open, overdue, closed))

struct TermMonth {
  std::string month;
  bool known = true; ///< the year's holidays are entered
  std::vector<TermDay> days;
};
BOOST_DESCRIBE_STRUCT(TermMonth, (), (month, known, days))

struct TermDeed {
  std::string what; ///< before, missed, after, escalate
  int days = 0;
  std::string role;
  Instant at;
  bool done = false;
  bool passed = false; ///< left out: a newer one was due
};
BOOST_DESCRIBE_STRUCT(TermDeed, (), (what, days, role, at, done, passed))

struct TermFinding {
  std::string clause;
  std::string zh, en;
  Instant at;
  std::optional<Instant> withdrawn_at;
};
BOOST_DESCRIBE_STRUCT(TermFinding, (), (clause, zh, en, at, withdrawn_at))

struct TermStep {
  std::string action;
  std::string who;
  Instant at;
  std::string reason;
  std::int64_t index = 0;
};
BOOST_DESCRIBE_STRUCT(TermStep, (), (action, who, at, reason, index))

struct TermView {
  TermRow term;
  DeadlineRow rule;
  std::string reason; ///< of opening by hand
  std::string opened_by;
  std::string close_reason;
  std::vector<TermDeed> deeds;
  std::vector<TermFinding> findings;
  std::vector<std::string> copies;
  std::vector<TermStep> steps;
  law::Why why; ///< of the last day
};
BOOST_DESCRIBE_STRUCT(TermView, (), (term, rule, reason, opened_by, close_reason, deeds, findings, copies, steps, why))

struct TermOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(TermOf, (), (id))

struct TermNote {
  std::string id;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(TermNote, (), (id, note))

struct TermWaiver {
  std::string id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(TermWaiver, (), (id, reason))

struct TermForm {
  std::string deadline;
  std::optional<std::string> scope_id;
  std::string subject;
  std::string title;
  Date day;
  std::optional<Instant> moment;
  std::optional<Date> until;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(TermForm, (), (deadline, scope_id, subject, title, day, moment, until, reason))

} // namespace dto
} // namespace ankao::deadlines
