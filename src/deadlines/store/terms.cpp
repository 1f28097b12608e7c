// SPDX-License-Identifier: Apache-2.0
#include "deadlines/store/terms.hpp"

#include "base/ensure.hpp"
#include "db/columns.hpp"

namespace ankao::deadlines {

std::string_view name_of(TermState state) { return state == TermState::Open ? "open" : state == TermState::Done ? "done" : "waived"; }

namespace store {

std::vector<db::Migration> term_migrations() {
  return {{601, "terms", R"(CREATE TABLE term (
  number BIGINT PRIMARY KEY,
  deadline TEXT NOT NULL,
  subject TEXT NOT NULL,
  title TEXT NOT NULL,
  role TEXT NOT NULL,
  scope_kind TEXT NOT NULL,
  scope_id TEXT NOT NULL,
  owner TEXT NOT NULL,
  district TEXT NOT NULL,
  anchor TEXT NOT NULL,
  moment BIGINT,
  until TEXT,
  due_day TEXT,
  due_at BIGINT,
  state TEXT NOT NULL,
  overdue BIGINT NOT NULL,
  late BIGINT NOT NULL,
  opened_at BIGINT NOT NULL,
  opened_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  closed_at BIGINT,
  closed_by TEXT NOT NULL,
  close_reason TEXT NOT NULL,
  claimed_by TEXT NOT NULL,
  claimed_name TEXT NOT NULL,
  next_at BIGINT,
  UNIQUE (deadline, subject)
);
CREATE INDEX term_sweep ON term (state, next_at);
CREATE INDEX term_owner ON term (role, scope_kind, scope_id, state, due_at);
CREATE TABLE term_deed (
  term BIGINT NOT NULL REFERENCES term (number),
  deed TEXT NOT NULL,
  at BIGINT NOT NULL,
  passed BIGINT NOT NULL,
  PRIMARY KEY (term, deed)
);
CREATE TABLE term_finding (
  term BIGINT NOT NULL REFERENCES term (number),
  at BIGINT NOT NULL,
  clause TEXT NOT NULL,
  zh TEXT NOT NULL,
  en TEXT NOT NULL,
  withdrawn_at BIGINT,
  PRIMARY KEY (term, at)
);
CREATE TABLE term_copy (
  term BIGINT NOT NULL REFERENCES term (number),
  role TEXT NOT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (term, role)
);
CREATE INDEX term_copy_role ON term_copy (role, term);
)"},
          {602, "open terms by deadline", R"(CREATE INDEX term_open ON term (deadline, number) WHERE state = 'open';
)"}};
}

namespace {

std::int64_t bit(bool value) { return value ? 1 : 0; }

Term read(const db::Rows& rows, std::size_t i) {
  Term t;
  t.number = rows.integer(i, "number");
  t.deadline = rows.text(i, "deadline");
  t.subject = rows.text(i, "subject");
  t.title = rows.text(i, "title");
  t.role = rows.text(i, "role");
  t.scope_kind = rows.text(i, "scope_kind");
  t.scope_id = rows.text(i, "scope_id");
  t.owner = rows.text(i, "owner");
  t.district = rows.text(i, "district");
  const auto anchor = db::day_in(rows, i, "anchor");
  ensure(anchor.has_value(), "a term counts from a day");
  t.anchor = *anchor;
  t.moment = db::moment_in(rows, i, "moment");
  t.until = db::day_in(rows, i, "until");
  t.due_day = db::day_in(rows, i, "due_day");
  t.due_at = db::moment_in(rows, i, "due_at");
  const std::string& state = rows.text(i, "state");
  t.state = state == "open" ? TermState::Open : state == "done" ? TermState::Done : TermState::Waived;
  t.overdue = rows.integer(i, "overdue") != 0;
  t.late = rows.integer(i, "late") != 0;
  t.opened_at = {rows.integer(i, "opened_at")};
  t.opened_by = rows.text(i, "opened_by");
  t.reason = rows.text(i, "reason");
  t.closed_at = db::moment_in(rows, i, "closed_at");
  t.closed_by = rows.text(i, "closed_by");
  t.close_reason = rows.text(i, "close_reason");
  t.claimed_by = rows.text(i, "claimed_by");
  t.claimed_name = rows.text(i, "claimed_name");
  t.next_at = db::moment_in(rows, i, "next_at");
  return t;
}

std::vector<Term> read_all(const db::Rows& rows) {
  std::vector<Term> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i));
  return out;
}

std::optional<Term> first(const db::Rows& rows) { return rows.empty() ? std::nullopt : std::optional(read(rows, 0)); }

} // namespace

