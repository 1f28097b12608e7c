// SPDX-License-Identifier: Apache-2.0
// Persons and figures of places from a table: every fault of every cell at once, or each place named in it makes one declaration.
#pragma once

#include <vector>

#include "registry/service/conditions.hpp"
#include "registry/service/imports.hpp"
#include "tables/form/form.hpp"

namespace ankao::registry {

struct ConditionRowFaults {
  int row = 0;
  std::vector<Problem> faults; ///< at the key of the column
};
struct ConditionImport {
  int rows = 0;
  int declared = 0;  ///< places
  int unchanged = 0; ///< places whose table says what stands
  bool stored = false;
  std::vector<ConditionRowFaults> bad;
};

/// A place has exactly the persons of the table afterwards.
ConditionImport import_staff(db::Database& database, const Act& act, const EvidenceOf& evidence, const std::vector<tables::FormRow>& rows, DryRun dry_run);
/// Conditions that the table does not name stay as they are.
ConditionImport import_conditions(db::Database& database, const Act& act, const EvidenceOf& evidence, const std::vector<tables::FormRow>& rows, DryRun dry_run);

} // namespace ankao::registry
