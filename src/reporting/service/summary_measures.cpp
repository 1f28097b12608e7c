// SPDX-License-Identifier: Apache-2.0
#include "reporting/service/summary_measures.hpp"

#include <algorithm>
#include <set>

#include "inspection/service/measures.hpp"
#include "registry/service/city.hpp"
#include "reporting/files/summary_law.hpp"
#include "reporting/rules/summary.hpp"

namespace ankao::reporting {
namespace {

std::optional<Severity> severity_of(const inspection::Severity& all, bool city) {
  Severity out;
  std::set<std::string> places;
  for (const auto& one : all.places)
    if (one.used) places.insert(one.target);
  out.overlap = static_cast<std::int64_t>(places.size());
  for (const auto& one : all.teams)
    if (one.compared == inspection::Compared::Yes)
      out.rows.push_back({one.team, one.team.empty() ? "市应急管理局" : registry::City::shipped().name_of(one.team), one.visits, one.shared, one.severity, one.raw, one.corrected, one.spread});
  if (out.rows.empty()) return std::nullopt;
  std::stable_sort(out.rows.begin(), out.rows.end(), [](const SeverityRow& a, const SeverityRow& b) { return a.severity > b.severity; });
  out.said = severity_sentence(shipped_summary_law(), out, city);
  return out;
}

} // namespace

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
  const auto all = inspection::measures_of(transaction, campaign, district.empty() ? std::nullopt : std::optional(district));
  std::vector<HonestyRow> rows;
  for (const auto& one : all.honesty.places) rows.push_back({one.target, one.name, one.district, one.checklist, one.self_visit, one.official_visit, one.scored, one.scored ? one.self_score : 0, one.scored ? one.official_score : 0, one.self_found, one.official_found});
  return {honesty_of(std::move(rows)), severity_of(all.severity, district.empty())};
}

} // namespace ankao::reporting
