// SPDX-License-Identifier: Apache-2.0
#include "identity/files/account_sheet.hpp"

namespace ankao::identity {

tables::Form account_form(const Roles& roles) {
  using tables::CellKind;
  std::vector<tables::Choice> choices;
  for (const Role& role : roles.roles) choices.push_back({role.id, role.zh, role.en, {}});
  return {"账户",
          "accounts",
          {{.key = "account", .zh = "账户名", .en = "account", .needed = true, .example = "zhang.san", .note_zh = "2 至 32 个小写字母、数字、点、横线或下划线，以字母开头", .note_en = "2-32 of a-z 0-9 . _ - beginning with a letter", .width = 18, .longest = 64},
           {.key = "name", .zh = "姓名", .en = "name", .needed = true, .example = "张三", .note_zh = "显示在界面和台账中", .note_en = "as shown on screen and in the ledger", .width = 18, .longest = 64},
           {.key = "role", .zh = "角色", .en = "role", .kind = CellKind::Choice, .needed = true, .example = "培训机构", .note_zh = "从列表选择", .note_en = "choose from the list", .width = 22, .choices = std::move(choices)},
           {.key = "scope_id", .zh = "所属", .en = "belongs to", .example = "GZ-A01", .note_zh = "区的账户填 6 位区划代码，培训机构和考试点的账户填登记编号，市级账户不填", .note_en = "six digits of the district, the register id of the institution or site; nothing for the city", .width = 18, .longest = 64}},
          k_max_account_rows};
}

Result<std::vector<AccountRow>> read_accounts(std::string_view bytes, const Roles& roles) {
  auto filled = tables::read_form(bytes, account_form(roles));
  if (!filled.ok()) return filled.problem();
  std::vector<AccountRow> rows;
  for (tables::FormRow& one : *filled)
    rows.push_back({one.number, {one.value("account"), one.value("name"), one.value("role"), one.value("scope_id"), std::nullopt, PasswordState::MustChange}, std::move(one.faults)});
  return rows;
}

} // namespace ankao::identity
