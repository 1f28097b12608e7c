// SPDX-License-Identifier: Apache-2.0
#include "registry/store/register.hpp"

#include <algorithm>
#include <set>

#include "db/columns.hpp"

namespace ankao::registry {

Version step_at(const db::Rows& rows, std::size_t i) {
  Version v;
  v.version = static_cast<int>(rows.integer(i, "version"));
  v.step = rows.text(i, "step");
  v.recorded_at = {rows.integer(i, "recorded_at")};
  v.account = rows.text(i, "account");
  v.person = rows.text(i, "person");
  v.role = rows.text(i, "role");
  v.reason = rows.text(i, "reason");
  v.clause = rows.text(i, "clause");
  v.event = rows.integer(i, "event");
  v.record = nlohmann::json::parse(rows.text(i, "record"));
  v.sm3 = rows.text(i, "sm3");
  return v;
}

namespace {

using db::Value;

constexpr const char* k_columns_read =
    "version, step, standing, since, effective_date, recorded_at, account, person, role, reason, clause, event, record, sm3";

Date date_at(const db::Rows& rows, std::size_t i, std::string_view column) {
  const auto date = parse_date(rows.text(i, column));
  ensure(date.has_value(), "a stored date is a date");
  return *date;
}

Version version_at(const db::Rows& rows, std::size_t i) {
  Version v = step_at(rows, i);
  v.standing = standing_of(rows.text(i, "standing"));
  v.since = date_at(rows, i, "since");
  v.effective = date_at(rows, i, "effective_date");
  return v;
}

std::vector<Version> versions(const db::Rows& rows) {
  std::vector<Version> all;
  all.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) all.push_back(version_at(rows, i));
  return all;
}
std::optional<Version> first(const db::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  return version_at(rows, 0);
}

std::string select(const std::string& rest) { return std::string("SELECT ") + k_columns_read + " FROM register_version " + rest; }

void add_projects(std::string& search, const std::vector<std::string>& ids, const Catalogue& catalogue) {
  for (const std::string& id : ids) {
    search += '\n' + id;
    if (const Project* project = catalogue.project(id)) search += ' ' + project->name + ' ' + project->english;
    if (const Industry* industry = catalogue.industry(id)) search += ' ' + industry->name + ' ' + industry->english;
  }
}

/// Ids are ASCII; anything else names no entry (and would be no text to PostgreSQL if it is no UTF-8).
bool is_id(const std::string& id) {
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
  });
}

} // namespace

const char* word_of(EntryKind kind) { return kind == EntryKind::Institution ? "institution" : "site"; }

Searchable searchable(const InstitutionRecord& record, const Catalogue& catalogue) {
  Searchable found{
      record.name, record.supervising_district, {}, 0, static_cast<int>(record.projects.size()), record.id + '\n' + record.name, {}};
  for (const std::string& alias : record.aliases) found.search += '\n' + alias;
  for (const Address& address : record.addresses) found.search += '\n' + address.text;
  add_projects(found.search, record.projects, catalogue);
  add_projects(found.search, record.scopes, catalogue);
  found.search = db::lower_case(found.search);
  std::set<std::string> keys;
  if (!record.supervising_district.empty()) keys.insert("district:" + record.supervising_district);
  for (const Address& address : record.addresses)
    if (!address.district.empty()) keys.insert("district:" + address.district);
  for (const std::string& id : record.projects) keys.insert("project:" + id);
  for (const std::string& id : record.scopes) keys.insert("project:" + id);
  if (!record.projects.empty()) keys.insert("role:special");
  if (!record.scopes.empty()) keys.insert("role:high_risk");
  found.keys.assign(keys.begin(), keys.end());
  return found;
}

Searchable searchable(const SiteRecord& record, const Catalogue& catalogue) {
  Searchable found{record.name,
                   record.district,
                   record.owner,
                   0,
                   static_cast<int>(record.subjects.size()),
                   record.id + '\n' + record.name + '\n' + record.address.text,
                   {}};
  for (const RoomRecord& room : record.rooms) found.seats += room.capacity;
  add_projects(found.search, record.subjects, catalogue);
  found.search = db::lower_case(found.search);
  std::set<std::string> keys;
  keys.insert("district:" + record.district);
  keys.insert(std::string("kind:") + word_of(record.kind));
  for (const std::string& subject : record.subjects) keys.insert("project:" + subject);
  found.keys.assign(keys.begin(), keys.end());
  return found;
}

