// SPDX-License-Identifier: Apache-2.0
// Types of the written reports (P-1.2) and of suspensions; shared parts stand in api.hpp.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "registry/routes/api.hpp"

namespace ankao::registry::routes {

/// What an institution reports about itself.
struct InstitutionRecordInput {
  std::string name;
  std::optional<std::vector<std::string>> aliases;
  std::string district; ///< supervising
  std::vector<AddressInput> addresses;
  std::vector<std::string> contacts;
  std::vector<std::string> telephones;
  std::vector<std::string> projects;
  std::vector<std::string> scopes;
  std::optional<std::string> credit_code;
};
BOOST_DESCRIBE_STRUCT(InstitutionRecordInput, (), (name, aliases, district, addresses, contacts, telephones, projects, scopes, credit_code))

struct ReportInput {
  ReportKind kind = ReportKind::First;
  std::optional<std::string> institution;       ///< absent or empty with kind first: a new one
  std::optional<InstitutionRecordInput> record; ///< not for deregister
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReportInput, (), (kind, institution, record, reason))

struct ReportQuery {
  std::string q; ///< institution's id or name
  std::optional<ReportState> state;
  std::optional<ReportKind> kind;
  std::string institution;
  int page = 1;
  int size = 50;
  std::string sort; ///< a column of the list, "-" before it turns it round
};
BOOST_DESCRIBE_STRUCT(ReportQuery, (), (q, state, kind, institution, page, size, sort))

struct ReportStepView {
  ReportState state = ReportState::Submitted;
  std::string at;
  std::string account;
  std::string person;
  std::string role;
  std::string reason;
  std::int64_t event = 0;
};
BOOST_DESCRIBE_STRUCT(ReportStepView, (), (state, at, account, person, role, reason, event))

struct ReportView {
  std::string id;
  ReportKind kind = ReportKind::Change;
  ReportState state = ReportState::Submitted;
  std::string institution;
  std::string institution_name;
  std::string district;
  std::string submitted_at;
  std::string submitted_by;
  std::string reason;
  std::string effective_date; ///< once published
  std::optional<InstitutionRecordInput> record;
  std::vector<FieldChange> changed; ///< against the register at the time of the report
  std::vector<ReportStepView> steps;
};
BOOST_DESCRIBE_STRUCT(ReportView, (),
                      (id, kind, state, institution, institution_name, district, submitted_at, submitted_by, reason, effective_date, record,
                       changed, steps))

struct ReportPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<ReportView> items;
};
BOOST_DESCRIBE_STRUCT(ReportPage, (), (total, page, size, items))

struct Verification {
  std::string id; ///< of the report
  bool accept = false;
  std::optional<std::string> reason; ///< needed to return it
};
BOOST_DESCRIBE_STRUCT(Verification, (), (id, accept, reason))

struct Publication {
  std::string id;
  std::optional<std::string> effective_date; ///< absent: today
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(Publication, (), (id, effective_date, reason))

// ---- suspensions -------------------------------------------------------------------------------------------------------------

struct SuspensionQuery {
  std::string q;
  std::string subject;
  std::string on; ///< in force on this day
  int page = 1;
  int size = 50;
  std::string sort; ///< a column of the list, "-" before it turns it round
};
BOOST_DESCRIBE_STRUCT(SuspensionQuery, (), (q, subject, on, page, size, sort))

struct SuspensionPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<SuspensionView> items;
};
BOOST_DESCRIBE_STRUCT(SuspensionPage, (), (total, page, size, items))

struct SuspensionInput {
  std::string subject;
  std::string from;
  std::string to;
  std::string clause;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(SuspensionInput, (), (subject, from, to, clause, reason))

} // namespace ankao::registry::routes
