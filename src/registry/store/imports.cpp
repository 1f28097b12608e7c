// SPDX-License-Identifier: Apache-2.0
#include "registry/store/imports.hpp"

#include <algorithm>

namespace ankao::registry {
namespace {

using nlohmann::json;

json anomaly_json(const Anomaly& a) {
  return {{"rule", a.rule},
          {"row", to_string(a.row)},
          {"column", a.column},
          {"found", a.found},
          {"done", a.done},
          {"done_english", a.done_english},
          {"needs_confirmation", a.needs_confirmation}};
}

RowId row_id(const std::string& text) {
  return {text.starts_with('a') ? Table::SpecialOperations : Table::HighRisk, std::stoi(text.substr(1))};
}

Anomaly anomaly_of(const json& value) {
  return {value.at("rule"),         row_id(value.at("row")),       value.at("column"), value.at("found"), value.at("done"),
          value.at("done_english"), value.at("needs_confirmation")};
}

PrintedRow row_at(const db::Rows& rows, std::size_t i) {
  PrintedRow row;
  const json cells = json::parse(rows.text(i, "cells"));
  ensure(cells.size() == k_columns, "a printed row has seven cells");
  for (std::size_t c = 0; c < k_columns; ++c) row.cells[c] = cells.at(c);
  row.line = static_cast<int>(rows.integer(i, "line"));
  return row;
}

/// Cells are kept byte for byte; what is no UTF-8 never comes so far.
std::string cells_json(const PrintedRow& row) { return json(row.cells).dump(); }

} // namespace

void insert(db::Transaction& transaction, const ImportRun& run) {
  json anomalies = json::array();
  for (const Anomaly& anomaly : run.anomalies) anomalies.push_back(anomaly_json(anomaly));
  transaction.insert_many(
      "registry_import",
      {"id", "file", "sm3", "at", "account", "person", "role", "effective_date", "added", "changed", "unchanged", "anomalies", "event"},
      {{run.id, run.file, run.sm3, run.at.ms, run.account, run.person, run.role, to_string(run.effective), std::int64_t{run.added},
        std::int64_t{run.changed}, std::int64_t{run.unchanged}, anomalies.dump(), run.event}});
}

std::vector<ImportRun> import_runs(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT * FROM registry_import ORDER BY at, id");
  std::vector<ImportRun> all;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ImportRun run{rows.text(i, "id"),
                  rows.text(i, "file"),
                  rows.text(i, "sm3"),
                  {rows.integer(i, "at")},
                  rows.text(i, "account"),
                  rows.text(i, "person"),
                  rows.text(i, "role"),
                  *parse_date(rows.text(i, "effective_date")),
                  static_cast<int>(rows.integer(i, "added")),
                  static_cast<int>(rows.integer(i, "changed")),
                  static_cast<int>(rows.integer(i, "unchanged")),
                  {},
                  rows.integer(i, "event")};
    for (const json& anomaly : json::parse(rows.text(i, "anomalies"))) run.anomalies.push_back(anomaly_of(anomaly));
    all.push_back(std::move(run));
  }
  return all;
}

std::map<RowId, PrintedRow> standing_rows(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT row, line, cells FROM registry_printed_row");
  std::map<RowId, PrintedRow> all;
  for (std::size_t i = 0; i < rows.size(); ++i) all.emplace(row_id(rows.text(i, "row")), row_at(rows, i));
  return all;
}

std::vector<PrintedTable> printed_tables(db::Transaction& transaction) {
  std::vector<PrintedTable> tables;
  for (auto& [id, row] : standing_rows(transaction)) {
    if (tables.empty() || tables.back().table != id.table) tables.push_back({id.table, {}, {}, {}});
    tables.back().rows.push_back(row);
  }
  return tables;
}

void put_printed_rows(db::Transaction& transaction, const std::vector<Row>& rows, const std::string& import) {
  for (const Row& row : rows)
    transaction.execute("INSERT INTO registry_printed_row (row, letter, number, line, cells, import) VALUES ($1, $2, $3, $4, $5, $6) "
                        "ON CONFLICT (row) DO UPDATE SET line = excluded.line, cells = excluded.cells, import = excluded.import",
                        {to_string(row.id), std::string(1, letter_of(row.id.table)), std::int64_t{row.id.number},
                         std::int64_t{row.printed.line}, cells_json(row.printed), import});
}

std::map<std::string, PrintedRow> printed_rows(db::Transaction& transaction, const std::vector<std::string>& wanted) {
  std::map<std::string, PrintedRow> found;
  if (wanted.empty()) return found;
  std::string list;
  db::Values ids;
  for (const std::string& row : wanted) {
    ids.emplace_back(row);
    list += (list.empty() ? "$" : ", $") + std::to_string(ids.size());
  }
  const auto rows = transaction.query("SELECT row, line, cells FROM registry_printed_row WHERE row IN (" + list + ")", ids);
  for (std::size_t i = 0; i < rows.size(); ++i) found.emplace(rows.text(i, "row"), row_at(rows, i));
  return found;
}

std::map<Table, std::vector<int>> printed_numbers(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT row FROM registry_printed_row ORDER BY letter, number");
  std::map<Table, std::vector<int>> numbers;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const RowId id = row_id(rows.text(i, "row"));
    numbers[id.table].push_back(id.number);
  }
  return numbers;
}

std::map<PrintedKey, json> printed_records(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT kind, id, record FROM registry_printed");
  std::map<PrintedKey, json> all;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const EntryKind kind = rows.text(i, "kind") == "institution" ? EntryKind::Institution : EntryKind::Site;
    all.emplace(PrintedKey{kind, rows.text(i, "id")}, json::parse(rows.text(i, "record")));
  }
  return all;
}

void put_printed_record(db::Transaction& transaction, const PrintedKey& key, const json& fields, const std::string& import) {
  transaction.execute("INSERT INTO registry_printed (kind, id, record, import) VALUES ($1, $2, $3, $4) "
                      "ON CONFLICT (kind, id) DO UPDATE SET record = excluded.record, import = excluded.import",
                      {word_of(key.kind), key.id, canonical(fields), import});
}

} // namespace ankao::registry
