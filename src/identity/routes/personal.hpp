// SPDX-License-Identifier: Apache-2.0
// Personal data of accounts. Numbers travel in bodies only, never in an address.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "identity/routes/routes.hpp"

namespace ankao::identity {

class Personal;

/// Both must outlive `endpoints`.
void add_personal_routes(api::Endpoints& endpoints, Personal& personal, const Identity& identity);

namespace dto {

/// Masked: "4401**********123X", "138****5678", "z****@example.org"; "" is not known.
struct PersonalView {
  std::string national_id;
  std::string telephone;
  std::string email;
};
BOOST_DESCRIBE_STRUCT(PersonalView, (), (national_id, telephone, email))

/// What is missing stays, "" removes.
struct PersonalForm {
  std::string id;
  std::optional<std::string> national_id;
  std::optional<std::string> telephone;
  std::optional<std::string> email;
};
BOOST_DESCRIBE_STRUCT(PersonalForm, (), (id, national_id, telephone, email))

BOOST_DEFINE_ENUM_CLASS(PersonField, NationalId, Telephone, Email)

struct RevealForm {
  std::string id;
  std::optional<PersonField> field; ///< missing: the identity number
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RevealForm, (), (id, field, reason))

struct Revealed {
  std::string value;
};
BOOST_DESCRIBE_STRUCT(Revealed, (), (value))

/// One of the three.
struct FindForm {
  std::optional<std::string> national_id;
  std::optional<std::string> telephone;
  std::optional<std::string> email;
};
BOOST_DESCRIBE_STRUCT(FindForm, (), (national_id, telephone, email))

struct FoundAccounts {
  std::vector<AccountItem> items;
};
BOOST_DESCRIBE_STRUCT(FoundAccounts, (), (items))

} // namespace dto
} // namespace ankao::identity