std::int64_t insert(db::Transaction& transaction, Term& t) {
  t.number = transaction.query("SELECT COALESCE(MAX(number), 0) + 1 AS n FROM term").integer(0, "n");
  transaction.insert_many("term",
                          {"number", "deadline", "subject", "title", "role", "scope_kind", "scope_id", "owner", "district", "anchor", "moment", "until", "due_day",
                           "due_at", "state", "overdue", "late", "opened_at", "opened_by", "reason", "closed_at", "closed_by", "close_reason", "claimed_by",
                           "claimed_name", "next_at"},
                          {{t.number, t.deadline, t.subject, t.title, t.role, t.scope_kind, t.scope_id, t.owner, t.district, to_string(t.anchor), db::moment(t.moment),
                            db::day(t.until), db::day(t.due_day), db::moment(t.due_at), std::string(name_of(t.state)), bit(t.overdue), bit(t.late), t.opened_at.ms, t.opened_by,
                            t.reason, db::moment(t.closed_at), t.closed_by, t.close_reason, t.claimed_by, t.claimed_name, db::moment(t.next_at)}});
  return t.number;
}

void update(db::Transaction& transaction, const Term& t) {
  transaction.execute("UPDATE term SET due_day = $2, due_at = $3, state = $4, overdue = $5, late = $6, closed_at = $7, closed_by = $8, close_reason = $9, "
                      "claimed_by = $10, claimed_name = $11, next_at = $12 WHERE number = $1",
                      {t.number, db::day(t.due_day), db::moment(t.due_at), std::string(name_of(t.state)), bit(t.overdue), bit(t.late), db::moment(t.closed_at), t.closed_by,
                       t.close_reason, t.claimed_by, t.claimed_name, db::moment(t.next_at)});
}

std::optional<Term> term(db::Transaction& transaction, std::int64_t number) {
  return first(transaction.query("SELECT * FROM term WHERE number = $1", {number}));
}
std::optional<Term> term(db::Transaction& transaction, const std::string& deadline, const std::string& subject) {
  return first(transaction.query("SELECT * FROM term WHERE deadline = $1 AND subject = $2", {deadline, subject}));
}
bool any_of(db::Transaction& transaction, const std::string& deadline) {
  return !transaction.query("SELECT number FROM term WHERE deadline = $1 LIMIT 1", {deadline}).empty();
}
std::vector<Term> due_for_sweep(db::Transaction& transaction, Instant now, int most) {
  return read_all(transaction.query("SELECT * FROM term WHERE state = 'open' AND next_at <= $1 ORDER BY next_at, number LIMIT $2", {now.ms, std::int64_t{most}}));
}
std::vector<Term> open_after(db::Transaction& transaction, const std::string& deadline, std::int64_t after, int most) {
  return read_all(transaction.query("SELECT * FROM term WHERE deadline = $1 AND state = 'open' AND number > $2 ORDER BY number LIMIT $3", {deadline, after, std::int64_t{most}}));
}

