// SPDX-License-Identifier: Apache-2.0
#include "planning/service/feedback.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/sm3.hpp"
#include "deadlines/service/terms.hpp"
#include "planning/files/after_law.hpp"
#include "planning/service/failures.hpp"
#include "planning/service/reading.hpp"
#include "registry/service/reading.hpp"

namespace ankao::planning {
namespace {

constexpr std::int64_t k_all = 100'000;

std::string subject_of(const PlanVersion& plan, const std::string& site) {
  return "plan:" + to_string(plan.month) + "/" + std::to_string(plan.version) + "/site:" + site;
}

std::string digest_of(const SessionAnswer& a) {
  return to_hex(sm3(nlohmann::json{{"month", to_string(a.month)}, {"version", a.version}, {"session", a.session}, {"refused", a.refused}, {"explanation", a.explanation}, {"late", a.late}}.dump()));
}

/// Every session of the site has an answer: its term is done.
void tell_answered(db::Transaction& transaction, const Act& act, const PlanVersion& plan, const SessionRow& place) {
  deadlines::happened(transaction, {{act.actor, act.at, "session.answer", subject_of(plan, place.site), to_string(plan.month), {"site", place.site, place.site_name, place.district}, act.today()}});
}

std::map<std::string, SessionAnswer> by_session(const std::vector<SessionAnswer>& all) {
  std::map<std::string, SessionAnswer> out;
  for (const auto& one : all) out[one.session] = one;
  return out;
}

/// The sessions that are answered, each known, of the site and still to come.
Result<std::vector<SessionRow>> chosen(const std::vector<SessionRow>& sessions, const std::map<std::string, SessionAnswer>& given, const AnswerWish& wish, Date today) {
  std::vector<SessionRow> out;
  if (wish.sessions.empty()) {
    for (const auto& one : sessions)
      if (!given.contains(one.id) && *parse_date(one.date) >= today) out.push_back(one);
    if (out.empty()) return problem("planning.nothing_to_answer", {{"site", wish.site}});
    return out;
  }
  for (const auto& id : std::set<std::string>(wish.sessions.begin(), wish.sessions.end())) {
    const auto found = std::find_if(sessions.begin(), sessions.end(), [&](const SessionRow& one) { return one.id == id; });
    if (found == sessions.end()) return problem("planning.session_not_of_site", {{"session", id}, {"site", wish.site}}, "sessions");
    if (*parse_date(found->date) < today) return problem("planning.session_past", {{"session", id}}, "sessions");
    out.push_back(*found);
  }
  return out;
}

/// The room is provided after all: what was reported about the session is taken back, unless somebody has decided on it.
Result<void> take_back(db::Transaction& transaction, const Act& act, const SessionAnswer& before) {
  if (!before.refused) return {};
  if (before.failure.empty()) return {};
  return withdraw_session(transaction, act, before.failure, before.session);
}

} // namespace

SiteState state_of(const SiteFeedback& f, bool term_over, Date today) {
  if (f.refused > 0) return SiteState::Refused;
  if (f.confirmed == f.sessions) return SiteState::Confirmed;
  if (!term_over) return SiteState::Waiting;
  return shipped_after_law().text("silence", today) == "consent" ? SiteState::Confirmed : SiteState::Silent;
}

FeedbackList feedback_of(db::Transaction& transaction, const World& world, const PlanVersion& plan, const FeedbackFilter& filter, Date today) {
  const auto until = feedback_until(transaction, world, plan);
  auto list = list_feedback(transaction, key_of(plan), filter);
  for (auto& one : list.items) one.state = state_of(one, until && today > *until, today);
  return list;
}

FeedbackSum sum_of(db::Transaction& transaction, const World& world, const PlanVersion& plan, Date today) {
  FeedbackFilter all;
  all.limit = k_all;
  FeedbackSum sum;
  for (const auto& one : feedback_of(transaction, world, plan, all, today).items) {
    ++sum.sites;
    sum.confirmed += one.state == SiteState::Confirmed;
    sum.refused += one.state == SiteState::Refused;
    sum.silent += one.state == SiteState::Silent;
    sum.waiting += one.state == SiteState::Waiting;
  }
  return sum;
}

Result<void> require_own_site(db::Transaction& transaction, const Act& act, const std::string& site) {
  const std::string& scope = act.actor.scope;
  if (scope == "city" || scope == "site:" + site) return {};
  const auto entry = registry::site_in(transaction, site, act.today());
  if (entry && !entry->record.owner.empty() && scope == "institution:" + entry->record.owner) return {};
  return problem("planning.not_own_site", {{"site", site}});
}

Result<SiteFeedback> answer_sessions(const World& world, const Act& act, const AnswerWish& wish) {
  const bool for_the_site = act.actor.scope == "city";
  if (wish.refused || for_the_site || !wish.explanation.empty())
    if (const auto fine = check_said(wish.explanation, "explanation"); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<SiteFeedback> {
    if (const auto own = require_own_site(transaction, act, wish.site); !own.ok()) return own.problem();
    const auto plan = in_force(transaction, wish.month);
    if (!plan.ok()) return plan.problem();
    const auto sessions = sessions_in(transaction, *plan, wish.site);
    if (sessions.empty()) return problem("planning.site_not_in_plan", {{"site", wish.site}, {"month", to_string(wish.month)}});
    const auto given = by_session(answers(transaction, key_of(*plan), wish.site));
    // What a site said before the day may be entered for it afterwards.
    const auto wanted = chosen(sessions, given, wish, for_the_site ? Date{} : act.today());
    if (!wanted.ok()) return wanted.problem();
    const auto until = feedback_until(transaction, world, *plan);
    const bool late = until && act.today() > *until;
    std::map<std::string, std::string> failures;
    if (wish.refused) {
      auto recorded = record_refusal(transaction, world, act, *plan, *wanted, wish.explanation);
      if (!recorded.ok()) return recorded.problem();
      failures = std::move(*recorded);
    }
    for (const auto& session : *wanted) {
      SessionAnswer answer{wish.month,    plan->version, session.id, wish.site,        wish.refused,     wish.explanation, failures[session.id], late, act.at, act.actor.account,
                           act.actor.name, act.actor.role, 0};
      const auto before = given.find(session.id);
      if (before != given.end()) {
        if (before->second.refused && wish.refused) return problem("planning.answer_settled", {{"session", session.id}});
        if (const auto back = take_back(transaction, act, before->second); !back.ok()) return back.problem();
      }
      put_answer(transaction, answer);
      log(transaction, act, wish.refused ? "session.refuse" : "session.confirm", "session:" + to_string(wish.month) + "/" + session.id,
          before == given.end() ? "" : digest_of(before->second), digest_of(answer), "S-5.1b", wish.explanation);
    }
    const auto now = answers(transaction, key_of(*plan), wish.site);
    const auto answered = by_session(now);
    const bool open = std::any_of(sessions.begin(), sessions.end(), [&](const SessionRow& one) { return *parse_date(one.date) >= act.today() && !answered.contains(one.id); });
    if (!open) tell_answered(transaction, act, *plan, sessions.front());
    SiteFeedback out;
    out.site = wish.site;
    out.site_name = sessions.front().site_name;
    out.district = sessions.front().district;
    out.sessions = static_cast<int>(sessions.size());
    for (const auto& one : sessions) out.candidates += one.candidates;
    for (const auto& one : now) {
      (one.refused ? out.refused : out.confirmed) += 1;
      out.late = out.late || one.late;
    }
    out.last_at = act.at;
    out.explanation = wish.refused ? wish.explanation : "";
    out.state = state_of(out, late, act.today());
    return out;
  });
}

namespace {

/// What a session asks of its site: the same seats for the same batches.
using Content = std::map<std::string, int>;
std::map<std::string, Content> contents(db::Transaction& transaction, PlanKey key, const std::vector<SessionRow>& sessions) {
  std::vector<std::string> ids;
  for (const auto& one : sessions) ids.push_back(one.id);
  std::map<std::string, Content> out;
  for (const auto& seat : seats_of_sessions(transaction, key, ids)) out[seat.session][seat.batch] = seat.candidates;
  return out;
}

} // namespace

void carry_answers(db::Transaction& transaction, const Act& act, const PlanVersion& former, const PlanVersion& now) {
  const auto old_sessions = sessions_in(transaction, former), sessions = sessions_in(transaction, now);
  const auto before = contents(transaction, key_of(former), old_sessions), after = contents(transaction, key_of(now), sessions);
  const auto given = by_session(answers(transaction, key_of(former)));
  std::map<std::string, int> open;
  std::map<std::string, const SessionRow*> places;
  for (const auto& session : sessions) {
    places[session.site] = &session;
    const auto answer = given.find(session.id);
    const auto content = before.find(session.id);
    const bool same = answer != given.end() && !answer->second.refused && content != before.end() && content->second == after.at(session.id);
    if (!same) {
      ++open[session.site];
      continue;
    }
    SessionAnswer carried = answer->second;
    if (carried.carried_from == 0) carried.carried_from = carried.version;
    carried.version = now.version;
    put_answer(transaction, carried);
  }
  std::set<std::string> old_sites;
  for (const auto& session : old_sessions) old_sites.insert(session.site);
  for (const auto& site : old_sites) deadlines::drop_term(transaction, act.actor, act.at, "site_feedback", subject_of(former, site), "计划已有第 " + std::to_string(now.version) + " 版");
  for (const auto& [site, place] : places)
    if (open[site] == 0) tell_answered(transaction, act, now, *place);
}

} // namespace ankao::planning
