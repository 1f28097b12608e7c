// SPDX-License-Identifier: Apache-2.0
// What a transaction promises on both databases: after a failed statement, or after its end, nothing more can be done in it.
// (SQLite alone would let a caller swallow the failure and commit half of the work.)
#pragma once

#include "db/checks.hpp"
#include "db/db.hpp"

namespace ankao::db {

class GuardedTransaction : public Transaction {
public:
  Rows query(std::string_view sql, const Values& parameters) final;
  std::int64_t execute(std::string_view sql, const Values& parameters) final;
  void insert_many(std::string_view table, const std::vector<std::string>& columns, const std::vector<Values>& rows) final;
  void commit() final;

protected:
  struct Outcome {
    std::vector<std::string> columns;
    std::vector<Values> rows;
    std::int64_t changed = 0;
  };
  bool ended() const { return state_ == State::Ended; }

private:
  virtual Outcome run(std::string_view sql, const Values& parameters) = 0;
  virtual void bulk(std::string_view table, const std::vector<std::string>& columns, const std::vector<Values>& rows) = 0;
  virtual void end() = 0; ///< COMMIT

  enum class State { Open, Failed, Ended };
  template <class Work>
  auto guarded(Work work);
  State state_ = State::Open;
};

} // namespace ankao::db
