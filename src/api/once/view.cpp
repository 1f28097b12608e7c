// SPDX-License-Identifier: Apache-2.0
#include "api/once/view.hpp"

#include "base/ensure.hpp"

namespace ankao::api::once {
namespace {

thread_local View* t_present = nullptr;

class Glance : public db::Transaction {
public:
  explicit Glance(db::Transaction& moment)
      : moment_(moment) {}
  db::Rows query(std::string_view sql, const db::Values& parameters) override { return moment_.query(sql, parameters); }
  std::int64_t execute(std::string_view sql, const db::Values& parameters) override { return moment_.execute(sql, parameters); }
  void insert_many(std::string_view table, const std::vector<std::string>& columns, const std::vector<db::Values>& rows) override {
    moment_.insert_many(table, columns, rows);
  }
  void commit() override {}

private:
  db::Transaction& moment_;
};

} // namespace

View::View() {
  ensure(t_present == nullptr, "a view inside another one");
  t_present = this;
}

View::~View() { t_present = nullptr; }

View* View::present() { return t_present; }

std::unique_ptr<db::Transaction> View::begin(db::Database& inner) {
  if (!moment_) moment_ = inner.begin(db::Mode::Read);
  return std::make_unique<Glance>(*moment_);
}

} // namespace ankao::api::once
