// SPDX-License-Identifier: Apache-2.0
#include "server/commands/demo.hpp"

#include <cstdio>

#include "db/db.hpp"
#include "inspection/demo/campaign.hpp"
#include "problems/catalogue.hpp"
#include "program/arguments.hpp"
#include "server/wiring.hpp"

namespace ankao::server {
namespace {

constexpr const char* k_usage = "ankao demo campaign --database URL";

int refuse(const Problem& problem) {
  std::fputs(problems::Catalogue::shipped().lines(problem, problems::Language::Chinese).c_str(), stderr);
  return k_exit_bad;
}

int run_campaign(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_usage, 0, 0, {}, {"--database"}});
  if (!arguments.ok()) return refuse(arguments.problem());
  const auto url = arguments->option("--database");
  if (!url) return refuse(problem("command.usage", {{"reason", "--database"}, {"usage", k_usage}}));
  const auto database = db::open(*url);
  db::migrate(*database, migrations());
  const auto laid = inspection::lay_demo_campaign(*database);
  if (!laid.ok()) return refuse(laid.problem());
  if (laid->targets == 0) {
    std::printf("2023年专项检查已在数据库中，未作改动 · the campaign stands already, nothing was done\n");
    return k_exit_done;
  }
  std::printf("演示专项检查：对象 %d 个，自查 %d 次，检查 %d 次，问题 %d 条，已销号 %d 条 · demo campaign, synthetic findings\n", laid->targets, laid->self_visits, laid->visits, laid->defects, laid->closed);
  return k_exit_done;
}

} // namespace

std::vector<Command> demo_commands() {
  return {{"demo campaign", k_usage, "演示专项检查 · the special inspection of the notice with synthetic findings, on the register in the database", run_campaign}};
}

} // namespace ankao::server
