// SPDX-License-Identifier: Apache-2.0
#include "identity/routes/lists.hpp"

#include "identity/files/roles.hpp"
#include "identity/routes/views.hpp"

namespace ankao::identity {
namespace {

using lists::FilterKind;
using lists::Kind;
using lists::List;
using lists::options;
using lists::Options;

Options role_choices() {
  return [](lists::Language language) {
    std::vector<lists::Option> out;
    for (const Role& role : shipped_roles().roles) out.push_back({role.id, name_of(role, language)});
    return out;
  };
}

Options outcomes() {
  return options({{"signed_in", {"已登录", "signed in"}},
                  {"password_accepted", {"密码正确，待动态口令", "password right, code awaited"}},
                  {"code_wrong", {"动态口令不正确", "wrong one-time code"}},
                  {"code_used", {"动态口令已用过", "one-time code used before"}},
                  {"wrong_credentials", {"账户或口令不对", "wrong account or password"}},
                  {"too_many_attempts", {"次数过多", "too many attempts"}},
                  {"account_disabled", {"账户已停用", "account disabled"}},
                  {"account_left", {"已离岗", "has left"}},
                  {"oidc_unlinked", {"统一身份未关联账户", "provider's subject opens no account"}},
                  {"oidc_token", {"统一身份令牌无效", "provider's token not valid"}},
                  {"oidc_flow", {"统一身份流程中断", "provider's flow broken off"}},
                  {"oidc_answer", {"统一身份答复有误", "provider's answer not usable"}},
                  {"oidc_key", {"统一身份密钥有误", "provider's key not usable"}},
                  {"oidc_unreachable", {"无法连接统一身份", "provider not reached"}}});
}

} // namespace

const List& account_list() {
  static const List list{
      .id = "accounts",
      .name = {"账户", "Accounts"},
      .columns = {{.key = "account", .heading = {"账户", "Account"}, .width = 20, .sort = "id", .personal = true},
                  {.key = "name", .heading = {"姓名", "Name"}, .width = 20, .sort = "name", .personal = true},
                  {.key = "role_name", .heading = {"角色", "Role"}, .width = 20, .sort = "role"},
                  {.key = "scope_id", .heading = {"范围", "Scope"}, .width = 18},
                  {.key = "enabled", .heading = {"启用", "Enabled"}, .kind = Kind::YesNo, .width = 13},
                  {.key = "left_at", .heading = {"离岗时间", "Left at"}, .kind = Kind::Moment, .width = 22, .hidden = true},
                  {.key = "must_change_password", .heading = {"须改口令", "Must change password"}, .kind = Kind::YesNo, .width = 12, .hidden = true},
                  {.key = "created_at", .heading = {"开立时间", "Created at"}, .kind = Kind::Moment, .width = 22, .sort = "created_at", .hidden = true},
                  {.key = "signed_in_at", .heading = {"最近登录", "Last sign-in"}, .kind = Kind::Moment, .width = 22, .sort = "coalesce(signed_in_at, 0)"}},
      .filters = {{.name = "q", .label = {"关键词", "Keyword"}, .hint = {"账户或姓名", "Account or name"}},
                  {.name = "role", .label = {"角色", "Role"}, .kind = FilterKind::Choice, .options = role_choices()}},
      .tie = "id",
      .sort = "account"};
  return list;
}

const List& attempt_list() {
  static const List list{
      .id = "sign-ins",
      .name = {"登录记录", "Attempts to sign in"},
      .columns = {{.key = "at", .heading = {"时间", "At"}, .kind = Kind::Moment, .width = 22, .sort = "at"},
                  {.key = "account", .heading = {"账户", "Account"}, .width = 20, .sort = "account", .personal = true},
                  {.key = "outcome", .heading = {"结果", "Outcome"}, .kind = Kind::Code, .width = 24, .sort = "outcome", .codes = outcomes()},
                  {.key = "peer", .heading = {"网络地址", "Address"}, .width = 20, .personal = true},
                  {.key = "agent", .heading = {"设备", "Device"}, .width = 30}},
      .filters = {{.name = "account", .label = {"账户", "Account"}}, {.name = "outcome", .label = {"结果", "Outcome"}, .kind = FilterKind::Choice, .options = outcomes()}},
      .tie = "id",
      .sort = "-at"};
  return list;
}

const List& online_list() {
  static const List list{
      .id = "online",
      .name = {"在线会话", "Live sessions"},
      .columns = {{.key = "account", .heading = {"账户", "Account"}, .width = 20, .sort = "account", .personal = true},
                  {.key = "created_at", .heading = {"登录时间", "Signed in"}, .kind = Kind::Moment, .width = 22, .sort = "created_at"},
                  {.key = "seen_at", .heading = {"最近活动", "Last used"}, .kind = Kind::Moment, .width = 22, .sort = "seen_at"},
                  {.key = "peer", .heading = {"网络地址", "Address"}, .width = 20, .personal = true},
                  {.key = "agent", .heading = {"设备", "Device"}, .width = 30}},
      .filters = {{.name = "account", .label = {"账户", "Account"}}},
      .tie = "id",
      .sort = "-seen_at"};
  return list;
}

} // namespace ankao::identity
