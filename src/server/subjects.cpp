// SPDX-License-Identifier: Apache-2.0
#include "server/subjects.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "inspection/store/papers.hpp"
#include "inspection/service/checklists.hpp"
#include "inspection/store/inspection.hpp"
#include "planning/store/failures.hpp"
#include "planning/store/plans.hpp"
#include "registry/files/condition_law.hpp"
#include "registry/service/condition_reading.hpp"
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

/// A district's code; the city and a unit that inspects itself are none.
std::string district_by(const std::string& by) { return by.find(':') == std::string::npos ? by : ""; }

/// "V-12:A23-3-1". What is found belongs to those who inspect; the unit and its district see it once the visit is signed (M-3.2f).
std::optional<Subject> visit_item(db::Transaction& transaction, const std::string& id) {
  const auto colon = id.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const auto visit = inspection::store::visit(transaction, id.substr(0, colon));
  if (!visit) return std::nullopt;
  const auto checklist = inspection::checklist_version(transaction, visit->target.checklist, visit->version);
  if (!checklist || checklist->item(id.substr(colon + 1)) == nullptr) return std::nullopt;
  const bool shown = visit->self() || visit->state == inspection::VisitState::Signed;
  const std::string by = district_by(visit->by);
  if (!shown) return Subject{"visit_item", id, "", "", by, ""};
  return Subject{"visit_item", id, visit->target.institution, visit->target.site, visit->self() ? "" : visit->target.district, by};
}

/// "GZ-A01-S1:lease_years": a condition of a place.
std::optional<Subject> condition(db::Transaction& transaction, const std::string& id, Date day) {
  const auto colon = id.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const auto* law = registry::shipped_conditions_law().find(id.substr(colon + 1));
  const auto place = registry::condition_place(transaction, id.substr(0, colon), day);
  if (!place || law == nullptr || !registry::concerns(*law, place->premises)) return std::nullopt;
  return Subject{"condition", id, place->institution, place->site, place->district};
}

std::optional<Subject> defect(db::Transaction& transaction, const std::string& kind, const std::string& id) {
  const auto found = inspection::store::defect(transaction, id);
  if (!found) return std::nullopt;
  return Subject{kind, id, found->institution, found->site, found->district, district_by(found->by), found->state == inspection::DefectState::Closed};
}

} // namespace

std::optional<Subject> subject_of(db::Transaction& transaction, const std::string& kind, const std::string& id, Date day) {
  if (kind == "report") return report(transaction, id);
  if (kind == "condition") return condition(transaction, id, day);
  if (kind == "suspension") return suspension(transaction, id, day);
  if (kind == "plan") return plan(transaction, id);
  if (kind == "failure") return failure(transaction, id);
  if (kind == "case") return typical_case(transaction, id);
  if (kind == "campaign_plan") return campaign_plan(transaction, id);
  if (kind == "visit_item") return visit_item(transaction, id);
  if (kind == "defect_before" || kind == "defect_after") return defect(transaction, kind, id);
  return std::nullopt;
}

} // namespace ankao::server
