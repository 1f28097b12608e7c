// SPDX-License-Identifier: Apache-2.0
// R6, R7 and the last part of R8 over an institution's visits, those of the history and any set of visits in the month.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "draw/check/facts.hpp"
#include "draw/check/sittings.hpp"

namespace ankao::draw::checking {

/// Two neighbouring groups of an institution's chain that share a site. `before` is nothing where it is the history's latest group.
struct Repeat {
  std::optional<int> before;
  int after = 0;
  int site = 0;
};

class History {
public:
  explicit History(const Facts& facts);

  /// R6 over the history's latest group and these visits; batches with one eligible site make no visit here.
  std::vector<Repeat> repeats(int institution, const std::vector<Visit>& visits) const;
  /// R7: the limit of (site, subject), and the visits of the year when the month's are these.
  std::int64_t visit_limit(int institution, int site, int subject) const;
  std::int64_t visits_of_year(int institution, int site, int subject, const std::vector<Visit>& visits) const;
  /// R8: the sites attended in the slot.
  static std::set<int> sites_at(int time, const std::vector<Visit>& visits);

private:
  using SlotOfDay = std::pair<Date, int>;
  std::int64_t past_visits(int institution, int site, int subject) const;

  const Facts* facts_;
  std::vector<std::optional<SlotOfDay>> latest_;         ///< per institution
  std::vector<std::set<int>> latest_sites_;              ///< per institution
  std::map<std::vector<int>, std::set<SlotOfDay>> year_; ///< {institution, site, subject}
};

} // namespace ankao::draw::checking
