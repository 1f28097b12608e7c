// SPDX-License-Identifier: Apache-2.0
// Every operation is called by everybody, on own and strange rows, in a small city; what happens is what law/access.yaml says.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "access/support/city.hpp"

namespace ankao::tests {
namespace {

using identity::Grant;
using identity::Reach;

const std::set<std::string> k_closed = {"api.sign_in_required", "api.forbidden", "identity.password_first"};

/// What the matrix promises this person: the refusal at the door, "" when the door is open.
std::string promised(const Grant& grant, const Person& person) {
  if (grant.everybody == Reach::Public) return "";
  if (person.role.empty() || person.name == "halfway") return "api.sign_in_required";
  if (grant.everybody == Reach::SignedIn) return "";
  if (person.must_change) return "identity.password_first";
  return grant.roles.contains(person.role) ? "" : "api.forbidden";
}

/// The refusal at the door that came, "" when the operation itself answered.
std::string met(const http::Response& response) {
  if (response.status < 400) return "";
  const auto body = nlohmann::json::parse(response.body, nullptr, false);
  const std::string type = body.is_object() ? body.value("type", "") : "";
  const std::string id = type.substr(type.rfind(':') + 1);
  return k_closed.contains(id) ? id : "";
}

bool is_narrow(const Grant& grant, const Person& person) {
  const auto found = grant.roles.find(person.role);
  return found != grant.roles.end() && found->second > Reach::City;
}

class Access : public ::testing::Test {
protected:
  static void SetUpTestSuite() { city_ = std::make_unique<City>(); }
  static void TearDownTestSuite() { city_.reset(); }
  static inline std::unique_ptr<City> city_;
};

TEST_F(Access, TheDoorOfEveryOperationOpensForThoseOfTheMatrixOnly) {
  int asked = 0;
  for (const auto& operation : city_->operations()) {
    const Grant& grant = identity::shipped_access().operations.at(operation.spec.operation);
    for (Person& person : city_->people()) {
      const auto response = city_->call(operation, person, nullptr, "");
      EXPECT_EQ(met(response), promised(grant, person)) << operation.spec.operation << " by " << person.name << ": " << response.status;
      EXPECT_LT(response.status, 500) << operation.spec.operation << " by " << person.name;
      ++asked;
    }
  }
  EXPECT_GT(asked, 800) << "operations x people";
}

TEST_F(Access, NobodyActsOnRowsBeyondTheirReach) {
  int asked = 0;
  for (const auto& operation : city_->operations()) {
    const Grant& grant = identity::shipped_access().operations.at(operation.spec.operation);
    if (!grant.row) continue;
    for (Person& person : city_->people()) {
      if (person.must_change || person.name == "halfway" || !is_narrow(grant, person)) continue;
      const Rows rows = city_->rows(grant.row->kind, person);
      const auto strange = city_->call(operation, person, &*grant.row, rows.strange);
      EXPECT_TRUE(strange.status == 403 || strange.status == 404)
          << operation.spec.operation << " by " << person.name << " on strange " << rows.strange << ": " << strange.status << strange.body;
      const auto own = city_->call(operation, person, &*grant.row, rows.own);
      EXPECT_NE(own.status, 403) << operation.spec.operation << " by " << person.name << " on own " << rows.own << ": " << own.body;
      ++asked;
    }
  }
  EXPECT_GT(asked, 15);
}

TEST_F(Access, EveryOperationOnARowOfNarrowReachSaysWhichMemberNamesTheRow) {
  for (const auto& operation : city_->operations()) {
    const Grant& grant = identity::shipped_access().operations.at(operation.spec.operation);
    const bool names_one = operation.spec.path.find('{') != std::string::npos;
    bool narrow = false;
    for (const auto& [role, reach] : grant.roles) narrow = narrow || reach > Reach::City;
    EXPECT_TRUE(!narrow || !names_one || grant.row) << operation.spec.operation << ": add row to its line in law/access.yaml";
  }
}

TEST_F(Access, ListsShowRowsWithinReachOnly) {
  Person& school = city_->person("institution");
  const auto page = nlohmann::json::parse(city_->get("/api/bookings", school).body);
  ASSERT_GT(page["total"], 0);
  for (const auto& item : page["items"]) EXPECT_EQ(item["institution"], school.scope) << item.dump();
  const auto strange = nlohmann::json::parse(city_->get("/api/bookings", school, {{"institution", city_->rows("institution", school).strange}}).body);
  EXPECT_EQ(strange.value("total", 0), 0);
  const auto all = nlohmann::json::parse(city_->get("/api/bookings", city_->person("auditor")).body);
  EXPECT_GT(all["total"], page["total"]);
}

} // namespace
} // namespace ankao::tests
