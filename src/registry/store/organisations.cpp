// SPDX-License-Identifier: Apache-2.0
#include "registry/store/organisations.hpp"

#include "base/ensure.hpp"
#include "db/columns.hpp"
#include "db/conditions.hpp"

namespace ankao::registry {
namespace {

using nlohmann::json;

Date date_of_text(const std::string& text) {
  const auto date = parse_date(text);
  ensure(date.has_value(), "a stored date is a date");
  return *date;
}

std::string last_of(const OrganisationRecord& record) { return record.until ? to_string(*record.until) : k_open_end; }

Organisation organisation_at(const db::Rows& rows, std::size_t i) {
  Organisation out;
  OrganisationRecord& r = out.record;
  r.id = rows.text(i, "id");
  r.name = rows.text(i, "name");
  r.district = rows.text(i, "district");
  r.address = rows.text(i, "address");
  r.contact = rows.text(i, "contact");
  r.telephone = rows.text(i, "telephone");
  r.from = date_of_text(rows.text(i, "from_day"));
  if (const std::string& last = rows.text(i, "until_day"); last != k_open_end) r.until = date_of_text(last);
  out.version = static_cast<int>(rows.integer(i, "version"));
  return out;
}

std::vector<OrganisationRecord> records(const db::Rows& rows) {
  std::vector<OrganisationRecord> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(organisation_at(rows, i).record);
  return out;
}

void in_state(db::Conditions& where, const OrganisationFilter& filter) {
  const std::string day = to_string(filter.day);
  if (filter.state == "standing") where.add("o.from_day <= ? AND o.until_day >= ?", {day, day});
  if (filter.state == "coming") where.add("o.from_day > ?", {day});
  if (filter.state == "ended") where.add("o.until_day < ?", {day});
}

} // namespace

db::Migration organisations_schema() {
  // The index lets no district have two that nobody ended, whatever a use case forgets.
  return {211, "exam organisations of districts", R"(CREATE TABLE exam_organisation (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  district TEXT NOT NULL,
  address TEXT NOT NULL,
  contact TEXT NOT NULL,
  telephone TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  version BIGINT NOT NULL,
  search TEXT NOT NULL
);
CREATE UNIQUE INDEX exam_organisation_district ON exam_organisation (district, until_day);
CREATE TABLE exam_organisation_version (
  id TEXT NOT NULL REFERENCES exam_organisation (id),
  version BIGINT NOT NULL,
  step TEXT NOT NULL,
  recorded_at BIGINT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  reason TEXT NOT NULL,
  clause TEXT NOT NULL,
  event BIGINT NOT NULL,
  record TEXT NOT NULL,
  sm3 TEXT NOT NULL,
  PRIMARY KEY (id, version)
))"};
}

json to_json(const OrganisationRecord& r) {
  return {{"id", r.id},           {"name", r.name},           {"district", r.district},       {"address", r.address},
          {"contact", r.contact}, {"telephone", r.telephone}, {"from", to_string(r.from)}, {"until", r.until ? json(to_string(*r.until)) : json(nullptr)}};
}

void keep(db::Transaction& transaction, const OrganisationRecord& r, const Version& v) {
  // A telephone or a person is looked up on the record, not searched for through the city.
  transaction.execute("INSERT INTO exam_organisation (id, name, district, address, contact, telephone, from_day, until_day, version, search) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
                      "ON CONFLICT (id) DO UPDATE SET name = $2, address = $4, contact = $5, telephone = $6, from_day = $7, until_day = $8, version = $9, search = $10",
                      {r.id, r.name, r.district, r.address, r.contact, r.telephone, to_string(r.from), last_of(r), std::int64_t{v.version}, db::lower_case(r.name + "\n" + r.id + "\n" + r.address)});
  transaction.insert_many("exam_organisation_version", {"id", "version", "step", "recorded_at", "account", "person", "role", "reason", "clause", "event", "record", "sm3"},
                          {{r.id, std::int64_t{v.version}, v.step, v.recorded_at.ms, v.account, v.person, v.role, v.reason, v.clause, v.event, canonical(v.record), v.sm3}});
}

std::optional<Organisation> organisation_in(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM exam_organisation WHERE id = $1", {id});
  if (rows.empty()) return std::nullopt;
  return organisation_at(rows, 0);
}

std::vector<OrganisationRecord> organisations_of(db::Transaction& transaction, const std::string& district) {
  return records(transaction.query("SELECT * FROM exam_organisation WHERE $1 = '' OR district = $1 ORDER BY id", {district}));
}

std::vector<OrganisationRecord> organisations_on(db::Transaction& transaction, Date day) {
  return records(transaction.query("SELECT * FROM exam_organisation WHERE from_day <= $1 AND until_day >= $1 ORDER BY id", {to_string(day)}));
}

std::vector<Version> organisation_history(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM exam_organisation_version WHERE id = $1 ORDER BY version", {id});
  std::vector<Version> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(step_at(rows, i));
  return out;
}

OrganisationsFound find_organisations(db::Transaction& transaction, const OrganisationFilter& filter) {
  db::Conditions where;
  where.equals("o.district", filter.reach);
  where.equals("o.district", filter.district);
  where.contains("o.search", filter.q);
  in_state(where, filter);
  OrganisationsFound out;
  out.total = transaction.query("SELECT COUNT(*) AS n FROM exam_organisation o" + where.text(), where.values()).integer(0, "n");
  const auto rows = transaction.query("SELECT o.* FROM exam_organisation o" + where.text() + " ORDER BY " + filter.order + where.page(filter.limit, filter.offset), where.values());
  for (std::size_t i = 0; i < rows.size(); ++i) out.items.push_back(organisation_at(rows, i));
  return out;
}

} // namespace ankao::registry