std::optional<Version> head(db::Transaction& transaction, EntryKind kind, const std::string& id) {
  if (!is_id(id)) return std::nullopt;
  return first(transaction.query(select("WHERE kind = $1 AND id = $2 ORDER BY version DESC LIMIT 1"), {word_of(kind), id}));
}

std::optional<Version> version_on(db::Transaction& transaction, EntryKind kind, const std::string& id, Date day) {
  if (!is_id(id)) return std::nullopt;
  return first(transaction.query(select("WHERE kind = $1 AND id = $2 AND effective_date <= $3 AND until_date > $3"),
                                 {word_of(kind), id, to_string(day)}));
}

std::vector<Version> history(db::Transaction& transaction, EntryKind kind, const std::string& id) {
  return versions(transaction.query(select("WHERE kind = $1 AND id = $2 ORDER BY version"), {word_of(kind), id}));
}

std::vector<std::string> edited_between(db::Transaction& transaction, EntryKind kind, Instant since, Instant until) {
  const auto rows = transaction.query("SELECT DISTINCT id FROM register_version WHERE kind = $1 AND recorded_at > $2 AND recorded_at <= $3 ORDER BY id",
                                      {word_of(kind), since.ms, until.ms});
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < rows.size(); ++i) ids.push_back(rows.text(i, "id"));
  return ids;
}

std::vector<Version> all_on(db::Transaction& transaction, EntryKind kind, Date day) {
  return versions(transaction.query(select("WHERE kind = $1 AND effective_date <= $2 AND until_date > $2 ORDER BY id"),
                                    {word_of(kind), to_string(day)}));
}

void insert(db::Transaction& transaction, EntryKind kind, const std::string& id, const Version& v, const Searchable& found_by) {
  transaction.execute("UPDATE register_version SET until_date = $3 WHERE kind = $1 AND id = $2 AND until_date > $3",
                      {word_of(kind), id, to_string(v.effective)});
  transaction.insert_many("register_version",
                          {"kind",        "id",      "version",  "step",  "standing", "since",    "effective_date", "until_date",
                           "recorded_at", "account", "person",   "role",  "reason",   "clause",   "event",          "record",
                           "sm3",         "name",    "district", "owner", "seats",    "projects", "search"},
                          {{word_of(kind),
                            id,
                            v.version,
                            v.step,
                            word_of(v.standing),
                            to_string(v.since),
                            to_string(v.effective),
                            k_open_end,
                            v.recorded_at.ms,
                            v.account,
                            v.person,
                            v.role,
                            v.reason,
                            v.clause,
                            v.event,
                            canonical(v.record),
                            v.sm3,
                            found_by.name,
                            found_by.district,
                            found_by.owner,
                            found_by.seats,
                            found_by.projects,
                            found_by.search}});
  std::vector<db::Values> keys;
  for (const std::string& key : found_by.keys) keys.push_back({word_of(kind), key, id, v.version});
  if (!keys.empty()) transaction.insert_many("register_key", {"kind", "key", "id", "version"}, keys);
}

std::optional<std::string> published_with_name(db::Transaction& transaction, EntryKind kind, const std::string& name,
                                               const std::string& except) {
  const auto rows = transaction.query("SELECT id FROM register_version WHERE kind = $1 AND name = $2 AND until_date = $3 AND standing <> "
                                      "'deregistered' AND id <> $4 LIMIT 1",
                                      {word_of(kind), name, k_open_end, except});
  if (rows.empty()) return std::nullopt;
  return rows.text(0, "id");
}

std::vector<Version> sites_of(db::Transaction& transaction, const std::string& owner, Date day) {
  return versions(transaction.query(select("WHERE kind = 'site' AND owner = $1 AND effective_date <= $2 AND until_date > $2 ORDER BY id"),
                                    {owner, to_string(day)}));
}

std::vector<std::string> site_ids_of(db::Transaction& transaction, const std::string& owner) {
  const auto rows = transaction.query("SELECT DISTINCT id FROM register_version WHERE kind = 'site' AND owner = $1", {owner});
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < rows.size(); ++i) ids.push_back(rows.text(i, "id"));
  return ids;
}

void refresh_statistics(db::Transaction& transaction) {
  transaction.execute("ANALYZE register_version");
  transaction.execute("ANALYZE register_key");
}

std::int64_t next_number(db::Transaction& transaction, const std::string& name) {
  const auto rows = transaction.query("INSERT INTO registry_counter (name, value) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET value = "
                                      "registry_counter.value + 1 RETURNING value",
                                      {name});
  return rows.integer(0, "value");
}

} // namespace ankao::registry
