// SPDX-License-Identifier: Apache-2.0
#include "access/support/papers.hpp"

#include "inspection/files/papers.hpp"
#include "inspection/store/papers.hpp"

namespace ankao::tests {
namespace {

using inspection::Paper;
using inspection::PaperKind;

constexpr const char* k_campaign = "SI-2031";

void lay_campaign(db::Transaction& transaction) {
  if (inspection::store::campaign(transaction, k_campaign)) return;
  inspection::Campaign campaign;
  campaign.id = k_campaign;
  campaign.year = 2031;
  campaign.title = "2031";
  campaign.phases = {{"self", {"自查", "self"}, "M-3.1a", make_date(2031, 11, 1), make_date(2031, 11, 10)}};
  inspection::store::insert(transaction, campaign, {});
}

} // namespace

std::string paper_of(db::Database& database, PaperKind kind, const std::string& place, const std::string& id, const std::string& state) {
  std::string out;
  database.write([&](db::Transaction& transaction) {
    lay_campaign(transaction);
    // A district writes for production units only, and receives from others.
    const bool unit = place == "district" && kind == PaperKind::SelfReport && state == "draft";
    const std::string subject = place == "own" ? "city:exam_organisation" : unit ? "unit:" + id : place + ":" + id;
    const std::string key = subject + (kind == PaperKind::SelfReport && state == "submitted" ? "/handed" : "");
    if (const auto stands = inspection::store::paper_of(transaction, kind, k_campaign, key)) {
      out = stands->id();
      return;
    }
    inspection::Target target{key + ":" + state, unit ? "production_unit" : "institution", key, id, "", "", "", true};
    Paper paper;
    paper.kind = kind;
    paper.campaign = k_campaign;
    paper.subject = key;
    paper.name = id;
    paper.state = state;
    paper.content = kind == PaperKind::Handover ? inspection::write_content(inspection::Handover{}) : inspection::write_content(inspection::SelfReport{});
    if (place == "district") paper.district = paper.other = target.district = id;
    if (place == "institution") paper.institution = target.institution = id;
    if (place == "site") paper.site = target.site = id;
    if (kind == PaperKind::SelfReport) inspection::store::add_target(transaction, k_campaign, target, "");
    inspection::store::insert(transaction, paper);
    out = paper.id();
  });
  return out;
}

} // namespace ankao::tests
