// SPDX-License-Identifier: Apache-2.0
#include "inspection/store/papers.hpp"

#include "inspection/store/numbers.hpp"
#include "inspection/store/reading.hpp"
#include "registry/words/organisation.hpp"

namespace ankao::inspection::store {
namespace {

const std::vector<std::string> k_columns{"kind", "number", "campaign", "subject", "name", "district", "other", "institution", "site", "state", "content", "made_by", "made_name", "made_at", "done_by", "done_name", "done_at", "reason"};

std::string account(const std::optional<Endorsement>& stamp) { return stamp ? stamp->account : ""; }
std::string person(const std::optional<Endorsement>& stamp) { return stamp ? stamp->name : ""; }
db::Value time(const std::optional<Endorsement>& stamp) { return stamp ? db::Value(stamp->at.ms) : db::Value(db::Null{}); }

std::optional<Endorsement> stamp(const db::Rows& rows, std::size_t i, const std::string& which) {
  const auto ms = rows.maybe_integer(i, which + "_at");
  if (!ms) return std::nullopt;
  return Endorsement{rows.text(i, which + "_by"), rows.text(i, which + "_name"), {*ms}};
}

Paper read(const db::Rows& rows, std::size_t i, PaperKind kind) {
  Paper out;
  out.kind = kind;
  out.number = rows.integer(i, "number");
  out.campaign = rows.text(i, "campaign");
  out.subject = rows.text(i, "subject");
  out.name = rows.text(i, "name");
  out.district = rows.text(i, "district");
  out.other = rows.text(i, "other");
  out.institution = rows.text(i, "institution");
  out.site = rows.text(i, "site");
  out.state = rows.text(i, "state");
  out.content = rows.text(i, "content");
  out.made = stamp(rows, i, "made");
  out.done = stamp(rows, i, "done");
  out.reason = rows.text(i, "reason");
  return out;
}

} // namespace

void insert(db::Transaction& transaction, Paper& p) {
  p.number = next(transaction, std::string("paper_") + name_of(p.kind));
  transaction.insert_many("campaign_paper", k_columns,
                          {{std::string(name_of(p.kind)), p.number, p.campaign, p.subject, p.name, p.district, p.other, p.institution, p.site, p.state, p.content, account(p.made), person(p.made), time(p.made), account(p.done),
                            person(p.done), time(p.done), p.reason}});
}

void update(db::Transaction& transaction, const Paper& p) {
  transaction.execute("UPDATE campaign_paper SET name = $3, state = $4, content = $5, made_by = $6, made_name = $7, made_at = $8, done_by = $9, done_name = $10, done_at = $11, reason = $12 WHERE kind = $1 AND number = $2",
                      {std::string(name_of(p.kind)), p.number, p.name, p.state, p.content, account(p.made), person(p.made), time(p.made), account(p.done), person(p.done), time(p.done), p.reason});
}

std::optional<Paper> paper(db::Transaction& transaction, PaperKind kind, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM campaign_paper WHERE kind = $1 AND number = $2", {std::string(name_of(kind)), number_of(id, start_of(kind))});
  if (rows.empty()) return std::nullopt;
  return read(rows, 0, kind);
}

std::optional<Paper> paper_of(db::Transaction& transaction, PaperKind kind, const std::string& campaign, const std::string& subject) {
  const auto rows = transaction.query("SELECT * FROM campaign_paper WHERE kind = $1 AND campaign = $2 AND subject = $3", {std::string(name_of(kind)), campaign, subject});
  if (rows.empty()) return std::nullopt;
  return read(rows, 0, kind);
}

std::vector<Paper> papers(db::Transaction& transaction, PaperKind kind, const std::string& campaign) {
  const auto rows = transaction.query("SELECT * FROM campaign_paper WHERE kind = $1 AND ($2 = '' OR campaign = $2) ORDER BY number", {std::string(name_of(kind)), campaign});
  std::vector<Paper> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i, kind));
  return out;
}

std::vector<Paper> reports_with_problems(db::Transaction& transaction, const std::string& campaign, const std::string& district) {
  db::Conditions where;
  where.equals("kind", name_of(PaperKind::SelfReport));
  where.equals("campaign", campaign);
  where.equals("district", district);
  where.add("state IN ('submitted', 'received') AND content LIKE '%\"defect\":\"\"%'");
  const auto rows = transaction.query("SELECT * FROM campaign_paper" + where.text() + " ORDER BY number", where.values());
  std::vector<Paper> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i, PaperKind::SelfReport));
  return out;
}

