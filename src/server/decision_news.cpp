// SPDX-License-Identifier: Apache-2.0
#include "server/decision_news.hpp"

#include "enforcement/files/law.hpp"
#include "notices/service/notices.hpp"

namespace ankao::server {
namespace {

using enforcement::Decision;
using enforcement::State;

struct Words {
  std::string zh, en;
};

Words title_of(const Decision& d) {
  const auto& kind = enforcement::shipped_law().kind(d.draft.kind).words;
  const std::string zh = d.id + " " + d.name + "：" + kind.zh, en = d.id + " " + d.name + ": " + kind.en;
  switch (d.state) {
  case State::Proposed:
    return {"处理决定待签发 " + zh, "A decision waits for its signature: " + en};
  case State::InForce:
    return {"处理决定已生效 " + zh, "A decision is in force: " + en};
  case State::Refused:
    return {"处理决定不予签发 " + zh, "A decision was not signed: " + en};
  case State::Withdrawn:
    return {"处理决定已撤回 " + zh, "A proposed decision was withdrawn: " + en};
  case State::Annulled:
    return {"处理决定已撤销 " + zh, "A decision was annulled: " + en};
  }
  return {};
}

void send(db::Transaction& transaction, const Decision& d, const std::string& role, const std::string& scope, Instant now) {
  const Words title = title_of(d);
  const std::string state = enforcement::name_of(d.state);
  notices::send(transaction,
                {.to_account = {}, .to_role = role, .scope = scope, .topic = "decision." + state, .title_zh = title.zh, .title_en = title.en, .body_zh = d.state == State::Proposed ? d.draft.facts : d.reason,
                 .body_en = d.state == State::Proposed ? d.draft.facts : d.reason, .link = "/work/decisions/" + d.id, .once_key = "decision:" + d.id + ":" + state + ":" + role},
                now);
}

} // namespace

void tell_decision(db::Transaction& transaction, const Decision& d, Instant now) {
  if (d.state == State::Proposed) {
    for (const std::string& role : enforcement::shipped_law().kind(d.draft.kind).decided_by) send(transaction, d, role, role == "district_bureau" ? d.district : "", now);
    return;
  }
  send(transaction, d, "district_bureau", d.district, now);
  if (d.state != State::InForce && d.state != State::Annulled) return;
  if (!d.institution.empty()) send(transaction, d, "institution", d.institution, now);
  if (!d.site.empty()) send(transaction, d, "exam_site", d.site, now);
}

} // namespace ankao::server
