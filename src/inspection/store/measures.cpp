// SPDX-License-Identifier: Apache-2.0
#include "inspection/store/measures.hpp"

#include <unordered_map>

#include "inspection/store/numbers.hpp"

namespace ankao::inspection::store {
namespace {

MeasuredRow read(const db::Rows& rows, std::size_t i) {
  MeasuredRow out;
  MeasuredVisit& v = out.visit;
  v.number = rows.integer(i, "number");
  v.id = "V-" + std::to_string(v.number);
  v.target = rows.text(i, "target");
  v.subject = rows.text(i, "subject");
  v.name = rows.text(i, "name");
  v.district = rows.text(i, "district");
  v.form = {rows.text(i, "checklist"), static_cast<int>(rows.integer(i, "version")), rows.integer(i, "special") != 0};
  v.by = rows.text(i, "by_whom");
  v.phase = rows.text(i, "phase");
  v.at = {rows.integer(i, "signed_at")};
  v.total = static_cast<int>(rows.integer(i, "total"));
  v.unseen = split(rows.text(i, "unseen"));
  return out;
}

} // namespace

std::vector<MeasuredRow> measured_visits(db::Transaction& transaction, const std::string& campaign) {
  const auto rows = transaction.query("SELECT v.number, v.target, t.subject, t.name, t.district, t.checklist, t.special, v.version, v.by_whom, v.phase, v.signed_at, v.total, v.unseen FROM visit v "
                                      "JOIN campaign_target t ON t.campaign = v.campaign AND t.id = v.target WHERE v.campaign = $1 AND v.state = 'signed' ORDER BY v.number",
                                      {campaign});
  std::vector<MeasuredRow> out;
  std::unordered_map<std::int64_t, std::size_t> place;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out.push_back(read(rows, i));
    place[out.back().visit.number] = i;
  }
  // A problem that was closed before its correction was recorded counts as corrected when it was closed.
  const auto found = transaction.query("SELECT visit, item, taken, COALESCE(corrected_at, closed_at) AS corrected FROM defect WHERE campaign = $1 ORDER BY number", {campaign});
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto at = place.find(found.integer(i, "visit"));
    if (at == place.end()) continue;
    const auto taken = found.maybe_integer(i, "taken");
    MeasuredRow& row = out[at->second];
    row.counted = row.counted && taken.has_value();
    row.visit.found.push_back({found.text(i, "item"), static_cast<int>(taken.value_or(0)), moment_in(found, i, "corrected")});
  }
  return out;
}

std::set<std::string> reported_units(db::Transaction& transaction, const std::string& campaign) {
  const auto rows = transaction.query("SELECT subject FROM campaign_paper WHERE kind = 'self_report' AND campaign = $1 AND state IN ('submitted', 'received')", {campaign});
  std::set<std::string> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.insert(rows.text(i, "subject"));
  return out;
}

} // namespace ankao::inspection::store
