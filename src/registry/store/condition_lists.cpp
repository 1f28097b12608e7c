// SPDX-License-Identifier: Apache-2.0
#include "base/ensure.hpp"
#include "db/conditions.hpp"
#include "registry/store/condition_rows.hpp"

namespace ankao::registry {
namespace {

void narrow(db::Conditions& where, const ConditionReach& reach) {
  where.equals("v.district", reach.district);
  if (!reach.institution.empty()) where.add("(v.id = ? OR v.owner = ?)", {reach.institution, reach.institution});
  where.equals("v.id", reach.site);
}

/// The published entries of the day: the same condition as the register's own lists.
void of_day(db::Conditions& where, Date day) {
  where.add("v.standing = 'published' AND v.until_date > ? AND v.effective_date <= ?", {to_string(day), to_string(day)});
}

void mark_end(db::Conditions& where, const std::string& column, const std::string& mark, Date day, int warn_days) {
  if (mark == "ended") where.add(column + " < ?", {to_string(day)});
  if (mark == "ending") where.add(column + " >= ? AND " + column + " <= ?", {to_string(day), to_string(day + warn_days)});
}

} // namespace

ConditionsFound find_conditions(db::Transaction& transaction, const ConditionFilter& filter) {
  db::Conditions where;
  of_day(where, filter.day);
  narrow(where, filter.reach);
  where.contains("v.search", filter.q);
  where.equals("v.district", filter.district);
  where.equals("v.kind", filter.premises);
  if (filter.state == "none") where.add("c.place IS NULL");
  if (!filter.state.empty() && filter.state != "none") where.add("c.state = ?", {filter.state});
  if (filter.mark == "below") where.add("c.below > 0");
  mark_end(where, "c.ends", filter.mark, filter.day, filter.warn_days);
  const std::string from = " FROM register_version v LEFT JOIN condition_standing c ON c.place = v.id LEFT JOIN condition_sheet s ON s.number = c.newest" + where.text();
  ConditionsFound out;
  out.total = transaction.query("SELECT COUNT(*) AS n" + from, where.values()).integer(0, "n");
  const auto rows = transaction.query("SELECT v.kind, v.id, v.name AS called, v.district AS lies, v.owner, c.place AS known, c.confirmed, c.declared, c.state, c.below, c.ends, s.declared_at, s.person" + from + " ORDER BY " + filter.order +
                                          where.page(filter.limit, filter.offset),
                                      where.values());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ConditionFound one{rows.text(i, "kind"), rows.text(i, "id"), rows.text(i, "called"), rows.text(i, "lies"), rows.text(i, "owner"), std::nullopt, std::nullopt, ""};
    if (!rows.is_null(i, "known")) {
      one.standing = condition_rows::standing_at(rows, i);
      one.declared_at = Instant{rows.integer(i, "declared_at")};
      one.person = rows.text(i, "person");
    }
    out.items.push_back(std::move(one));
  }
  return out;
}

StaffPage find_staff(db::Transaction& transaction, const StaffFilter& filter) {
  db::Conditions where;
  of_day(where, filter.day);
  narrow(where, filter.reach);
  where.contains("p.search", filter.q);
  where.equals("v.id", filter.place);
  where.equals("v.district", filter.district);
  where.equals("p.post", filter.post);
  mark_end(where, "p.until_day", filter.mark, filter.day, filter.warn_days);
  const std::string from = " FROM register_version v JOIN condition_standing c ON c.place = v.id JOIN condition_sheet s ON s.number = c.shown JOIN condition_person p ON p.sheet = c.shown" + where.text();
  StaffPage out;
  out.total = transaction.query("SELECT COUNT(*) AS n" + from, where.values()).integer(0, "n");
  const auto rows = transaction.query("SELECT p.*, v.id AS place, v.name AS called, v.district AS lies, s.state" + from + " ORDER BY " + filter.order + where.page(filter.limit, filter.offset), where.values());
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.items.push_back({rows.text(i, "place"), rows.text(i, "called"), rows.text(i, "lies"), sheet_state_of(rows.text(i, "state")).value_or(SheetState::Declared), condition_rows::person_at(rows, i)});
  return out;
}

} // namespace ankao::registry
