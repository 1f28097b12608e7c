// SPDX-License-Identifier: Apache-2.0
#include "server/second_news.hpp"

#include "notices/service/notices.hpp"

namespace ankao::server {
namespace {

using What = identity::SecondNews::What;

struct Words {
  const char* topic;
  std::string title_zh, title_en, body_zh, body_en;
};

Words words_of(const identity::SecondNews& news) {
  const std::string left = std::to_string(news.codes_left);
  switch (news.what) {
  case What::Enrolled:
    return {"second.enrol", "已绑定动态口令", "A device for one-time codes was bound", "今后登录须输入动态口令。", "From now on a sign-in needs a one-time code."};
  case What::Replaced:
    return {"second.replace", "已更换动态口令的验证器", "The device for one-time codes was replaced", "原验证器和原恢复码已失效，其他登录已结束。",
            "The former device and recovery codes are void; other sign-ins ended."};
  case What::Recovered:
    return {"second.recover", "使用了一个恢复码", "A recovery code was used", "还剩 " + left + " 个恢复码。", "Recovery codes left: " + left + "."};
  case What::Renewed:
    return {"second.renew", "已更换恢复码", "The recovery codes were renewed", "原恢复码已全部失效。", "All former recovery codes are void."};
  case What::Reset:
    return {"second.reset", "管理员已解除动态口令绑定", "An administrator unbound the device for one-time codes",
            news.by + "：" + news.reason + "。全部登录已结束，下次登录须重新绑定。", news.by + ": " + news.reason + ". Every sign-in ended; the next one binds a device again."};
  }
  return {};
}

} // namespace

void tell_second(db::Transaction& transaction, const identity::SecondNews& news, Instant now) {
  const Words words = words_of(news);
  notices::send(transaction,
                {.to_account = news.account, .to_role = {}, .scope = {}, .topic = words.topic, .title_zh = words.title_zh, .title_en = words.title_en,
                 .body_zh = words.body_zh + "如非本人所为，请立即告知系统管理员。", .body_en = words.body_en + " If it was not you, tell an administrator at once.",
                 .link = "/work/me", .once_key = {}},
                now);
}

} // namespace ankao::server
