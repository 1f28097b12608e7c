// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>

#include "api/endpoints.hpp"
#include "planning/routes/assignment_api.hpp"
#include "planning/routes/parts.hpp"
#include "planning/rules/assignment.hpp"
#include "planning/service/assignments.hpp"

namespace ankao::planning {

using ::ankao::api::Call;
using ::ankao::api::Endpoints;
using ::ankao::api::None;
using ::ankao::api::Verb;

namespace {

Act act_of(const Call& call) { return {call.caller.actor(), call.now}; }

dto::AssignmentItem item_of(const Assignment& a) { return {a.id, a.session, a.date, a.slot, a.account, a.name, a.made_name, a.made_at, ""}; }
dto::InterestItem item_of(const Interest& i) { return {i.id, i.account, i.name, i.institution, i.institution_name, i.text, i.declared_name, i.declared_at}; }

std::set<std::string> institutions_of(const SeenSession& session) {
  std::set<std::string> all;
  for (const auto& one : session.seats) all.insert(one.batch.institution);
  return all;
}

std::string conflict_of(const Board& board, const Staffed& session, const std::string& account) {
  const auto interest = interest_in(board.interests, account, institutions_of(session.session));
  return interest ? interest->institution_name : "";
}

dto::StaffedSession item_of(const World& world, const Board& board, const Staffed& one, const std::vector<Examiner>& examiners, const std::vector<Assignment>& standing, Language language) {
  const auto& r = one.session.session;
  dto::StaffedSession out{r.id, r.date, r.slot, r.site, r.site_name, r.room_name, r.subject, subject_name(world, r.subject, language), r.subject == k_theory, r.candidates, {}, {}, {}};
  std::set<std::string> names;
  for (const auto& seat : one.session.seats) names.insert(seat.batch.institution_name);
  out.institutions.assign(names.begin(), names.end());
  for (const auto& who : examiners)
    if (!conflict_of(board, one, who.account).empty() || at_the_same_time(standing, who.account, r.date, r.slot)) out.barred.push_back(who.account);
  for (const auto& staff : one.staff) {
    out.staff.push_back(item_of(staff));
    out.staff.back().conflict = conflict_of(board, one, staff.account);
  }
  return out;
}

/// The day asked for, else the first from today on, else the first.
std::string day_to_show(const dto::AssignmentBoard& board, const std::string& asked, const std::string& today) {
  if (!asked.empty()) return asked;
  for (const auto& one : board.days)
    if (one.date >= today) return one.date;
  return board.days.empty() ? "" : board.days.front().date;
}

dto::AssignmentBoard view_of(const World& world, const Board& board, const std::vector<Examiner>& examiners, const dto::AssignmentQuery& query, const Call& call) {
  dto::AssignmentBoard out;
  out.month = query.month;
  std::map<std::string, dto::AssignmentDay> days;
  std::map<std::string, int> counts;
  std::vector<Assignment> standing = board.gone;
  for (const auto& one : board.sessions) {
    auto& day = days[one.session.session.date];
    day.date = one.session.session.date;
    ++day.sessions;
    day.staffed += one.staff.empty() ? 0 : 1;
    for (const auto& staff : one.staff) {
      ++counts[staff.account];
      out.conflicts += conflict_of(board, one, staff.account).empty() ? 0 : 1;
      standing.push_back(staff);
    }
  }
  for (const auto& [date, day] : days) {
    out.sessions += day.sessions;
    out.staffed += day.staffed;
    out.days.push_back(day);
  }
  out.date = day_to_show(out, query.date, to_string(date_of(call.now)));
  for (const auto& one : board.sessions)
    if (one.session.session.date == out.date) out.items.push_back(item_of(world, board, one, examiners, standing, call.language));
  for (const auto& one : board.gone) out.gone.push_back(item_of(one));
  for (const auto& one : examiners) out.examiners.push_back({one.account, one.name, counts[one.account]});
  for (const auto& one : board.interests) out.interests.push_back(item_of(one));
  return out;
}

void add_assignments(Endpoints& endpoints, const World& world, const Examiners& examiners) {
  endpoints.add<dto::AssignmentQuery, dto::AssignmentBoard>(
      {.verb = Verb::Get, .path = "/api/plans/{month}/assignments", .operation = "assignment.list", .summary = "Who examines which session of a published month", .clauses = {"A21-6", "P-3.4"}},
      [&world, examiners](const Call& call, const dto::AssignmentQuery& query) {
        return look(world.database, [&](db::Transaction& transaction) -> Result<dto::AssignmentBoard> {
          const auto board = assignment_board(transaction, query.month);
          if (!board.ok()) return board.problem();
          return view_of(world, *board, examiners(transaction), query, call);
        });
      });
  endpoints.add<dto::AssignmentBody, dto::AssignmentItem>(
      {.verb = Verb::Post, .path = "/api/assignments", .operation = "assignment.make", .summary = "Assign an examiner who has no interest in those examined", .clauses = {"A21-6", "P-3.4"}},
      [&world, examiners](const Call& call, const dto::AssignmentBody& body) -> Result<dto::AssignmentItem> {
        const auto made = assign(world, examiners, act_of(call), {body.month, body.session, body.account});
        if (!made.ok()) return made.problem();
        return item_of(*made);
      });
  endpoints.add<dto::AssignmentEnd, dto::AssignmentItem>({.verb = Verb::Post, .path = "/api/assignments/{id}/end", .operation = "assignment.end", .summary = "The examiner does not examine this session after all", .clauses = {"A21-6"}, .permission = "assignment.make"},
                                                         [&world](const Call& call, const dto::AssignmentEnd& body) -> Result<dto::AssignmentItem> {
                                                           const auto done = unassign(world, act_of(call), body.id, body.reason);
                                                           if (!done.ok()) return done.problem();
                                                           return item_of(*done);
                                                         });
}

} // namespace

void add_assignment_routes(Endpoints& endpoints, const World& world, const Examiners& examiners) {
  add_assignments(endpoints, world, examiners);
  endpoints.add<None, dto::InterestList>({.verb = Verb::Get, .path = "/api/interests", .operation = "interest.list", .summary = "Interests of examiners in institutions: one's own, the city everybody's", .clauses = {"A21-6"}, .permission = "interest.declare"},
                                         [&world](const Call& call, const None&) -> Result<dto::InterestList> {
                                           const auto actor = call.caller.actor();
                                           const std::string whose = registry::scope_of(actor).kind == "city" ? "" : actor.account;
                                           dto::InterestList out;
                                           for (const auto& one : look(world.database, [&](db::Transaction& transaction) { return live_interests(transaction, whose); })) out.items.push_back(item_of(one));
                                           return out;
                                         });
  endpoints.add<dto::InterestBody, dto::InterestItem>({.verb = Verb::Post, .path = "/api/interests", .operation = "interest.declare", .summary = "Declare an interest in an institution; who has one examines nobody from there", .clauses = {"A21-6"}},
                                                      [&world, examiners](const Call& call, const dto::InterestBody& body) -> Result<dto::InterestItem> {
                                                        const auto made = declare_interest(world, examiners, act_of(call), {body.account.value_or(""), body.institution, body.text});
                                                        if (!made.ok()) return made.problem();
                                                        return item_of(*made);
                                                      });
  endpoints.add<dto::AssignmentEnd, dto::InterestItem>({.verb = Verb::Post, .path = "/api/interests/{id}/end", .operation = "interest.end", .summary = "The interest is over", .clauses = {"A21-6"}, .permission = "assignment.make"},
                                                       [&world](const Call& call, const dto::AssignmentEnd& body) -> Result<dto::InterestItem> {
                                                         const auto done = finish_interest(world, act_of(call), body.id, body.reason);
                                                         if (!done.ok()) return done.problem();
                                                         return item_of(*done);
                                                       });
}

} // namespace ankao::planning
