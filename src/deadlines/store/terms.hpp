// SPDX-License-Identifier: Apache-2.0
// Terms in the database, what was done about them, their findings and who is told.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "db/db.hpp"
#include "deadlines/words/term.hpp"

namespace ankao::deadlines::store {

/// Schema steps from 601.
std::vector<db::Migration> term_migrations();

/// Gives the number.
std::int64_t insert(db::Transaction& transaction, Term& term);
void update(db::Transaction& transaction, const Term& term);
std::optional<Term> term(db::Transaction& transaction, std::int64_t number);
std::optional<Term> term(db::Transaction& transaction, const std::string& deadline, const std::string& subject);
bool any_of(db::Transaction& transaction, const std::string& deadline);
/// Open terms to be looked at, the longest waiting first.
std::vector<Term> due_for_sweep(db::Transaction& transaction, Instant now, int most);
/// Open terms of a deadline numbered above `after`, in order of number.
std::vector<Term> open_after(db::Transaction& transaction, const std::string& deadline, std::int64_t after, int most);

struct Deeds {
  std::int64_t term = 0;
  std::string key;
  Instant at;
  bool passed = false; ///< left out because a newer one was due
};
void insert_deed(db::Transaction& transaction, const Deeds& deed);
std::vector<Deeds> deeds(db::Transaction& transaction, std::int64_t term);

struct Finding {
  std::string clause;
  Bilingual text;
  Instant at;
  std::optional<Instant> withdrawn_at; ///< the calendar was corrected
};
void insert_finding(db::Transaction& transaction, std::int64_t term, const Finding& finding);
void withdraw_findings(db::Transaction& transaction, std::int64_t term, Instant at);
std::vector<Finding> findings(db::Transaction& transaction, std::int64_t term);

/// A role that sees the term as a copy.
void copy_to(db::Transaction& transaction, std::int64_t term, const std::string& role, Instant since);
std::vector<std::string> copies(db::Transaction& transaction, std::int64_t term);

/// Who looks: terms of the own role and scope, copies to the role within the scope.
struct Viewer {
  std::string account;
  std::string role;
  std::string scope_kind;
  std::string scope_id;
};
enum class Box { ToDo, Done, Copied, All }; ///< All: everything within the viewer's scope
struct TermFilter {
  Box box = Box::ToDo;
  std::string q; ///< in title, subject or owner
  std::string deadline;
  std::optional<bool> overdue;
  std::optional<Date> from, to; ///< of the last day
  std::string sort = "due";     ///< "due", "opened", "title"
  int page = 1;
  int size = 50;
};
struct TermsFound {
  std::int64_t total = 0;
  std::vector<Term> terms;
};
TermsFound list(db::Transaction& transaction, const Viewer& viewer, const TermFilter& filter);
std::int64_t count(db::Transaction& transaction, const Viewer& viewer, const TermFilter& filter);

/// How many of the filtered terms end on each day, and how many of each deadline there are.
struct DayCount {
  Date day;
  std::int64_t open = 0, overdue = 0, closed = 0;
};
std::vector<DayCount> count_by_day(db::Transaction& transaction, const Viewer& viewer, const TermFilter& filter);
std::vector<std::pair<std::string, std::int64_t>> count_by_deadline(db::Transaction& transaction, const Viewer& viewer, const TermFilter& filter);
bool visible(db::Transaction& transaction, const Viewer& viewer, std::int64_t number);

} // namespace ankao::deadlines::store
