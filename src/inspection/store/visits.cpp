// SPDX-License-Identifier: Apache-2.0
#include "inspection/files/answers.hpp"
#include "inspection/store/inspection.hpp"
#include "inspection/store/numbers.hpp"
#include "inspection/store/reading.hpp"
#include "inspection/store/records.hpp"

namespace ankao::inspection::store {
namespace {

const std::string k_select =
    "SELECT v.*, t.id AS target_id, t.checklist, t.subject, t.name, t.district, t.institution, t.site, t.special FROM visit v JOIN campaign_target t ON t.campaign = v.campaign AND t.id = v.target";

std::string join(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& one : items) out += (out.empty() ? "" : " ") + one;
  return out;
}

Visit read(const db::Rows& rows, std::size_t i) {
  Visit out;
  out.id = "V-" + std::to_string(rows.integer(i, "number"));
  out.campaign = rows.text(i, "campaign");
  out.phase = rows.text(i, "phase");
  out.target = {rows.text(i, "target_id"), rows.text(i, "checklist"), rows.text(i, "subject"), rows.text(i, "name"), rows.text(i, "district"), rows.text(i, "institution"), rows.text(i, "site"), rows.integer(i, "special") != 0};
  out.version = static_cast<int>(rows.integer(i, "version"));
  out.by = rows.text(i, "by_whom");
  out.planned = stored_day(rows, i, "planned");
  out.state = rows.text(i, "state") == "signed" ? VisitState::Signed : VisitState::Open;
  out.team = read_team(rows.text(i, "team"));
  out.conclusion = rows.text(i, "conclusion");
  out.opinion = rows.text(i, "opinion");
  out.signed_at = moment_in(rows, i, "signed_at");
  out.signed_by = rows.text(i, "signed_by");
  out.verdict = rows.text(i, "verdict");
  out.total = static_cast<int>(rows.integer(i, "total"));
  out.score_sm3 = rows.text(i, "score_sm3");
  out.unseen = split(rows.text(i, "unseen"));
  out.differences = static_cast<int>(rows.integer(i, "differences"));
  return out;
}

StoredAnswer read_stored(const db::Rows& rows, std::size_t i) {
  return {rows.integer(i, "seq"), rows.text(i, "client"), read_answer(rows.text(i, "content")), rows.text(i, "account"), rows.text(i, "person"), {rows.integer(i, "at")}, rows.integer(i, "conflict") != 0,
          {moment_in(rows, i, "device_at"), rows.maybe_integer(i, "behind_ms")}};
}

/// may_see of rules/visits as a condition.
void narrow(db::Conditions& where, const Viewer& viewer) {
  if (viewer.kind == "city") return;
  const std::string me = where.put(viewer.id);
  if (viewer.kind == "district") where.add("(v.by_whom = " + me + " OR (t.district = " + me + " AND v.state = 'signed'))");
  else if (viewer.kind == "institution") where.add("t.institution = " + me + " AND (v.state = 'signed' OR v.by_whom LIKE '%:%')");
  else where.add("t.site = " + me + " AND (v.state = 'signed' OR v.by_whom LIKE '%:%')");
}

} // namespace

const std::string& visit_columns() { return k_select; }

std::vector<Visit> read_visits(const db::Rows& rows) {
  std::vector<Visit> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i));
  return out;
}

void insert(db::Transaction& transaction, const Visit& v) {
  transaction.insert_many("visit",
                          {"number", "campaign", "phase", "target", "version", "by_whom", "planned", "state", "team", "conclusion", "opinion", "signed_at", "signed_by", "verdict", "total", "score_sm3"},
                          {{number_of(v.id, "V-"), v.campaign, v.phase, v.target.id, std::int64_t{v.version}, v.by, to_string(v.planned), std::string("open"), write_team(v.team), v.conclusion, v.opinion, moment(v.signed_at),
                            v.signed_by, v.verdict, std::int64_t{v.total}, v.score_sm3}});
}

void update(db::Transaction& transaction, const Visit& v) {
  transaction.execute("UPDATE visit SET state = $2, team = $3, conclusion = $4, opinion = $5, signed_at = $6, signed_by = $7, verdict = $8, total = $9, score_sm3 = $10, unseen = $11 WHERE number = $1",
                      {number_of(v.id, "V-"), std::string(v.state == VisitState::Signed ? "signed" : "open"), write_team(v.team), v.conclusion, v.opinion, moment(v.signed_at), v.signed_by, v.verdict, std::int64_t{v.total}, v.score_sm3,
                       join(v.unseen)});
}

std::optional<Visit> visit(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query(k_select + " WHERE v.number = $1", {number_of(id, "V-")});
  if (rows.empty()) return std::nullopt;
  return read(rows, 0);
}

