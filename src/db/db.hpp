// SPDX-License-Identifier: Apache-2.0
// The storage port: one small interface over SQLite and PostgreSQL. SQL is written once, for both: types TEXT, BIGINT and
// {bytes}; parameters $1, $2 ... in order; booleans are BIGINT 0/1; times are BIGINT milliseconds; dates are TEXT 'YYYY-MM-DD';
// identity columns do not exist (ids come from the caller). `ON CONFLICT ... DO UPDATE`, `RETURNING`, CTEs and window functions
// work on both. Text compares by bytes on both (PostgreSQL databases are created with C collation), LIKE minds the letter case
// (write ESCAPE '\\' when a pattern comes from outside), nulls are ordered only by NULLS FIRST / NULLS LAST. A null parameter has no
// type: give it a column to go to, or CAST it. Results are integers, text and bytes; a fraction is a broken invariant, cast it.
// Write transactions follow each other, on PostgreSQL across programs too, so read-then-write never loses an update.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ankao::db {

struct Bytes {
  std::string data;
  bool operator==(const Bytes&) const = default;
};
using Null = std::monostate;
using Value = std::variant<Null, std::int64_t, std::string, Bytes>;
using Values = std::vector<Value>;

inline Value nullable(const std::optional<std::string>& text) { return text ? Value(*text) : Value(Null{}); }
inline Value nullable(const std::optional<std::int64_t>& number) { return number ? Value(*number) : Value(Null{}); }

/// The environment failed (disk, network, server). Caught only where a request, a job or a command ends.
class Failure : public std::runtime_error {
public:
  enum class Kind {
    Unavailable,
    Conflict,
    Constraint,
    Full,
    Other
  }; ///< Conflict: try the transaction again; Constraint: unique, foreign key or not null
  Failure(Kind kind, const std::string& what)
      : std::runtime_error(what)
      , kind_(kind) {}
  Kind kind() const { return kind_; }

private:
  Kind kind_;
};

/// A result set, wholly in memory. Reading a column as a type it is not is a broken invariant.
class Rows {
public:
  Rows(std::vector<std::string> columns, std::vector<Values> rows)
      : columns_(std::move(columns))
      , rows_(std::move(rows)) {}
  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }
  bool is_null(std::size_t row, std::string_view column) const;
  std::int64_t integer(std::size_t row, std::string_view column) const;
  const std::string& text(std::size_t row, std::string_view column) const;
  const std::string& bytes(std::size_t row, std::string_view column) const;
  std::optional<std::int64_t> maybe_integer(std::size_t row, std::string_view column) const;
  std::optional<std::string> maybe_text(std::size_t row, std::string_view column) const;

private:
  const Value& at(std::size_t row, std::string_view column) const;
  std::vector<std::string> columns_;
  std::vector<Values> rows_;
};

/// One transaction; rolled back when it goes without commit(). Not for use by two threads. After a failed statement it can only be
/// rolled back: any further call, commit() too, is a broken invariant. Text must be UTF-8 without U+0000 (Failure names the parameter).
class Transaction {
public:
  virtual ~Transaction() = default;
  virtual Rows query(std::string_view sql, const Values& parameters = {}) = 0;
  /// Number of rows changed.
  virtual std::int64_t execute(std::string_view sql, const Values& parameters = {}) = 0;
  /// Many rows at once, the fast way of each database.
  virtual void insert_many(std::string_view table, const std::vector<std::string>& columns, const std::vector<Values>& rows) = 0;
  virtual void commit() = 0;
};

enum class Mode { Read, Write }; ///< Write takes the lock at once on SQLite (BEGIN IMMEDIATE)

/// A database with a pool of connections; safe to use from many threads.
class Database {
public:
  virtual ~Database() = default;
  /// A write inside a write of the same thread is a broken invariant; waiting over half a minute for a turn is a Failure.
  virtual std::unique_ptr<Transaction> begin(Mode mode) = 0;
  virtual std::string_view dialect() const = 0; ///< "sqlite" or "postgresql"
  /// Runs `work` in a write transaction and commits; a Conflict is tried again, at most k_tries times.
  void write(const std::function<void(Transaction&)>& work);
  void read(const std::function<void(Transaction&)>& work);
};
inline constexpr int k_tries = 5;

/// "sqlite:var/ankao.db", a plain path, "sqlite::memory:" (one private database), or "postgresql://user@host:port/name".
/// Throws Failure with a sentence that names the place and the remedy.
std::unique_ptr<Database> open(const std::string& url);

/// One step of the schema: a number, a name and SQL (statements separated by ";\n"; {bytes} becomes BLOB or BYTEA).
struct Migration {
  int number = 0;
  std::string name;
  std::string sql;
};
/// Applies what is missing, each step in a transaction of its own, in order of number; a step that was applied with other text
/// is refused (Failure). Returns how many were applied. Two processes may call it at once.
int migrate(Database& database, const std::vector<Migration>& steps);

} // namespace ankao::db
