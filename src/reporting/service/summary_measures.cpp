// SPDX-License-Identifier: Apache-2.0
#include "reporting/service/summary_measures.hpp"

#include <algorithm>

#include "inspection/files/checklists.hpp"
#include "inspection/service/summed.hpp"

namespace ankao::reporting {

HonestyGap honesty_of(std::vector<HonestyRow> rows) {
  HonestyGap out;
  std::int64_t gaps = 0;
  for (const HonestyRow& one : rows) {
    out.self_problems += one.self_problems;
    out.official_problems += one.official_problems;
    if (!one.scored) continue;
    ++out.places;
    gaps += one.gap();
    if (one.gap() > 0) ++out.higher;
  }
  // Rounded half away from zero, so that a gap below nothing reads as it would above.
  if (out.places > 0) out.mean = (2 * gaps + (gaps < 0 ? -out.places : out.places)) / (2 * out.places);
  std::stable_sort(rows.begin(), rows.end(), [](const HonestyRow& a, const HonestyRow& b) { return a.scored != b.scored ? a.scored : a.gap() != b.gap() ? a.gap() > b.gap() : a.official_problems - a.self_problems > b.official_problems - b.self_problems; });
  out.rows = std::move(rows);
  return out;
}

Measures measures_of(db::Transaction& transaction, const std::string& campaign, const std::string& district) {
  std::vector<HonestyRow> rows;
  for (const auto& one : inspection::score_pairs(transaction, campaign, district)) {
    const auto* form = inspection::shipped_checklist(one.checklist);
    const bool scored = form != nullptr && form->scored();
    rows.push_back({one.target, one.name, one.district, one.checklist, one.self_visit, one.official_visit, scored, scored ? one.self_total : 0, scored ? one.official_total : 0, one.self_problems, one.official_problems});
  }
  return {honesty_of(std::move(rows)), std::nullopt};
}

} // namespace ankao::reporting
