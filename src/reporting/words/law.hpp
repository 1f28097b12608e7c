// SPDX-License-Identifier: Apache-2.0
// What the monthly return counts (law/reporting.yaml).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::reporting {

struct Words {
  std::string zh, en;
};

/// Where a figure comes from.
enum class Source { SelfVisit, SelfProblem, OfficeVisit, CityVisit, Decision, ProductionUnit, OrganisationVisit, Case };
const char* name_of(Source source); ///< "self_visit"
std::optional<Source> source_of(const std::string& name);

/// Units: each once in the campaign, in the month in which it is first counted.
enum class Counts { Units, Records, Amount, Persons };
const char* name_of(Counts counts);
std::optional<Counts> counts_of(const std::string& name);

struct RowLaw {
  std::string id;  ///< "A5-06"
  Words words;     ///< zh as printed
  std::string unit; ///< 家, 条, 元, 人, 次, 件
  Source source = Source::SelfVisit;
  std::string subject; ///< "institution", "site", "exam_organisation", "any"
  std::vector<std::string> kinds; ///< of decisions; empty: every kind
  Counts counts = Counts::Records;
  std::string within; ///< the row that this is a part of; ""
  std::string clause; ///< of an extra figure; a row's own id is its clause
};

struct MonthLaw {
  unsigned month = 1;
  bool next_year = false;
};

struct TermLaw {
  std::string printed, kind, clause;
};

struct ReportingLaw {
  std::string clause;
  unsigned start_month = 11, start_day = 1;
  unsigned cutoff_day = 29; ///< or the last day of a shorter month (G-03)
  std::vector<MonthLaw> months;
  std::vector<TermLaw> terms;
  std::vector<RowLaw> rows;  ///< in the order of the form
  std::vector<RowLaw> extra; ///< beside the form (G-05)
  const RowLaw* row(const std::string& id) const; ///< of both
};

} // namespace ankao::reporting
