// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/self_reports.hpp"

#include "db/use_case.hpp"
#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/rules/self_report.hpp"
#include "inspection/service/checklists.hpp"
#include "inspection/store/papers.hpp"
#include "registry/service/city.hpp"
#include "registry/service/reading.hpp"
#include "registry/words/organisation.hpp"

namespace ankao::inspection {
namespace {

constexpr std::size_t k_largest = 400'000; ///< bytes of a draft

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& one : words) out += (out.empty() ? "" : "、") + one;
  return out;
}

/// The sites of an institution, for the sentence on how they are built up.
std::string sites_of(const registry::Snapshot& all, const std::string& institution) {
  std::vector<std::string> names;
  for (const auto& one : all.sites)
    if (one.standing == registry::Standing::Published && one.record.owner == institution) names.push_back(one.record.name);
  return joined(names);
}

void add_basics(db::Transaction& transaction, const Target& target, Date day, SelfReport& out) {
  const auto all = registry::snapshot(transaction, day);
  const auto& city = registry::City::shipped();
  for (const auto& one : all.institutions) {
    if (one.record.id != target.institution || !target.site.empty()) continue;
    std::vector<std::string> projects;
    for (const std::string& id : one.record.projects) projects.push_back(city.name_of(id));
    out.scope = joined(projects);
    out.sites = sites_of(all, target.institution);
  }
  for (const auto& one : all.sites) {
    if (one.record.id != target.site || target.site.empty()) continue;
    std::vector<std::string> subjects;
    for (const std::string& id : one.record.subjects) subjects.push_back(city.name_of(id));
    out.scope = joined(subjects);
    out.sites = one.record.name + "，考场" + std::to_string(one.record.rooms.size()) + "间";
  }
}

std::vector<std::string> items_of(db::Transaction& transaction, const std::vector<Target>& targets, Date day) {
  std::vector<std::string> out;
  for (const Target& target : targets)
    if (const auto list = checklist_on(transaction, target.checklist, day))
      for (const Section& section : list->sections)
        for (const Item& item : section.items) out.push_back(item.id);
  return out;
}

Result<std::vector<Target>> own_unit(db::Transaction& transaction, const Party& party, const std::string& campaign, const std::string& subject) {
  auto targets = store::targets_of(transaction, campaign, subject);
  if (targets.empty() || !may_write(party, targets.front())) return problem("inspection.target_unknown", {{"value", subject}}, "subject");
  return targets;
}

Result<Paper> seen(db::Transaction& transaction, const Party& party, const std::string& id) {
  auto found = store::paper(transaction, PaperKind::SelfReport, id);
  if (!found || !sees(party, *found)) return problem("inspection.paper_unknown", {{"value", id}}, "id");
  return *found;
}

bool handed_in(const Paper& report) { return report.state == "submitted" || report.state == "received"; }

} // namespace

bool may_write(const Party& party, const Target& target) {
  if (without_account(target)) return party.district(target.district);
  if (registry::is_city_organisation(target.subject)) return party.organisation();
  if (party.viewer.id.empty()) return false;
  if (party.viewer.kind == "institution") return party.viewer.id == target.institution;
  return party.viewer.kind == "site" && party.viewer.id == target.site;
}

bool may_receive(const Party& party, const Paper& report) { return report.district.empty() ? party.city() : party.district(report.district); }

SelfReport prefilled(db::Transaction& transaction, const Campaign& campaign, const std::vector<Target>& targets, Instant now) {
  SelfReport out;
  for (const int year : figure_years(shipped_law(), campaign.year)) out.years.push_back({year, 0, 0});
  add_basics(transaction, targets.front(), date_of(now), out);
  for (const Defect& one : store::self_defects(transaction, campaign.id, targets.front().subject))
    out.problems.push_back({one.item, one.text, to_string(date_of(one.found_at)), one.measure, "", one.correction, one.limit ? to_string(*one.limit) : "", one.person, one.state == DefectState::Closed, one.id});
  return out;
}

