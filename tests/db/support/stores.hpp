// SPDX-License-Identifier: Apache-2.0
// A fresh, empty database of each kind, for suites that run on all of them:
//   class Story : public ::testing::TestWithParam<std::string> { protected: tests::Store store_{GetParam()}; };
//   INSTANTIATE_TEST_SUITE_P(Databases, Story, ::testing::ValuesIn(tests::k_stores), tests::store_name);
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "db/support/postgres.hpp"

namespace ankao::tests {

/// "file" and "memory" are SQLite; a prepared "memory" is a file that stands in memory.
inline const std::vector<std::string> k_stores = {"file", "memory", "postgresql"};

/// What every test of a suite starts from: made once a program and kind under its name; each test then has a copy of its own.
struct Prepared {
  std::string name;
  std::function<void(db::Database&)> make;
};

class Store {
public:
  explicit Store(const std::string& kind);
  Store(const std::string& kind, const Prepared& prepared);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  db::Database& database() { return *database_; }
  const std::string& url() const { return url_; }
  /// Nothing for SQLite.
  const Postgres* postgres() const { return postgres_.get(); }

private:
  Store(const std::string& kind, const Prepared* prepared);
  std::string in_folder(const Prepared* prepared, bool in_memory);

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
