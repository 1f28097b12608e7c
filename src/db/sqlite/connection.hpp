// SPDX-License-Identifier: Apache-2.0
// One SQLite connection with its prepared statements.
#pragma once

#include <sqlite3.h>

#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/db.hpp"

namespace ankao::db::sqlite {

/// The place of a failure in words: the file, or that it is a database in memory.
Failure failure(int code, const std::string& what, const std::string& place);

struct StatementEnd {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// A prepared statement; slots[i] is the number n of the parameter $n that SQLite counts as i + 1.
struct Statement {
  std::unique_ptr<sqlite3_stmt, StatementEnd> handle;
  std::vector<std::size_t> slots;
  std::size_t parameters = 0; ///< the highest n
};

enum class Access { Read, Write };

class Connection {
public:
  Connection(const std::string& path, Access access);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// From the cache, or prepared now. Valid until the next call of statement().
  Statement& statement(std::string_view sql);
  void bind(Statement& statement, const Values& values);
  /// Calls `row` for each row; the statement is reset afterwards in every case.
  template <class Row>
  void run(Statement& statement, Row row);
  void run(std::string_view sql);

  bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
  sqlite3* handle() const { return handle_; }
  Access access() const { return access_; }
  [[noreturn]] void fail(const std::string& sql);

private:
  void set_up();
  void use_write_ahead_log();
  Statement prepare(std::string_view sql);

  struct Cached {
    std::string sql;
    Statement statement;
  };
  std::string path_;
  Access access_;
  sqlite3* handle_ = nullptr;
  std::list<Cached> recent_; ///< newest first
  std::unordered_map<std::string_view, std::list<Cached>::iterator> by_sql_;
};

inline constexpr std::size_t k_cached_statements = 256;

template <class Row>
void Connection::run(Statement& statement, Row row) {
  struct Reset {
    sqlite3_stmt* handle;
    ~Reset() {
      sqlite3_reset(handle);
      sqlite3_clear_bindings(handle);
    }
  } const reset{statement.handle.get()};
  for (int code = SQLITE_ROW; code == SQLITE_ROW;) {
    code = sqlite3_step(reset.handle);
    if (code == SQLITE_ROW)
      row(reset.handle);
    else if (code != SQLITE_DONE)
      fail(sqlite3_sql(reset.handle));
  }
}

} // namespace ankao::db::sqlite
