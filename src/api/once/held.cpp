// SPDX-License-Identifier: Apache-2.0
#include "api/once/held.hpp"

#include <string>

#include "base/ensure.hpp"

namespace ankao::api::once {
namespace {

thread_local Held* t_present = nullptr;

/// The handler's first write: its commit hands the transaction over instead of ending it.
class First : public db::Transaction {
public:
  First(Held& held, std::unique_ptr<db::Transaction> inner)
      : held_(held)
      , inner_(std::move(inner)) {}
  db::Rows query(std::string_view sql, const db::Values& parameters) override { return use().query(sql, parameters); }
  std::int64_t execute(std::string_view sql, const db::Values& parameters) override { return use().execute(sql, parameters); }
  void insert_many(std::string_view table, const std::vector<std::string>& columns, const std::vector<db::Values>& rows) override {
    use().insert_many(table, columns, rows);
  }
  void commit() override {
    use();
    held_.hold(std::move(inner_));
  }

private:
  db::Transaction& use() {
    ensure(inner_ != nullptr, "a statement after commit()");
    return *inner_;
  }
  Held& held_;
  std::unique_ptr<db::Transaction> inner_;
};

/// What the handler does after its commit: a part of the held transaction that can be taken back alone.
class Later : public db::Transaction {
public:
  Later(db::Transaction& held, std::string name, bool writes)
      : held_(held)
      , name_(std::move(name))
      , open_(writes) {
    if (open_) held_.execute("SAVEPOINT " + name_);
  }
  ~Later() override {
    if (!open_) return;
    try {
      held_.execute("ROLLBACK TO SAVEPOINT " + name_);
      held_.execute("RELEASE SAVEPOINT " + name_);
    } catch (...) {
      // The held transaction has failed and will be rolled back as a whole by who holds it.
    }
  }
  Later(const Later&) = delete;
  Later& operator=(const Later&) = delete;
  db::Rows query(std::string_view sql, const db::Values& parameters) override { return held_.query(sql, parameters); }
  std::int64_t execute(std::string_view sql, const db::Values& parameters) override { return held_.execute(sql, parameters); }
  void insert_many(std::string_view table, const std::vector<std::string>& columns, const std::vector<db::Values>& rows) override {
    held_.insert_many(table, columns, rows);
  }
  void commit() override {
    if (open_) held_.execute("RELEASE SAVEPOINT " + name_);
    open_ = false;
  }

private:
  db::Transaction& held_;
  std::string name_;
  bool open_;
};

} // namespace

Held::Held(std::function<void(db::Transaction&)> check)
    : check_(std::move(check)) {
  ensure(t_present == nullptr, "a request made once inside another one");
  t_present = this;
}

Held::~Held() { t_present = nullptr; }

Held* Held::present() { return t_present; }

std::unique_ptr<db::Transaction> Held::begin(db::Database& inner, db::Mode mode) {
  if (held_) return std::make_unique<Later>(*held_, "once_" + std::to_string(++savepoints_), mode == db::Mode::Write);
  if (mode == db::Mode::Read) return inner.begin(mode);
  auto transaction = inner.begin(mode);
  check_(*transaction);
  return std::make_unique<First>(*this, std::move(transaction));
}

} // namespace ankao::api::once
