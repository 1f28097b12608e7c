// SPDX-License-Identifier: Apache-2.0
#include "vault/reseal.hpp"

namespace ankao::vault {
namespace {

struct Step {
  std::int64_t done = 0;
  std::vector<Problem> faults;
  std::string last; ///< key of the last row looked at; "" at the end
};

/// Rows after `after`, in order of key: a row that does not open is passed, never met twice.
Step step(db::Transaction& transaction, const Vault& vault, const Column& column, const std::string& after, int batch) {
  const std::string newest = "v1:" + std::to_string(vault.newest()) + ":%";
  const auto rows = transaction.query("SELECT " + column.key + " AS k, " + column.sealed + " AS s FROM " + column.table + " WHERE " + column.key + " > $1 AND " +
                                          column.sealed + " <> '' AND " + column.sealed + " NOT LIKE $2 ORDER BY " + column.key + " LIMIT $3",
                                      {after, newest, std::int64_t{batch}});
  Step out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out.last = rows.text(i, "k");
    const std::string context = column.context + ":" + out.last;
    const auto clear = vault.open(context, rows.text(i, "s"));
    if (!clear.ok()) {
      out.faults.push_back(clear.problem());
      out.faults.back().at = column.table + "." + column.sealed + " · " + out.last;
      continue;
    }
    transaction.execute("UPDATE " + column.table + " SET " + column.sealed + " = $1 WHERE " + column.key + " = $2", {vault.seal(context, *clear), out.last});
    ++out.done;
  }
  return out;
}

Step digest_step(db::Transaction& transaction, const Vault& vault, const Digested& what, const std::string& after, int batch) {
  const Column& column = what.column;
  const auto rows = transaction.query("SELECT " + column.key + " AS k, " + column.sealed + " AS s, " + what.digest + " AS d FROM " + column.table + " WHERE " + column.key + " > $1 AND " +
                                          column.sealed + " <> '' ORDER BY " + column.key + " LIMIT $2",
                                      {after, std::int64_t{batch}});
  Step out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out.last = rows.text(i, "k");
    const auto clear = vault.open(column.context + ":" + out.last, rows.text(i, "s"));
    if (!clear.ok()) {
      out.faults.push_back(clear.problem());
      out.faults.back().at = column.table + "." + column.sealed + " · " + out.last;
      continue;
    }
    const std::string digest = vault.digest(column.context, *clear);
    if (rows.maybe_text(i, "d") == digest) continue;
    transaction.execute("UPDATE " + column.table + " SET " + what.digest + " = $1 WHERE " + column.key + " = $2", {digest, out.last});
    ++out.done;
  }
  return out;
}

template <class Columns, class OneStep>
Resealed in_steps(db::Database& database, const Columns& columns, const OneStep& one_step) {
  Resealed all;
  for (const auto& column : columns) {
    Step now;
    std::string after;
    do {
      database.write([&](db::Transaction& transaction) { now = one_step(transaction, column, after); });
      all.done += now.done;
      all.left += static_cast<std::int64_t>(now.faults.size());
      all.faults.insert(all.faults.end(), now.faults.begin(), now.faults.end());
      after = now.last;
    } while (!after.empty());
  }
  return all;
}

} // namespace

Resealed reseal(db::Database& database, const Vault& vault, const std::vector<Column>& columns, int batch) {
  return in_steps(database, columns, [&](db::Transaction& transaction, const Column& column, const std::string& after) { return step(transaction, vault, column, after, batch); });
}

Resealed redigest(db::Database& database, const Vault& vault, const std::vector<Digested>& columns, int batch) {
  return in_steps(database, columns, [&](db::Transaction& transaction, const Digested& column, const std::string& after) { return digest_step(transaction, vault, column, after, batch); });
}

} // namespace ankao::vault