void insert_deed(db::Transaction& transaction, const Deeds& deed) {
  transaction.execute("INSERT INTO term_deed (term, deed, at, passed) VALUES ($1, $2, $3, $4)", {deed.term, deed.key, deed.at.ms, bit(deed.passed)});
}
std::vector<Deeds> deeds(db::Transaction& transaction, std::int64_t number) {
  const auto rows = transaction.query("SELECT deed, at, passed FROM term_deed WHERE term = $1 ORDER BY at, deed", {number});
  std::vector<Deeds> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back({number, rows.text(i, "deed"), {rows.integer(i, "at")}, rows.integer(i, "passed") != 0});
  return out;
}

void insert_finding(db::Transaction& transaction, std::int64_t number, const Finding& finding) {
  transaction.execute("INSERT INTO term_finding (term, at, clause, zh, en) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (term, at) DO NOTHING",
                      {number, finding.at.ms, finding.clause, finding.text.zh, finding.text.en});
}
void withdraw_findings(db::Transaction& transaction, std::int64_t number, Instant at) {
  transaction.execute("UPDATE term_finding SET withdrawn_at = $2 WHERE term = $1 AND withdrawn_at IS NULL", {number, at.ms});
}
std::vector<Finding> findings(db::Transaction& transaction, std::int64_t number) {
  const auto rows = transaction.query("SELECT * FROM term_finding WHERE term = $1 ORDER BY at", {number});
  std::vector<Finding> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({rows.text(i, "clause"), {rows.text(i, "zh"), rows.text(i, "en")}, {rows.integer(i, "at")}, db::moment_in(rows, i, "withdrawn_at")});
  return out;
}

void copy_to(db::Transaction& transaction, std::int64_t number, const std::string& role, Instant since) {
  transaction.execute("INSERT INTO term_copy (term, role, since) VALUES ($1, $2, $3) ON CONFLICT (term, role) DO NOTHING", {number, role, since.ms});
}
std::vector<std::string> copies(db::Transaction& transaction, std::int64_t number) {
  const auto rows = transaction.query("SELECT role FROM term_copy WHERE term = $1 ORDER BY role", {number});
  std::vector<std::string> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(rows.text(i, "role"));
  return out;
}

namespace {

/// $1 role, $2 kind of scope, $3 id of scope.
constexpr const char* k_mine = "(t.role = $1 AND t.scope_kind = $2 AND t.scope_id = $3)";
constexpr const char* k_within =
    "($2 = 'city' OR ($2 = 'district' AND t.district = $3) OR (t.scope_kind = $2 AND t.scope_id = $3))";

std::string where(const TermFilter& filter, db::Values& values) {
  const std::string mine = k_mine, within = k_within;
  std::string out;
  if (filter.box == Box::ToDo) out = mine + " AND t.state = 'open'";
  if (filter.box == Box::Done) out = mine + " AND t.state <> 'open'";
  if (filter.box == Box::Copied) out = within + " AND EXISTS (SELECT 1 FROM term_copy c WHERE c.term = t.number AND c.role = $1)";
  if (filter.box == Box::All) out = within + " AND $1 = $1";
  const auto add = [&](const std::string& before, db::Value value, const std::string& after) {
    values.push_back(std::move(value));
    out += " AND " + before + "$" + std::to_string(values.size()) + after;
  };
  if (!filter.q.empty()) {
    std::string like = "%";
    for (const char c : filter.q) like += (c == '%' || c == '_' || c == '\\') ? std::string("\\") + c : std::string(1, c);
    add("(t.title || ' ' || t.subject || ' ' || t.owner) LIKE ", like + "%", " ESCAPE '\\'");
  }
  if (!filter.deadline.empty()) add("t.deadline = ", filter.deadline, "");
  if (filter.overdue) add("t.overdue = ", bit(*filter.overdue), "");
  if (filter.from) add("t.due_day >= ", to_string(*filter.from), "");
  if (filter.to) add("t.due_day <= ", to_string(*filter.to), "");
  return out;
}

/// By default what is to be done stands first, the most urgent before the others; of what is done, the last one.
std::string order(const TermFilter& filter) {
  if (filter.sort == "opened") return "t.opened_at DESC, t.number DESC";
  if (filter.sort == "title") return "t.title, t.number";
  if (filter.box == Box::ToDo) return "t.due_at NULLS LAST, t.number";
  if (filter.box == Box::Done) return "t.closed_at DESC NULLS LAST, t.number DESC";
  return "CASE WHEN t.state = 'open' THEN 0 ELSE 1 END, CASE WHEN t.state = 'open' THEN t.due_at END NULLS LAST, t.due_at DESC NULLS LAST, t.number";
}

} // namespace

