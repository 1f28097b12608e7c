// SPDX-License-Identifier: Apache-2.0
// A fresh, empty database of each kind, for suites that run on all of them:
//   class Story : public ::testing::TestWithParam<std::string> { protected: tests::Store store_{GetParam()}; };
//   INSTANTIATE_TEST_SUITE_P(Databases, Story, ::testing::ValuesIn(tests::k_stores), tests::store_name);
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "db/support/postgres.hpp"

namespace ankao::tests {

/// "file" and "memory" are SQLite.
inline const std::vector<std::string> k_stores = {"file", "memory", "postgresql"};

class Store {
public:
  explicit Store(const std::string& kind);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  db::Database& database() { return *database_; }
  const std::string& url() const { return url_; }
  /// Nothing for SQLite.
  const Postgres* postgres() const { return postgres_.get(); }

private:
  std::string folder_;
  std::unique_ptr<Postgres> postgres_;
  std::string url_;
  std::unique_ptr<db::Database> database_;
};

template <class Info>
std::string store_name(const Info& info) {
  return info.param;
}

} // namespace ankao::tests
