// SPDX-License-Identifier: Apache-2.0
#include "deadlines/store/years.hpp"

#include "base/ensure.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/store/terms.hpp"

namespace ankao::deadlines {

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> steps{{600, "entered holiday years", R"(CREATE TABLE holiday_year (
  year BIGINT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  reason TEXT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  entered_at BIGINT NOT NULL,
  PRIMARY KEY (year, version)
);
CREATE TABLE holiday_day (
  year BIGINT NOT NULL,
  version BIGINT NOT NULL,
  date TEXT NOT NULL,
  worked BIGINT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (year, version, date),
  FOREIGN KEY (year, version) REFERENCES holiday_year (year, version)
);
)"}};
  for (auto& step : store::term_migrations()) steps.push_back(std::move(step));
  return steps;
}

namespace store {
namespace {

constexpr const char* k_newest = "version = (SELECT MAX(version) FROM holiday_year n WHERE n.year = y.year)";

EnteredYear read(db::Transaction& transaction, const db::Rows& rows, std::size_t i) {
  EnteredYear out;
  out.year = static_cast<int>(rows.integer(i, "year"));
  out.version = static_cast<int>(rows.integer(i, "version"));
  out.source = rows.text(i, "source");
  out.reason = rows.text(i, "reason");
  out.account = rows.text(i, "account");
  out.person = rows.text(i, "person");
  out.at = Instant{rows.integer(i, "entered_at")};
  const auto days = transaction.query("SELECT date, worked, name FROM holiday_day WHERE year = $1 AND version = $2",
                                      {std::int64_t{out.year}, std::int64_t{out.version}});
  for (std::size_t day = 0; day < days.size(); ++day) {
    const auto date = parse_date(days.text(day, "date"));
    ensure(date.has_value(), "a stored date is a date");
    (days.integer(day, "worked") != 0 ? out.worked : out.rest)[*date] = days.text(day, "name");
  }
  return out;
}

std::vector<EnteredYear> read_all(db::Transaction& transaction, const std::string& where, const db::Values& parameters) {
  const auto rows = transaction.query("SELECT * FROM holiday_year y WHERE " + where, parameters);
  std::vector<EnteredYear> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(transaction, rows, i));
  return out;
}

} // namespace

void insert(db::Transaction& transaction, const EnteredYear& year) {
  const std::int64_t number = year.year, version = year.version;
  transaction.execute("INSERT INTO holiday_year (year, version, source, reason, account, person, entered_at) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                      {number, version, year.source, year.reason, year.account, year.person, year.at.ms});
  std::vector<db::Values> days;
  for (const auto& [date, name] : year.rest) days.push_back({number, version, to_string(date), std::int64_t{0}, name});
  for (const auto& [date, name] : year.worked) days.push_back({number, version, to_string(date), std::int64_t{1}, name});
  transaction.insert_many("holiday_day", {"year", "version", "date", "worked", "name"}, days);
}

std::optional<EnteredYear> newest(db::Transaction& transaction, int year) {
  auto found = read_all(transaction, std::string("year = $1 AND ") + k_newest, {std::int64_t{year}});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<EnteredYear> all_newest(db::Transaction& transaction) {
  return read_all(transaction, std::string(k_newest) + " ORDER BY year", {});
}

std::vector<EnteredYear> versions(db::Transaction& transaction, int year) {
  return read_all(transaction, "year = $1 ORDER BY version DESC", {std::int64_t{year}});
}

std::int64_t count(db::Transaction& transaction) { return transaction.query("SELECT COUNT(*) AS n FROM holiday_year").integer(0, "n"); }

} // namespace store
} // namespace ankao::deadlines
