// SPDX-License-Identifier: Apache-2.0
#include "planning/service/assignments.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/sm3.hpp"
#include "ledger/service/ledger.hpp"
#include "planning/rules/assignment.hpp"
#include "planning/store/bookings.hpp"
#include "planning/store/plans.hpp"
#include "registry/service/reading.hpp"

namespace ankao::planning {
namespace {

constexpr std::size_t k_longest = 300;
constexpr const char* k_clause = "A21-6";

std::string numbered(const char* letters, std::int64_t number) {
  const std::string digits = std::to_string(number);
  return letters + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

Result<void> check_text(const std::string& text, const char* at) {
  if (text.empty()) return problem("planning.text_missing", {}, at);
  if (text.size() > k_longest) return problem("planning.text_too_long", {{"limit", std::to_string(k_longest)}}, at);
  if (std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; })) return problem("planning.text_control", {}, at);
  return {};
}

std::string digest_of(const Assignment& a) { return to_hex(sm3(a.id + "\n" + to_string(a.month) + "\n" + a.session + "\n" + a.account + "\n" + a.end_reason)); }
std::string digest_of(const Interest& i) { return to_hex(sm3(i.id + "\n" + i.account + "\n" + i.institution + "\n" + i.text + "\n" + i.end_reason)); }

Result<Examiner> examiner(db::Transaction& transaction, const Examiners& examiners, const std::string& account) {
  for (auto& one : examiners(transaction))
    if (one.account == account) return std::move(one);
  return problem("planning.examiner_unknown", {{"value", account}}, "account");
}

std::set<std::string> institutions_of(const SeenSession& session) {
  std::set<std::string> all;
  for (const auto& one : session.seats) all.insert(one.batch.institution);
  return all;
}

Result<SeenSession> session_of(db::Transaction& transaction, Month month, const std::string& id) {
  const auto plan = published_version(transaction, month);
  if (!plan) return problem("planning.not_published", {{"month", to_string(month)}}, "month");
  for (auto& one : seen_sessions(transaction, {month, plan->version}, {}))
    if (one.session.id == id) return std::move(one);
  return problem("planning.session_unknown", {{"session", id}}, "session");
}

Problem interested(const Examiner& who, const Interest& interest) {
  return problem("planning.examiner_interest", {{"name", who.name}, {"institution", interest.institution_name}, {"text", interest.text}}, "account");
}

} // namespace

Result<Assignment> assign(const World& world, const Examiners& examiners, const Act& act, const AssignmentWanted& wanted) {
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Assignment> {
    const auto session = session_of(transaction, wanted.month, wanted.session);
    if (!session.ok()) return session.problem();
    const auto who = examiner(transaction, examiners, wanted.account);
    if (!who.ok()) return who.problem();
    if (const auto interest = interest_in(live_interests(transaction, who->account), who->account, institutions_of(*session))) return interested(*who, *interest);
    const auto standing = live_assignments(transaction, wanted.month);
    const auto& row = session->session;
    if (const auto other = at_the_same_time(standing, who->account, row.date, row.slot))
      return other->session == row.id ? problem("planning.examiner_assigned", {{"name", who->name}}, "account") : problem("planning.examiner_busy", {{"name", who->name}, {"session", other->session}}, "account");
    Assignment made;
    made.id = numbered("KP-", next_number(transaction, "assignment"));
    made.month = wanted.month;
    made.session = row.id;
    made.date = row.date;
    made.slot = row.slot;
    made.account = who->account;
    made.name = who->name;
    made.made_name = act.actor.name;
    made.made_at = act.at;
    insert_assignment(transaction, made);
    ledger::append(transaction, {act.actor, act.at, "assignment.make", "session:" + made.session, "", digest_of(made), k_clause, made.name});
    return made;
  });
}

Result<Assignment> unassign(const World& world, const Act& act, const std::string& id, const std::string& reason) {
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Assignment> {
    const auto found = find_assignment(transaction, id);
    if (!found) return problem("planning.assignment_unknown", {{"value", id}});
    if (found->ended_at) return problem("planning.assignment_ended", {{"value", id}});
    if (const auto fine = check_text(reason, "reason"); !fine.ok()) return fine.problem();
    Assignment ended = *found;
    ended.ended_name = act.actor.name;
    ended.end_reason = reason;
    ended.ended_at = act.at;
    end_assignment(transaction, ended);
    ledger::append(transaction, {act.actor, act.at, "assignment.end", "session:" + ended.session, digest_of(*found), digest_of(ended), k_clause, reason});
    return ended;
  });
}

Result<Interest> declare_interest(const World& world, const Examiners& examiners, const Act& act, const InterestWanted& wanted) {
  const bool desk = registry::scope_of(act.actor).kind == "city";
  if (!desk && !wanted.account.empty() && wanted.account != act.actor.account) return problem("planning.timetable_scope", {{"value", wanted.account}}, "account");
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Interest> {
    const auto who = examiner(transaction, examiners, desk ? wanted.account : act.actor.account);
    if (!who.ok()) return who.problem();
    const auto institution = registry::institution_in(transaction, wanted.institution, act.today());
    if (!institution) return problem("planning.booking_institution_unknown", {{"value", wanted.institution}}, "institution");
    if (const auto fine = check_text(wanted.text, "text"); !fine.ok()) return fine.problem();
    for (const auto& one : live_interests(transaction, who->account))
      if (one.institution == wanted.institution) return problem("planning.interest_doubled", {{"value", one.institution_name}}, "institution");
    Interest made;
    made.id = numbered("LH-", next_number(transaction, "interest"));
    made.account = who->account;
    made.name = who->name;
    made.institution = wanted.institution;
    made.institution_name = institution->record.name;
    made.text = wanted.text;
    made.declared_name = act.actor.name;
    made.declared_at = act.at;
    insert_interest(transaction, made);
    ledger::append(transaction, {act.actor, act.at, "interest.declare", "interest:" + made.id, "", digest_of(made), k_clause, ""});
    return made;
  });
}

Result<Interest> finish_interest(const World& world, const Act& act, const std::string& id, const std::string& reason) {
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Interest> {
    const auto found = find_interest(transaction, id);
    if (!found || found->ended_at) return problem("planning.interest_unknown", {{"value", id}});
    if (const auto fine = check_text(reason, "reason"); !fine.ok()) return fine.problem();
    Interest ended = *found;
    ended.ended_name = act.actor.name;
    ended.end_reason = reason;
    ended.ended_at = act.at;
    end_interest(transaction, ended);
    ledger::append(transaction, {act.actor, act.at, "interest.end", "interest:" + ended.id, digest_of(*found), digest_of(ended), k_clause, reason});
    return ended;
  });
}

Result<Board> assignment_board(db::Transaction& transaction, Month month) {
  const auto plan = published_version(transaction, month);
  if (!plan) return problem("planning.not_published", {{"month", to_string(month)}}, "month");
  Board board;
  std::map<std::string, std::size_t> places;
  for (auto& one : seen_sessions(transaction, {month, plan->version}, {})) {
    places[one.session.id] = board.sessions.size();
    board.sessions.push_back({std::move(one), {}});
  }
  for (auto& one : live_assignments(transaction, month)) {
    const auto place = places.find(one.session);
    (place == places.end() ? board.gone : board.sessions[place->second].staff).push_back(std::move(one));
  }
  board.interests = live_interests(transaction);
  return board;
}

} // namespace ankao::planning
