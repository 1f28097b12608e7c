// SPDX-License-Identifier: Apache-2.0
#include "db/guarded.hpp"

#include "base/ensure.hpp"

namespace ankao::db {

template <class Work>
auto GuardedTransaction::guarded(Work work) {
  ensure(state_ != State::Ended, "a statement after commit()");
  ensure(state_ != State::Failed, "a statement after a failed one: the transaction can only be rolled back");
  try {
    return work();
  } catch (...) {
    state_ = State::Failed;
    throw;
  }
}

Rows GuardedTransaction::query(std::string_view sql, const Values& parameters) {
  return guarded([&] {
    check_values(parameters);
    Outcome outcome = run(sql, parameters);
    return Rows(std::move(outcome.columns), std::move(outcome.rows));
  });
}

std::int64_t GuardedTransaction::execute(std::string_view sql, const Values& parameters) {
  return guarded([&] {
    check_values(parameters);
    return run(sql, parameters).changed;
  });
}

void GuardedTransaction::insert_many(std::string_view table, const std::vector<std::string>& columns, const std::vector<Values>& rows) {
  guarded([&] {
    check_name(table);
    for (const std::string& column : columns) check_name(column);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].size() != columns.size()) ensure(false, "row " + std::to_string(i) + " for " + std::string(table) + " has another width");
      check_values(rows[i]);
    }
    if (!rows.empty()) bulk(table, columns, rows);
  });
}

void GuardedTransaction::commit() {
  guarded([&] { end(); });
  state_ = State::Ended;
}

} // namespace ankao::db
