// SPDX-License-Identifier: Apache-2.0
#include "lists/store/saved.hpp"

#include <nlohmann/json.hpp>

namespace ankao::lists {

std::vector<db::Migration> migrations() {
  return {{1000, "saved filters of lists", R"(CREATE TABLE list_filter (
  list TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  asked TEXT NOT NULL,
  by_name TEXT NOT NULL,
  role TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (list, account, name)
);
CREATE INDEX list_filter_role ON list_filter (list, role)
)"}};
}

namespace store {
namespace {

SavedFilter read(const db::Rows& rows, std::size_t i) {
  return {rows.text(i, "name"), nlohmann::json::parse(rows.text(i, "asked")).get<std::map<std::string, std::string>>(), rows.text(i, "account"),
          rows.text(i, "by_name"), rows.text(i, "role")};
}

} // namespace

std::vector<SavedFilter> visible(db::Transaction& transaction, const std::string& list, const std::string& account, const std::string& role) {
  const auto rows = transaction.query("SELECT * FROM list_filter WHERE list = $1 AND (account = $2 OR (role <> '' AND role = $3)) ORDER BY name, account", {list, account, role});
  std::vector<SavedFilter> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i));
  return out;
}

std::optional<SavedFilter> find(db::Transaction& transaction, const std::string& list, const std::string& account, const std::string& name) {
  const auto rows = transaction.query("SELECT * FROM list_filter WHERE list = $1 AND account = $2 AND name = $3", {list, account, name});
  return rows.empty() ? std::nullopt : std::optional(read(rows, 0));
}

std::int64_t count(db::Transaction& transaction, const std::string& list, const std::string& account) {
  return transaction.query("SELECT count(*) AS n FROM list_filter WHERE list = $1 AND account = $2", {list, account}).integer(0, "n");
}

void put(db::Transaction& transaction, const std::string& list, const SavedFilter& filter, Instant now) {
  transaction.execute("INSERT INTO list_filter (list, account, name, asked, by_name, role, at) VALUES ($1, $2, $3, $4, $5, $6, $7) "
                      "ON CONFLICT (list, account, name) DO UPDATE SET asked = $4, by_name = $5, role = $6, at = $7",
                      {list, filter.account, filter.name, nlohmann::json(filter.values).dump(), filter.by, filter.role, now.ms});
}

void remove(db::Transaction& transaction, const std::string& list, const std::string& account, const std::string& name) {
  transaction.execute("DELETE FROM list_filter WHERE list = $1 AND account = $2 AND name = $3", {list, account, name});
}

} // namespace store
} // namespace ankao::lists
