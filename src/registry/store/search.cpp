// SPDX-License-Identifier: Apache-2.0
#include "registry/store/search.hpp"

#include "base/ensure.hpp"
#include "db/conditions.hpp"
#include "registry/store/register.hpp"

namespace ankao::registry {
namespace {

Date date_at(const db::Rows& rows, std::size_t i, std::string_view column) {
  const auto date = parse_date(rows.text(i, column));
  ensure(date.has_value(), "a stored date is a date");
  return *date;
}

void on_day(db::Conditions& where, const char* kind, Date day, Standing standing) {
  const std::string text = to_string(day);
  where.add("v.kind = ? AND v.effective_date <= ? AND v.until_date > ? AND v.standing = ?", {kind, text, text, word_of(standing)});
}

void with_key(db::Conditions& where, const char* kind, const std::string& key) {
  where.add("(v.id, v.version) IN (SELECT k.id, k.version FROM register_key k WHERE k.kind = ? AND k.key = ?)", {kind, key});
}

/// Days come from to_string(Date): digits and hyphens only, so they may stand in the text.
std::string quoted(Date day) { return "'" + to_string(day) + "'"; }

/// Counted once for all owners and joined: a count per row is slow where the database has no statistics yet.
std::string with_site_counts(Date day) {
  return " LEFT JOIN (SELECT s.owner AS owner, count(*) AS n FROM register_version s WHERE s.kind = 'site' AND s.standing = 'published' "
         "AND s.effective_date <= " +
         quoted(day) + " AND s.until_date > " + quoted(day) + " GROUP BY s.owner) c ON c.owner = v.id";
}
std::string suspended(Date day) {
  return "EXISTS (SELECT 1 FROM registry_suspension p WHERE p.subject = v.kind || ':' || v.id AND p.from_date <= " + quoted(day) +
         " AND p.to_date >= " + quoted(day) + ")";
}
std::string as_number(const std::string& condition) { return "CASE WHEN " + condition + " THEN 1 ELSE 0 END"; }

void narrow(db::Conditions& where, const InstitutionFilter& filter) {
  on_day(where, "institution", filter.day, filter.standing);
  where.contains("v.search", filter.q);
  if (!filter.district.empty()) with_key(where, "institution", "district:" + filter.district);
  if (!filter.project.empty()) with_key(where, "institution", "project:" + filter.project);
  if (!filter.role) return;
  if (*filter.role == InstitutionRole::Special) with_key(where, "institution", "role:special");
  if (*filter.role == InstitutionRole::HighRisk) with_key(where, "institution", "role:high_risk");
  if (*filter.role == InstitutionRole::WithSite) where.add("c.n > 0");
}

void narrow(db::Conditions& where, const SiteFilter& filter) {
  on_day(where, "site", filter.day, filter.standing);
  if (!filter.q.empty())
    where.add("(v.search LIKE ? ESCAPE '\\' OR lower(o.name) LIKE ? ESCAPE '\\')", {db::like_pattern(filter.q), db::like_pattern(filter.q)});
  if (!filter.district.empty()) with_key(where, "site", "district:" + filter.district);
  if (!filter.project.empty()) with_key(where, "site", "project:" + filter.project);
  if (filter.kind) with_key(where, "site", std::string("kind:") + word_of(*filter.kind));
  where.equals("v.owner", filter.owner);
}

} // namespace

// A page in two steps in one statement: which entries stand on it, from the columns that an index holds, then their records. A record
// is long; only those of the page are read.
InstitutionsFound find_institutions(db::Transaction& transaction, const InstitutionFilter& filter) {
  db::Conditions where;
  narrow(where, filter);
  // Counting every owner's sites costs more than the rest of the page: done for all only where they narrow or order it.
  const bool by_sites = filter.role == InstitutionRole::WithSite || filter.order.find("sites") != std::string::npos;
  const std::string counts = with_site_counts(filter.day);
  const std::string from = " FROM register_version v" + (by_sites ? counts : "") + where.text();
  InstitutionsFound found;
  found.total = transaction.query("SELECT count(*) AS n" + from, where.values()).integer(0, "n");
  const std::string page = std::string("SELECT v.id AS id, v.version AS version") + (by_sites ? ", coalesce(c.n, 0) AS sites" : "") + from + " ORDER BY " + filter.order + where.page(filter.limit, filter.offset);
  const auto rows = transaction.query("SELECT v.record, v.standing, v.since, v.version, coalesce(c.n, 0) AS sites, " + as_number(suspended(filter.day)) + " AS suspended FROM (" + page +
                                          ") p JOIN register_version v ON v.kind = 'institution' AND v.id = p.id AND v.version = p.version" + counts + " ORDER BY " + filter.order,
                                      where.values());
  for (std::size_t i = 0; i < rows.size(); ++i)
    found.items.push_back({institution_of(nlohmann::json::parse(rows.text(i, "record"))), standing_of(rows.text(i, "standing")),
                           date_at(rows, i, "since"), static_cast<int>(rows.integer(i, "version")),
                           static_cast<int>(rows.integer(i, "sites")), rows.integer(i, "suspended") != 0});
  return found;
}

SitesFound find_sites(db::Transaction& transaction, const SiteFilter& filter) {
  db::Conditions where;
  narrow(where, filter);
  // The owner of the day: at most one version of it holds.
  const std::string owners = " LEFT JOIN register_version o ON o.kind = 'institution' AND o.id = v.owner AND o.effective_date <= " + quoted(filter.day) +
                             " AND o.until_date > " + quoted(filter.day);
  const std::string from = " FROM register_version v" + (filter.q.empty() ? "" : owners) + where.text();
  SitesFound found;
  found.total = transaction.query("SELECT count(*) AS n" + from, where.values()).integer(0, "n");
  const std::string page = "SELECT v.id AS id, v.version AS version" + from + " ORDER BY " + filter.order + where.page(filter.limit, filter.offset);
  const auto rows = transaction.query("SELECT v.record, v.standing, v.since, v.version, o.name AS owner_name, " + as_number(suspended(filter.day)) + " AS suspended FROM (" + page +
                                          ") p JOIN register_version v ON v.kind = 'site' AND v.id = p.id AND v.version = p.version" + owners + " ORDER BY " + filter.order,
                                      where.values());
  for (std::size_t i = 0; i < rows.size(); ++i)
    found.items.push_back({site_of(nlohmann::json::parse(rows.text(i, "record"))), rows.maybe_text(i, "owner_name").value_or(""),
                           standing_of(rows.text(i, "standing")), date_at(rows, i, "since"), static_cast<int>(rows.integer(i, "version")),
                           rows.integer(i, "suspended") != 0});
  return found;
}

std::map<std::string, int> count_by_key(db::Transaction& transaction, EntryKind kind, Date day) {
  const auto rows =
      transaction.query("SELECT k.key, count(*) AS n FROM register_version v JOIN register_key k ON k.kind = v.kind AND k.id = v.id AND "
                        "k.version = v.version "
                        "WHERE v.kind = $1 AND v.effective_date <= $2 AND v.until_date > $2 AND v.standing = 'published' GROUP BY k.key",
                        {word_of(kind), to_string(day)});
  std::map<std::string, int> counts;
  for (std::size_t i = 0; i < rows.size(); ++i) counts.emplace(rows.text(i, "key"), static_cast<int>(rows.integer(i, "n")));
  return counts;
}

} // namespace ankao::registry
