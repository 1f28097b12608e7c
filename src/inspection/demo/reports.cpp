// SPDX-License-Identifier: Apache-2.0
#include "inspection/demo/reports.hpp"

#include <set>

#include "db/use_case.hpp"
#include "inspection/demo/findings.hpp"
#include "inspection/service/self_reports.hpp"
#include "inspection/store/papers.hpp"

namespace ankao::inspection {
namespace {

const std::string k_label = "（演示数据，不是真实情况）";

Party party_at(const ledger::Actor& actor, const Viewer& viewer, Date day, int hour) { return {actor, viewer, {start_of(day).ms + hour * 3'600'000LL}}; }

Party unit_of(const Target& one, Date day) {
  const Viewer viewer = one.site.empty() ? Viewer{"institution", one.institution} : Viewer{"site", one.site};
  return party_at({"demo-" + viewer.id, "演示·" + one.name, viewer.kind == "site" ? "exam_site" : "institution", viewer.kind + ":" + viewer.id}, viewer, day, 16);
}

Party office_of(const Target& one, Date day) { return party_at({"demo-" + one.district, "演示·区应急管理局", "district_bureau", "district:" + one.district}, {"district", one.district}, day, 10); }

/// What a person adds to what the platform knows already.
void fill(SelfReport& report, const std::string& subject) {
  report.founded = std::to_string(2006 + demo_draw("founded|" + subject) % 14) + "-03-01";
  report.head = "演示·负责人";
  if (report.scope.empty()) report.scope = "演示：安全生产培训考试";
  report.improvement = "将自查清单纳入每月例会，逐项复核，问题整改后拍照存档。" + k_label;
  report.staff = 8 + demo_draw("staff|" + subject) % 20;
  report.full_time = report.staff * 3 / 4;
  report.part_time = report.staff - report.full_time;
  for (YearFigures& one : report.years) {
    one.trained = 400 + demo_draw("trained|" + subject + std::to_string(one.year)) * 3;
    one.passed = one.trained * (80 + demo_draw("passed|" + subject) % 18) / 100;
  }
  report.none_found = report.problems.empty();
  for (ReportedProblem& one : report.problems) {
    if (one.measure.empty()) one.measure = "演示：按检查表要求整改";
    one.basis = "通知附件检查表第" + one.item + "项";
    if (one.result.empty()) one.result = "演示：整改后由本单位复核验收";
    if (one.limit.empty()) one.limit = "2023-12-10";
    if (one.person.empty()) one.person = "演示·负责人";
  }
}

Result<bool> lay(db::Database& database, const Campaign& campaign, const Target& unit) {
  const Date day = campaign.phase("self")->to;
  const Party own = unit_of(unit, day);
  SelfReport content = db::look(database, [&](db::Transaction& t) { return prefilled(t, campaign, store::targets_of(t, campaign.id, unit.subject), own.now); });
  fill(content, unit.subject);
  const auto kept = save_report(database, own, campaign.id, unit.subject, content);
  if (!kept.ok()) return kept.problem();
  const int fate = demo_draw("report|" + unit.subject);
  if (fate < 50) return false; // begun and not handed in
  if (const auto sent = submit_report(database, own, kept->id()); !sent.ok()) return sent.problem();
  if (fate < 120 || unit.district.empty()) return true; // waits for the district
  const bool accept = fate >= 150;
  const auto taken = receive_report(database, office_of(unit, day + 3), kept->id(), accept, accept ? "" : "请补充整改时限依据" + k_label);
  return taken.ok() ? Result<bool>(accept) : Result<bool>(taken.problem());
}

} // namespace

Result<int> lay_demo_reports(db::Database& database, const Campaign& campaign, const std::vector<Target>& inspected) {
  std::set<std::string> seen;
  int handed_in = 0;
  for (const Target& one : inspected) {
    if (!seen.insert(one.subject).second) continue;
    const auto done = lay(database, campaign, one);
    if (!done.ok()) return done.problem();
    handed_in += *done ? 1 : 0;
  }
  return handed_in;
}

} // namespace ankao::inspection