Result<Paper> save_report(db::Database& database, const Party& party, const std::string& campaign_id, const std::string& subject, const SelfReport& content) {
  const std::string text = write_content(content);
  if (text.size() > k_largest) return problem("inspection.text_missing", {{"limit", std::to_string(k_largest)}}, "content");
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    const auto campaign = running(transaction, campaign_id);
    if (!campaign.ok()) return campaign.problem();
    const auto targets = own_unit(transaction, party, campaign_id, subject);
    if (!targets.ok()) return targets.problem();
    const Target& unit = targets->front();
    auto stands = store::paper_of(transaction, PaperKind::SelfReport, campaign_id, subject);
    if (stands && handed_in(*stands)) return problem("inspection.report_handed_in", {{"value", unit.name}}, "subject");
    Paper paper = stands.value_or(Paper{});
    const std::string before = stands ? digest_of(*stands) : "";
    if (!stands) {
      paper.campaign = campaign_id;
      paper.subject = subject;
      paper.name = unit.name;
      paper.district = unit.district;
      paper.institution = unit.institution;
      paper.site = unit.site;
    }
    paper.state = "draft";
    paper.content = text;
    keep(transaction, party, "self_report.save", paper, before, "M-3.1d");
    return paper;
  });
}

Result<Paper> submit_report(db::Database& database, const Party& party, const std::string& id) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    auto found = seen(transaction, party, id);
    if (!found.ok()) return found.problem();
    Paper paper = *found;
    const auto campaign = running(transaction, paper.campaign);
    if (!campaign.ok()) return campaign.problem();
    const auto targets = store::targets_of(transaction, paper.campaign, paper.subject);
    if (targets.empty() || !may_write(party, targets.front())) return problem("inspection.not_yours", {{"value", paper.name}}, "id");
    if (handed_in(paper)) return problem("inspection.report_handed_in", {{"value", paper.name}}, "id");
    const Date today = date_of(party.now);
    if (auto fine = check_report(shipped_law(), campaign->year, items_of(transaction, targets, today), today, read_content<SelfReport>(paper.content)); !fine) return fine.problem();
    const std::string before = digest_of(paper);
    paper.state = "submitted";
    paper.made = party.endorsement();
    paper.done.reset();
    paper.reason.clear();
    keep(transaction, party, "self_report.submit", paper, before, "M-3.1d");
    task_done(transaction, party, *campaign, Task::Self, paper.subject, paper.name);
    tell(transaction, party, news_of(paper, "self_report.submit"));
    return paper;
  });
}

Result<Paper> receive_report(db::Database& database, const Party& party, const std::string& id, bool accept, const std::string& reason) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    auto found = seen(transaction, party, id);
    if (!found.ok()) return found.problem();
    Paper paper = *found;
    if (!may_receive(party, paper)) return problem("inspection.not_yours", {{"value", paper.name}}, "id");
    if (paper.state != "submitted") return problem("inspection.paper_state", {{"value", paper.id()}}, "id");
    if (auto fine = check_words("reason", reason, !accept); !fine) return fine.problem();
    const std::string before = digest_of(paper);
    paper.state = accept ? "received" : "draft";
    paper.done = party.endorsement();
    paper.reason = accept ? "" : reason;
    const char* action = accept ? "self_report.receive" : "self_report.return";
    keep(transaction, party, action, paper, before, "M-4.1.7", reason);
    tell(transaction, party, news_of(paper, action));
    if (accept) return paper;
    const auto campaign = known_campaign(transaction, paper.campaign);
    if (!campaign.ok()) return campaign.problem();
    task_again(transaction, party, *campaign, Task::Self, "self_report.return", paper.subject, paper.name);
    return paper;
  });
}

std::vector<SelfReportLine> self_reports(db::Transaction& transaction, const std::string& district, Date from, Date to) {
  std::vector<SelfReportLine> out;
  for (const Paper& one : store::papers(transaction, PaperKind::SelfReport, "")) {
    if (one.district != district || !one.made || !handed_in(one)) continue;
    const Date day = date_of(one.made->at);
    if (day < from || day > to) continue;
    const auto content = read_content<SelfReport>(one.content);
    const auto targets = store::targets_of(transaction, one.campaign, one.subject);
    SelfReportLine line{one.id(), one.subject, one.name, targets.empty() ? "" : targets.front().checklist, one.made->at, static_cast<int>(content.problems.size()), 0};
    for (const ReportedProblem& found : content.problems)
      if (found.done) ++line.corrected;
    out.push_back(std::move(line));
  }
  return out;
}

} // namespace ankao::inspection
