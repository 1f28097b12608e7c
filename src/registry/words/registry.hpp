// SPDX-License-Identifier: Apache-2.0
// The normalised registry: what the printed rows say once the 40 anomalies of clauses.md A6.3 are dealt with, and a record of each.
// Districts, projects and industries are referred to by their ids in the Catalogue.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registry/words/table.hpp"

namespace ankao::registry {

/// One thing met on the way from print to record. Nothing is corrected without one of these.
struct Anomaly {
  std::string rule; ///< "X-09"
  RowId row;
  std::string column; ///< heading, or empty when the whole row is meant
  std::string found;
  std::string done;
  std::string done_english;
  bool needs_confirmation = false; ///< only a person can decide
  bool operator==(const Anomaly&) const = default;
};

/// Not the Address of record.hpp, which is what the platform keeps: this one remembers the print.
struct PrintedAddress {
  std::string text;     ///< city and district completed: "广州市白云区江高镇…"
  std::string printed;  ///< this address as printed, without numbering and line-break blanks
  std::string district; ///< code; empty when neither the address nor the row tells
  bool operator==(const PrintedAddress&) const = default;
};

/// G-70: a mark without more is both, to be confirmed.
/// (SiteKind of record.hpp is the kept one.)
enum class MarkKind { PracticalAndTheory, TheoryOnly };
/// "practical_and_theory" or "theory".
const char* name_of(MarkKind kind);

/// The exam-site mark of a name cell.
struct SiteMark {
  int count = 1;
  MarkKind kind = MarkKind::PracticalAndTheory;
  bool operator==(const SiteMark&) const = default;
};

/// One printed row, understood.
struct Row {
  RowId id;
  PrintedRow printed;
  std::string institution;            ///< id
  std::string name;                   ///< without mark and line-break blanks
  std::vector<std::string> districts; ///< of the district cell, in printed order
  std::vector<PrintedAddress> addresses;
  std::optional<SiteMark> mark;
  std::vector<std::string> projects;   ///< table a, in catalogue order
  std::vector<std::string> industries; ///< table b, in catalogue order
  std::vector<std::string> contacts;
  std::vector<std::string> telephones; ///< distinct; not paired with contacts (X-26)
};

struct Institution {
  std::string id; ///< "GZ-A01": prefix and the first row it stands in
  std::string name;
  std::vector<std::string> aliases;                ///< other printed names; with an anomaly X-32 until confirmed
  std::vector<std::string> districts;              ///< of its cells and its addresses
  std::optional<std::string> supervising_district; ///< the district cell of its first row when it names one only (X-04)
  std::vector<PrintedAddress> addresses;
  std::vector<std::string> contacts;
  std::vector<std::string> telephones;
  std::vector<std::string> projects;
  std::vector<std::string> industries;
  std::vector<RowId> rows;
  std::vector<std::string> sites; ///< ids
  std::vector<std::string> flags; ///< rules that wait for a person, e.g. "X-13"
};

struct Site {
  std::string id; ///< "GZ-A15-S1"
  std::string institution;
  std::string name;
  MarkKind kind = MarkKind::PracticalAndTheory;
  std::vector<std::string> projects;     ///< practical subjects, an upper bound (A6.2); none at a theory-only site (X-14)
  std::optional<PrintedAddress> address; ///< nothing when the print leaves a choice (X-13)
  bool address_confirmed = false;
  std::optional<std::string> district; ///< nothing when the possible addresses lie in different districts
};

struct Registry {
  std::vector<Row> rows; ///< table a, then table b, by number
  std::vector<RowId> missing_rows;
  std::vector<Institution> institutions;
  std::vector<Site> sites;
  std::vector<Anomaly> anomalies; ///< by row, then rule

  const Institution* institution(const std::string& id) const;
};

/// One line of the table "by district" of A6.1, for table a.
struct DistrictLine {
  std::vector<std::string> districts; ///< codes of the district cell; several for "白云区、天河区"
  int institutions = 0;
  int sites = 0;
  int theory_only_sites = 0;
  int institutions_without_site = 0;
};

/// One line of the table of A6.2.
struct ProjectLine {
  std::string project;
  int institutions = 0;
  int with_site = 0;       ///< rows that also carry a mark, of any kind
  int practical_sites = 0; ///< upper bound
};

/// The counts of A6.1, computed.
struct Facts {
  int rows_a = 0;
  int rows_b = 0;
  int missing_rows = 0;
  int institutions = 0;
  int in_both_tables = 0;
  int institutions_with_sites = 0;
  int sites = 0;
  int theory_only_sites = 0;
  int projects = 0;
  std::vector<DistrictLine> by_district;
  std::vector<ProjectLine> by_project;
};

} // namespace ankao::registry
