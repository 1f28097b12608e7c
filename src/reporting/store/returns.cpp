// SPDX-License-Identifier: Apache-2.0
#include "reporting/store/returns.hpp"

#include <map>

#include "base/ensure.hpp"
#include "reporting/store/summaries.hpp"

namespace ankao::reporting {

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> all{{1600, "monthly returns", R"(CREATE TABLE monthly_return (
  campaign TEXT NOT NULL,
  month TEXT NOT NULL,
  district TEXT NOT NULL,
  state TEXT NOT NULL,
  version BIGINT NOT NULL,
  filler TEXT NOT NULL,
  telephone TEXT NOT NULL,
  note TEXT NOT NULL,
  submitted_by TEXT NOT NULL,
  submitted_name TEXT NOT NULL,
  submitted_at BIGINT,
  reason TEXT NOT NULL,
  PRIMARY KEY (campaign, month, district)
);
CREATE TABLE return_correction (
  campaign TEXT NOT NULL,
  month TEXT NOT NULL,
  district TEXT NOT NULL,
  row_id TEXT NOT NULL,
  cell TEXT NOT NULL,
  value BIGINT NOT NULL,
  computed BIGINT NOT NULL,
  reason TEXT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (campaign, month, district, row_id, cell)
);
CREATE TABLE return_sent (
  campaign TEXT NOT NULL,
  month TEXT NOT NULL,
  district TEXT NOT NULL,
  version BIGINT NOT NULL,
  row_id TEXT NOT NULL,
  month_computed BIGINT NOT NULL,
  total_computed BIGINT NOT NULL,
  month_sent BIGINT NOT NULL,
  total_sent BIGINT NOT NULL,
  PRIMARY KEY (campaign, month, district, version, row_id)
))"},
          // The figures of a return are read from these by day.
          {1601, "records by day for the returns", R"(CREATE INDEX visit_signed_at ON visit (campaign, signed_at);
CREATE INDEX defect_found_at ON defect (campaign, found_at))"}};
  const auto more = summary_migrations();
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

namespace store {
namespace {

std::string key_of(const db::Rows& rows, std::size_t i) { return rows.text(i, "month") + " " + rows.text(i, "district"); }

Kept read(const db::Rows& rows, std::size_t i) {
  Kept out;
  out.campaign = rows.text(i, "campaign");
  out.district = rows.text(i, "district");
  const auto month = parse_month(rows.text(i, "month"));
  const auto state = state_of(rows.text(i, "state"));
  ensure(month && state, "a stored month and state are known");
  out.month = *month;
  out.state = *state;
  out.version = static_cast<int>(rows.integer(i, "version"));
  out.filler = rows.text(i, "filler");
  out.telephone = rows.text(i, "telephone");
  out.note = rows.text(i, "note");
  out.submitted_by = rows.text(i, "submitted_by");
  out.submitted_name = rows.text(i, "submitted_name");
  if (const auto at = rows.maybe_integer(i, "submitted_at")) out.submitted_at = Instant{*at};
  out.reason = rows.text(i, "reason");
  return out;
}

Correction read_correction(const db::Rows& rows, std::size_t i) {
  const auto cell = cell_of(rows.text(i, "cell"));
  ensure(cell.has_value(), "a stored cell is known");
  return {rows.text(i, "row_id"), *cell, rows.integer(i, "value"), rows.integer(i, "computed"), rows.text(i, "reason"), rows.text(i, "account"), rows.text(i, "person"), {rows.integer(i, "at")}};
}

db::Values place(const Kept& one) { return {one.campaign, to_string(one.month), one.district}; }

} // namespace

std::vector<Kept> kept(db::Transaction& transaction, const std::string& campaign, const std::string& district) {
  const db::Values which{campaign, district};
  std::vector<Kept> out;
  std::map<std::string, std::size_t> places;
  const auto heads = transaction.query("SELECT * FROM monthly_return WHERE campaign = $1 AND ($2 = '' OR district = $2) ORDER BY month, district", which);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    places[key_of(heads, i)] = out.size();
    out.push_back(read(heads, i));
  }
  const auto corrections = transaction.query("SELECT * FROM return_correction WHERE campaign = $1 AND ($2 = '' OR district = $2) ORDER BY row_id, cell", which);
  for (std::size_t i = 0; i < corrections.size(); ++i) out[places.at(key_of(corrections, i))].corrections.push_back(read_correction(corrections, i));
  const auto sent = transaction.query("SELECT s.* FROM return_sent s JOIN monthly_return r ON r.campaign = s.campaign AND r.month = s.month AND r.district = s.district AND r.version = s.version "
                                      "WHERE s.campaign = $1 AND ($2 = '' OR s.district = $2)",
                                      which);
  for (std::size_t i = 0; i < sent.size(); ++i) {
    Kept& one = out[places.at(key_of(sent, i))];
    one.computed[sent.text(i, "row_id")] = {sent.integer(i, "month_computed"), sent.integer(i, "total_computed")};
    one.sent[sent.text(i, "row_id")] = {sent.integer(i, "month_sent"), sent.integer(i, "total_sent")};
  }
  return out;
}

void save(db::Transaction& transaction, const Kept& one) {
  transaction.execute("INSERT INTO monthly_return (campaign, month, district, state, version, filler, telephone, note, submitted_by, submitted_name, submitted_at, reason) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (campaign, month, district) DO UPDATE SET state = $4, version = $5, filler = $6, telephone = $7, note = $8, "
                      "submitted_by = $9, submitted_name = $10, submitted_at = $11, reason = $12",
                      {one.campaign, to_string(one.month), one.district, std::string(name_of(one.state)), std::int64_t{one.version}, one.filler, one.telephone, one.note, one.submitted_by, one.submitted_name,
                       one.submitted_at ? db::Value(one.submitted_at->ms) : db::Value(db::Null{}), one.reason});
}

void put_correction(db::Transaction& transaction, const Kept& one, const Correction& c) {
  transaction.execute("INSERT INTO return_correction (campaign, month, district, row_id, cell, value, computed, reason, account, person, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) "
                      "ON CONFLICT (campaign, month, district, row_id, cell) DO UPDATE SET value = $6, computed = $7, reason = $8, account = $9, person = $10, at = $11",
                      {one.campaign, to_string(one.month), one.district, c.row, std::string(name_of(c.cell)), c.value, c.computed, c.reason, c.account, c.person, c.at.ms});
}

void remove_correction(db::Transaction& transaction, const Kept& one, const std::string& row, Cell cell) {
  db::Values which = place(one);
  which.emplace_back(row);
  which.emplace_back(std::string(name_of(cell)));
  transaction.execute("DELETE FROM return_correction WHERE campaign = $1 AND month = $2 AND district = $3 AND row_id = $4 AND cell = $5", which);
}

void put_sent(db::Transaction& transaction, const Kept& one) {
  std::vector<db::Values> rows;
  for (const auto& [row, value] : one.sent) {
    const Pair computed = one.computed.contains(row) ? one.computed.at(row) : Pair{};
    rows.push_back({one.campaign, to_string(one.month), one.district, std::int64_t{one.version}, row, computed.month, computed.total, value.month, value.total});
  }
  transaction.insert_many("return_sent", {"campaign", "month", "district", "version", "row_id", "month_computed", "total_computed", "month_sent", "total_sent"}, rows);
}

} // namespace store
} // namespace ankao::reporting
