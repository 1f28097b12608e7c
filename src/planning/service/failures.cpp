// SPDX-License-Identifier: Apache-2.0
#include "planning/service/failures.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/sm3.hpp"
#include "deadlines/service/terms.hpp"
#include "planning/files/after_law.hpp"
#include "planning/service/endings.hpp"
#include "planning/service/reading.hpp"
#include "planning/store/answers.hpp"
#include "planning/store/bookings.hpp"
#include "registry/service/reading.hpp"

namespace ankao::planning {
namespace {

std::string digest_of(const Failure& f) {
  return to_hex(sm3(nlohmann::json{{"id", f.id},
                                   {"kind", name_of(f.kind)},
                                   {"state", name_of(f.state)},
                                   {"site", f.site},
                                   {"month", to_string(f.month)},
                                   {"version", f.version},
                                   {"sessions", f.sessions},
                                   {"day", to_string(f.day)},
                                   {"explanation", f.explanation},
                                   {"reason", f.reason}}
                          .dump()));
}

/// The city owes the verification; nothing says by when.
void tell(db::Transaction& transaction, const Act& act, const World& world, const Failure& failure, const char* event) {
  deadlines::happened(transaction, {{act.actor, act.at, event, "failure:" + failure.id, failure.site_name + " " + failure.id, {"city", "", world.city, ""}, act.today()}});
}

Failure failure_of(db::Transaction& transaction, const Act& act, const PlanVersion& plan, const SessionRow& place, FailureKind kind, const std::string& explanation) {
  const auto entry = registry::site_in(transaction, place.site, act.today());
  Failure f;
  f.id = numbered("F", next_number(transaction, "failure"));
  f.kind = kind;
  f.site = place.site;
  f.site_name = place.site_name;
  f.owner = entry ? entry->record.owner : "";
  f.district = place.district;
  f.month = plan.month;
  f.version = plan.version;
  f.day = *parse_date(place.date);
  f.explanation = explanation;
  f.recorded_at = act.at;
  f.recorded_account = act.actor.account;
  f.recorded_name = act.actor.name;
  f.recorded_role = act.actor.role;
  return f;
}

void store_new(db::Transaction& transaction, const Act& act, const World& world, const Failure& f) {
  put_failure(transaction, f);
  log(transaction, act, "failure.record", "failure:" + f.id, "", digest_of(f), f.kind == FailureKind::Refused ? "S-5.1b" : "S-5.1c", f.explanation);
  tell(transaction, act, world, f, "failure.record");
  world.tell(transaction,
             {"exam_organisation", "city", "", "failure.record", {f.site_name + "不能提供考场，待核实", f.site_name + " does not provide a room: to be verified"},
              {f.explanation, f.explanation}, "/work/failures", "failure:" + f.id},
             act.at);
}

Result<Failure> reported(db::Transaction& transaction, const std::string& id) {
  auto found = find_failure(transaction, id);
  if (!found) return problem("planning.failure_unknown", {{"value", id}});
  if (found->state != FailureState::Reported) return problem("planning.failure_decided", {{"value", id}});
  return std::move(*found);
}

Result<Failure> decide_failure(const World& world, const Act& act, const std::string& id, FailureState state, const std::string& reason) {
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Failure> {
    auto found = reported(transaction, id);
    if (!found.ok()) return found.problem();
    Failure f = *found;
    f.state = state;
    f.decided_at = act.at;
    f.decided_name = act.actor.name;
    f.decided_role = act.actor.role;
    f.reason = reason;
    put_failure(transaction, f);
    log(transaction, act, state == FailureState::Verified ? "failure.verify" : "failure.waive", "failure:" + f.id, digest_of(*found), digest_of(f), "S-5.1c", reason);
    tell(transaction, act, world, f, "failure.decide");
    const bool counts = state == FailureState::Verified;
    world.tell(transaction,
               {"exam_site", "site", f.site, "failure.decide", {counts ? "未提供考场已核实，计入年度累计" : "未提供考场已免记", counts ? "a room not provided was verified and counts" : "a room not provided was waived"},
                {f.id + "：" + (reason.empty() ? "—" : reason), f.id + ": " + (reason.empty() ? "-" : reason)}, "/work/own-sessions", ""},
               act.at);
    if (counts) propose_ending(transaction, world, act, f);
    return f;
  });
}

} // namespace

Result<std::map<std::string, std::string>> record_refusal(db::Transaction& transaction, const World& world, const Act& act, const PlanVersion& plan,
                                                          const std::vector<SessionRow>& sessions, const std::string& explanation) {
  std::map<std::string, std::string> names;
  const bool each = shipped_after_law().text("failure_unit", act.today()) == "session";
  auto sorted = sessions;
  std::sort(sorted.begin(), sorted.end(), [](const SessionRow& a, const SessionRow& b) { return a.date < b.date; });
  std::optional<Failure> current;
  for (const auto& session : sorted) {
    if (!current || each) {
      if (current) store_new(transaction, act, world, *current);
      current = failure_of(transaction, act, plan, session, FailureKind::Refused, explanation);
    }
    current->sessions.push_back(session.id);
    names[session.id] = current->id;
  }
  if (current) store_new(transaction, act, world, *current);
  return names;
}

Result<void> withdraw_session(db::Transaction& transaction, const Act& act, const std::string& failure, const std::string& session) {
  const auto found = find_failure(transaction, failure);
  if (!found) return {};
  if (found->state != FailureState::Reported) return problem("planning.answer_settled", {{"session", session}});
  Failure f = *found;
  std::erase(f.sessions, session);
  if (f.sessions.empty()) {
    f.state = FailureState::Withdrawn;
    deadlines::happened(transaction, {{act.actor, act.at, "failure.decide", "failure:" + f.id, f.site_name, {"city", "", "", ""}, act.today()}});
  }
  put_failure(transaction, f);
  log(transaction, act, "failure.withdraw", "failure:" + f.id, digest_of(*found), digest_of(f), "S-5.1b", session);
  return {};
}

Result<Failure> record_no_show(const World& world, const Act& act, Month month, const std::string& session, const std::string& explanation) {
  if (const auto fine = check_said(explanation, "explanation"); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Failure> {
    const auto plan = in_force(transaction, month);
    if (!plan.ok()) return plan.problem();
    const auto sessions = sessions_in(transaction, *plan);
    const auto place = std::find_if(sessions.begin(), sessions.end(), [&](const SessionRow& one) { return one.id == session; });
    if (place == sessions.end()) return problem("planning.session_unknown", {{"session", session}}, "session");
    if (*parse_date(place->date) > act.today()) return problem("planning.session_to_come", {{"session", session}}, "session");
    for (const auto& other : failures_of(transaction, month))
      if (std::find(other.sessions.begin(), other.sessions.end(), session) != other.sessions.end()) return problem("planning.failure_doubled", {{"value", other.id}}, "session");
    Failure f = failure_of(transaction, act, *plan, *place, FailureKind::NoShow, explanation);
    f.sessions = {session};
    store_new(transaction, act, world, f);
    return f;
  });
}

Result<Failure> verify_failure(const World& world, const Act& act, const std::string& id, const std::string& reason) {
  if (!reason.empty())
    if (const auto fine = check_said(reason, "reason"); !fine.ok()) return fine.problem();
  return decide_failure(world, act, id, FailureState::Verified, reason);
}

Result<Failure> waive_failure(const World& world, const Act& act, const std::string& id, const std::string& reason) {
  if (const auto fine = check_said(reason, "reason"); !fine.ok()) return fine.problem();
  return decide_failure(world, act, id, FailureState::Waived, reason);
}

} // namespace ankao::planning
