// SPDX-License-Identifier: Apache-2.0
// One PostgreSQL connection: statements with typed parameters, COPY, failures as words.
#pragma once

#include <libpq-fe.h>

#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/db.hpp"

namespace ankao::db::postgresql {

struct ResultEnd {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ResultEnd>;

/// Kind and words for an SQLSTATE; "" is a lost connection.
Failure failure(std::string_view sqlstate, const std::string& what, const std::string& place);

inline constexpr std::size_t k_cached_statements = 256;
/// A plan is made for the size that a table has then. One made while a table was tiny reads the whole of it, and the server keeps it until
/// somebody gathers statistics, maybe a minute later: so plans are made anew after so many statements. Statements stay prepared.
inline constexpr int k_plan_uses = 200;

class Connection {
public:
  explicit Connection(const std::string& url);
  ~Connection() { PQfinish(handle_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Result run(std::string_view sql, const Values& values = {});
  /// COPY ... FROM STDIN with these lines of the text format.
  void copy(const std::string& sql, const std::vector<Values>& rows);
  bool lost() const { return PQstatus(handle_) != CONNECTION_OK; }
  /// The server refuses a statement it prepared, because a table has other columns by now: a new connection is needed.
  bool outdated() const { return outdated_; }
  bool in_transaction() const { return PQtransactionStatus(handle_) != PQTRANS_IDLE; }

private:
  /// A statement met twice is prepared, so that the server need not read and plan it again.
  struct Known {
    std::string key; ///< SQL and the types of its parameters
    std::string name; ///< "" until it is prepared
  };
  const std::string& prepared(const std::string& sql, const std::vector<Oid>& types);
  void forget_old_plans();
  Known& known(std::string key);
  Result checked(PGresult* raw, const std::string& sql);
  [[noreturn]] void fail(const PGresult* result, const std::string& sql);
  void set_up();
  std::string place_;
  PGconn* handle_ = nullptr;
  std::list<Known> recent_; ///< newest first
  std::unordered_map<std::string_view, std::list<Known>::iterator> by_key_;
  std::uint64_t names_ = 0;
  int uses_ = 0; ///< of plans since they were last forgotten
  bool outdated_ = false;
};

/// A field as a value; types other than integers, booleans, texts and bytes are a broken invariant (cast them in the SQL).
Value value_of(const PGresult* result, int row, int column);

} // namespace ankao::db::postgresql
