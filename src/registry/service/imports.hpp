// SPDX-License-Identifier: Apache-2.0
// The printed registry enters the register: one transaction, every entry with its event; what stands already is compared, and only
// what the print changed is changed. Rows that an import does not bring stay as they are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registry/service/act.hpp"
#include "registry/store/imports.hpp"

namespace ankao::registry {

enum class DryRun { No, Yes };

struct ImportSource {
  std::string file; ///< name as sent
  std::string sm3;  ///< hex, of its bytes
  std::vector<PrintedTable> tables;
  std::optional<Date> effective; ///< absent: today
  std::string reason;
  std::string clause = "P-1.2b";
};

struct ImportOutcome {
  std::string id; ///< of the run; empty for a dry run and when nothing changed
  int added = 0, changed = 0, unchanged = 0;
  Registry registry; ///< of all rows that stand after the import
  Facts facts;
  std::vector<Anomaly> anomalies; ///< of the rows of this import
  bool stored = false;
};

/// City only. Problem registry.import_refused with every fault of every row in its parts: then nothing is stored.
Result<ImportOutcome> store_import(db::Database& database, const Act& act, const ImportSource& source, DryRun dry_run);

/// The two tables of Annex 6 that the program carries, published with the notice's date by "import".
Result<ImportOutcome> import_annex6(db::Database& database, Instant now);

/// Numbers that are missing between 1 and the highest printed one: "a20" (A6-F4).
std::vector<std::string> missing_rows(db::Transaction& transaction);

} // namespace ankao::registry