bool has_open_visit(db::Transaction& transaction, const std::string& campaign, const std::string& target, const std::string& by) {
  return !transaction.query("SELECT number FROM visit WHERE campaign = $1 AND target = $2 AND by_whom = $3 AND state = 'open'", {campaign, target, by}).empty();
}

Found<Visit> visits(db::Transaction& transaction, const Filter& filter) {
  db::Conditions where;
  narrow(where, filter.viewer);
  where.equals("v.campaign", filter.campaign);
  where.equals("v.phase", filter.phase);
  where.equals("t.district", filter.district);
  where.equals("t.checklist", filter.checklist);
  where.equals("v.state", filter.state);
  where.contains("t.search", filter.q);
  where.equals("v.verdict", filter.verdict);
  if (filter.differs) where.add(*filter.differs ? "v.differences > 0" : "v.differences = 0");
  // The targets are joined where something asks for them; whole rows are read for the page alone.
  const bool of_targets = filter.viewer.kind != "city" || !filter.district.empty() || !filter.checklist.empty() || !filter.q.empty();
  const std::string order = filter.order.empty() ? "v.number DESC" : filter.order, join = " JOIN campaign_target t ON t.campaign = v.campaign AND t.id = v.target";
  Found<Visit> out;
  out.total = transaction.query("SELECT COUNT(*) AS n FROM visit v" + (of_targets ? join : "") + where.text(), where.values()).integer(0, "n");
  const std::string page = "SELECT v.number FROM visit v" + (of_targets || order.find("t.") != std::string::npos ? join : "") + where.text() + window_of(where, filter, "v.number DESC");
  const auto rows = transaction.query(k_select + " WHERE v.number IN (" + page + ") ORDER BY " + order, where.values());
  for (std::size_t i = 0; i < rows.size(); ++i) out.rows.push_back(read(rows, i));
  return out;
}

void insert(db::Transaction& transaction, const std::string& visit, const StoredAnswer& one) {
  transaction.insert_many("visit_answer", {"seq", "visit", "client", "item", "score_column", "content", "account", "person", "at", "conflict", "device_at", "behind_ms"},
                          {{one.seq, number_of(visit, "V-"), one.client, one.answer.item, std::string(name_of(one.answer.column)), write_answer(one.answer), one.account, one.person, one.at.ms, bit(one.conflict), moment(one.stamp.device_at),
                            one.stamp.behind_ms ? db::Value(*one.stamp.behind_ms) : db::Value(db::Null{})}});
}

std::vector<StoredAnswer> answers(db::Transaction& transaction, const std::string& visit) {
  const auto rows = transaction.query(R"(SELECT a.* FROM visit_answer a WHERE a.visit = $1 AND (a.conflict = 1 OR a.seq =
  (SELECT MAX(b.seq) FROM visit_answer b WHERE b.visit = a.visit AND b.item = a.item AND b.score_column = a.score_column AND b.conflict = 0)) ORDER BY a.seq)",
                                      {number_of(visit, "V-")});
  std::vector<StoredAnswer> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read_stored(rows, i));
  return out;
}

std::vector<StoredAnswer> history(db::Transaction& transaction, const std::string& visit, const std::string& item, Column column) {
  const auto rows = transaction.query("SELECT * FROM visit_answer WHERE visit = $1 AND item = $2 AND score_column = $3 ORDER BY seq", {number_of(visit, "V-"), item, std::string(name_of(column))});
  std::vector<StoredAnswer> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read_stored(rows, i));
  return out;
}

std::vector<StoredAnswer> all_answers(db::Transaction& transaction, const std::string& visit) {
  const auto rows = transaction.query("SELECT * FROM visit_answer WHERE visit = $1 ORDER BY seq", {number_of(visit, "V-")});
  std::vector<StoredAnswer> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read_stored(rows, i));
  return out;
}

std::vector<Visit> visits_of_place(db::Transaction& transaction, const std::string& subject, const std::string& but, int most) {
  const auto rows = transaction.query(k_select + " WHERE t.subject = $1 AND v.number <> $2 ORDER BY v.number DESC LIMIT $3", {subject, number_of(but, "V-"), std::int64_t{most}});
  std::vector<Visit> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i));
  return out;
}

std::optional<StoredAnswer> with_client(db::Transaction& transaction, const std::string& visit, const std::string& client) {
  const auto rows = transaction.query("SELECT * FROM visit_answer WHERE visit = $1 AND client = $2", {number_of(visit, "V-"), client});
  if (rows.empty()) return std::nullopt;
  return read_stored(rows, 0);
}

void settle(db::Transaction& transaction, const std::string& visit, const std::string& item, Column column) {
  transaction.execute("UPDATE visit_answer SET conflict = 0 WHERE visit = $1 AND item = $2 AND score_column = $3", {number_of(visit, "V-"), item, std::string(name_of(column))});
}

} // namespace ankao::inspection::store
