// SPDX-License-Identifier: Apache-2.0
#include "jobs/routes/routes.hpp"
#include "ledger/files/action_words.hpp"

namespace ankao::jobs {
namespace {

std::vector<std::pair<std::string, lists::Words>> kind_words() {
  std::vector<std::pair<std::string, lists::Words>> out;
  for (const auto& [kind, words] : ledger::all_jobs()) out.push_back({kind, {words.zh, words.en}});
  return out;
}

} // namespace

const lists::List& job_list() {
  using lists::Kind;
  static const lists::Options states = lists::options(
      {{"waiting", {"等待", "waiting"}}, {"running", {"执行中", "running"}}, {"done", {"完成", "done"}}, {"dead", {"失败", "dead"}}, {"cancelled", {"已取消", "cancelled"}}});
  static const lists::Options kinds = lists::options(kind_words());
  static const lists::List list{
      .id = "jobs",
      .name = {"后台任务", "Background jobs"},
      .columns = {{.key = "number", .heading = {"编号", "Number"}, .kind = Kind::Number, .width = 10, .sort = "number"},
                  {.key = "kind", .heading = {"种类", "Kind"}, .kind = Kind::Code, .width = 22, .sort = "kind", .codes = kinds},
                  {.key = "key", .heading = {"标识", "Key"}, .width = 20, .hidden = true},
                  {.key = "state", .heading = {"状态", "State"}, .kind = Kind::Code, .width = 13, .sort = "state", .codes = states},
                  {.key = "attempts", .heading = {"已试次数", "Attempts"}, .kind = Kind::Number, .width = 11, .sort = "attempts"},
                  {.key = "tries", .heading = {"最多次数", "Tries"}, .kind = Kind::Number, .width = 11, .hidden = true},
                  {.key = "reason", .heading = {"失败原因", "Why it failed"}, .width = 36},
                  {.key = "run_at", .heading = {"最早运行", "Not before"}, .kind = Kind::Moment, .width = 22, .sort = "run_at"},
                  {.key = "started_at", .heading = {"开始", "Started"}, .kind = Kind::Moment, .width = 22, .hidden = true},
                  {.key = "ended_at", .heading = {"结束", "Ended"}, .kind = Kind::Moment, .width = 22}},
      .filters = {{.name = "state", .label = {"状态", "State"}, .kind = lists::FilterKind::Choice, .options = states}, {.name = "kind", .label = {"种类", "Kind"}, .kind = lists::FilterKind::Choice, .options = kinds}},
      .tie = "number DESC"};
  return list;
}

} // namespace ankao::jobs
