// SPDX-License-Identifier: Apache-2.0
// One PostgreSQL connection: statements with typed parameters, COPY, failures as words.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.hpp"

namespace ankao::db::postgresql {

struct ResultEnd {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ResultEnd>;

/// Kind and words for an SQLSTATE; "" is a lost connection.
Failure failure(std::string_view sqlstate, const std::string& what, const std::string& place);

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
  bool in_transaction() const { return PQtransactionStatus(handle_) != PQTRANS_IDLE; }

private:
  Result checked(PGresult* raw, const std::string& sql);
  [[noreturn]] void fail(const PGresult* result, const std::string& sql);
  void set_up();
  std::string place_;
  PGconn* handle_ = nullptr;
};

/// A field as a value; types other than integers, booleans, texts and bytes are a broken invariant (cast them in the SQL).
Value value_of(const PGresult* result, int row, int column);

} // namespace ankao::db::postgresql
