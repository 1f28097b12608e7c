// SPDX-License-Identifier: Apache-2.0
// The whole platform in this process over a small city, with one person of each role signed in. No sockets.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "api/endpoints.hpp"
#include "identity/files/access.hpp"
#include "identity/files/roles.hpp"
#include "identity/files/settings.hpp"
#include "identity/service/identity.hpp"
#include "planning/demo/open.hpp"
#include "server/system_clock.hpp"
#include "server/wiring.hpp"

namespace ankao::tests {

struct Person {
  std::string name;
  std::string role; ///< "" for nobody
  std::string scope;
  bool must_change = false;
  std::string token;
};

/// A row the person may reach and one of somebody else.
struct Rows {
  std::string own;
  std::string strange;
};

class City {
public:
  City();
  ~City();
  const std::vector<api::Operation>& operations() const { return platform_->endpoints().operations(); }
  std::vector<Person>& people() { return people_; }
  Person& person(const std::string& name);
  /// An unknown kind is a failure: add it here when law/access.yaml names a new kind of row.
  Rows rows(const std::string& kind, const Person& person);
  /// The operation with the smallest input that is well-formed; `row` says which member carries `id`.
  http::Response call(const api::Operation& operation, Person& person, const identity::RowKey* row, const std::string& id);
  /// Draws and publishes the month of the bookings.
  void publish_month();
  http::Response get(const std::string& path, Person& person, std::vector<std::pair<std::string, std::string>> query = {});

private:
  void lay_city();
  void lay_terms();
  void lay_documents();
  void open_accounts();
  void delegate();
  std::string whole_session(const std::string& account);
  void sign_in(Person& person);
  /// Signing out is an operation too.
  void stay_signed_in(Person& person);
  http::Response send(http::Request request, Person& person);
  std::string session_of(const Person& person);

  server::SystemClock clock_;
  std::unique_ptr<db::Database> database_;
  identity::SystemRandom random_;
  identity::Settings settings_ = identity::shipped_settings();
  std::unique_ptr<identity::Identity> identity_;
  std::vector<planning::Booking> bookings_;
  std::string strange_delegation_; ///< between two people who are nobody here
  std::map<std::string, Rows> places_; ///< institution, site, district
  std::unique_ptr<server::Platform> platform_;
  std::vector<Person> people_;
};

} // namespace ankao::tests
