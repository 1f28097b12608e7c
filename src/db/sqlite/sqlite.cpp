// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/sqlite.hpp"

#include <atomic>

#include "db/guarded.hpp"
#include "db/pool.hpp"
#include "db/sqlite/connection.hpp"

namespace ankao::db {
namespace {

using sqlite::Access;
using sqlite::Connection;

Value value_of(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
  case SQLITE_INTEGER:
    return std::int64_t{sqlite3_column_int64(statement, column)};
  case SQLITE_TEXT: {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
  }
  case SQLITE_BLOB: {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement, column));
    return Bytes{data == nullptr ? std::string() : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)))};
  }
  case SQLITE_NULL:
    return Null{};
  default:
    fail_invariant(std::string("a floating-point value in ") + sqlite3_sql(statement) + ": cast it to BIGINT", __FILE__, __LINE__);
  }
}

std::string insert_sql(std::string_view table, const std::vector<std::string>& columns) {
  std::string names;
  std::string places;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    names += (i == 0 ? "" : ", ") + columns[i];
    places += (i == 0 ? "$" : ", $") + std::to_string(i + 1);
  }
  return "INSERT INTO " + std::string(table) + " (" + names + ") VALUES (" + places + ")";
}

class SqliteTransaction : public GuardedTransaction {
public:
  SqliteTransaction(std::optional<WriterTurn> turn, Pool<Connection>::Lease connection)
      : turn_(std::move(turn))
      , connection_(std::move(connection)) {
    connection_->run(connection_->access() == Access::Write ? "BEGIN IMMEDIATE" : "BEGIN");
  }
  ~SqliteTransaction() override {
    if (!connection_->in_transaction()) return;
    try {
      connection_->run("ROLLBACK");
    } catch (const Failure&) {
      connection_.discard(); // closing it rolls back
    }
  }

private:
  Outcome run(std::string_view sql, const Values& parameters) override {
    sqlite::Statement& statement = connection_->statement(sql);
    connection_->bind(statement, parameters);
    Outcome outcome;
    const int width = sqlite3_column_count(statement.handle.get());
    for (int i = 0; i < width; ++i) outcome.columns.emplace_back(sqlite3_column_name(statement.handle.get(), i));
    const auto before = sqlite3_total_changes64(connection_->handle());
    connection_->run(statement, [&](sqlite3_stmt* row) {
      Values& values = outcome.rows.emplace_back();
      values.reserve(static_cast<std::size_t>(width));
      for (int i = 0; i < width; ++i) values.push_back(value_of(row, i));
    });
    // sqlite3_changes64 keeps the count of an earlier statement when this one changed nothing.
    if (sqlite3_total_changes64(connection_->handle()) != before) outcome.changed = sqlite3_changes64(connection_->handle());
    return outcome;
  }

  void bulk(std::string_view table, const std::vector<std::string>& columns, const std::vector<Values>& rows) override {
    sqlite::Statement& statement = connection_->statement(insert_sql(table, columns));
    for (const Values& row : rows) {
      connection_->bind(statement, row);
      connection_->run(statement, [](sqlite3_stmt*) {});
    }
  }

  void end() override { connection_->run("COMMIT"); }

  std::optional<WriterTurn> turn_; // before connection_: the next writer may come only when the connection is back
  Pool<Connection>::Lease connection_;
};

class SqliteDatabase : public Database {
public:
  explicit SqliteDatabase(std::string path)
      : path_(std::move(path))
      , writers_(1, [this] { return std::make_unique<Connection>(path_, Access::Write); })
      , readers_(pool_limit(), [this] { return std::make_unique<Connection>(path_, Access::Read); })
      , keep_(path_, Access::Write) {}

  std::unique_ptr<Transaction> begin(Mode mode) override {
    if (mode == Mode::Read) return std::make_unique<SqliteTransaction>(std::nullopt, readers_.lend());
    WriterTurn turn(gate_);
    return std::make_unique<SqliteTransaction>(std::move(turn), writers_.lend());
  }
  std::string_view dialect() const override { return "sqlite"; }

private:
  std::string path_;
  WriterGate gate_;
  Pool<Connection> writers_;
  Pool<Connection> readers_;
  Connection keep_; ///< never used: it keeps a database in memory alive, and a wrong path is told at once
};

} // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path) {
  static std::atomic<unsigned> count = 0;
  // The memdb file system shares one database in memory among the connections of this process that know its name.
  return std::make_unique<SqliteDatabase>(path == ":memory:" ? "file:/ankao-" + std::to_string(++count) + "?vfs=memdb" : path);
}

} // namespace ankao::db
