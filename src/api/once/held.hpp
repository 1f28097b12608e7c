// SPDX-License-Identifier: Apache-2.0
// The request of this thread that is to be made once, and its held-back transaction.
#pragma once

#include <functional>
#include <memory>

#include "db/db.hpp"

namespace ankao::api::once {

/// Leaves the handler when another sending was first: its answer stands already. No std::exception, so that nobody swallows it.
struct AlreadyMade {};

class Held {
public:
  /// `check` runs on the first write transaction before the handler gets it.
  explicit Held(std::function<void(db::Transaction&)> check);
  ~Held();
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;

  /// Of this thread; null usually.
  static Held* present();

  std::unique_ptr<db::Transaction> begin(db::Database& inner, db::Mode mode);
  void hold(std::unique_ptr<db::Transaction> transaction) { held_ = std::move(transaction); }
  /// The transaction the handler has committed; null when it committed none.
  db::Transaction* transaction() const { return held_.get(); }

private:
  std::function<void(db::Transaction&)> check_;
  std::unique_ptr<db::Transaction> held_;
  int savepoints_ = 0;
};

} // namespace ankao::api::once
