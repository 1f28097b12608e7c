// SPDX-License-Identifier: Apache-2.0
// A list with a column of every kind over a table, on the API with the routes of lists beside it.
#pragma once

#include <boost/describe.hpp>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

#include "db/support/stores.hpp"
#include "db/use_case.hpp"
#include "ledger/service/ledger.hpp"
#include "lists/routes/add.hpp"
#include "lists/routes/routes.hpp"
#include "lists/service/saved.hpp"

namespace ankao::lists::sample {

enum class Mood { Calm, Wild };
BOOST_DESCRIBE_ENUM(Mood, Calm, Wild)

struct Animal {
  std::string id;
  std::string name;
  std::int64_t weight = 0;
  Date born;
  Instant seen;
  std::optional<Instant> fed;
  Mood mood = Mood::Calm;
  bool wild = false;
  std::vector<std::string> traits;
  std::string keeper;
};
BOOST_DESCRIBE_STRUCT(Animal, (), (id, name, weight, born, seen, fed, mood, wild, traits, keeper))

struct AnimalsQuery {
  std::string q;
  std::optional<bool> wild;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(AnimalsQuery, (), (q, wild, page, size, sort))

struct AnimalsPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<Animal> items;
};
BOOST_DESCRIBE_STRUCT(AnimalsPage, (), (total, page, size, items))

inline constexpr std::int64_t k_limit = 5;

const List& animals();

class FixedClock : public api::Clock {
public:
  Instant now() override { return {1'709'602'200'000}; } // 2024-03-05 09:30 in China
};

/// The cookie "who=NAME" tells who calls: "keeper" in role keeper, "boss" in role boss, who may share filters.
class Cookies : public api::Authenticator {
public:
  api::Caller caller(const http::Request& request, Instant now) override;
};

/// Over a fresh database of the kind, with as many animals as wanted: n animals named "动物 1" to n, of which some weigh the same.
class Zoo {
public:
  explicit Zoo(const std::string& kind, int count = 3);
  http::Response call(http::Verb verb, const std::string& path, const std::string& who = "", const nlohmann::json& body = nullptr,
                      std::vector<std::pair<std::string, std::string>> query = {});
  http::Response get(const std::string& path, std::vector<std::pair<std::string, std::string>> query = {}, const std::string& who = "");
  std::vector<std::string> ids(std::vector<std::pair<std::string, std::string>> query);
  void rename(const std::string& id, const std::string& name);
  db::Database& database() { return store_.database(); }
  std::vector<ledger::Written> events(const std::string& subject);

private:
  tests::Store store_;
  FixedClock clock_;
  Cookies cookies_;
  api::Endpoints endpoints_{cookies_, clock_};
};

std::string problem_of(const http::Response& response);

} // namespace ankao::lists::sample
