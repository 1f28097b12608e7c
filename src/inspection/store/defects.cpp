// SPDX-License-Identifier: Apache-2.0
#include "inspection/store/inspection.hpp"
#include "inspection/store/numbers.hpp"
#include "inspection/store/reading.hpp"
#include "inspection/store/records.hpp"
#include "registry/words/organisation.hpp"

namespace ankao::inspection::store {
namespace {

Defect read(const db::Rows& rows, std::size_t i) {
  Defect d;
  d.id = "Q-" + std::to_string(rows.integer(i, "number"));
  d.visit = "V-" + std::to_string(rows.integer(i, "visit"));
  d.campaign = rows.text(i, "campaign");
  d.phase = rows.text(i, "phase");
  d.target = rows.text(i, "target");
  d.checklist = rows.text(i, "checklist");
  d.item = rows.text(i, "item");
  d.number = rows.text(i, "item_number");
  d.clause = rows.text(i, "clause");
  d.text = rows.text(i, "text");
  d.name = rows.text(i, "name");
  d.district = rows.text(i, "district");
  d.institution = rows.text(i, "institution");
  d.site = rows.text(i, "site");
  d.by = rows.text(i, "by_whom");
  d.self = rows.integer(i, "self") != 0;
  d.level = static_cast<int>(rows.integer(i, "level"));
  d.before = rows.text(i, "repeats");
  const auto state = defect_state_of(rows.text(i, "state"));
  ensure(state.has_value(), "a stored state is a state");
  d.state = *state;
  d.measure = rows.text(i, "measure");
  d.person = rows.text(i, "person");
  if (!rows.is_null(i, "limit_day")) d.limit = stored_day(rows, i, "limit_day");
  d.escalated = rows.integer(i, "escalated") != 0;
  d.corrected_by = rows.text(i, "corrected_by");
  d.correction = rows.text(i, "correction");
  d.evidence_before = rows.text(i, "evidence_before");
  d.evidence_after = rows.text(i, "evidence_after");
  d.found_at = {rows.integer(i, "found_at")};
  d.closed_at = moment_in(rows, i, "closed_at");
  if (const auto taken = rows.maybe_integer(i, "taken")) d.taken = static_cast<int>(*taken);
  d.corrected_at = moment_in(rows, i, "corrected_at");
  return d;
}

/// may_see of rules/visits as a condition.
void narrow(db::Conditions& where, const Viewer& viewer) {
  if (viewer.kind == "city") return;
  if (viewer.kind == "organisation") {
    where.equals("target", registry::k_city_organisation);
    return;
  }
  const std::string me = where.put(viewer.id);
  if (viewer.kind == "district") where.add("(district = " + me + " OR by_whom = " + me + ")");
  else where.add((viewer.kind == "institution" ? "institution = " : "site = ") + me);
}

} // namespace

std::vector<Defect> read_defects(const db::Rows& rows) {
  std::vector<Defect> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i));
  return out;
}

void insert(db::Transaction& transaction, const Defect& d, const std::string& subject) {
  transaction.insert_many("defect",
                          {"number", "visit", "campaign", "phase", "target", "checklist", "subject", "item", "item_number", "clause", "text", "name", "district", "institution", "site", "by_whom", "self", "level", "repeats",
                           "state", "measure", "person", "limit_day", "escalated", "corrected_by", "correction", "evidence_before", "evidence_after", "found_at", "closed_at", "search", "taken", "corrected_at"},
                          {{number_of(d.id, "Q-"), number_of(d.visit, "V-"), d.campaign, d.phase, d.target, d.checklist, subject, d.item, d.number, d.clause, d.text, d.name, d.district, d.institution, d.site, d.by, bit(d.self),
                            std::int64_t{d.level}, d.before, std::string(name_of(d.state)), d.measure, d.person, day(d.limit), bit(d.escalated), d.corrected_by, d.correction, d.evidence_before, d.evidence_after, d.found_at.ms,
                            moment(d.closed_at), db::lower_case(d.id + "\n" + d.name + "\n" + d.text), d.taken ? db::Value(std::int64_t{*d.taken}) : db::Value(db::Null{}), moment(d.corrected_at)}});
}

void update(db::Transaction& transaction, const Defect& d) {
  transaction.execute("UPDATE defect SET state = $2, measure = $3, person = $4, limit_day = $5, escalated = $6, corrected_by = $7, correction = $8, evidence_before = $9, evidence_after = $10, closed_at = $11, corrected_at = $12 WHERE number = $1",
                      {number_of(d.id, "Q-"), std::string(name_of(d.state)), d.measure, d.person, day(d.limit), bit(d.escalated), d.corrected_by, d.correction, d.evidence_before, d.evidence_after, moment(d.closed_at), moment(d.corrected_at)});
}

std::optional<Defect> defect(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM defect WHERE number = $1", {number_of(id, "Q-")});
  if (rows.empty()) return std::nullopt;
  return read(rows, 0);
}

Found<Defect> defects(db::Transaction& transaction, const Filter& filter) {
  db::Conditions where;
  narrow(where, filter.viewer);
  where.equals("campaign", filter.campaign);
  where.equals("phase", filter.phase);
  where.equals("district", filter.district);
  where.equals("checklist", filter.checklist);
  where.equals("state", filter.state);
  where.contains("search", filter.q);
  if (!filter.found.empty()) where.add(filter.found == "self" ? "self = 1" : "self = 0");
  if (filter.overdue) {
    const std::string late = "(state <> 'closed' AND limit_day IS NOT NULL AND limit_day < " + where.put(to_string(filter.today)) + ")";
    where.add(*filter.overdue ? late : "NOT " + late);
  }
  Found<Defect> out;
  out.total = transaction.query("SELECT COUNT(*) AS n FROM defect" + where.text(), where.values()).integer(0, "n");
  // Whole rows are read for the page alone.
  const std::string page = "SELECT number FROM defect" + where.text() + window_of(where, filter, "number DESC");
  out.rows = read_defects(transaction.query("SELECT * FROM defect WHERE number IN (" + page + ") ORDER BY " + (filter.order.empty() ? "number DESC" : filter.order), where.values()));
  return out;
}

std::vector<Defect> defects_of(db::Transaction& transaction, const std::string& visit) {
  return read_defects(transaction.query("SELECT * FROM defect WHERE visit = $1 ORDER BY number", {number_of(visit, "V-")}));
}

std::vector<Defect> open_defects_of_place(db::Transaction& transaction, const std::string& subject, int most) {
  return read_defects(transaction.query("SELECT * FROM defect WHERE subject = $1 AND state <> 'closed' ORDER BY number LIMIT $2", {subject, std::int64_t{most}}));
}

std::optional<Defect> last_at(db::Transaction& transaction, const std::string& subject, const std::string& item) {
  const auto rows = transaction.query("SELECT * FROM defect WHERE subject = $1 AND item = $2 AND self = 0 ORDER BY found_at DESC, number DESC LIMIT 1", {subject, item});
  if (rows.empty()) return std::nullopt;
  return read(rows, 0);
}

std::vector<Defect> to_escalate(db::Transaction& transaction, Date today, int most) {
  return read_defects(transaction.query("SELECT * FROM defect WHERE state <> 'closed' AND escalated = 0 AND limit_day < $1 ORDER BY number LIMIT $2", {to_string(today), std::int64_t{most}}));
}

} // namespace ankao::inspection::store
