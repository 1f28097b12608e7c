// SPDX-License-Identifier: Apache-2.0
// Imports of Annex 6 in the database: the runs, the printed rows as they stand, and what each entry last looked like in print.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "db/db.hpp"
#include "registry/store/register.hpp"
#include "registry/words/registry.hpp"

namespace ankao::registry {

struct ImportRun {
  std::string id, file, sm3;
  Instant at;
  std::string account, person, role;
  Date effective;
  int added = 0, changed = 0, unchanged = 0;
  std::vector<Anomaly> anomalies;
  std::int64_t event = 0;
};
void insert(db::Transaction& transaction, const ImportRun& run);
/// Oldest first.
std::vector<ImportRun> import_runs(db::Transaction& transaction);

/// The rows that were ever imported, each as last printed.
std::map<RowId, PrintedRow> standing_rows(db::Transaction& transaction);
/// The same as tables, by number: what `ankao registry export --raw` gives back.
std::vector<PrintedTable> printed_tables(db::Transaction& transaction);
/// Writes or replaces.
void put_printed_rows(db::Transaction& transaction, const std::vector<Row>& rows, const std::string& import);
/// The printed rows of one entry by "a15".
std::map<std::string, PrintedRow> printed_rows(db::Transaction& transaction, const std::vector<std::string>& rows);
/// Row numbers that stand in the database, by table letter.
std::map<Table, std::vector<int>> printed_numbers(db::Transaction& transaction);

struct PrintedKey {
  EntryKind kind = EntryKind::Institution;
  std::string id;
  auto operator<=>(const PrintedKey&) const = default;
};
/// Told fields of each entry at its last import.
std::map<PrintedKey, nlohmann::json> printed_records(db::Transaction& transaction);
void put_printed_record(db::Transaction& transaction, const PrintedKey& key, const nlohmann::json& fields, const std::string& import);

} // namespace ankao::registry
