// SPDX-License-Identifier: Apache-2.0
#include "planning/service/endings.hpp"

#include <nlohmann/json.hpp>

#include "base/sm3.hpp"
#include "deadlines/service/terms.hpp"
#include "planning/files/after_law.hpp"
#include "planning/store/bookings.hpp"
#include "registry/service/sites.hpp"

namespace ankao::planning {
namespace {

std::string digest_of(const Ending& e) {
  return to_hex(sm3(nlohmann::json{{"id", e.id},
                                   {"state", name_of(e.state)},
                                   {"site", e.site},
                                   {"year", e.year},
                                   {"failures", e.failures},
                                   {"effective", e.effective ? to_string(*e.effective) : ""},
                                   {"ban", e.ban},
                                   {"reason", e.reason},
                                   {"first", e.first_account},
                                   {"second", e.second_account}}
                          .dump()));
}

void tell(db::Transaction& transaction, const World& world, const Act& act, const Ending& e, const char* event) {
  deadlines::happened(transaction, {{act.actor, act.at, event, "ending:" + e.id, e.site_name + " " + e.id, {"city", "", world.city, ""}, act.today()}});
}

Result<Ending> at_state(db::Transaction& transaction, const std::string& id, std::initializer_list<EndingState> states) {
  auto found = find_ending(transaction, id);
  if (!found) return problem("planning.ending_unknown", {{"value", id}});
  for (const EndingState state : states)
    if (found->state == state) return std::move(*found);
  return problem("planning.ending_state", {{"value", id}, {"state", std::string(name_of(found->state))}});
}

void store_step(db::Transaction& transaction, const Act& act, const Ending& before, const Ending& after, const char* action, const std::string& reason) {
  put_ending(transaction, after);
  log(transaction, act, action, "ending:" + after.id, digest_of(before), digest_of(after), "S-5.1c", reason);
}

std::string register_reason(const Ending& e, Date today) {
  std::string text = "终止考场服务协议（" + joined(e.failures) + "）：" + e.reason;
  if (e.ban) text += "；自终止之日起" + std::to_string(shipped_after_law().number("ban_years", today)) + "年内不得参与（C-3c）";
  return text;
}

} // namespace

void propose_ending(db::Transaction& transaction, const World& world, const Act& act, const Failure& latest) {
  const int year = latest.day.year();
  const auto counted = verified_failures(transaction, latest.site, year);
  if (static_cast<int>(counted.size()) < shipped_after_law().number("failures_per_year", act.today())) return;
  const auto former = ending_of(transaction, latest.site, year);
  if (former && former->state != EndingState::Dropped) return;
  Ending e;
  e.id = numbered("E", next_number(transaction, "ending"));
  e.site = latest.site;
  e.site_name = latest.site_name;
  e.owner = latest.owner;
  e.district = latest.district;
  e.year = year;
  for (const auto& one : counted) e.failures.push_back(one.id);
  e.proposed_at = act.at;
  put_ending(transaction, e);
  log(transaction, act, "ending.propose", "ending:" + e.id, "", digest_of(e), "S-5.1c", joined(e.failures));
  tell(transaction, world, act, e, "ending.propose");
  const std::string count = std::to_string(counted.size());
  world.tell(transaction,
             {"city_bureau", "city", "", "ending.propose", {e.site_name + "年度累计" + count + "次未提供考场", e.site_name + ": " + count + " rooms not provided this year"},
              {"依据 S-5.1c 提请决定是否终止考场服务协议", "whether the service agreement ends is to be decided under S-5.1c"}, "/work/endings", "ending:" + e.id},
             act.at);
}

Result<Ending> prepare_ending(const World& world, const Act& act, const EndingWish& wish) {
  if (const auto fine = check_said(wish.reason, "reason", 500); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Ending> {
    auto found = at_state(transaction, wish.id, {EndingState::Proposed, EndingState::Prepared});
    if (!found.ok()) return found.problem();
    Ending e = *found;
    e.state = EndingState::Prepared;
    e.effective = wish.effective.value_or(act.today());
    if (*e.effective < act.today()) return problem("planning.ending_day", {{"value", to_string(*e.effective)}}, "effective");
    e.ban = wish.ban;
    e.reason = wish.reason;
    e.first_account = act.actor.account;
    e.first_name = act.actor.name;
    e.first_at = act.at;
    store_step(transaction, act, *found, e, "ending.prepare", wish.reason);
    return e;
  });
}

Result<Ending> decide_ending(const World& world, const Act& act, const std::string& id) {
  auto ended = decide(world.database, [&](db::Transaction& transaction) -> Result<Ending> {
    auto found = at_state(transaction, id, {EndingState::Prepared});
    if (!found.ok()) return found.problem();
    // Nobody is a second person for himself, nor for whom he stands in.
    if (found->first_account == act.actor.account || found->first_account == act.actor.behalf) return problem("planning.ending_same_person");
    Ending e = *found;
    e.state = EndingState::Ended;
    // Prepared yesterday for yesterday: the register knows no step into the past.
    if (*e.effective < act.today()) e.effective = act.today();
    e.second_account = act.actor.account;
    e.second_name = act.actor.name;
    e.second_at = act.at;
    if (const auto left = registry::end_agreement(transaction, act, e.site, *e.effective, register_reason(e, act.today()), "S-5.1c"); !left.ok()) return left.problem();
    store_step(transaction, act, *found, e, "ending.decide", e.reason);
    tell(transaction, world, act, e, "ending.decide");
    for (const auto& [role, kind, scope] : {std::tuple{"exam_site", "site", e.site}, std::tuple{"institution", "institution", e.owner}, std::tuple{"exam_organisation", "city", std::string()}})
      if (std::string(kind) == "city" || !scope.empty())
        world.tell(transaction,
                   {role, kind, scope, "ending.decide", {"考场服务协议终止：" + e.site_name, "service agreement ended: " + e.site_name},
                    {"自" + to_string(*e.effective) + "起终止（S-5.1c）。" + e.reason, "from " + to_string(*e.effective) + " (S-5.1c). " + e.reason}, "", "ending:" + e.id},
                   act.at);
    return e;
  });
  if (ended.ok()) world.changed();
  return ended;
}

Result<Ending> drop_ending(const World& world, const Act& act, const std::string& id, const std::string& reason) {
  if (const auto fine = check_said(reason, "reason", 500); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Ending> {
    auto found = at_state(transaction, id, {EndingState::Proposed, EndingState::Prepared});
    if (!found.ok()) return found.problem();
    Ending e = *found;
    e.state = EndingState::Dropped;
    e.reason = reason;
    e.second_account = act.actor.account;
    e.second_name = act.actor.name;
    e.second_at = act.at;
    store_step(transaction, act, *found, e, "ending.drop", reason);
    tell(transaction, world, act, e, "ending.decide");
    return e;
  });
}

} // namespace ankao::planning
