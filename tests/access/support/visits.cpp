// SPDX-License-Identifier: Apache-2.0
#include "access/support/visits.hpp"

#include "inspection/store/inspection.hpp"

namespace ankao::tests {
namespace {

constexpr const char* k_campaign = "SI-2030";
constexpr const char* k_kinds[] = {"district", "institution", "site", "organisation"};
const Date k_day = make_date(2030, 11, 22);

int place_of(const std::string& kind) { return kind == "district" ? 0 : kind == "institution" ? 1 : kind == "site" ? 2 : 3; }
std::string number(const std::string& kind, bool own) { return std::to_string(900 + 2 * place_of(kind) + (own ? 0 : 1)); }

inspection::Target target_of(const std::string& kind, bool own, const std::string& id) {
  inspection::Target out;
  out.id = kind + (own ? "-own" : "-strange");
  out.checklist = "institution";
  if (kind == "organisation" && own) { // the city's own; what is strange to it is any unit's
    out.id = out.subject = out.name = "city:exam_organisation";
    out.checklist = "exam_organisation";
    return out;
  }
  out.subject = kind + ":" + id;
  out.name = out.id;
  (kind == "district" ? out.district : kind == "site" ? out.site : out.institution) = id;
  return out;
}

void lay_one(db::Transaction& transaction, const std::string& kind, bool own, const std::string& id) {
  inspection::Visit visit;
  visit.id = visit_of(kind, own);
  visit.campaign = k_campaign;
  visit.phase = kind == "district" ? "enforcement" : "self";
  visit.target = target_of(kind, own, id);
  visit.by = kind == "district" ? id : kind + ":" + id;
  visit.planned = k_day;
  inspection::store::insert(transaction, visit);
  inspection::Defect defect;
  defect.id = defect_of(kind, own);
  defect.visit = visit.id;
  defect.campaign = k_campaign;
  defect.target = visit.target.id;
  defect.district = visit.target.district;
  defect.institution = visit.target.institution;
  defect.site = visit.target.site;
  defect.by = visit.by;
  defect.self = kind != "district";
  defect.clause = defect.item = "A1-10";
  inspection::store::insert(transaction, defect, visit.target.subject);
}

} // namespace

std::string visit_of(const std::string& kind, bool own) { return "V-" + number(kind, own); }
std::string defect_of(const std::string& kind, bool own) { return "Q-" + number(kind, own); }

void lay_visits(db::Database& database, const std::string& kind, const std::string& own, const std::string& strange) {
  database.write([&](db::Transaction& transaction) {
    if (!inspection::store::campaign(transaction, k_campaign)) {
      std::vector<inspection::Target> targets;
      for (const char* one : k_kinds)
        for (const bool mine : {true, false}) targets.push_back(target_of(one, mine, mine ? own : strange));
      inspection::Campaign campaign;
      campaign.id = k_campaign;
      campaign.year = 2030;
      campaign.title = "2030";
      campaign.phases = {{"self", {"自查", "self"}, "M-3.1a", k_day, k_day}};
      inspection::store::insert(transaction, campaign, targets);
    }
    if (inspection::store::visit(transaction, visit_of(kind, true))) return;
    transaction.execute("UPDATE campaign_target SET district = $2, institution = $3, site = $4 WHERE id = $1", {kind + "-own", kind == "district" ? own : "", kind == "institution" ? own : "", kind == "site" ? own : ""});
    transaction.execute("UPDATE campaign_target SET district = $2, institution = $3, site = $4 WHERE id = $1", {kind + "-strange", kind == "district" ? strange : "", kind == "institution" ? strange : "", kind == "site" ? strange : ""});
    lay_one(transaction, kind, true, own);
    lay_one(transaction, kind, false, strange);
  });
}

} // namespace ankao::tests