namespace {

void narrow(db::Conditions& where, const SelfFilter& filter) {
  if (filter.organisation) where.equals("t.subject", registry::k_city_organisation);
  else if (filter.viewer.kind == "district") where.equals("t.district", filter.viewer.id.empty() ? "-" : filter.viewer.id);
  else if (filter.viewer.kind == "institution") where.equals("t.institution", filter.viewer.id.empty() ? "-" : filter.viewer.id);
  else if (filter.viewer.kind == "site") where.equals("t.site", filter.viewer.id.empty() ? "-" : filter.viewer.id);
}

/// In the words of the list: a report that is handed in is late no more (G-07: production units never are).
void in_state(db::Conditions& where, const SelfFilter& filter) {
  const std::string handed = "COALESCE(p.state, '') IN ('submitted', 'received')";
  if (filter.state == "missing") where.add("p.state IS NULL");
  else if (filter.state == "overdue") where.add(filter.today > filter.last ? "NOT (" + handed + ") AND t.checklist <> 'production_unit'" : "1 = 0");
  else where.equals("p.state", filter.state);
}

} // namespace

Found<SelfRow> self_rows(db::Transaction& transaction, const SelfFilter& filter) {
  db::Conditions where;
  where.add("t.campaign = ?", {filter.campaign});
  // A site under two checklists is one unit: the first of its targets stands for it.
  where.add("NOT EXISTS (SELECT 1 FROM campaign_target o WHERE o.campaign = t.campaign AND o.subject = t.subject AND o.id < t.id)");
  narrow(where, filter);
  where.equals("t.district", filter.district);
  where.contains("t.search", filter.q);
  in_state(where, filter);
  const std::string from = " FROM campaign_target t LEFT JOIN campaign_paper p ON p.kind = 'self_report' AND p.campaign = t.campaign AND p.subject = t.subject";
  Found<SelfRow> out;
  out.total = transaction.query("SELECT COUNT(*) AS n" + from + where.text(), where.values()).integer(0, "n");
  Filter window;
  window.limit = filter.limit;
  window.offset = filter.offset;
  window.order = filter.order;
  const std::string rest = window_of(where, window, "t.subject");
  const auto rows = transaction.query("SELECT t.subject AS unit, t.name AS unit_name, t.district AS unit_district, t.institution AS unit_institution, t.site AS unit_site, t.checklist, COALESCE(p.number, 0) AS has" + from + where.text() + rest, where.values());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    SelfRow row{rows.text(i, "unit"), rows.text(i, "unit_name"), rows.text(i, "unit_district"), rows.text(i, "unit_institution"), rows.text(i, "unit_site"), rows.text(i, "checklist"), std::nullopt};
    if (rows.integer(i, "has") != 0) row.report = paper_of(transaction, PaperKind::SelfReport, filter.campaign, row.subject); // a page of them
    out.rows.push_back(std::move(row));
  }
  return out;
}

namespace {

std::vector<Target> read_targets(const db::Rows& rows) {
  std::vector<Target> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({rows.text(i, "id"), rows.text(i, "checklist"), rows.text(i, "subject"), rows.text(i, "name"), rows.text(i, "district"), rows.text(i, "institution"), rows.text(i, "site"), rows.integer(i, "special") != 0});
  return out;
}

} // namespace

std::vector<Target> all_targets(db::Transaction& transaction, const std::string& campaign) {
  return read_targets(transaction.query("SELECT * FROM campaign_target WHERE campaign = $1 ORDER BY id", {campaign}));
}

std::vector<Target> targets_of(db::Transaction& transaction, const std::string& campaign, const std::string& subject) {
  return read_targets(transaction.query("SELECT * FROM campaign_target WHERE campaign = $1 AND subject = $2 ORDER BY id", {campaign, subject}));
}

void add_target(db::Transaction& transaction, const std::string& campaign, const Target& t, const std::string& address) {
  transaction.insert_many("campaign_target", {"campaign", "id", "checklist", "subject", "name", "district", "institution", "site", "special", "search"},
                          {{campaign, t.id, t.checklist, t.subject, t.name, t.district, t.institution, t.site, bit(t.special_operation), db::lower_case(t.name + "\n" + t.subject)}});
  transaction.insert_many("production_unit", {"campaign", "target", "address"}, {{campaign, t.id, address}});
}

void put_contact(db::Transaction& transaction, const std::string& receipt, const SealedContact& contact) {
  transaction.execute("INSERT INTO receipt_contact (receipt, telephone_sealed, account_sealed) VALUES ($1, $2, $3) ON CONFLICT (receipt) DO UPDATE SET telephone_sealed = $2, account_sealed = $3",
                      {receipt, contact.telephone, contact.account});
}

std::optional<SealedContact> contact(db::Transaction& transaction, const std::string& receipt) {
  const auto rows = transaction.query("SELECT * FROM receipt_contact WHERE receipt = $1", {receipt});
  if (rows.empty()) return std::nullopt;
  return SealedContact{rows.text(0, "telephone_sealed"), rows.text(0, "account_sealed")};
}

void close(db::Transaction& transaction, const std::string& campaign) { transaction.execute("UPDATE campaign SET state = 'closed' WHERE id = $1", {campaign}); }

std::vector<Defect> self_defects(db::Transaction& transaction, const std::string& campaign, const std::string& subject) {
  return read_defects(transaction.query("SELECT * FROM defect WHERE campaign = $1 AND self = 1 AND subject = $2 ORDER BY number", {campaign, subject}));
}

} // namespace ankao::inspection::store
