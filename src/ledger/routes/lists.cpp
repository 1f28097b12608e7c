// SPDX-License-Identifier: Apache-2.0
#include "ledger/routes/lists.hpp"

#include "ledger/files/action_words.hpp"
#include "ledger/routes/api.hpp"

namespace ankao::ledger {
namespace {

std::vector<std::pair<std::string, lists::Words>> action_words() {
  std::vector<std::pair<std::string, lists::Words>> out;
  for (const auto& [action, words] : all_actions()) out.push_back({action, {words.zh, words.en}});
  return out;
}

} // namespace

const lists::List& event_list() {
  using lists::FilterKind;
  using lists::Kind;
  static const lists::List list{
      .id = "events",
      .name = {"台账", "Log of changes"},
      .columns = {{.key = "number", .heading = {"序号", "Number"}, .kind = Kind::Number, .width = 11, .sort = "number"},
                  {.key = "at", .heading = {"时间", "At"}, .kind = Kind::Moment, .width = 22},
                  {.key = "name", .heading = {"办理人", "Who"}, .width = 18, .personal = true},
                  {.key = "account", .heading = {"账户", "Account"}, .width = 16, .hidden = true, .personal = true},
                  {.key = "role", .heading = {"角色", "Role"}, .width = 18, .hidden = true},
                  {.key = "scope", .heading = {"范围", "Scope"}, .width = 22, .hidden = true},
                  {.key = "behalf", .heading = {"代办", "On behalf of"}, .width = 16, .hidden = true, .personal = true},
                  {.key = "action", .heading = {"事项", "Action"}, .width = 24,
                   .made = lists::made_of<dto::LedgerEvent>([](const dto::LedgerEvent& one, lists::Language language) { return language == lists::Language::English ? one.action_en : one.action_zh; })},
                  {.key = "subject", .heading = {"对象", "Subject"}, .width = 30},
                  {.key = "clause", .heading = {"条款", "Clause"}, .width = 12, .hidden = true},
                  {.key = "reason", .heading = {"理由", "Reason"}, .width = 32},
                  {.key = "before", .heading = {"办理前 SM3", "SM3 before"}, .width = 66, .hidden = true},
                  {.key = "after", .heading = {"办理后 SM3", "SM3 after"}, .width = 66, .hidden = true}},
      .filters = {{.name = "q", .label = {"关键词", "Keyword"}, .hint = {"对象、账户、理由", "Subject, account, reason"}},
                  {.name = "action", .label = {"事项", "Action"}, .kind = FilterKind::Choice, .options = lists::options(action_words())},
                  {.name = "from", .label = {"自", "From"}, .kind = FilterKind::Day},
                  {.name = "to", .label = {"至", "To"}, .kind = FilterKind::Day},
                  {.name = "subject", .label = {"对象", "Subject"}, .given = true},
                  {.name = "account", .label = {"账户", "Account"}, .given = true}},
      .tie = "number DESC"};
  return list;
}

const lists::List& checkpoint_list() {
  using lists::FilterKind;
  using lists::Kind;
  static const lists::List list{
      .id = "checkpoints",
      .name = {"检查点", "Checkpoints"},
      .columns = {{.key = "size", .heading = {"记录数", "Events"}, .kind = Kind::Number, .width = 13, .sort = "size"},
                  {.key = "at", .heading = {"签名时间", "Signed"}, .kind = Kind::Moment, .width = 23, .sort = "at"},
                  {.key = "root", .heading = {"根哈希", "Root hash"}, .width = 40},
                  {.key = "origin", .heading = {"台账名称", "Log"}, .width = 28, .hidden = true},
                  {.key = "signature", .heading = {"SM2 签名", "SM2 signature"}, .width = 72, .hidden = true}},
      .filters = {{.name = "from", .label = {"自", "From"}, .kind = FilterKind::Day}, {.name = "to", .label = {"至", "To"}, .kind = FilterKind::Day}},
      .tie = "size DESC"};
  return list;
}

} // namespace ankao::ledger
