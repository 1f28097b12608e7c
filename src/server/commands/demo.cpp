// SPDX-License-Identifier: Apache-2.0
#include "server/commands/demo.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

#include "db/db.hpp"
#include "db/use_case.hpp"
#include "enforcement/service/decisions.hpp"
#include "inspection/demo/campaign.hpp"
#include "inspection/service/counted.hpp"
#include "problems/catalogue.hpp"
#include "program/arguments.hpp"
#include "registry/demo/conditions.hpp"
#include "reporting/demo/summaries.hpp"
#include "reporting/service/returns.hpp"
#include "server/system_clock.hpp"
#include "server/wiring.hpp"

namespace ankao::server {
namespace {

constexpr const char* k_usage = "ankao demo campaign --database URL";

int refuse(const Problem& problem) {
  std::fputs(problems::Catalogue::shipped().lines(problem, problems::Language::Chinese).c_str(), stderr);
  return k_exit_bad;
}

constexpr const char* k_campaign = "SI-2023";
constexpr const char* k_label = "演示数据，不是真实情况";
constexpr std::size_t k_most_decisions = 15;

ledger::Actor officer(const std::string& district, const char* more = "") { return {"demo-" + district + more, std::string("演示·区应急管理局") + more, "district_bureau", "district:" + district}; }
Instant morning(Date day) { return {start_of(day).ms + 10 * 3'600'000LL}; }

/// Institutions at which an office found most are ordered to correct, by two officers of their district.
Result<int> lay_decisions(db::Database& database) {
  std::map<std::string, std::vector<inspection::Counted>> by_subject;
  const auto found = db::look(database, [](db::Transaction& t) { return inspection::problems_found(t, k_campaign, "", start_of(make_date(2023, 11, 21)), start_of(make_date(2023, 12, 1))); });
  for (const auto& one : found)
    if (one.subject.starts_with("institution:") && one.by.find(':') == std::string::npos) by_subject[one.subject].push_back(one);
  std::vector<std::vector<inspection::Counted>> most;
  for (auto& [subject, problems] : by_subject) most.push_back(std::move(problems));
  std::stable_sort(most.begin(), most.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  if (most.size() > k_most_decisions) most.resize(k_most_decisions);
  for (const auto& problems : most) {
    const auto& first = problems.front();
    const Date day = date_of(problems.back().at) + 2;
    enforcement::Draft draft;
    draft.subject = first.subject;
    draft.ground = "P-3.1a";
    draft.kind = enforcement::Kind::Correct;
    draft.facts = std::string(k_label) + "：检查发现 " + std::to_string(problems.size()) + " 个问题";
    for (const auto& one : problems) draft.problems.push_back(one.id);
    draft.due = day + 30;
    const enforcement::Viewer viewer{"district", first.district};
    const auto proposed = enforcement::propose(database, {officer(first.district), morning(day), viewer}, draft);
    if (!proposed.ok()) return proposed.problem();
    const auto decided = enforcement::sign(database, {officer(first.district, "-2"), morning(day + 1), viewer}, proposed->id, true, "");
    if (!decided.ok()) return decided.problem();
  }
  return static_cast<int>(most.size());
}

/// Every district sends November and December; three have not sent January.
Result<int> lay_returns(db::Database& database) {
  const auto all = db::look(database, [](db::Transaction& t) { return reporting::all_of(t, {"city", ""}, k_campaign, make_date(2024, 1, 31)); });
  int sent = 0, left = 3;
  for (const auto& one : all) {
    if (one.kept.district.empty()) continue;
    if (one.period.month == Month{2024, 1} && left > 0) {
      --left;
      continue;
    }
    const reporting::SendForm form{reporting::id_of(one.period.month, one.kept.district), "演示·填表人", "020-00000000", k_label};
    if (const auto done = reporting::send(database, {officer(one.kept.district), morning(one.period.due() - 1)}, {"district", one.kept.district}, form); !done.ok()) return done.problem();
    ++sent;
  }
  return sent;
}

int run_campaign(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_usage, 0, 0, {}, {"--database"}});
  if (!arguments.ok()) return refuse(arguments.problem());
  const auto url = arguments->option("--database");
  if (!url) return refuse(problem("command.usage", {{"reason", "--database"}, {"usage", k_usage}}));
  const auto database = db::open(*url);
  db::migrate(*database, migrations());
  // What the visits are pre-filled with, where the demo city has not laid it already.
  if (const auto conditions = registry::lay_demo_conditions(*database, SystemClock{}.now()); !conditions.ok()) return refuse(conditions.problem());
  const auto laid = inspection::lay_demo_campaign(*database);
  if (!laid.ok()) return refuse(laid.problem());
  if (laid->targets == 0) {
    std::printf("2023年专项检查已在数据库中，未作改动 · the campaign stands already, nothing was done\n");
    return k_exit_done;
  }
  const auto decisions = lay_decisions(*database);
  if (!decisions.ok()) return refuse(decisions.problem());
  const auto returns = lay_returns(*database);
  if (!returns.ok()) return refuse(returns.problem());
  const auto summaries = reporting::lay_demo_summaries(*database, k_campaign);
  if (!summaries.ok()) return refuse(summaries.problem());
  std::printf("演示专项检查：对象 %d 个，自查 %d 次，自查报告 %d 份，检查 %d 次，问题 %d 条，已销号 %d 条，处理决定 %d 件，月报 %d 份，总结报告 %d 份 · demo campaign, synthetic findings\n", laid->targets, laid->self_visits, laid->reports, laid->visits, laid->defects, laid->closed, *decisions, *returns, *summaries);
  return k_exit_done;
}

} // namespace

std::vector<Command> demo_commands() {
  return {{"demo campaign", k_usage, "演示专项检查 · the special inspection of the notice with synthetic findings, on the register in the database", run_campaign}};
}

} // namespace ankao::server