std::int64_t count(db::Transaction& transaction, const Viewer& viewer, const TermFilter& filter) {
  db::Values values{viewer.role, viewer.scope_kind, viewer.scope_id};
  const std::string condition = where(filter, values);
  return transaction.query("SELECT COUNT(*) AS n FROM term t WHERE " + condition, values).integer(0, "n");
}

std::vector<DayCount> count_by_day(db::Transaction& transaction, const Viewer& viewer, const TermFilter& filter) {
  db::Values values{viewer.role, viewer.scope_kind, viewer.scope_id};
  const std::string condition = where(filter, values);
  const auto rows = transaction.query("SELECT t.due_day AS day, CAST(SUM(CASE WHEN t.state = 'open' AND t.overdue = 0 THEN 1 ELSE 0 END) AS BIGINT) AS open, "
                                      "CAST(SUM(CASE WHEN t.state = 'open' AND t.overdue = 1 THEN 1 ELSE 0 END) AS BIGINT) AS overdue, "
                                      "CAST(SUM(CASE WHEN t.state <> 'open' THEN 1 ELSE 0 END) AS BIGINT) AS closed FROM term t WHERE " +
                                          condition + " AND t.due_day IS NOT NULL GROUP BY t.due_day ORDER BY t.due_day",
                                      values);
  std::vector<DayCount> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({*db::day_in(rows, i, "day"), rows.integer(i, "open"), rows.integer(i, "overdue"), rows.integer(i, "closed")});
  return out;
}

std::vector<std::pair<std::string, std::int64_t>> count_by_deadline(db::Transaction& transaction, const Viewer& viewer, const TermFilter& filter) {
  db::Values values{viewer.role, viewer.scope_kind, viewer.scope_id};
  const std::string condition = where(filter, values);
  const auto rows = transaction.query("SELECT t.deadline AS deadline, COUNT(*) AS n FROM term t WHERE " + condition + " GROUP BY t.deadline ORDER BY t.deadline", values);
  std::vector<std::pair<std::string, std::int64_t>> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.emplace_back(rows.text(i, "deadline"), rows.integer(i, "n"));
  return out;
}

TermsFound list(db::Transaction& transaction, const Viewer& viewer, const TermFilter& filter) {
  TermsFound out;
  out.total = count(transaction, viewer, filter);
  db::Values values{viewer.role, viewer.scope_kind, viewer.scope_id};
  const std::string condition = where(filter, values);
  values.push_back(std::int64_t{filter.size});
  values.push_back(std::int64_t{filter.size} * (filter.page - 1));
  out.terms = read_all(transaction.query("SELECT t.* FROM term t WHERE " + condition + " ORDER BY " + order(filter) + " LIMIT $" +
                                             std::to_string(values.size() - 1) + " OFFSET $" + std::to_string(values.size()),
                                         values));
  return out;
}

bool visible(db::Transaction& transaction, const Viewer& viewer, std::int64_t number) {
  return !transaction
              .query(std::string("SELECT t.number FROM term t WHERE (") + k_mine + " OR " + k_within + ") AND t.number = $4",
                     {viewer.role, viewer.scope_kind, viewer.scope_id, number})
              .empty();
}

} // namespace store
} // namespace ankao::deadlines
