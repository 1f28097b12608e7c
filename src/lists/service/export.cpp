// SPDX-License-Identifier: Apache-2.0
#include "lists/service/export.hpp"

#include <algorithm>

#include "db/use_case.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::lists {
namespace {

const char* word_of(Format format) { return format == Format::Xlsx ? "xlsx" : format == Format::Csv ? "csv" : "csv-gb18030"; }

/// Filter values may hold a name, so only the columns and the count are said.
std::string reason_of(const Table& table, Format format) {
  std::string columns;
  for (const Column* column : table.columns) columns += (columns.empty() ? "" : ",") + column->key;
  return std::string(word_of(format)) + "; " + std::to_string(table.rows.size()) + " rows; " + columns;
}

} // namespace

Result<File> exported(db::Database& database, const api::Call& call, const Table& table, Format format) {
  auto file = file_of(table, format);
  if (!file.ok()) return file;
  const bool personal = std::any_of(table.columns.begin(), table.columns.end(), [](const Column* column) { return column->personal; });
  if (!personal || !call.caller.signed_in()) return file;
  const auto noted = db::decide(database, [&](db::Transaction& transaction) -> Result<void> {
    ledger::append(transaction, {.actor = call.caller.actor(), .at = call.now, .action = "list.export", .subject = "list:" + table.list.id, .before = "",
                                 .after = file->digest, .clause = "", .reason = reason_of(table, format)});
    return {};
  });
  if (!noted.ok()) return noted.problem();
  return file;
}

} // namespace ankao::lists
