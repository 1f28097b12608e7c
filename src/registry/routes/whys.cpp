// SPDX-License-Identifier: Apache-2.0
#include "registry/routes/whys.hpp"

#include "registry/service/city.hpp"

namespace ankao::registry::routes {
namespace {

std::string link_of(const std::string& subject) {
  const auto colon = subject.find(':');
  return (subject.substr(0, colon) == "site" ? "/sites/" : "/institutions/") + subject.substr(colon + 1);
}

/// What the suspended may not do: the rule of the draw, or of booking, that looks at it.
law::WhyFact effect_of(const std::string& subject) {
  law::WhyFact fact = law::fact({"后果", "Effect"}, "");
  fact.value = subject.rfind("site:", 0) == 0
                   ? law::WhySaid{"暂停期内不安排考试", "no examination is placed there while it lasts"}
                   : law::WhySaid{"暂停期内停止新的预约，已有预约不参加排考", "no new bookings, and bookings made are not placed, while it lasts"};
  return fact;
}

} // namespace

law::Why why_of(const RecordedSuspension& recorded) {
  const Suspension& s = recorded.suspension;
  const std::string from = to_string(s.from), to = to_string(s.to);
  law::Why why;
  why.decision = {"自 " + from + " 至 " + to + " 暂停", "suspended from " + from + " to " + to};
  why.rules.push_back({"suspension", {"暂停", "Suspension"}, "", law::quoted({s.clause})});
  why.rules.push_back(law::draw_rule("R4"));
  why.facts.push_back(law::fact({"对象", "Who"}, recorded.subject_name, law::WhyKind::Text, link_of(s.subject)));
  why.facts.push_back(law::fact({"事实和理由", "Reason"}, s.reason));
  why.facts.push_back(law::fact({"起", "From"}, from, law::WhyKind::Day));
  why.facts.push_back(law::fact({"止", "Until"}, to, law::WhyKind::Day));
  why.facts.push_back(law::fact({"登记时间", "Recorded"}, to_string(recorded.recorded_at), law::WhyKind::Instant));
  why.facts.push_back(effect_of(s.subject));
  why.changes.push_back({"暂停期满次日恢复", "it ends the day after its last day"});
  why.event = recorded.event;
  return why;
}

law::Why why_of_override(const SiteCard& card) {
  const City& city = City::shipped();
  const std::string from = to_string(city.override_from);
  law::Why why;
  why.decision = {"依托培训机构的考试点，经说明理由后增设", "a site attached to an institution, added with a reason"};
  why.rules.push_back({"new_site_override", {"原则上不再依托培训机构新增考试点", "in principle no new sites attached to institutions"}, from, law::quoted({city.override_clause})});
  why.facts.push_back(law::fact({"所属机构", "Owner"}, card.owner_name, law::WhyKind::Text, "/institutions/" + card.record.owner));
  why.facts.push_back(law::fact({"例外理由", "Reason for the exception"}, card.record.override_reason));
  if (!card.history.empty()) why.facts.push_back(law::fact({"生效日期", "In force from"}, to_string(card.history.front().effective), law::WhyKind::Day));
  why.changes.push_back({"公共考试基地不属于培训机构，不需要例外理由", "a public base belongs to no institution and needs no exception"});
  why.changes.push_back({from + " 之前已设的考试点不需要例外理由", "a site from before " + from + " needs no exception"});
  if (!card.history.empty()) why.event = card.history.front().event;
  return why;
}

} // namespace ankao::registry::routes
