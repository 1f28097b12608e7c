// SPDX-License-Identifier: Apache-2.0
// Types of the import endpoints; shared parts stand in api.hpp.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "registry/routes/api.hpp"

namespace ankao::registry::routes {

/// A fault of an uploaded file: where it stands, what it is, what to do.
struct CellError {
  int row = 0; ///< of the sheet, from 1; 0: the file
  std::string sheet;
  std::string column;
  std::string problem; ///< id of the catalogue
  std::string text;
  std::string remedy;
};
BOOST_DESCRIBE_STRUCT(CellError, (), (row, sheet, column, problem, text, remedy))

struct AnomalyView {
  std::string rule; ///< "X-09"
  std::string row;  ///< "a15"
  std::string column;
  std::string found;
  std::string done; ///< in the language of the call
  bool needs_confirmation = false;
};
BOOST_DESCRIBE_STRUCT(AnomalyView, (), (rule, row, column, found, done, needs_confirmation))

struct ImportFacts {
  int rows_a = 0;
  int rows_b = 0;
  int missing_rows = 0;
  int institutions = 0;
  int in_both_tables = 0;
  int institutions_with_sites = 0;
  int sites = 0;
  int theory_only_sites = 0;
  int projects = 0;
};
BOOST_DESCRIBE_STRUCT(ImportFacts, (),
                      (rows_a, rows_b, missing_rows, institutions, in_both_tables, institutions_with_sites, sites, theory_only_sites,
                       projects))

/// POST /api/registry/imports is multipart: file, table ("a" or "b"), dry_run ("true" or "false").
struct ImportReport {
  std::string id; ///< of the run; empty for a dry run
  std::string file;
  std::string sm3;
  bool dry_run = false;
  bool stored = false;
  ImportFacts facts;
  int added = 0;
  int changed = 0;
  int unchanged = 0;
  std::vector<std::string> missing_rows;
  std::vector<AnomalyView> anomalies;
  std::vector<CellError> errors; ///< any: nothing was stored
};
BOOST_DESCRIBE_STRUCT(ImportReport, (), (id, file, sm3, dry_run, stored, facts, added, changed, unchanged, missing_rows, anomalies, errors))

/// POST /api/registry/rooms/import is multipart: file, dry_run, reason.
struct RoomImportReport {
  std::string file;
  std::string sm3;
  bool dry_run = false;
  bool stored = false;
  int rows = 0;
  int sites_changed = 0;
  int rooms_added = 0;
  int rooms_changed = 0;
  int institutions_changed = 0;
  std::vector<CellError> errors;
};
BOOST_DESCRIBE_STRUCT(RoomImportReport, (),
                      (file, sm3, dry_run, stored, rows, sites_changed, rooms_added, rooms_changed, institutions_changed, errors))

} // namespace ankao::registry::routes
