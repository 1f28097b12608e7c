// SPDX-License-Identifier: Apache-2.0
// What the API says of the exam organisations of districts.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "registry/routes/api.hpp"

namespace ankao::registry::routes {

struct OrganisationQuery {
  std::string q, district, state; ///< state: standing, coming, ended
  int page = 1, size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(OrganisationQuery, (), (q, district, state, page, size, sort))

struct OrganisationRow {
  std::string id, name, district, district_name, address;
  std::string contact, telephone; ///< mobile numbers masked
  Date from;
  std::optional<Date> until; ///< the last day on which it stands
  std::string state;         ///< standing, coming, ended
  int version = 0;
};
BOOST_DESCRIBE_STRUCT(OrganisationRow, (), (id, name, district, district_name, address, contact, telephone, from, until, state, version))

struct OrganisationPage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  std::vector<OrganisationRow> items;
};
BOOST_DESCRIBE_STRUCT(OrganisationPage, (), (total, page, size, items))

struct OrganisationStep {
  int version = 0;
  std::string step; ///< noun.verb
  Instant at;
  std::string person, account, role, reason, clause;
  std::int64_t event = 0; ///< number in the ledger
  std::vector<FieldChange> changed;
};
BOOST_DESCRIBE_STRUCT(OrganisationStep, (), (version, step, at, person, account, role, reason, clause, event, changed))

struct OrganisationView {
  OrganisationRow organisation; ///< with the telephone in full
  bool may_change = false, may_end = false;
  std::vector<OrganisationStep> time_line; ///< oldest first
};
BOOST_DESCRIBE_STRUCT(OrganisationView, (), (organisation, may_change, may_end, time_line))

struct OrganisationOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(OrganisationOf, (), (id))

struct OrganisationNew {
  std::string name, district, address, contact, telephone;
  std::optional<Date> from; ///< absent: today
};
BOOST_DESCRIBE_STRUCT(OrganisationNew, (), (name, district, address, contact, telephone, from))

struct OrganisationChange {
  std::string id;  ///< of the path
  int version = 0; ///< of the record that was changed
  std::string name, address, contact, telephone;
  std::optional<Date> from; ///< absent: as it stands
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(OrganisationChange, (), (id, version, name, address, contact, telephone, from, reason))

struct OrganisationEnd {
  std::string id;
  int version = 0;
  Date until; ///< the last day
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(OrganisationEnd, (), (id, version, until, reason))

} // namespace ankao::registry::routes
