// SPDX-License-Identifier: Apache-2.0
// Visits and problems that offices made, as few columns as counting and choosing need: one query however many there are.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "inspection/store/inspection.hpp"
#include "inspection/words/papers.hpp"

namespace ankao::inspection::store {

struct VisitLine {
  std::string id, phase, by, target, name, verdict, conclusion;
  bool done = false; ///< signed
};
/// Targets with a signed visit, by the unit itself or by an office.
std::set<std::string> visited_targets(db::Transaction& transaction, const std::string& campaign, bool self);
/// Spot checks by the city, drawn or not; without verdict and conclusion.
std::vector<VisitLine> spot_lines(db::Transaction& transaction, const std::string& campaign);
std::vector<VisitLine> office_visit_lines(db::Transaction& transaction, const std::string& campaign);

struct DefectLine {
  std::string id, target, name, district;
  bool closed = false;
  bool looked = false; ///< looked at again
  int level = 1;
  std::optional<Date> limit;
  bool overdue(Date today) const { return !closed && limit && *limit < today; }
};
std::vector<DefectLine> office_defect_lines(db::Transaction& transaction, const std::string& campaign);

/// Problems that are not closed and those not looked at again: how many, and the first by district and name. District "": of every one.
struct OpenDefects {
  std::int64_t open_count = 0, unlooked_count = 0;
  std::vector<DefectLine> open, unlooked;
};
OpenDefects open_defects(db::Transaction& transaction, const std::string& campaign, const std::string& district, int most);

/// Of the units of a district, or of those of none.
std::int64_t unlooked_of(db::Transaction& transaction, const std::string& campaign, const std::string& district);

struct ProblemCount {
  std::int64_t found = 0, closed = 0;
};
ProblemCount office_problems(db::Transaction& transaction, const std::string& campaign);

/// Whole problems that offices found, for the summary, which tells of each.
std::vector<Defect> office_defects(db::Transaction& transaction, const std::string& campaign);

/// Signed and open visits by a district in another in the cross inspection, and the problems of the signed ones.
std::vector<Visit> crossed_visits(db::Transaction& transaction, const std::string& campaign, const std::string& by, const std::string& of);
struct Crossed {
  std::int64_t visits = 0, problems = 0, missing = 0; ///< signed; of them; units nobody inspected
};
Crossed crossed_counts(db::Transaction& transaction, const std::string& campaign, const std::string& by, const std::string& of);
std::vector<Defect> crossed_defects(db::Transaction& transaction, const std::string& campaign, const std::string& by, const std::string& of);

/// Problems to be looked at again, the urgent ones first: overdue, open, repeated, corrected.
struct LookBackFilter {
  std::string campaign, district, q, why;
  std::optional<bool> looked;
  Date today;
  int limit = 50;
  std::int64_t offset = 0;
};
struct LookBackFound {
  std::int64_t total = 0, all = 0, done = 0; ///< that fit; in the campaign and district; of these looked at
  struct Row {
    Defect defect;
    std::string why;
    std::optional<Paper> looked;
  };
  std::vector<Row> rows;
};
LookBackFound look_backs(db::Transaction& transaction, const LookBackFilter& filter);

} // namespace ankao::inspection::store
