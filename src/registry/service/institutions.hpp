// SPDX-License-Identifier: Apache-2.0
// What the notice does not print about an institution (A6-F9, X-04, X-13) and what a person settles.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registry/service/step.hpp"

namespace ankao::registry {

/// Members that are absent stay as they are.
struct InstitutionChanges {
  std::optional<SchoolAuthority> school;
  std::optional<std::string> credit_code;
  std::optional<Place> place;
  bool remove_place = false;
  std::optional<std::string> district;
  std::optional<std::vector<std::string>> confirmed_addresses; ///< texts; all others become unconfirmed
  std::vector<std::string> resolved_flags;
};

/// What an edit was made on, and why.
struct Edit {
  std::string id;
  int version = 0;
  std::string reason;
};

/// The city, or the institution itself. Problems register.*.
Result<Version> edit_institution(db::Database& database, const Act& act, const Edit& edit, const InstitutionChanges& changes);

} // namespace ankao::registry
