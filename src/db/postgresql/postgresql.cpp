// SPDX-License-Identifier: Apache-2.0
#include "db/postgresql/postgresql.hpp"

#include <charconv>
#include <cstring>

#include "base/ensure.hpp"
#include "db/guarded.hpp"
#include "db/pool.hpp"
#include "db/postgresql/connection.hpp"

namespace ankao::db {
namespace {

using postgresql::Connection;

/// "ankao" as a number; every program that writes this database takes this lock first.
constexpr std::int64_t k_writer_lock = 0x616e6b616f;

std::int64_t changed_by(PGresult* result) {
  if (std::strncmp(PQcmdStatus(result), "SELECT", 6) == 0) return 0;
  const std::string_view digits = PQcmdTuples(result);
  std::int64_t count = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return count;
}

class PostgresqlTransaction : public GuardedTransaction {
public:
  PostgresqlTransaction(std::optional<WriterTurn> turn, Pool<Connection>::Lease connection)
      : turn_(std::move(turn))
      , connection_(std::move(connection)) {}

  ~PostgresqlTransaction() override {
    try {
      if (!connection_->lost() && connection_->in_transaction()) connection_->run("ROLLBACK");
    } catch (const Failure&) { // the connection is thrown away just below
    }
    if (connection_->lost() || connection_->in_transaction() || connection_->outdated()) connection_.discard();
  }

private:
  Outcome run(std::string_view sql, const Values& parameters) override {
    const postgresql::Result result = connection_->run(sql, parameters);
    Outcome outcome;
    const int width = PQnfields(result.get());
    const int height = PQntuples(result.get());
    for (int i = 0; i < width; ++i) outcome.columns.emplace_back(PQfname(result.get(), i));
    outcome.rows.reserve(static_cast<std::size_t>(height));
    for (int row = 0; row < height; ++row) {
      Values& values = outcome.rows.emplace_back();
      values.reserve(static_cast<std::size_t>(width));
      for (int i = 0; i < width; ++i) values.push_back(postgresql::value_of(result.get(), row, i));
    }
    outcome.changed = changed_by(result.get());
    return outcome;
  }

  void bulk(std::string_view table, const std::vector<std::string>& columns, const std::vector<Values>& rows) override {
    std::string names;
    for (const std::string& column : columns) names += (names.empty() ? "" : ", ") + column;
    connection_->copy("COPY " + std::string(table) + " (" + names + ") FROM STDIN", rows);
  }

  void end() override { connection_->run("COMMIT"); }

  std::optional<WriterTurn> turn_; // before connection_: the next writer may come only when the connection is back
  Pool<Connection>::Lease connection_;
};

void begin_on(Connection& connection, Mode mode) {
  if (mode == Mode::Read) {
    connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return;
  }
  // READ COMMITTED, because a stricter level would take its snapshot before the lock is ours; the lock makes writers follow each other.
  connection.run("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
  connection.run("SELECT pg_advisory_xact_lock($1)", {k_writer_lock});
}

class PostgresqlDatabase : public Database {
public:
  explicit PostgresqlDatabase(const std::string& url)
      : connections_(pool_limit(), [url] { return std::make_unique<Connection>(url); }) {
    refuse_other_collation();
  }

  std::unique_ptr<Transaction> begin(Mode mode) override {
    std::optional<WriterTurn> turn;
    if (mode == Mode::Write) turn.emplace(gate_);
    return std::make_unique<PostgresqlTransaction>(std::move(turn), begun(mode));
  }
  std::string_view dialect() const override { return "postgresql"; }

private:
  /// A connection in a transaction. Idle connections that the server has closed meanwhile are thrown away, up to the whole pool.
  Pool<Connection>::Lease begun(Mode mode) {
    for (std::size_t tries = 0;; ++tries) {
      auto connection = connections_.lend();
      try {
        begin_on(*connection, mode);
        return connection;
      } catch (const Failure&) {
        const bool was_lost = connection->lost();
        connection.discard();
        if (!was_lost || tries > pool_limit()) throw;
      }
    }
  }

  void refuse_other_collation() {
    const auto transaction = begin(Mode::Read);
    const Rows rows = transaction->query("SELECT datcollate, pg_encoding_to_char(encoding) AS encoding, datname FROM pg_database "
                                         "WHERE datname = current_database()");
    const std::string& collation = rows.text(0, "datcollate");
    const bool by_bytes = collation == "C" || collation == "POSIX" || collation == "C.UTF-8" || collation == "C.utf8";
    if (by_bytes && rows.text(0, "encoding") == "UTF8") return;
    throw Failure(
        Failure::Kind::Other,
        "数据库 " + rows.text(0, "datname") + " 的编码或排序规则不符（" + rows.text(0, "encoding") + "，" + collation +
            "），请用 CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' 建库 · the database has another "
            "encoding or collation; create it with TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
  }

  WriterGate gate_;
  Pool<Connection> connections_;
};

} // namespace

std::unique_ptr<Database> open_postgresql(const std::string& url) { return std::make_unique<PostgresqlDatabase>(url); }

} // namespace ankao::db
