// SPDX-License-Identifier: Apache-2.0
// One moment for many readings: while a View lives, every reading of its thread through once::Database sees the data as it was at the
// first of them. A list that is read page by page into a file is so one moment of the list.
#pragma once

#include <memory>

#include "db/db.hpp"

namespace ankao::api::once {

class View {
public:
  View();
  ~View();
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  /// Of this thread; null usually.
  static View* present();
  /// A reading of the moment; ending it does not end the moment.
  std::unique_ptr<db::Transaction> begin(db::Database& inner);

private:
  std::unique_ptr<db::Transaction> moment_;
};

} // namespace ankao::api::once
