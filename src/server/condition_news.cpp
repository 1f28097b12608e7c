// SPDX-License-Identifier: Apache-2.0
#include "server/condition_news.hpp"

#include "attachments/service/attachments.hpp"
#include "notices/service/notices.hpp"

namespace ankao::server {

std::map<std::string, std::vector<std::string>> condition_files(db::Transaction& transaction, const std::string& place) {
  std::map<std::string, std::vector<std::string>> out;
  for (const attachments::Attachment& one : attachments::evidence(transaction, "condition", place + ":"))
    if (!one.withdrawn) out[one.subject.id.substr(place.size() + 1)].push_back(one.sm3);
  return out;
}

void tell_conditions(db::Transaction& transaction, const registry::Sheet& sheet, Instant now) {
  const bool confirmed = sheet.state == registry::SheetState::Confirmed;
  const std::string name = sheet.place.name;
  const auto send = [&](const char* role, const std::string& scope) {
    notices::send(transaction,
                  {.to_account = {}, .to_role = role, .scope = scope, .topic = confirmed ? "condition.confirmed" : "condition.returned", .title_zh = (confirmed ? "条件申报已核实：" : "条件申报被退回：") + name,
                   .title_en = (confirmed ? "Conditions confirmed: " : "Conditions returned: ") + name, .body_zh = sheet.reason, .body_en = sheet.reason, .link = "/work/conditions/" + sheet.place.id,
                   .once_key = "condition:" + sheet.id() + ":" + role},
                  now);
  };
  if (!sheet.place.institution.empty()) send("institution", sheet.place.institution);
  if (!sheet.place.site.empty()) send("exam_site", sheet.place.site);
}

} // namespace ankao::server
