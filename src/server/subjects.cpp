// SPDX-License-Identifier: Apache-2.0
#include "server/subjects.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "inspection/store/papers.hpp"
#include "planning/store/failures.hpp"
#include "planning/store/plans.hpp"
#include "registry/service/snapshot.hpp"
#include "registry/store/reports.hpp"
#include "registry/store/suspensions.hpp"

namespace ankao::server {
namespace {

using attachments::Subject;

std::optional<Subject> report(db::Transaction& transaction, const std::string& id) {
  const auto found = registry::find_report(transaction, id);
  if (!found) return std::nullopt;
  return Subject{"report", id, found->institution, "", found->district};
}

/// "institution:GZ-A01" or "site:GZ-A01-S1": a site's suspension concerns its owner too.
std::optional<Subject> suspension(db::Transaction& transaction, const std::string& id, Date day) {
  const auto all = registry::all_suspensions(transaction);
  const auto found = std::find_if(all.begin(), all.end(), [&](const registry::Suspension& one) { return one.id == id; });
  if (found == all.end()) return std::nullopt;
  Subject out{"suspension", id, "", "", ""};
  const auto colon = found->subject.find(':');
  const std::string who = found->subject.substr(colon + 1);
  const auto register_of_day = registry::snapshot(transaction, day);
  if (found->subject.substr(0, colon) == "site") {
    out.site = who;
    for (const auto& one : register_of_day.sites)
      if (one.record.id == who) out.institution = one.record.owner, out.district = one.record.district;
  } else {
    out.institution = who;
    for (const auto& one : register_of_day.institutions)
      if (one.record.id == who) out.district = one.record.supervising_district;
  }
  return out;
}

std::optional<Subject> plan(db::Transaction& transaction, const std::string& id) {
  const auto month = parse_month(id);
  if (!month || !planning::newest_version(transaction, *month)) return std::nullopt;
  return Subject{"plan", id, "", "", ""};
}

/// A room not provided concerns the site and whoever owns it.
std::optional<Subject> failure(db::Transaction& transaction, const std::string& id) {
  const auto found = planning::find_failure(transaction, id);
  if (!found) return std::nullopt;
  return Subject{"failure", id, found->owner, found->site, found->district};
}

/// A typical case belongs to the district that reports it.
std::optional<Subject> typical_case(db::Transaction& transaction, const std::string& id) {
  const auto found = inspection::store::paper(transaction, inspection::PaperKind::Case, id);
  if (!found) return std::nullopt;
  return Subject{"case", id, "", "", found->district};
}

/// "SI-2026-440106": the implementation plan of a district for a campaign.
std::optional<Subject> campaign_plan(db::Transaction& transaction, const std::string& id) {
  const auto dash = id.rfind('-');
  if (dash == std::string::npos || !inspection::store::campaign(transaction, id.substr(0, dash))) return std::nullopt;
  return Subject{"campaign_plan", id, "", "", id.substr(dash + 1)};
}

} // namespace

std::optional<Subject> subject_of(db::Transaction& transaction, const std::string& kind, const std::string& id, Date day) {
  if (kind == "report") return report(transaction, id);
  if (kind == "suspension") return suspension(transaction, id, day);
  if (kind == "plan") return plan(transaction, id);
  if (kind == "failure") return failure(transaction, id);
  if (kind == "case") return typical_case(transaction, id);
  if (kind == "campaign_plan") return campaign_plan(transaction, id);
  return std::nullopt;
}

} // namespace ankao::server
